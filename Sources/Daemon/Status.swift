internal import Host
package import JSON
package import Ledger
internal import Policy
package import Values

/// What is where, and why: for `chartgate status` and the control socket. No patient data.
package struct Status: Sendable {
  package struct Source: Sendable, Equatable {
    package let id: String
    /// Entries that may be taken, that wait to be complete, that wait beyond the limit.
    package let ready: Int
    package let waiting: Int
    package let stuck: Int
    /// The inbox could not be read; it is tried again after so many milliseconds.
    package let retryMilliseconds: Int?
  }

  package struct Packet: Sendable, Equatable {
    package let number: PacketNumber
    package let source: String
    package let state: PacketState
    package let claimedAt: Instant
    package let attempts: Int
    package let due: Day?
    package let pipeline: String?
    package let verdict: Verdict?
    package let lift: Lift?
    /// The first rule with that verdict.
    package let rule: RuleID?
    package let disclosure: DisclosureID?
    package let delivered: Instant?
    /// It had a fault, and is tried again after so many milliseconds.
    package let retryMilliseconds: Int?
  }

  package let at: Instant
  /// The process that works on the tree; nil when none does.
  package let process: Int?
  package let counts: [PacketState: Int]
  package let running: Int
  package let policy: Digest
  package let isTrial: Bool
  package let sources: [Source]
  /// The newest packets, newest first.
  package let packets: [Packet]
  /// The ledger or the state folder cannot be used; it is tried again after so many milliseconds.
  package let houseRetryMilliseconds: Int?
  /// What waits for room on the state volume and in outbox channels.
  package var heldBack = Backpressure.HeldBack()

  package func json() -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("status", "urn:chartgate:status:1"), .init("at", .string(at.description)),
      .init("running", .integer(Int64(running))), .init("policy", .string(policy.hex)),
      .init("trial", .bool(isTrial)),
      .init(
        "counts",
        .object(
          PacketState.allCases.map { .init($0.rawValue, .integer(Int64(counts[$0] ?? 0))) })),
      .init("sources", .array(sources.map { $0.json() })),
      .init("packets", .array(packets.map { $0.json() })),
    ]
    if let process { members.append(.init("pid", .integer(Int64(process)))) }
    if let houseRetryMilliseconds {
      members.append(.init("houseRetryMs", .integer(Int64(houseRetryMilliseconds))))
    }
    if !heldBack.isNothing {
      let channels = heldBack.releases.sorted { $0.key < $1.key }
      members.append(
        .init(
          "heldBack",
          [
            "entries": .integer(Int64(heldBack.entries)),
            "channels": .array(
              channels.map { ["id": .string($0.key), "releases": .integer(Int64($0.value))] }),
          ]))
    }
    return .object(members)
  }

  /// The line that a service manager shows: counts only.
  package var line: String {
    let states: [PacketState] = [.claimed, .working, .released, .held, .rejected]
    let words = states.map { "\(counts[$0] ?? 0) \($0.rawValue)" }.joined(separator: ", ")
    let stuck = sources.reduce(0) { $0 + $1.stuck }
    return (isTrial ? "TRIAL: " : "") + words + (stuck > 0 ? ", \(stuck) stuck in inboxes" : "")
      + (houseRetryMilliseconds == nil ? "" : "; the state folder cannot be used")
      + (heldBack.entries == 0 ? "" : "; no room to claim \(heldBack.entries) that are ready")
      + heldBack.releases.sorted { $0.key < $1.key }.map { "; channel \($0.key) is full" }.joined()
  }
}

extension Status.Source {
  fileprivate func json() -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("id", .string(id)), .init("ready", .integer(Int64(ready))),
      .init("waiting", .integer(Int64(waiting))), .init("stuck", .integer(Int64(stuck))),
    ]
    if let retryMilliseconds { members.append(.init("retryMs", .integer(Int64(retryMilliseconds)))) }
    return .object(members)
  }
}

extension Status.Packet {
  fileprivate func json() -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("packet", .integer(Int64(number.value))), .init("source", .string(source)),
      .init("state", .string(state.rawValue)), .init("claimedAt", .string(claimedAt.description)),
      .init("attempts", .integer(Int64(attempts))),
    ]
    if let due { members.append(.init("due", .string(due.description))) }
    if let pipeline { members.append(.init("pipeline", .string(pipeline))) }
    if let verdict { members.append(.init("verdict", .string(verdict.rawValue))) }
    if let lift { members.append(.init("lift", .string(lift.rawValue))) }
    if let rule { members.append(.init("rule", .string(rule.description))) }
    if let disclosure { members.append(.init("disclosure", .string(disclosure.description))) }
    if let delivered { members.append(.init("delivered", .string(delivered.description))) }
    if let retryMilliseconds { members.append(.init("retryMs", .integer(Int64(retryMilliseconds)))) }
    return .object(members)
  }
}

extension Engine {
  /// What is where right now. It reads only; with no daemon running, ``Engine/look()`` first shows the
  /// inboxes.
  package func status(newest limit: Int = 100, process: Int? = nil) throws(LedgerError) -> Status {
    let now = parts.host.ticks()
    func left(_ subject: Backoff.Subject) -> Int? {
      backoff.until(subject).map { Int(max(0, $0 - now) / 1_000_000) }
    }
    var packets: [Status.Packet] = []
    for packet in try parts.ledger.newest(limit) {
      let findings = try parts.ledger.findings(of: packet.number)
      let release = try parts.ledger.releases(of: packet.number).last
      packets.append(
        Status.Packet(
          number: packet.number, source: packet.source, state: packet.state, claimedAt: packet.claimedAt,
          attempts: packet.attempts, due: packet.due, pipeline: packet.pipeline, verdict: packet.verdict,
          lift: packet.lift, rule: findings.first { $0.verdict == packet.verdict }?.rule,
          disclosure: release?.disclosure, delivered: release?.deliveredAt,
          retryMilliseconds: left(.packet(packet.number))))
    }
    let sources = parts.folders.sources.map { source in
      let counts = watch.counts(of: source.id)
      return Status.Source(
        id: source.id, ready: counts.ready, waiting: counts.waiting, stuck: counts.stuck,
        retryMilliseconds: left(.source(source.id)))
    }
    var status = Status(
      at: parts.host.now(), process: process, counts: try parts.ledger.counts(), running: running.count,
      policy: parts.house.policy, isTrial: parts.house.site.isTrial, sources: sources, packets: packets,
      houseRetryMilliseconds: left(.ledger) ?? left(.folders))
    status.heldBack = heldBack
    return status
  }
}
