/// Rows of the letters of base64 (RFC 4648 §4, §5), of which hex has a few: where they end, what follows on them over
/// line ends, and the text that they are of.
enum LetterRows {
  /// Shorter ones are words.
  static let shortest = 12
  /// Shorter ones stand alone.
  static let long = 24

  /// Rows that follow one another line by line, of which the one in hand is one: each of them has the same end.
  /// Base64 may begin in any of them; a few that begin like a text and are none are tried, no more.
  struct Block {
    var end: Int
    var triesLeft = 4

    /// - Parameter end: where the row in hand ends.
    /// - Returns: true for the first row of a block.
    @discardableResult
    mutating func reach(_ end: Int, in text: ArraySlice<UInt8>) -> Bool {
      guard end > self.end else { return false }
      self = Block(end: LetterRows.lastEnd(text, end))
      return true
    }
  }

  static func end(_ text: ArraySlice<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < text.endIndex, six(text[at]) != nil { at += 1 }
    return at
  }

  /// Where the last of the rows ends that go on over line ends.
  private static func lastEnd(_ text: ArraySlice<UInt8>, _ start: Int) -> Int {
    var end = start
    while true {
      var next = end
      while next < text.endIndex, text[next] == 0x0A || text[next] == 0x0D { next += 1 }
      let more = Self.end(text, next)
      guard next > end, more > next else { return end }
      end = more
    }
  }

  static func padded(_ text: ArraySlice<UInt8>, _ end: Int) -> Int {
    var at = end
    while at < text.endIndex, at < end + 2, text[at] == UInt8(ascii: "=") { at += 1 }
    return at
  }

  /// The text that rows are of, as hex or base64; nil if they are of none.
  static func text(of rows: ArraySlice<UInt8>) -> [UInt8]? {
    if let bytes = hex(rows) { return DecodedBytes.text(bytes) }
    // A word may stand right before it.
    for start in starts(in: rows)
    where rows.count - start >= shortest && mayOpenText(rows.dropFirst(start)) {
      let bytes = base64(rows.dropFirst(start))
      if start == 0 || bytes.count >= 16, let text = DecodedBytes.text(bytes) {
        return Array(rows.prefix(start)) + (start > 0 ? [0x20] : []) + text
      }
    }
    return nil
  }

  /// Whether a row may begin base64 of a text.
  static func mayHoldText(_ row: ArraySlice<UInt8>) -> Bool {
    starts(in: row).contains { mayOpenText(row.dropFirst($0)) }
  }

  /// nil unless there is nothing else.
  static func hex(_ word: ArraySlice<UInt8>) -> [UInt8]? {
    guard word.count.isMultiple(of: 2), word.allSatisfy({ nibble($0) != nil }) else { return nil }
    var bytes: [UInt8] = []
    var high: UInt8?
    for byte in word {
      guard let value = nibble(byte) else { return nil }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return bytes
  }

  /// Where base64 may begin in a word: at one of its first letters, or behind a sign that parts words too.
  private static func starts(in word: ArraySlice<UInt8>) -> [Int] {
    var starts = [0, 1, 2, 3]
    for (place, byte) in word.prefix(64).enumerated()
    where place > 3 && starts.count < 8 && (byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")) {
      starts.append(place + 1)
    }
    return starts
  }

  /// Whether base64 may be of a text, told by its first bytes without keeping them: most rows of letters are
  /// identifiers and long words.
  private static func mayOpenText(_ word: ArraySlice<UInt8>) -> Bool {
    var opening = DecodedBytes.Opening(isShort: word.count * 3 < DecodedBytes.shortestNarrow * 4)
    var (bits, filled): (UInt32, Int) = (0, 0)
    for letter in word.prefix(32) {
      guard let value = six(letter) else { continue }
      bits = bits << 6 | UInt32(value)
      filled += 6
      guard filled >= 8 else { continue }
      filled -= 8
      opening.take(UInt8(truncatingIfNeeded: bits >> UInt32(filled)))
      if !opening.mayBeText { return false }
    }
    return true
  }

  static func base64(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(word.count)
    var (bits, filled): (UInt32, Int) = (0, 0)
    for byte in word {
      guard let value = six(byte) else { continue }
      bits = bits << 6 | UInt32(value)
      filled += 6
      if filled >= 8 {
        filled -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(filled)))
      }
    }
    return bytes
  }

  static func nibble(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  static func six(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x47
    case 0x30...0x39: byte + 4
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
