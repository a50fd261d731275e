internal import Host
internal import Synchronization
internal import Values

/// Tells the service manager how the service does (sd_notify(3)); says nothing where there is none.
///
/// The watchdog is fed by progress alone: by the engine's own thread, after a look or a step that came to its
/// end. There is no timer: a disk that hangs stops the feeding, and the manager then ends the process.
package final class SystemdNotifier: Sendable {
  private struct State {
    var isUp = false
    /// When the manager last heard of progress, monotonic microseconds.
    var told: Int64 = 0
  }

  private let socket: NotifySocket?
  /// Microseconds within which the manager wants to hear of progress; nil when it does not.
  private let watchdog: Int64?
  private let state = Mutex(State())

  /// Microseconds that one step of the recovery may take.
  private static let startPatience: Int64 = 120_000_000

  /// - Parameters:
  ///   - address: of the manager's socket: NOTIFY_SOCKET, by default the environment's.
  ///   - watchdog: WATCHDOG_USEC, by default the environment's, if it is meant for this process.
  package init(
    address: String? = ThisProcess.environment("NOTIFY_SOCKET"),
    watchdog: Int64? = SystemdNotifier.environmentWatchdog
  ) {
    socket = address.flatMap { NotifySocket($0) }
    self.watchdog = watchdog
  }

  package static var environmentWatchdog: Int64? {
    if let process = ThisProcess.environment("WATCHDOG_PID"), process != String(ThisProcess.number) {
      return nil
    }
    return ThisProcess.environment("WATCHDOG_USEC").flatMap { Int64($0) }.flatMap { $0 > 0 ? $0 : nil }
  }

  /// How long the loop may at most wait between two steps, so that an idle one feeds the watchdog in time.
  var longestPause: Int? { watchdog.map { Int(max(10, $0 / 4000)) } }

  /// It is up, and recovery is done.
  func ready(_ status: String) {
    state.withLock { $0.isUp = true }
    send("READY=1\nSTATUS=\(status)")
  }
  func status(_ status: String) { send("STATUS=\(status)") }
  func stopping(_ status: String) { send("STOPPING=1\nSTATUS=\(status)") }

  /// The configuration is read again; ``ready(_:)`` ends it.
  func reloading() { send("RELOADING=1\nMONOTONIC_USEC=\(ThisProcess.monotonicMicroseconds)") }

  /// It got on: called after what was done, never by a timer. Before it is up, that earns more time to start.
  package func progress() {
    let now = ThisProcess.monotonicMicroseconds
    let message: String? = state.withLock { state in
      guard state.isUp else {
        guard now - state.told >= Self.startPatience / 8 else { return nil }
        state.told = now
        return "EXTEND_TIMEOUT_USEC=\(Self.startPatience)"
      }
      guard let watchdog, now - state.told >= watchdog / 8 else { return nil }
      state.told = now
      return "WATCHDOG=1"
    }
    if let message { send(message) }
  }

  /// A manager that does not listen changes nothing about the work.
  private func send(_ message: String) {
    do throws(HostError) {
      try socket?.send(message)
    } catch {
      return
    }
  }
}
