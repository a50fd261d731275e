/// Which elements of two lists stand for each other, in the order of both: for lists that are alike but for what was
/// taken out or masked, however much that is.
///
/// Myers' difference takes time by the product of the lists' length and the number of changes, which is quadratic
/// where every line is masked. So elements that stand once in either list are laid beside each other first (the
/// longest run of them in the order of both, as in Cohen's patience diff), and only what lies between is compared, no
/// more than ``most`` elements at once.
package struct Alignment<Element: Hashable & Sendable>: Sendable {
  /// Of the first list, in order, what the second does not have at its place; and the other way round.
  package private(set) var gone: Set<Int> = []
  package private(set) var came: Set<Int> = []

  /// Elements that are compared each with each.
  private static var most: Int { 256 }
  /// How often what lies between two pairs is looked through for more of them.
  private static var deepest: Int { 8 }

  package init(_ old: [Element], _ new: [Element]) {
    align(old[...], new[...], depth: 0)
  }

  private mutating func align(_ old: ArraySlice<Element>, _ new: ArraySlice<Element>, depth: Int) {
    var (old, new) = (old, new)
    while let a = old.first, let b = new.first, a == b { (old, new) = (old.dropFirst(), new.dropFirst()) }
    while let a = old.last, let b = new.last, a == b { (old, new) = (old.dropLast(), new.dropLast()) }
    if old.isEmpty || new.isEmpty {
      gone.formUnion(old.indices)
      came.formUnion(new.indices)
    } else if old.count <= Self.most, new.count <= Self.most {
      compare(old, new)
    } else {
      let pairs = depth < Self.deepest ? Self.pairs(old, new) : []
      pairs.isEmpty ? alignBlocks(old, new) : split(old, new, at: pairs, depth)
    }
  }

  private mutating func compare(_ old: ArraySlice<Element>, _ new: ArraySlice<Element>) {
    for change in Array(new).difference(from: Array(old)) {
      switch change {
      case .remove(let offset, _, _): gone.insert(old.startIndex + offset)
      case .insert(let offset, _, _): came.insert(new.startIndex + offset)
      }
    }
  }

  private mutating func split(
    _ old: ArraySlice<Element>, _ new: ArraySlice<Element>, at pairs: [(old: Int, new: Int)], _ depth: Int
  ) {
    var (i, j) = (old.startIndex, new.startIndex)
    for pair in pairs {
      align(old[i..<pair.old], new[j..<pair.new], depth: depth + 1)
      (i, j) = (pair.old + 1, pair.new + 1)
    }
    align(old[i...], new[j...], depth: depth + 1)
  }

  /// Nothing stands once: what is as far from the beginning is compared.
  private mutating func alignBlocks(_ old: ArraySlice<Element>, _ new: ArraySlice<Element>) {
    var (old, new) = (old, new)
    while !old.isEmpty || !new.isEmpty {
      compare(old.prefix(Self.most), new.prefix(Self.most))
      (old, new) = (old.dropFirst(Self.most), new.dropFirst(Self.most))
    }
  }

  /// The longest list of elements that stand once in either list, in the order of both.
  private static func pairs(
    _ old: ArraySlice<Element>, _ new: ArraySlice<Element>
  ) -> [(old: Int, new: Int)] {
    let (before, after) = (single(old), single(new))
    let found = old.indices.compactMap { i in
      before[old[i]] == i ? after[old[i]].flatMap { $0 }.map { (old: i, new: $0) } : nil
    }
    // By the length of the list that ends there: the pair with the lowest place in the new list.
    var ends: [Int] = []
    var previous: [Int?] = []
    for (index, pair) in found.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if found[ends[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      previous.append(low > 0 ? ends[low - 1] : nil)
      if low < ends.count { ends[low] = index } else { ends.append(index) }
    }
    var longest: [(old: Int, new: Int)] = []
    var at = ends.last
    while let index = at {
      longest.append(found[index])
      at = previous[index]
    }
    return longest.reversed()
  }

  /// Where each element stands; nil for one that stands more than once.
  private static func single(_ list: ArraySlice<Element>) -> [Element: Int?] {
    var places: [Element: Int?] = [:]
    for index in list.indices {
      if places.updateValue(index, forKey: list[index]) != nil {
        places.updateValue(nil, forKey: list[index])
      }
    }
    return places
  }
}
