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

  /// An attempt in hand.
  package struct Running: Sendable, Equatable {
    package let packet: PacketNumber
    package let milliseconds: Int
    package init(packet: PacketNumber, milliseconds: Int) {
      (self.packet, self.milliseconds) = (packet, milliseconds)
    }
  }

  /// A packet that had faults in a row and rests.
  package struct Resting: Sendable, Equatable {
    package let packet: PacketNumber
    package let retryMilliseconds: Int
  }

  /// A changed configuration that was not taken, since when; the one of before is in force.
  package struct Refusal: Sendable, Equatable {
    package let at: Instant
    package let problems: Int
    package init(at: Instant, problems: Int) { (self.at, self.problems) = (at, problems) }
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
  /// When the oldest packet was claimed that has no outcome yet.
  package let oldestWaiting: Instant?
  /// Held and rejected packets by rule, the most first.
  package let stopped: [StoppedPackets]
  /// Packets that rest after a fault, the next to be tried first.
  package let resting: [Resting]
  /// The newest events, newest first, as the ledger has them.
  package let events: [EventLine]

  // What only a running daemon knows.
  package var version = ""
  package var started: Instant?
  /// The longest in hand first; what has no age here began in another process.
  package var attempts: [Running] = []
  package var refusal: Refusal?

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
    members += [
      .init("version", .string(version)), .init("attempts", .array(attempts.map { $0.json() })),
      .init("stopped", .array(stopped.map { $0.json() })),
      .init("resting", .array(resting.prefix(100).map { $0.json() })),
      .init("restingCount", .integer(Int64(resting.count))),
      .init("events", .array(events.map { .string($0.line) })),
    ]
    if let process { members.append(.init("pid", .integer(Int64(process)))) }
    if let started { members.append(.init("started", .string(started.description))) }
    if let oldestWaiting { members.append(.init("oldestWaiting", .string(oldestWaiting.description))) }
    if let refusal {
      members.append(
        .init(
          "configurationRefused",
          ["at": .string(refusal.at.description), "problems": .integer(Int64(refusal.problems))]))
    }
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
            "away": .array(
              heldBack.away.sorted { $0.key < $1.key }.map {
                ["id": .string($0.key), "releases": .integer(Int64($0.value))]
              }),
          ]))
    }
    return .object(members)
  }

  /// The line that a service manager shows: counts only.
  package var line: String {
    let states: [PacketState] = [.claimed, .working, .released, .held, .rejected]
    let words = states.map { "\(counts[$0] ?? 0) \($0.rawValue)" }.joined(separator: ", ")
    let stuck = sources.reduce(0) { $0 + $1.stuck }
    return
      (refusal.map { "CONFIGURATION REFUSED (\($0.problems) problems), the old one is in force; " } ?? "")
      + (isTrial ? "TRIAL: " : "") + words + (stuck > 0 ? ", \(stuck) stuck in inboxes" : "")
      + (houseRetryMilliseconds == nil ? "" : "; the state folder cannot be used")
      + (heldBack.entries == 0 ? "" : "; no room to claim \(heldBack.entries) that are ready")
      + heldBack.releases.sorted { $0.key < $1.key }.map { "; channel \($0.key) is full" }.joined()
      + heldBack.away.sorted { $0.key < $1.key }.map { "; channel \($0.key) is not mounted" }.joined()
  }
}

extension Status.Running {
  fileprivate func json() -> JSONValue {
    ["packet": .integer(Int64(packet.value)), "ms": .integer(Int64(milliseconds))]
  }
}

extension Status.Resting {
  fileprivate func json() -> JSONValue {
    ["packet": .integer(Int64(packet.value)), "retryMs": .integer(Int64(retryMilliseconds))]
  }
}

extension StoppedPackets {
  fileprivate func json() -> JSONValue {
    [
      "state": .string(state.rawValue), "rule": rule.map { .string($0.description) } ?? .null,
      "count": .integer(Int64(count)), "oldest": .string(oldest.description),
    ]
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
  ///
  /// - Parameters:
  ///   - limit: how many of the newest packets.
  ///   - events: how many of the newest events.
  ///   - known: counts of before, if nothing was committed since.
  package func status(
    newest limit: Int = 100, events: Int = 0, process: Int? = nil, known: LedgerCounts? = nil
  ) throws(LedgerError) -> Status {
    let known = if let known { known } else { try LedgerCounts(parts.ledger) }
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
      at: parts.host.now(), process: process, counts: known.states, running: running.count,
      policy: parts.house.policy, isTrial: parts.house.site.isTrial, sources: sources, packets: packets,
      houseRetryMilliseconds: left(.ledger) ?? left(.folders), oldestWaiting: known.oldestWaiting,
      stopped: known.stopped,
      resting: backoff.packets.map {
        Status.Resting(packet: $0.key, retryMilliseconds: Int(max(0, $0.value.until - now) / 1_000_000))
      }.sorted { ($0.retryMilliseconds, $0.packet) < ($1.retryMilliseconds, $1.packet) },
      events: events > 0 ? try parts.ledger.newestEvents(events) : [])
    status.heldBack = heldBack
    return status
  }
}
