package import Values

/// Every rule that is built, by area. Adding one is one value in its area's file and its test.
package enum Verification {
  package static let rules: [Rule] =
    PurposeRules.all + AuthorizationRules.all + AccessRules.all + IdentityRules.all + RepresentativeRules.all
    + LegalRules.all + RecordRules.all + RecipientRules.all + DateRules.all + HouseRules.all

  /// What every rule says; none ends the path, so that all defects are told at once.
  package static func findings(_ facts: Case) -> [Finding] { rules.flatMap { $0.findings(facts) } }

  /// What is judged when it is known which records would leave.
  package static func findingsOfRelease(_ facts: Case) -> [Finding] { HouseRules.repeated.findings(facts) }
}
