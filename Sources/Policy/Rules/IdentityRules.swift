internal import Requests
internal import Values

/// 45 CFR 164.514(h): who asks, and by what right.
enum IdentityRules {
  static let all: [Rule] = [requester, authority, official, officialRight, signature]

  /// What is missing of an identity check: a method that fits, and when it was done. Nothing where both are
  /// there.
  static func shortfall(
    of proof: IdentityProof?, by good: [IdentityProof.Method], today: Day
  ) -> [Rule.Shortfall] {
    let place = Place(path: "/requester/identity")
    guard let method = proof?.method, good.contains(method) else {
      return [
        Rule.Shortfall(
          "nobody has said, in a way that fits, how the person who asks was known",
          remedy: "establish who asks, and state how", at: place)
      ]
    }
    guard let on = proof?.checkedOn else {
      return [
        Rule.Shortfall("when the identity was checked is not stated", remedy: "state the day", at: place)
      ]
    }
    guard on <= today else {
      return [Rule.Shortfall("the identity was checked in the future", remedy: "correct the day", at: place)]
    }
    return []
  }

  /// Of others than the patient it is also asked by whom.
  private static func full(
    of proof: IdentityProof?, by good: [IdentityProof.Method], today: Day
  ) -> [Rule.Shortfall] {
    let missing = shortfall(of: proof, by: good, today: today)
    guard missing.isEmpty, !proof.flatMap(\.checkedBy).isFilled else { return missing }
    return [
      Rule.Shortfall(
        "who checked the identity is not stated", remedy: "state who did",
        at: Place(path: "/requester/identity/checkedBy"))
    ]
  }

  /// A requester that the directory names is known to the house; that the records go to someone known does
  /// not tell who asks for them.
  static let requester = Rule(
    "verify.identity", when: { $0.basis != .access && $0.basis != .directive }
  ) { facts in
    let asks = facts.request.requester
    let names = [asks?.organization, asks?.name].compactMap { $0?.reveal(.match) }
      .map(NameFolding.folded).filter { !$0.isEmpty }
    let today = facts.house.today
    let isKnown = facts.house.recipients.contains { entry in
      names.contains(NameFolding.folded(entry.name)) && asks?.kind.map { entry.kinds.contains($0) } ?? false
        && !(entry.validTo.map { $0 < today } ?? false) && !(entry.validFrom.map { $0 > today } ?? false)
    }
    guard !isKnown else { return [] }
    return full(of: asks?.identity, by: IdentityProof.Method.allCases, today: today)
  }

  private enum Paper { case power, process }

  private static func needed(_ facts: Case) -> Paper? {
    if facts.request.requester?.kind == .personalRepresentative { return .power }
    return facts.basis == .courtOrder || facts.basis == .legalProcess ? .process : nil
  }

  /// Whoever is not the patient, and relies on a paper, has that paper in the packet.
  static let authority = Rule("verify.authority", when: { needed($0) != nil }) { facts in
    let isThere: Bool
    let place: Place
    switch needed(facts) {
    case .power:
      let authority = facts.request.requester?.authority
      isThere = facts.holds(authority?.document, authority?.digest, as: [.authority])
      place = Place(path: "/requester/authority")
    case .process:
      isThere = facts.holds(facts.request.legal?.document, facts.request.legal?.digest, as: [.legalProcess])
      place = Place(path: "/legal")
    case nil: return []
    }
    guard !isThere else { return [] }
    return [
      Rule.Shortfall(
        "the paper that gives the right to ask is not in the packet, or its digest differs",
        remedy: "put the paper into the packet with its digest, and drop the request again", at: place)
    ]
  }

  private static let officials: [RequesterKind] = [
    .court, .lawEnforcement, .oversight, .publicHealth, .hhs, .coroner, .correctional, .military,
    .governmentBenefits,
  ]
  private static func isOfficial(_ facts: Case) -> Bool {
    facts.request.requester?.kind.map { officials.contains($0) } ?? false
  }

  static let official = Rule("verify.official.identity", when: isOfficial) { facts in
    full(
      of: facts.request.requester?.identity, by: [.badge, .letterhead, .knownToStaff, .callback],
      today: facts.house.today)
  }

  /// The statement of the law it acts under, or the process itself. With the patient's form it needs neither.
  static let officialRight = Rule(
    "verify.official.authority", when: { isOfficial($0) && $0.basis != .authorization }
  ) { facts in
    let legal = facts.request.legal
    let statements: [Evidence.Kind?] = [.statuteCitation, .letter]
    let isStated =
      facts.holds(legal?.document, legal?.digest, as: [.legalProcess])
      || facts.request.evidence.contains { statements.contains($0.kind) && facts.holds($0) }
    guard !isStated else { return [] }
    return [
      Rule.Shortfall(
        "an official asks, and the law it acts under is not stated by a paper of the packet",
        remedy: "ask for the written statement or the process itself", at: Place(path: "/evidence"))
    ]
  }

  /// The name signed is the patient's (a former name counts), or the representative's who asks. An attorney is
  /// no representative: a form that counsel signed is none.
  static let signature = Rule("verify.signature", when: { $0.basis == .authorization }) { facts in
    let place = Place(path: "/authorization/signed")
    // An unsigned form is auth.core.signature's.
    guard let signed = facts.request.authorization?.signed, let by = signed.by else { return [] }
    let patient = facts.request.patient
    let isTheirs: Bool
    switch signed.as {
    case .patient:
      let names = (patient?.names ?? []) + (patient?.otherNames ?? [])
      isTheirs = names.contains { isSignature(by.reveal(.match), of: $0) }
    case .representative:
      let asks = facts.request.requester
      let name = asks?.kind == .personalRepresentative ? asks?.name : nil
      isTheirs =
        name.isFilled
        && NameFolding.folded(by.reveal(.match)) == name.map { NameFolding.folded($0.reveal(.match)) }
    case nil:
      return [
        Rule.Shortfall(
          "whether the patient or a representative signed is not stated",
          remedy: "state it as the form has it", at: place)
      ]
    }
    var problems: [Rule.Shortfall] = []
    if !isTheirs {
      problems.append(
        Rule.Shortfall(
          "the name signed is not the patient's or the representative's who asks",
          remedy: "look at the form, and correct the request or ask for a new form", at: place))
    }
    if signed.as == .patient, let on = signed.on, let birth = patient?.birthDate,
      birth.reveal(.match, { RepresentativeRules.age($0, on: on) < 18 })
    {
      problems.append(
        Rule.Shortfall(
          "the patient was not of age when they signed",
          remedy: "look whether they could sign alone, or ask for a parent's signature", at: place))
    }
    return problems
  }

  /// All words of the family name and the first given name are in the signature, the generation as there.
  private static func isSignature(_ text: String, of name: PersonName) -> Bool {
    let signed = ComparedName(family: nil, given: [text])
    let known = ComparedName(
      family: name.family.reveal(.match), given: name.given.map { $0.reveal(.match) })
    guard let first = known.given.first, !known.family.isEmpty else { return false }
    guard signed.generation == known.generation || signed.generation == nil else { return false }
    return (known.family + [first]).allSatisfy { word in signed.given.contains { $0.agrees(with: word) } }
  }
}
