internal import Glibc
internal import Values

/// The system calls, each in one place: EINTR never surfaces, an error number becomes ours at once.
enum SystemCalls {
  static func failure(_ operation: PlainText, _ number: CInt) -> HostError {
    let kind: HostError.Kind =
      switch number {
      case ENOENT: .missing
      case EEXIST, ENOTEMPTY: .exists
      case ENOSPC, EDQUOT, EIO, EROFS, EMFILE, ENFILE, ENOMEM, EAGAIN, EBUSY, ESTALE, ENODEV, ETXTBSY,
        EACCES, EPERM, ENXIO, ENOLCK, ETIMEDOUT, EHOSTDOWN, EREMOTEIO, ENOTCONN, ECONNREFUSED, ECONNRESET:
        .transient
      case ELOOP, ENOTDIR, EISDIR: .unsafe
      default: .permanent
      }
    return HostError(operation, code: Int(number), kind: kind)
  }

  /// Runs a call that gives a negative number on failure, again for as long as signals interrupt it.
  static func retrying<Result: SignedInteger>(_ operation: PlainText, _ call: () -> Result)
    throws(HostError) -> Result
  {
    while true {
      let result = call()
      if result >= 0 { return result }
      let number = errno
      if number != EINTR { throw failure(operation, number) }
    }
  }

  static func path(_ path: FilePath) -> [CChar] {
    var text = path.root.path.utf8.map { CChar(bitPattern: $0) }
    for name in path.names {
      text.append(CChar(bitPattern: 0x2f))
      text += name.bytes.map { CChar(bitPattern: $0) }
    }
    text.append(0)
    return text
  }
}

/// An open descriptor, closed once.
package final class Descriptor: Sendable {
  let number: CInt
  init(_ number: CInt) { self.number = number }
  deinit { close(number) }

  /// Opens a path; no component below the root may be a link.
  static func open(_ path: FilePath, _ flags: CInt, mode: mode_t = 0, _ operation: PlainText)
    throws(HostError) -> Descriptor
  {
    let common = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    guard let last = path.names.last else {
      return Descriptor(
        try SystemCalls.retrying(operation) {
          unsafe Glibc.open(SystemCalls.path(path), flags | O_CLOEXEC | O_NONBLOCK, mode)
        })
    }
    let folder = try parent(of: path, operation)
    let name = last.bytes.map { CChar(bitPattern: $0) } + [0]
    return Descriptor(
      try SystemCalls.retrying(operation) {
        unsafe openat(folder.number, name, flags | common, mode)
      })
  }

  /// The folder that holds the path's last name, walked name by name without following links.
  static func parent(of path: FilePath, _ operation: PlainText) throws(HostError) -> Descriptor {
    var folder = Descriptor(
      try SystemCalls.retrying(operation) {
        unsafe Glibc.open(SystemCalls.path(FilePath(path.root)), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      })
    for name in path.names.dropLast() {
      let bytes = name.bytes.map { CChar(bitPattern: $0) } + [0]
      folder = Descriptor(
        try SystemCalls.retrying(operation) {
          unsafe openat(folder.number, bytes, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        })
    }
    return folder
  }

  func status(_ operation: PlainText) throws(HostError) -> FileStatus {
    var info = stat()
    _ = try SystemCalls.retrying(operation) { unsafe fstat(number, &info) }
    return FileStatus(info)
  }

  /// Writes all of the bytes.
  func write(_ bytes: Span<UInt8>) throws(HostError) {
    var done = 0
    while done < bytes.count {
      let rest = bytes.extracting(done..<bytes.count)
      let count = try SystemCalls.retrying("write") {
        unsafe rest.withUnsafeBytes { unsafe Glibc.write(number, $0.baseAddress, $0.count) }
      }
      guard count > 0 else { throw SystemCalls.failure("write", EIO) }
      done += count
    }
  }

  /// Writes over what was written at an offset.
  func write(_ bytes: Span<UInt8>, at offset: Int) throws(HostError) {
    var done = 0
    while done < bytes.count {
      let rest = bytes.extracting(done..<bytes.count)
      let count = try SystemCalls.retrying("write") {
        unsafe rest.withUnsafeBytes {
          unsafe pwrite(number, $0.baseAddress, $0.count, off_t(offset + done))
        }
      }
      guard count > 0 else { throw SystemCalls.failure("write", EIO) }
      done += count
    }
  }

  /// Reads up to the buffer's size from an offset; fewer at the end of the file.
  func read(into buffer: inout [UInt8], count: Int, at offset: Int) throws(HostError) -> Int {
    try SystemCalls.retrying("read") {
      unsafe buffer.withUnsafeMutableBytes {
        unsafe pread(number, $0.baseAddress, min(count, $0.count), off_t(offset))
      }
    }
  }

  /// Gives a new file or folder its mode whatever the process's umask takes away: what lies in an outbox
  /// must be readable for its group. A folder's set-group bit, which it has from its parent, stays.
  func setMode(_ mode: UInt32, _ operation: PlainText) throws(HostError) {
    let kept = try status(operation).mode & UInt32(S_ISGID)
    _ = try SystemCalls.retrying(operation) { fchmod(number, mode_t(mode | kept)) }
  }

  func sync() throws(HostError) { _ = try SystemCalls.retrying("sync") { fsync(number) } }
}

extension FileStatus {
  init(_ info: stat) {
    let kind: FileKind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    self.init(
      kind: kind, byteCount: Int(info.st_size), inode: UInt64(info.st_ino), device: UInt64(info.st_dev),
      changed: Int64(info.st_ctim.tv_sec) &* 1_000_000_000 &+ Int64(info.st_ctim.tv_nsec),
      links: Int(info.st_nlink), mode: UInt32(info.st_mode & 0o7777), owner: info.st_uid)
  }
}
