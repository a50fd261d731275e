internal import Values

/// What stands before a name test in an XPath: refuses a step that no CDA document can take. Fed with the words of
/// ``CDAPathCheck`` in their order; what it cannot tell (a function, a variable axis) it lets pass.
struct CDAPathSteps {
  private enum Node: Equatable {
    case root, attribute, unknown
    case element(String)
  }
  private enum Link { case none, child, descendant }

  private var current = Node.unknown
  private var link = Link.none
  /// What relative paths start from, and where the path goes on after what is open.
  private var open: [(context: Node, after: Node)] = [(.unknown, .unknown)]

  private var context: Node { open.last?.context ?? .unknown }
  /// Where a step is taken from.
  private var from: Node { link == .none ? context : current }

  /// `/` or `//`; without a place before it, from the root.
  mutating func slash(isDouble: Bool, afterOperand: Bool) {
    if !afterOperand { current = .root }
    link = isDouble ? .descendant : .child
  }

  mutating func opens(predicate: Bool) {
    open.append(predicate ? (current, current) : (context, .unknown))
    (current, link) = (.unknown, .none)
  }

  mutating func closes() {
    if open.count > 1, let last = open.popLast() { current = last.after }
    link = .none
  }

  /// An operator or a comma: another path begins.
  mutating func ends() { (current, link) = (.unknown, .none) }

  /// A function, a literal, `..`.
  mutating func passesUnknown() { (current, link) = (.unknown, .none) }
  /// `.`
  mutating func stays() { (current, link) = (from, .none) }

  mutating func attribute(column: Int) throws(SelectorProblem) {
    guard from != .attribute else { throw Self.nothingBelow(column) }
    (current, link) = (.attribute, .none)
  }

  /// An element of CDA's own; nil for any, or one of SDTC.
  mutating func element(_ name: String?, axis: String?, column: Int) throws(SelectorProblem) {
    let before = from
    let isDeep = link == .descendant
    (current, link) = (name.map { .element($0) } ?? .unknown, .none)
    switch axis {
    case nil, "child", "descendant":
      guard before != .attribute else { throw Self.nothingBelow(column) }
      if !isDeep, axis != "descendant", let name { try refuse(name, in: before, column) }
    case "parent":
      if let name, case .element(let child) = before { try refuse(child, in: .element(name), column) }
    default: break
    }
  }

  /// `text()`, `node()` and the like.
  mutating func nodeTest(axis: String?, column: Int) throws(SelectorProblem) {
    if axis == nil, from == .attribute { throw Self.nothingBelow(column) }
    passesUnknown()
  }

  private func refuse(_ child: String, in parent: Node, _ column: Int) throws(SelectorProblem) {
    switch parent {
    case .unknown, .attribute: return
    case .root:
      guard child != "ClinicalDocument" else { return }
      throw SelectorProblem(
        column, "a document of CDA begins with hl7:ClinicalDocument; write //hl7:\(child)?")
    case .element(let name):
      let known = CDAVocabulary.children[name] ?? []
      guard !known.contains(child) else { return }
      let near = Nearest.word(to: child, of: known.sorted())
      throw SelectorProblem(
        column,
        "CDA has no element \"\(child)\" in \"\(name)\""
          + (near.map { "; did you mean \"\($0)\"?" } ?? "; // goes deeper than one step"))
    }
  }

  private static func nothingBelow(_ column: Int) -> SelectorProblem {
    SelectorProblem(column, "an attribute has nothing below it, so that this cannot match")
  }
}
