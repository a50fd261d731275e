internal import Records

/// Which run of a record's arena holds a place: by binary search.
struct RunIndex: Sendable {
  private let facts: RecordFacts
  /// The runs by where they begin; nil where they stand so already, as every format appends them.
  private let order: [Int32]?

  init(_ facts: RecordFacts) {
    self.facts = facts
    var end = 0
    let isOrdered = facts.runs.allSatisfy { run in
      defer { end = run.range.upperBound }
      return run.range.lowerBound >= end && run.range.upperBound <= facts.arena.count && !run.range.isEmpty
    }
    order = isOrdered ? nil : Self.order(facts)
  }

  private static func order(_ facts: RecordFacts) -> [Int32] {
    let inside = facts.runs.indices.filter { number in
      let range = facts.runs[number].range
      return range.lowerBound >= 0 && range.upperBound <= facts.arena.count && !range.isEmpty
    }
    return inside.sorted { facts.runs[$0].range.lowerBound < facts.runs[$1].range.lowerBound }
      .map { Int32(truncatingIfNeeded: $0) }
  }

  private var count: Int { order?.count ?? facts.runs.count }
  private func number(_ place: Int) -> Int { order.map { Int($0[place]) } ?? place }

  /// The number of the run that holds a place of the arena.
  func run(at place: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if facts.runs[number(middle)].range.upperBound <= place { low = middle + 1 } else { high = middle }
    }
    guard low < count, facts.runs[number(low)].range.contains(place) else { return nil }
    return number(low)
  }

  /// The arena with the runs of one unit joined by a space, so that a term is found that a format's markup
  /// has parted; runs of different units stay apart by their 0x00.
  func joined(_ facts: RecordFacts) -> [UInt8] {
    var bytes = facts.arena
    guard count > 1 else { return bytes }
    for place in 1..<count {
      let (before, after) = (facts.runs[number(place - 1)], facts.runs[number(place)])
      guard before.unit == after.unit, before.range.upperBound < after.range.lowerBound else { continue }
      for index in before.range.upperBound..<after.range.lowerBound where bytes[index] == 0 {
        bytes[index] = 0x20
      }
    }
    return bytes
  }
}
