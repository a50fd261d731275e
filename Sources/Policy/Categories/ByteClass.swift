/// What a byte is to those who look for codes, encodings and strange spellings.
struct ByteClass: OptionSet, Sendable {
  let rawValue: UInt16
  static let letter = ByteClass(rawValue: 1)
  static let capital = ByteClass(rawValue: 2)
  static let digit = ByteClass(rawValue: 4)
  /// Of a character of more than one byte.
  static let wide = ByteClass(rawValue: 8)
  static let word = ByteClass(rawValue: 16)
  /// A letter of base64, in either alphabet (RFC 4648 §4, §5).
  static let base64 = ByteClass(rawValue: 32)
  /// What a code is written with.
  static let part = ByteClass(rawValue: 64)
  /// It opens an escape, a reference or a tag.
  static let opening = ByteClass(rawValue: 128)
  /// A hyphen, a break, a mark or an escape, at which a word may be parted.
  static let gap = ByteClass(rawValue: 256)

  static let table: [ByteClass] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0x61...0x7A: [.letter, .word, .base64, .part]
    case 0x41...0x5A: [.letter, .capital, .word, .base64, .part]
    case 0x30...0x39: [.digit, .word, .base64, .part]
    case 0x80...0xFF: [.letter, .wide, .word]
    case UInt8(ascii: "-"): [.base64, .part, .gap]
    case UInt8(ascii: "."): [.part]
    case UInt8(ascii: "+"), UInt8(ascii: "/"): [.base64]
    case UInt8(ascii: "_"): [.base64, .gap]
    case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "~"): [.gap]
    case UInt8(ascii: "&"): [.opening, .gap]
    case UInt8(ascii: "%"), UInt8(ascii: "="), UInt8(ascii: "<"): [.opening]
    case UInt8(ascii: "\\"): [.opening, .gap]
    case 0x0A, 0x0B, 0x0C, 0x0D: [.gap]
    default: []
    }
  }
}
