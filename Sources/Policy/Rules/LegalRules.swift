internal import Requests
internal import Values

/// 45 CFR 164.512(e): court orders, subpoenas, discovery.
enum LegalRules {
  static let all: [Rule] = [order, subpoena, notice, protective, objection, returnDate, outOfState]

  private static func onProcess(_ facts: Case) -> Bool { facts.basis == .legalProcess }

  /// An order opens what it names and nothing else; what that is, a person reads.
  static let order = Rule("legal.order", when: { $0.basis == .courtOrder }) { facts in
    var problems: [Rule.Shortfall] = []
    let legal = facts.request.legal
    if legal?.signedBy.isFilled != true {
      problems.append(
        Rule.Shortfall(
          "who signed the order is not stated", remedy: "state it as the order has it",
          at: Place(path: "/legal/signedBy")))
    }
    if legal?.covers?.text.isFilled != true, legal?.covers?.scope == nil {
      problems.append(
        Rule.Shortfall(
          "what the order covers is not stated", remedy: "state it as the order has it",
          at: Place(path: "/legal/covers")))
    }
    if let issued = legal?.issuedOn, issued > facts.house.today {
      problems.append(
        Rule.Shortfall(
          "the order is dated in the future", remedy: "look at the order", at: Place(path: "/legal/issuedOn"))
      )
    }
    problems.append(
      Rule.Shortfall(
        "a person compares the order with what would be released",
        remedy: "read the order; approve what it names", at: Place(path: "/legal")))
    return problems
  }

  /// A subpoena opens nothing by itself: assurance, or a form that would carry the release alone.
  static let subpoena = Rule("legal.subpoena", when: onProcess) { facts in
    guard facts.request.legal?.assurance?.kind == nil, !AuthorizationRules.isWhole(facts) else { return [] }
    return [
      Rule.Shortfall(
        "a subpoena came without proof of notice and without a protective order",
        remedy: "ask for satisfactory assurance, or for the patient's form",
        at: Place(path: "/legal/assurance"))
    ]
  }

  static let notice = Rule(
    "legal.assurance.notice",
    when: { onProcess($0) && $0.request.legal?.assurance?.kind == .notice }
  ) { facts in
    let assurance = facts.request.legal?.assurance
    var missing: [PlainText] = papers(facts)
    if let ends = assurance?.objectionPeriodEnds {
      if ends >= facts.house.today { missing.append("the end of the time to object, which is not over yet") }
    } else {
      missing.append("the end of the time to object")
    }
    // A pending objection is legal.objection's.
    if assurance?.objections == nil { missing.append("whether anyone objected") }
    return missing.map { lacks("the proof of notice lacks \($0)") }
  }

  static let protective = Rule(
    "legal.assurance.protective",
    when: { onProcess($0) && $0.request.legal?.assurance?.kind == .protectiveOrder }
  ) { facts in papers(facts).map { lacks("the protective order lacks \($0)") } }

  /// The written statement, and its papers, all of which lie in the packet.
  private static func papers(_ facts: Case) -> [PlainText] {
    let assurance = facts.request.legal?.assurance
    var missing: [PlainText] = []
    if assurance?.statement != true { missing.append("the written statement") }
    let documents = assurance?.documents ?? []
    if documents.isEmpty || !documents.allSatisfy({ facts.holds($0) }) {
      missing.append("its papers, in the packet and with their digests")
    }
    return missing
  }

  private static func lacks(_ problem: PlainText) -> Rule.Shortfall {
    Rule.Shortfall(
      problem, remedy: "ask for it, and drop the request again", at: Place(path: "/legal/assurance"))
  }

  static let objection = Rule(
    "legal.objection", when: { $0.request.legal?.assurance?.objections == .pending }
  ) { _ in
    [
      Rule.Shortfall(
        "an objection is pending", remedy: "wait until it is settled, and drop the request again",
        at: Place(path: "/legal/assurance/objections"))
    ]
  }

  static let returnDate = Rule("legal.return-date", when: onProcess) { facts in
    let place = Place(path: "/legal/returnOn")
    guard let day = facts.request.legal?.returnOn else {
      return [
        Rule.Shortfall("the process has no return date", remedy: "state it as the paper has it", at: place)
      ]
    }
    guard day < facts.house.today else { return [] }
    return [
      Rule.Shortfall(
        "the return date passed \(facts.house.today.days(since: day)) days ago", remedy: "tell counsel first",
        at: place)
    ]
  }

  /// Without a field for the court's state, every process is counsel's to place (states.yaml shields), an
  /// order among them; DESIGN.md §3's unbelieved transcription is seen by the same eyes.
  static let outOfState = Rule(
    "legal.out-of-state", when: { onProcess($0) || $0.basis == .courtOrder }
  ) { _ in
    [
      Rule.Shortfall(
        "counsel looks at the court's reach before anything leaves on its process",
        remedy: "have counsel lay process and request side by side, and approve", at: Place(path: "/legal"))
    ]
  }
}
