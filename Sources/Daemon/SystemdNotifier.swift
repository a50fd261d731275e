internal import Host
internal import Values

/// Tells the service manager how the service does (sd_notify(3)); says nothing where there is none.
package struct SystemdNotifier: Sendable {
  private let socket: NotifySocket?

  /// - Parameter address: of the manager's socket: NOTIFY_SOCKET, by default the environment's.
  package init(address: String? = ThisProcess.environment("NOTIFY_SOCKET")) {
    socket = address.flatMap { NotifySocket($0) }
  }

  /// It is up, and recovery is done.
  func ready(_ status: String) { send("READY=1\nSTATUS=\(status)") }
  func status(_ status: String) { send("STATUS=\(status)") }
  /// It got on: called after steps that were done, never by a timer.
  func progress() { send("WATCHDOG=1") }
  func stopping() { send("STOPPING=1") }
  func reloading(microseconds: Int64) { send("RELOADING=1\nMONOTONIC_USEC=\(microseconds)") }

  /// A manager that does not listen changes nothing about the work.
  private func send(_ message: String) {
    do throws(HostError) {
      try socket?.send(message)
    } catch {
      return
    }
  }
}
