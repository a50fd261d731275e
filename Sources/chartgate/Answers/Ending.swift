package import Host
package import Ledger

/// How a command ends, for scripts (sysexits.h where it has a number).
package enum Ending: Int32, CaseIterable {
  case done = 0
  case failed = 1
  /// Done, but a packet was held or rejected.
  case attention = 2
  /// A bundle is not what was sealed.
  case unverified = 3
  /// EX_USAGE.
  case usage = 64
  /// EX_TEMPFAIL: the same command may work in a while.
  case again = 75
  /// EX_CONFIG.
  case configuration = 78

  package init(_ error: HostError) {
    self =
      switch error.kind {
      case .transient: .again
      case .permanent, .missing, .exists, .unsafe: .failed
      }
  }

  package init(_ error: LedgerError) {
    self =
      switch error.kind {
      case .transient: .again
      case .conflict, .damaged, .newer: .failed
      }
  }
}
