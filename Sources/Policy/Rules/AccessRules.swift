internal import Records
internal import Requests
internal import Values

/// 45 CFR 164.524: the right of access, and its directive to a third person.
enum AccessRules {
  static let all: [Rule] = [
    noAuthorization, identity, deadline, overdue, paper, directive, fee, categories,
  ]

  private static func onAccess(_ facts: Case) -> Bool { facts.basis == .access || facts.basis == .directive }

  /// Nothing of 164.508 is asked of the patient: said, so that whoever reads `explain` does not miss it.
  static let noAuthorization = Rule("access.no-authorization", when: onAccess) { _ in
    [Rule.Shortfall("the patient's own right: no authorization is asked for", remedy: "nothing to do")]
  }

  /// How the person was known, by whom and when; methods that tell of an office tell nothing of a patient.
  static let identity = Rule("access.identity", when: onAccess) { facts in
    let good: [IdentityProof.Method] = [
      .photoID, .signatureMatch, .notarized, .portalLogin, .knownToStaff, .callback,
    ]
    return IdentityRules.shortfall(of: facts.request.requester?.identity, by: good, today: facts.house.today)
  }

  /// Thirty calendar days, whatever is still missing (164.524(b)(2)(i)).
  private static func due(_ facts: Case) -> Day? {
    facts.request.received.flatMap(facts.house.day).flatMap { Day(daysSinceEpoch: $0.daysSinceEpoch + 30) }
  }

  static let deadline = Rule("access.deadline", when: onAccess) { facts in
    guard let due = due(facts) else {
      return [
        Rule.Shortfall(
          "the day of receipt is not given, so the due date is not known",
          remedy: "state when the request was received", at: Place(path: "/received"))
      ]
    }
    return [Rule.Shortfall("due on \(due)", remedy: "act by then")]
  }

  static let overdue = Rule("access.overdue", when: onAccess) { facts in
    guard let due = due(facts), facts.house.today > due else { return [] }
    return [
      Rule.Shortfall(
        "overdue by \(facts.house.today.days(since: due)) days", remedy: "take it first, and report it")
    ]
  }

  static let paper = Rule("access.format", when: { $0.request.delivery?.form.map(isPaper) ?? false }) { _ in
    [
      Rule.Shortfall(
        "paper was asked for; Chartgate makes electronic copies",
        remedy: "print it, or agree on another form", at: Place(path: "/delivery/form"))
    ]
  }

  static func isPaper(_ form: String) -> Bool { ["paper", "print", "printed"].contains(form.lowercased()) }

  /// A copy to a third person binds us only in writing, signed, with person and place named, and only for an
  /// electronic copy of electronic records (Ciox v. Azar).
  static let directive = Rule("access.directive", when: { $0.basis == .directive }) { facts in
    var problems: [Rule.Shortfall] = []
    func lacks(_ problem: PlainText, _ remedy: PlainText, _ place: Place) {
      problems.append(Rule.Shortfall(problem, remedy: remedy, at: place))
    }
    if !facts.request.evidence.contains(where: { $0.kind == .letter && facts.holds($0) }) {
      lacks(
        "the patient's signed direction is not in the packet",
        "put it into the packet as evidence of kind letter, with its digest", Place(path: "/evidence"))
    }
    let recipient = facts.request.recipient
    let isInDirectory = facts.house.recipients.contains { $0.id == recipient?.id }
    let hasPlace = recipient?.directAddress.isFilled == true || recipient?.address != nil
    if !isInDirectory, !(recipient?.name.isFilled == true && hasPlace) {
      lacks(
        "the direction does not name the person and the place", "ask the patient for both",
        Place(path: "/recipient"))
    }
    for record in facts.records where record.facts.map({ $0.format == .opaque }) ?? true {
      problems.append(
        Rule.Shortfall(
          "not surely an electronic record", remedy: "ask for an authorization for it, or take it out",
          subject: .record(record.number), at: Place(record: record.number)))
    }
    return problems
  }

  static let fee = Rule("access.fee", when: { $0.basis == .access && $0.request.delivery?.fee != nil }) {
    facts in
    guard let fee = facts.request.delivery?.fee, let cents = fee.cents, cents >= 0,
      cents <= 650 || fee.basis == "cost-based"
    else {
      return [
        Rule.Shortfall(
          "the fee goes beyond USD 6.50 and is not worked out from cost",
          remedy: "lower it, or state that it is cost-based", at: Place(path: "/delivery/fee"))
      ]
    }
    return []
  }

  static let categories = Rule("access.categories", when: { $0.basis == .access }) { _ in
    [
      Rule.Shortfall(
        "the patient's own access is cut by no category but psychotherapy notes", remedy: "nothing to do")
    ]
  }
}
