internal import Values

/// The parts of single fields of the segment that was read last.
struct HL7Components {
  private let fields: HL7FieldReader.Places
  let context: HL7Context
  let bytes: [UInt8]

  init(_ fields: HL7FieldReader, _ context: HL7Context, _ bytes: [UInt8]) {
    (self.fields, self.context, self.bytes) = (fields.places, context, bytes)
  }

  /// The repetitions of a field; none when it is empty or the null value `""`.
  func repetitions(_ field: Int) -> [Range<Int>] {
    HL7Split.parts(of: fields.field(field), at: context.delimiters.repetition, in: bytes).filter { range in
      !range.isEmpty && !(range.count == 2 && bytes[range].allSatisfy { $0 == UInt8(ascii: "\"") })
    }
  }

  /// The text of a component of a field's first repetition, of the whole field without one; nil when empty.
  func text(_ field: Int, component: Int? = nil) -> String? {
    guard !fields.field(field).isEmpty, let first = repetitions(field).first else { return nil }
    guard let component else { return text(first) }
    return part(first, component).flatMap { text($0) }
  }

  /// A component of a repetition.
  func part(_ repetition: Range<Int>, _ component: Int) -> Range<Int>? {
    Self.nth(component, of: repetition, at: context.delimiters.component, bytes)
  }

  /// A subcomponent of a component.
  func subpart(_ component: Range<Int>, _ number: Int) -> Range<Int>? {
    Self.nth(number, of: component, at: context.delimiters.subcomponent, bytes)
  }

  /// Escapes undone, blanks around it left out; nil when nothing is left.
  func text(_ range: Range<Int>) -> String? {
    var out: [UInt8] = []
    var cursor = HL7TextCursor(range)
    while cursor.next(bytes.span, context, into: &out) != nil {}
    let trimmed = out.drop { $0 == 0x20 }
    let end = trimmed.lastIndex { $0 != 0x20 }
    guard let end else { return nil }
    return String(decoding: trimmed[...end], as: UTF8.self)
  }

  /// A coded field's first identifier, text and system (CE, CWE).
  func code(_ field: Int) -> Code? {
    guard let first = repetitions(field).first, let value = part(first, 1).flatMap({ text($0) }) else {
      return nil
    }
    return Code(
      system: part(first, 3).flatMap { text($0) }, code: value, display: part(first, 2).flatMap { text($0) })
  }

  private static func nth(_ number: Int, of range: Range<Int>, at separator: UInt8, _ bytes: [UInt8])
    -> Range<Int>?
  {
    var start = range.lowerBound
    var seen = 1
    for index in range where bytes[index] == separator {
      if seen == number { return start..<index }
      seen += 1
      start = index + 1
    }
    return seen == number && start < range.upperBound ? start..<range.upperBound : nil
  }
}
