internal import Records

/// Which units of a part of a record are gone, with all that is within them: what ``RecordDraft/isGone(_:)`` tells
/// of one, kept for all, by the part's own numbers.
struct GoneUnits {
  private let isWhole: Bool
  private var flags: [Bool] = []

  init(_ part: DraftPart, isWhole: Bool, _ withheld: Set<Int>) {
    self.isWhole = isWhole
    guard !isWhole, !withheld.isEmpty else { return }
    let units = part.facts.units
    flags = units.indices.map { withheld.contains(part.whole(unit: $0)) }
    // A parent stands before its children.
    for unit in flags.indices where !flags[unit] {
      if let parent = units[unit].parent, parent < unit, parent >= 0 { flags[unit] = flags[parent] }
    }
  }

  func contains(_ unit: Int) -> Bool { isWhole || unit >= 0 && unit < flags.count && flags[unit] }
}
