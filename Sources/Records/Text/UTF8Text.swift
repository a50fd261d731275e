/// UTF-8 (The Unicode Standard, table 3-7) over bytes.
enum UTF8Text {
  /// Whether a range of bytes is well-formed.
  static func isWellFormed(_ range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.extracting(range))
      return true
    } catch { return false }
  }

  /// How many bytes the character at this place has, in bytes known to be well-formed; 1 for anything odd.
  static func length(at start: Int, before end: Int, in bytes: Span<UInt8>) -> Int {
    let length =
      switch bytes[start] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    return min(length, end - start)
  }

  /// Appends a scalar; U+0000, which separates the arena's runs, is left out.
  static func append(_ scalar: UInt32, to out: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | scalar >> shift & 0x3F) }
    switch scalar {
    case 0: break
    case 1..<0x80: out.append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      out.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      out.append(tail(0))
    case 0x800..<0x10000:
      out.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      out.append(tail(6))
      out.append(tail(0))
    default:
      out.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18 & 7))
      out.append(tail(12))
      out.append(tail(6))
      out.append(tail(0))
    }
  }
}
