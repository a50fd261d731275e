internal import Requests
internal import Values

/// House rules on the packet as a whole (RULES.md §13).
enum HouseRules {
  static let all: [Rule] = [repeated, conflict, staleSignature, sample]

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

  /// A sample leaves a trial house only.
  static let sample = Rule("tech.integrity") { facts in
    guard facts.request.sample, !facts.house.site.isTrial else { return [] }
    return [
      Rule.Shortfall(
        "the request is marked as a sample, and this is no trial house",
        remedy: "drop samples into a house made with: chartgate init --trial", at: Place(path: "/sample"))
    ]
  }
}
