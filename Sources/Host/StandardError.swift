private import Glibc
private import Synchronization

/// Standard error, which may be a pipe that nobody reads: it is waited for once and no longer, and lines that
/// found no room are counted and said when there is room again (FAULTS.md R06).
enum StandardError {
  /// Lines that were given up since the last that was written.
  private static let dropped = Mutex(0)
  private static let patience: Int32 = 1000

  static func say(_ line: String) {
    dropped.withLock { dropped in
      // A pipe that is ready takes PIPE_BUF bytes at once (pipe(7)); a line is shorter.
      guard isReady(milliseconds: dropped == 0 ? patience : 0) else {
        dropped += 1
        return
      }
      if dropped > 0 { write("<4>log.dropped lines=\(dropped)\n") }
      dropped = 0
      if isReady(milliseconds: patience) { write(line) } else { dropped = 1 }
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

  private static func write(_ line: String) {
    let bytes = Array(line.utf8)
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(STDERR_FILENO, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      done += count
    }
  }
}
