internal import Records

/// Tells of the ends of a record's texts whether something that is sought may go on behind them; told once for
/// each, since several texts follow one.
struct RunBorders {
  private struct Told {
    var run = -1
    var cutsWord = false
    /// Where the automaton of the terms stands behind the text, a blank and all.
    var state: Int32 = 0
    var holdsPattern = false
  }
  private let arena: [UInt8]
  private let categories: CategorySet
  /// Held on to, since it is many arrays.
  private let terms: TermAutomaton
  /// The last ones, each at the place that its number says: what follows on a text stands near it.
  private var last = [Told](repeating: Told(), count: 64)

  init(_ facts: RecordFacts, _ categories: CategorySet) {
    (arena, self.categories, terms) = (facts.arena, categories, categories.terms)
  }

  mutating func mayGoOn(_ border: OtherReadings.Border) -> Bool {
    let text = self.arena
    let arena = text.span
    let place = (border.run &* 2 &+ (border.cutsWord ? 1 : 0)) & 63
    var told = last[place]
    if told.run != border.run || told.cutsWord != border.cutsWord {
      told = look(arena.extracting(border.head), border)
      last[place] = told
    }
    if told.holdsPattern { return true }
    if terms.mayGoOn(from: told.state, with: arena.extracting(border.tail)) { return true }
    // A pattern whose first byte is the last one here.
    guard let last = border.head.last else { return false }
    let next = border.cutsWord ? border.tail.first.map { arena[$0] } : 0x20
    return next.map { categories.patternMayBegin(in: arena, at: last, before: $0) } ?? false
  }

  private func look(_ head: Span<UInt8>, _ border: OtherReadings.Border) -> Told {
    var told = Told(run: border.run, cutsWord: border.cutsWord)
    told.state = terms.state(behind: head, isParted: !border.cutsWord)
    for at in head.indices.dropLast()
    where categories.patternMayBegin(in: head, at: at, before: head[at + 1]) {
      told.holdsPattern = true
      break
    }
    return told
  }
}
