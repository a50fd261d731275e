private import Glibc

/// Where the running program lies and where it was started; asked for once, at the start of a command.
package enum ProgramPlace {
  /// The folder in which the process was started; nil when it is gone.
  package static var workingFolder: String? {
    guard let path = unsafe getcwd(nil, 0) else { return nil }
    defer { unsafe free(path) }
    return unsafe String(validatingCString: path)
  }

  /// The program's own file; nil when the kernel does not say.
  package static var executable: String? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      guard let start = bytes.baseAddress else { return -1 }
      return unsafe readlink("/proc/self/exe", start.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard count > 0, count < buffer.count else { return nil }
    return String(validating: buffer[..<count], as: UTF8.self)
  }

  /// Whether the standard error is a terminal, so that progress may be drawn on it.
  package static var hasTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
