internal import Records

/// Finds the runs of a record that have the same text: records say the same few things again and again.
///
/// An open table of run numbers. Texts are compared byte by byte, and one that finds no place within a few steps
/// counts as another one, so that texts that are chosen to collide cost no time.
struct RunTexts {
  private let facts: RecordFacts
  private var slots: [Int32]
  private let mask: Int
  private static let steps = 8

  init(_ facts: RecordFacts) {
    self.facts = facts
    var capacity = 64
    while capacity < min(facts.runs.count, 1 << 16) { capacity *= 2 }
    slots = Array(repeating: -1, count: capacity)
    mask = capacity - 1
  }

  /// The first run, of those asked about so far, that has the text and the kind of this one.
  mutating func first(_ number: Int) -> Int32 {
    let own = Int32(truncatingIfNeeded: number)
    let arena = facts.arena
    let span = arena.span
    let range = facts.runs[number].range.clamped(to: span.indices)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for at in range { hash = (hash ^ UInt64(span[at])) &* 0x0000_0100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    for _ in 0..<Self.steps {
      let known = slots[slot]
      guard known >= 0 else {
        slots[slot] = own
        return own
      }
      if isSame(Int(known), number, range, span) { return known }
      slot = (slot + 1) & mask
    }
    return own
  }

  private func isSame(_ known: Int, _ number: Int, _ range: Range<Int>, _ span: Span<UInt8>) -> Bool {
    let other = facts.runs[known].range.clamped(to: span.indices)
    guard other.count == range.count, facts.runs[known].kind == facts.runs[number].kind else { return false }
    for at in 0..<range.count where span[range.lowerBound &+ at] != span[other.lowerBound &+ at] {
      return false
    }
    return true
  }
}
