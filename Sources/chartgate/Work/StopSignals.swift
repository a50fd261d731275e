internal import Glibc
internal import Synchronization

/// Whether SIGINT or SIGTERM asked for a stop: what is in hand is then given back, so that it counts as no
/// death of the packet.
enum StopSignals {
  private static let flag = Atomic(false)

  /// From here on the two signals set the flag and do nothing else. The flag is made before, since a
  /// handler may not allocate.
  static func watch() {
    flag.store(false, ordering: .releasing)
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in StopSignals.flag.store(true, ordering: .releasing) }
    }
  }

  static var isSet: Bool { flag.load(ordering: .acquiring) }
}
