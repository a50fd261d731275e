/// The words of a text as ``TextFolding`` folds it, each as a number of 64 bits: a text of any size is
/// compared by words without being copied. Words of other scripts are compared as ``OtherLetters`` has them; one
/// that has letters of Latin beside those of Greek or Cyrillic is a Latin one in disguise.
enum FoldedWords {
  struct Word {
    var hash: UInt64
    var range: Range<Int>
    var letterCount: Int
    /// Of another script than Latin.
    var isForeign = false
  }

  /// Every word of a part of the bytes, in order. Of words in ASCII, which nearly all are, this loop is all that is
  /// done; in others each is read by ``forEachWide(in:_:_:)`` from its beginning.
  @inline(__always)
  static func forEach(in bytes: Span<UInt8>, _ range: Range<Int>, _ body: (Word) -> Void) {
    let table = TextFolding.ascii
    let ascii = table.span
    let upper = min(range.upperBound, bytes.count)
    var index = max(0, range.lowerBound)
    var open = OpenWord()
    while index < upper {
      let symbol = ascii[Int(bytes[index])]
      if symbol < TextFolding.wide {
        if let word = open.take(symbol, at: index) { body(word) }
        index += 1
      } else if symbol == TextFolding.wide {
        index = forEachWide(in: bytes, (open.isBetween ? index : open.start)..<upper, body)
        open.isBetween = true
      } else {
        index += 1
      }
    }
    if let word = open.take(TextFolding.end, at: upper) { body(word) }
  }

  /// The words up to the next sign of ASCII that is of none.
  ///
  /// - Returns: where it stands, or the end.
  @inline(never)
  private static func forEachWide(in bytes: Span<UInt8>, _ range: Range<Int>, _ body: (Word) -> Void) -> Int {
    let table = TextFolding.ascii
    let ascii = table.span
    let upper = range.upperBound
    var index = range.lowerBound
    var open = OpenWideWord()
    while index < upper {
      let symbol = ascii[Int(bytes[index])]
      if symbol < TextFolding.wide {
        if let word = open.take(symbol, at: index) { body(word) }
        guard TextFolding.isWord(symbol) else { return index }
        index += 1
        continue
      }
      guard symbol == TextFolding.wide else {
        index += 1
        continue
      }
      let step = TextFolding.step(bytes, at: index)
      let scalar = OtherLetters.scalar(bytes, index, step.length)
      if OtherLetters.mayBe(scalar, seenAs: step.first) {
        switch OtherLetters.kind(of: scalar) {
        case .none: break
        case .dropped:
          index += step.length
          continue
        case .letter(let letter):
          open.take(letter, seenAs: step.first, at: index)
          index += step.length
          continue
        case .syllable:
          if let word = open.take(TextFolding.space, at: index) { body(word) }
          body(syllable(scalar, index..<index + step.length))
          index += step.length
          continue
        }
      }
      if step.first != TextFolding.dropped, let word = open.take(step.first, at: index) { body(word) }
      if step.second != TextFolding.dropped, let word = open.take(step.second, at: index) { body(word) }
      index += step.length
    }
    if let word = open.take(TextFolding.end, at: upper) { body(word) }
    return upper
  }

  /// The word that is being read.
  private struct OpenWord {
    private var hash: UInt64 = 0
    private(set) var start = 0
    private var letters = 0
    var isBetween = true

    /// Takes a symbol in; the word that it ends, if it ends one.
    @inline(__always)
    mutating func take(_ symbol: UInt8, at place: Int) -> Word? {
      guard TextFolding.isWord(symbol) else {
        if isBetween { return nil }
        isBetween = true
        return Word(hash: hash, range: start..<place, letterCount: letters)
      }
      if isBetween { (hash, start, letters, isBetween) = (seed, place, 0, false) }
      hash = (hash ^ UInt64(symbol)) &* prime
      if symbol < 28 { letters += 1 }
      return nil
    }
  }

  /// One that may have letters of other scripts.
  private struct OpenWideWord {
    private var hash: UInt64 = 0
    private var start = 0
    private var letters = 0
    private var isBetween = true
    /// The word as another script's; 0 where it has no letter of one.
    private var foreign: UInt64 = 0
    private var foreignLetters = 0
    /// It has a letter that looks like none of Latin.
    private var isForeignOnly = false

    /// Takes a symbol in; the word that it ends, if it ends one.
    mutating func take(_ symbol: UInt8, at place: Int) -> Word? {
      guard TextFolding.isWord(symbol) else {
        if isBetween { return nil }
        isBetween = true
        let isForeign = foreign != 0 && (isForeignOnly || foreignLetters == letters)
        return Word(
          hash: isForeign ? foreign : hash, range: start..<place, letterCount: letters, isForeign: isForeign)
      }
      begin(at: place)
      hash = (hash ^ UInt64(symbol)) &* prime
      if foreign != 0 { foreign = (foreign ^ UInt64(symbol)) &* prime }
      if symbol < 28 { letters += 1 }
      return nil
    }

    /// Takes a letter of another script in.
    mutating func take(_ letter: UInt32, seenAs symbol: UInt8, at place: Int) {
      begin(at: place)
      if foreign == 0 { foreign = hash }
      foreign = (foreign ^ UInt64(letter)) &* prime
      letters += 1
      foreignLetters += 1
      if TextFolding.isWord(symbol) {
        hash = (hash ^ UInt64(symbol)) &* prime
      } else {
        isForeignOnly = true
      }
    }

    private mutating func begin(at place: Int) {
      guard isBetween else { return }
      (hash, start, letters, isBetween) = (seed, place, 0, false)
      (foreign, foreignLetters, isForeignOnly) = (0, 0, false)
    }
  }

  private static func syllable(_ scalar: UInt32, _ range: Range<Int>) -> Word {
    Word(hash: (seed ^ UInt64(scalar)) &* prime, range: range, letterCount: 1, isForeign: true)
  }

  static func words(of text: String) -> [Word] {
    let bytes = Array(text.utf8)
    var words: [Word] = []
    forEach(in: bytes.span, bytes.indices) { words.append($0) }
    return words
  }

  /// The number of a word that goes on with these ASCII letters.
  static func extended(_ word: UInt64, by letters: StaticString) -> UInt64 {
    letters.description.utf8.reduce(word) { ($0 ^ UInt64(TextFolding.ascii[Int($1)])) &* prime }
  }

  /// The number of a phrase, from those of its words.
  static func phrase(_ hashes: some Sequence<UInt64>) -> UInt64 {
    var phrase: UInt64 = 0
    for hash in hashes { phrase = extend(phrase, by: hash) }
    return phrase
  }
  static func extend(_ phrase: UInt64, by word: UInt64) -> UInt64 {
    var mixed = (phrase ^ word) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 29
    return mixed &+ 1
  }

  // FNV-1a, 64 bits.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01B3
}
