/// Windows-1252 as the WHATWG Encoding Standard has it: ISO 8859-1, and printable characters at 0x80-0x9F.
package enum Windows1252 {
  /// Where 0x80-0x9F stand in Unicode; five of them are controls still.
  private static let specials: [32 of UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// Whether the byte has no printable character.
  package static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte)
  }

  /// Appends the character of a byte as UTF-8.
  package static func append(_ byte: UInt8, to out: inout [UInt8]) {
    UTF8Text.append(
      (0x80..<0xA0).contains(byte) ? UInt32(specials[Int(byte) - 0x80]) : UInt32(byte), to: &out)
  }
}
