/// Names with something between the given name and a family name that is a word too: a middle name that is nowhere
/// stated, a word in brackets (`John Louis Young`, `John (father) Young`). The family name alone is not sought, so that
/// they would be passed over.
struct NameGaps: Sendable {
  /// Given name and family name, as a phrase.
  private var pairs: Set<UInt64> = []
  /// The family names.
  private var families = PhraseLengths()
  private(set) var count = 0

  /// How many words may stand between.
  static let most = 2
  /// How many bytes.
  static let reach = 40

  mutating func insert(_ given: UInt64, _ family: UInt64) {
    families.insert(2, endingWith: family)
    if pairs.insert(FoldedWords.phrase([given, family])).inserted { count += 1 }
  }

  @inline(__always)
  func mayEnd(with word: UInt64) -> Bool { count > 0 && families.mayEnd(with: word) }

  func contains(_ given: UInt64, _ family: UInt64) -> Bool {
    pairs.contains(FoldedWords.phrase([given, family]))
  }

  /// Whether what stands between two names is of one name with them: words with a capital that are none of the
  /// language, initials, or something in brackets.
  ///
  /// - Parameter text: from the given name to the family name.
  static func isOfName(_ text: ArraySlice<UInt8>, given: Range<Int>, family: Range<Int>) -> Bool {
    guard given.upperBound < family.lowerBound, family.lowerBound - given.upperBound <= reach,
      isCapital(text[given.lowerBound]), isCapital(text[family.lowerBound])
    else { return false }
    let gap = text[given.upperBound..<family.lowerBound]
    let bracketed = gap.drop { $0 == 0x20 }
    if let open = bracketed.first, let close = bracketed.last(where: { $0 != 0x20 }) {
      switch (open, close) {
      case (UInt8(ascii: "("), UInt8(ascii: ")")), (UInt8(ascii: "["), UInt8(ascii: "]")),
        (UInt8(ascii: "\""), UInt8(ascii: "\"")):
        return true
      default: break
      }
    }
    guard !gap.contains(where: isBreak) else { return false }
    var isOne = true
    FoldedWords.forEach(in: text.span, gap.startIndex - text.startIndex..<gap.endIndex - text.startIndex) {
      word in
      let first = text[text.startIndex + word.range.lowerBound]
      let isInitial = word.letterCount == 1
      // A full stop ends a sentence, unless it is an initial's.
      let next = text.startIndex + word.range.upperBound
      let isStopped = text[next] == UInt8(ascii: ".") && !isInitial
      if !isCapital(first) || isStopped || !isInitial && commonWords.contains(word.hash) { isOne = false }
    }
    return isOne
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || byte >= 0xC3 }

  /// What no name has within.
  private static func isBreak(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "!"),
      UInt8(ascii: "/"), UInt8(ascii: "|"), 0x30...0x39, 0x09:
      true
    default: false
    }
  }

  /// Words that stand between two names, where a text is in capitals.
  private static let commonWords = Set(
    FoldedWords.words(
      of: """
        a am an and are as asked at be been being brought but by called came can cannot for from gave had has have he \
        her his how if in is it its lives looks met mr mrs ms no not of on or our over per said saw says seems she so \
        states still than that the their then they this to told too took under very visited was we were when who will \
        with you
        """
    ).map(\.hash))
}
