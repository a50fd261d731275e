internal import Values

/// Addresses in HL7 v2: `message 2, OBX[3]-5[1].2` is in the file's second message, there in the third OBX the
/// second component of field 5's first repetition. All numbers count from 1. Of a segment that the standard does
/// not have its name could tell something: it is `segment[7]`, the seventh of its message.
struct HL7Addresses {
  private let record: HL7Record
  /// By message, each of its segments' number among its like: made once.
  private var numbers: [Int: [Int]] = [:]

  init(_ record: HL7Record) { self.record = record }

  consuming func places(of parts: [CutPart]) -> [Place] {
    let firstSegments = firstSegments()
    var places: [Place] = []
    for part in parts { places.append(place(of: part, firstSegments)) }
    return places
  }

  /// By unit, its first segment.
  private func firstSegments() -> [Int: Int] {
    var first: [Int: Int] = [:]
    for (index, segment) in record.layout.segments.enumerated() where first[Int(segment.unit)] == nil {
      first[Int(segment.unit)] = index
    }
    return first
  }

  private mutating func place(of part: CutPart, _ firstSegments: [Int: Int]) -> Place {
    let facts = record.facts
    switch part {
    case .unit(let unit):
      guard unit > 0, facts.units.indices.contains(unit) else { break }
      switch facts.units[unit].kind {
      case .attachment:
        if let byte = facts.units[unit].place.bytes?.lowerBound { return place(ofByte: byte) }
      case .message:
        if let message = record.layout.messages.firstIndex(where: { $0.unit == unit }) {
          return Place(
            record: record.number, path: "message \(message + 1)", line: facts.units[unit].place.line)
        }
      case .record, .header, .section, .entry, .narrative, .resource, .contained, .group, .segment,
        .paragraph,
        .remark:
        if let segment = firstSegments[unit] { return place(ofSegment: segment, "") }
      }
    case .text(let at):
      if let run = facts.run(at: at) { return place(ofByte: Int(record.sources[run])) }
    case .value: break
    }
    return Place(record: record.number)
  }

  private mutating func place(ofByte offset: Int) -> Place {
    guard let segment = record.layout.segment(holding: offset) else { return Place(record: record.number) }
    guard let parts = HL7Parts(record, record.layout.segments[segment]).path(ofByte: offset) else {
      return place(ofSegment: segment, "")
    }
    var field: PlainText = "-\(parts.field)[\(parts.repetition)]"
    if let component = parts.component { field = "\(field).\(component)" }
    if let subcomponent = parts.subcomponent { field = "\(field).\(subcomponent)" }
    return place(ofSegment: segment, field)
  }

  private mutating func place(ofSegment index: Int, _ field: PlainText) -> Place {
    let segment = record.layout.segments[index]
    let line = Int(segment.line)
    guard let message = record.layout.message(holding: index) else {
      // A header or trailer stands by its line.
      let id = PlainText(ours: HL7Shape.named(segment.id)?.id ?? "segment")
      return Place(record: record.number, path: "\(id)\(field)", line: line)
    }
    let first = record.layout.messages[message].segments.lowerBound
    guard let shape = HL7Shape.named(segment.id) else {
      return Place(
        record: record.number, path: "message \(message + 1), segment[\(index - first + 1)]\(field)",
        line: line)
    }
    let number = numbers(in: message)[index - first]
    return Place(
      record: record.number,
      path: "message \(message + 1), \(PlainText(ours: shape.id))[\(number)]\(field)", line: line)
  }

  private mutating func numbers(in message: Int) -> [Int] {
    if let known = numbers[message] { return known }
    var counts: [HL7SegmentID: Int] = [:]
    let made = record.layout.messages[message].segments.map { index in
      counts[record.layout.segments[index].id, default: 0] += 1
      return counts[record.layout.segments[index].id, default: 1]
    }
    numbers[message] = made
    return made
  }
}
