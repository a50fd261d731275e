private import Glibc

/// Sockets that the service manager opened and handed over (sd_listen_fds(3)).
package enum ListenSockets {
  /// The first descriptor that is handed over.
  private static let first: CInt = 3

  /// The one with a name (FileDescriptorName= of its socket unit); nil when there is none for this process.
  package static func named(_ name: String) -> LocalListener? {
    guard ThisProcess.environment("LISTEN_PID") == String(getpid()),
      let count = ThisProcess.environment("LISTEN_FDS").flatMap({ CInt($0) }), (1...16).contains(count)
    else { return nil }
    let names = ThisProcess.environment("LISTEN_FDNAMES")?.split(
      separator: ":", omittingEmptySubsequences: false)
    guard let index = names?.prefix(Int(count)).firstIndex(of: name[...]) else { return nil }
    return LocalListener(adopting: first + CInt(index))
  }
}
