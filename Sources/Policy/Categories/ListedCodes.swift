/// Codes of ICD-10 without a dot (`B20`, `F1120`) in a list of diagnoses. They have the look of rooms, beds and
/// vitamins: one is taken only where it stands as an item of a list, and where a heading, a column or a section
/// announces diagnoses, or another code of the same list has its dot.
struct ListedCodes {
  /// What is known of the place of a text; asked only once a text has such a code.
  struct Context {
    var isOfDiagnoses: Bool
    /// The head of the columns that the text has a line of.
    var head: ArraySlice<UInt8>?
  }

  private struct Candidate {
    var word: Range<Int>
    var paragraph: Int
    /// The colon that ends the heading before it.
    var colon: Int?
  }
  private var candidates: [Candidate] = []
  /// Paragraphs with a code that has its dot, in order.
  private var dotted: [Int] = []
  private var paragraph = 0
  private var hasBreak = false
  private var colon: Int?
  private var lastCode: Int?

  /// What stands between words.
  mutating func pass(_ at: Int, in text: ArraySlice<UInt8>) {
    switch text[at] {
    case 0x0A:
      if hasBreak { (paragraph, colon) = (paragraph + 1, nil) }
      hasBreak = true
    case UInt8(ascii: ":"):
      hasBreak = false
      // 10:30 is a time.
      let isEnd = at + 1 == text.endIndex || text[at + 1] <= 0x20
      if isEnd, at > text.startIndex, !CodeText.isDigit(text[at - 1]) { colon = at }
    case 0...0x20: break
    default: hasBreak = false
    }
  }

  mutating func passWord() { hasBreak = false }

  mutating func takeDotted(_ word: Range<Int>) {
    if dotted.last != paragraph { dotted.append(paragraph) }
    lastCode = word.upperBound
  }

  mutating func take(_ word: Range<Int>, in text: ArraySlice<UInt8>) {
    let follows = lastCode.map { end in
      end <= word.lowerBound && text[end..<word.lowerBound].allSatisfy { $0 == 0x20 }
    }
    guard (0x41...0x5A).contains(text[word.lowerBound]), ends(text, word.upperBound),
      follows ?? false || begins(text, word.lowerBound),
      !ListWords.namePlace(text[max(text.startIndex, word.lowerBound - 20)..<word.lowerBound])
    else { return }
    lastCode = word.upperBound
    candidates.append(Candidate(word: word, paragraph: paragraph, colon: colon))
  }

  /// Those that are codes.
  func forEach(in text: ArraySlice<UInt8>, _ context: () -> Context, _ body: (Range<Int>) -> Void) {
    guard !candidates.isEmpty else { return }
    let place = context()
    let columns = Columns(place.head ?? text.prefix { $0 != 0x0A && $0 != 0x0D })
    let dotted = Set(dotted)
    var told: (colon: Int, announces: Bool)?
    for candidate in candidates {
      var isOne = place.isOfDiagnoses || dotted.contains(candidate.paragraph)
      if !isOne, let colon = candidate.colon {
        let announces = told?.colon == colon ? told?.announces ?? false : isAnnounced(by: colon, in: text)
        told = (colon, announces)
        isOne = announces
      }
      if isOne || columns.announce(candidate.word, in: text) { body(candidate.word) }
    }
  }

  // MARK: Items of a list

  /// Behind a separator, a number or bullet, an `and`, or at the beginning.
  private func begins(_ text: ArraySlice<UInt8>, _ start: Int) -> Bool {
    let before = text[max(text.startIndex, start - 8)..<start]
    let trimmed = before[..<(before.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? before.startIndex)]
    guard let last = trimmed.last else { return before.startIndex == text.startIndex }
    switch last {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "|"), UInt8(ascii: "/"),
      UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "\""),
      UInt8(ascii: "&"), UInt8(ascii: "-"), 0x09...0x0D:
      return true
    case UInt8(ascii: "."), UInt8(ascii: ")"): return trimmed.dropLast().last.map(CodeText.isDigit) ?? false
    case UInt8(ascii: "d"): return trimmed.suffix(4).elementsEqual(" and".utf8)
    // A bullet of more than one byte.
    default: return last >= 0x80
    }
  }

  private func ends(_ text: ArraySlice<UInt8>, _ end: Int) -> Bool {
    guard end < text.endIndex else { return true }
    switch text[end] {
    case 0...0x20, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "|"),
      UInt8(ascii: "/"),
      UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "\""),
      UInt8(ascii: "&"), UInt8(ascii: "("):
      return true
    default: return text[end] >= 0x80
    }
  }

  /// By the words of its own line and clause before a colon.
  private func isAnnounced(by colon: Int, in text: ArraySlice<UInt8>) -> Bool {
    let before = text[max(text.startIndex, colon - 60)..<colon]
    let start = before.lastIndex {
      $0 == 0x0A || $0 == 0x0D || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ":")
    }
    let heading = before[(start.map { $0 + 1 } ?? before.startIndex)...]
    return ListWords.announce(heading) && !ListWords.namePlace(heading)
  }

  /// The columns of lines that a sign parts: CSV and the like.
  private struct Columns {
    private var announcing: Set<Int> = []
    private var separator: UInt8?

    init(_ head: ArraySlice<UInt8>) {
      let line = head.prefix { $0 != 0x0A && $0 != 0x0D }.prefix(1024)
      separator = [UInt8(ascii: ","), 0x09, UInt8(ascii: "|"), UInt8(ascii: ";")].first(where: line.contains)
      guard let separator else { return }
      for (number, cell) in line.split(separator: separator, omittingEmptySubsequences: false).enumerated()
      where ListWords.announce(cell) { announcing.insert(number) }
    }

    /// Whether a code is all of a cell of such a column.
    func announce(_ word: Range<Int>, in text: ArraySlice<UInt8>) -> Bool {
      guard let separator, !announcing.isEmpty else { return false }
      let isQuote: (UInt8) -> Bool = { $0 == UInt8(ascii: "\"") || $0 == 0x20 }
      let next = text[word.upperBound...].first { !isQuote($0) }
      guard next == nil || next == separator || next == 0x0A || next == 0x0D else { return false }
      let window = text[max(text.startIndex, word.lowerBound - 256)..<word.lowerBound]
      let start = window.lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? window.startIndex
      guard (window[start...].last { !isQuote($0) } ?? separator) == separator else { return false }
      var (column, isQuoted) = (0, false)
      for byte in window[start...] {
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        if byte == separator, !isQuoted { column += 1 }
      }
      return announcing.contains(column)
    }
  }
}
