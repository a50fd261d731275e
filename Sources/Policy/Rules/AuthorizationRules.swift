internal import Requests
internal import Values

/// 45 CFR 164.508: what makes an authorization valid. They are looked at only where the basis is the
/// authorization; a defective one is none at all.
enum AuthorizationRules {
  static let all: [Rule] = [
    present, description, discloser, recipient, purpose, expiry, signature, representative, revocation,
    conditioning, redisclosure, expired, eventUnknown, incomplete, revoked, mismatch, psychotherapy,
    marketing,
    transcription,
  ]

  private static func onAuthorization(_ facts: Case) -> Bool { facts.basis == .authorization }
  private static let anew: PlainText = "ask the requester for a complete form, and drop the request again"

  private static func needs(
    _ id: RuleID, _ problem: PlainText, _ isMet: @escaping @Sendable (Authorization) -> Bool
  )
    -> Rule
  {
    Rule(id, when: onAuthorization) { facts in
      guard let form = facts.request.authorization, isMet(form) else {
        return [Rule.Shortfall(problem, remedy: anew, at: Place(path: "/authorization"))]
      }
      return []
    }
  }

  /// The paper itself lies in the packet, with the digest that the request states.
  static let present = Rule("auth.present", when: onAuthorization) { facts in
    guard let form = facts.request.authorization, form.document != nil, let digest = form.digest else {
      return [
        Rule.Shortfall(
          "the request has no signed authorization, or does not give its digest", remedy: anew,
          at: Place(path: "/authorization/document"))
      ]
    }
    guard facts.papers.contains(digest) else {
      return [
        Rule.Shortfall(
          "no paper of the packet has the authorization's digest",
          remedy: "put the signed form into the packet, and drop the request again",
          at: Place(path: "/authorization/digest"))
      ]
    }
    return []
  }

  static let description = needs(
    "auth.core.description", "the form does not say which records may be released"
  ) {
    $0.description.map(isFilled) ?? false
  }

  static let discloser = Rule("auth.core.discloser", when: onAuthorization) { facts in
    let names = ([facts.house.site.name] + facts.house.site.alsoKnownAs).map(NameFolding.folded)
    let stated = facts.request.authorization?.discloser ?? []
    let isNamed = stated.contains { one in one.reveal(.match) { names.contains(NameFolding.folded($0)) } }
    guard !isNamed else { return [] }
    return [
      Rule.Shortfall(
        "the form does not name this house as the one who may release", remedy: anew,
        at: Place(path: "/authorization/discloser"))
    ]
  }

  static let recipient = needs("auth.core.recipient", "the form does not name who may receive the records") {
    $0.recipient.contains(where: isFilled)
  }

  static let purpose = needs("auth.core.purpose", "the form does not say why the records are needed") {
    $0.purpose.map(isFilled) ?? false
  }

  static let expiry = Rule("auth.core.expiry", when: onAuthorization) { facts in
    let form = facts.request.authorization
    let event = form?.expires?.event
    let isNone =
      event.map { $0.reveal(.match) { ["none", "end of the study"].contains($0.lowercased()) } } ?? false
    let isGiven = form?.expires?.date != nil || event.map(isFilled) ?? false
    guard isGiven, !isNone || form?.kind == .research else {
      return [
        Rule.Shortfall(
          "the form has no end date and no event that ends it", remedy: anew,
          at: Place(path: "/authorization/expires"))
      ]
    }
    return []
  }

  static let signature = Rule("auth.core.signature", when: onAuthorization) { facts in
    let signed = facts.request.authorization?.signed
    guard let on = signed?.on, let by = signed?.by, isFilled(by) else {
      return [
        Rule.Shortfall(
          "the form is not signed, or its signature has no date", remedy: anew,
          at: Place(path: "/authorization/signed"))
      ]
    }
    var problems: [Rule.Shortfall] = []
    if on > facts.house.today {
      problems.append(
        Rule.Shortfall(
          "the signature is dated in the future", remedy: anew, at: Place(path: "/authorization/signed/on")))
    } else if let received = facts.request.received.flatMap(facts.house.day), on > received {
      problems.append(
        Rule.Shortfall(
          "the signature is dated after the request was received", remedy: anew,
          at: Place(path: "/authorization/signed/on")))
    }
    return problems
  }

  static let representative = Rule(
    "auth.core.representative",
    when: { onAuthorization($0) && $0.request.authorization?.signed?.as == .representative }
  ) { facts in
    guard let right = facts.request.authorization?.signed?.authorityDescription, isFilled(right) else {
      return [
        Rule.Shortfall(
          "the form does not say by what right another person signed", remedy: anew,
          at: Place(path: "/authorization/signed/authorityDescription"))
      ]
    }
    return []
  }

  static let revocation = needs("auth.stmt.revocation", "the form lacks the statement on the right to revoke")
  {
    $0.statements?.revocation == true
  }
  static let conditioning = needs(
    "auth.stmt.conditioning", "the form lacks the statement on whether care depends on signing"
  ) { $0.statements?.conditioning == true }
  static let redisclosure = needs(
    "auth.stmt.redisclosure", "the form lacks the statement that the recipient may pass records on"
  ) { $0.statements?.redisclosure == true }

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

  /// Every core element filled in, no blank left: told once, beside the elements themselves.
  static let incomplete = Rule("auth.defect.incomplete", when: onAuthorization) { facts in
    let elements = [
      description, discloser, recipient, purpose, expiry, signature, representative, revocation, conditioning,
      redisclosure,
    ]
    let missing = elements.filter { $0.applies(facts) && !$0.judge(facts).isEmpty }.count
    guard missing > 0 else { return [] }
    return [
      Rule.Shortfall(
        "\(missing) of the form's elements are missing", remedy: anew, at: Place(path: "/authorization"))
    ]
  }

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

  /// The request lies within the form: the recipient is the one that the form names, the records' kinds and
  /// categories are those that it covers.
  static let mismatch = Rule("auth.defect.mismatch", when: onAuthorization) { facts in
    guard let form = facts.request.authorization, !form.recipient.isEmpty else { return [] }
    var names: [String] = []
    if let name = facts.request.recipient?.name { names.append(name.reveal(.match)) }
    if let id = facts.request.recipient?.id {
      names.append(id)
      if let entry = facts.house.recipients.first(where: { $0.id == id }) { names.append(entry.name) }
      if id == "patient" { names += (facts.request.patient?.names ?? []).map(NameFolding.whole) }
    }
    let folded = names.map(NameFolding.folded).filter { !$0.isEmpty }
    let isNamed = form.recipient.contains { one in
      one.reveal(.match) { stated in
        let stated = NameFolding.folded(stated)
        return folded.contains { $0 == stated }
      }
    }
    var problems: [Rule.Shortfall] = []
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
    return problems
  }

  static let psychotherapy = Rule(
    "auth.compound.psych",
    when: { onAuthorization($0) && $0.request.authorization?.categories.contains("PSYTHPN") == true }
  ) { facts in
    let form = facts.request.authorization
    let alone =
      form?.categories == ["PSYTHPN"] && (form?.combinedWith ?? []).allSatisfy { $0 == "psychotherapy" }
    guard !alone else { return [] }
    return [
      Rule.Shortfall(
        "psychotherapy notes are combined with other records on one form",
        remedy: "ask for a form of their own for the notes", at: Place(path: "/authorization/categories"))
    ]
  }

  static let marketing = Rule("auth.marketing", when: { $0.request.purpose?.code == "HMARKT" }) { facts in
    guard facts.basis == .authorization, facts.request.authorization?.statements?.remuneration != nil else {
      return [
        Rule.Shortfall(
          "marketing needs the patient's form, and it must say whether anyone pays", remedy: anew,
          at: Place(path: "/authorization/statements/remuneration"))
      ]
    }
    return []
  }

  /// DESIGN.md §3: what a request says of a paper is its desk's transcription; where the source is not
  /// believed for it, a person lays paper and transcription side by side.
  static let transcription = Rule(
    "auth.defect.false", when: { onAuthorization($0) && !$0.house.believes.contains(.authorization) }
  ) { _ in
    [
      Rule.Shortfall(
        "this source's transcription of authorizations is not believed unseen",
        remedy: "lay the form and the request side by side, and decide", at: Place(path: "/authorization"))
    ]
  }

  private static func isFilled(_ text: Sensitive<String>) -> Bool {
    text.reveal(.match) { text in
      text.unicodeScalars.contains { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
    }
  }
}
