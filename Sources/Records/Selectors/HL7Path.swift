internal import Values

/// A place in HL7 v2 messages, as the standard writes them (HL7 v2.5.1 §2.5.3, and table names such as PID-5.1).
///
///     path = segment ["-" field ["[" repetition "]"] ["." component ["." subcomponent]]]
///
/// All numbers count from 1; what is left out means all. `ZXX` is each such segment, `PID-3[2].1` the first
/// component of the second repetition.
package struct HL7Path: Sendable, Equatable {
  let segment: HL7SegmentID
  let field: Int?
  let repetition: Int?
  let component: Int?
  let subcomponent: Int?

  /// - Throws: the first problem with its column.
  init(_ text: String, action: SelectorAction, allowed: Set<String>) throws(SelectorProblem) {
    var reader = Reader(bytes: Array(text.utf8))
    let id = try reader.segment()
    segment = HL7SegmentID(id)
    field = try reader.number(after: "-", "a field, as in PID-5")
    repetition = field == nil ? nil : try reader.repetition()
    component = field == nil ? nil : try reader.number(after: ".", "a component, as in PID-5.1")
    subcomponent = component == nil ? nil : try reader.number(after: ".", "a subcomponent, as in PID-5.1.2")
    try reader.end()
    try Self.check(id, field, action, allowed)
    try checkShape()
  }

  /// A field that the standard has, and a part of it that can be there.
  private func checkShape() throws(SelectorProblem) {
    guard let field, let shape = HL7Shape.named(segment), !shape.fields.isEmpty else { return }
    guard field <= shape.fields.count else {
      throw SelectorProblem(
        5, "HL7 v2.8.2 ends \(shape.id) with \(shape.id)-\(shape.fields.count), so that this cannot match")
    }
    let isSingle = field == 1 && shape.hasSetID
    if isSingle, repetition ?? 1 > 1 || component ?? 1 > 1 || subcomponent ?? 1 > 1 {
      throw SelectorProblem(6, "\(shape.id)-1 is one number, without repetitions and components")
    }
    if shape.fields[field - 1] == UInt8(ascii: "s"), component ?? 1 > 1 || subcomponent ?? 1 > 1 {
      throw SelectorProblem(
        5, "\(shape.id)-\(field) is one number, without components, so that this cannot match")
    }
  }

  private static func check(
    _ id: String, _ field: Int?, _ action: SelectorAction, _ allowed: Set<String>
  ) throws(SelectorProblem) {
    if HL7Shape.named(HL7SegmentID(id)) == nil, !allowed.contains(id) {
      let near = Nearest.word(to: id, of: HL7SegmentTable.rows.map(\.id.description))
      throw SelectorProblem(
        1,
        "no segment \"\(id)\" is known, and allowUnknown does not name it, so that it stays behind anyway"
          + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
    }
    guard let field else {
      if action == .redact {
        throw SelectorProblem(4, "a whole segment is withheld; redact is of a field, such as \(id)-1")
      }
      return
    }
    if action == .redact, frame[id]?.contains(field) ?? false {
      throw SelectorProblem(5, "\(id)-\(field) says how the message is read, and cannot be redacted")
    }
  }

  /// Fields without which what is left would read otherwise, or not at all.
  private static let frame: [String: Set<Int>] = [
    "MSH": [1, 2, 9, 12, 18], "BHS": [1, 2], "FHS": [1, 2], "BTS": [1], "FTS": [1], "OBX": [2],
  ]

  private struct Reader {
    let bytes: [UInt8]
    private var at = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    mutating func segment() throws(SelectorProblem) -> String {
      guard bytes.count >= 3,
        bytes[..<3].allSatisfy({ (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) })
      else { throw SelectorProblem(1, "a path begins with three capitals or digits, such as PID") }
      at = 3
      return String(decoding: bytes[..<3], as: UTF8.self)
    }

    mutating func number(after sign: Character, _ what: String) throws(SelectorProblem) -> Int? {
      guard let byte = sign.asciiValue, next == byte else { return nil }
      at += 1
      return try number(what)
    }

    mutating func repetition() throws(SelectorProblem) -> Int? {
      guard next == UInt8(ascii: "[") else { return nil }
      at += 1
      let number = try number("a repetition, as in PID-3[2]")
      guard next == UInt8(ascii: "]") else { throw SelectorProblem(at + 1, "\"]\" is missing") }
      at += 1
      return number
    }

    private mutating func number(_ what: String) throws(SelectorProblem) -> Int {
      let start = at
      var value = 0
      while let byte = next, (0x30...0x39).contains(byte), at - start < 4 {
        value = value * 10 + Int(byte - 0x30)
        at += 1
      }
      guard at > start, value >= 1, value <= 999 else {
        throw SelectorProblem(start + 1, "here a number from 1 to 999 names \(what)")
      }
      return value
    }

    func end() throws(SelectorProblem) {
      guard at < bytes.count else { return }
      throw SelectorProblem(
        at + 1, "the path should end here; it is SEG-field[repetition].component.subcomponent")
    }
  }
}
