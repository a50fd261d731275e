internal import JSON
package import Values

/// A record of FHIR NDJSON that is too long to lie in memory: it is read part by part, as often as somebody asks.
///
/// A part is some whole lines. What it says is as if the whole record had been read at once: unit n, the text at n
/// and the value n are the same ones, so that a cut means the same, and where the borders of the parts lie changes
/// nothing. What all lines must know of each other (``FHIRSurroundings``, and where references point to) is small
/// and is kept.
package struct FHIRLinesParts: ReadRecord {
  /// What is said of the record as a whole; its texts, units and people are those of its parts.
  package let facts: RecordFacts
  package let parts: [FHIRLinesPart]
  let number: Int
  let limits: Limits
  private let source: any ByteSource
  private let around: FHIRSurroundings
  /// How many references have something as their part.
  let held: [FHIRPointer: Int]

  /// - Parameters:
  ///   - number: the record's number in the request's order, from 1.
  ///   - also: gets every byte of the record once, in order, as it is read first.
  /// - Throws: a hold that names the line, as ``FHIRRecord/init(reading:number:limits:)`` does.
  package init<Also: ByteSink>(
    reading source: any ByteSource, number: Int, limits: Limits, also: inout Also
  ) throws(PacketError) {
    var limits = limits
    limits.messages = limits.lines
    var first = FirstReading(source, number, limits)
    while first.at < source.byteCount { try first.readNext(also: &also) }
    (self.source, self.number, self.limits) = (source, number, limits)
    (parts, around, held) = (first.parts, first.around, first.held)
    var summary = FHIRLinesSummary(number: number, byteCount: source.byteCount, patients: first.patients)
    for part in parts where !part.isBlank {
      let read = try FHIRReader.readAll(
        Self.unread(try Self.bytes(of: part, source, number), part, number, limits), limits: limits,
        within: around)
      summary.add(
        read.facts, part, patientCount: read.resources.count { $0.type == .patient })
    }
    facts = try summary.checked(hasKnownResource: first.hasKnownResource)
  }

  /// What a part says, by its own numbers.
  package func facts(of part: FHIRLinesPart) throws(PacketError) -> RecordFacts {
    guard !part.isBlank else { return Self.blank(number) }
    return try FHIRReader.read(
      Self.unread(try bytes(of: part), part, number, limits), limits: limits, within: around
    ).facts
  }

  /// What a part says, but for whose it is and whom it names.
  package func facts(ofTexts part: FHIRLinesPart) throws(PacketError) -> RecordFacts {
    part.isBlank ? Self.blank(number) : try skimmed(part).facts
  }

  /// What a part that was cut says, but for whose it is and whom it names.
  package func facts(readingCut bytes: [UInt8], of part: FHIRLinesPart) throws(PacketError) -> RecordFacts {
    let lines = try Self.lines(bytes, part, number, limits)
    guard !lines.lines.isEmpty else { return Self.blank(number) }
    return try FHIRReader.skim(
      FHIRContents(number: number, document: lines.document, lines: lines.lines, format: .fhirNDJSON),
      limits: limits
    ).facts
  }

  /// The bytes of a part as they came.
  package func bytes(of part: FHIRLinesPart) throws(PacketError) -> [UInt8] {
    try Self.bytes(of: part, source, number)
  }

  private static func bytes(
    of part: FHIRLinesPart, _ source: any ByteSource, _ number: Int
  ) throws(PacketError) -> [UInt8] {
    let bytes = try bytes(part.bytes, source)
    guard FHIRLinesPart.check(bytes.span) == part.check else {
      throw PacketError(
        "tech.integrity", .hold, at: Place(record: number), "a file of the packet is not what was claimed",
        remedy: "look at the disk; then put the packet back on the path with: chartgate retry")
    }
    return bytes
  }

  /// A part as cutting needs it: whose it is does not matter.
  func skimmed(_ part: FHIRLinesPart) throws(PacketError) -> FHIRContents {
    try Self.skim(try bytes(of: part), part, number, limits)
  }

  // MARK: As a record like any other

  package func cutting(_ cut: Cut) throws(PacketError) -> EditedRecord {
    if cut.units.contains(0) { return EditedRecord(bytes: [], isEmpty: true) }
    let settled = try FHIRLinesCut(self, cut)
    var edited = EditedRecord(bytes: [])
    var isEmpty = true
    for part in parts.indices {
      let own = try settled.part(part)
      edited.bytes += own.bytes
      edited.alsoWithheld += own.alsoWithheld
      if own.lineCount > 0 { isEmpty = false }
    }
    return isEmpty ? EditedRecord(bytes: [], alsoWithheld: edited.alsoWithheld, isEmpty: true) : edited
  }

  // MARK: Reading

  static func bytes(_ range: Range<Int>, _ source: any ByteSource) throws(PacketError) -> [UInt8] {
    var sink = MemorySink(reserving: range.count)
    try source.copy(range, to: &sink)
    return sink.bytes
  }

  static func skim(
    _ bytes: [UInt8], _ part: FHIRLinesPart, _ number: Int, _ limits: Limits
  ) throws(PacketError) -> FHIRContents {
    try FHIRReader.skim(unread(bytes, part, number, limits), limits: limits)
  }

  private static func unread(
    _ bytes: [UInt8], _ part: FHIRLinesPart, _ number: Int, _ limits: Limits
  ) throws(PacketError) -> FHIRContents {
    let lines = try lines(bytes, part, number, limits)
    return FHIRContents(
      number: number, document: lines.document, lines: lines.lines, format: .fhirNDJSON,
      start: part.bytes.lowerBound)
  }

  private static func lines(
    _ bytes: [UInt8], _ part: FHIRLinesPart, _ number: Int, _ limits: Limits
  ) throws(PacketError) -> JSONLines {
    do throws(PacketError) {
      return try JSONLines(
        bytes, limits: limits, origin: Place(record: number), skipsMark: part.bytes.lowerBound == 0,
        firstLine: part.firstLine)
    } catch {
      let problem = FHIRProblem.ofFHIR(error)
      let bytes = problem.place?.bytes.map {
        $0.lowerBound + part.bytes.lowerBound..<$0.upperBound + part.bytes.lowerBound
      }
      throw PacketError(
        problem.rule, problem.outcome,
        at: Place(record: number, bytes: bytes, path: problem.place?.path, line: problem.place?.line),
        problem.problem, remedy: problem.remedy)
    }
  }

  private static func blank(_ number: Int) -> RecordFacts {
    var facts = RecordFacts(format: .fhirNDJSON, byteCount: 0)
    facts.units = [RecordUnit(.record, parent: nil, place: Place(record: number))]
    return facts
  }
}
