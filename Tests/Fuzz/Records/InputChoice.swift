import Records

/// Choices that follow from the input alone (SplitMix64 from its FNV-1a), so that a kept input fails again.
struct InputChoice {
  private var state: UInt64

  init(_ bytes: [UInt8]) {
    state = bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// From 0 below the bound; 0 when there is nothing to choose from.
  mutating func number(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return bound > 0 ? Int((z ^ (z >> 31)) % UInt64(bound)) : 0
  }

  /// A cut as the planner makes them: removable parts, and ranges of whole characters within one run each,
  /// in order, none overlapping.
  mutating func cut(_ facts: RecordFacts, units: Int, redactions: Int) -> Cut {
    let removable = facts.units.indices.filter { $0 > 0 && facts.units[$0].isRemovable }
    var cut = Cut()
    for _ in 0..<units where !removable.isEmpty {
      cut.units.insert(removable[number(below: removable.count)])
    }
    var end = 0
    let runs = (0..<redactions).map { _ in number(below: facts.runs.count) }.sorted()
    for run in runs where !facts.runs.isEmpty {
      // A header of HL7 v2 says how the rest is read (MSH-18): a mark there holds, as it should.
      guard !["MSH", "BHS", "FHS"].contains(facts.units[facts.runs[run].unit].type) else { continue }
      let range = facts.runs[run].range
      var low = range.lowerBound + number(below: range.count)
      var high = low + 1 + number(below: min(range.upperBound - low, 12))
      while low > range.lowerBound, facts.arena[low] & 0xC0 == 0x80 { low -= 1 }
      while high < range.upperBound, facts.arena[high] & 0xC0 == 0x80 { high += 1 }
      guard low >= end, high <= range.upperBound, low < high else { continue }
      cut.redactions.append(low..<high)
      end = high
    }
    return cut
  }
}
