internal import Records

/// Which units of a record are gone, with all that is within them: what ``RecordDraft/isGone(_:)`` tells of one,
/// kept for all.
struct GoneUnits {
  private let isWhole: Bool
  private var flags: [Bool]

  init(_ facts: RecordFacts, isWhole: Bool, _ withheld: Set<Int>) {
    self.isWhole = isWhole
    guard !isWhole, !withheld.isEmpty else {
      flags = []
      return
    }
    flags = Array(repeating: false, count: facts.units.count)
    for unit in withheld where flags.indices.contains(unit) { flags[unit] = true }
    // A parent stands before its children.
    for unit in flags.indices where !flags[unit] {
      if let parent = facts.units[unit].parent, parent < unit, parent >= 0 { flags[unit] = flags[parent] }
    }
  }

  func contains(_ unit: Int) -> Bool { isWhole || unit >= 0 && unit < flags.count && flags[unit] }
}
