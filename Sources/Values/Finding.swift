/// What a rule says of a packet or of one record: rule, legal source, verdict, where, what to do.
/// There is no patient data in it.
package struct Finding: Hashable, Sendable {
  /// What the verdict acts on.
  package enum Subject: Hashable, Sendable {
    case packet
    /// A record by its number, from 1.
    case record(Int)
  }

  package let rule: RuleID
  /// The law or house rule behind it, as cited in RULES.md (`45 CFR 164.508(b)(2)(i)`).
  package let source: PlainText
  package let verdict: Verdict
  package let lift: Lift
  package let subject: Subject
  package let place: Place?
  package let problem: PlainText
  package let remedy: PlainText

  package init(
    _ rule: RuleID, source: PlainText, _ verdict: Verdict, lift: Lift, subject: Subject = .packet,
    at place: Place? = nil, _ problem: PlainText, remedy: PlainText
  ) {
    (self.rule, self.source, self.verdict, self.lift) = (rule, source, verdict, lift)
    (self.subject, self.place, self.problem, self.remedy) = (subject, place, problem, remedy)
  }
}
