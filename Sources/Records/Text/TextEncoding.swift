/// How the bytes of a plain text are read.
enum TextEncoding: Sendable, Equatable {
  case utf8, utf16LittleEndian, utf16BigEndian, windows1252

  /// The encoding of what is surely text, and where it begins after its byte order mark; nil for anything else:
  /// NULs, other control characters, a text that is neither UTF-8 nor mostly ASCII.
  static func detect(_ bytes: Span<UInt8>) -> (encoding: TextEncoding, start: Int)? {
    if bytes.count >= 2 {
      switch (bytes[0], bytes[1]) {
      case (0xFF, 0xFE): return isUTF16(bytes, high: 1) ? (.utf16LittleEndian, 2) : nil
      case (0xFE, 0xFF): return isUTF16(bytes, high: 0) ? (.utf16BigEndian, 2) : nil
      default: break
      }
    }
    var highs = 0
    var isPrintable1252 = true
    for index in bytes.indices {
      let byte = bytes[index]
      if byte &- 0x20 < 0x5F { continue }
      if byte >= 0x80 {
        highs &+= 1
        if byte < 0xA0, Windows1252.isControl(byte) { isPrintable1252 = false }
      } else if byte < 0x20 || byte == 0x7F {
        guard isLayout(byte) else { return nil }
      }
    }
    let start = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    if highs == 0 || UTF8Text.isWellFormed(0..<bytes.count, in: bytes) { return (.utf8, start) }
    guard start == 0, isPrintable1252, highs <= bytes.count / 4 else { return nil }
    return (.windows1252, 0)
  }

  /// Tab, line feed, form feed, carriage return.
  private static func isLayout(_ byte: UInt8) -> Bool {
    byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private static func isUTF16(_ bytes: Span<UInt8>, high: Int) -> Bool {
    guard bytes.count % 2 == 0 else { return false }
    var at = 2
    var expectsLow = false
    while at + 1 < bytes.count {
      let unit = UInt16(bytes[at + high]) << 8 | UInt16(bytes[at + 1 - high])
      let isLow = (0xDC00..<0xE000).contains(unit)
      guard isLow == expectsLow else { return false }
      expectsLow = (0xD800..<0xDC00).contains(unit)
      if unit < 0x20 || unit == 0x7F {
        guard isLayout(UInt8(truncatingIfNeeded: unit)) else { return false }
      }
      // A byte order mark that was swapped, or what is no character.
      if unit >= 0xFFFE { return false }
      at += 2
    }
    return !expectsLow
  }

  /// How many bytes the smallest unit has.
  var unitBytes: Int {
    switch self {
    case .utf8, .windows1252: 1
    case .utf16LittleEndian, .utf16BigEndian: 2
    }
  }

  /// Appends the character at a place as UTF-8, and gives where the next one begins.
  func next(_ at: Int, before end: Int, in bytes: Span<UInt8>, into out: inout [UInt8]) -> Int {
    switch self {
    case .utf8:
      let next = at + UTF8Text.length(at: at, before: end, in: bytes)
      for index in at..<next { out.append(bytes[index]) }
      return next
    case .windows1252:
      if bytes[at] < 0x80 {
        out.append(bytes[at])
      } else {
        Windows1252.append(bytes[at], to: &out)
      }
      return at + 1
    case .utf16LittleEndian, .utf16BigEndian:
      let first = unit(at, before: end, in: bytes)
      guard (0xD800..<0xDC00).contains(first), at + 3 < end else {
        UTF8Text.append(first, to: &out)
        return at + 2
      }
      let second = unit(at + 2, before: end, in: bytes)
      UTF8Text.append(0x10000 + ((first & 0x3FF) << 10 | second & 0x3FF), to: &out)
      return at + 4
    }
  }

  /// The code unit at a place; the byte itself where units are bytes.
  func unit(_ at: Int, before end: Int, in bytes: Span<UInt8>) -> UInt32 {
    switch self {
    case .utf8, .windows1252: UInt32(bytes[at])
    case .utf16LittleEndian: at + 1 < end ? UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at]) : 0
    case .utf16BigEndian: at + 1 < end ? UInt32(bytes[at]) << 8 | UInt32(bytes[at + 1]) : 0
    }
  }

  /// The mark in this encoding.
  var mark: Replacement {
    switch self {
    case .utf8, .windows1252: .mark
    case .utf16LittleEndian:
      .fixed(StaticText("[\0w\0i\0t\0h\0h\0e\0l\0d\0]\0"))
    case .utf16BigEndian:
      .fixed(StaticText("\0[\0w\0i\0t\0h\0h\0e\0l\0d\0]"))
    }
  }
}
