internal import Values

/// Reads a text's lines into units and runs, and its header lines into identities and days.
struct TextReader {
  private(set) var facts: RecordFacts
  private(set) var extents: [Range<Int>] = []
  private(set) var sources: [Int] = []
  private let bytes: [UInt8]
  private let record: Int
  private let encoding: TextEncoding
  private var header = TextHeader()
  private var others = TextOthers()
  /// How far it was looked for the end of a page.
  private var looked = 0

  init(_ bytes: [UInt8], record: Int, encoding: TextEncoding) {
    (self.bytes, self.record, self.encoding) = (bytes, record, encoding)
    facts = RecordFacts(format: .text, byteCount: bytes.count)
  }

  mutating func read(from start: Int, limits: Limits) throws(PacketError) {
    let lines = try TextLine.split(bytes.span, from: start, encoding, record: record, limits: limits)
    facts.arena.reserveCapacity(bytes.count + lines.count)
    addUnit(.record, parent: nil, 0..<bytes.count, line: 1, path: nil)
    var section: Int?
    var at = 0
    while at < lines.count {
      guard !lines[at].isBlank else {
        at += 1
        continue
      }
      if lines[at].isHeading {
        let unit = addUnit(.section, parent: 0, lines[at].bytes, line: lines[at].number, path: "section")
        addRun(lines[at].bytes, unit: unit)
        // A page's header in capitals looks like a heading, and says whose page it is.
        readHeader(lines[at], next: nil, unit: unit)
        header.read(pageHeader: text(of: lines[at]), line: lines[at].number, unit: unit)
        section = unit
        at += 1
        continue
      }
      var end = at
      while end < lines.count, !lines[end].isBlank, !lines[end].isHeading { end += 1 }
      readParagraph(lines[at..<end], section: section)
      at = end
    }
    stretchSections(to: bytes.count)
    facts.identities = header.identities(record: record)
    for (day, unit) in header.days {
      facts.units[unit].days.append(day...day)
      facts.serviceDays =
        facts.serviceDays.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
    }
  }

  /// The lines of one paragraph. Its entries are units of their own where there are several.
  private mutating func readParagraph(_ lines: ArraySlice<TextLine>, section: Int?) {
    guard let first = lines.first, let last = lines.last else { return }
    let paragraph = addUnit(
      .paragraph, parent: section ?? 0, first.bytes.lowerBound..<last.next, line: first.number,
      path: "paragraph")
    var entries: [Range<Int>] = []
    for index in lines.indices {
      if let open = entries.last, !lines[index].beginsEntry || lines[open.upperBound - 1].endsInHyphen {
        entries[entries.count - 1] = open.lowerBound..<index + 1
      } else {
        entries.append(index..<index + 1)
      }
    }
    for entry in entries {
      let (head, tail) = (lines[entry.lowerBound], lines[entry.upperBound - 1])
      let unit =
        entries.count == 1
        ? paragraph
        : addUnit(
          .narrative, parent: paragraph, head.bytes.lowerBound..<tail.next, line: head.number, path: nil)
      addRun(head.bytes.lowerBound..<tail.bytes.upperBound, unit: unit)
      for index in entry {
        readHeader(lines[index], next: index + 1 < lines.endIndex ? lines[index + 1] : nil, unit: unit)
        // A page begins with what looks like a paragraph; behind the head of a table stand its rows.
        let isSecond = index == lines.startIndex + 1 && TextPageHeader.cells(text(of: first)).count < 2
        guard index == lines.startIndex || isSecond else { continue }
        header.read(pageHeader: text(of: lines[index]), line: lines[index].number, unit: unit)
      }
    }
  }

  /// - Parameter next: the line after it, in the same paragraph.
  private mutating func readHeader(_ line: TextLine, next: TextLine?, unit: Int) {
    if bytes[looked..<line.bytes.lowerBound].contains(0x0C) { others.endPage() }
    looked = line.bytes.lowerBound
    // A heading without a colon may be a contact's; a longer line is none.
    guard line.hasColon || line.bytes.count <= 60 || TextLabel.mayStand(in: text(of: line)) else { return }
    let text = text(of: line)
    let follows = line.hasColon ? next.map { self.text(of: $0) } : nil
    let isOthers = others.holdPerson(of: text, isHeading: line.isHeading, next: follows)
    guard !isOthers, line.hasColon || TextLabel.mayStand(in: text) else { return }
    header.read(text, line: line.number, unit: unit)
  }

  private func text(of line: TextLine) -> [UInt8] {
    var text: [UInt8] = []
    var at = line.bytes.lowerBound
    while at < line.bytes.upperBound {
      at = encoding.next(at, before: line.bytes.upperBound, in: bytes.span, into: &text)
    }
    return text
  }

  private mutating func addRun(_ source: Range<Int>, unit: Int) {
    let from = facts.arena.count
    if encoding == .utf8 {
      facts.arena.append(contentsOf: bytes[source])
    } else {
      let bytes = bytes
      var arena = facts.arena
      facts.arena = []
      var at = source.lowerBound
      while at < source.upperBound {
        at = encoding.next(at, before: source.upperBound, in: bytes.span, into: &arena)
      }
      facts.arena = arena
    }
    guard facts.arena.count > from else { return }
    facts.runs.append(TextRun(unit: unit, kind: .words, range: from..<facts.arena.count))
    sources.append(source.lowerBound)
    facts.arena.append(0)
  }

  /// A section reaches to the next one.
  private mutating func stretchSections(to end: Int) {
    var next = end
    for index in facts.units.indices.reversed() where facts.units[index].kind == .section {
      extents[index] = extents[index].lowerBound..<next
      next = extents[index].lowerBound
    }
  }

  @discardableResult
  private mutating func addUnit(
    _ kind: RecordUnit.Kind, parent: Int?, _ extent: Range<Int>, line: Int, path: PlainText?
  ) -> Int {
    facts.units.append(
      RecordUnit(kind, parent: parent, place: Place(record: record, bytes: extent, path: path, line: line)))
    extents.append(extent)
    return facts.units.count - 1
  }
}
