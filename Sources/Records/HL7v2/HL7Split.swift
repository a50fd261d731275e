/// A field's repetitions, their components and subcomponents: what stands between separators (HL7 v2.5.1 §2.5.4).
enum HL7Split {
  /// One part at least, empty ones too.
  static func parts(of range: Range<Int>, at separator: UInt8, in bytes: [UInt8]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where bytes[index] == separator {
      parts.append(start..<index)
      start = index + 1
    }
    parts.append(start..<max(start, range.upperBound))
    return parts
  }
}
