internal import XML

/// The steps of XPaths in one document, each with its position; `*[3]`, the third child element, where the name is
/// not to be shown.
struct XPathSteps {
  private let tree: XMLTree
  /// By node: its step, made for all children of an element at once.
  private var steps: [Int: String] = [:]

  init(_ tree: XMLTree) { self.tree = tree }

  /// - Parameter shownName: what a node is called, or the test of its kind; nil for a name that the format does not
  ///   have.
  mutating func path(to node: Int, _ shownName: (Int) -> String?) -> String {
    var path = ""
    var at = node
    while at >= 0 {
      path = "/" + step(at, shownName) + path
      at = Int(tree.nodes[at].parent)
    }
    return path
  }

  private mutating func step(_ node: Int, _ shownName: (Int) -> String?) -> String {
    if let known = steps[node] { return known }
    let parent = Int(tree.nodes[node].parent)
    var counts: [String: Int] = [:]
    var elements = 0
    var child = parent < 0 ? 0 : parent + 1
    let end = parent < 0 ? tree.nodes.count : Int(tree.nodes[parent].end)
    while child < end {
      let isElement = tree.nodes[child].kind == .element
      if isElement { elements += 1 }
      if let name = shownName(child) {
        counts[name, default: 0] += 1
        steps[child] = parent < 0 && isElement ? name : "\(name)[\(counts[name, default: 1])]"
      } else if isElement {
        steps[child] = "*[\(elements)]"
      }
      child = Int(tree.nodes[child].end)
    }
    return steps[node] ?? "*"
  }
}
