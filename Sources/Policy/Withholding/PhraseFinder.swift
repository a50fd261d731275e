internal import Records

/// Finds the phrases of a table in text, and where each of their words stands.
enum PhraseFinder {
  /// In the runs of a record; phrases go on from run to run of one unit. Of several that end at one word the
  /// longest counts.
  static func forEach(
    in facts: RecordFacts, _ table: PhraseTable, _ lengths: PhraseLengths, gaps: NameGaps = NameGaps(),
    _ body: (UInt64, [KnownIdentities.Found]) -> Void
  ) {
    guard table.count > 0 else { return }
    var window = Window(lengths, gaps)
    var unit = -1
    let span = facts.arena.span
    for (number, run) in facts.runs.enumerated() {
      if run.unit != unit { window.reset() }
      unit = run.unit
      FoldedWords.forEach(in: span, run.range.clamped(to: span.indices)) { word in
        if let length = window.take(word, run: number, table) {
          body(window.phrase(length), window.last(length))
        } else if gaps.mayEnd(with: word.hash), let words = window.gapped(in: facts.arena, gaps) {
          body(word.hash, words)
        }
      }
    }
  }

  /// In a text by itself.
  static func forEach(
    in text: [UInt8], _ table: PhraseTable, _ lengths: PhraseLengths, _ body: (UInt64, Range<Int>) -> Void
  ) {
    var window = Window(lengths)
    forEach(in: text, table, &window, body)
  }

  private static func forEach(
    in text: [UInt8], _ table: PhraseTable, _ window: inout Window, _ body: (UInt64, Range<Int>) -> Void
  ) {
    window.reset()
    FoldedWords.forEach(in: text.span, text.indices) { word in
      guard let length = window.take(word, run: 0, table) else { return }
      let words = window.last(length)
      guard let first = words.first, let last = words.last else { return }
      body(window.phrase(length), first.range.lowerBound..<last.range.upperBound)
    }
  }

  /// Over the border of two runs that go on in one another (``OtherReadings``): what stands on either side.
  static func forEachAcross(
    in facts: RecordFacts, _ table: PhraseTable, _ lengths: PhraseLengths,
    _ body: (UInt64, [KnownIdentities.Found]) -> Void
  ) {
    guard table.count > 0 else { return }
    var ends = PhraseEnds(facts, lengths)
    // One for all borders: there are as many as texts, and nearly none has a phrase over it.
    var window = Window(lengths)
    let runs = facts.runs
    OtherReadings.acrossRuns(facts, { ends.mayGoOn($0) }) { reading in
      guard reading.runs.count == 2, let joint = reading.joint else { return }
      forEach(in: reading.text, table, &window) { phrase, range in
        guard reading.isNew(range) else { return }
        body(phrase, ranges(of: range, reading, joint, runs))
      }
    }
  }

  private static func ranges(
    of range: Range<Int>, _ reading: OtherReadings.Reading, _ joint: Int, _ runs: [TextRun]
  ) -> [KnownIdentities.Found] {
    let (from, to) = (reading.runs[0], reading.runs[1])
    let (head, tail) = (runs[from].range, runs[to].range)
    // The reading has the last bytes of the one, perhaps without its hyphen, and the first of the other.
    let start = head.upperBound - min(OtherReadings.reach, head.count)
    let gap = reading.cutsWord ? 0 : 1
    return [
      KnownIdentities.Found(run: from, range: start + range.lowerBound..<head.upperBound),
      KnownIdentities.Found(
        run: to, range: tail.lowerBound..<tail.lowerBound + max(0, range.upperBound - joint - gap)),
    ].filter { !$0.range.isEmpty }
  }

  /// Tells of a border whether a phrase may stand over it, so that nearly no texts are joined: it ends with a word
  /// of the text that follows, or with the one that the border cuts.
  private struct PhraseEnds {
    private let arena: [UInt8]
    private let lengths: PhraseLengths
    /// Of the last text that was asked for: several follow one.
    private var told: (start: Int, mayEnd: Bool) = (-1, false)
    /// No word of a phrase is longer.
    private let reach = 64
    /// The word that a border cuts, while it is looked at.
    private var word: [UInt8] = []

    init(_ facts: RecordFacts, _ lengths: PhraseLengths) { (arena, self.lengths) = (facts.arena, lengths) }

    mutating func mayGoOn(_ border: OtherReadings.Border) -> Bool {
      if told.start != border.tail.lowerBound {
        told = (border.tail.lowerBound, mayEnd(in: arena, border.tail))
      }
      return told.mayEnd || border.cutsWord && cutWordMayEnd(border)
    }

    private mutating func cutWordMayEnd(_ border: OtherReadings.Border) -> Bool {
      var (from, to) = (border.head.upperBound, border.tail.lowerBound)
      let (first, last) = (max(border.head.lowerBound, from - reach), min(border.tail.upperBound, to + reach))
      while from > first, Self.isOfWord(arena[from - 1]) { from -= 1 }
      while to < last, Self.isOfWord(arena[to]) { to += 1 }
      word.removeAll(keepingCapacity: true)
      word.append(contentsOf: arena[from..<border.head.upperBound])
      word.append(contentsOf: arena[border.tail.lowerBound..<to])
      return mayEnd(in: word, word.indices)
    }

    private static func isOfWord(_ byte: UInt8) -> Bool { byte >= 0x80 || WordReadings.isWord(byte) }

    private func mayEnd(in text: [UInt8], _ range: Range<Int>) -> Bool {
      var mayEnd = false
      FoldedWords.forEach(in: text.span, range) { word in
        if lengths.mayEnd(with: word.hash) { mayEnd = true }
      }
      return mayEnd
    }
  }

  /// The last words that were read.
  private struct Window {
    private var reader: PhraseReader
    private let lengths: PhraseLengths
    private let longest: Int
    private var words: [KnownIdentities.Found] = []
    private var count = 0

    init(_ lengths: PhraseLengths, _ gaps: NameGaps = NameGaps()) {
      self.lengths = lengths
      longest = max(gaps.count > 0 ? NameGaps.most + 2 : 1, lengths.longest)
      reader = PhraseReader(longest: longest)
      words = Array(repeating: KnownIdentities.Found(run: 0, range: 0..<0), count: longest)
    }

    mutating func reset() {
      reader.reset()
      count = 0
    }

    /// Takes a word in; the length of the longest phrase that ends with it.
    mutating func take(_ word: FoldedWords.Word, run: Int, _ table: PhraseTable) -> Int? {
      reader.take(word)
      words[count % longest] = KnownIdentities.Found(run: run, range: word.range)
      count += 1
      for length in (1...longest).reversed() where lengths.contains(length) {
        if let phrase = reader.phrase(ofLength: length), table.tag(phrase) != nil { return length }
      }
      return nil
    }

    /// The last words, of a given name, what stands between, and a family name.
    func gapped(in arena: [UInt8], _ gaps: NameGaps) -> [KnownIdentities.Found]? {
      for length in 3...NameGaps.most + 2 where length <= count {
        let words = last(length)
        guard let first = words.first, let family = words.last, first.run == family.run,
          let given = reader.word(back: length - 1), gaps.contains(given, reader.lastWord),
          NameGaps.isOfName(
            arena[first.range.lowerBound..<family.range.upperBound], given: first.range, family: family.range)
        else { continue }
        return words
      }
      return nil
    }

    func phrase(_ length: Int) -> UInt64 { reader.phrase(ofLength: length) ?? 0 }

    func last(_ length: Int) -> [KnownIdentities.Found] {
      (max(0, count - length)..<count).map { words[$0 % longest] }
    }
  }
}
