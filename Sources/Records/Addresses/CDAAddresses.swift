internal import Values
internal import XML

/// Addresses in a CDA document: XPath with a position at each step, in the prefixes of ``CDAPath``, so that one
/// can be written into a site rule as it stands.
///
/// Only names that CDA has are written: `*[3]` is the third child element, whatever its name says. An attribute
/// that CDA does not have is given by its element.
struct CDAAddresses {
  private let tree: CDATree
  private let outline: CDAOutline
  private let record: Int
  private var steps: XPathSteps

  init(_ tree: CDATree, _ outline: CDAOutline, record: Int) {
    (self.tree, self.outline, self.record) = (tree, outline, record)
    steps = XPathSteps(tree.xml)
  }

  consuming func places(of parts: [CutPart]) -> [Place] {
    var places: [Place] = []
    for part in parts { places.append(place(of: part)) }
    return places
  }

  private mutating func place(of part: CutPart) -> Place {
    switch part {
    case .unit(let unit):
      guard unit > 0, outline.spans.indices.contains(unit) else { break }
      let node = outline.spans[unit].nodes.lowerBound
      return Place(record: record, path: PlainText(ours: path(to: node)), line: tree.line(node))
    case .text(let at):
      guard let source = outline.source(at: at) else { break }
      var path = path(to: tree.isElement(source.node) ? source.node : max(0, tree.parent(source.node)))
      if let attribute = source.attribute, let name = shownName(ofAttribute: attribute) {
        path += "/@" + name
      }
      return Place(record: record, path: PlainText(ours: path), line: tree.line(source.node))
    case .value: break
    }
    return Place(record: record)
  }

  private mutating func path(to node: Int) -> String {
    steps.path(to: node) { [tree] in Self.shownName($0, in: tree) }
  }

  /// nil for an element that CDA does not have.
  private static func shownName(_ node: Int, in tree: CDATree) -> String? {
    switch tree.kind(node) {
    case .text: return "text()"
    case .comment: return "comment()"
    case .instruction: return "processing-instruction()"
    case .element:
      let (name, space) = (tree.xml.names[Int(tree.xml.nodes[node].name)], tree.xml.nodes[node].space)
      if space == CDAName.hl7, CDAVocabulary.elements.contains(name) { return "hl7:" + name }
      if space == CDAName.sdtc, CDAVocabulary.extensions.contains(name) { return "sdtc:" + name }
      return nil
    }
  }

  private func shownName(ofAttribute attribute: Int) -> String? {
    let (name, space) = (tree.xml.attributes[attribute].name, tree.xml.attributes[attribute].space)
    let text = tree.xml.names[Int(name)]
    if space == CDAName.instances { return ["type", "nil"].contains(text) ? "xsi:" + text : nil }
    guard space < 0, CDAVocabulary.attributes.contains(text) else { return nil }
    return text
  }
}
