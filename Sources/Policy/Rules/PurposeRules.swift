internal import Requests
internal import Values

/// 45 CFR 164.502, 164.506: why, and on what ground.
enum PurposeRules {
  static let all: [Rule] = [known, basis, unbuilt, treatment, payment, employer, wholeRecord]

  static let known = Rule("purpose.known") { facts in
    guard let code = facts.request.purpose?.code else {
      // The patient's own access needs no reason (164.524(b)(1)).
      if facts.basis == .access { return [] }
      return [
        Rule.Shortfall(
          "the request does not say what the records are for", remedy: "state a code of HL7 PurposeOfUse",
          at: Place(path: "/purpose/code"))
      ]
    }
    guard let purpose = PurposeOfUse.of(code: code) else {
      let near = Nearest.word(to: code, of: PurposeOfUse.all.map { $0.code.description })
      return [
        Rule.Shortfall(
          "not an HL7 PurposeOfUse code",
          remedy: near.map { "correct the request (nearest: \(PlainText(ours: $0))) and drop it again" }
            ?? "correct the request and drop it again", at: Place(path: "/purpose/code"))
      ]
    }
    var problems: [Rule.Shortfall] = []
    if let basis = facts.basis, !purpose.bases.contains(basis) {
      problems.append(
        Rule.Shortfall(
          "the purpose does not go with the ground \(PlainText(ours: basis.rawValue))",
          remedy: "correct purpose or papers, and drop the request again", at: Place(path: "/purpose/code")))
    }
    if purpose.isHeld {
      problems.append(
        Rule.Shortfall(
          "requests for this purpose are looked at by a person", remedy: "decide whether it may go on"))
    }
    return problems
  }

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
    return []
  }

  /// Grounds whose own rules Chartgate does not have yet: a person decides, nothing passes unseen.
  private static let built: Set<Basis> = [
    .access, .authorization, .treatment, .payment, .courtOrder, .legalProcess,
  ]
  static let unbuilt = Rule("minnec.routine", when: { $0.basis.map { !built.contains($0) } ?? false }) {
    facts in
    [
      Rule.Shortfall(
        "the ground \(PlainText(ours: facts.basis?.rawValue ?? "unknown")) has no rules in this version",
        remedy: "a person must review this request by hand")
    ]
  }

  static let treatment = Rule("purpose.treatment", when: { $0.basis == .treatment }) { facts in
    guard facts.request.requester?.kind != .provider else { return [] }
    return [Rule.Shortfall("treatment is a ground for providers only", remedy: "correct the requester")]
  }

  static let payment = Rule("purpose.payment", when: { $0.basis == .payment }) { facts in
    let kinds: [RequesterKind?] = [.payer, .provider, .businessAssociate]
    guard !kinds.contains(facts.request.requester?.kind) else { return [] }
    return [
      Rule.Shortfall("payment is a ground for payers and providers only", remedy: "correct the requester")
    ]
  }

  static let employer = Rule(
    "purpose.employer",
    when: { [.employer, .lifeInsurer].contains($0.request.requester?.kind) }
  ) { facts in
    guard facts.request.authorization?.document == nil else { return [] }
    return [
      Rule.Shortfall(
        "an employer or life insurer asks without the patient's form",
        remedy: "ask for a signed authorization",
        at: Place(path: "/authorization"))
    ]
  }

  static let wholeRecord = Rule(
    "minnec.whole-record", when: { $0.request.scope?.whole == true && $0.basis?.needsMinimum == true }
  ) { facts in
    guard facts.request.scope?.justification == nil else { return [] }
    return [
      Rule.Shortfall(
        "the whole record is asked for without a reason",
        remedy: "ask for the reason, or for the records needed",
        at: Place(path: "/scope/justification"))
    ]
  }
}
