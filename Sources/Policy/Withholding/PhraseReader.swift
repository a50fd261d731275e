internal import Records

/// Lengths of phrases in words, from 1 to 12, as bits.
struct PhraseLengths: Sendable {
  private var bits: UInt16 = 0

  mutating func insert(_ length: Int) { bits |= 1 << UInt16(clamping: min(length, PhraseReader.longest)) }
  mutating func formUnion(_ other: PhraseLengths) { bits |= other.bits }
  func contains(_ length: Int) -> Bool { bits >> UInt16(clamping: length) & 1 == 1 }
  var isEmpty: Bool { bits == 0 }
  var longest: Int { isEmpty ? 0 : 15 - bits.leadingZeroBitCount }
}

/// Reads the phrases of a text: at each word, all that end there, up to twelve words long, as one number
/// each.
struct PhraseReader {
  static let longest = 12
  /// How many words of removed text make a telling phrase.
  static let shingle = 5

  /// By length less one: the phrase of so many words that ends at the last word. No array: it is copied a
  /// lot.
  private var phrases = [12 of UInt64](repeating: 0)
  private var count = 0
  private let needed: Int
  /// Of the last words, those that have three letters: bits, the last word lowest.
  private var wordlike: UInt = 0

  /// - Parameter longest: how many words the longest phrase has that will be asked for.
  init(longest: Int) { needed = max(1, min(longest, Self.longest)) }

  mutating func reset() { (count, wordlike) = (0, 0) }

  /// Takes a word in.
  @inline(__always)
  mutating func take(_ word: FoldedWords.Word) {
    if count < Self.longest { count += 1 }
    var length = min(count, needed) - 1
    while length > 0 {
      phrases[length] = FoldedWords.extend(phrases[length - 1], by: word.hash)
      length -= 1
    }
    phrases[0] = FoldedWords.extend(0, by: word.hash)
    wordlike = wordlike << 1 | (word.letterCount >= 3 ? 1 : 0)
  }

  /// The phrase of so many words that ends here; nil when there are not so many.
  @inline(__always)
  func phrase(ofLength length: Int) -> UInt64? {
    length >= 1 && length <= min(count, needed) ? phrases[length - 1] : nil
  }

  /// The first tag that the table has for a phrase of one of these lengths that ends here.
  @inline(__always)
  func tag(in table: PhraseTable, _ lengths: PhraseLengths) -> UInt8? {
    for length in 1...Self.longest where lengths.contains(length) {
      guard let phrase = phrase(ofLength: length) else { return nil }
      if let tag = table.tag(phrase) { return tag }
    }
    return nil
  }

  /// Five words of which two at least are words: rows of numbers are no text.
  var telling: UInt64? {
    guard let phrase = phrase(ofLength: Self.shingle) else { return nil }
    return (wordlike & 0b11111).nonzeroBitCount >= 2 ? phrase : nil
  }

  /// The number of a text of one to twelve words, and how many there are; of a longer one, its first twelve.
  static func whole(_ words: [FoldedWords.Word]) -> (phrase: UInt64, length: Int)? {
    guard !words.isEmpty else { return nil }
    let head = words.prefix(longest)
    return (FoldedWords.phrase(head.map(\.hash)), head.count)
  }

  /// Visits every word of a record's runs for which `isSought` holds; phrases go on from run to run of one
  /// unit.
  static func forEachWord(
    in facts: RecordFacts, longest: Int, where isSought: (TextRun) -> Bool,
    _ body: (borrowing PhraseReader, TextRun) -> Void
  ) {
    var reader = PhraseReader(longest: longest)
    var unit = -1
    let span = facts.arena.span
    for run in facts.runs {
      guard isSought(run) else {
        unit = -1
        continue
      }
      if run.unit != unit { reader.reset() }
      unit = run.unit
      FoldedWords.forEach(in: span, run.range.clamped(to: span.indices)) { word in
        reader.take(word)
        body(reader, run)
      }
    }
  }

  /// Visits every word of what such runs read as beside their own bytes (``OtherReadings``).
  static func forEachOtherWord(
    in facts: RecordFacts, longest: Int, where isSought: (TextRun) -> Bool,
    _ body: (borrowing PhraseReader, TextRun) -> Void
  ) {
    OtherReadings.ofRuns(facts) { reading in
      for number in reading.runs where isSought(facts.runs[number]) {
        var reader = PhraseReader(longest: longest)
        FoldedWords.forEach(in: reading.text.span, reading.text.indices) { word in
          reader.take(word)
          body(reader, facts.runs[number])
        }
      }
    }
  }
}
