package import Values

/// What a ledger holds, as plain values, and how each change changes it. ``LedgerWriter`` says the same in SQL.
package struct LedgerState: Sendable {
  package private(set) var packets: [PacketNumber: PacketEntry] = [:]
  package private(set) var releases: [DisclosureID: ReleaseEntry] = [:]
  package private(set) var findings: [PacketNumber: [Finding]] = [:]
  /// When each disclosure was intended: from there on it counts as disclosed.
  package private(set) var disclosures: [DisclosureID: Instant] = [:]
  /// Every change, in order; their events are told when someone asks.
  private var changes: [(change: Change, instant: Instant)] = []

  package init() {}

  package var events: [EventLine] {
    changes.flatMap { EventWriter.lines(of: $0.change, at: $0.instant) }.enumerated().map {
      EventLine(sequence: $0.offset + 1, line: $0.element)
    }
  }

  var ordered: [PacketEntry] { packets.values.sorted { $0.number < $1.number } }

  func newest(where isWanted: (PacketEntry) -> Bool) -> [PacketEntry] {
    packets.values.filter(isWanted).sorted { $0.number > $1.number }
  }

  /// Applies all of the changes or none.
  mutating func apply(_ changes: [Change], at instant: Instant) throws(LedgerError) {
    let before = changes.count > 1 ? self : nil
    do throws(LedgerError) {
      for change in changes { try apply(change, at: instant) }
    } catch {
      if let before { self = before }
      throw error
    }
  }

  /// Nothing is changed when it throws.
  ///
  /// - Throws: `conflict` when packet or release does not stand where this step may be taken.
  private mutating func apply(_ change: Change, at instant: Instant) throws(LedgerError) {
    switch change {
    case .claimed(let packet):
      guard packets[packet.number] == nil else {
        throw LedgerError(.conflict, "already holds another row there")
      }
      packets[packet.number] = packet
    case .retried(let number, _):
      try update(number, from: [.held, .rejected]) { packet in
        packet.state = .claimed
        (packet.attempts, packet.deaths, packet.facts) = (0, 0, nil)
        (packet.verdict, packet.lift) = (nil, nil)
      }
    case .attempt(let number, let facts, let died):
      try update(number, from: [.claimed, .working]) { packet in
        packet.state = .working
        packet.attempts += 1
        packet.deaths += died ? 1 : 0
        packet.facts = facts
      }
    case .outcome(let outcome): try record(outcome)
    case .intent(let id):
      try update(id, from: .staged) { $0.state = .intended }
      disclosures[id] = instant
    case .delivered(let id):
      try update(id, from: .intended) { release in
        release.state = .delivered
        release.deliveredAt = instant
      }
    case .closed(let number, let reason):
      try update(number, from: PacketState.allCases.filter { $0 != .closed }) { $0.state = .closed }
      if reason == .receipt || reason == .timeOver {
        for (id, release) in releases where release.packet == number && release.state == .delivered {
          releases[id]?.state = .acknowledged
        }
      }
    }
    changes.append((change, instant))
  }

  private mutating func record(_ outcome: Change.Outcome) throws(LedgerError) {
    if let release = outcome.release, releases[release.disclosure] != nil {
      throw LedgerError(.conflict, "already holds another row there")
    }
    try update(outcome.packet, from: [.claimed, .working, .released]) { packet in
      packet.state = outcome.state
      packet.pipeline = outcome.pipeline
      (packet.verdict, packet.lift) = (outcome.verdict, outcome.lift)
    }
    if outcome.state != .released {
      // Conditions that no longer held at delivery: what was staged does not leave.
      for (id, release) in releases where release.packet == outcome.packet && release.state == .staged {
        releases[id]?.state = .failed
      }
    }
    findings[outcome.packet] = outcome.findings
    if let release = outcome.release { releases[release.disclosure] = release }
  }

  private mutating func update(
    _ number: PacketNumber, from states: [PacketState], _ change: (inout PacketEntry) -> Void
  ) throws(LedgerError) {
    guard var packet = packets[number], states.contains(packet.state) else { throw Self.elsewhere }
    change(&packet)
    packets[number] = packet
  }

  private mutating func update(
    _ id: DisclosureID, from state: ReleaseState, _ change: (inout ReleaseEntry) -> Void
  ) throws(LedgerError) {
    guard var release = releases[id], release.state == state else { throw Self.elsewhere }
    change(&release)
    releases[id] = release
  }

  private static let elsewhere = LedgerError(.conflict, "does not stand where this step may be taken")
}
