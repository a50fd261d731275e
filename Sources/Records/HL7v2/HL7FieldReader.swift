internal import Values

/// Reads the fields of segments: every component with text becomes a run of the arena, coded fields become
/// codes, embedded data is noted.
struct HL7FieldReader {
  /// Text as far as `used`; the rest is room.
  private var arena: [UInt8] = []
  private var used = 0
  private(set) var runs: [TextRun] = []
  /// Where each run's text begins in the record; ``HL7TextCursor`` leads from there to every byte of it.
  private(set) var sources: [UInt32] = []
  /// Runs that are decoded from embedded data: what is in them cannot be replaced in its place.
  private(set) var decodedRuns: Set<Int> = []

  /// What the segment that was read last held.
  private(set) var codes: [Code] = []
  private(set) var attachments: [HL7Attachment] = []
  private(set) var places = Places()
  private var starts: [Int] {
    _read { yield places.starts }
    _modify { yield &places.starts }
  }
  private var end: Int {
    get { places.end }
    set { places.end = newValue }
  }

  private let record: Int
  private let limits: Limits
  /// The run of each component of the repetition that is being read; -1 where there is none.
  private var components = [24 of Int](repeating: -1)
  /// The highest one that has a run; 0 while none has.
  private var highestComponent = 0

  init(record: Int, limits: Limits, byteCount: Int) {
    (self.record, self.limits) = (record, limits)
    // Undoing escapes shortens, and a run's NUL stands where its delimiter stood: this is mostly enough.
    arena = Array(repeating: 0, count: min(byteCount, limits.recordBytes) + 16)
    runs.reserveCapacity(min(byteCount / 12, limits.hl7Values))
    sources.reserveCapacity(min(byteCount / 12, limits.hl7Values))
  }

  /// All text that was read.
  consuming func takeArena() -> [UInt8] {
    arena.removeLast(arena.count - used)
    return arena
  }

  private mutating func makeRoom(_ count: Int) {
    guard used + count > arena.count else { return }
    arena.append(contentsOf: repeatElement(0, count: max(count, arena.count / 2)))
  }

  private mutating func append(_ text: [UInt8]) {
    makeRoom(text.count + 1)
    for byte in text where byte != 0 {
      arena[used] = byte
      used &+= 1
    }
  }

  /// Where a segment's fields begin, from field 1; the last one ends at `end`.
  struct Places {
    fileprivate(set) var starts: [Int] = []
    fileprivate(set) var end = 0

    /// The bytes of a field; empty where the segment has none.
    func field(_ number: Int) -> Range<Int> {
      guard number >= 1, number <= starts.count else { return end..<end }
      return starts[number - 1]..<(number < starts.count ? max(starts[number - 1], starts[number] - 1) : end)
    }
  }

  /// The bytes of a field of the segment that was read last; empty where it has none.
  func field(_ number: Int) -> Range<Int> { places.field(number) }

  /// Reads one segment.
  ///
  /// - Throws: `hl7.limit` (hold) when the record has more components than can be kept.
  mutating func read(
    _ segment: Range<Int>, _ shape: HL7Shape, _ context: borrowing HL7Context, unit: Int, in bytes: [UInt8]
  ) throws(PacketError) {
    codes.removeAll(keepingCapacity: true)
    attachments.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    end = segment.upperBound
    var at = segment.lowerBound + 4
    if shape.role == .batch || shape.id == "MSH", bytes.count > at {
      guard shape.id != "BTS", shape.id != "FTS" else {
        return try readFields(from: at, shape, context, unit, bytes)
      }
      // Field 1 is the separator, field 2 holds the other delimiters.
      starts.append(segment.lowerBound + 4)
      starts.append(segment.lowerBound + 4)
      while at < end, bytes[at] != context.delimiters.field { at += 1 }
      at += 1
      starts[0] = segment.lowerBound + 3
    }
    try readFields(from: at, shape, context, unit, bytes)
  }

  private mutating func readFields(
    from start: Int, _ shape: HL7Shape, _ context: borrowing HL7Context, _ unit: Int, _ bytes: [UInt8]
  ) throws(PacketError) {
    var at = start
    var varies = UInt8(ascii: "w")
    while at <= end {
      starts.append(at)
      let number = starts.count
      var letter = number <= shape.fields.count ? shape.fields[number - 1] : UInt8(ascii: "w")
      if letter == UInt8(ascii: "t") { letter = varies }
      at = try readField(from: at, letter, context, unit, bytes)
      if number == 2, shape.id == "OBX" { varies = Self.letter(ofType: starts[1]..<at - 1, bytes) }
    }
  }

  /// Reads the repetitions and components of one field, and gives where the next one begins.
  private mutating func readField(
    from start: Int, _ letter: UInt8, _ context: borrowing HL7Context, _ unit: Int, _ bytes: [UInt8]
  ) throws(PacketError) -> Int {
    let (span, classes) = (bytes.span, context.classes.span)
    var at = start
    var component = 1
    var isPlain = true
    var begin = start
    let end = end
    while true {
      while at < end, classes[Int(span[at])] == HL7Context.Class.plain { at &+= 1 }
      let kind = at < end ? classes[Int(span[at])] : HL7Context.Class.field
      if kind >= HL7Context.Class.escape {
        isPlain = false
        at &+= 1
        continue
      }
      if at > begin {
        if isPlain, at &- begin < HL7Attachment.blobBytes, letter != UInt8(ascii: "e"),
          letter != UInt8(ascii: "r")
        {
          try takePlain(begin..<at, component, letter, unit, span)
        } else {
          try take(begin..<at, component, letter, context, unit, bytes)
        }
      }
      if kind == HL7Context.Class.component {
        component &+= 1
      } else {
        if highestComponent > 0 { endRepetition(letter, component) }
        component = 1
      }
      at &+= 1
      if kind == HL7Context.Class.field { return at }
      (begin, isPlain) = (at, true)
    }
  }

  /// A short component whose bytes are its text: by far the most.
  private mutating func takePlain(
    _ source: Range<Int>, _ component: Int, _ letter: UInt8, _ unit: Int, _ bytes: Span<UInt8>
  ) throws(PacketError) {
    let from = used
    makeRoom(source.count + 1)
    var room = arena.mutableSpan
    for offset in 0..<source.count { room[from &+ offset] = bytes[source.lowerBound &+ offset] }
    used = from + source.count
    try addRun(from, source.lowerBound, component, letter, unit)
  }

  private mutating func take(
    _ source: Range<Int>, _ component: Int, _ letter: UInt8, _ context: borrowing HL7Context, _ unit: Int,
    _ bytes: [UInt8]
  ) throws(PacketError) {
    let isPointer = letter == UInt8(ascii: "r")
    if letter == UInt8(ascii: "e") || isPointer {
      let isData = component == (isPointer ? 1 : 5)
      if isData { attachments.append(HL7Attachment(source, isPointer: isPointer)) }
      if isData, !isPointer { return }
    } else if source.count >= HL7Attachment.blobBytes, HL7Attachment.isBlob(source, bytes) {
      attachments.append(HL7Attachment(source, isPointer: false))
      return
    }
    let from = used
    var text: [UInt8] = []
    var cursor = HL7TextCursor(source)
    while cursor.next(bytes.span, context, into: &text) != nil {}
    append(text)
    try addRun(from, source.lowerBound, component, letter, unit)
  }

  private mutating func addRun(
    _ from: Int, _ source: Int, _ component: Int, _ letter: UInt8, _ unit: Int
  ) throws(PacketError) {
    guard used > from else { return }
    guard runs.count < limits.hl7Values else {
      throw PacketError(
        "hl7.limit", .hold, at: Place(record: record),
        "there are more than \(limits.hl7Values) values in a record",
        remedy: "split the record")
    }
    if component < 24 {
      components[component] = runs.count
      if component > highestComponent { highestComponent = component }
    }
    runs.append(TextRun(unit: unit, kind: Self.kind(letter, component), range: from..<used))
    sources.append(UInt32(truncatingIfNeeded: source))
    arena[used] = 0
    used &+= 1
  }

  private mutating func endRepetition(_ letter: UInt8, _ count: Int) {
    switch letter {
    case UInt8(ascii: "c"), UInt8(ascii: "i"), UInt8(ascii: "q"):
      addCode(
        1, 2, 3, 14, needsSystem: letter == UInt8(ascii: "i"),
        otherwise: letter == UInt8(ascii: "q") ? "C4" : nil)
      if count >= 4 { addCode(4, 5, 6, 17, needsSystem: false) }
      if count >= 10 { addCode(10, 11, 12, 20, needsSystem: false) }
    case UInt8(ascii: "f"): addCode(1, 2, 3, 14, needsSystem: true)
    case UInt8(ascii: "x"): markSocialSecurity(typeIn: 5)
    case UInt8(ascii: "p"): markSocialSecurity(typeIn: 13)
    default: break
    }
    for component in 1...highestComponent { components[component] = -1 }
    highestComponent = 0
  }

  /// An identifier is a social security number when its type says so (table 0203, `SS`).
  private mutating func markSocialSecurity(typeIn component: Int) {
    guard components[component] >= 0, components[1] >= 0, text(components[component]) == "SS" else { return }
    runs[components[1]].kind = .socialSecurityNumber
  }

  /// - Parameter own: the system of the field where it names none.
  private mutating func addCode(
    _ code: Int, _ words: Int, _ system: Int, _ oid: Int, needsSystem: Bool, otherwise own: String? = nil
  ) {
    guard components[code] >= 0, let value = text(components[code]) else { return }
    let named = text(components[system]) ?? text(components[oid]) ?? own
    guard !needsSystem || named != nil else { return }
    codes.append(Code(system: named, code: value, display: text(components[words])))
  }

  /// A run's text without blanks around it; nil when there is none.
  private func text(_ run: Int) -> String? {
    guard run >= 0 else { return nil }
    var range = runs[run].range
    while let first = range.first, arena[first] == 0x20 { range = first + 1..<range.upperBound }
    while let last = range.last, arena[last] == 0x20 { range = range.lowerBound..<last }
    return range.isEmpty ? nil : String(decoding: arena[range], as: UTF8.self)
  }

  private static func kind(_ letter: UInt8, _ component: Int) -> TextRun.Kind {
    switch letter {
    case UInt8(ascii: "w"), UInt8(ascii: "f"): .words
    case UInt8(ascii: "c"), UInt8(ascii: "i"), UInt8(ascii: "q"):
      [2, 5, 9, 11].contains(component) ? .words : .value
    case UInt8(ascii: "p"): component == 1 ? .value : .words
    case UInt8(ascii: "o"): component == 1 ? .words : .value
    case UInt8(ascii: "s"): .socialSecurityNumber
    case UInt8(ascii: "v"), UInt8(ascii: "x"), UInt8(ascii: "e"), UInt8(ascii: "r"): .value
    // A letter that the table does not have: words are searched.
    default: .words
    }
  }

  /// How OBX-5 is read, by OBX-2 (table 0125).
  private static func letter(ofType type: Range<Int>, _ bytes: [UInt8]) -> UInt8 {
    switch type.count {
    case 2:
      switch (bytes[type.lowerBound], bytes[type.lowerBound + 1]) {
      case (0x43, 0x45), (0x43, 0x46): UInt8(ascii: "c")  // CE, CF
      case (0x43, 0x58): UInt8(ascii: "x")  // CX
      case (0x45, 0x44): UInt8(ascii: "e")  // ED
      case (0x52, 0x50): UInt8(ascii: "r")  // RP
      case (0x4E, 0x4D), (0x53, 0x49), (0x44, 0x54), (0x54, 0x4D), (0x54, 0x53), (0x53, 0x4E):
        UInt8(ascii: "v")
      default: UInt8(ascii: "w")
      }
    case 3:
      switch (bytes[type.lowerBound], bytes[type.lowerBound + 1], bytes[type.lowerBound + 2]) {
      case (0x43, 0x57, 0x45), (0x43, 0x4E, 0x45): UInt8(ascii: "c")  // CWE, CNE
      case (0x58, 0x43, 0x4E): UInt8(ascii: "p")  // XCN
      case (0x58, 0x4F, 0x4E): UInt8(ascii: "o")  // XON
      case (0x44, 0x54, 0x4D): UInt8(ascii: "v")  // DTM
      default: UInt8(ascii: "w")
      }
    default: UInt8(ascii: "w")
    }
  }

  /// Adds text that was decoded from embedded data.
  mutating func addDecoded(_ text: [UInt8], unit: Int, source: Int) {
    let from = used
    append(text)
    guard used > from else { return }
    decodedRuns.insert(runs.count)
    runs.append(TextRun(unit: unit, kind: .words, range: from..<used))
    sources.append(UInt32(truncatingIfNeeded: source))
    arena[used] = 0
    used &+= 1
  }
}
