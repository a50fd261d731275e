internal import JSON
internal import Values

/// The first reading of a record of lines: finds its parts, and what its lines must know of each other.
struct FirstReading {
  private(set) var at = 0
  private(set) var parts: [FHIRLinesPart] = []
  private(set) var around = FHIRSurroundings()
  private(set) var held: [FHIRPointer: Int] = [:]
  private(set) var patients = IdentityList()
  private(set) var hasKnownResource = false
  private var line = 1
  private var (units, arena, nodes) = (0, 0, 0)
  private let source: any ByteSource
  private let number: Int
  private let limits: Limits

  init(_ source: any ByteSource, _ number: Int, _ limits: Limits) {
    (self.source, self.number, self.limits) = (source, number, limits)
  }

  mutating func readNext<Also: ByteSink>(also: inout Also) throws(PacketError) {
    let bytes = try nextLines()
    try also.write(bytes)
    let hasMark = at == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let (lineEnds, isBlank) = Self.look(bytes.span, from: hasMark ? 3 : 0)
    let place = FHIRLinesPart(
      bytes: at..<at + bytes.count, firstLine: line, check: FHIRLinesPart.check(bytes.span), lineCount: 0,
      unitsBefore: units, unitCount: 1, arenaBefore: arena, arenaCount: 0, nodesBefore: nodes, nodeCount: 0,
      pointers: [])
    at += bytes.count
    line += lineEnds
    guard line <= limits.lines else {
      throw PacketError(
        "fhir.json.limit", .hold, at: Place(record: number), "there are more than \(limits.lines) lines",
        remedy: "split the record")
    }
    guard !isBlank else {
      parts.append(place)
      return
    }
    let contents = try FHIRLinesParts.skim(bytes, place, number, limits)
    take(contents, as: place)
    _ = try patients.checked(record: number)
    guard around.count <= FHIRSurroundings.most else {
      throw PacketError(
        "fhir.json.limit", .hold, at: Place(record: number),
        "the record names more than \(FHIRSurroundings.most) people", remedy: "split the record")
    }
  }

  private mutating func take(_ contents: FHIRContents, as place: FHIRLinesPart) {
    let closure = FHIRClosure(contents)
    var pointers: Set<UInt32> = []
    for reference in contents.references { pointers.formUnion(closure.pointers(of: reference).map(\.short)) }
    for resource in contents.resources {
      pointers.formUnion(FHIRPointer.of(resource, contents.document).map(\.short))
    }
    let part = FHIRLinesPart(
      bytes: place.bytes, firstLine: place.firstLine, check: place.check,
      lineCount: contents.lines.count, unitsBefore: units,
      unitCount: contents.facts.units.count, arenaBefore: arena, arenaCount: contents.facts.arena.count,
      nodesBefore: nodes, nodeCount: contents.document.count, pointers: pointers.sorted())
    held.merge(closure.partsHeld, uniquingKeysWith: +)
    around.add(contents)
    for resource in contents.resources where resource.type == .patient {
      var identity = contents.patientIdentity(resource)
      identity.unit = part.whole(unit: identity.unit)
      patients.add(identity)
    }
    hasKnownResource =
      hasKnownResource || contents.facts.units.contains { $0.kind == .resource && $0.isKnown }
    parts.append(part)
    units += contents.facts.units.count - 1
    arena += contents.facts.arena.count
    nodes += contents.document.count
  }

  /// The whole lines that begin here and fill a part, at least one.
  ///
  /// - Throws: `house.limit` (hold) for a line that is longer than a record that lies in memory may be.
  private func nextLines() throws(PacketError) -> [UInt8] {
    var count = max(1, limits.partBytes)
    while true {
      let end = min(at + count, source.byteCount)
      var bytes = try FHIRLinesParts.bytes(at..<end, source)
      if end == source.byteCount { return bytes }
      if let last = bytes.lastIndex(of: 0x0A) {
        bytes.removeLast(bytes.count - last - 1)
        return bytes
      }
      guard count < limits.recordBytes else {
        throw PacketError(
          "house.limit", .hold, at: Place(record: number, bytes: at..<end, line: line),
          "a line has more than \(limits.recordBytes) bytes", remedy: "split it, or raise the limit")
      }
      count *= 2
    }
  }

  private static func look(_ bytes: Span<UInt8>, from start: Int) -> (lineEnds: Int, isBlank: Bool) {
    var (lineEnds, isBlank) = (0, true)
    for at in start..<bytes.count {
      switch bytes[at] {
      case 0x0A: lineEnds &+= 1
      case 0x20, 0x09, 0x0D: continue
      default: isBlank = false
      }
    }
    return (lineEnds, isBlank)
  }
}
