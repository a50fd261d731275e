private import Glibc
internal import Values

/// What the running process is: its user, where its program lies, where it was started. Asked for at the
/// start of a command, never by the core.
package enum ThisProcess {
  /// Whom the kernel takes us for.
  package static var user: UInt32 { geteuid() }

  package static var isRoot: Bool { geteuid() == 0 || getuid() == 0 }

  /// The folder in which the process was started; nil when it is gone.
  package static var workingFolder: String? {
    guard let path = unsafe getcwd(nil, 0) else { return nil }
    defer { unsafe free(path) }
    return unsafe String(validatingCString: path)
  }

  /// Where the running program lies; nil when the kernel does not say.
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

  /// Files that are made from here on are ours alone unless they say otherwise.
  package static func closeUmask() { _ = umask(0o077) }

  /// A variable of the environment.
  package static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(validatingCString: value)
  }

  /// Gives up root for a user, with that user's groups, for good. To be called before anything is opened
  /// and before any thread is started.
  ///
  /// - Throws: `missing` for a user that is not there, `permanent` when the change did not take.
  package static func become(_ name: String) throws(HostError) {
    guard let entry = unsafe getpwnam(name) else {
      throw HostError("look up a user", code: Int(ENOENT), kind: .missing)
    }
    let (user, group) = unsafe (entry.pointee.pw_uid, entry.pointee.pw_gid)
    if geteuid() == user, getuid() == user { return }
    guard user != 0 else { throw HostError("change the user to root", code: Int(EINVAL), kind: .permanent) }
    _ = try SystemCalls.retrying("change the groups") { unsafe initgroups(name, group) }
    _ = try SystemCalls.retrying("change the group") { setgid(group) }
    _ = try SystemCalls.retrying("change the user") { setuid(user) }
    // A change that can be taken back is none.
    guard geteuid() == user, getuid() == user, getegid() == group, setuid(0) != 0 else {
      throw HostError("change the user", code: Int(EPERM), kind: .permanent)
    }
  }
}
