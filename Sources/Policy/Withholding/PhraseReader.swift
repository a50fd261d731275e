internal import Records

/// How many words phrases have, from 1 to 12, as bits, and which words they end with: of nearly every word of a
/// text it is told at once that no phrase ends there.
struct PhraseLengths: Sendable {
  private var bits: UInt16 = 0
  /// A bit for each fourteen bits of a word's number; it says too much rather than too little.
  private var ends = [UInt64](repeating: 0, count: 256)

  mutating func insert(_ length: Int, endingWith word: UInt64) {
    bits |= 1 << UInt16(clamping: min(length, PhraseReader.longest))
    insert(end: Self.end(word))
  }
  mutating func insert(end: UInt16) {
    guard end < Self.anyEnd else {
      for index in ends.indices { ends[index] = .max }
      return
    }
    ends[Int(end >> 6)] |= 1 << UInt64(end & 63)
  }
  /// Of two phrases that have one number and end otherwise, which somebody chose so.
  static let anyEnd = UInt16.max
  mutating func formUnion(_ other: PhraseLengths) {
    bits |= other.bits
    for index in ends.indices { ends[index] |= other.ends[index] }
  }
  /// Without the words.
  mutating func insert(lengthsOf other: PhraseLengths) { bits |= other.bits }
  func contains(_ length: Int) -> Bool { bits >> UInt16(clamping: length) & 1 == 1 }
  /// Whether a phrase may end with this word.
  @inline(__always)
  func mayEnd(with word: UInt64) -> Bool {
    let end = Self.end(word)
    return ends[Int(end >> 6)] >> UInt64(end & 63) & 1 == 1
  }
  @inline(__always)
  static func end(_ word: UInt64) -> UInt16 {
    UInt16(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 50)
  }
  var isEmpty: Bool { bits == 0 }
  var longest: Int { isEmpty ? 0 : 15 - bits.leadingZeroBitCount }
}

/// Reads the phrases of a text: at each word, those that end there, up to twelve words long, as one number each.
/// Nothing is reckoned before it is asked for: at most words nobody asks.
struct PhraseReader {
  static let longest = 12
  /// How many words of removed text make a telling phrase.
  static let shingle = 5

  /// The last words, as a ring. No array: it is copied a lot.
  private var words = [16 of UInt64](repeating: 0)
  private var at = 0
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
    if count < Self.longest { count &+= 1 }
    at = (at &+ 1) & 15
    words[at] = word.hash
    wordlike = wordlike << 1 | (word.letterCount >= 3 ? 1 : 0)
  }

  /// The phrase of so many words that ends here; nil when there are not so many.
  @inline(__always)
  func phrase(ofLength length: Int) -> UInt64? {
    guard length >= 1, length <= min(count, needed) else { return nil }
    var phrase: UInt64 = 0
    for back in stride(from: length &- 1, through: 0, by: -1) {
      phrase = FoldedWords.extend(phrase, by: words[(at &- back) & 15])
    }
    return phrase
  }

  /// The number of a word before the last one; nil where there is none.
  func word(back: Int) -> UInt64? { back < min(count, needed) ? words[(at &- back) & 15] : nil }

  /// The number of the last word.
  var lastWord: UInt64 { words[at] }

  /// The first tag that the table has for a phrase of one of these lengths that ends here.
  @inline(__always)
  func tag(in table: PhraseTable, _ lengths: PhraseLengths) -> UInt8? {
    guard lengths.mayEnd(with: words[at]) else { return nil }
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
  static func whole(_ text: String) -> (phrase: UInt64, length: Int, last: UInt64)? {
    let bytes = text.utf8.span
    var (phrase, length, last): (UInt64, Int, UInt64) = (0, 0, 0)
    FoldedWords.forEach(in: bytes, bytes.indices) { word in
      guard length < longest else { return }
      (phrase, length, last) = (FoldedWords.extend(phrase, by: word.hash), length + 1, word.hash)
    }
    return length > 0 ? (phrase, length, last) : nil
  }

  /// Visits every word of a record's runs for which `isSought` holds; phrases go on from run to run of one
  /// unit.
  ///
  /// - Parameter ends: only words with which one of these may end; nil for all.
  static func forEachWord(
    in facts: RecordFacts, longest: Int, endingAs ends: PhraseLengths? = nil,
    where isSought: (TextRun) -> Bool, _ body: (borrowing PhraseReader, TextRun) -> Void
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
        if let ends, !ends.mayEnd(with: word.hash) { return }
        body(reader, run)
      }
    }
  }

  /// Visits what is sought in what such runs read as beside their own bytes (``OtherReadings``).
  static func forEachOther(
    in facts: RecordFacts, _ looks: RunLooks, _ table: PhraseTable, _ lengths: PhraseLengths,
    where isSought: (TextRun) -> Bool, _ body: (_ tag: UInt8, TextRun) -> Void
  ) {
    OtherReadings.ofRuns(facts, looks, where: isSought) { reading in
      var isFound = false
      for number in reading.runs {
        var reader = PhraseReader(longest: lengths.longest)
        FoldedWords.forEach(in: reading.text.span, reading.text.indices) { word in
          reader.take(word)
          guard lengths.mayEnd(with: word.hash), let tag = reader.tag(in: table, lengths) else { return }
          isFound = true
          body(tag, facts.runs[number])
        }
      }
      return isFound
    }
  }
}
