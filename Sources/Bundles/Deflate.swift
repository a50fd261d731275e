internal import CZlib
internal import Values

/// zlib's raw deflate, inflate (RFC 1951) and CRC-32; no other file names zlib.
enum Deflate {
  /// The same bytes always give the same bytes: level, memory and strategy are fixed.
  static let level: CInt = 6

  /// Compresses bytes that lie in memory.
  static func compress(_ bytes: Span<UInt8>) throws(PacketError) -> [UInt8] {
    var stream = unsafe z_stream()
    let size = unsafe CInt(MemoryLayout<z_stream>.size)
    guard
      unsafe deflateInit2_(&stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        == Z_OK
    else { throw memory }
    defer { unsafe deflateEnd(&stream) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count / 3 + 64)
    var offset = 0
    while true {
      let piece = bytes.extracting(offset..<min(bytes.count, offset + pieceSize))
      offset += piece.count
      let flush = offset == bytes.count ? Z_FINISH : Z_NO_FLUSH
      let done = try unsafe run(&stream, piece, &out) { stream in unsafe CZlib.deflate(&stream, flush) }
      if flush == Z_FINISH {
        guard done == Z_STREAM_END else { throw memory }
        return out
      }
    }
  }

  /// Inflates to exactly this many bytes.
  ///
  /// - Throws: `bundle.broken` when the data is no deflate data, or gives more or fewer bytes.
  static func inflate(_ bytes: Span<UInt8>, to count: Int) throws(PacketError) -> [UInt8] {
    var stream = unsafe z_stream()
    let size = unsafe CInt(MemoryLayout<z_stream>.size)
    guard unsafe inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, size) == Z_OK else { throw memory }
    defer { unsafe inflateEnd(&stream) }
    var out: [UInt8] = []
    out.reserveCapacity(min(count, 64 << 20))
    var offset = 0
    while true {
      let piece = bytes.extracting(offset..<min(bytes.count, offset + pieceSize))
      offset += piece.count
      let result = try unsafe run(&stream, piece, &out, limit: count) { stream in
        unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
      }
      if result == Z_STREAM_END {
        let rest = unsafe Int(stream.avail_in)
        guard rest == 0, offset == bytes.count, out.count == count else { throw broken }
        return out
      }
      guard result == Z_OK || result == Z_BUF_ERROR, offset < bytes.count, out.count <= count else {
        throw broken
      }
    }
  }

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

  /// Feeds one piece and collects all that comes out.
  private static func run(
    _ stream: inout z_stream, _ piece: Span<UInt8>, _ out: inout [UInt8], limit: Int = .max,
    _ step: (inout z_stream) -> CInt
  ) throws(PacketError) -> CInt {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    return unsafe piece.withUnsafeBytes { raw -> CInt in
      unsafe stream.next_in = UnsafeMutablePointer(
        mutating: raw.baseAddress?.assumingMemoryBound(to: UInt8.self))
      unsafe stream.avail_in = UInt32(raw.count)
      while true {
        let capacity = buffer.count
        let result = unsafe buffer.withUnsafeMutableBufferPointer { target -> CInt in
          unsafe stream.next_out = target.baseAddress
          unsafe stream.avail_out = UInt32(target.count)
          return unsafe step(&stream)
        }
        let produced = unsafe capacity - Int(stream.avail_out)
        out += buffer[..<produced]
        let isFull = unsafe stream.avail_out == 0
        if result != Z_OK || !isFull || out.count > limit { return result }
      }
    }
  }

  static let memory = PacketError(
    "zlib.memory", .retry, "zlib has no memory", remedy: "raise the memory budget")
  static let broken = PacketError(
    "bundle.broken", .hold, "compressed data is damaged", remedy: "ask for the bundle again")
}
