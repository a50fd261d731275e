/// Well-formed UTF-8 (The Unicode Standard, table 3-7): no overlong forms, no surrogates, nothing above
/// U+10FFFF.
enum UTF8Sequence {
  /// How many bytes the sequence that begins here with a byte of 0x80 or more has, 2 to 4; 0 when it is
  /// not well formed.
  static func length(at start: Int, before end: Int, in bytes: Span<UInt8>) -> Int {
    let lead = bytes[start]
    switch lead {
    case 0xC2...0xDF:
      return isTail(start &+ 1, 0x80, 0xBF, end, bytes) ? 2 : 0
    case 0xE0...0xEF:
      let lowest: UInt8 = lead == 0xE0 ? 0xA0 : 0x80
      let highest: UInt8 = lead == 0xED ? 0x9F : 0xBF
      return isTail(start &+ 1, lowest, highest, end, bytes) && isTail(start &+ 2, 0x80, 0xBF, end, bytes)
        ? 3 : 0
    case 0xF0...0xF4:
      let lowest: UInt8 = lead == 0xF0 ? 0x90 : 0x80
      let highest: UInt8 = lead == 0xF4 ? 0x8F : 0xBF
      return isTail(start &+ 1, lowest, highest, end, bytes) && isTail(start &+ 2, 0x80, 0xBF, end, bytes)
        && isTail(start &+ 3, 0x80, 0xBF, end, bytes) ? 4 : 0
    default: return 0
    }
  }

  private static func isTail(
    _ at: Int, _ lowest: UInt8, _ highest: UInt8, _ end: Int, _ bytes: Span<UInt8>
  ) -> Bool {
    at < end && bytes[at] >= lowest && bytes[at] <= highest
  }
}
