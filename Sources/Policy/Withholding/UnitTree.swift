internal import Records

/// Which unit of a record holds which, and which can be taken out alone: all that is kept of the units of a record
/// that does not lie in memory.
struct UnitTree: Sendable {
  /// The parents of some units in a row.
  private struct Piece: Sendable {
    let first: Int
    let parents: [Int32]
  }

  /// One for each part: an array of all would be copied as it grows.
  private var pieces: [Piece] = []
  private var count = 0
  private var fixed: Set<Int> = []

  /// Takes in the units of a part; parts come in order, and unit 0 is the first one's.
  mutating func add(_ part: DraftPart) {
    let units = part.facts.units
    var parents: [Int32] = []
    parents.reserveCapacity(units.count)
    let first = count
    for number in units.indices where number > 0 || first == 0 {
      if !units[number].isRemovable { fixed.insert(first + parents.count) }
      parents.append(units[number].parent.map { Int32(clamping: part.whole(unit: $0)) } ?? -1)
    }
    count += parents.count
    pieces.append(Piece(first: first, parents: parents))
  }

  func holds(_ unit: Int) -> Bool { unit >= 0 && unit < count }

  /// nil for unit 0, and for what is no unit. A parent stands before its children; a tree that says otherwise is
  /// not trusted.
  func parent(_ unit: Int) -> Int? {
    guard holds(unit), let piece = piece(of: unit) else { return nil }
    let parent = Int(piece.parents[unit - piece.first])
    return parent >= 0 && parent < unit ? parent : nil
  }

  /// The last piece that begins at the unit or before it and is not empty.
  private func piece(of unit: Int) -> Piece? {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = low + (high - low) / 2
      if pieces[middle].first > unit { high = middle } else { low = middle + 1 }
    }
    guard low > 0, unit - pieces[low - 1].first < pieces[low - 1].parents.count else { return nil }
    return pieces[low - 1]
  }

  /// The smallest part that can be taken out and holds the unit; 0 is the whole record.
  func removable(_ unit: Int) -> Int {
    var at = unit
    while at > 0, at < count {
      if !fixed.contains(at) { return at }
      guard let parent = parent(at) else { return 0 }
      at = parent
    }
    return 0
  }
}
