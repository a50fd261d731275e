import Bundles
import Testing
import Values

struct BundleTests {
  static func content(_ records: [[UInt8]] = [Array("one".utf8), Array(repeating: 65, count: 5000)])
    -> BundleContent
  {
    BundleContent(
      disclosure: "d00000001-1", instant: Instant(milliseconds: 1_772_448_900_000),
      siteName: "St. <Mary> & Sons",
      isTrial: true, purpose: "treatment", recipient: "clinic",
      records: records.enumerated().map { index, bytes in
        BundledRecord(
          number: index + 1, fileExtension: "xml", mediaType: "application/cda+xml", documentType: "11506-3",
          serviceDays: nil, isWhole: index == 0, bytes: bytes)
      }, notices: [.redisclosure], software: "chartgate test")
  }

  static func bundle() throws -> [UInt8] {
    var sink = MemorySink()
    _ = try BundleWriter.write(content(), to: &sink)
    return sink.bytes
  }

  @Test func `the same release gives the same bytes`() throws {
    #expect(try Self.bundle() == Self.bundle())
  }

  @Test func `a bundle verifies and lists its records under names of ours`() throws {
    let report = BundleVerifier.verify(try Self.bundle())
    #expect(report.problems == [])
    #expect(report.files.map(\.name).contains("data/002-progress-note.xml"))
    #expect(report.isTrial)
  }

  @Test func `a byte flipped anywhere is found, or changes no byte of any file`() throws {
    let bundle = try Self.bundle()
    let whole = BundleVerifier.open(bundle).contents
    var missed = 0
    for index in bundle.indices {
      var broken = bundle
      broken[index] ^= 0x10
      let opened = BundleVerifier.open(broken)
      guard opened.report.problems.isEmpty else { continue }
      // Deflate can say the same in two ways, and its last byte has bits that belong to nothing.
      #expect(opened.contents == whole, "byte \(index)")
      missed += 1
    }
    #expect(missed < 20)
  }

  @Test func `a bundle cut anywhere is refused`() throws {
    let bundle = try Self.bundle()
    for count in stride(from: 0, to: bundle.count, by: 7) {
      #expect(!BundleVerifier.verify(Array(bundle.prefix(count))).problems.isEmpty)
    }
  }

  @Test func `bytes before or after the archive are refused`() throws {
    let bundle = try Self.bundle()
    #expect(!BundleVerifier.verify([0] + bundle).problems.isEmpty)
    #expect(!BundleVerifier.verify(bundle + [0]).problems.isEmpty)
  }

  @Test func `the index escapes what it shows and has no script`() throws {
    let zip = try ZIPReader(try Self.bundle())
    let entry = try #require(zip.entries.first { $0.name.hasSuffix("index.html") })
    let page = String(decoding: try zip.contents(entry), as: UTF8.self)
    #expect(
      page.contains("St. &lt;Mary&gt; &amp; Sons") && !page.contains("<script") && page.contains("TRIAL"))
  }

  @Test(arguments: [65_534, 65_535, 65_536]) func `ZIP64 comes in where the classic count ends`(count: Int)
    throws
  {
    var zip = ZIPWriter()
    var sink = MemorySink()
    for number in 0..<count { try zip.add("bag/data/\(number)", [], to: &sink) }
    try zip.finish(to: &sink)
    var limits = Limits.standard
    limits.recordsPerPacket = 100_000
    let read = try ZIPReader(sink.bytes, limits: limits)
    #expect(read.entries.count == count && read.entries.last?.name == "bag/data/\(count - 1)")
    let hasZIP64 = sink.bytes.suffix(42).starts(with: [0x50, 0x4B, 0x06, 0x07])
    #expect(hasZIP64 == (count >= 65_535))
  }

  @Test(arguments: [0, 1, 70_000, 3_000_000])
  func `an entry that is deflated piece by piece is the same archive`(
    count: Int
  ) throws {
    // Long enough that deflate finds something in it, and not only one thing.
    let content = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7 & 31) }
    var archives: [[UInt8]] = []
    for inMemory in [-1, 1 << 30] {
      var zip = ZIPWriter(inMemory: inMemory)
      var sink = MemorySink()
      try zip.add("bag/before", Array("before".utf8), to: &sink)
      try zip.add("bag/content", MemorySource(content), to: &sink)
      try zip.add("bag/after", Array("after".utf8), to: &sink)
      try zip.finish(to: &sink)
      let read = try ZIPReader(sink.bytes)
      let isSame = try Self.hasEntries(read, content)
      #expect(isSame)
      archives.append(sink.bytes)
    }
    // What deflate makes longer is stored where it is known in time.
    if count > 1 { #expect(archives[0] == archives[1]) }
  }

  @Test(arguments: 0..<40) func `an entry that was damaged is never given whole`(seed: Int) throws {
    let content = (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 5 & 63) }
    var zip = ZIPWriter(inMemory: 0)
    var sink = MemorySink()
    try zip.add("bag/content", MemorySource(content), to: &sink)
    try zip.finish(to: &sink)
    var broken = sink.bytes
    let data = try #require(try ZIPReader(broken).entries.first).data
    broken[data.lowerBound + seed * 7919 % data.count] ^= UInt8(1 << (seed % 8))
    let read = try ZIPReader(broken)
    let entry = try #require(read.entries.first)
    #expect(throws: PacketError.self) { try read.contents(entry) }
  }

  private static func hasEntries(_ read: ZIPReader, _ content: [UInt8]) throws -> Bool {
    guard read.entries.map(\.name) == ["bag/before", "bag/content", "bag/after"] else { return false }
    return try read.contents(read.entries[1]) == content
      && read.contents(read.entries[2]) == Array("after".utf8)
  }
}
