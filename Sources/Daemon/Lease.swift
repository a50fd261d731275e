internal import Synchronization
internal import Values

/// An attempt's right to write into its packet's folder. Who gives the attempt up ends it; from then on the thread
/// that may still run can change nothing.
final class Lease: Sendable {
  private enum State: Int { case free, taken, ended }
  private let state = Atomic(State.free.rawValue)

  /// Taken while files are written, and given back after them.
  ///
  /// - Throws: `house.given-up` when it has ended.
  func take() throws(PacketError) {
    guard exchange(.free, for: .taken) else {
      throw PacketError(
        "house.given-up", .retry, "this attempt was given up", remedy: "nothing is to be done")
    }
  }

  func giveBack() { _ = exchange(.taken, for: .free) }

  /// - Returns: false while files are being written: whoever waits for a disk waits with the whole house.
  func end() -> Bool { exchange(.free, for: .ended) }

  private func exchange(_ old: State, for new: State) -> Bool {
    state.compareExchange(expected: old.rawValue, desired: new.rawValue, ordering: .sequentiallyConsistent)
      .exchanged
  }
}
