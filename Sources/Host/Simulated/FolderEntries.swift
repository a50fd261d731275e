/// The names in a simulated folder and the nodes that they stand for, in order of name, so that whatever
/// walks a folder walks it alike in every process.
struct FolderEntries: Sendable {
  private(set) var all: [(name: FileName, node: Int)] = []

  var isEmpty: Bool { all.isEmpty }

  subscript(name: FileName) -> Int? {
    get {
      let at = place(of: name)
      return at < all.count && all[at].name == name ? all[at].node : nil
    }
    set {
      let at = place(of: name)
      let isThere = at < all.count && all[at].name == name
      switch newValue {
      case let node? where isThere: all[at].node = node
      case let node?: all.insert((name, node), at: at)
      case nil where isThere: all.remove(at: at)
      case nil: break
      }
    }
  }

  /// Where a name is, or would be.
  private func place(of name: FileName) -> Int {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].name < name { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
