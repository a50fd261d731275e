/// The fields, repetitions and components of one segment, as a path counts them.
struct HL7Parts {
  private let bytes: [UInt8]
  private let segment: HL7Segment
  private let delimiters: HL7Delimiters?

  init(_ record: HL7Record, _ segment: HL7Segment) {
    (bytes, self.segment) = (record.bytes, segment)
    delimiters = record.context(ofByte: Int(segment.start))?.delimiters
  }

  /// The bytes that a path names, empty ones left out.
  func ranges(of path: HL7Path) -> [Range<Int>] {
    guard let delimiters, let number = path.field, let field = field(number) else { return [] }
    let repetitions = HL7Split.parts(of: field, at: delimiters.repetition, in: bytes)
    var found: [Range<Int>] = []
    for (index, repetition) in repetitions.enumerated() where path.repetition.map({ $0 == index + 1 }) ?? true
    {
      var part: Range<Int>? = repetition
      if let component = path.component {
        part = Self.nth(component, of: repetition, at: delimiters.component, bytes)
      }
      if let subcomponent = path.subcomponent {
        part = part.flatMap { Self.nth(subcomponent, of: $0, at: delimiters.subcomponent, bytes) }
      }
      if let part, !part.isEmpty { found.append(part) }
    }
    return found
  }

  /// Field, repetition, component and subcomponent of a byte, each from 1, as far as there is more than one.
  func path(ofByte offset: Int) -> (field: Int, repetition: Int, component: Int?, subcomponent: Int?)? {
    guard let delimiters, segment.bytes.contains(offset) else { return nil }
    var number = 1
    while let field = field(number) {
      guard !field.contains(offset) else {
        let (repetition, r) = Self.part(of: field, at: delimiters.repetition, holding: offset, bytes)
        let (component, c) = Self.part(of: repetition, at: delimiters.component, holding: offset, bytes)
        let (_, s) = Self.part(of: component, at: delimiters.subcomponent, holding: offset, bytes)
        let hasComponents = component != repetition
        let hasSubcomponents = HL7Split.parts(of: component, at: delimiters.subcomponent, in: bytes).count > 1
        return (number, r, hasComponents || hasSubcomponents ? c : nil, hasSubcomponents ? s : nil)
      }
      guard field.upperBound < offset else { return nil }
      number += 1
    }
    return nil
  }

  /// MSH-1 is the separator itself (HL7 v2.5.1 §2.15.9.1), and so in FHS and BHS; nil beyond the last field.
  func field(_ number: Int) -> Range<Int>? {
    guard let delimiters, number >= 1 else { return nil }
    var count = 0
    if segment.id == .msh || segment.id == .fhs || segment.id == .bhs {
      let separator = Int(segment.start) + 3
      if number == 1 { return separator < segment.end ? separator..<separator + 1 : nil }
      count = 1
    }
    var start = Int(segment.start) + 4
    while start <= Int(segment.end) {
      var end = start
      while end < Int(segment.end), bytes[end] != delimiters.field { end += 1 }
      count += 1
      if count == number { return start..<end }
      start = end + 1
    }
    return nil
  }

  private static func nth(
    _ number: Int, of range: Range<Int>, at separator: UInt8, _ bytes: [UInt8]
  ) -> Range<Int>? {
    let parts = HL7Split.parts(of: range, at: separator, in: bytes)
    return parts.indices.contains(number - 1) ? parts[number - 1] : nil
  }

  private static func part(
    of range: Range<Int>, at separator: UInt8, holding offset: Int, _ bytes: [UInt8]
  ) -> (part: Range<Int>, number: Int) {
    var (start, number) = (range.lowerBound, 1)
    for index in range where bytes[index] == separator {
      if index >= offset { return (start..<index, number) }
      (start, number) = (index + 1, number + 1)
    }
    return (start..<max(start, range.upperBound), number)
  }
}
