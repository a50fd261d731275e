package import Records
package import Values

/// What stood in a record and does not stand in what leaves of it, as numbers of its words and of each two
/// words in a row, folded as every search folds them (case, accents, look-alikes aside). Kept under a key of
/// the packet, it answers inside the house whether something was among what stayed behind.
package struct RemovedText: Sendable {
  /// Of how the numbers are made: an answer needs the same.
  package static let version = 1
  /// Numbers that are kept of one record; of more, the least ones, and it is said.
  package static let limit = 100_000

  /// In order, so that they tell nothing of the text's own.
  package let numbers: Sensitive<[UInt64]>
  package let isComplete: Bool

  /// - Parameter after: what leaves, read again; nil when nothing of the record leaves.
  package init(before: RecordFacts, after: RecordFacts?) {
    var removed = RemovedNumbers()
    removed.add(before: before, after: after)
    self.init(removed)
  }

  /// - Parameter removed: what is told of a record that was gone through part by part, and of all that is left of it.
  package init(_ removed: RemovedNumbers) {
    let all = removed.all
    isComplete = removed.isComplete && all.count <= Self.limit
    numbers = Sensitive(Array(all.prefix(Self.limit)))
  }

  /// The numbers that must all be there if a text stood in what stayed behind: of its one word, or of each
  /// two in a row. Empty when the text has no word.
  package static func asked(_ text: String) -> [UInt64] {
    let words = FoldedWords.words(of: text).map(\.hash)
    guard words.count > 1 else { return words.map { FoldedWords.phrase([$0]) } }
    return zip(words, words.dropFirst()).map { FoldedWords.phrase([$0, $1]) }
  }

  static func forEach(in facts: RecordFacts, _ body: (UInt64) -> Void) {
    PhraseReader.forEachWord(in: facts, longest: 2, where: { _ in true }) { reader, _ in
      for length in 1...2 {
        if let phrase = reader.phrase(ofLength: length) { body(phrase) }
      }
    }
  }
}
