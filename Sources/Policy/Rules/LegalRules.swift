internal import Requests
internal import Values

/// 45 CFR 164.512(e): court orders, subpoenas, discovery.
enum LegalRules {
  static let all: [Rule] = [order, subpoena, notice, protective, objection, outOfState]

  static let order = Rule("legal.order", when: { $0.basis == .courtOrder }) { facts in
    guard let legal = facts.request.legal, legal.signedBy != nil,
      legal.covers?.text != nil || legal.covers?.scope != nil
    else {
      return [
        Rule.Shortfall(
          "the order's signature, or what it covers, is not stated",
          remedy: "state who signed the order and what it names", at: Place(path: "/legal"))
      ]
    }
    return [
      Rule.Shortfall(
        "a person compares the order with what would be released",
        remedy: "read the order; approve what it names")
    ]
  }

  static let subpoena = Rule("legal.subpoena", when: { $0.basis == .legalProcess }) { facts in
    guard facts.request.legal?.assurance?.kind == nil else { return [] }
    return [
      Rule.Shortfall(
        "a subpoena came without proof of notice and without a protective order",
        remedy: "ask for satisfactory assurance, or for the patient's form",
        at: Place(path: "/legal/assurance"))
    ]
  }

  static let notice = Rule(
    "legal.assurance.notice",
    when: { $0.basis == .legalProcess && $0.request.legal?.assurance?.kind == .notice }
  ) { facts in
    let assurance = facts.request.legal?.assurance
    var missing: [PlainText] = []
    if assurance?.statement != true { missing.append("the written statement") }
    if assurance?.documents.isEmpty != false { missing.append("the papers of the notice") }
    guard let ends = assurance?.objectionPeriodEnds else {
      missing.append("the end of the time to object")
      return missing.map(lacks)
    }
    if ends >= facts.house.today { missing.append("the end of the time to object, which is not over yet") }
    if assurance?.objections == nil { missing.append("whether anyone objected") }
    return missing.map(lacks)
  }

  private static func lacks(_ item: PlainText) -> Rule.Shortfall {
    Rule.Shortfall(
      "the proof of notice lacks \(item)", remedy: "ask for it, and drop the request again",
      at: Place(path: "/legal/assurance"))
  }

  static let protective = Rule(
    "legal.assurance.protective",
    when: { $0.basis == .legalProcess && $0.request.legal?.assurance?.kind == .protectiveOrder }
  ) { facts in
    let assurance = facts.request.legal?.assurance
    guard assurance?.statement == true, assurance?.documents.isEmpty == false else {
      return [
        Rule.Shortfall(
          "the papers of the protective order are not in the packet",
          remedy: "ask for them, and drop the request again", at: Place(path: "/legal/assurance"))
      ]
    }
    return []
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

  /// Without a field for the court's state, every process is counsel's to place (164.512(e), states.yaml shields).
  static let outOfState = Rule("legal.out-of-state", when: { $0.basis == .legalProcess }) { _ in
    [
      Rule.Shortfall(
        "counsel looks at the court's reach before anything leaves on its process",
        remedy: "have counsel look, and approve")
    ]
  }
}
