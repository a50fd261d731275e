private import Glibc
private import Synchronization

/// Standard error, which may be a pipe that nobody reads. A command's words wait for it once and no longer; a
/// daemon's log lines wait not at all. Lines that found no room are counted, and said when there is room again
/// (FAULTS.md R06).
package enum StandardError {
  private struct Dropped {
    /// Since the last line that was written.
    var since = 0
    var ever = 0
  }
  private static let dropped = Mutex(Dropped())
  private static let patience: Int32 = 1000

  /// Lines of the log, here or for the journal, that were given up since the process began.
  package static var droppedLines: Int { dropped.withLock(\.ever) }

  /// A line that went elsewhere and got lost there.
  package static func countDropped() {
    dropped.withLock { dropped in
      dropped.since += 1
      dropped.ever += 1
    }
  }

  /// Lines that were given up and not told of yet.
  package static var droppedSinceTold: Int { dropped.withLock(\.since) }

  /// So many of them were told of elsewhere.
  package static func told(_ count: Int) { dropped.withLock { $0.since = max(0, $0.since - count) } }

  /// - Parameter waits: for a reader that is slow, a second at most; a daemon does not.
  package static func say(_ line: String, waits: Bool = true) {
    dropped.withLock { dropped in
      let patience = waits ? Self.patience : 0
      // A pipe that is ready takes PIPE_BUF bytes at once (pipe(7)); a line is shorter.
      guard isReady(milliseconds: dropped.since == 0 ? patience : 0) else {
        dropped.since += 1
        dropped.ever += 1
        return
      }
      if dropped.since > 0 { write("<4>log.dropped lines=\(dropped.since)\n") }
      dropped.since = 0
      guard isReady(milliseconds: patience), write(line) else {
        dropped.since = 1
        dropped.ever += 1
        return
      }
    }
  }

  private static func isReady(milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
    while true {
      let count = unsafe poll(&entry, 1, milliseconds)
      if count < 0, errno == EINTR { continue }
      return count != 0
    }
  }

  /// - Returns: false when it could not be written wholly.
  @discardableResult
  private static func write(_ line: String) -> Bool {
    let bytes = Array(line.utf8)
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer -> Int in
        let (start, rest) = unsafe (buffer.baseAddress?.advanced(by: done), buffer.count - done)
        // A socket says that it is ready when it has room for something, not for the whole line.
        let sent = unsafe send(
          STDERR_FILENO, start, rest, Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL))
        return unsafe sent < 0 && errno == ENOTSOCK ? Glibc.write(STDERR_FILENO, start, rest) : sent
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }
}
