internal import Records
internal import Requests
internal import Values

/// House rules (RULES.md §13) and the right of access's clocks.
enum HouseRules {
  static let all: [Rule] = [
    recipientKnown, confidentialChannel, repeated, conflict, futureDates, staleSignature, sample, paper,
    accessDeadline, fee, faxOrMail,
  ]

  /// The recipient is the patient themself, or an entry of the directory that is in date and may ask so.
  static let recipientKnown = Rule("house.recipient-known") { facts in
    let place = Place(path: "/recipient")
    guard let id = facts.request.recipient?.id else {
      if facts.basis == .access, facts.request.recipient == nil { return [] }
      return [
        Rule.Shortfall(
          "the recipient is not an entry of the directory", remedy: "set the recipient up in recipients.yaml",
          at: place)
      ]
    }
    if id == "patient" {
      let kinds: [RequesterKind?] = [.patient, .personalRepresentative]
      guard kinds.contains(facts.request.requester?.kind) else {
        return [
          Rule.Shortfall(
            "records go to the patient, but someone else asks", remedy: "correct the recipient", at: place)
        ]
      }
      return []
    }
    guard let entry = facts.house.recipients.first(where: { $0.id == id }) else {
      return [
        Rule.Shortfall(
          "the directory has no such recipient", remedy: "set the recipient up in recipients.yaml", at: place)
      ]
    }
    let today = facts.house.today
    if entry.validFrom.map({ $0 > today }) ?? false || entry.validTo.map({ $0 < today }) ?? false {
      return [
        Rule.Shortfall(
          "the recipient's entry is not in date", remedy: "check it, and renew it in recipients.yaml",
          at: place)
      ]
    }
    if let channel = facts.request.delivery?.channel, channel != entry.channel {
      return [
        Rule.Shortfall(
          "the channel asked for is not the one that the directory has",
          remedy: "correct the request or recipients.yaml",
          at: Place(path: "/delivery/channel"))
      ]
    }
    let kinds: [RequesterKind?] = [.patient, .personalRepresentative]
    if let kind = facts.request.requester?.kind, !entry.kinds.contains(kind), !kinds.contains(kind) {
      return [
        Rule.Shortfall(
          "the recipient's entry is for another kind of requester",
          remedy: "correct the request or recipients.yaml",
          at: place)
      ]
    }
    return []
  }

  /// 45 CFR 164.522(b): a channel that the patient asked for is kept to, and we do not see yet which it is.
  static let confidentialChannel = Rule(
    "confidential.channel",
    when: {
      $0.request.patient?.contactPreference != nil && $0.request.recipient?.id ?? "patient" == "patient"
    }
  ) { _ in
    [
      Rule.Shortfall(
        "the patient asked for another address or way",
        remedy: "compare it with the delivery, and correct the request",
        at: Place(path: "/patient/contactPreference"))
    ]
  }

  /// Judged when it is known which records would leave.
  static let repeated = Rule("house.repeat") { facts in
    let recipient = facts.request.recipient?.id ?? "patient"
    guard let records = facts.releasing,
      facts.house.sentBefore.contains(Disclosed(records: records, recipient: recipient))
    else { return [] }
    return [
      Rule.Shortfall(
        "the same records went to the same recipient within 90 days",
        remedy: "find out whether they are wanted again")
    ]
  }

  static let conflict = Rule("house.id-conflict") { facts in
    guard facts.house.conflicts else { return [] }
    return [
      Rule.Shortfall(
        "another packet has the same request id and other bytes", remedy: "decide which of the two is meant",
        at: Place(path: "/id"))
    ]
  }

  static let futureDates = Rule("house.future-dates") { facts in
    var problems: [Rule.Shortfall] = []
    if let received = facts.request.received.flatMap(facts.house.day), received > facts.house.today {
      problems.append(
        Rule.Shortfall(
          "the request was received in the future", remedy: "check clock and request",
          at: Place(path: "/received")))
    }
    let birth = facts.request.patient?.birthDate
    for record in facts.records {
      let days = record.facts?.serviceDays
      if let last = days?.upperBound, last > facts.house.today {
        problems.append(
          Rule.Shortfall(
            "a date of service lies in the future", remedy: "look at the record",
            subject: .record(record.number),
            at: Place(record: record.number)))
      }
      if let first = days?.lowerBound, let birth, birth.reveal(.match, { first < $0 }) {
        problems.append(
          Rule.Shortfall(
            "a date of service lies before the patient's birth", remedy: "look at the record",
            subject: .record(record.number), at: Place(record: record.number)))
      }
    }
    return problems
  }

  static let staleSignature = Rule("house.stale-signature", when: { $0.basis == .authorization }) { facts in
    guard let form = facts.request.authorization, let on = form.signed?.on, form.expires?.date == nil,
      facts.house.today.days(since: on) > 365
    else { return [] }
    return [
      Rule.Shortfall(
        "the form was signed more than 12 months ago and names no end date",
        remedy: "find out whether it still stands",
        at: Place(path: "/authorization/signed/on"))
    ]
  }

  /// A sample leaves a trial house only (DESIGN.md, issue of the trial house).
  static let sample = Rule("tech.integrity") { facts in
    guard facts.request.sample, !facts.house.site.isTrial else { return [] }
    return [
      Rule.Shortfall(
        "the request is marked as a sample, and this is no trial house",
        remedy: "drop samples into a house made with: chartgate init --trial", at: Place(path: "/sample"))
    ]
  }

  static let paper = Rule("access.format", when: { $0.request.delivery?.form == "paper" }) { _ in
    [
      Rule.Shortfall(
        "paper was asked for; Chartgate makes electronic copies", remedy: "print it, or agree on another form"
      )
    ]
  }

  static let accessDeadline = Rule("access.deadline", when: { $0.basis == .access }) { facts in
    guard let received = facts.request.received.flatMap(facts.house.day),
      let due = Day(daysSinceEpoch: received.daysSinceEpoch + 30)
    else {
      return [
        Rule.Shortfall(
          "the day of receipt is not given, so the due date is not known",
          remedy: "state when the request was received",
          at: Place(path: "/received"))
      ]
    }
    return [Rule.Shortfall("due on \(due)", remedy: "act by then")]
  }

  static let fee = Rule("access.fee", when: { $0.basis == .access && $0.request.delivery?.fee != nil }) {
    facts in
    guard let cents = facts.request.delivery?.fee?.cents,
      cents <= 650 || facts.request.delivery?.fee?.basis == "cost-based"
    else {
      return [
        Rule.Shortfall(
          "the fee goes beyond USD 6.50 and is not worked out from cost",
          remedy: "lower it, or state that it is cost-based",
          at: Place(path: "/delivery/fee"))
      ]
    }
    return []
  }

  static let faxOrMail = Rule(
    "house.fax-mail", when: { [.fax, .mail].contains($0.request.delivery?.channel) }
  ) { _ in
    [
      Rule.Shortfall(
        "fax and mail need a cover sheet, which this version does not make", remedy: "use another channel",
        at: Place(path: "/delivery/channel"))
    ]
  }
}
