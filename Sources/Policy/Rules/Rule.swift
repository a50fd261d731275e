package import Values

/// One requirement of the law: what we call it, where it stands written, how it is judged.
package struct Rule: Sendable {
  /// What is not met.
  package struct Shortfall: Sendable {
    package let subject: Finding.Subject
    package let place: Place?
    package let problem: PlainText
    package let remedy: PlainText
    package init(
      _ problem: PlainText, remedy: PlainText, subject: Finding.Subject = .packet, at place: Place? = nil
    ) {
      (self.subject, self.place, self.problem, self.remedy) = (subject, place, problem, remedy)
    }
  }

  package let id: RuleID
  /// Whether the rule is looked at at all: RULES.md's `when`.
  package let applies: @Sendable (Case) -> Bool
  /// All that is not met; empty when the rule is.
  package let judge: @Sendable (Case) -> [Shortfall]

  package init(
    _ id: RuleID, when applies: @escaping @Sendable (Case) -> Bool = { _ in true },
    _ judge: @escaping @Sendable (Case) -> [Shortfall]
  ) {
    (self.id, self.applies, self.judge) = (id, applies, judge)
    precondition(RuleBook.row(id) != nil, "every rule stands in RULES.md")
  }

  /// The rule's findings, with the verdict that the pipeline gives it.
  package func findings(_ facts: Case) -> [Finding] {
    guard applies(facts) else { return [] }
    return judge(facts).map { finding($0, pipeline: facts.pipeline) }
  }

  package func finding(_ shortfall: Shortfall, pipeline: Pipeline?) -> Finding {
    Finding.of(
      id, subject: shortfall.subject, at: shortfall.place, shortfall.problem, remedy: shortfall.remedy,
      pipeline: pipeline)
  }
}

extension Finding {
  /// A finding of a rule of RULES.md, with its source, verdict and lift; a pipeline may raise the verdict, or
  /// lower it to the floor.
  package static func of(
    _ id: RuleID, subject: Subject = .packet, at place: Place? = nil, _ problem: PlainText, remedy: PlainText,
    pipeline: Pipeline? = nil
  ) -> Finding {
    if let rule = pipeline?.siteRules.first(where: { $0.id == id }) {
      return Finding(
        id, source: PlainText(ours: rule.source), .withhold, lift: .notApplicable, subject: subject,
        at: place,
        problem, remedy: remedy)
    }
    guard let row = RuleBook.row(id) else {
      preconditionFailure("every rule stands in RULES.md, or is the pipeline's own")
    }
    let verdict = pipeline?.verdicts[id] ?? row.verdict
    return Finding(
      id, source: PlainText(ours: citation(row.law)), max(verdict, row.floor), lift: row.lift,
      subject: subject,
      at: place, problem, remedy: remedy)
  }

  /// RULES.md cites HIPAA by its section alone.
  private static func citation(_ law: StaticString) -> String {
    let text = law.description
    return text.hasPrefix("164.") ? "45 CFR " + text : text
  }
}

/// What RULES.md says of a rule, for `explain`, letters and checks.
package struct RuleText: Sendable {
  package let law: String
  package let verdict: Verdict
  package let floor: Verdict
  package let lift: Lift
  package let says: String

  /// nil for an id that RULES.md does not have.
  package static func of(_ id: RuleID) -> RuleText? {
    RuleBook.row(id).map {
      RuleText(
        law: $0.law.description, verdict: $0.verdict, floor: $0.floor, lift: $0.lift,
        says: $0.says.description)
    }
  }

  package static var allIDs: [String] { RuleBook.ids }
}
