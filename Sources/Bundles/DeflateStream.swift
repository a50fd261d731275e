internal import CZlib
internal import Values

/// zlib's raw deflate, or inflate (RFC 1951), over bytes that come and go in pieces: so much lies in memory, whatever
/// passes through.
@safe final class DeflateStream {
  enum Direction { case deflate, inflate }

  private let direction: Direction
  private let stream: UnsafeMutablePointer<z_stream>
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  /// The data ended, as it says itself.
  private(set) var hasEnded = false
  /// Bytes that came out so far.
  var made: Int { unsafe Int(stream.pointee.total_out) }

  init(_ direction: Direction) throws(PacketError) {
    self.direction = direction
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let size = unsafe CInt(MemoryLayout<z_stream>.size)
    let result =
      switch direction {
      case .deflate:
        unsafe deflateInit2_(
          stream, Deflate.level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
      case .inflate: unsafe inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, size)
      }
    guard result == Z_OK else { throw Deflate.memory }
  }

  deinit {
    switch direction {
    case .deflate: unsafe deflateEnd(stream)
    case .inflate: unsafe inflateEnd(stream)
    }
    unsafe stream.deallocate()
  }

  /// Takes a piece in and gives on what comes of it.
  ///
  /// - Throws: `bundle.broken` for what is no deflate data, or goes on behind its end.
  func pass<Sink: ByteSink>(
    _ piece: Span<UInt8>, isLast: Bool, to sink: inout Sink
  ) throws(PacketError) {
    // Taken out while it is filled, so that it is not copied.
    var buffer: [UInt8] = []
    swap(&buffer, &self.buffer)
    defer { swap(&buffer, &self.buffer) }
    var offset = 0
    repeat {
      let part = piece.extracting(offset..<min(piece.count, offset + 1 << 20))
      offset += part.count
      var taken = 0
      while true {
        let (count, used) = try step(
          part.extracting(taken...), isLast: isLast && offset == piece.count, into: &buffer)
        taken += used
        try sink.write(buffer.span.extracting(..<count))
        guard count == buffer.count else { break }
      }
      if taken < part.count { throw Deflate.broken }
    } while offset < piece.count
  }

  private func step(
    _ piece: Span<UInt8>, isLast: Bool, into buffer: inout [UInt8]
  ) throws(PacketError) -> (made: Int, used: Int) {
    if hasEnded {
      guard piece.isEmpty else { throw Deflate.broken }
      return (0, 0)
    }
    let (direction, stream) = unsafe (direction, stream)
    let capacity = buffer.count
    let result = unsafe piece.withUnsafeBytes { raw -> CInt in
      unsafe stream.pointee.next_in = UnsafeMutablePointer(
        mutating: raw.baseAddress?.assumingMemoryBound(to: UInt8.self))
      unsafe stream.pointee.avail_in = UInt32(raw.count)
      return unsafe buffer.withUnsafeMutableBufferPointer { target -> CInt in
        unsafe stream.pointee.next_out = target.baseAddress
        unsafe stream.pointee.avail_out = UInt32(target.count)
        return switch direction {
        case .deflate: unsafe CZlib.deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
        case .inflate: unsafe CZlib.inflate(stream, Z_NO_FLUSH)
        }
      }
    }
    guard result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR else { throw Deflate.broken }
    if result == Z_STREAM_END { hasEnded = true }
    return (
      unsafe capacity - Int(stream.pointee.avail_out), unsafe piece.count - Int(stream.pointee.avail_in)
    )
  }
}

/// Gives on what it is given, deflated, and knows what went in and out. However it is cut into pieces, the same bytes
/// give the same bytes.
struct DeflatingSink<Target: ByteSink>: ByteSink {
  private(set) var target: Target
  private(set) var crc: UInt32 = 0
  private(set) var size = 0
  private let stream: DeflateStream
  /// How long it has become.
  var compressed: Int { stream.made }

  init(_ target: Target) throws(PacketError) {
    self.target = target
    stream = try DeflateStream(.deflate)
  }

  mutating func write(_ bytes: Span<UInt8>) throws(PacketError) {
    crc = Deflate.crc32(bytes, after: crc)
    size += bytes.count
    try stream.pass(bytes, isLast: false, to: &target)
  }

  mutating func finish() throws(PacketError) {
    let nothing: [UInt8] = []
    try stream.pass(nothing.span, isLast: true, to: &target)
    guard stream.hasEnded else { throw Deflate.memory }
  }
}

/// Gives on what it is given, inflated, and no more than it should be.
struct InflatingSink<Target: ByteSink>: ByteSink {
  private var counted: Counted<Target>
  private let stream: DeflateStream

  /// - Parameter limit: as many bytes as come out of it.
  init(_ target: Target, limit: Int) throws(PacketError) {
    counted = Counted(target: target, limit: limit)
    stream = try DeflateStream(.inflate)
  }

  var target: Target { counted.target }
  var crc: UInt32 { counted.crc }
  /// The data has ended, and was as long as it should be.
  var isComplete: Bool { stream.hasEnded && counted.count == counted.limit }

  mutating func write(_ bytes: Span<UInt8>) throws(PacketError) {
    try stream.pass(bytes, isLast: false, to: &counted)
  }
}

/// Gives on what it is given while that is not more than it should be.
struct Counted<Target: ByteSink>: ByteSink {
  fileprivate(set) var target: Target
  let limit: Int
  private(set) var count = 0
  private(set) var crc: UInt32 = 0

  init(target: Target, limit: Int) { (self.target, self.limit) = (target, limit) }

  mutating func write(_ bytes: Span<UInt8>) throws(PacketError) {
    count += bytes.count
    guard count <= limit else { throw Deflate.broken }
    crc = Deflate.crc32(bytes, after: crc)
    try target.write(bytes)
  }
}
