internal import Records

/// Which run of a record's arena holds a place: by binary search.
struct RunIndex: Sendable {
  /// Runs by where they begin.
  private let ordered: [(range: Range<Int>, run: Int)]

  init(_ facts: RecordFacts) {
    var ordered: [(range: Range<Int>, run: Int)] = []
    ordered.reserveCapacity(facts.runs.count)
    var isOrdered = true
    for number in facts.runs.indices {
      let range = facts.runs[number].range
      guard range.lowerBound >= 0, range.upperBound <= facts.arena.count, !range.isEmpty else { continue }
      if let last = ordered.last, last.range.lowerBound > range.lowerBound { isOrdered = false }
      ordered.append((range, number))
    }
    // Formats append run after run; sorting again is for one that does not.
    if !isOrdered { ordered.sort { $0.range.lowerBound < $1.range.lowerBound } }
    self.ordered = ordered
  }

  /// The number of the run that holds a place of the arena.
  func run(at place: Int) -> Int? {
    var low = 0
    var high = ordered.count
    while low < high {
      let middle = low + (high - low) / 2
      if ordered[middle].range.upperBound <= place { low = middle + 1 } else { high = middle }
    }
    guard low < ordered.count, ordered[low].range.contains(place) else { return nil }
    return ordered[low].run
  }

  /// The arena with the runs of one unit joined by a space, so that a term is found that a format's markup
  /// has parted; runs of different units stay apart by their 0x00.
  func joined(_ facts: RecordFacts) -> [UInt8] {
    var bytes = facts.arena
    for place in ordered.indices.dropFirst() {
      let (before, after) = (ordered[place - 1], ordered[place])
      let at = before.range.upperBound
      guard at < after.range.lowerBound, facts.runs[before.run].unit == facts.runs[after.run].unit else {
        continue
      }
      for index in at..<after.range.lowerBound where bytes[index] == 0 { bytes[index] = 0x20 }
    }
    return bytes
  }
}
