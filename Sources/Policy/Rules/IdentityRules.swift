internal import Requests
internal import Values

/// 45 CFR 164.514(h), 164.502(g): who asks, and by what right.
enum IdentityRules {
  static let all: [Rule] = [
    access, requester, authority, official, signature, representative, current, deceased,
  ]

  static let access = Rule("access.identity", when: { $0.basis == .access }) { facts in
    guard facts.request.requester?.identity?.method == nil else { return [] }
    return [
      Rule.Shortfall(
        "nobody has said how the person who asks was known", remedy: "establish who asks, and state how",
        at: Place(path: "/requester/identity"))
    ]
  }

  /// A requester whom the directory knows is known to the house.
  static let requester = Rule("verify.identity", when: { $0.basis != .access }) { facts in
    if let id = facts.request.recipient?.id, facts.house.recipients.contains(where: { $0.id == id }) {
      return []
    }
    guard facts.request.requester?.identity?.method == nil else { return [] }
    return [
      Rule.Shortfall(
        "who asks is not known to the house, and nobody has said how they were identified",
        remedy: "establish who asks, and state how", at: Place(path: "/requester/identity"))
    ]
  }

  /// Whoever is not the patient, and relies on a paper, has that paper in the packet.
  static let authority = Rule(
    "verify.authority",
    when: { PaperNeed.of($0) != .none }
  ) { facts in
    let digests: [Digest?]
    let place: Place
    switch PaperNeed.of(facts) {
    case .personalRepresentative:
      digests = [facts.request.requester?.authority?.digest]
      place = Place(path: "/requester/authority")
    case .law:
      digests = [facts.request.legal?.digest]
      place = Place(path: "/legal")
    case .none: return []
    }
    let isThere = digests.contains { $0.map { facts.papers.contains($0) } ?? false }
    guard !isThere else { return [] }
    return [
      Rule.Shortfall(
        "the paper that gives the right to ask is not in the packet, or its digest differs",
        remedy: "put the paper into the packet with its digest, and drop the request again", at: place)
    ]
  }

  private enum PaperNeed: Equatable {
    case none, personalRepresentative, law
    static func of(_ facts: Case) -> PaperNeed {
      if facts.request.requester?.kind == .personalRepresentative { return .personalRepresentative }
      return [.courtOrder, .legalProcess].contains(facts.basis) ? .law : .none
    }
  }

  static let official = Rule(
    "verify.official.identity",
    when: { [.court, .lawEnforcement, .oversight, .publicHealth].contains($0.request.requester?.kind) }
  ) { facts in
    let good: [IdentityProof.Method?] = [.badge, .letterhead, .knownToStaff, .callback]
    guard !good.contains(facts.request.requester?.identity?.method) else { return [] }
    return [
      Rule.Shortfall(
        "an official's credential, letterhead or office was not checked", remedy: "check it, and state how",
        at: Place(path: "/requester/identity"))
    ]
  }

  /// The name signed is the patient's, a former name, or the representative's.
  static let signature = Rule(
    "verify.signature", when: { $0.basis == .authorization && $0.request.authorization?.signed?.by != nil }
  ) { facts in
    guard let signed = facts.request.authorization?.signed, let by = signed.by else { return [] }
    var names = (facts.request.patient?.names ?? []) + (facts.request.patient?.otherNames ?? [])
    if signed.as == .representative, let name = facts.request.requester?.name {
      names.append(PersonName(family: name.reveal(.match), given: []))
    }
    let signer = by.reveal(.match) { NameFolding.words($0) }
    let isTheirs = names.contains { name in
      let known = NameFolding.words(NameFolding.whole(name))
      return !known.isEmpty && Set(signer).isSuperset(of: NameFolding.words(name.family.reveal(.match)))
        && !Set(signer).isDisjoint(
          with: name.given.isEmpty ? known : name.given.flatMap { NameFolding.words($0.reveal(.match)) })
    }
    guard !isTheirs else { return [] }
    return [
      Rule.Shortfall(
        "the name signed is not the patient's or the representative's",
        remedy: "look at the form, and correct the request or ask for a new form",
        at: Place(path: "/authorization/signed/by"))
    ]
  }

  static let representative = Rule(
    "person.rep.adult", when: { $0.request.requester?.kind == .personalRepresentative }
  ) { facts in
    let authority = facts.request.requester?.authority
    let enough: [Authority.Kind?] = [.parent, .guardian, .agentHealthcare, .executor, .administrator]
    guard enough.contains(authority?.kind), authority?.healthDecisions != false else {
      return [
        Rule.Shortfall(
          "the authority does not reach decisions on the patient's care",
          remedy: "ask for the paper that does", at: Place(path: "/requester/authority/kind"))
      ]
    }
    return []
  }

  static let current = Rule(
    "person.rep.current", when: { $0.request.requester?.kind == .personalRepresentative }
  ) { facts in
    let authority = facts.request.requester?.authority
    let today = facts.house.today
    let isOver = authority?.validTo.map { $0 < today } ?? false
    let isEarly = authority?.validFrom.map { $0 > today } ?? false
    var isOfAge = false
    if authority?.kind == .parent {
      guard let birth = facts.request.patient?.birthDate else {
        return [
          Rule.Shortfall(
            "a parent asks, and the patient's date of birth is not given",
            remedy: "state it, and drop the request again",
            at: Place(path: "/patient/birthDate"))
        ]
      }
      isOfAge = birth.reveal(.match) { birth in
        (today.year - birth.year, today.month, today.dayOfMonth) >= (18, birth.month, birth.dayOfMonth)
          || today.year - birth.year > 18
      }
    }
    guard isOver || isEarly || isOfAge else { return [] }
    return [
      Rule.Shortfall(
        "the authority is not in force today, or the patient is of age",
        remedy: "ask for a paper that is in force", at: Place(path: "/requester/authority"))
    ]
  }

  /// After death an executor or administrator speaks; any earlier power has ended (164.502(g)(4)).
  static let deceased = Rule(
    "person.deceased.rep",
    when: { $0.request.patient?.deathDate != nil && $0.request.requester?.kind == .personalRepresentative }
  ) { facts in
    let kinds: [Authority.Kind?] = [.executor, .administrator]
    guard !kinds.contains(facts.request.requester?.authority?.kind) else { return [] }
    return [
      Rule.Shortfall(
        "the patient has died, and the authority is not an executor's or administrator's",
        remedy: "ask for letters testamentary or what the state gives instead",
        at: Place(path: "/requester/authority/kind"))
    ]
  }
}
