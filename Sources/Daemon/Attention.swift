internal import Ledger
internal import Values

/// Which packets a pass looks at beside those that are under way. What it remembers a restart may lose: it then
/// begins by looking at all.
struct Attention: Sendable {
  /// It is not yet seen that nothing more is to do for them, or a plan must know of them.
  private(set) var packets: Set<PacketNumber> = []
  private var lastWhole: Now?
  /// Between two looks at all, by either clock: what was kept long enough is closed then.
  private static let pause: Int64 = 3_600_000

  /// Whether all packets and all rooms are to be looked at.
  func wantsAll(_ now: Now) -> Bool {
    guard let lastWhole else { return true }
    return now.ticks - lastWhole.ticks >= Self.pause * 1_000_000
      || abs(now.instant.milliseconds - lastWhole.instant.milliseconds) >= Self.pause
  }

  mutating func sawAll(_ now: Now) { lastWhole = now }

  /// Something may be otherwise than was thought.
  mutating func distrust() { lastWhole = nil }

  mutating func note(_ packet: PacketNumber) { packets.insert(packet) }

  /// What a plan that saw all of these asks for; nothing is to do for the others.
  mutating func turn(to wanted: Set<PacketNumber>) { packets = wanted }
}
