private import CSystemCalls
private import Glibc
internal import Values

/// What a process may ask the system about itself, and the one change that it makes to itself.
package enum ThisProcess {
  package static var effectiveUserID: UInt32 { geteuid() }
  package static var number: Int { Int(getpid()) }
  /// Processors that may be used.
  package static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// A variable of the environment; nil when it is not set, or empty.
  package static func environment(_ name: StaticString) -> String? {
    guard let value = unsafe getenv(name.description) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The name that the system has for a user id; nil when it has none.
  package static func userName(_ id: UInt32) -> String? {
    var entry = unsafe passwd()
    var buffer = [CChar](repeating: 0, count: 16_384)
    var found: UnsafeMutablePointer<passwd>?
    guard unsafe getpwuid_r(id, &entry, &buffer, buffer.count, &found) == 0, unsafe found != nil,
      let name = unsafe entry.pw_name
    else { return nil }
    return unsafe String(cString: name)
  }

  /// Becomes another user for good, with that user's groups and an umask of 077; to be called before any
  /// file is opened and any thread works.
  ///
  /// - Throws: `missing` when there is no such user; else what the system said. A process that did not
  ///   become that user wholly, or could go back, is an error too.
  package static func become(user name: String) throws(HostError) {
    var entry = unsafe passwd()
    var buffer = [CChar](repeating: 0, count: 16_384)
    var found: UnsafeMutablePointer<passwd>?
    let code = unsafe getpwnam_r(name, &entry, &buffer, buffer.count, &found)
    guard code == 0 else { throw SystemCalls.failure("look up the user", code) }
    guard unsafe found != nil else { throw HostError("look up the user", code: 0, kind: .missing) }
    let (user, group) = unsafe (entry.pw_uid, entry.pw_gid)
    if user != geteuid() {
      // Groups first: after setuid(2) there is no right left to change them.
      _ = try SystemCalls.retrying("take the user's groups") { unsafe initgroups(name, group) }
      _ = try SystemCalls.retrying("take the user's group") { setgid(group) }
      _ = try SystemCalls.retrying("become the user") { setuid(user) }
    }
    umask(0o077)
    guard getuid() == user, geteuid() == user, getgid() == group, getegid() == group,
      user == 0 || setuid(0) != 0
    else { throw HostError("become the user", code: Int(EPERM), kind: .permanent) }
  }

  /// Descriptors without which nothing is begun: with fewer, what fails for want of one is not always told apart
  /// from what is not there.
  package static let leastDescriptors = 64

  /// What a process does before it works on a house: from then on what is made without a mode of its own is the
  /// user's alone, whatever umask it was given (SQLite makes the ledger's files so), and a file that may not grow
  /// any more is an error of the write and no death (FAULTS.md I13, S03). It takes as many descriptors as it may.
  ///
  /// - Throws: `permanent` when those are fewer than ``leastDescriptors`` (R03).
  package static func prepareForWork() throws(HostError) {
    umask(0o077)
    signal(SIGXFSZ, SIG_IGN)
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    guard limit.rlim_max >= rlim_t(leastDescriptors) else {
      throw HostError("work with so few open files", code: Int(EMFILE), kind: .permanent)
    }
  }

  /// Gives memory back to the system once it is free, at the cost of some speed. Left to itself the allocator keeps
  /// up to 64 MiB for the next time (mallopt(3), M_MMAP_THRESHOLD): more than a record that is read part by part
  /// ever needs at once.
  package static func giveMemoryBack() {
    _ = mallopt(CHARTGATE_M_MMAP_THRESHOLD, 1 << 20)
    _ = mallopt(CHARTGATE_M_TRIM_THRESHOLD, 4 << 20)
  }

  /// The monotonic clock that the service manager counts by (CLOCK_MONOTONIC), microseconds.
  package static var monotonicMicroseconds: Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
  }

  /// Writes to standard error; what cannot be written is given up, a log stops nothing.
  package static func say(_ line: String) { StandardError.say(line) }
}
