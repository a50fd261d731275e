internal import Ledger

/// The attempts in hand, and since when.
struct InHand: Sendable {
  struct Item: Sendable {
    let serial: Int
    let attempt: Int
    /// Monotonic nanoseconds.
    let since: Int64
    let lease: Lease
  }
  private var entries: [PacketNumber: Item] = [:]

  var count: Int { entries.count }
  var packets: [PacketNumber] { entries.keys.sorted() }
  /// Since when each packet has an attempt in hand.
  var since: [PacketNumber: Int64] { entries.mapValues(\.since) }

  mutating func add(_ attempt: Attempt, since: Int64) {
    entries[attempt.packet.number] = Item(
      serial: attempt.serial, attempt: attempt.packet.attempts, since: since, lease: attempt.lease)
  }

  /// Takes an attempt out whose result came.
  ///
  /// - Returns: false for one that was given up before.
  mutating func remove(_ packet: PacketNumber, serial: Int) -> Bool {
    guard entries[packet]?.serial == serial else { return false }
    entries[packet] = nil
    return true
  }

  /// Takes an attempt out that gives no answer; nil while it writes.
  mutating func giveUp(_ packet: PacketNumber) -> Item? {
    guard let entry = entries[packet], entry.lease.end() else { return nil }
    entries[packet] = nil
    return entry
  }

  /// Takes everything out: the process ends.
  mutating func giveUpAll() {
    for entry in entries.values { _ = entry.lease.end() }
    entries = [:]
  }
}
