private import Glibc

/// Where a command's results go.
package enum StandardOutput {
  /// The error of a pipe whose reader went away.
  package static let nobodyReads = Int(EPIPE)

  /// Writes all of the bytes.
  ///
  /// - Returns: nil, or the error's number when they could not be written.
  package static func write(_ bytes: [UInt8]) -> Int? {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(STDOUT_FILENO, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return Int(count < 0 ? errno : EIO) }
      done += count
    }
    return nil
  }
}
