internal import Requests
internal import Values

/// 45 CFR 164.508(c): what an authorization must hold. Looked at only where the basis is the authorization; a
/// defective one is none at all.
enum AuthorizationRules {
  static let all: [Rule] =
    [present] + elements + [incomplete] + AuthorizationDefects.all + AuthorizationKinds.all

  /// The core elements and statements of the form.
  static let elements: [Rule] = [
    description, discloser, recipient, purpose, expiry, signature, representative, revocation, conditioning,
    redisclosure,
  ]

  static func onAuthorization(_ facts: Case) -> Bool { facts.basis == .authorization }
  static let anew: PlainText = "ask the requester for a complete form, and drop the request again"

  private static func needs(
    _ id: RuleID, _ problem: PlainText, at path: PlainText,
    _ isMet: @escaping @Sendable (Authorization) -> Bool
  ) -> Rule {
    Rule(id, when: onAuthorization) { facts in
      guard let form = facts.request.authorization, isMet(form) else {
        return [Rule.Shortfall(problem, remedy: anew, at: Place(path: path))]
      }
      return []
    }
  }

  /// The paper itself lies in the packet, with the digest that the request states.
  static let present = Rule("auth.present", when: onAuthorization) { facts in
    guard let form = facts.request.authorization, form.document != nil, form.digest != nil else {
      return [
        Rule.Shortfall(
          "the request has no signed authorization, or does not give its digest", remedy: anew,
          at: Place(path: "/authorization/document"))
      ]
    }
    guard facts.holds(form.document, form.digest, as: [.authorization]) else {
      return [
        Rule.Shortfall(
          "no paper of the packet is the authorization that the request names",
          remedy: "put the signed form into the packet, list it with its digest, and drop the request again",
          at: Place(path: "/authorization/digest"))
      ]
    }
    return []
  }

  static let description = needs(
    "auth.core.description", "the form does not say which records may be released",
    at: "/authorization/description"
  ) { $0.description.isFilled }

  static let discloser = Rule("auth.core.discloser", when: onAuthorization) { facts in
    let names = ([facts.house.site.name] + facts.house.site.alsoKnownAs).map(NameFolding.folded)
      .filter { !$0.isEmpty }
    let stated = facts.request.authorization?.discloser ?? []
    let isNamed = stated.contains { one in one.reveal(.match) { names.contains(NameFolding.folded($0)) } }
    guard !isNamed else { return [] }
    return [
      Rule.Shortfall(
        "the form does not name this house as the one who may release", remedy: anew,
        at: Place(path: "/authorization/discloser"))
    ]
  }

  static let recipient = needs(
    "auth.core.recipient", "the form does not name who may receive the records",
    at: "/authorization/recipient"
  ) { $0.recipient.contains { $0.isFilled } }

  /// "At the request of the individual" is purpose enough where the patient, or who stands for them, started
  /// it and signed: 164.508(c)(1)(iv).
  static let purpose = Rule("auth.core.purpose", when: onAuthorization) { facts in
    let form = facts.request.authorization
    let place = Place(path: "/authorization/purpose")
    guard let words = form?.purpose, words.isFilled else {
      return [Rule.Shortfall("the form does not say why the records are needed", remedy: anew, at: place)]
    }
    let isOwnWish = words.reveal(.match) { ownWish.contains(NameFolding.folded($0)) }
    guard isOwnWish else { return [] }
    let startedByOthers: [RequesterKind?] = [
      .payer, .employer, .lifeInsurer, .marketing, .research, .school, nil,
    ]
    guard form?.signed?.as != nil, !startedByOthers.contains(facts.request.requester?.kind) else {
      return [
        Rule.Shortfall(
          "the form gives the patient's own wish as its purpose, and someone else started it", remedy: anew,
          at: place)
      ]
    }
    return []
  }

  private static let ownWish: Set<String> = [
    "attherequestoftheindividual", "attherequestofthepatient", "atmyrequest", "patientrequest",
    "individualrequest", "atpatientsrequest", "personaluse", "personal",
  ]

  static let expiry = Rule("auth.core.expiry", when: onAuthorization) { facts in
    let form = facts.request.authorization
    if form?.expires?.date != nil { return [] }
    let place = Place(path: "/authorization/expires")
    guard let event = form?.expires?.event, !NameFolding.folded(event.reveal(.match)).isEmpty else {
      return [Rule.Shortfall("the form has no end date and no event that ends it", remedy: anew, at: place)]
    }
    let isEndless = !event.isFilled || event.reveal(.match) { endless.contains(NameFolding.folded($0)) }
    guard isEndless else { return [] }
    let isResearch =
      form?.kind == .research
      && facts.request.purpose?.code.map { PurposeOfUse.isBelow($0, "HRESCH") } ?? false
    guard !isResearch else { return [] }
    return [
      Rule.Shortfall(
        "the form does not end: only research may do without an end date or event", remedy: anew, at: place)
    ]
  }

  /// Events that tie to neither the person nor the purpose; enough for research alone.
  private static let endless: Set<String> = [
    "none", "never", "noexpiration", "doesnotexpire", "noend", "indefinite", "indefinitely", "permanent",
    "untilrevoked", "whenrevoked", "uponrevocation", "endofthestudy", "endofstudy", "endoftheresearchstudy",
  ]

  static let signature = Rule("auth.core.signature", when: onAuthorization) { facts in
    let signed = facts.request.authorization?.signed
    guard let on = signed?.on, signed?.by.isFilled == true else {
      return [
        Rule.Shortfall(
          "the form is not signed, or its signature has no date", remedy: anew,
          at: Place(path: "/authorization/signed"))
      ]
    }
    if on > facts.house.today {
      return [
        Rule.Shortfall(
          "the signature is dated in the future", remedy: anew, at: Place(path: "/authorization/signed/on"))
      ]
    }
    // Without a day of receipt house.future-dates holds the packet: it cannot be compared.
    guard let received = facts.request.received.flatMap(facts.house.day), on > received else { return [] }
    return [
      Rule.Shortfall(
        "the signature is dated after the request was received", remedy: anew,
        at: Place(path: "/authorization/signed/on"))
    ]
  }

  static let representative = Rule(
    "auth.core.representative",
    when: { onAuthorization($0) && $0.request.authorization?.signed?.as == .representative }
  ) { facts in
    guard !facts.request.authorization.isSignedByRight else { return [] }
    return [
      Rule.Shortfall(
        "the form does not say by what right another person signed", remedy: anew,
        at: Place(path: "/authorization/signed/authorityDescription"))
    ]
  }

  static let revocation = needs(
    "auth.stmt.revocation", "the form lacks the statement on the right to revoke",
    at: "/authorization/statements/revocation"
  ) { $0.statements?.revocation == true }
  static let conditioning = needs(
    "auth.stmt.conditioning", "the form lacks the statement on whether care depends on signing",
    at: "/authorization/statements/conditioning"
  ) { $0.statements?.conditioning == true }
  static let redisclosure = needs(
    "auth.stmt.redisclosure", "the form lacks the statement that the recipient may pass records on",
    at: "/authorization/statements/redisclosure"
  ) { $0.statements?.redisclosure == true }

  /// Every core element filled in, no blank left: told once, beside the elements themselves.
  static let incomplete = Rule("auth.defect.incomplete", when: onAuthorization) { facts in
    let missing = elements.filter { $0.applies(facts) && !$0.judge(facts).isEmpty }.count
    guard missing > 0 else { return [] }
    return [
      Rule.Shortfall(
        "\(missing) of the form's elements are missing", remedy: anew, at: Place(path: "/authorization"))
    ]
  }

  /// Whether the form would carry a release by itself: a subpoena that comes with one needs no assurance
  /// (164.512(e)(1)(ii) asks for it only where there is no authorization).
  static func isWhole(_ facts: Case) -> Bool {
    let onForm = facts.resting(on: .authorization)
    return ([present] + elements + AuthorizationDefects.all + [IdentityRules.signature]).allSatisfy {
      $0.findings(onForm).allSatisfy { $0.verdict < .hold }
    }
  }
}

extension Authorization? {
  fileprivate var isSignedByRight: Bool { self?.signed?.authorityDescription.isFilled ?? false }
}
