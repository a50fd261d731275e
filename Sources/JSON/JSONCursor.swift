/// Walks the text of a string or a name that the parser accepted, escapes undone, one UTF-8 byte a step,
/// and knows which source bytes each character came from.
package struct JSONCursor: Sendable {
  /// The source offset after what was last read.
  package private(set) var offset: Int
  private let end: Int
  /// Further bytes of a character that an escape stood for, the next one lowest.
  private var pending: UInt32 = 0

  /// - Parameter content: a string's bytes without its quotes.
  package init(_ content: Range<Int>) { (offset, end) = (content.lowerBound, content.upperBound) }

  /// Whether the next byte begins where a source character begins.
  package var isBetweenCharacters: Bool { pending == 0 }

  /// The next byte of the text; nil at its end.
  package mutating func next(in bytes: Span<UInt8>) -> UInt8? {
    if pending != 0 {
      let byte = UInt8(truncatingIfNeeded: pending)
      pending >>= 8
      return byte
    }
    guard offset < end, end <= bytes.count else { return nil }
    let byte = bytes[offset]
    offset += 1
    guard byte == UInt8(ascii: "\\"), offset < end else { return byte }
    let letter = bytes[offset]
    offset += 1
    switch letter {
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "u"): return encode(escape(in: bytes))
    default: return letter
    }
  }

  /// The scalar of `XXXX`, or of `XXXX\uXXXX` where the first is a high surrogate.
  private mutating func escape(in bytes: Span<UInt8>) -> UInt32 {
    let first = fourDigits(in: bytes)
    guard (0xD800..<0xDC00).contains(first) else { return first }
    offset = min(offset + 2, end)
    let second = fourDigits(in: bytes)
    return 0x10000 + ((first & 0x3FF) << 10 | second & 0x3FF)
  }

  private mutating func fourDigits(in bytes: Span<UInt8>) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 where offset < end {
      value = value << 4 | UInt32(JSONBytes.hexValue(bytes[offset]) ?? 0)
      offset += 1
    }
    return value
  }

  /// Gives the first byte of the scalar's UTF-8 and keeps the rest.
  private mutating func encode(_ scalar: UInt32) -> UInt8 {
    func tail(_ shift: UInt32) -> UInt32 { 0x80 | scalar >> shift & 0x3F }
    switch scalar {
    case 0..<0x80:
      return UInt8(truncatingIfNeeded: scalar)
    case 0x80..<0x800:
      pending = tail(0)
      return UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
    case 0x800..<0x10000:
      pending = tail(6) | tail(0) << 8
      return UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
    default:
      pending = tail(12) | tail(6) << 8 | tail(0) << 16
      return UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
    }
  }
}

/// Classes of bytes in RFC 8259's grammar.
enum JSONBytes {
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
