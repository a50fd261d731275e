internal import JSON

/// A document's values with the way up, which its nodes do not have.
struct FHIRTree {
  let document: JSONDocument
  private let parents: [Int32]

  init(_ document: JSONDocument) {
    self.document = document
    var parents = [Int32](repeating: -1, count: document.count)
    var open: [(node: Int, end: Int)] = []
    for node in 0..<document.count {
      while let last = open.last, node >= last.end { open.removeLast() }
      if let last = open.last { parents[node] = Int32(truncatingIfNeeded: last.node) }
      let end = document.subtreeEnd(node)
      if end > node + 1 { open.append((node, end)) }
    }
    self.parents = parents
  }

  /// The container that a value lies in; nil for a root.
  func parent(_ node: Int) -> Int? { parents[node] < 0 ? nil : Int(parents[node]) }

  /// The object of which a value is a member, itself or within an array; nil for a root.
  func owner(_ node: Int) -> Int? {
    guard let parent = parent(node) else { return nil }
    return document.kind(parent) == .array ? self.parent(parent) : parent
  }

  func isElement(_ node: Int) -> Bool { parent(node).map { document.kind($0) == .array } ?? false }

  /// The name of a member, or of the array that an element is in; empty for a root.
  func name(_ node: Int) -> String {
    let named = isElement(node) ? parent(node) ?? node : node
    return document.keyText(named).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The containers of a value, nearest first, itself not counted.
  func ancestors(_ node: Int) -> [Int] {
    var found: [Int] = []
    var at = parent(node)
    while let next = at {
      found.append(next)
      at = parent(next)
    }
    return found
  }

  /// The elements of a member that is an array; none if it is not.
  func elements(_ object: Int, _ name: String) -> [Int] {
    guard let array = document.member(object, name), document.kind(array) == .array else { return [] }
    return Array(document.children(array))
  }
}
