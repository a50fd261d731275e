internal import Records

/// Which run of a record's arena holds a place: by binary search.
struct RunIndex: Sendable {
  /// Runs by where they begin.
  private let ordered: [(range: Range<Int>, run: Int)]

  init(_ facts: RecordFacts) {
    let bounds = 0..<facts.arena.count
    var ordered = facts.runs.enumerated().compactMap { number, run in
      run.range.clamped(to: bounds) == run.range && !run.range.isEmpty ? (range: run.range, run: number) : nil
    }
    // Formats append run after run; sorting again is for one that does not.
    if zip(ordered, ordered.dropFirst()).contains(where: { $0.range.lowerBound > $1.range.lowerBound }) {
      ordered.sort { $0.range.lowerBound < $1.range.lowerBound }
    }
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
    for (before, after) in zip(ordered, ordered.dropFirst()) {
      let at = before.range.upperBound
      guard at < after.range.lowerBound, facts.runs[before.run].unit == facts.runs[after.run].unit else {
        continue
      }
      for index in at..<after.range.lowerBound where bytes[index] == 0 { bytes[index] = 0x20 }
    }
    return bytes
  }
}
