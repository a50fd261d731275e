/// Walks XHTML, HTML or XML and tells what a reader would see, piece by piece with its place: text, what
/// entities stand for, where a block begins or ends, and what only a look at the source would show.
///
/// It forgives: what is no markup is text, so that nothing is passed over unseen.
struct MarkupCursor {
  enum Piece: Equatable {
    /// Bytes that are their own text.
    case text(Range<Int>)
    /// An entity, and the scalar that it stands for.
    case character(UInt32, Range<Int>)
    /// A tag that parts words: of a block, or of an element that we do not know.
    case separator(Range<Int>)
    /// The value of an attribute, entities and all.
    case attribute(Range<Int>)
    /// A comment, declaration or processing instruction, without its brackets.
    case comment(Range<Int>)
  }

  private var at: Int
  private let end: Int
  /// Within an attribute or a comment only entities mean something.
  private let hasTags: Bool
  /// Where the tag began that is open, and whether it parts words.
  private var tag: (start: Int, isSeparator: Bool)?

  init(_ range: Range<Int>, hasTags: Bool = true) {
    (at, end, self.hasTags) = (range.lowerBound, range.upperBound, hasTags)
  }

  /// The next piece; nil at the end.
  mutating func next(in bytes: Span<UInt8>) -> Piece? {
    while at < end, end <= bytes.count {
      if let open = tag {
        if let piece = inTag(open, bytes) { return piece }
      } else if hasTags, bytes[at] == UInt8(ascii: "<") {
        if let piece = markup(bytes) { return piece }
      } else if bytes[at] == UInt8(ascii: "&") {
        return entity(bytes)
      } else {
        return text(from: at, bytes)
      }
    }
    return nil
  }

  private mutating func text(from start: Int, _ bytes: Span<UInt8>) -> Piece {
    at = max(at, start + 1)
    while at < end, bytes[at] != UInt8(ascii: "&"), !(hasTags && bytes[at] == UInt8(ascii: "<")) { at &+= 1 }
    return .text(start..<at)
  }

  private mutating func entity(_ bytes: Span<UInt8>) -> Piece {
    let start = at
    var close = start + 1
    while close < min(end, start + 12), bytes[close] != UInt8(ascii: ";") { close += 1 }
    guard close < min(end, start + 12), let scalar = HTMLEntities.scalar(start + 1..<close, in: bytes)
    else { return text(from: start, bytes) }
    at = close + 1
    return .character(scalar, start..<at)
  }

  /// What begins with `<`; nil when a tag was opened.
  private mutating func markup(_ bytes: Span<UInt8>) -> Piece? {
    let start = at
    if begins("<!--", bytes) { return .comment(enclosed(4, "-->", bytes)) }
    if begins("<![CDATA[", bytes) { return .text(enclosed(9, "]]>", bytes)) }
    if begins("<!", bytes) || begins("<?", bytes) { return .comment(enclosed(2, ">", bytes)) }
    var name = start + 1
    if name < end, bytes[name] == UInt8(ascii: "/") { name += 1 }
    guard name < end, Self.isLetter(bytes[name]) else { return text(from: start, bytes) }
    at = name
    while at < end, Self.isNameByte(bytes[at]) { at += 1 }
    tag = (start, Self.inline.index(of: name..<at, in: bytes) == nil)
    return nil
  }

  /// The next attribute, or the end of the tag; nil when there was nothing to tell.
  private mutating func inTag(_ open: (start: Int, isSeparator: Bool), _ bytes: Span<UInt8>) -> Piece? {
    while at < end, Self.isSpace(bytes[at]) || bytes[at] == UInt8(ascii: "/") { at += 1 }
    guard at < end, bytes[at] != UInt8(ascii: ">") else {
      at = min(at + 1, end)
      tag = nil
      return open.isSeparator ? .separator(open.start..<at) : nil
    }
    let name = at
    at += 1
    while at < end, bytes[at] != UInt8(ascii: "="), bytes[at] != UInt8(ascii: ">"), !Self.isSpace(bytes[at]) {
      at += 1
    }
    let isNamespace = begins("xmlns", from: name, bytes)
    while at < end, Self.isSpace(bytes[at]) { at += 1 }
    guard at < end, bytes[at] == UInt8(ascii: "=") else { return .attribute(name..<max(name + 1, at)) }
    at += 1
    while at < end, Self.isSpace(bytes[at]) { at += 1 }
    let value = attributeValue(bytes)
    let isPlain = isNamespace && begins("http://www.w3.org/", from: value.lowerBound, bytes)
    return isPlain || value.isEmpty ? nil : .attribute(value)
  }

  private mutating func attributeValue(_ bytes: Span<UInt8>) -> Range<Int> {
    guard at < end else { return end..<end }
    let quote = bytes[at]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = at
      while at < end, bytes[at] != UInt8(ascii: ">"), !Self.isSpace(bytes[at]) { at += 1 }
      return start..<at
    }
    let start = at + 1
    at = start
    while at < end, bytes[at] != quote { at += 1 }
    let value = start..<max(start, at)
    at = min(at + 1, end)
    return value
  }

  /// The bytes up to a closing bracket, or to the end when there is none.
  private mutating func enclosed(_ skip: Int, _ close: String, _ bytes: Span<UInt8>) -> Range<Int> {
    let start = min(at + skip, end)
    at = start
    while at < end, !begins(close, bytes) { at += 1 }
    let content = start..<at
    at = min(at + close.utf8.count, end)
    return content
  }

  private func begins(_ word: String, from start: Int? = nil, _ bytes: Span<UInt8>) -> Bool {
    var index = start ?? at
    for letter in word.utf8 {
      guard index < end, bytes[index] == letter else { return false }
      index += 1
    }
    return true
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }
  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte >= 0x30 && byte <= 0x3A || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  /// Elements that stand within a line: a word may go on through their tags.
  private static let inline = WordTable([
    "a", "abbr", "acronym", "b", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var",
  ])
}
