internal import Hashing
internal import Policy
internal import Records
internal import Values

/// What leaves of a record that is read part by part: nobody keeps it, it is cut anew whenever it is read.
struct ReleasedLines: ByteSource {
  let record: FHIRLinesParts
  private let cut: FHIRLinesCut
  /// How long each part has become.
  let lengths: [Int]
  let byteCount: Int
  let digest: Digest
  /// What stood in the record and does not stand in the part that it was cut from: it may stand in another one.
  let removed: RemovedNumbers

  /// What was seen of it as it was cut first.
  struct Seen {
    var lineCount = 0
    var alsoWithheld = 0
    var documentTypes: [Code] = []
    var serviceDays: ClosedRange<Day>?
  }

  /// Cuts the record once, and reads what is left of it again; nil when nothing is.
  ///
  /// - Throws: a hold when it cannot be cut surely, or what is left does not read as what it was.
  static func cutting(
    _ record: FHIRLinesParts, _ cut: Cut
  ) throws(PacketError) -> (lines: ReleasedLines?, seen: Seen) {
    let settled = try FHIRLinesCut(record, cut)
    var seen = Seen()
    var lengths: [Int] = []
    var hasher = SHA256Hasher()
    var removed = RemovedNumbers()
    for number in record.parts.indices {
      let own = try settled.part(number)
      lengths.append(own.bytes.count)
      hasher.update(own.bytes)
      seen.lineCount += own.lineCount
      seen.alsoWithheld += own.alsoWithheld.count
      let after = try record.facts(readingCut: own.bytes, of: record.parts[number])
      if !own.isWhole { removed.add(before: try record.facts(of: record.parts[number]), after: after) }
      for type in after.documentTypes where !seen.documentTypes.contains(type) {
        seen.documentTypes.append(type)
      }
      if let days = after.serviceDays {
        seen.serviceDays = seen.serviceDays.map { Day.span($0, days) } ?? days
      }
    }
    guard seen.lineCount > 0 else { return (nil, seen) }
    return (
      ReleasedLines(
        record: record, cut: settled, lengths: lengths, byteCount: lengths.reduce(0, +),
        digest: hasher.finalize(), removed: removed), seen
    )
  }

  /// What is read again from each part.
  func forEachPart(_ body: (RecordFacts) throws(PacketError) -> Void) throws(PacketError) {
    for (number, part) in record.parts.enumerated() {
      try body(try record.facts(readingCut: try cut.part(number).bytes, of: part))
    }
  }

  func copy<Sink: ByteSink>(_ range: Range<Int>, to sink: inout Sink) throws(PacketError) {
    var start = 0
    for (number, length) in lengths.enumerated() {
      let own = (start..<start + length)
      start += length
      guard own.overlaps(range) else { continue }
      let wanted = own.clamped(to: range)
      let bytes = try cut.part(number).bytes
      guard bytes.count == length else {
        throw PacketError(
          "tech.integrity", .hold, "a part of a record was cut otherwise than before",
          remedy: "report this as a bug")
      }
      try sink.write(
        bytes.span.extracting(wanted.lowerBound - own.lowerBound..<wanted.upperBound - own.lowerBound))
    }
  }
}
