internal import Requests
internal import Values

/// House rules on who receives, and by which way (RULES.md §13; 45 CFR 164.522(b), 164.514(h)).
enum RecipientRules {
  static let all: [Rule] = [known, new, confidentialChannel, faxOrMail]

  private static let themselves: [RequesterKind?] = [.patient, .personalRepresentative]

  /// The patient themself by portal, or an entry of the directory that is in date, may ask so, and is reached
  /// by the way that it has there.
  static let known = Rule("house.recipient-known") { facts in
    guard let id = facts.request.recipient?.id else {
      return [
        said(
          "the recipient is not named by an id of the directory",
          "name it, or \"patient\"; set it up in recipients.yaml if it is new")
      ]
    }
    if id == "patient" { return patient(facts) }
    guard let entry = facts.house.recipients.first(where: { $0.id == id }) else {
      return [said("the directory has no such recipient", "set the recipient up in recipients.yaml")]
    }
    return directory(entry, facts)
  }

  private static func said(
    _ problem: PlainText, _ remedy: PlainText, at path: PlainText = "/recipient"
  ) -> Rule.Shortfall {
    Rule.Shortfall(problem, remedy: remedy, at: Place(path: path))
  }

  private static func patient(_ facts: Case) -> [Rule.Shortfall] {
    var problems: [Rule.Shortfall] = []
    if !themselves.contains(facts.request.requester?.kind) {
      problems.append(said("records go to the patient, but someone else asks", "correct the recipient"))
    }
    // An address on file is not among what we know: by the portal, or a person looks.
    if facts.request.delivery?.channel != .portal {
      problems.append(
        said(
          "records for the patient go by another way than the portal, or none is stated",
          "compare the address with the one on file", at: "/delivery/channel"))
    }
    return problems
  }

  private static func directory(_ entry: Recipient, _ facts: Case) -> [Rule.Shortfall] {
    let today = facts.house.today
    let request = facts.request
    var problems: [Rule.Shortfall] = []
    if entry.validFrom.map({ $0 > today }) ?? false || entry.validTo.map({ $0 < today }) ?? false {
      problems.append(
        said("the recipient's entry is not in date", "check it, and renew it in recipients.yaml"))
    }
    if let name = request.recipient?.name,
      name.reveal(.match, { NameFolding.folded($0) != NameFolding.folded(entry.name) })
    {
      problems.append(
        said("the recipient's name is not that of its entry", "find out which of the two is meant"))
    }
    if let channel = request.delivery?.channel, channel != entry.channel {
      problems.append(
        said(
          "the channel asked for is not the one that the directory has",
          "correct the request or recipients.yaml", at: "/delivery/channel"))
    }
    let direct = request.recipient?.directAddress.map { $0.reveal(.match).lowercased() }
    if let direct, entry.channel == .direct, !entry.address.map({ $0.lowercased() }).contains(direct) {
      problems.append(
        said(
          "the Direct address is not the one that the directory has",
          "find out which of the two is right", at: "/recipient/directAddress"))
    }
    let kind = request.requester?.kind
    let isFor = kind.map { entry.kinds.contains($0) } ?? false
    if !isFor, !themselves.contains(kind) {
      problems.append(
        said(
          "the recipient's entry is for another kind of requester", "correct the request or recipients.yaml"))
    }
    return problems
  }

  /// A second pair of eyes on the first release to someone.
  static let new = Rule(
    "house.recipient-new", when: { $0.request.recipient?.id.map { $0 != "patient" } ?? false }
  ) { facts in
    guard let id = facts.request.recipient?.id, !facts.house.served.contains(id) else { return [] }
    return [
      said("nothing has been released to this recipient before", "compare name, address and key once more")
    ]
  }

  /// 45 CFR 164.522(b): a way that the patient asked for is kept to; an address in words only a person reads.
  static let confidentialChannel = Rule(
    "confidential.channel",
    when: {
      $0.request.patient?.contactPreference != nil && $0.request.recipient?.id ?? "patient" == "patient"
    }
  ) { facts in
    let wish = facts.request.patient?.contactPreference?.reveal(.match).lowercased()
    guard wish != facts.request.delivery?.channel?.rawValue else { return [] }
    return [
      said(
        "the patient asked for another address or way",
        "compare it with the delivery, and correct the request", at: "/patient/contactPreference")
    ]
  }

  static let faxOrMail = Rule(
    "house.fax-mail",
    when: { facts in
      let entry = facts.house.recipients.first { $0.id == facts.request.recipient?.id }
      return [.fax, .mail].contains(facts.request.delivery?.channel ?? entry?.channel)
    }
  ) { _ in
    [
      said(
        "fax and mail need a cover sheet, which this version does not make", "use another channel",
        at: "/delivery/channel")
    ]
  }
}
