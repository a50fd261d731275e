package import Values

/// Writes a ZIP (PKWARE APPNOTE 6.3.10) of the plain kind that every reader takes the same: sizes known
/// beforehand, no data descriptors, no extra fields but ZIP64's where it is needed, names ours and ASCII,
/// one fixed date. The same entries give the same bytes.
package struct ZIPWriter: Sendable {
  struct Entry {
    var name: [UInt8]
    var method: UInt16
    var crc: UInt32
    var compressed: Int
    var size: Int
    var offset: Int
  }
  private var entries: [Entry] = []
  private var offset = 0
  /// Entries of up to so many bytes are deflated at once; longer ones piece by piece.
  private let inMemory: Int

  package init(inMemory: Int = 32 << 20) { self.inMemory = inMemory }

  /// Writes one entry: deflated, or stored where that is smaller.
  ///
  /// - Parameter name: printable ASCII, `/` between folders; ours, never from outside.
  package mutating func add<Sink: ByteSink>(_ name: String, _ bytes: [UInt8], to sink: inout Sink)
    throws(PacketError)
  {
    var deflating = try DeflatingSink(MemorySink(reserving: bytes.count / 3 + 64))
    try deflating.write(bytes)
    try deflating.finish()
    let isStored = deflating.compressed >= bytes.count
    try add(
      name, stored: isStored ? bytes : deflating.target.bytes, method: isStored ? 0 : 8, crc: deflating.crc,
      size: bytes.count, to: &sink)
  }

  /// Writes one entry of bytes that need not lie in memory. A short one is deflated or stored, as above;
  /// a long one is always deflated, and its header is mended when its length is known.
  package mutating func add<Sink: PatchedSink>(
    _ name: String, _ content: any ByteSource, to sink: inout Sink
  ) throws(PacketError) {
    guard content.byteCount > inMemory else {
      var bytes = MemorySink(reserving: content.byteCount)
      try content.copyAll(to: &bytes)
      return try add(name, bytes.bytes, to: &sink)
    }
    var entry = Entry(
      name: Self.ascii(name), method: 8, crc: 0, compressed: 0, size: content.byteCount, offset: offset)
    let header = Self.local(entry)
    try sink.write(header)
    var deflating = try DeflatingSink(sink)
    try content.copyAll(to: &deflating)
    try deflating.finish()
    sink = deflating.target
    (entry.crc, entry.compressed) = (deflating.crc, deflating.compressed)
    let mended = Self.local(entry)
    guard deflating.size == entry.size, mended.count == header.count else { throw Deflate.broken }
    try sink.patch(mended, at: offset)
    entries.append(entry)
    offset += header.count + entry.compressed
  }

  private static func ascii(_ name: String) -> [UInt8] {
    let name = Array(name.utf8)
    precondition(name.allSatisfy { (0x21...0x7E).contains($0) }, "names in a bundle are ours")
    return name
  }

  mutating func add<Sink: ByteSink>(
    _ name: String, stored bytes: [UInt8], method: UInt16, crc: UInt32, size: Int, to sink: inout Sink
  ) throws(PacketError) {
    let entry = Entry(
      name: Self.ascii(name), method: method, crc: crc, compressed: bytes.count, size: size, offset: offset)
    let header = Self.local(entry)
    try sink.write(header)
    try sink.write(bytes)
    entries.append(entry)
    offset += header.count + bytes.count
  }

  /// Writes the directory; nothing may be added after it.
  package mutating func finish<Sink: ByteSink>(to sink: inout Sink) throws(PacketError) {
    let start = offset
    var directory: [UInt8] = []
    for entry in entries { directory += Self.central(entry) }
    let size = directory.count
    let needs64 = entries.count >= 0xFFFF || start >= 0xFFFF_FFFF || size >= 0xFFFF_FFFF
    if needs64 {
      // 4.3.14 and 4.3.15: ZIP64 end of central directory record and its locator.
      directory += le32(0x0606_4b50) + le64(44) + le16(45) + le16(45) + le32(0) + le32(0)
      directory += le64(entries.count) + le64(entries.count) + le64(size) + le64(start)
      directory += le32(0x0706_4b50) + le32(0) + le64(start + size) + le32(1)
    }
    let count = min(entries.count, 0xFFFF)
    directory += le32(0x0605_4b50) + le16(0) + le16(0) + le16(count) + le16(count)
    directory += le32(min(size, 0xFFFF_FFFF)) + le32(min(start, 0xFFFF_FFFF)) + le16(0)
    try sink.write(directory)
    offset += directory.count
  }

  /// 4.3.7 Local file header.
  static func local(_ entry: Entry) -> [UInt8] {
    let needs64 = entry.size >= 0xFFFF_FFFF || entry.compressed >= 0xFFFF_FFFF
    let extra = needs64 ? le16(0x0001) + le16(16) + le64(entry.size) + le64(entry.compressed) : []
    return le32(0x0403_4b50) + le16(needs64 ? 45 : 20) + le16(0) + le16(Int(entry.method)) + date
      + le32(Int(entry.crc)) + le32(needs64 ? 0xFFFF_FFFF : entry.compressed)
      + le32(needs64 ? 0xFFFF_FFFF : entry.size) + le16(entry.name.count) + le16(extra.count) + entry.name
      + extra
  }

  /// 4.3.12 Central directory header.
  static func central(_ entry: Entry) -> [UInt8] {
    let needsSizes = entry.size >= 0xFFFF_FFFF || entry.compressed >= 0xFFFF_FFFF
    let needsOffset = entry.offset >= 0xFFFF_FFFF
    var fields: [UInt8] = []
    if needsSizes { fields += le64(entry.size) + le64(entry.compressed) }
    if needsOffset { fields += le64(entry.offset) }
    let extra = fields.isEmpty ? [] : le16(0x0001) + le16(fields.count) + fields
    let version = extra.isEmpty ? 20 : 45
    return le32(0x0201_4b50) + le16(version | 3 << 8) + le16(version) + le16(0) + le16(Int(entry.method))
      + date
      + le32(Int(entry.crc)) + le32(needsSizes ? 0xFFFF_FFFF : entry.compressed)
      + le32(needsSizes ? 0xFFFF_FFFF : entry.size) + le16(entry.name.count) + le16(extra.count) + le16(0)
      + le16(0)
      + le16(0) + le32(0o100644 << 16) + le32(needsOffset ? 0xFFFF_FFFF : entry.offset) + entry.name + extra
  }

  /// 1980-01-01 00:00:00, the first moment that the format has (4.4.6).
  private static let date: [UInt8] = [0, 0, 0x21, 0]
}

private func le16(_ value: Int) -> [UInt8] {
  [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
}
private func le32(_ value: Int) -> [UInt8] { le16(value) + le16(value >> 16) }
private func le64(_ value: Int) -> [UInt8] { le32(value) + le32(value >> 32) }
