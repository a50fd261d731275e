/// The delimiters that a message's own MSH names (HL7 v2.5.1 §2.5.4, §2.15.9.1 and .2), or a batch header's.
struct HL7Delimiters: Sendable, Equatable {
  let field: UInt8
  let component: UInt8
  let repetition: UInt8
  let escape: UInt8
  let subcomponent: UInt8
  /// Named since v2.7 (§2.5.5.2).
  let truncation: UInt8?

  /// Reads them from `MSH`, `BHS` or `FHS`; nil when they are missing, equal, letters, digits, blanks or no
  /// ASCII: another reader might take such a message differently.
  init?(header: Range<Int>, in bytes: Span<UInt8>) {
    let names = header.lowerBound + 4
    guard header.upperBound <= bytes.count, names + 4 <= header.upperBound else { return nil }
    let separator = bytes[names - 1]
    let end = (names..<header.upperBound).first { bytes[$0] == separator } ?? header.upperBound
    guard end - names == 4 || end - names == 5 else { return nil }
    let all = (names - 1..<end).map { bytes[$0] }
    guard all.allSatisfy(Self.canDelimit), Set(all).count == all.count else { return nil }
    (field, component, repetition) = (separator, bytes[names], bytes[names + 1])
    (escape, subcomponent) = (bytes[names + 2], bytes[names + 3])
    truncation = end - names == 5 ? bytes[names + 4] : nil
  }

  /// Printable ASCII that is neither letter nor digit.
  static func canDelimit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// Whether the mark's own brackets would be read as delimiters.
  var collidesWithMark: Bool {
    let brackets: [UInt8] = [UInt8(ascii: "["), UInt8(ascii: "]")]
    return [field, component, repetition, escape, subcomponent].contains { brackets.contains($0) }
  }
}
