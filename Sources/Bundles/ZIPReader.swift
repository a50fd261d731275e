package import Values

/// Reads a ZIP of the plain kind that ``ZIPWriter`` makes and refuses everything else: readers disagree
/// about the rest (FAULTS.md, trap 19), and what one shows another may hide.
package struct ZIPReader: Sendable {
  package struct Entry: Sendable, Equatable {
    package let name: String
    package let size: Int
    let method: Int
    let crc: UInt32
    package let data: Range<Int>
  }

  private let source: any ByteSource
  package let entries: [Entry]

  /// - Throws: `bundle.archive` naming the byte at which the archive is not the plain kind.
  package init(_ bytes: [UInt8], limits: Limits = .standard) throws(PacketError) {
    try self.init(MemorySource(bytes), limits: limits)
  }

  /// - Throws: as ``init(_:limits:)-([UInt8],_)``, and what reading throws.
  package init(_ source: any ByteSource, limits: Limits = .standard) throws(PacketError) {
    self.source = source
    // The end records; the directory before them is read once they say where it is.
    var bytes = try Window(source, max(0, source.byteCount - 98)..<source.byteCount)
    // One end record, at the very end, without a comment.
    guard bytes.count >= 22, Self.le32(bytes, bytes.count - 22) == 0x0605_4b50,
      Self.le16(bytes, bytes.count - 2) == 0
    else { throw Self.refused("the end record is not where it must be", bytes.count) }
    let end = bytes.count - 22
    var count = Self.le16(bytes, end + 10)
    var size = Self.le32(bytes, end + 12)
    var start = Self.le32(bytes, end + 16)
    var directoryEnd = end
    guard Self.le32(bytes, end + 4) == 0, Self.le16(bytes, end + 8) == count else {
      throw Self.refused("the archive spans disks", end)
    }
    if count == 0xFFFF || start == 0xFFFF_FFFF || size == 0xFFFF_FFFF {
      guard end >= 76, Self.le32(bytes, end - 20) == 0x0706_4b50, Self.le32(bytes, end - 76) == 0x0606_4b50
      else {
        throw Self.refused("the ZIP64 records are missing", end)
      }
      directoryEnd = end - 76
      (count, size, start) = (
        Self.le64(bytes, end - 44), Self.le64(bytes, end - 36), Self.le64(bytes, end - 28)
      )
    }
    guard start >= 0, size >= 0, start <= directoryEnd, size == directoryEnd - start,
      count <= limits.recordsPerPacket + 64
    else { throw Self.refused("the directory is not where the end record says", end) }

    bytes = try Window(source, start..<source.byteCount)
    var entries: [Entry] = []
    var names: Set<String> = []
    var at = start
    var nextLocal = 0
    for _ in 0..<count {
      let entry = try Self.entry(
        bytes, source, at: &at, end: directoryEnd, nextLocal: &nextLocal, directory: start)
      guard names.insert(entry.name.lowercased()).inserted else {
        throw Self.refused("a name stands twice", at)
      }
      entries.append(entry)
    }
    guard at == directoryEnd, nextLocal == start else {
      throw Self.refused("there are bytes that no entry owns", nextLocal)
    }
    self.entries = entries
  }

  /// An entry's bytes, checked against its size and CRC-32.
  package func contents(_ entry: Entry) throws(PacketError) -> [UInt8] {
    var sink = MemorySink(reserving: min(entry.size, 64 << 20))
    try copy(entry, to: &sink)
    return sink.bytes
  }

  /// Gives an entry's bytes to a sink, piece by piece; whoever has them must not believe them before it returns.
  ///
  /// - Throws: `bundle.broken` when they are not of the size and CRC-32 that it says.
  package func copy<Sink: ByteSink>(_ entry: Entry, to sink: inout Sink) throws(PacketError) {
    guard entry.method != 0 else {
      var counted = Counted(target: sink, limit: entry.size)
      try source.copy(entry.data, to: &counted)
      sink = counted.target
      guard counted.count == entry.size, counted.crc == entry.crc else { throw Deflate.broken }
      return
    }
    // A ratio beyond deflate's own 1032 is a lie about the size.
    guard entry.size <= entry.data.count &* 1040 else { throw Deflate.broken }
    var inflating = try InflatingSink(sink, limit: entry.size)
    try source.copy(entry.data, to: &inflating)
    sink = inflating.target
    guard inflating.isComplete, inflating.crc == entry.crc else { throw Deflate.broken }
  }

  /// Some of the archive's bytes, by their places in it.
  private struct Window {
    private let start: Int
    private let bytes: [UInt8]
    /// Of the whole archive.
    let count: Int

    init(_ source: any ByteSource, _ range: Range<Int>) throws(PacketError) {
      var sink = MemorySink(reserving: range.count)
      try source.copy(range, to: &sink)
      (start, bytes, count) = (range.lowerBound, sink.bytes, source.byteCount)
    }

    subscript(range: Range<Int>) -> ArraySlice<UInt8> {
      let own = range.lowerBound - start..<range.upperBound - start
      return own.lowerBound >= 0 && own.upperBound <= bytes.count ? bytes[own] : []
    }

    func holds(_ at: Int, _ length: Int) -> Bool { at >= start && at + length <= start + bytes.count }
    func byte(_ at: Int) -> Int { Int(bytes[at - start]) }
  }

  /// A directory entry and its local header, which must say the same (A06).
  private static func entry(
    _ bytes: Window, _ source: any ByteSource, at: inout Int, end: Int, nextLocal: inout Int, directory: Int
  ) throws(PacketError) -> Entry {
    guard at + 46 <= end, le32(bytes, at) == 0x0201_4b50 else { throw refused("the directory is broken", at) }
    let method = le16(bytes, at + 10)
    guard le16(bytes, at + 8) == 0, method == 0 || method == 8 else {
      throw refused("an entry is encrypted or of an unknown kind", at)
    }
    let nameCount = le16(bytes, at + 28)
    let extraCount = le16(bytes, at + 30)
    guard le16(bytes, at + 32) == 0, at + 46 + nameCount + extraCount <= end else {
      throw refused("the directory is broken", at)
    }
    let nameBytes = Array(bytes[at + 46..<at + 46 + nameCount])
    guard isPlain(nameBytes) else { throw refused("a name is not of the plain kind", at) }
    // A link or a device by its mode.
    let mode = le32(bytes, at + 38) >> 16
    guard mode == 0 || mode & 0o170000 == 0o100000 else { throw refused("an entry is no regular file", at) }
    let crc = UInt32(truncatingIfNeeded: le32(bytes, at + 16))
    var compressed = le32(bytes, at + 20)
    var size = le32(bytes, at + 24)
    var local = le32(bytes, at + 42)
    var extra = at + 46 + nameCount
    let extraEnd = extra + extraCount
    if extraCount > 0 {
      guard extraCount >= 4, le16(bytes, extra) == 1, le16(bytes, extra + 2) == extraCount - 4 else {
        throw refused("an entry has an extra field", at)
      }
      extra += 4
      func next(_ value: inout Int) {
        guard value == 0xFFFF_FFFF, extra + 8 <= extraEnd else { return }
        value = le64(bytes, extra)
        extra += 8
      }
      next(&size)
      next(&compressed)
      next(&local)
      guard extra == extraEnd else { throw refused("an entry has an extra field", at) }
    }
    // Entries lie one after the other, without gaps or overlaps, in the order of the directory.
    guard local == nextLocal, local + 30 <= directory else {
      throw refused("a local header is not what the directory says", local)
    }
    let header = try Window(source, local..<min(directory, local + 50 + nameCount))
    guard le32(header, local) == 0x0403_4b50,
      le16(header, local + 6) == 0, le16(header, local + 8) == method,
      UInt32(truncatingIfNeeded: le32(header, local + 14)) == crc, le16(header, local + 26) == nameCount
    else { throw refused("a local header is not what the directory says", local) }
    let localExtra = le16(header, local + 28)
    guard localExtra == 0 || localExtra == 20, local + 30 + nameCount + localExtra <= directory,
      Array(header[local + 30..<local + 30 + nameCount]) == nameBytes
    else { throw refused("a local header is not what the directory says", local) }
    let data = local + 30 + nameCount + localExtra
    let localSizes =
      localExtra == 0
      ? (le32(header, local + 22), le32(header, local + 18))
      : (le64(header, data - 16), le64(header, data - 8))
    guard compressed >= 0, size >= 0, localSizes == (size, compressed), compressed <= directory - data else {
      throw refused("a local header is not what the directory says", local)
    }
    // Times, versions and attributes too are those that we write: there is nothing else in them to hide.
    let parts = ZIPWriter.Entry(
      name: nameBytes, method: UInt16(truncatingIfNeeded: method), crc: crc, compressed: compressed,
      size: size,
      offset: local)
    guard header[local..<data].elementsEqual(ZIPWriter.local(parts)),
      bytes[at..<extraEnd].elementsEqual(ZIPWriter.central(parts))
    else { throw refused("a header is not of the plain kind", at) }
    nextLocal = data + compressed
    at = extraEnd
    return Entry(
      name: String(decoding: nameBytes, as: UTF8.self), size: size, method: method, crc: crc,
      data: data..<data + compressed)
  }

  /// Relative, ASCII, no `..`, no empty part, no backslash, no drive (A04).
  private static func isPlain(_ name: [UInt8]) -> Bool {
    guard !name.isEmpty, name.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x5C && $0 != 0x3A }) else {
      return false
    }
    return name.split(separator: 0x2F, omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && Array($0) != [0x2E] && Array($0) != [0x2E, 0x2E]
    }
  }

  private static func refused(_ problem: PlainText, _ at: Int) -> PacketError {
    PacketError(
      "bundle.archive", .hold, at: Place(bytes: at..<at + 1), problem,
      remedy: "do not trust this archive; ask for it again")
  }

  private static func le16(_ bytes: Window, _ at: Int) -> Int {
    guard bytes.holds(at, 2) else { return -1 }
    return bytes.byte(at) | bytes.byte(at + 1) << 8
  }
  private static func le32(_ bytes: Window, _ at: Int) -> Int {
    guard bytes.holds(at, 4) else { return -1 }
    return le16(bytes, at) | le16(bytes, at + 2) << 16
  }
  private static func le64(_ bytes: Window, _ at: Int) -> Int {
    guard bytes.holds(at, 8), bytes.byte(at + 7) < 0x40 else { return -1 }
    return le32(bytes, at) | le32(bytes, at + 4) << 32
  }
}
