/// Bytes that can be read again and again: a record's private copy, or memory in a test. Host provides
/// the real ones; the pure core sees only this.
package protocol ByteSource: Sendable {
  var byteCount: Int { get }
  /// Copies a range of the bytes to a sink, in pieces.
  ///
  /// - Throws: what reading or the sink throws (`retry` for a transient fault of the disk).
  func copy<Sink: ByteSink>(_ range: Range<Int>, to sink: inout Sink) throws(PacketError)
}

/// Where bytes go: a file being written, a hasher, memory.
package protocol ByteSink {
  mutating func write(_ bytes: Span<UInt8>) throws(PacketError)
}

extension ByteSink {
  package mutating func write(_ bytes: [UInt8]) throws(PacketError) { try write(bytes.span) }
}

/// Where bytes go that are mended once more is known: the header of what was written behind it.
package protocol PatchedSink: ByteSink {
  /// Writes over bytes that were written before.
  mutating func patch(_ bytes: [UInt8], at offset: Int) throws(PacketError)
}

extension ByteSource {
  package func copyAll<Sink: ByteSink>(to sink: inout Sink) throws(PacketError) {
    try copy(0..<byteCount, to: &sink)
  }

  /// All bytes in memory.
  ///
  /// - Throws: `house.limit` (hold) when there are more than the limit, before any is read.
  package func whole(limit: Int) throws(PacketError) -> [UInt8] {
    guard byteCount <= limit else {
      throw PacketError(
        "house.limit", .hold, "a file has more than \(limit) bytes", remedy: "split it, or raise the limit")
    }
    var sink = MemorySink()
    try copyAll(to: &sink)
    return sink.bytes
  }
}

/// Bytes in memory.
package struct MemorySource: ByteSource {
  package let bytes: [UInt8]
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package var byteCount: Int { bytes.count }
  package func copy<Sink: ByteSink>(_ range: Range<Int>, to sink: inout Sink) throws(PacketError) {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else {
      throw PacketError(
        "house.range", .hold, at: Place(bytes: range), "a range lies outside of the bytes",
        remedy: "report this as a bug")
    }
    try sink.write(bytes.span.extracting(range))
  }
}

/// Collects bytes in memory.
package struct MemorySink: PatchedSink {
  package private(set) var bytes: [UInt8] = []
  package init() {}

  /// For so many bytes.
  package init(reserving count: Int) { bytes.reserveCapacity(count) }

  package mutating func write(_ more: Span<UInt8>) throws(PacketError) {
    // Reserving exactly what is asked for would copy all that is there at every write.
    let needed = bytes.count + more.count
    if needed > bytes.capacity { bytes.reserveCapacity(max(needed, bytes.capacity * 2)) }
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: more.count))
    var target = bytes.mutableSpan
    for index in 0..<more.count { target[start &+ index] = more[index] }
  }

  package mutating func patch(_ more: [UInt8], at offset: Int) throws(PacketError) {
    guard offset >= 0, offset + more.count <= bytes.count else {
      throw PacketError(
        "house.range", .hold, at: Place(bytes: offset..<offset + more.count),
        "a range lies outside of the bytes", remedy: "report this as a bug")
    }
    for (index, byte) in more.enumerated() { bytes[offset + index] = byte }
  }
}
