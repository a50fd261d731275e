/// A phrase that is sought in plain texts, letters' case aside: `Employee no: #####`.
///
///     #      a digit             ##+   two digits or more
///     @      a letter            @@+   two letters or more
///     blank  blanks and line ends, one or more
///     \      before # @ + \ : the sign itself
///
/// Everything else stands for itself. It begins and ends at the edge of a word. What repeats takes all that it
/// can, and what follows it must be of another kind, so that a text is read once, from left to right.
package struct TextPattern: Sendable, Equatable {
  struct Item: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
      /// ASCII in small letters.
      case byte(UInt8)
      case digit, letter, blank
    }
    var kind: Kind
    var repeats = false
  }
  let items: [Item]

  /// - Throws: the first problem with its column.
  init(_ text: String) throws(SelectorProblem) {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: { Self.isWord($0) || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "@") })
    else {
      throw SelectorProblem(1, "a pattern has a letter or a digit at least")
    }
    guard bytes.first != 0x20, bytes.last != 0x20 else {
      throw SelectorProblem(
        bytes.first == 0x20 ? 1 : bytes.count, "a pattern does not begin or end with a blank")
    }
    var items: [Item] = []
    var at = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "#"): items.append(Item(kind: .digit))
      case UInt8(ascii: "@"): items.append(Item(kind: .letter))
      case 0x20: if items.last?.kind != .blank { items.append(Item(kind: .blank, repeats: true)) }
      case UInt8(ascii: "+"):
        guard let last = items.indices.last, items[last].kind == .digit || items[last].kind == .letter,
          !items[last].repeats
        else { throw SelectorProblem(at + 1, "\"+\" stands after # or @; write \\+ for the sign itself") }
        items[last].repeats = true
      case UInt8(ascii: "\\"):
        at += 1
        guard at < bytes.count, "#@+\\".utf8.contains(bytes[at]) else {
          throw SelectorProblem(at, "only # @ + \\ are written with \\ before them")
        }
        items.append(Item(kind: .byte(bytes[at])))
      default: items.append(Item(kind: .byte(Self.folded(bytes[at]))))
      }
      at += 1
    }
    for (item, next) in zip(items, items.dropFirst()) where item.repeats && Self.meet(item.kind, next.kind) {
      throw SelectorProblem(1, "what repeats must be followed by something of another kind")
    }
    self.items = items
  }

  /// Whether one byte can be both.
  private static func meet(_ a: Item.Kind, _ b: Item.Kind) -> Bool {
    switch (a, b) {
    case (.digit, .digit), (.letter, .letter), (.blank, .blank): true
    case (.digit, .byte(let byte)), (.byte(let byte), .digit): isDigit(byte)
    case (.letter, .byte(let byte)), (.byte(let byte), .letter): isLetter(byte)
    case (.byte(let one), .byte(let other)): one == other
    case (.blank, .byte(let byte)), (.byte(let byte), .blank): isBlank(byte)
    case (.digit, .letter), (.letter, .digit), (.digit, .blank), (.blank, .digit), (.letter, .blank),
      (.blank, .letter):
      false
    }
  }

  /// Every place of an arena where it stands, none overlapping; what parts the arena's runs is a blank.
  func ranges(in arena: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let span = arena.span
    var at = 0
    while at < span.count {
      if let end = end(in: span, from: at) {
        found.append(at..<end)
        at = end
      } else {
        at += 1
      }
    }
    return found
  }

  private func end(in span: Span<UInt8>, from start: Int) -> Int? {
    guard let first = items.first, Self.length(of: first.kind, span, start) > 0 else { return nil }
    if Self.isWord(span, at: start), Self.isWord(span, before: start) { return nil }
    var at = start
    for item in items {
      var length = Self.length(of: item.kind, span, at)
      guard length > 0 else { return nil }
      at += length
      while item.repeats {
        length = Self.length(of: item.kind, span, at)
        guard length > 0 else { break }
        at += length
      }
    }
    if Self.isWord(span, before: at), Self.isWord(span, at: at) { return nil }
    return at
  }

  /// How many bytes here are one of that kind; 0 when none are.
  private static func length(of kind: Item.Kind, _ span: Span<UInt8>, _ at: Int) -> Int {
    guard at < span.count else { return 0 }
    switch kind {
    case .byte(let own): return folded(span[at]) == own ? 1 : 0
    case .digit: return isDigit(span[at]) ? 1 : 0
    case .letter: return isWord(span, at: at) && !isDigit(span[at]) ? 1 : 0
    case .blank: return isBlank(span[at]) ? 1 : spaceLength(span, at)
    }
  }

  /// A letter or digit; of what is beyond ASCII all but spaces and punctuation (U+00A0, U+2000 to U+203F).
  private static func isWord(_ span: Span<UInt8>, at: Int) -> Bool {
    guard at < span.count, isWord(span[at]) else { return false }
    guard span[at] >= 0x80 else { return true }
    return (max(0, at - 2)...at).allSatisfy { start in at >= start + signLength(span, start) }
  }

  private static func isWord(_ span: Span<UInt8>, before at: Int) -> Bool {
    at > 0 && isWord(span, at: at - 1)
  }

  private static func signLength(_ span: Span<UInt8>, _ at: Int) -> Int {
    if at + 1 < span.count, span[at] == 0xC2, span[at + 1] == 0xA0 { return 2 }
    return at + 2 < span.count && span[at] == 0xE2 && span[at + 1] == 0x80 ? 3 : 0
  }

  /// The spaces among them: U+00A0, U+2000 to U+200B, U+2028, U+2029, U+202F.
  private static func spaceLength(_ span: Span<UInt8>, _ at: Int) -> Int {
    let length = signLength(span, at)
    guard length == 3 else { return length }
    switch span[at + 2] {
    case 0x80...0x8B, 0xA8, 0xA9, 0xAF: return 3
    default: return 0
    }
  }

  private static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  /// Letters beyond ASCII by any of their bytes.
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0 || (0x09...0x0D).contains(byte)
  }
  private static func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
}
