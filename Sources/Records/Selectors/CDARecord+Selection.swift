package import Values
internal import XML

/// From an XPath to what can be cut of a clinical document.
extension CDARecord {
  /// Operations that each node of a document may cost: paths as they are written need a few.
  private static let operationsPerNode = 50

  /// The document is read once, whatever number of selectors there is.
  package func selected(by uses: [SelectorUse]) throws(PacketError) -> [Selection] {
    let isAsked = uses.contains { use in
      if case .cda = use.selector { true } else { false }
    }
    guard isAsked else { return uses.map { _ in Selection() } }
    let (tree, outline) = try outlined()
    let document: XMLDocument
    do throws(XMLError) {
      document = try XMLDocument(parsing: bytes, limits: limits)
    } catch {
      throw Self.held(error, number)
    }
    var numbers: [Int: Int] = [:]
    for (number, node) in document.nodesInOrder.enumerated() { numbers[node.identity] = number }
    guard numbers.count == tree.count else { throw Self.held(XMLError(.syntax(0)), number) }
    return try uses.map { use throws(PacketError) in
      guard case .cda(let path) = use.selector else { return Selection() }
      let matches = try use.named { () throws(PacketError) -> [XPath.Match] in
        try self.matches(of: path, in: document, nodes: tree.count)
      }
      return CDAFound(matches, numbers, tree).selection(use.action, tree, outline)
    }
  }

  private func matches(
    of path: CDAPath, in document: XMLDocument, nodes: Int
  ) throws(PacketError) -> [XPath.Match] {
    do throws(XPath.Failure) {
      return try path.xpath.matches(in: document, operations: 1_000_000 + nodes * Self.operationsPerNode)
    } catch  where error.problem == .operations {
      throw .selectorLimit(number)
    } catch {
      throw PacketError(
        "site.unread", .hold, at: Place(record: number), "a site rule's XPath cannot be evaluated here",
        remedy: "look at the record and decide, or mend the rule")
    }
  }
}

/// What an XPath found, by the numbers of the document's nodes.
private struct CDAFound {
  private var nodes: Set<Int> = []
  /// Nodes and their attributes by number.
  private var attributes: Set<Int> = []
  private var owners: [Int: Int] = [:]
  /// The document itself, `/`.
  private var isWhole = false

  init(_ matches: [XPath.Match], _ numbers: [Int: Int], _ tree: CDATree) {
    for match in matches {
      switch match {
      case .document: isWhole = true
      case .node(let node): if let number = numbers[node.identity] { nodes.insert(number) }
      case .attribute(let owner, let name, let namespace):
        guard let number = numbers[owner.identity] else { continue }
        for attribute in tree.attributes(number) where tree.isNamed(attribute, name, namespace) {
          attributes.insert(attribute)
          owners[attribute] = number
        }
      }
    }
  }

  func selection(_ action: SelectorAction, _ tree: CDATree, _ outline: CDAOutline) -> Selection {
    if isWhole { return Selection(units: [0]) }
    switch action {
    case .withhold:
      let units = CDAUnits(outline)
      return Selection(units: Set(nodes.union(owners.values).map { units.holding($0) }))
    case .redact: return redaction(tree, outline)
    }
  }

  private func redaction(_ tree: CDATree, _ outline: CDAOutline) -> Selection {
    var selection = Selection()
    var isWithin = [Bool](repeating: false, count: tree.count)
    for node in nodes { for inner in node..<tree.end(node) { isWithin[inner] = true } }
    var left = attributes
    for source in outline.sources {
      let isNamed = source.attribute.map(attributes.contains) ?? false
      guard isNamed || isWithin[source.node], !tree.isMasked(source) else { continue }
      if let attribute = source.attribute { left.remove(attribute) }
      selection.redactions.append(source.arena)
    }
    // What CDA's own grammar says, and data that is not looked into, have no text to mark.
    let units = CDAUnits(outline)
    for attribute in left where !tree.range(ofAttribute: attribute).isEmpty {
      if let owner = owners[attribute] { selection.units.insert(units.holding(owner)) }
    }
    let decoded = Set(outline.decoded.map(\.unit))
    for (number, unit) in outline.units.enumerated()
    where unit.kind == .attachment && (!unit.isKnown || decoded.contains(number)) {
      if isWithin[outline.spans[number].nodes.lowerBound] { selection.units.insert(number) }
    }
    for node in nodes where tree.isEncoded(node) { selection.units.insert(units.holding(node)) }
    return selection
  }
}

/// Which unit a node of the document is in.
private struct CDAUnits {
  private let outline: CDAOutline
  /// Where each unit's nodes begin, in order; several may begin together.
  private let starts: [(node: Int, unit: Int)]

  init(_ outline: CDAOutline) {
    self.outline = outline
    starts = outline.spans.indices.map { (outline.spans[$0].nodes.lowerBound, $0) }
      .sorted { ($0.node, $0.unit) < ($1.node, $1.unit) }
  }

  /// The innermost one.
  func holding(_ node: Int) -> Int {
    let next = FHIRContents.firstIndex(starts.count) { starts[$0].node > node }
    guard next > 0 else { return 0 }
    var unit = starts[next - 1].unit
    while unit > 0, !outline.spans[unit].nodes.contains(node) { unit = outline.units[unit].parent ?? 0 }
    return unit
  }
}
