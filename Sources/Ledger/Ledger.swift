package import Values

/// The record of what became of every packet: the one truth after a crash. A list of changes is committed
/// as one, with the events that tell of it; all or nothing.
package protocol Ledger: Sendable {
  /// Commits the changes and their events as one, durably.
  func commit(_ changes: [Change], at instant: Instant) throws(LedgerError)

  /// The number that the next claimed packet gets.
  func nextNumber() throws(LedgerError) -> PacketNumber
  /// Packets that are not closed, without their files, in order of number.
  func open() throws(LedgerError) -> [PacketEntry]
  /// Packets that are claimed, worked on, or have a release that has still to leave; without their files, in order
  /// of number.
  func underWay() throws(LedgerError) -> [PacketEntry]
  func packet(_ number: PacketNumber) throws(LedgerError) -> PacketEntry?
  func packets(fingerprint: Digest) throws(LedgerError) -> [PacketEntry]
  func packets(source: String, requestID: Sensitive<String>) throws(LedgerError) -> [PacketEntry]
  /// The packets claimed from an inbox entry of this name, newest first.
  func packets(source: String, entryName: [UInt8]) throws(LedgerError) -> [PacketEntry]
  func releases(of packet: PacketNumber) throws(LedgerError) -> [ReleaseEntry]
  /// Releases that are staged, intended or delivered and not acknowledged.
  func openReleases() throws(LedgerError) -> [ReleaseEntry]
  /// Releases that are staged or intended: what has still to leave.
  func outgoing() throws(LedgerError) -> [ReleaseEntry]
  func findings(of packet: PacketNumber) throws(LedgerError) -> [Finding]
  /// Releases, but failed ones, of the same records to the same recipient, in order.
  func releases(of records: Digest, to recipient: String) throws(LedgerError) -> [ReleaseEntry]
  /// What was staged in a span of time, and did not fail, out of other packets that hold a file of this one, by
  /// digest: what leaves again was in the packet with which it left before. Many may hold a file that each export
  /// brings along, a stylesheet or a blank form.
  func sent(
    sharingFilesWith packet: PacketNumber, in span: Range<Instant>
  ) throws(LedgerError) -> Set<SentRecords>
  /// How many packets are in each state.
  func counts() throws(LedgerError) -> [PacketState: Int]
  /// The newest packets, closed ones too, newest first.
  func newest(_ limit: Int) throws(LedgerError) -> [PacketEntry]
  /// Event lines after a sequence number, in order.
  func events(after sequence: Int, limit: Int) throws(LedgerError) -> [EventLine]
  /// The newest event lines, newest first.
  func newestEvents(_ limit: Int) throws(LedgerError) -> [EventLine]
  /// When the oldest packet was claimed that has no outcome yet.
  func oldestWaiting() throws(LedgerError) -> Instant?
  /// How many packets are held or rejected, by the rule that decided it; the most first.
  func stoppedByRule() throws(LedgerError) -> [StoppedPackets]
}

/// Records that went, or are about to go, to a recipient.
package struct SentRecords: Sendable, Hashable {
  /// ``ReleaseEntry/records``.
  package let records: Digest
  package let recipient: String

  package init(records: Digest, recipient: String) { (self.records, self.recipient) = (records, recipient) }
}

/// Packets that rest in one state by one rule.
package struct StoppedPackets: Sendable, Equatable {
  package let state: PacketState
  /// nil where no rule is recorded.
  package let rule: RuleID?
  package let count: Int
  /// When the oldest of them was claimed.
  package let oldest: Instant

  fileprivate struct Key: Hashable {
    let state: PacketState
    let rule: RuleID?
  }

  package init(state: PacketState, rule: RuleID?, count: Int, oldest: Instant) {
    (self.state, self.rule, self.count, self.oldest) = (state, rule, count, oldest)
  }
}

/// What any ledger can answer from its other answers; one that can do it faster does so.
extension Ledger {
  package func underWay() throws(LedgerError) -> [PacketEntry] {
    let outgoing = Set(try outgoing().map(\.packet))
    return try open().filter {
      $0.state.isUndecided || outgoing.contains($0.number)
    }
  }

  package func outgoing() throws(LedgerError) -> [ReleaseEntry] {
    try openReleases().filter(\.state.isOutgoing)
  }

  package func newestEvents(_ limit: Int) throws(LedgerError) -> [EventLine] {
    Array(try events(after: 0, limit: .max).suffix(limit).reversed())
  }

  package func oldestWaiting() throws(LedgerError) -> Instant? {
    try open().filter(\.state.isUndecided).map(\.claimedAt).min()
  }

  package func stoppedByRule() throws(LedgerError) -> [StoppedPackets] {
    var groups: [StoppedPackets.Key: [Instant]] = [:]
    for packet in try open() where packet.state == .held || packet.state == .rejected {
      let rule = try findings(of: packet.number).first { $0.verdict == packet.verdict }?.rule
      groups[StoppedPackets.Key(state: packet.state, rule: rule), default: []].append(packet.claimedAt)
    }
    return groups.map { key, instants in
      StoppedPackets(
        state: key.state, rule: key.rule, count: instants.count,
        oldest: instants.min() ?? Instant(milliseconds: 0))
    }.sorted { ($1.count, $0.rule?.description ?? "") < ($0.count, $1.rule?.description ?? "") }
  }
}

/// One line of the audit trail: canonical JSON without patient data.
package struct EventLine: Sendable, Equatable {
  package let sequence: Int
  package let line: String
  package init(sequence: Int, line: String) { (self.sequence, self.line) = (sequence, line) }
}

/// Why the ledger could not serve, by kind; no value of any row.
package struct LedgerError: Error, Equatable, Sendable, CustomStringConvertible {
  package enum Kind: String, Sendable {
    /// Locked, out of space, input or output failed: worth another try.
    case transient
    /// What was asked does not fit what the ledger holds: our own mistake, or a second writer.
    case conflict
    /// The file is damaged or no ledger of ours.
    case damaged
    /// Written by a newer version of Chartgate.
    case newer
  }
  package let kind: Kind
  package let problem: PlainText

  package init(_ kind: Kind, _ problem: PlainText) { (self.kind, self.problem) = (kind, problem) }
  package var description: String { "ledger: \(problem)" }
}

/// What a status counts over the whole ledger: worth keeping until the next commit.
package struct LedgerCounts: Sendable, Equatable {
  package let states: [PacketState: Int]
  package let oldestWaiting: Instant?
  package let stopped: [StoppedPackets]

  package init(_ ledger: any Ledger) throws(LedgerError) {
    states = try ledger.counts()
    oldestWaiting = try ledger.oldestWaiting()
    stopped = try ledger.stoppedByRule()
  }
}
