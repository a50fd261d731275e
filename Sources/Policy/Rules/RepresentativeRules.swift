internal import Requests
internal import Values

/// 45 CFR 164.502(g): who stands for the patient. A power must reach decisions on care, be in force today, and
/// end with the patient's coming of age or death where it was for their life.
enum RepresentativeRules {
  static let all: [Rule] = [reach, current, minorParent, minorAge, deceased, transcription]

  private static func isRepresentative(_ facts: Case) -> Bool {
    facts.request.requester?.kind == .personalRepresentative
  }
  private static func authority(_ facts: Case) -> Authority? { facts.request.requester?.authority }

  /// Full years on a day.
  static func age(_ birth: Day, on day: Day) -> Int {
    let years = day.year - birth.year
    return (day.month, day.dayOfMonth) < (birth.month, birth.dayOfMonth) ? years - 1 : years
  }

  /// nil: the date of birth is not given.
  private static func isMinor(_ facts: Case) -> Bool? {
    facts.request.patient?.birthDate.map { $0.reveal(.match) { age($0, on: facts.house.today) < 18 } }
  }

  static let reach = Rule("person.rep.adult", when: isRepresentative) { facts in
    let reaches =
      switch authority(facts)?.kind {
      // A parent decides by being one; a power or a court's paper must say that it reaches care.
      case .parent: authority(facts)?.healthDecisions != false
      case .guardian, .agentHealthcare: authority(facts)?.healthDecisions == true
      case .executor, .administrator: facts.request.patient?.deathDate != nil
      case .self, .agentFinancial, .nextOfKin, .counsel, .official, .some(.none), nil: false
      }
    guard !reaches else { return [] }
    return [
      Rule.Shortfall(
        "the authority does not reach decisions on the patient's care, or is not said to",
        remedy: "ask for the paper that does", at: Place(path: "/requester/authority"))
    ]
  }

  static let current = Rule("person.rep.current", when: isRepresentative) { facts in
    let authority = authority(facts)
    let today = facts.house.today
    let place = Place(path: "/requester/authority")
    var problems: [Rule.Shortfall] = []
    let isOver = authority?.validTo.map { $0 < today } ?? false
    if isOver || authority?.validFrom.map({ $0 > today }) ?? false {
      problems.append(
        Rule.Shortfall(
          "the authority is not in force today", remedy: "ask for a paper that is in force", at: place))
    }
    guard authority?.kind == .parent else { return problems }
    switch isMinor(facts) {
    case true?: break
    case false?:
      problems.append(
        Rule.Shortfall(
          "a parent asks, and the patient is of age", remedy: "ask for the patient's form, or a power",
          at: place))
    case nil:
      problems.append(
        Rule.Shortfall(
          "a parent asks, and the patient's date of birth is not given",
          remedy: "state it, and drop the request again", at: Place(path: "/patient/birthDate")))
    }
    return problems
  }

  static let minorParent = Rule(
    "person.minor.parent", when: { isRepresentative($0) && isMinor($0) == true }
  ) { _ in
    [Rule.Shortfall("the patient is a minor, and a representative asks", remedy: "nothing to do")]
  }

  /// In nearly every state there is care that a minor may consent to alone, some of it at any age, and the
  /// records do not say which was: a person takes it out before a parent sees the rest (164.502(g)(3)). The
  /// access basis cuts no category, so this is all that stands between.
  static let minorAge = Rule(
    "person.minor.age", when: { isRepresentative($0) && isMinor($0) != false }
  ) { facts in
    [
      Rule.Shortfall(
        "the patient is a minor: care that they consented to alone may not go to a parent",
        remedy: "look for such care in the records, and take it out",
        at: Place(path: "/requester/authority"))
    ]
  }

  /// After death an executor or administrator speaks, by a paper dated after it; any earlier power has ended,
  /// and the patient no longer asks (164.502(g)(4)).
  static let deceased = Rule(
    "person.deceased.rep",
    when: {
      $0.request.patient?.deathDate != nil
        && ($0.request.requester?.kind == .patient || isRepresentative($0))
    }
  ) { facts in
    let authority = authority(facts)
    let kinds: [Authority.Kind?] = [.executor, .administrator]
    guard isRepresentative(facts), kinds.contains(authority?.kind), let from = authority?.validFrom,
      facts.request.patient?.deathDate?.reveal(.match, { from >= $0 }) == true
    else {
      return [
        Rule.Shortfall(
          "the patient has died, and no executor's or administrator's paper of a day after it is stated",
          remedy: "ask for letters testamentary or what the state gives instead",
          at: Place(path: "/requester/authority"))
      ]
    }
    return []
  }

  /// DESIGN.md §3, for papers that give a person the right to ask.
  static let transcription = Rule(
    "verify.identity", when: { isRepresentative($0) && !$0.house.believes.contains(.authority) }
  ) { _ in
    [
      Rule.Shortfall(
        "this source's transcription of proofs of authority is not believed unseen",
        remedy: "lay the paper and the request side by side, and decide",
        at: Place(path: "/requester/authority"))
    ]
  }
}
