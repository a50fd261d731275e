private import CSystemCalls
private import Glibc
internal import Values

/// The lock of a tree: exactly one process works on it. Held for as long as this value lives; the kernel
/// lets go of it when the process ends, however it ends, so that nothing stale is ever left.
package final class TreeLock: Sendable {
  package enum Failure: Error, Equatable, Sendable, CustomStringConvertible {
    /// Another process has it; its number, if it wrote it down.
    case held(by: Int?)
    case host(HostError)

    package var description: String {
      switch self {
      case .held(let holder):
        "another chartgate works on this tree" + (holder.map { " (process \($0))" } ?? "")
          + "; stop it first, or give the command to it"
      case .host(let error): "the tree's lock could not be taken: \(error)"
      }
    }
  }

  private let descriptor: Descriptor
  private let file: FilePath

  /// Whether the file that is locked is still the one of that name, as far as can be seen. One that was removed or
  /// replaced keeps nobody out: its holder must stop. A look that fails (no descriptor left, a disk's error) says
  /// nothing.
  package var isInPlace: Bool {
    do throws(HostError) {
      let (mine, there) = (try descriptor.status("look at the tree's lock"), try RealHost().status(file))
      return mine.inode == there.inode && mine.device == there.device
    } catch {
      return error.kind == .transient
    }
  }

  /// Takes the lock, making its file if there is none; it does not wait.
  ///
  /// It is an open file description's lock (fcntl(2), F_OFD_SETLK): a process's lock would be lost as soon
  /// as any part of the process closed the file.
  package init(_ file: FilePath) throws(Failure) {
    self.file = file
    descriptor = try Self.catching { () throws(HostError) in
      try Descriptor.open(file, O_RDWR | O_CREAT, mode: 0o600, "open the tree's lock")
    }
    var wanted = flock()
    wanted.l_type = Int16(F_WRLCK)
    wanted.l_whence = Int16(SEEK_SET)
    let number = descriptor.number
    if unsafe fcntl(number, CHARTGATE_F_OFD_SETLK, &wanted) != 0 {
      let code = errno
      guard code == EAGAIN || code == EACCES else {
        throw .host(SystemCalls.failure("take the tree's lock", code))
      }
      throw .held(by: Self.holder(descriptor))
    }
    let line = Array("\(getpid())\n".utf8)
    try Self.catching { () throws(HostError) in
      _ = try SystemCalls.retrying("write the tree's lock") { ftruncate(number, 0) }
      try descriptor.write(line.span)
    }
  }

  /// The number that the holder wrote into the file.
  private static func holder(_ descriptor: Descriptor) -> Int? {
    var buffer = [UInt8](repeating: 0, count: 32)
    do {
      let count = try descriptor.read(into: &buffer, count: buffer.count, at: 0)
      return Int(String(decoding: buffer[..<count].prefix { $0 != 0x0A }, as: UTF8.self))
    } catch {
      return nil
    }
  }

  private static func catching<Value>(_ body: () throws(HostError) -> Value) throws(Failure) -> Value {
    do {
      return try body()
    } catch {
      throw .host(error)
    }
  }
}
