internal import XML

/// An element that a cut adds: of words of ours only, in the namespace of the element that holds it.
struct XMLNewElement {
  let name: StaticString
  var attributes: [(name: StaticString, value: StaticString)] = []
  var children: [XMLNewElement] = []

  init(
    _ name: StaticString, _ attributes: [(name: StaticString, value: StaticString)] = [],
    _ children: [XMLNewElement] = []
  ) {
    (self.name, self.attributes, self.children) = (name, attributes, children)
  }

  /// As it is written.
  ///
  /// - Parameter prefix: where the prefix of the element that holds it stands.
  func written(_ prefix: Range<Int>) -> [Replacement] {
    var parts: [Replacement] = [.fixed(StaticText("<")), .name(prefix), .fixed(StaticText(name))]
    for (name, value) in attributes {
      parts += [
        .fixed(StaticText(" ")), .fixed(StaticText(name)), .fixed(StaticText("=\"")),
        .fixed(StaticText(value)), .fixed(StaticText("\"")),
      ]
    }
    if children.isEmpty { return parts + [.fixed(StaticText("/>"))] }
    parts.append(.fixed(StaticText(">")))
    for child in children { parts += child.written(prefix) }
    return parts + [
      .fixed(StaticText("</")), .name(prefix), .fixed(StaticText(name)), .fixed(StaticText(">")),
    ]
  }

  /// Adds it to libxml2's tree.
  ///
  /// - Returns: false when there is no memory for it.
  func add(to holder: XMLNode, before next: XMLNode?) -> Bool {
    guard let node = holder.addElement(name, before: next) else { return false }
    for (name, value) in attributes { node.setAttribute(name, value) }
    return children.allSatisfy { $0.add(to: node, before: nil) }
  }
}
