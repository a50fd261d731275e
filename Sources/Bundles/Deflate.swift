internal import CZlib
internal import Values

/// What deflate data has in common, and zlib's CRC-32; ``DeflateStream`` is zlib's deflate and inflate.
enum Deflate {
  /// The same bytes always give the same bytes: level, memory and strategy are fixed.
  static let level: CInt = 6

  static func crc32(_ bytes: Span<UInt8>, after before: UInt32 = 0) -> UInt32 {
    var crc = UInt(before)
    var offset = 0
    while offset < bytes.count {
      let piece = bytes.extracting(offset..<min(bytes.count, offset + pieceSize))
      crc = unsafe piece.withUnsafeBytes { raw in
        unsafe CZlib.crc32(crc, raw.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(raw.count))
      }
      offset += piece.count
    }
    return UInt32(truncatingIfNeeded: crc)
  }

  private static let pieceSize = 1 << 20

  static let memory = PacketError(
    "zlib.memory", .retry, "zlib has no memory", remedy: "raise the memory budget")
  static let broken = PacketError(
    "bundle.broken", .hold, "compressed data is damaged", remedy: "ask for the bundle again")
}
