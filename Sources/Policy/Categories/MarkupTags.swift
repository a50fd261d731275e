/// Tags, comments and CDATA sections (XML 1.0 §2.5, §2.7, §3.1; HTML) of markup that stands within a text, of
/// whatever length: where each ends, and what of it a reader sees.
///
/// It forgives as a browser does, with one difference: a `<` within a tag, outside of its quotes, says that what
/// seemed a tag was a sign of comparison.
struct MarkupTags {
  /// What tags and comments may say behind an encoding of their own, to be read after the text.
  private(set) var aside: [UInt8] = []
  /// Steps that tags without an end may take altogether; then only near ends are looked for.
  private var left: Int
  /// Where no such end follows; told once.
  private var (lastsComment, lastsSection) = (Int.max, Int.max)
  private static let near = 512

  init(_ text: ArraySlice<UInt8>) { left = 4 * text.count + Self.near }

  /// What begins at a `<`: what is seen of it, and where it ends; nil where it is none of markup.
  mutating func piece(_ text: ArraySlice<UInt8>, _ at: Int) -> (bytes: ArraySlice<UInt8>, next: Int)? {
    guard at + 1 < text.endIndex else { return nil }
    let nothing = text[at..<at]
    let rest = text[at...]
    if rest.starts(with: "<!--".utf8) {
      guard let end = end(of: "-->", text, at + 4, &lastsComment) else { return nil }
      keep(text[(at + 4)..<(end - 3)])
      return (nothing, end)
    }
    if rest.starts(with: "<![CDATA[".utf8) {
      return end(of: "]]>", text, at + 9, &lastsSection).map { (text[(at + 9)..<($0 - 3)], $0) }
    }
    let first = text[at + 1]
    if first == UInt8(ascii: "!") || first == UInt8(ascii: "?") {
      return nearEnd(text, at).map { (nothing, $0) }
    }
    guard first == UInt8(ascii: "/") || (0x61...0x7A).contains(first | 0x20) else { return nil }
    switch tagEnd(text, at) {
    case .none: return nil
    case .unclosed: return nearEnd(text, at).map { (nothing, $0) }
    case .end(let end):
      keep(text[(at + 1)..<(end - 1)])
      return (nothing, end)
    }
  }

  private enum TagEnd {
    case none, unclosed
    case end(Int)
  }

  /// A quote counts where a value begins.
  private mutating func tagEnd(_ text: ArraySlice<UInt8>, _ start: Int) -> TagEnd {
    guard left > 0 else { return .unclosed }
    var at = start + 1
    var quote: UInt8?
    var isValue = false
    while at < text.endIndex {
      let byte = text[at]
      if let open = quote {
        if byte == open { quote = nil }
      } else {
        switch byte {
        case UInt8(ascii: ">"): return .end(at + 1)
        case UInt8(ascii: "<"): return .none
        case UInt8(ascii: "\""), UInt8(ascii: "'"): if isValue { quote = byte }
        default: break
        }
        if byte > 0x20 { isValue = byte == UInt8(ascii: "=") }
      }
      at += 1
    }
    left -= at - start
    return .unclosed
  }

  private func nearEnd(_ text: ArraySlice<UInt8>, _ at: Int) -> Int? {
    text[at..<min(text.endIndex, at + Self.near)].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
  }

  /// - Parameter last: where it is known that no such end follows.
  private func end(
    of close: StaticString, _ text: ArraySlice<UInt8>, _ start: Int, _ last: inout Int
  ) -> Int? {
    guard start < last else { return nil }
    let close = Array(close.description.utf8)
    var at = start
    while at + close.count <= text.endIndex {
      if text[at] == close[0], text[at...].starts(with: close) { return at + close.count }
      at += 1
    }
    last = start
    return nil
  }

  /// What has references, percent signs, escapes, or a row of letters long enough.
  private mutating func keep(_ inner: ArraySlice<UInt8>) {
    var row = 0
    for byte in inner {
      row = LetterRows.six(byte) == nil ? 0 : row + 1
      let isEscape =
        byte == UInt8(ascii: "&") || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "\\")
      guard isEscape || row >= LetterRows.shortest else { continue }
      aside += [0x0A] + inner
      return
    }
  }
}
