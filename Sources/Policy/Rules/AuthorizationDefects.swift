internal import Requests
internal import Values

/// 45 CFR 164.508(b)(2), (b)(5): what makes a form that looks whole no authorization.
enum AuthorizationDefects {
  static let all: [Rule] = [expired, eventUnknown, revoked, untrue, mismatch]

  private static func onAuthorization(_ facts: Case) -> Bool { AuthorizationRules.onAuthorization(facts) }

  /// An authorization is good through the whole of its last day, and no authorization after it.
  static let expired = Rule("auth.defect.expired", when: onAuthorization) { facts in
    let expires = facts.request.authorization?.expires
    if expires?.eventOccurred == true {
      return [
        Rule.Shortfall(
          "the event that ends the authorization has happened", remedy: "ask the requester for a new one",
          at: Place(path: "/authorization/expires/eventOccurred"))
      ]
    }
    guard let lastDay = expires?.date else { return [] }
    let daysLate = facts.house.today.days(since: lastDay)
    guard daysLate > 0 else { return [] }
    return [
      Rule.Shortfall(
        "the authorization ended \(daysLate) days ago", remedy: "ask the requester for a new one",
        at: Place(path: "/authorization/expires/date"))
    ]
  }

  static let eventUnknown = Rule(
    "auth.defect.event-unknown",
    when: {
      onAuthorization($0) && $0.request.authorization?.expires?.date == nil
        && $0.request.authorization?.expires?.event != nil
    }
  ) { facts in
    guard facts.request.authorization?.expires?.eventOccurred == nil else { return [] }
    return [
      Rule.Shortfall(
        "nobody has said whether the event that ends the authorization has happened",
        remedy: "find out, and say so in authorization.expires.eventOccurred",
        at: Place(path: "/authorization/expires/eventOccurred"))
    ]
  }

  /// On file, or by the packet itself; what was already released stays accounted (164.508(b)(5)(i)).
  static let revoked = Rule("auth.defect.revoked", when: onAuthorization) { facts in
    let form = facts.request.authorization
    let isOnFile = form?.digest.map { facts.house.revoked.contains($0) } ?? false
    guard isOnFile || form?.revoked != nil else { return [] }
    return [
      Rule.Shortfall(
        "the authorization was withdrawn", remedy: "nothing more may leave on it; ask for a new one",
        at: Place(path: "/authorization/revoked"))
    ]
  }

  /// What the desk wrote of the form does not go together, or is not believed unseen: DESIGN.md §3 lays paper
  /// and transcription side by side where the source's word is not enough.
  static let untrue = Rule("auth.defect.false", when: onAuthorization) { facts in
    var problems: [Rule.Shortfall] = []
    if !facts.house.believes.contains(.authorization) {
      problems.append(
        Rule.Shortfall(
          "this source's transcription of authorizations is not believed unseen",
          remedy: "lay the form and the request side by side, and decide", at: Place(path: "/authorization")))
    }
    let form = facts.request.authorization
    let patient = facts.request.patient
    guard let on = form?.signed?.on else { return problems }
    func say(_ problem: PlainText, _ path: PlainText) {
      problems.append(
        Rule.Shortfall(problem, remedy: "look at the form, and correct the request", at: Place(path: path)))
    }
    if patient?.birthDate?.reveal(.match, { on < $0 }) == true {
      say("the form was signed before the patient was born", "/authorization/signed/on")
    }
    if form?.signed?.as == .patient, patient?.deathDate?.reveal(.match, { on > $0 }) == true {
      say("the form was signed by the patient after their death", "/authorization/signed/on")
    }
    if let last = form?.expires?.date, last < on {
      say("the form ended before it was signed", "/authorization/expires/date")
    }
    return problems
  }

  /// The request lies within the form: recipient and kinds of records are those that it names.
  static let mismatch = Rule("auth.defect.mismatch", when: onAuthorization) { facts in
    guard let form = facts.request.authorization else { return [] }
    var problems: [Rule.Shortfall] = []
    let known = receivers(facts)
    let isNamed = form.recipient.contains { one in
      one.reveal(.match) { known.contains(NameFolding.folded($0)) }
    }
    if !isNamed {
      problems.append(
        Rule.Shortfall(
          "the request's recipient is not the one that the form names",
          remedy: "correct the recipient, or ask for a form that names it", at: Place(path: "/recipient")))
    }
    let asked = Set(facts.request.scope?.categories ?? [])
    if !asked.isSubset(of: Set(form.categories)) {
      problems.append(
        Rule.Shortfall(
          "the request asks for more kinds of records than the form allows",
          remedy: "ask for a form that names them, or drop the request without them",
          at: Place(path: "/scope/categories")))
    }
    if !goesTogether(form.kind, facts.request.purpose?.code) {
      problems.append(
        Rule.Shortfall(
          "the form is for another purpose than the request's",
          remedy: "correct the purpose, or ask for a form for it", at: Place(path: "/authorization/kind")))
    }
    return problems
  }

  /// The names of who would receive, folded: the directory's own name for an id, since that is where the
  /// records go, whatever the request calls it.
  private static func receivers(_ facts: Case) -> Set<String> {
    let recipient = facts.request.recipient
    var names: [String] = []
    if let id = recipient?.id {
      if id == "patient" {
        names = (facts.request.patient.map { $0.names + $0.otherNames } ?? []).flatMap(NameFolding.spellings)
      } else if let entry = facts.house.recipients.first(where: { $0.id == id }) {
        names = [entry.name]
      }
    } else if let name = recipient?.name {
      names = [name.reveal(.match)]
    }
    return Set(names.map(NameFolding.folded).filter { !$0.isEmpty })
  }

  /// A form for one purpose alone serves no other (164.508(b)(3)).
  private static func goesTogether(_ kind: Authorization.Kind?, _ purpose: String?) -> Bool {
    switch kind {
    case .research: purpose.map { PurposeOfUse.isBelow($0, "HRESCH") } ?? false
    case .marketing: purpose == "HMARKT"
    case .hipaa, .part2, .both, .psychotherapy, .sudCounseling, .sale, nil: true
    }
  }
}
