internal import JSON

/// From the text of a JSON string back to its source bytes; made for one string when it is edited, since
/// most strings have no escapes and none of this is kept.
struct JSONStringMap {
  private let content: Range<Int>
  private let bytes: [UInt8]
  /// Where the character of each byte of the text begins in the source; empty when source and text are one.
  private var starts: [Int] = []

  init(_ content: Range<Int>, isEscaped: Bool, _ bytes: [UInt8]) {
    (self.content, self.bytes) = (content, bytes)
    guard isEscaped else { return }
    let span = bytes.span
    var cursor = JSONCursor(content)
    var start = content.lowerBound
    while true {
      if cursor.isBetweenCharacters { start = cursor.offset }
      guard cursor.next(in: span) != nil else { break }
      starts.append(start)
    }
  }

  /// The source of a piece of the text, widened to whole characters.
  func source(_ text: Range<Int>) -> Range<Int> {
    let lower = isTail(start(text.lowerBound)) ? widenedDown(start(text.lowerBound)) : start(text.lowerBound)
    var upper = text.upperBound
    // Bytes of one escape share their start: the piece ends where the next character begins.
    while upper < starts.count, upper > 0, starts[upper] == starts[upper - 1] { upper += 1 }
    var end = start(upper)
    while end < content.upperBound, isTail(end) { end += 1 }
    return lower..<max(lower, end)
  }

  private func start(_ index: Int) -> Int {
    if starts.isEmpty { return min(content.lowerBound + index, content.upperBound) }
    return index < starts.count ? starts[index] : content.upperBound
  }

  private func widenedDown(_ at: Int) -> Int {
    var at = at
    while at > content.lowerBound, isTail(at) { at -= 1 }
    return at
  }

  /// Whether a byte goes on with a UTF-8 character.
  private func isTail(_ at: Int) -> Bool { at < content.upperBound && bytes[at] & 0xC0 == 0x80 }
}
