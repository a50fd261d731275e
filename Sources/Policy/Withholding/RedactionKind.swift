internal import Records

/// What a pipeline's `redact` can name: identifiers and third parties, masked where they stand (DESIGN.md §4.1).
///
/// Another *patient* is none of them: whose record it is, `patient.match` judges, and a record of two people is held,
/// never mended in silence.
package enum RedactionKind: String, Sendable, CaseIterable {
  case ssn
  /// Relatives, members of the household, next of kin, whoever is to be called; with whom they work for (45 CFR
  /// 164.514(b)(2)(i), RULES.md deid.safeharbor).
  case relatives
  /// Who pays, and by whose policy the patient is insured.
  case guarantors
  /// Who told something, not being a provider of care: perhaps under a promise of confidence (45 CFR
  /// 164.524(a)(2)(v), RULES.md access.deny.unreviewable).
  case informants
  /// Who treated the patient, wrote or signed.
  case providers

  /// Whose values it redacts; none for what is no person.
  var roles: KnownPeople.Roles {
    switch self {
    case .ssn: []
    case .relatives: .relative
    case .guarantors: .guarantor
    case .informants: .informant
    case .providers: .provider
    }
  }
}

extension Pipeline {
  /// The people whom it redacts.
  var redactedRoles: KnownPeople.Roles {
    redact.compactMap { RedactionKind(rawValue: $0) }.reduce(into: []) { $0.formUnion($1.roles) }
  }
}
