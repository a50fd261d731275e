/// How text is folded before terms and telling values are sought in it (FAULTS.md, Text): letters without
/// case and accents, digits, and one space for everything between words. Hyphen, underscore, no-break space
/// and punctuation are spaces; soft hyphens, zero-width characters and combining marks are not there at
/// all, and neither are control characters but those of lines; letters that only look Latin (``LookAlikes``)
/// are the Latin ones.
///
/// Symbols: 0 the end of a run, 1 space, 2–27 letters, 28–37 digits.
enum TextFolding {
  static let symbolCount = 38
  static let end: UInt8 = 0
  static let space: UInt8 = 1
  /// The character is not there.
  static let dropped: UInt8 = 0xFF
  /// The byte may open a character of more than one byte.
  static let wide: UInt8 = 0xFE

  /// What one character becomes: at most two symbols (`æ` is `ae`).
  struct Step {
    var first: UInt8
    /// ``dropped`` when there is but one.
    var second: UInt8
    /// How many bytes it takes; at least 1.
    var length: Int
  }

  static func isWord(_ symbol: UInt8) -> Bool { symbol >= 2 && symbol < wide }

  /// Symbols of the ASCII bytes; ``wide`` for all others. No reader sees a control character within a word.
  static let ascii: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0: end
    case 0x01...0x08, 0x0E...0x1F, 0x7F: dropped
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt8(byte) - UInt8(ascii: "a") + 2
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte) - UInt8(ascii: "A") + 2
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(byte) - UInt8(ascii: "0") + 28
    case 0x80...0xFF: wide
    default: space
    }
  }

  /// The character of more than one byte that begins at `index`.
  static func step(_ bytes: Span<UInt8>, at index: Int) -> Step {
    func byte(_ offset: Int) -> UInt32? {
      let at = index + offset
      guard at < bytes.count, bytes[at] & 0xC0 == 0x80 else { return nil }
      return UInt32(bytes[at] & 0x3F)
    }
    let lead = UInt32(bytes[index])
    if lead & 0xE0 == 0xC0, let a = byte(1) { return wide((lead & 0x1F) << 6 | a, length: 2) }
    if lead & 0xF0 == 0xE0, let a = byte(1), let b = byte(2) {
      return wide((lead & 0x0F) << 12 | a << 6 | b, length: 3)
    }
    if lead & 0xF8 == 0xF0, let a = byte(1), let b = byte(2), let c = byte(3) {
      return wide((lead & 0x07) << 18 | a << 12 | b << 6 | c, length: 4)
    }
    return Step(first: space, second: dropped, length: 1)
  }

  private static func wide(_ scalar: UInt32, length: Int) -> Step {
    if LookAlikes.isUnseen(scalar) { return Step(first: dropped, second: dropped, length: length) }
    let (first, second) = LookAlikes.symbols(of: scalar)
    return Step(first: first, second: second, length: length)
  }

  /// The symbols of a text: no space at either end, one between words.
  static func symbols(of text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    func add(_ symbol: UInt8) {
      if symbol == dropped { return }
      if isWord(symbol) {
        out.append(symbol)
      } else if let last = out.last, last != space {
        out.append(space)
      }
    }
    var index = 0
    while index < bytes.count {
      let symbol = ascii[Int(bytes[index])]
      if symbol != wide {
        add(symbol)
        index += 1
        continue
      }
      let step = step(bytes.span, at: index)
      add(step.first)
      add(step.second)
      index += step.length
    }
    if out.last == space { out.removeLast() }
    return out
  }
}
