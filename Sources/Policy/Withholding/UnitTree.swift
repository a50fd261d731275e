internal import Records

/// Which unit of a record holds which, and which can be taken out alone: all that is kept of the units of a record
/// that does not lie in memory.
struct UnitTree: Sendable {
  private var parents: [Int32] = []
  private var fixed: Set<Int> = []

  /// Takes in the units of a part; parts come in order, and unit 0 is the first one's.
  mutating func add(_ part: DraftPart) {
    let units = part.facts.units
    for number in units.indices where number > 0 || parents.isEmpty {
      if !units[number].isRemovable { fixed.insert(parents.count) }
      parents.append(units[number].parent.map { Int32(clamping: part.whole(unit: $0)) } ?? -1)
    }
  }

  func holds(_ unit: Int) -> Bool { unit >= 0 && unit < parents.count }

  /// nil for unit 0, and for what is no unit. A parent stands before its children; a tree that says otherwise is
  /// not trusted.
  func parent(_ unit: Int) -> Int? {
    guard holds(unit) else { return nil }
    let parent = Int(parents[unit])
    return parent >= 0 && parent < unit ? parent : nil
  }

  /// The smallest part that can be taken out and holds the unit; 0 is the whole record.
  func removable(_ unit: Int) -> Int {
    var at = unit
    while at > 0, at < parents.count {
      if !fixed.contains(at) { return at }
      guard let parent = parent(at) else { return 0 }
      at = parent
    }
    return 0
  }
}
