internal import Synchronization
package import Values

/// The ledger in memory: the second conformance, for the simulation and for tests. It keeps what
/// ``GRDBLedger`` keeps and refuses what it refuses; both pass one suite.
package final class MemoryLedger: Ledger {
  /// How the next commit goes wrong.
  package enum CommitFault: Sendable, Equatable {
    /// Nothing was committed.
    case withoutEffect
    /// It was committed, and the reply was lost.
    case withEffect
  }

  private struct Guarded: Sendable {
    var state: LedgerState
    var fault: (@Sendable ([Change], LedgerState) -> CommitFault?)?
    var isDead = false
  }
  private let guarded: Mutex<Guarded>

  package init(_ state: LedgerState = LedgerState()) {
    guarded = Mutex(Guarded(state: state, fault: nil))
  }

  /// All that it holds; a crash keeps exactly what was committed.
  package var state: LedgerState { guarded.withLock(\.state) }

  /// Asked at each commit, with what is to be committed and what was before.
  package func failCommits(_ fault: @escaping @Sendable ([Change], LedgerState) -> CommitFault?) {
    guarded.withLock { $0.fault = fault }
  }

  /// From now on every call fails and nothing is changed: the process is gone.
  package func die() { guarded.withLock { $0.isDead = true } }

  package func commit(_ changes: [Change], at instant: Instant) throws(LedgerError) {
    try guarded.withLock { guarded throws(LedgerError) in
      guard !guarded.isDead else { throw Self.gone }
      let fault = guarded.fault?(changes, guarded.state)
      if fault == .withoutEffect { throw Self.gone }
      try guarded.state.apply(changes, at: instant)
      if fault == .withEffect { throw Self.gone }
    }
  }

  private static let gone = LedgerError(.transient, "could not be read or written")

  private func read<Value: Sendable>(_ body: (LedgerState) -> Value) throws(LedgerError) -> Value {
    try guarded.withLock { guarded throws(LedgerError) in
      guard !guarded.isDead else { throw Self.gone }
      return body(guarded.state)
    }
  }

  package func nextNumber() throws(LedgerError) -> PacketNumber {
    try read { PacketNumber(($0.packets.keys.map(\.value).max() ?? 0) + 1) }
  }

  package func open() throws(LedgerError) -> [PacketEntry] {
    try read { state in
      state.ordered.filter { $0.state != .closed }.map { packet in
        var packet = packet
        packet.files = []
        return packet
      }
    }
  }

  package func packet(_ number: PacketNumber) throws(LedgerError) -> PacketEntry? {
    try read { $0.packets[number] }
  }

  package func packets(fingerprint: Digest) throws(LedgerError) -> [PacketEntry] {
    try read { $0.newest { $0.fingerprint == fingerprint } }
  }

  package func packets(source: String, requestID: Sensitive<String>) throws(LedgerError) -> [PacketEntry] {
    try read { $0.newest { $0.source == source && Self.isSame($0.requestID, requestID) } }
  }

  /// By bytes, as SQLite compares: two spellings of one text are two ids (FAULTS.md, trap 5).
  private static func isSame(_ one: Sensitive<String>?, _ other: Sensitive<String>) -> Bool {
    guard let one else { return false }
    return one.reveal(.match).utf8.elementsEqual(other.reveal(.match).utf8)
  }

  package func packets(source: String, entryName: [UInt8]) throws(LedgerError) -> [PacketEntry] {
    try read { $0.newest { $0.source == source && $0.entryName == entryName } }
  }

  package func releases(of packet: PacketNumber) throws(LedgerError) -> [ReleaseEntry] {
    try read { $0.releases.values.filter { $0.packet == packet }.sorted { $0.index < $1.index } }
  }

  package func openReleases() throws(LedgerError) -> [ReleaseEntry] {
    try read { state in
      state.releases.values.filter(\.state.isOpen)
        .sorted { $0.disclosure < $1.disclosure }
    }
  }

  package func findings(of packet: PacketNumber) throws(LedgerError) -> [Finding] {
    try read { $0.findings[packet] ?? [] }
  }

  package func releases(of records: Digest, to recipient: String) throws(LedgerError) -> [ReleaseEntry] {
    try read { state in
      state.releases.values.filter {
        $0.records == records && $0.recipient == recipient && $0.state != .failed
      }.sorted { $0.disclosure < $1.disclosure }
    }
  }

  package func sent(
    sharingFilesWith packet: PacketNumber, in span: Range<Instant>
  ) throws(LedgerError) -> Set<SentRecords> {
    try read { state in
      let digests = Set(state.packets[packet]?.files.map(\.digest) ?? [])
      let releases = state.releases.values.filter { release in
        release.state != .failed && release.packet != packet && span.contains(release.stagedAt)
          && state.packets[release.packet]?.files.contains { digests.contains($0.digest) } == true
      }
      return Set(releases.map { SentRecords(records: $0.records, recipient: $0.recipient) })
    }
  }

  package func counts() throws(LedgerError) -> [PacketState: Int] {
    try read { state in
      var counts: [PacketState: Int] = [:]
      for packet in state.packets.values { counts[packet.state, default: 0] += 1 }
      return counts
    }
  }

  package func newest(_ limit: Int) throws(LedgerError) -> [PacketEntry] {
    try read { Array($0.newest { _ in true }.prefix(limit)) }
  }

  package func events(after sequence: Int, limit: Int) throws(LedgerError) -> [EventLine] {
    try read { Array($0.events.drop { $0.sequence <= sequence }.prefix(limit)) }
  }
}
