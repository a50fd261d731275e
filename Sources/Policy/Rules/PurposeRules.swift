internal import Requests
internal import Values

/// 45 CFR 164.502, 164.506, 164.514(d): why, on what ground, and how much.
enum PurposeRules {
  static let all: [Rule] = [
    known, basis, unbuilt, treatment, payment, employer, wholeRecord, associate,
  ]

  static let known = Rule("purpose.known") { facts in
    var problems: [Rule.Shortfall] = []
    if let basis = facts.basis, let kinds = basis.requesters,
      !(facts.request.requester?.kind.map { kinds.contains($0) } ?? false)
    {
      problems.append(
        Rule.Shortfall(
          "the ground \(PlainText(ours: basis.rawValue)) is not one for this kind of requester",
          remedy: "correct requester, purpose or papers, and drop the request again",
          at: Place(path: "/requester/kind")))
    }
    guard let code = facts.request.purpose?.code else {
      // The patient's own right needs no reason (164.524(b)(1)).
      if facts.basis == .access || facts.basis == .directive { return problems }
      problems.append(
        Rule.Shortfall(
          "the request does not say what the records are for", remedy: "state a code of HL7 PurposeOfUse",
          at: Place(path: "/purpose/code")))
      return problems
    }
    guard let purpose = PurposeOfUse.of(code: code) else {
      let near = Nearest.word(to: code, of: PurposeOfUse.all.map { $0.code.description })
      problems.append(
        Rule.Shortfall(
          "not an HL7 PurposeOfUse code",
          remedy: near.map { "correct the request (nearest: \(PlainText(ours: $0))) and drop it again" }
            ?? "correct the request and drop it again", at: Place(path: "/purpose/code")))
      return problems
    }
    if let basis = facts.basis, !purpose.bases.contains(basis) {
      problems.append(
        Rule.Shortfall(
          "the purpose does not go with the ground \(PlainText(ours: basis.rawValue))",
          remedy: "correct purpose or papers, and drop the request again", at: Place(path: "/purpose/code")))
    }
    if let kind = facts.request.requester?.kind, let kinds = purpose.requesters, !kinds.contains(kind) {
      problems.append(
        Rule.Shortfall(
          "the purpose is not one that this kind of requester can have",
          remedy: "ask what the records are for, and correct purpose or requester",
          at: Place(path: "/purpose/code")))
    }
    if purpose.isHeld {
      problems.append(
        Rule.Shortfall(
          "requests for this purpose are looked at by a person", remedy: "decide whether it may go on",
          at: Place(path: "/purpose/code")))
    }
    return problems
  }

  /// The ground that the case is judged on is the one that follows from the request, and the one it states.
  static let basis = Rule("purpose.basis") { facts in
    guard let derived = Basis.derived(from: facts.request) else {
      return [
        Rule.Shortfall(
          "no legal ground follows from requester, purpose and papers",
          remedy: "say who asks and why, add the papers, and drop the request again",
          at: Place(path: "/requester"))
      ]
    }
    if let stated = facts.request.basis, stated != derived.rawValue {
      return [
        Rule.Shortfall(
          "the ground stated is not the one that follows from requester, purpose and papers",
          remedy: "correct it to \(PlainText(ours: derived.rawValue)), or leave it out",
          at: Place(path: "/basis"))
      ]
    }
    guard facts.basis == derived else {
      return [
        Rule.Shortfall(
          "the request was judged on another ground than follows from it", remedy: "report this as a bug",
          at: Place(path: "/basis"))
      ]
    }
    return []
  }

  /// Grounds whose own rules Chartgate has. On any other a person decides, nothing passes unseen.
  private static let built: Set<Basis> = [
    .access, .directive, .authorization, .treatment, .payment, .courtOrder, .legalProcess,
  ]
  static let unbuilt = Rule("minnec.routine", when: { $0.basis.map { !built.contains($0) } ?? false }) {
    facts in
    [
      Rule.Shortfall(
        "the ground \(PlainText(ours: facts.basis?.rawValue ?? "unknown")) has no rules in this version",
        remedy: "a person must review this request by hand")
    ]
  }

  static let treatment = Rule("purpose.treatment", when: { $0.basis == .treatment }) { _ in
    [
      Rule.Shortfall(
        "treatment: no authorization is asked for, and the minimum necessary does not apply",
        remedy: "nothing to do")
    ]
  }

  static let payment = Rule("purpose.payment", when: { $0.basis == .payment }) { _ in
    [
      Rule.Shortfall(
        "payment: no authorization is asked for, and only the minimum necessary leaves",
        remedy: "nothing to do")
    ]
  }

  static let employer = Rule(
    "purpose.employer",
    when: { [.employer, .lifeInsurer].contains($0.request.requester?.kind) }
  ) { facts in
    guard facts.basis != .authorization || facts.request.authorization?.document == nil else { return [] }
    return [
      Rule.Shortfall(
        "an employer or life insurer asks without the patient's form",
        remedy: "ask for a signed authorization", at: Place(path: "/authorization"))
    ]
  }

  /// A reason for the whole record is accepted by a person, never by being there. Where neither the request
  /// nor the pipeline's standing protocol bounds it, the whole record is what is asked for.
  static let wholeRecord = Rule("minnec.whole-record", when: { $0.basis?.needsMinimum == true }) { facts in
    let scope = facts.request.scope
    let place = Place(path: "/scope")
    if scope?.whole == true {
      guard scope?.justification.isFilled == true else {
        return [
          Rule.Shortfall(
            "the whole record is asked for without a reason",
            remedy: "ask for the reason, or for the records needed", at: place)
        ]
      }
      return [
        Rule.Shortfall(
          "the whole record is asked for", remedy: "judge the reason given, and accept it or not", at: place)
      ]
    }
    let isBounded =
      scope.map {
        $0.period?.from != nil || $0.period?.to != nil || !$0.documentTypes.isEmpty
          || !$0.resourceTypes.isEmpty || !$0.encounters.isEmpty
      } ?? false
    let protocolBounds =
      facts.pipeline.map { !$0.documentTypes.isEmpty || !$0.resourceTypes.isEmpty } ?? false
    guard !isBounded, !protocolBounds else { return [] }
    return [
      Rule.Shortfall(
        "neither the request nor the pipeline says which records this purpose needs",
        remedy: "state a period or the kinds of records", at: place)
    ]
  }

  static let associate = Rule(
    "ba.contract", when: { $0.request.requester?.kind == .businessAssociate }
  ) { facts in
    guard !facts.request.evidence.contains(where: { $0.kind == .baa && facts.holds($0) }) else { return [] }
    return [
      Rule.Shortfall(
        "a business associate asks, and its contract is not in the packet",
        remedy: "put the contract into the packet with its digest", at: Place(path: "/evidence"))
    ]
  }
}
