private import Glibc
internal import Values

/// A small file of ours that is written over in place, by one call: a process that dies leaves the old bytes or
/// the new ones. What is not synced may after a power cut be either, or torn, which its reader must be able to
/// tell.
package final class SmallFile: Sendable {
  private let descriptor: Descriptor

  /// Opens it, making it (0600) when there is none.
  package init(_ path: FilePath) throws(HostError) {
    descriptor = try Descriptor.open(path, O_RDWR | O_CREAT, mode: 0o600, "open a small file")
  }

  /// Writes over its first bytes.
  package func overwrite(_ bytes: [UInt8]) throws(HostError) {
    let number = descriptor.number
    let count = try SystemCalls.retrying("write a small file") {
      unsafe bytes.withUnsafeBytes { unsafe pwrite(number, $0.baseAddress, $0.count, 0) }
    }
    guard count == bytes.count else { throw SystemCalls.failure("write a small file", EIO) }
  }

  /// Makes durable what was written.
  package func sync() throws(HostError) { try descriptor.sync() }
}

extension FilePath {
  /// A file by its absolute path: the last name below its folder. nil for what is no file's path.
  package init?(file path: String) {
    guard path.utf8.first == UInt8(ascii: "/"), let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
      let name = FileName(Array(path.utf8[path.utf8.index(after: slash)...]))
    else { return nil }
    let folder = String(path[..<slash])
    self.init(Root(folder.isEmpty ? "/" : folder), [name])
  }

  /// The file whose name is this one's with something after it; nil when that is no name.
  package func adding(_ ending: String) -> FilePath? {
    guard let name = names.last, let longer = FileName(name.bytes + Array(ending.utf8)) else { return nil }
    return parent.appending(longer)
  }

  /// Its bytes as text, for those who take a path by its name.
  package var text: String {
    names.reduce(root.path == "/" ? "" : root.path) { $0 + "/" + String(decoding: $1.bytes, as: UTF8.self) }
  }
}

extension RealHost {
  /// Makes durable what another has written into a file.
  package func syncFile(_ path: FilePath) throws(HostError) {
    try Descriptor.open(path, O_RDWR, "sync a file").sync()
  }

  /// Puts a file in the place of whatever file has that name, in one step; not for what must outlast a crash:
  /// nothing is synced.
  package func replace(_ path: FilePath, with bytes: [UInt8], mode: UInt32) throws(HostError) {
    guard let name = path.names.last, let hidden = FileName([0x2E] + name.bytes + Array(".tmp".utf8)) else {
      throw HostError("write a file", code: Int(EINVAL), kind: .permanent)
    }
    let temporary = path.parent.appending(hidden)
    try removeIfThere(temporary)
    do throws(HostError) {
      let file = try Descriptor.open(temporary, O_WRONLY | O_CREAT | O_EXCL, mode: mode, "write a file")
      try file.setMode(mode, "write a file")
      try file.write(bytes.span)
      try replace(path, with: temporary)
    } catch {
      try removeIfThere(temporary)
      throw error
    }
  }

  /// Renames over a file that may be there.
  package func replace(_ path: FilePath, with other: FilePath) throws(HostError) {
    guard let old = other.names.last, let new = path.names.last else {
      throw HostError("rename", code: Int(EINVAL), kind: .permanent)
    }
    let source = try Descriptor.parent(of: other, "rename")
    let target = try Descriptor.parent(of: path, "rename")
    let oldName = old.bytes.map { CChar(bitPattern: $0) } + [0]
    let newName = new.bytes.map { CChar(bitPattern: $0) } + [0]
    _ = try SystemCalls.retrying("rename") {
      unsafe renameat(source.number, oldName, target.number, newName)
    }
  }
}
