package import Values

/// A plain text. Its units follow its look: sections under headings, paragraphs between blank lines, and in
/// them entries of one or more lines.
///
/// A line that is wrapped belongs to the entry before it, so that a name or term over two lines is one text.
package struct TextRecord: ReadRecord {
  package let facts: RecordFacts
  private let bytes: [UInt8]
  private let number: Int
  private let encoding: TextEncoding
  /// The bytes of each unit with its line ends, by unit.
  private let extents: [Range<Int>]
  /// Where each run's text begins.
  private let sources: [Int]

  /// - Parameter number: the record's number in the request's order, from 1.
  /// - Throws: `text.syntax` for what is surely no text, or `text.limit`; both hold.
  package init(reading bytes: [UInt8], number: Int, limits: Limits) throws(PacketError) {
    guard bytes.count <= limits.recordBytes else {
      throw PacketError(
        "text.limit", .hold, at: Place(record: number),
        "the record is larger than \(limits.recordBytes) bytes",
        remedy: "split the record")
    }
    guard let found = TextEncoding.detect(bytes.span) else {
      throw PacketError(
        "text.syntax", .hold, at: Place(record: number),
        "the record is not a text in UTF-8, UTF-16 or Windows-1252",
        remedy: "export it as UTF-8")
    }
    var reader = TextReader(bytes, record: number, encoding: found.encoding)
    try reader.read(from: found.start, limits: limits)
    (self.bytes, self.number, encoding) = (bytes, number, found.encoding)
    (facts, extents, sources) = (reader.facts, reader.extents, reader.sources)
  }

  package func cutting(_ cut: Cut) throws(PacketError) -> EditedRecord {
    guard !cut.isEmpty else { return EditedRecord(bytes: bytes) }
    let (gone, also) = try withdrawn(cut)
    guard !gone[0] else { return EditedRecord(bytes: [], alsoWithheld: also, isEmpty: true) }
    var plan = EditPlan()
    for (unit, extent) in extents.enumerated() where gone[unit] { plan.remove(extent) }
    var end = 0
    for redaction in cut.redactions.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let run = try run(holding: redaction)
      guard !gone[facts.runs[run].unit] else { continue }
      let range = source(of: redaction, in: run)
      // Two that meet in one character are one.
      let open = max(range.lowerBound, end)..<max(range.upperBound, end)
      if !open.isEmpty { plan.replace(open, with: encoding.mark) }
      end = max(end, range.upperBound)
    }
    return EditedRecord(bytes: try plan.applied(to: bytes, record: number), alsoWithheld: also)
  }

  /// The units that go with the cut, and those among them that the cut does not name: what is empty then.
  private func withdrawn(_ cut: Cut) throws(PacketError) -> (gone: [Bool], also: [Int]) {
    var gone = [Bool](repeating: false, count: facts.units.count)
    for unit in cut.units {
      guard facts.units.indices.contains(unit) else { throw unknown("a part") }
      gone[unit] = true
    }
    func spread() {
      for (index, unit) in facts.units.enumerated() {
        if let parent = unit.parent, gone[parent] { gone[index] = true }
      }
    }
    spread()
    var kept = [Int](repeating: 0, count: gone.count)
    var lost = kept
    var also: [Int] = []
    for (index, unit) in facts.units.enumerated().reversed() {
      if !gone[index], lost[index] > 0, kept[index] == 0 {
        gone[index] = true
        also.append(index)
      }
      guard let parent = unit.parent else { continue }
      if gone[index] { lost[parent] += 1 } else { kept[parent] += 1 }
    }
    spread()
    return (gone, also.reversed())
  }

  private func run(holding range: Range<Int>) throws(PacketError) -> Int {
    var (low, high) = (0, facts.runs.count)
    while low < high {
      let middle = (low + high) / 2
      if facts.runs[middle].range.lowerBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low > 0, !range.isEmpty, range.upperBound <= facts.runs[low - 1].range.upperBound else {
      throw unknown("a text")
    }
    return low - 1
  }

  /// The bytes of every character that the redaction touches.
  private func source(of redaction: Range<Int>, in run: Int) -> Range<Int> {
    var text: [UInt8] = []
    var (at, offset) = (facts.runs[run].range.lowerBound, sources[run])
    var start: Int?
    while at < redaction.upperBound, offset < bytes.count {
      text.removeAll(keepingCapacity: true)
      let next = encoding.next(offset, before: bytes.count, in: bytes.span, into: &text)
      at += text.count
      if start == nil, at > redaction.lowerBound { start = offset }
      offset = next
    }
    return (start ?? offset)..<offset
  }

  /// Where a byte of the arena came from: its line, and its first byte.
  func place(ofArena position: Int, in run: Int) -> Place {
    let start = source(of: position..<position + 1, in: run).lowerBound
    let unit = facts.units[facts.runs[run].unit].place
    var line = unit.line ?? 1
    var at = unit.bytes?.lowerBound ?? start
    while at < start, at < bytes.count {
      let value = encoding.unit(at, before: bytes.count, in: bytes.span)
      at += encoding.unitBytes
      let isPair =
        value == 0x0D && at < bytes.count && encoding.unit(at, before: bytes.count, in: bytes.span) == 0x0A
      if !isPair, value == 0x0A || value == 0x0D || value == 0x0C { line += 1 }
    }
    return Place(record: number, bytes: start..<start + 1, line: line)
  }

  private func unknown(_ what: PlainText) -> PacketError {
    PacketError(
      "house.range", .hold, at: Place(record: number),
      "\(what) is to be withheld that the record does not have",
      remedy: "report this as a bug")
  }
}
