/// A document read into flat arrays, in document order: for formats that look at every node of large records.
///
/// libxml2's own tree costs an allocation a node and cannot be `Sendable`; this one is a few arrays filled
/// straight from its parser. A node is an index. Its subtree is the range `node ..< end(node)`, so that the
/// next sibling of a node is its `end`, and the whole document can be walked without recursion:
///
///     <a x="1">T<b/></a>      0 element a  end 3   attributes 0..<1
///                             1 text "T"   end 2   parent 0
///                             2 element b  end 3   parent 0
///
/// Numbers are those of ``XMLDocument/nodesInOrder`` and of ``XMLPlacedTree`` of the same bytes, so that what was
/// found here can be edited there.
package struct XMLTree: Sendable {
  package struct Node: Sendable {
    package enum Kind: UInt8, Sendable { case element, text, comment, instruction }
    package var kind: Kind
    /// Index into ``names`` (local name, or target of an instruction); -1 for text and comments.
    package var name: Int32
    /// Index into ``spaces``; -1 for none.
    package var space: Int32
    /// From 1.
    package var line: Int32
    /// -1 for the outermost element and what stands beside it.
    package var parent: Int32
    package var end: Int32
    /// Of an element: its attributes. Of others: their text in ``text``.
    package var start: UInt32
    package var count: UInt32
  }

  package struct Attribute: Sendable {
    package var name: Int32
    package var space: Int32
    /// The value in ``text``, decoded.
    package var start: UInt32
    package var count: UInt32
  }

  package internal(set) var nodes: [Node] = []
  package internal(set) var attributes: [Attribute] = []
  /// All text and attribute values, decoded to UTF-8, with other bytes among them.
  package internal(set) var text: [UInt8] = []
  /// Local names: first those of the vocabulary in its order, then others as they were met.
  package internal(set) var names: [String] = []
  /// Namespaces, likewise.
  package internal(set) var spaces: [String] = []
  /// Every prefix and namespace that is declared, each once.
  package internal(set) var declared: [String] = []

  /// An element's attributes.
  @inlinable package func attributes(of node: Int) -> Range<Int> {
    guard case .element = nodes[node].kind else { return 0..<0 }
    let start = Int(nodes[node].start)
    return start..<start + Int(nodes[node].count)
  }

  /// Where the value of an attribute lies in ``text``.
  @inlinable package func range(ofAttribute attribute: Int) -> Range<Int> {
    let start = Int(attributes[attribute].start)
    return start..<start + Int(attributes[attribute].count)
  }

  /// Where a text, comment or instruction lies in ``text``; an element has none of its own.
  @inlinable package func range(ofText node: Int) -> Range<Int> {
    if case .element = nodes[node].kind { return 0..<0 }
    let start = Int(nodes[node].start)
    return start..<start + Int(nodes[node].count)
  }

  /// Local name and namespace.
  @inlinable package func name(ofAttribute attribute: Int) -> (name: String, namespace: String?) {
    let (name, space) = (attributes[attribute].name, attributes[attribute].space)
    return (names[Int(name)], space >= 0 ? spaces[Int(space)] : nil)
  }
}
