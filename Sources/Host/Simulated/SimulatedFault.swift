internal import Values

/// A call of the host, or a part of one: what makes and fills a file makes its name, writes, and syncs.
package enum HostCall: String, Sendable, CaseIterable, Showable {
  case list, status, open, read, create, write, makeFolder = "make-folder", rename, remove, sync
  package var shown: String { rawValue }

  /// Whether it changes the disk.
  package var isChange: Bool {
    switch self {
    case .create, .write, .makeFolder, .rename, .remove, .sync: true
    case .list, .status, .open, .read: false
    }
  }
}

/// What goes wrong at a call.
package enum SimulatedFault: Sendable, Equatable {
  /// The call fails with this kind and number, without having done a thing.
  case fails(HostError.Kind, Int)
  /// The call does its work, and then reports a failure: the reply was lost.
  case failsAfter(HostError.Kind, Int)
  /// The process is killed before the call.
  case dies
  /// The process is killed after the call.
  case diesAfter
  /// The call says that it did its work and did nothing, as a lying disk does (FAULTS.md I08); only for
  /// calls that answer nothing: write, rename, remove, sync.
  case lies

  /// Full disk, input or output error, quota, no descriptors: what backs off and goes away.
  package static let transient: [SimulatedFault] = [
    .fails(.transient, 28), .fails(.transient, 5), .fails(.transient, 122), .fails(.transient, 24),
    .failsAfter(.transient, 5),
  ]
}
