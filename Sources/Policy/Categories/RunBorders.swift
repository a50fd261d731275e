internal import Records

/// Tells of the ends of a record's texts whether something that is sought may go on behind them; told once for
/// each, since several texts follow one.
struct RunBorders {
  private let facts: RecordFacts
  private let categories: CategorySet
  /// By run, for what follows behind a blank and for what cuts a word: not told yet, no, or yes.
  private var told: [(parted: Bool?, cut: Bool?)]

  init(_ facts: RecordFacts, _ categories: CategorySet) {
    (self.facts, self.categories) = (facts, categories)
    told = Array(repeating: (nil, nil), count: facts.runs.count)
  }

  mutating func mayGoOn(_ border: OtherReadings.Border) -> Bool {
    let known = border.cutsWord ? told[border.run].cut : told[border.run].parted
    let answer = known ?? look(border)
    if border.cutsWord { told[border.run].cut = answer } else { told[border.run].parted = answer }
    if answer { return true }
    // A pattern whose first byte is the last one here.
    let bytes = facts.arena.span.extracting(border.head)
    guard let last = bytes.indices.last else { return false }
    return categories.patternMayBegin(in: bytes, at: last, before: border.next)
  }

  private func look(_ border: OtherReadings.Border) -> Bool {
    let bytes = facts.arena.span.extracting(border.head)
    if categories.terms.mayGoOn(behind: bytes, isParted: !border.cutsWord) { return true }
    for at in bytes.indices.dropLast()
    where categories.patternMayBegin(in: bytes, at: at, before: bytes[at + 1]) {
      return true
    }
    return false
  }
}
