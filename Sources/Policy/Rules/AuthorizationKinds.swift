internal import Requests
internal import Values

/// 45 CFR 164.508(a)(2)-(4), (b)(3)-(4): forms that are joined, tied to a condition, paid for, or of a kind
/// with rules of its own.
enum AuthorizationKinds {
  static let all: [Rule] = [psychotherapy, joined, research, conditioned, marketing, sale]

  private static func form(_ facts: Case) -> Authorization? {
    facts.basis == .authorization ? facts.request.authorization : nil
  }

  static let psychotherapy = Rule(
    "auth.compound.psych",
    when: { form($0)?.categories.contains("PSYTHPN") == true || form($0)?.kind == .psychotherapy }
  ) { facts in
    let form = facts.request.authorization
    let isAlone =
      form?.categories == ["PSYTHPN"] && (form?.combinedWith ?? []).allSatisfy { $0 == "psychotherapy" }
    guard !isAlone else { return [] }
    return [
      Rule.Shortfall(
        "psychotherapy notes are combined with other records on one form",
        remedy: "ask for a form of their own for the notes", at: Place(path: "/authorization/categories"))
    ]
  }

  static let joined = Rule(
    "auth.compound.conditioned",
    when: { form($0).map { !$0.combinedWith.isEmpty && !$0.combinedWith.contains("research") } ?? false }
  ) { facts in
    guard facts.request.authorization?.conditionedOn != nil else { return [] }
    return [
      Rule.Shortfall(
        "a form that is tied to a condition is joined with another", remedy: "ask for a form of its own",
        at: Place(path: "/authorization/combinedWith"))
    ]
  }

  /// Whether the parts of a joined research form are told apart, with an opt-in, only the paper shows.
  static let research = Rule(
    "auth.compound.research",
    when: {
      form($0).map {
        $0.combinedWith.contains("research") || $0.kind == .research && !$0.combinedWith.isEmpty
      }
        ?? false
    }
  ) { _ in
    [
      Rule.Shortfall(
        "a research form is joined with another", remedy: "look whether its parts are kept apart",
        at: Place(path: "/authorization/combinedWith"))
    ]
  }

  /// The exceptions are for a person to see: research treatment, enrollment, a report for a third party.
  static let conditioned = Rule("auth.conditioned", when: { form($0)?.conditionedOn != nil }) { _ in
    [
      Rule.Shortfall(
        "something was made to depend on signing the form",
        remedy: "look whether one of the exceptions of 164.508(b)(4) holds",
        at: Place(path: "/authorization/conditionedOn"))
    ]
  }

  static let marketing = Rule(
    "auth.marketing", when: { $0.request.purpose?.code == "HMARKT" || form($0)?.kind == .marketing }
  ) { facts in
    guard facts.basis == .authorization, facts.request.authorization?.statements?.remuneration != nil else {
      return [
        Rule.Shortfall(
          "marketing needs the patient's form, and it must say whether anyone pays",
          remedy: AuthorizationRules.anew, at: Place(path: "/authorization/statements/remuneration"))
      ]
    }
    return []
  }

  static let sale = Rule("auth.sale", when: { form($0)?.kind == .sale }) { facts in
    guard facts.request.authorization?.statements?.remuneration != true else { return [] }
    return [
      Rule.Shortfall(
        "a form for a paid release does not say that the house is paid", remedy: AuthorizationRules.anew,
        at: Place(path: "/authorization/statements/remuneration"))
    ]
  }
}
