/// Escapes that begin with a backslash, where a text of one kind stands in a text of another: of JSON (RFC 8259 §7:
/// `\u0048`, `\n`) and of HL7 v2 (v2.5.1 §2.7: `\X48\`, `\.br\`, `\T\`, `\H\`).
enum EscapedText {
  /// What the escape that begins at a backslash says, and where it ends; nil where none begins.
  static func piece(_ text: ArraySlice<UInt8>, _ at: Int) -> (bytes: [UInt8], next: Int)? {
    guard at + 1 < text.endIndex else { return nil }
    switch text[at + 1] {
    case UInt8(ascii: "u"): return unicode(text, at)
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "/"): return ([0x20], at + 2)
    case UInt8(ascii: "H"), UInt8(ascii: "N"): return closed(text, at, 2).map { ([], $0) }
    case UInt8(ascii: "F"), UInt8(ascii: "S"), UInt8(ascii: "T"), UInt8(ascii: "R"), UInt8(ascii: "E"):
      return closed(text, at, 2).map { ([0x20], $0) }
    case UInt8(ascii: "."): return closed(text, at, 12).map { ([0x20], $0) }
    case UInt8(ascii: "X"): return hexadecimal(text, at)
    default: return nil
    }
  }

  /// Where an HL7 escape ends that is at most so long.
  private static func closed(_ text: ArraySlice<UInt8>, _ at: Int, _ most: Int) -> Int? {
    let window = text[(at + 1)..<min(text.endIndex, at + most + 1)]
    return window.firstIndex(of: UInt8(ascii: "\\")).map { $0 + 1 }
  }

  private static func hexadecimal(_ text: ArraySlice<UInt8>, _ at: Int) -> (bytes: [UInt8], next: Int)? {
    guard let end = closed(text, at, 1024), end - at >= 5, (end - at - 3).isMultiple(of: 2) else {
      return nil
    }
    var bytes: [UInt8] = []
    var digit = at + 2
    while digit + 1 < end {
      guard let byte = number(text[digit..<(digit + 2)]).flatMap({ UInt8(exactly: $0) }) else { return nil }
      bytes.append(byte)
      digit += 2
    }
    return (bytes, end)
  }

  /// Two escapes where the character needs a pair.
  private static func unicode(_ text: ArraySlice<UInt8>, _ at: Int) -> (bytes: [UInt8], next: Int)? {
    guard at + 6 <= text.endIndex, let first = number(text[(at + 2)..<(at + 6)]) else { return nil }
    guard (0xD800..<0xDC00).contains(first), at + 12 <= text.endIndex, text[at + 6] == text[at],
      text[at + 7] == UInt8(ascii: "u"), let second = number(text[(at + 8)..<(at + 12)]),
      (0xDC00..<0xE000).contains(second)
    else { return Unicode.Scalar(first).map { (Array(String($0).utf8), at + 6) } }
    let scalar = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
    return Unicode.Scalar(scalar).map { (Array(String($0).utf8), at + 12) }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
    var value: UInt32 = 0
    for digit in digits {
      switch digit {
      case 0x30...0x39: value = value << 4 | UInt32(digit - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(digit - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(digit - 0x57)
      default: return nil
      }
    }
    return value
  }
}
