private import Glibc
private import Synchronization

/// Whether SIGINT or SIGTERM asked for a stop: what is in hand is then given back, so that it counts as no
/// death of the packet.
package enum StopSignals {
  private static let flag = Atomic(false)

  /// From here on the two signals set the flag and do nothing else. The flag is made before, since a
  /// handler may not allocate.
  package static func watch() {
    flag.store(false, ordering: .releasing)
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in StopSignals.flag.store(true, ordering: .releasing) }
    }
  }

  /// From here on SIGHUP does nothing, until somebody listens for it: who asks for the configuration to be
  /// read again while it is read for the first time shall not end the process.
  package static func ignoreHangups() { signal(SIGHUP, SIG_IGN) }

  package static var isSet: Bool { flag.load(ordering: .acquiring) }
}
