private import CSystemCalls
private import Glibc
private import Hashing
package import Values

/// The host that is there: openat-style calls beneath the configured roots, never through a link.
package struct RealHost: Host {
  /// Called for each piece of a long copy or reading: who waits for it sees that it gets on.
  private let moved: @Sendable () -> Void

  package init(moved: @escaping @Sendable () -> Void = {}) { self.moved = moved }

  package func list(_ folder: FilePath) throws(HostError) -> [FileName] {
    let descriptor = try Descriptor.open(folder, O_RDONLY | O_DIRECTORY, "list a folder")
    let copy = try SystemCalls.retrying("list a folder") { fcntl(descriptor.number, F_DUPFD_CLOEXEC, 3) }
    guard let stream = unsafe fdopendir(copy) else {
      let number = errno
      close(copy)
      throw SystemCalls.failure("list a folder", number)
    }
    defer { unsafe closedir(stream) }
    var names: [FileName] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        let number = errno
        if number != 0 { throw SystemCalls.failure("list a folder", number) }
        return names
      }
      let bytes = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        unsafe Array(buffer.prefix { $0 != 0 })
      }
      if let name = FileName(bytes) { names.append(name) }
    }
  }

  package func status(_ path: FilePath) throws(HostError) -> FileStatus {
    var info = stat()
    guard let last = path.names.last else {
      _ = try SystemCalls.retrying("look at a folder") { unsafe lstat(SystemCalls.path(path), &info) }
      return FileStatus(info)
    }
    let folder = try Descriptor.parent(of: path, "look at a file")
    let name = last.bytes.map { CChar(bitPattern: $0) } + [0]
    _ = try SystemCalls.retrying("look at a file") {
      unsafe fstatat(folder.number, name, &info, AT_SYMLINK_NOFOLLOW)
    }
    return FileStatus(info)
  }

  package func open(_ path: FilePath) throws(HostError) -> any ByteSource {
    let descriptor = try Descriptor.open(path, O_RDONLY, "open a file")
    let status = try descriptor.status("open a file")
    guard status.kind == .file, status.links == 1 else {
      throw HostError("open a file", code: 0, kind: .unsafe)
    }
    return FileSource(descriptor: descriptor, byteCount: status.byteCount, moved: moved)
  }

  package func read(_ path: FilePath, limit: Int) throws(HostError) -> [UInt8] {
    let descriptor = try Descriptor.open(path, O_RDONLY, "read a file")
    let status = try descriptor.status("read a file")
    guard status.kind == .file, status.byteCount <= limit else {
      throw HostError("read a file", code: 0, kind: .unsafe)
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: min(1 << 20, limit + 1))
    while true {
      let count = try descriptor.read(into: &buffer, count: buffer.count, at: bytes.count)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= limit else { throw HostError("read a file", code: 0, kind: .unsafe) }
    }
  }

  package func claimCopy(_ path: FilePath, to copy: FilePath, limit: Int, mode: UInt32) throws(HostError)
    -> CopiedFile
  {
    let source = try Descriptor.open(path, O_RDONLY, "open a packet's file")
    let before = try source.status("open a packet's file")
    guard before.kind == .file, before.links == 1, before.byteCount <= limit else {
      throw HostError("open a packet's file", code: 0, kind: .unsafe)
    }
    let target = try Descriptor.open(copy, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600, "copy a packet's file")
    do throws(HostError) {
      if mode != 0o600 { try target.setMode(mode, "copy a packet's file") }
      var hasher = SHA256Hasher()
      var buffer = [UInt8](repeating: 0, count: min(1 << 20, max(4096, before.byteCount)))
      var offset = 0
      while true {
        let count = try source.read(into: &buffer, count: buffer.count, at: offset)
        if count == 0 { break }
        let piece = buffer.span.extracting(0..<count)
        hasher.update(piece)
        try target.write(piece)
        offset += count
        moved()
        guard offset <= limit else { throw HostError("copy a packet's file", code: 0, kind: .unsafe) }
      }
      let after = try source.status("copy a packet's file")
      guard after == before, offset == before.byteCount else {
        throw HostError("a packet's file changed while it was copied", code: 0, kind: .unsafe)
      }
      try target.sync()
      return CopiedFile(
        byteCount: offset, digest: hasher.finalize(), inode: before.inode, changed: before.changed)
    } catch {
      try removeIfThere(copy)
      throw error
    }
  }

  package func create(_ path: FilePath, _ bytes: [UInt8], mode: UInt32) throws(HostError) {
    let descriptor = try Descriptor.open(path, O_WRONLY | O_CREAT | O_EXCL, mode: mode, "make a file")
    do throws(HostError) {
      try descriptor.write(bytes.span)
      try descriptor.sync()
    } catch {
      try removeIfThere(path)
      throw error
    }
  }

  package func makeFolder(_ path: FilePath, mode: UInt32) throws(HostError) {
    guard let last = path.names.last else {
      _ = try SystemCalls.retrying("make a folder") { unsafe mkdir(SystemCalls.path(path), mode) }
      return
    }
    let folder = try Descriptor.parent(of: path, "make a folder")
    let name = last.bytes.map { CChar(bitPattern: $0) } + [0]
    _ = try SystemCalls.retrying("make a folder") { unsafe mkdirat(folder.number, name, mode & 0o700) }
    guard mode & 0o077 != 0 else { return }
    try Descriptor.open(path, O_RDONLY | O_DIRECTORY, "make a folder").setMode(mode, "make a folder")
  }

  package func rename(_ from: FilePath, to: FilePath) throws(HostError) {
    guard let old = from.names.last, let new = to.names.last else {
      throw HostError("rename", code: Int(EINVAL), kind: .permanent)
    }
    let source = try Descriptor.parent(of: from, "rename")
    let target = try Descriptor.parent(of: to, "rename")
    let oldName = old.bytes.map { CChar(bitPattern: $0) } + [0]
    let newName = new.bytes.map { CChar(bitPattern: $0) } + [0]
    _ = try SystemCalls.retrying("rename") {
      unsafe renameat2(source.number, oldName, target.number, newName, CHARTGATE_RENAME_NOREPLACE)
    }
  }

  package func removeFile(_ path: FilePath) throws(HostError) { try unlink(path, 0) }

  package func removeTree(_ path: FilePath) throws(HostError) {
    // Depth first without recursion: a folder is tried, and what is still in it goes first.
    var pending = [path]
    while let next = pending.last {
      do throws(HostError) {
        let status = try status(next)
        try unlink(next, status.kind == .folder ? AT_REMOVEDIR : 0)
        pending.removeLast()
      } catch  where error.kind == .exists {
        let names = try list(next)
        // Full by what the system says, and empty by what it shows: on a share, until others let go of it.
        guard !names.isEmpty else { throw HostError("remove a folder", code: error.code, kind: .transient) }
        for name in names { pending.append(next.appending(name)) }
      } catch  where error.kind == .missing {
        pending.removeLast()
      }
    }
  }

  private func unlink(_ path: FilePath, _ flags: CInt) throws(HostError) {
    guard let last = path.names.last else { throw HostError("remove", code: Int(EINVAL), kind: .permanent) }
    let folder = try Descriptor.parent(of: path, "remove")
    let name = last.bytes.map { CChar(bitPattern: $0) } + [0]
    _ = try SystemCalls.retrying("remove") { unsafe unlinkat(folder.number, name, flags) }
  }

  package func sync(_ folder: FilePath) throws(HostError) {
    try Descriptor.open(folder, O_RDONLY | O_DIRECTORY, "sync a folder").sync()
  }

  package func freeBytes(_ folder: FilePath) throws(HostError) -> Int {
    let descriptor = try Descriptor.open(folder, O_RDONLY | O_DIRECTORY, "look at a volume")
    var info = statvfs()
    _ = try SystemCalls.retrying("look at a volume") { unsafe fstatvfs(descriptor.number, &info) }
    // What a network file system says need not fit.
    let (bytes, isOver) = UInt64(info.f_bavail).multipliedReportingOverflow(by: UInt64(info.f_frsize))
    return isOver ? .max : Int(clamping: bytes)
  }

  package func now() -> Instant {
    let time = Self.clock(CLOCK_REALTIME)
    return Instant(milliseconds: time / 1_000_000)
  }

  package func ticks() -> Int64 { Self.clock(CLOCK_BOOTTIME) }

  private static func clock(_ id: clockid_t) -> Int64 {
    var time = timespec()
    unsafe clock_gettime(id, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}

/// A file that is read by offset.
struct FileSource: ByteSource {
  let descriptor: Descriptor
  let byteCount: Int
  var moved: @Sendable () -> Void = {}

  func copy<Sink: ByteSink>(_ range: Range<Int>, to sink: inout Sink) throws(PacketError) {
    var buffer = [UInt8](repeating: 0, count: min(1 << 20, max(1, range.count)))
    var offset = range.lowerBound
    while offset < range.upperBound {
      let wanted = min(buffer.count, range.upperBound - offset)
      let count: Int
      do {
        count = try descriptor.read(into: &buffer, count: wanted, at: offset)
      } catch {
        throw PacketError(
          "house.io", .retry, "a file of the packet could not be read", remedy: "look at the disk")
      }
      guard count > 0 else {
        throw PacketError(
          "house.io", .retry, at: Place(bytes: offset..<range.upperBound),
          "a file of the packet is shorter than it was",
          remedy: "look at the disk")
      }
      try sink.write(buffer.span.extracting(0..<count))
      offset += count
      moved()
    }
  }
}
