/// What a text may say beside what stands there letter by letter: both are searched, since nothing tells which
/// one is meant.
///
///     infec- tion     a word that was parted at a line's end: infection
///     HIV-<b>pos</b>  markup in what is called plain text: HIV-pos
enum TextReadings {
  /// - Parameter text: one entry, its line ends spaces already.
  static func others(of text: ArraySlice<UInt8>) -> [[UInt8]] {
    var readings: [[UInt8]] = []
    if let joined = joined(text) { readings.append(joined) }
    if let shown = shown(text) { readings.append(shown) }
    return readings
  }

  /// Without a hyphen and the blanks behind it, where a small letter follows; nil where there is none.
  private static func joined(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var joined: [UInt8] = []
    var copied = text.startIndex
    var at = text.startIndex
    while at < text.endIndex {
      guard text[at] == UInt8(ascii: "-"), at > text.startIndex, isLetter(text[at - 1]) else {
        at += 1
        continue
      }
      var next = at + 1
      while next < text.endIndex, text[next] <= 0x20 { next += 1 }
      if next > at + 1, next < text.endIndex, isSmall(text[next]) {
        joined.append(contentsOf: text[copied..<at])
        copied = next
      }
      at = next
    }
    guard copied > text.startIndex else { return nil }
    return joined + text[copied...]
  }

  /// What a browser would show, and then what it would hide; nil where nothing looks like markup.
  private static func shown(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    let looksMarked = zip(text, text.dropFirst()).contains { first, second in
      switch first {
      case UInt8(ascii: "<"): second == UInt8(ascii: "/") || second == UInt8(ascii: "!") || isLetter(second)
      case UInt8(ascii: "&"): second == UInt8(ascii: "#") || isLetter(second)
      default: false
      }
    }
    guard looksMarked else { return nil }
    var shown: [UInt8] = []
    MarkupText.read(Array(text), into: &shown) { out, _ in out.append(0x20) }
    // The arena sets runs apart by NUL, which a reference can name.
    return shown.map { $0 == 0 ? 0x20 : $0 }
  }

  private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { isSmall(byte | 0x20) || byte >= 0x80 }
}
