internal import XML

extension XMLChanges {
  /// Carries the changes out on libxml2's tree of the same document.
  ///
  /// - Throws: `memory`, where libxml2 has none for an element that is added.
  func apply(to nodes: XMLNodes, of tree: XMLTree) throws(XMLError) {
    for (node, parts) in texts { nodes[node].setText(edited(tree.range(ofText: node), parts, tree)) }
    for (attribute, value) in values {
      let (name, space) = tree.name(ofAttribute: attribute)
      nodes[value.element].replaceAttribute(
        name, namespace: space, with: edited(tree.range(ofAttribute: attribute), value.parts, tree))
    }
    for (attribute, element) in removedAttributes {
      let (name, space) = tree.name(ofAttribute: attribute)
      nodes[element].removeAttribute(name, namespace: space)
    }
    for element in masked { nodes[element].setAttribute("nullFlavor", "MSK") }
    for (attribute, value) in counts {
      let (name, space) = tree.name(ofAttribute: attribute)
      nodes[value.element].replaceAttribute(name, namespace: space, with: String(value.count))
    }
    for (element, content) in contents {
      switch content {
      case .text(let text): nodes[element].replaceContent(with: String(decoding: text.bytes, as: UTF8.self))
      case .element(let new):
        nodes[element].replaceContent(with: "")
        guard new.add(to: nodes[element], before: nil) else { throw XMLError(.memory) }
      }
    }
    for addition in additions {
      guard addition.element.add(to: nodes[addition.holder], before: addition.next.map { nodes[$0] }) else {
        throw XMLError(.memory)
      }
    }
    for node in removed { nodes[node].remove() }
  }

  private func edited(_ range: Range<Int>, _ parts: [Part], _ tree: XMLTree) -> String {
    let text = tree.text[range]
    var result: [UInt8] = []
    var copied = text.startIndex
    for part in Self.settled(parts, in: text.span) {
      result.append(contentsOf: text[copied..<text.startIndex + part.range.lowerBound])
      if part.isMarked { result.append(contentsOf: Self.mark) }
      copied = text.startIndex + part.range.upperBound
    }
    result.append(contentsOf: text[copied...])
    return String(decoding: result, as: UTF8.self)
  }
}
