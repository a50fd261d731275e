internal import Records

/// Reads the phrases of a text: at each word, all that end there, up to twelve words long, as one number each.
struct PhraseReader {
  static let longest = 12
  /// How many words of removed text make a telling phrase.
  static let shingle = 5

  /// By length less one: the phrase of so many words that ends at the last word.
  private var phrases = [UInt64](repeating: 0, count: longest)
  private var count = 0
  /// Of the last words, those that have three letters: bits, the last word lowest.
  private var wordlike: UInt = 0
  private var starts = [Int](repeating: 0, count: longest)

  mutating func reset() { (count, wordlike) = (0, 0) }

  /// Takes a word in.
  mutating func take(_ word: FoldedWords.Word) {
    count += 1
    for length in stride(from: min(count, Self.longest) - 1, to: 0, by: -1) {
      phrases[length] = FoldedWords.extend(phrases[length - 1], by: word.hash)
      starts[length] = starts[length - 1]
    }
    phrases[0] = FoldedWords.extend(0, by: word.hash)
    starts[0] = word.range.lowerBound
    wordlike = wordlike << 1 | (word.letterCount >= 3 ? 1 : 0)
  }

  /// The phrase of so many words that ends here; nil when there are not so many.
  func phrase(ofLength length: Int) -> UInt64? {
    length >= 1 && length <= min(count, Self.longest) ? phrases[length - 1] : nil
  }
  func start(ofLength length: Int) -> Int { starts[length - 1] }

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

  /// Visits every word of a record's runs for which `isSought` holds; phrases go on from run to run of one unit.
  static func forEachWord(
    in facts: RecordFacts, where isSought: (TextRun) -> Bool, _ body: (PhraseReader, TextRun) -> Void
  ) {
    var reader = PhraseReader()
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
}
