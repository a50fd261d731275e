/// Walks the text of a component, escapes undone (HL7 v2.5.1 §2.7), one piece at a time: a character, or a
/// whole escape sequence; so what is found in the arena can be led back to the bytes it came from.
///
/// `\F\ \S\ \T\ \R\ \E\ \P\` stand for the delimiters, `\Xhh…\` for bytes, `\.br\` and the like for a line feed,
/// `\H\ \N\` and shifts of character sets (`\C…\ \M…\`) for nothing. Local ones (`\Z…\`), unknown and open ones
/// stay as they are written, so that nothing hides in them.
struct HL7TextCursor {
  private(set) var offset: Int
  private let end: Int

  init(_ component: Range<Int>) { (offset, end) = (component.lowerBound, component.upperBound) }

  /// Appends the next piece's text to `out` as UTF-8, and gives the bytes it came from; nil at the end.
  mutating func next(_ bytes: Span<UInt8>, _ context: borrowing HL7Context, into out: inout [UInt8]) -> Range<
    Int
  >? {
    guard offset < end, end <= bytes.count else { return nil }
    let start = offset
    let byte = bytes[start]
    if byte == context.delimiters.escape, let piece = escape(bytes, context, &out) {
      offset = piece
    } else if byte < 0x80 {
      if byte != 0 { out.append(byte) }
      offset = start + 1
    } else if context.characters == .latin1 {
      Windows1252.append(byte, to: &out)
      offset = start + 1
    } else {
      offset = start + UTF8Text.length(at: start, before: end, in: bytes)
      for index in start..<offset { out.append(bytes[index]) }
    }
    return start..<offset
  }

  /// Reads the sequence that opens here, and gives where it ends; nil when there is none.
  private func escape(_ bytes: Span<UInt8>, _ context: borrowing HL7Context, _ out: inout [UInt8]) -> Int? {
    guard let close = closing(offset, bytes, context) else { return nil }
    let delimiters = context.delimiters
    let letter = bytes[offset + 1]
    if close == offset + 2 {
      switch letter {
      case UInt8(ascii: "F"): out.append(delimiters.field)
      case UInt8(ascii: "S"): out.append(delimiters.component)
      case UInt8(ascii: "T"): out.append(delimiters.subcomponent)
      case UInt8(ascii: "R"): out.append(delimiters.repetition)
      case UInt8(ascii: "E"): out.append(delimiters.escape)
      case UInt8(ascii: "P"): out.append(delimiters.truncation ?? UInt8(ascii: "#"))
      case UInt8(ascii: "H"), UInt8(ascii: "N"): break
      default: return nil
      }
      return close + 1
    }
    switch letter {
    case UInt8(ascii: "."):
      guard Self.isCommand(offset + 2..<close, bytes) else { return nil }
      out.append(0x0A)
    case UInt8(ascii: "X"): return hexadecimal(bytes, context, &out)
    case UInt8(ascii: "C"), UInt8(ascii: "M"):
      guard Self.isHexadecimal(offset + 2..<close, bytes) else { return nil }
    case UInt8(ascii: "Z"):
      let isUTF8 = context.characters == .utf8
      for index in offset...close where bytes[index] != 0 {
        if bytes[index] < 0x80 || isUTF8 {
          out.append(bytes[index])
        } else {
          Windows1252.append(bytes[index], to: &out)
        }
      }
    default: return nil
    }
    return close + 1
  }

  /// Several `\X…\` in a row are read together: a character may be spread over them.
  private func hexadecimal(_ bytes: Span<UInt8>, _ context: borrowing HL7Context, _ out: inout [UInt8])
    -> Int?
  {
    var data: [UInt8] = []
    var at = offset
    while let close = closing(at, bytes, context), bytes[at + 1] == UInt8(ascii: "X"),
      Self.isHexadecimal(at + 2..<close, bytes)
    {
      var digit = at + 2
      while digit + 1 < close {
        data.append(Self.nibble(bytes[digit]) << 4 | Self.nibble(bytes[digit + 1]))
        digit += 2
      }
      at = close + 1
    }
    guard at > offset else { return nil }
    let isText = context.characters == .utf8 && UTF8Text.isWellFormed(0..<data.count, in: data.span)
    for byte in data where byte != 0 {
      if byte < 0x80 || isText { out.append(byte) } else { Windows1252.append(byte, to: &out) }
    }
    return at
  }

  /// Where the sequence that opens at `start` is closed: at most 4,096 bytes on, which keeps the walk linear.
  private func closing(_ start: Int, _ bytes: Span<UInt8>, _ context: borrowing HL7Context) -> Int? {
    guard start + 2 < end, bytes[start] == context.delimiters.escape else { return nil }
    var at = start + 2
    let last = min(end, start + 4096)
    while at < last {
      if bytes[at] == context.delimiters.escape { return at }
      at += 1
    }
    return nil
  }

  private static func isHexadecimal(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    !range.isEmpty && range.count % 2 == 0
      && range.allSatisfy { nibble(bytes[$0]) != 0 || bytes[$0] == UInt8(ascii: "0") }
  }

  /// `.br`, `.sp+3`, `.in-2`: letters, a sign, digits.
  private static func isCommand(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    range.count <= 8
      && range.allSatisfy { index in
        switch bytes[index] {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x20, 0x2B, 0x2D: true
        default: false
        }
      }
  }

  private static func nibble(_ digit: UInt8) -> UInt8 {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x37
    case 0x61...0x66: digit - 0x57
    default: 0
    }
  }
}
