internal import CSystemCalls
internal import Glibc
internal import Values

/// Who is at the other end of a local socket, as the kernel says (unix(7), SO_PEERCRED).
package struct SocketPeer: Sendable, Equatable {
  package let process: Int
  package let user: UInt32
  package init(process: Int, user: UInt32) { (self.process, self.user) = (process, user) }
}

/// A unix stream socket in a folder of ours, waiting for others.
package final class LocalListener: Sendable {
  private let descriptor: Descriptor

  /// Listens at a path, which it takes over: only the holder of the tree's lock may do so.
  package init(_ path: FilePath, mode: UInt32) throws(HostError) {
    descriptor = try LocalSocket.make(.stream)
    try Self.removeOld(path)
    let folder = try Descriptor.parent(of: path, "listen on the socket")
    let number = descriptor.number
    let short = LocalSocket.short(path, in: folder)
    // Nobody else may connect between bind(2) and the change of mode: the folder is ours alone (0700).
    _ = try unsafe LocalSocket.with(short) { address, length in unsafe bind(number, address, length) }
    _ = try SystemCalls.retrying("listen on the socket") { unsafe chmod(short.map(CChar.init) + [0], mode) }
    _ = try SystemCalls.retrying("listen on the socket") { listen(number, 16) }
  }

  /// Removes a socket that was left behind; any other file is somebody's, and stays.
  private static func removeOld(_ path: FilePath) throws(HostError) {
    guard let name = path.names.last else { return }
    let folder = try Descriptor.parent(of: path, "listen on the socket")
    var info = stat()
    do throws(HostError) {
      _ = try SystemCalls.retrying("listen on the socket") {
        unsafe fstatat(
          folder.number, name.bytes.map { CChar(bitPattern: $0) } + [0], &info, AT_SYMLINK_NOFOLLOW)
      }
    } catch  where error.kind == .missing {
      return
    }
    guard info.st_mode & S_IFMT == S_IFSOCK else {
      throw SystemCalls.failure("listen on the socket", EEXIST)
    }
    try RealHost().removeIfThere(path)
  }

  /// Takes over a socket that already listens, such as one that the service manager opened.
  init(adopting number: CInt) {
    descriptor = Descriptor(number)
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK)
  }

  /// The next who connects, waiting for as long as it takes; nil once the bell has rung, or when who came is gone
  /// again.
  package func accept(unless bell: Bell) throws(HostError) -> LocalConnection? {
    guard try LocalSocket.wait(descriptor, unless: bell) else { return nil }
    let number = descriptor.number
    do throws(HostError) {
      return LocalConnection(
        Descriptor(
          try SystemCalls.retrying("accept a connection") {
            accept4(number, nil, nil, Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue))
          }))
    } catch  where error.code == Int(EAGAIN) || error.code == Int(ECONNABORTED) {
      return nil
    }
  }
}

extension LocalListener {
  /// The next who connects; nil once the bell has rung, when who came is gone again, or when they cannot be let in:
  /// most likely no descriptor is left, and whoever waits goes on waiting for a moment.
  package func next(unless bell: Bell) -> LocalConnection? {
    do throws(HostError) {
      return try accept(unless: bell)
    } catch {
      bell.rest(milliseconds: 200)
      return nil
    }
  }
}

/// One end of a local connection.
package final class LocalConnection: Sendable {
  private let descriptor: Descriptor
  init(_ descriptor: Descriptor) { self.descriptor = descriptor }

  /// Connects to who listens at a path.
  package convenience init(to path: FilePath) throws(HostError) {
    let descriptor = try LocalSocket.make(.stream)
    let folder = try Descriptor.parent(of: path, "connect to the daemon")
    let number = descriptor.number
    _ = try unsafe LocalSocket.with(LocalSocket.short(path, in: folder)) { address, length in
      unsafe connect(number, address, length)
    }
    self.init(descriptor)
  }

  package func peer() throws(HostError) -> SocketPeer {
    var peer = chartgate_peer()
    var size = socklen_t(MemoryLayout<chartgate_peer>.size)
    let number = descriptor.number
    _ = try SystemCalls.retrying("ask who connected") {
      unsafe getsockopt(number, SOL_SOCKET, SO_PEERCRED, &peer, &size)
    }
    return SocketPeer(process: Int(peer.pid), user: peer.uid)
  }

  /// Reads up to and without a line feed.
  ///
  /// - Throws: `unsafe` for a longer line than the limit; `transient` when it does not come in time, or
  ///   the other end goes away before it.
  package func readLine(limit: Int, milliseconds: Int) throws(HostError) -> [UInt8] {
    try read(upTo: [0x0A], limit: limit, milliseconds: milliseconds)
  }

  /// Reads up to and without an ending; what came in behind it is dropped.
  package func read(upTo ending: [UInt8], limit: Int, milliseconds: Int) throws(HostError) -> [UInt8] {
    let end = RealHost().ticks() + Int64(milliseconds) * 1_000_000
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let left = Int((end - RealHost().ticks()) / 1_000_000)
      guard left > 0, try LocalSocket.wait(descriptor, POLLIN, milliseconds: left) else {
        throw SystemCalls.failure("read from the socket", ETIMEDOUT)
      }
      let number = descriptor.number
      let count = try SystemCalls.retrying("read from the socket") {
        unsafe buffer.withUnsafeMutableBytes { unsafe recv(number, $0.baseAddress, $0.count, 0) }
      }
      guard count > 0 else { throw SystemCalls.failure("read from the socket", ECONNRESET) }
      let seen = max(0, bytes.count - ending.count + 1)
      bytes += buffer[..<count]
      for start in seen..<max(seen, bytes.count - ending.count + 1)
      where bytes[start..<start + ending.count].elementsEqual(ending) {
        guard start <= limit else { throw HostError("read from the socket", code: 0, kind: .unsafe) }
        return Array(bytes[..<start])
      }
      guard bytes.count <= limit else { throw HostError("read from the socket", code: 0, kind: .unsafe) }
    }
  }

  /// Writes all of the bytes.
  package func write(_ bytes: [UInt8], milliseconds: Int) throws(HostError) {
    let end = RealHost().ticks() + Int64(milliseconds) * 1_000_000
    let number = descriptor.number
    var done = 0
    while done < bytes.count {
      let left = Int((end - RealHost().ticks()) / 1_000_000)
      guard left > 0, try LocalSocket.wait(descriptor, POLLOUT, milliseconds: left) else {
        throw SystemCalls.failure("write to the socket", ETIMEDOUT)
      }
      let rest = bytes[done...]
      done += try SystemCalls.retrying("write to the socket") {
        unsafe rest.withUnsafeBytes {
          unsafe send(number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
      }
    }
  }
}

/// The calls that sockets share.
enum LocalSocket {
  enum Kind { case stream, datagram }

  static func make(_ kind: Kind) throws(HostError) -> Descriptor {
    let type =
      switch kind {
      case .stream: SOCK_STREAM
      case .datagram: SOCK_DGRAM
      }
    let flags = Int32(type.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
    return Descriptor(try SystemCalls.retrying("make a socket") { socket(AF_UNIX, flags, 0) })
  }

  /// The path's bytes if they fit into an address (unix(7): 107), else the way over the open folder.
  static func short(_ path: FilePath, in folder: Descriptor) -> [UInt8] {
    let whole = SystemCalls.path(path).dropLast().map { UInt8(bitPattern: $0) }
    if whole.count <= 107 { return whole }
    return Array("/proc/self/fd/\(folder.number)/".utf8) + (path.names.last?.bytes ?? [])
  }

  /// Calls with a unix address; a name that starts with NUL is abstract.
  static func with(
    _ name: [UInt8], _ call: (UnsafePointer<sockaddr>, UInt32) -> CInt
  ) throws(HostError) -> CInt {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let room = MemoryLayout.size(ofValue: address.sun_path)
    guard name.count < room else { throw SystemCalls.failure("name a socket", ENAMETOOLONG) }
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: name) }
    let length = socklen_t(2 + name.count + (name.first == 0 ? 0 : 1))
    return try SystemCalls.retrying("reach a socket") {
      unsafe withUnsafePointer(to: &address) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe call($0, length) }
      }
    }
  }

  /// Whether the descriptor becomes ready within the time.
  static func wait(_ descriptor: Descriptor, _ events: CInt, milliseconds: Int) throws(HostError) -> Bool {
    var entry = pollfd(fd: descriptor.number, events: Int16(events), revents: 0)
    return try SystemCalls.retrying("wait for a socket") { unsafe poll(&entry, 1, Int32(milliseconds)) } > 0
  }

  /// Waits until somebody comes; false once the bell has rung.
  static func wait(_ descriptor: Descriptor, unless bell: Bell) throws(HostError) -> Bool {
    var entries = [descriptor.number, bell.descriptor.number].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    _ = try SystemCalls.retrying("wait for a socket") {
      unsafe entries.withUnsafeMutableBufferPointer { unsafe poll($0.baseAddress, nfds_t($0.count), -1) }
    }
    return entries[1].revents == 0
  }
}
