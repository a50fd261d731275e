package import Ledger
package import Values

/// What the folders show, as plain values.
package struct FoldersView: Sendable {
  /// Inbox entries that are ready, the most urgent of each source.
  package var ready: [InboxWatch.Ready] = []
  /// Inbox entries whose files are those of a claimed packet: the claim was committed, the removal is owed.
  package var owed: [(source: String, packet: PacketNumber)] = []
  /// Which packets have a folder in which room.
  package var rooms: [Room: Set<PacketNumber>] = [:]
  /// Copies in work/ that are being claimed and have no packet's name yet.
  package var copies: Set<PacketNumber> = []
  /// Bytes that may still be written on the state volume.
  package var freeBytes = Int.max
  /// Outbox channels for which a release waits; one that is not here is not known to be full.
  package var channels: [String: Backpressure.Channel] = [:]
  package init() {}
}

/// What the ledger knows, as plain values.
package struct LedgerView: Sendable {
  /// Those that are not closed, in order of number.
  package var packets: [PacketEntry]
  package var releases: [ReleaseEntry]
  /// Which of the packets that have a folder are closed.
  package var closed: Set<PacketNumber>
  package init(packets: [PacketEntry], releases: [ReleaseEntry], closed: Set<PacketNumber> = []) {
    (self.packets, self.releases, self.closed) = (packets, releases, closed)
  }
}

/// The moment at which it is decided what to do.
package struct Now: Sendable {
  package var instant: Instant
  /// Monotonic nanoseconds.
  package var ticks: Int64
  package init(instant: Instant, ticks: Int64) { (self.instant, self.ticks) = (instant, ticks) }
}

/// How long a packet is left alone after a fault. Memory of this process only: after a restart it is tried at once.
package struct Rest: Sendable, Equatable {
  /// Monotonic nanoseconds.
  package var until: Int64
  /// Its last attempt ended without a word: a worker died, or time was over.
  package var died: Bool
  package init(until: Int64, died: Bool = false) { (self.until, self.died) = (until, died) }

  func lasts(_ now: Now) -> Bool { now.ticks < until }
}
