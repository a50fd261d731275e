private import CWall
private import Glibc
internal import Values

/// Bytes in memory that can be handed to another process and changed by nobody, not even by who made them
/// (memfd_create(2), F_SEAL_WRITE).
package enum SealedMemory {
  package static func make(_ bytes: [UInt8]) throws(HostError) -> Descriptor {
    let file = Descriptor(
      CInt(try SystemCalls.checked("make a file in memory", chartgate_memory_file())))
    try file.write(bytes.span)
    try SystemCalls.checked("seal a file in memory", chartgate_seal(file.number))
    return file
  }

  /// - Throws: `unsafe` for one that is not sealed, or larger than the limit.
  package static func read(_ file: Descriptor, limit: Int) throws(HostError) -> [UInt8] {
    let size = try file.status("read a file in memory").byteCount
    guard chartgate_is_sealed(file.number) == 1, size <= limit else {
      throw HostError("read a file in memory", code: 0, kind: .unsafe)
    }
    var bytes = [UInt8](repeating: 0, count: size)
    var done = 0
    while done < size {
      var piece = [UInt8](repeating: 0, count: min(1 << 20, size - done))
      let count = try file.read(into: &piece, count: piece.count, at: done)
      guard count > 0 else { throw HostError("read a file in memory", code: 0, kind: .unsafe) }
      bytes.replaceSubrange(done..<done + count, with: piece[..<count])
      done += count
    }
    return bytes
  }
}
