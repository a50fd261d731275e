internal import Values

/// Reads a record into facts: its messages one after the other, each segment's unit, fields and meaning.
struct HL7Reader {
  private(set) var facts: RecordFacts
  private(set) var layout: HL7Layout
  private(set) var fields: HL7FieldReader
  private var doubts = HL7Doubts()
  private var spareDays = SpareDays()
  private let record: Int

  /// - Throws: what ``HL7Layout`` and ``HL7FieldReader`` throw.
  init(_ bytes: [UInt8], record: Int, limits: Limits) throws(PacketError) {
    self.record = record
    facts = RecordFacts(format: .hl7v2, byteCount: bytes.count)
    layout = try HL7Layout(bytes.span, record: record, limits: limits, doubts: &doubts)
    fields = HL7FieldReader(record: record, limits: limits, byteCount: bytes.count)
    facts.units.reserveCapacity(layout.segments.count + layout.messages.count + 1)
    facts.units.append(RecordUnit(.record, parent: nil, place: Place(record: record, bytes: 0..<bytes.count)))
    var outer = layout.outer[...]
    for message in layout.messages.indices {
      let first = layout.messages[message].segments.lowerBound
      while let next = outer.first, next.segment < first {
        try readOuter(next.segment, next.context, bytes)
        outer = outer.dropFirst()
      }
      try read(message, bytes)
    }
    for (segment, context) in outer { try readOuter(segment, context, bytes) }
    if facts.documentTypes.isEmpty, orderTypes.count == 1 { facts.documentTypes = Array(orderTypes) }
    spareDays.settle(into: &facts)
    facts.findings = doubts.findings(record: record)
    facts.runs = fields.runs
    facts.arena = fields.takeArena()
    facts.mentions = LabelledPeople.read(facts)
  }

  /// A batch header or trailer.
  private mutating func readOuter(
    _ index: Int, _ context: HL7Context, _ bytes: [UInt8]
  ) throws(PacketError) {
    let segment = layout.segments[index]
    let shape = HL7Shape.named(segment.id) ?? .unknown
    let unit = addUnit(.header, parent: 0, segment, shape, isKnown: true, isRemovable: false)
    layout.setUnit(unit, of: index)
    try fields.read(segment.bytes, shape, context, unit: unit, in: bytes)
    if segment.id == .bts || segment.id == .fts { checkCount(segment, bytes) }
  }

  /// BTS-1 counts the batch's messages, FTS-1 the file's batches (HL7 v2.5.1 §2.15.4, §2.15.6).
  private mutating func checkCount(_ segment: HL7Segment, _ bytes: [UInt8]) {
    let stated = fields.field(1)
    let actual = segment.id == .fts ? max(layout.batches.count, 1) : closedBatch()?.messages.count ?? 0
    guard !stated.isEmpty else { return }
    if HL7Number.read(stated, bytes) != actual { doubts.add(.count, line: Int(segment.line)) }
  }

  /// Batches do not nest and each trailer closes one: the next.
  private mutating func closedBatch() -> HL7Batch? {
    defer { closedBatches += 1 }
    return closedBatches < layout.batches.count ? layout.batches[closedBatches] : nil
  }
  private var closedBatches = 0

  private mutating func read(_ index: Int, _ bytes: [UInt8]) throws(PacketError) {
    let message = layout.messages[index]
    let header = layout.segments[message.segments.lowerBound]
    let last = layout.segments[message.segments.upperBound - 1]
    let unit = facts.units.count
    facts.units.append(
      RecordUnit(
        .message, parent: 0,
        place: Place(
          record: record, bytes: Int(header.start)..<Int(last.next), path: "message \(index + 1)",
          line: Int(header.line)), type: "MSH"))
    layout.messages[index].unit = unit
    var reading = MessageReading(number: index + 1, unit: unit, context: message.context)
    for segment in message.segments { try read(segment, of: message, &reading, bytes) }
    finish(index, &reading)
  }

  /// What is gathered while one message is read.
  struct MessageReading {
    let number: Int
    let unit: Int
    let context: HL7Context
    var grouping = HL7Grouping()
    var kind = HL7MessageKind()
    /// Index of the identity that the last PID gave.
    var identity: Int?
    var speaksOfPatient = false
    var hasServiceDay = false
    var fallbackDay: ClosedRange<Day>?

    init(number: Int, unit: Int, context: HL7Context) {
      (self.number, self.unit, self.context) = (number, unit, context)
    }
  }

  private mutating func read(
    _ index: Int, of message: HL7Message, _ reading: inout MessageReading, _ bytes: [UInt8]
  ) throws(PacketError) {
    let segment = layout.segments[index]
    let named = HL7Shape.named(segment.id)
    let shape = named ?? .unknown
    let place = reading.grouping.place(segment.id, shape.role) {
      detailFollows(index + 1, before: message.segments.upperBound)
    }
    let unit: Int
    switch place {
    case .joins(let known, let asHead):
      unit = known
      facts.units[unit].kind = .group
      if asHead { facts.units[unit].type = shape.id }
    case .new(let parent):
      unit = addUnit(
        .segment, parent: parent ?? reading.unit, segment, shape, isKnown: named != nil,
        isRemovable: !(segment.id == .msh || segment.id == .pid || shape.role == .piece && parent != nil))
      if let parent { facts.units[parent].kind = .group }
      reading.grouping.opened(unit, segment.id, shape.role, parent: parent)
    }
    layout.setUnit(unit, of: index)
    let firstRun = fields.runs.count
    try fields.read(segment.bytes, shape, reading.context, unit: unit, in: bytes)
    if !shape.people.isEmpty {
      HL7People(fields, from: firstRun, reading.context, bytes).read(shape.people, into: &facts.people)
    }
    facts.units[unit].codes.append(contentsOf: fields.codes)
    readDays(shape, unit, &reading, bytes)
    readMeaning(segment, shape, unit, &reading, bytes)
    for attachment in fields.attachments { readAttachment(attachment, unit, segment, reading.context, bytes) }
  }

  /// Whether the order that an ORC would open has its OBR or the like right behind, notes aside.
  private func detailFollows(_ start: Int, before end: Int) -> Bool {
    for index in start..<min(end, start + 64) {
      switch HL7Shape.named(layout.segments[index].id)?.role {
      case .detail: return true
      case .piece, .follower, nil: continue
      case .head, .order, .part, .result, .specimen, .owner, .item, .batch: return false
      }
    }
    return false
  }

  private mutating func addUnit(
    _ kind: RecordUnit.Kind, parent: Int, _ segment: HL7Segment, _ shape: HL7Shape, isKnown: Bool,
    isRemovable: Bool
  ) -> Int {
    facts.units.append(
      RecordUnit(
        kind, parent: parent,
        place: Place(
          record: record, bytes: segment.bytes, path: PlainText(ours: shape.id), line: Int(segment.line)),
        type: isKnown ? shape.id : nil, isKnown: isKnown, isRemovable: isRemovable))
    return facts.units.count - 1
  }

  private mutating func readAttachment(
    _ attachment: HL7Attachment, _ parent: Int, _ segment: HL7Segment, _ context: HL7Context, _ bytes: [UInt8]
  ) {
    let content = attachment.content(context, in: bytes)
    let unit = facts.units.count
    facts.units.append(
      RecordUnit(
        .attachment, parent: parent,
        place: Place(
          record: record, bytes: attachment.source,
          path: PlainText(ours: facts.units[parent].type ?? "segment"),
          line: Int(segment.line)), isKnown: content.isWhollyText, isRemovable: false))
    fields.addDecoded(content.text, unit: unit, source: attachment.source.lowerBound)
  }

  private mutating func readDays(
    _ shape: HL7Shape, _ unit: Int, _ reading: inout MessageReading, _ bytes: [UInt8]
  ) {
    for field in shape.days {
      guard let days = HL7Number.days(fields.field(field.number), bytes), !days.isFiller else { continue }
      spareDays.add(SpanOfDays(days), field.weight, to: unit, of: &facts)
      if field.isOfMessage { reading.hasServiceDay = true }
    }
  }

  private mutating func readMeaning(
    _ segment: HL7Segment, _ shape: HL7Shape, _ unit: Int, _ reading: inout MessageReading, _ bytes: [UInt8]
  ) {
    let line = Int(segment.line)
    if reading.kind.isOfPatient(shape, isKnown: shape.id != HL7Shape.unknown.id) {
      reading.speaksOfPatient = true
    }
    guard shape.hasMeaning else { return }
    let parts = HL7Components(fields, reading.context, bytes)
    switch shape.id {
    case "MSH":
      reading.kind = HL7MessageKind(code: parts.text(9, component: 1) ?? "")
      reading.fallbackDay = HL7Number.days(fields.field(7), bytes)
      addLabels(HL7Labels.security(parts.text(8)), to: reading.unit)
      if !fields.field(14).isEmpty { doubts.add(.continued, message: reading.number - 1, line: line) }
    case "EVN":
      reading.fallbackDay = HL7Number.days(fields.field(2), bytes) ?? reading.fallbackDay
    case "PID":
      var identity = HL7Identity.read(parts, number: reading.number, record: record, line: line)
      identity.unit = reading.unit
      reading.identity = facts.identities.count
      facts.identities.append(identity)
    case "MRG": readMerge(parts, &reading, line)
    case "PV1": addLabels(HL7Labels.visit(parts.text(16, component: 1)), to: reading.unit)
    case "ARV":
      addLabels(HL7Labels.access(parts), to: reading.unit)
    case "TXA":
      addLabels(HL7Labels.document(parts.text(18, component: 1)), to: reading.unit)
      if let code = parts.code(2) {
        addType(code)
        if !facts.units[unit].codes.contains(code) { facts.units[unit].codes.append(code) }
      }
    case "ORC": addLabels(HL7Labels.order(parts.text(28, component: 1)), to: unit)
    case "DG1": addLabels(HL7Labels.diagnosis(parts.text(18, component: 1)), to: unit)
    case "OBR":
      if reading.kind.holdsDocument, let code = parts.code(4) { orderTypes.insert(code) }
    case "DSC", "ADD": doubts.add(.continued, message: reading.number - 1, line: line)
    default: break
    }
  }

  /// The chart that a merge leaves behind is to be the patient's too: its numbers stand beside those of the
  /// PID, and its name is judged like that of the PID.
  private mutating func readMerge(_ parts: HL7Components, _ reading: inout MessageReading, _ line: Int) {
    if let identity = reading.identity {
      facts.identities[identity].identifiers += HL7Identity.prior(parts)
    }
    let names = HL7Identity.names(parts, 7)
    guard reading.identity == nil || !names.isEmpty else { return }
    var prior = PatientIdentity(
      place: Place(record: record, path: "message \(reading.number), MRG", line: line), unit: reading.unit)
    if let identity = reading.identity { prior = facts.identities[identity] }
    (prior.names, prior.place) = (
      names, Place(record: record, path: "message \(reading.number), MRG", line: line)
    )
    if reading.identity == nil { prior.identifiers = HL7Identity.prior(parts) }
    facts.identities.append(prior)
  }

  private mutating func addLabels(_ labels: [Code], to unit: Int) {
    for label in labels where !facts.units[unit].labels.contains(label) {
      facts.units[unit].labels.append(label)
    }
  }

  private var types: Set<Code> = []
  /// What the orders' results are of. They are the record's own type only where there is one: a batch of many
  /// kinds of results is none of them.
  private var orderTypes: Set<Code> = []
  private mutating func addType(_ code: Code) {
    if types.insert(code).inserted { facts.documentTypes.append(code) }
  }

  private mutating func finish(_ index: Int, _ reading: inout MessageReading) {
    if reading.identity == nil, reading.speaksOfPatient || !reading.kind.isOfNobody {
      doubts.add(.noPatient, message: index, line: facts.units[reading.unit].place.line)
    }
    if !reading.hasServiceDay, let days = reading.fallbackDay {
      spareDays.add(SpanOfDays(days), [], to: reading.unit, of: &facts)
    }
  }
}
