internal import Requests
internal import Values

/// Whether the request's form is a consent by 42 CFR 2.31. What it lacks withholds the substance use
/// material, not the packet (RULES.md §8).
enum Part2Consent {
  /// All that the form lacks, as ids of RULES.md's rules; empty when it opens the material.
  static func shortfalls(_ facts: Case) -> [RuleID] {
    guard let form = facts.request.authorization, isConsent(form),
      let digest = form.digest, facts.papers.contains(digest)
    else { return ["part2.ground"] }
    var missing: [RuleID] = []
    if facts.request.patient?.names.isEmpty != false { missing.append("part2.consent.patient") }
    if !form.discloser.contains(where: isFilled) { missing.append("part2.consent.discloser") }
    if !(form.description.map(isFilled) ?? false) { missing.append("part2.consent.what") }
    if !form.recipient.contains(where: isFilled) { missing.append("part2.consent.recipient") }
    if !(form.purpose.map(isFilled) ?? false) { missing.append("part2.consent.purpose") }
    if form.statements?.revocation != true { missing.append("part2.consent.revoke") }
    if form.expires?.date == nil, !(form.expires?.event.map(isFilled) ?? false) {
      missing.append("part2.consent.expiry")
    }
    if !(form.signed?.by.map(isFilled) ?? false) { missing.append("part2.consent.signature") }
    if form.signed?.on == nil { missing.append("part2.consent.date") }
    if isTreatmentPaymentOrOperations(facts) {
      let covered: [RequesterKind?] = [.provider, .payer, .businessAssociate]
      if covered.contains(facts.request.requester?.kind), form.statements?.redisclosure != true {
        missing.append("part2.consent.hipaa-recipient")
      }
      if form.statements?.redisclosure != true || form.statements?.conditioning != true {
        missing.append("part2.consent.tpo-statements")
      }
    }
    if isDefective(form, facts) { missing.append("part2.consent.defect") }
    if isForProceedings(facts), !form.combinedWith.isEmpty || isTreatmentPaymentOrOperations(facts) {
      missing.append("part2.consent.proceedings")
    }
    return missing
  }

  /// 42 CFR 2.61, 2.64, 2.65: an order of that section with its findings, and a subpoena or like mandate
  /// beside it.
  static func hasOrder(_ facts: Case) -> Bool {
    guard facts.basis == .courtOrder, let order = facts.request.legal?.part2Order else { return false }
    let sections = ["2.64", "2.65"]
    let names = order.section.map { section in sections.contains { section.contains($0) } } ?? false
    return names && order.findings == true && order.subpoena == true
  }

  /// The form is meant as a consent by Part 2 and names the material.
  private static func isConsent(_ form: Authorization) -> Bool {
    switch form.kind {
    case .part2: true
    case .both: !Set(form.categories).isDisjoint(with: ["SUD", "ETH", "ETHUD", "OPIOIDUD"])
    case .hipaa, .psychotherapy, .sudCounseling, .research, .marketing, .sale, nil: false
    }
  }

  /// 42 CFR 2.31(c).
  private static func isDefective(_ form: Authorization, _ facts: Case) -> Bool {
    let isRevoked = form.revoked != nil || form.digest.map { facts.house.revoked.contains($0) } ?? false
    let isOver =
      form.expires?.eventOccurred == true || form.expires?.date.map { $0 < facts.house.today } ?? false
    let isEarly = form.signed?.on.map { $0 > facts.house.today } ?? false
    return isRevoked || isOver || isEarly
  }

  private static func isTreatmentPaymentOrOperations(_ facts: Case) -> Bool {
    guard let code = facts.request.purpose?.code else { return false }
    return ["TREAT", "HPAYMT", "HOPERAT"].contains { PurposeOfUse.isBelow(code, $0) }
  }

  /// 42 CFR 2.31(d).
  private static func isForProceedings(_ facts: Case) -> Bool {
    let kinds: [RequesterKind?] = [.attorney, .court, .lawEnforcement]
    return kinds.contains(facts.request.requester?.kind)
  }

  private static func isFilled(_ text: Sensitive<String>) -> Bool {
    text.reveal(.match) { !TextFolding.symbols(of: $0).isEmpty }
  }
}
