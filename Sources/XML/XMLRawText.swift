/// Text as its bytes stand in a document, and what it says: line ends are one character (XML 1.0 §2.11), white
/// space in a value is a blank (§3.3.3), references stand for characters (§4.1, §4.6). In UTF-8, and without a
/// DOCTYPE, so that there are no other entities than the five.
package enum XMLRawText: Sendable {
  case text, value
  /// CDATA, comments and instructions, in which nothing is a reference.
  case verbatim

  /// A character: how many raw bytes, and what they say.
  private struct Sign {
    var count: Int
    var scalar: UInt32
    /// What it says is this many bytes of UTF-8; 1 for each byte of one that stands there itself.
    var width: Int
  }

  /// Appends what these bytes say.
  ///
  /// - Returns: false when a reference is none that XML has.
  func append(_ raw: Range<Int>, of bytes: Span<UInt8>, to text: inout [UInt8]) -> Bool {
    var at = raw.lowerBound
    while at < raw.upperBound {
      // Most bytes say what they are.
      let byte = bytes[at]
      if byte >= 0x20, byte != UInt8(ascii: "&") {
        text.append(byte)
        at &+= 1
        continue
      }
      guard let sign = sign(at: at, before: raw.upperBound, in: bytes) else { return false }
      if sign.width == 1 {
        text.append(UInt8(truncatingIfNeeded: sign.scalar))
      } else if let scalar = Unicode.Scalar(sign.scalar) {
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      } else {
        return false
      }
      at += sign.count
    }
    return true
  }

  /// Where parts of what these bytes say stand among them.
  ///
  /// - Parameter parts: in order and apart, counted from the beginning of what is said.
  /// - Returns: nil where a part ends within a character that is written as a reference, or beyond the end.
  package func places(of parts: [Range<Int>], in raw: Range<Int>, of bytes: Span<UInt8>) -> [Range<Int>]? {
    var (at, said) = (raw.lowerBound, 0)
    var bounds: [Int] = []
    for wanted in parts.flatMap({ [$0.lowerBound, $0.upperBound] }) {
      while said < wanted {
        guard at < raw.upperBound, let sign = sign(at: at, before: raw.upperBound, in: bytes) else {
          return nil
        }
        at += sign.count
        said += sign.width
      }
      guard said == wanted else { return nil }
      bounds.append(at)
    }
    return parts.indices.map { bounds[$0 * 2]..<bounds[$0 * 2 + 1] }
  }

  private func sign(at: Int, before end: Int, in bytes: Span<UInt8>) -> Sign? {
    let byte = bytes[at]
    switch byte {
    case 0x0D:
      let isPair = at + 1 < end && bytes[at + 1] == 0x0A
      return Sign(count: isPair ? 2 : 1, scalar: self == .value ? 0x20 : 0x0A, width: 1)
    case 0x09, 0x0A: return Sign(count: 1, scalar: self == .value ? 0x20 : UInt32(byte), width: 1)
    case UInt8(ascii: "&"):
      guard self != .verbatim else { break }
      return Self.reference(at: at, before: end, in: bytes)
    default: break
    }
    return Sign(count: 1, scalar: UInt32(byte), width: 1)
  }

  private static func reference(at start: Int, before end: Int, in bytes: Span<UInt8>) -> Sign? {
    var at = start + 1
    // A number may have leading zeros, as many as one likes: what is longer than this is left to libxml2.
    while at < min(end, start + 40), bytes[at] != UInt8(ascii: ";") { at += 1 }
    guard at < end, bytes[at] == UInt8(ascii: ";"), at > start + 1,
      let scalar = scalar(start + 1..<at, of: bytes), let character = Unicode.Scalar(scalar)
    else { return nil }
    return Sign(count: at + 1 - start, scalar: scalar, width: UTF8.width(character))
  }

  private static let named: [(name: StaticString, scalar: UInt32)] = [
    ("lt", 0x3C), ("gt", 0x3E), ("amp", 0x26), ("quot", 0x22), ("apos", 0x27),
  ]

  private static func scalar(_ name: Range<Int>, of bytes: Span<UInt8>) -> UInt32? {
    guard bytes[name.lowerBound] == UInt8(ascii: "#") else {
      for (known, scalar) in named {
        let wanted = known.description.utf8
        guard wanted.count == name.count else { continue }
        if zip(wanted, name).allSatisfy({ bytes[$1] == $0 }) { return scalar }
      }
      return nil
    }
    var at = name.lowerBound + 1
    guard at < name.upperBound else { return nil }
    let base: UInt32 = bytes[at] == UInt8(ascii: "x") ? 16 : 10
    if base == 16 { at += 1 }
    guard at < name.upperBound else { return nil }
    var number: UInt32 = 0
    while at < name.upperBound {
      guard let digit = digit(bytes[at]), digit < base, number < 0x11_0000 else { return nil }
      number = number * base + digit
      at += 1
    }
    return number < 0x11_0000 ? number : nil
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}
