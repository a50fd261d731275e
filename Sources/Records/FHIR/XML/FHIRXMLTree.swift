internal import Values
internal import XML

/// A record's XML as the reader of FHIR asks of it.
struct FHIRXMLTree: Sendable {
  let xml: XMLTree
  let record: Int

  private static let names = ["value", "id", "url", "div", "text", "extension", "modifierExtension"]
  private static let value: Int32 = 0
  private static let id: Int32 = 1
  private static let url: Int32 = 2
  private static let div: Int32 = 3
  private static let text: Int32 = 4
  private static let extensionName: Int32 = 5
  private static let modifierExtension: Int32 = 6

  private static let spaces = [
    "http://hl7.org/fhir", "http://www.w3.org/1999/xhtml", "http://www.w3.org/2001/XMLSchema-instance",
    "http://www.w3.org/XML/1998/namespace",
  ]
  private static let fhir: Int32 = 0
  private static let xhtml: Int32 = 1
  private static let instances: Int32 = 2
  private static let ofXML: Int32 = 3

  /// - Throws: a hold: `fhir.xml.syntax`, `fhir.xml.doctype`, `fhir.xml.encoding`, `fhir.xml.limit`.
  init(parsing bytes: [UInt8], record: Int, limits: Limits) throws(PacketError) {
    self.record = record
    do throws(XMLError) {
      xml = try XMLTree(parsing: bytes, limits: limits, names: Self.names, spaces: Self.spaces)
    } catch {
      throw FHIRXMLProblem.of(error, record: record)
    }
  }

  init(_ xml: XMLTree, record: Int) { (self.xml, self.record) = (xml, record) }

  /// The same document with the places of its parts, if that is what is in these bytes.
  static func placed(_ bytes: [UInt8], _ fingerprint: UInt64) -> XMLPlacedTree? {
    guard let placed = XMLPlacedTree(rescanning: bytes, names: names, spaces: spaces),
      placed.tree.fingerprint == fingerprint
    else { return nil }
    return placed
  }

  var count: Int { xml.nodes.count }
  /// The outermost element; nil in a tree without one.
  var root: Int? { xml.nodes.indices.first { isElement($0) } }
  func kind(_ node: Int) -> XMLTree.Node.Kind { xml.nodes[node].kind }
  func end(_ node: Int) -> Int { Int(xml.nodes[node].end) }
  func line(_ node: Int) -> Int { Int(xml.nodes[node].line) }
  /// -1 for none.
  func parent(_ node: Int) -> Int { Int(xml.nodes[node].parent) }
  func place(_ node: Int) -> Place { Place(record: record, line: line(node)) }

  /// The number of an element's local name; those of one tree differ where the names do.
  func nameNumber(_ node: Int) -> Int { Int(xml.nodes[node].name) }
  func name(_ node: Int) -> String {
    let number = nameNumber(node)
    return xml.names.indices.contains(number) ? xml.names[number] : ""
  }

  /// By a pattern: `==` on an enum of another module is no comparison of bytes.
  func isElement(_ node: Int) -> Bool {
    if case .element = xml.nodes[node].kind { true } else { false }
  }
  func isFHIR(_ node: Int) -> Bool { isElement(node) && xml.nodes[node].space == Self.fhir }
  func isXHTML(_ node: Int) -> Bool { isElement(node) && xml.nodes[node].space == Self.xhtml }
  /// A `div` of XHTML within a FHIR `text`.
  func isNarrative(_ node: Int) -> Bool {
    let parent = parent(node)
    return isXHTML(node) && xml.nodes[node].name == Self.div && parent >= 0 && isFHIR(parent)
      && xml.nodes[parent].name == Self.text
  }
  func isExtension(_ node: Int) -> Bool { isFHIR(node) && xml.nodes[node].name == Self.extensionName }

  func isAnyExtension(_ node: Int) -> Bool {
    isExtension(node) || isFHIR(node) && xml.nodes[node].name == Self.modifierExtension
  }

  /// The names of resources begin with a capital, those of elements do not (FHIR R4, XML).
  func isNamedLikeResource(_ node: Int) -> Bool {
    guard isFHIR(node), let first = name(node).utf8.first else { return false }
    return first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z")
  }

  // MARK: Attributes

  func attributes(_ node: Int) -> Range<Int> { xml.attributes(of: node) }

  private func attribute(_ node: Int, _ name: Int32) -> Int? {
    attributes(node).first { xml.attributes[$0].name == name && xml.attributes[$0].space < 0 }
  }
  func value(_ node: Int) -> Int? { attribute(node, Self.value) }
  func id(_ node: Int) -> Int? { attribute(node, Self.id) }
  func url(_ node: Int) -> Int? { attribute(node, Self.url) }

  /// `xsi:schemaLocation` and the like, which say where a schema lies and nothing of the resource.
  func isOfInstances(_ attribute: Int) -> Bool { xml.attributes[attribute].space == Self.instances }
  /// `xml:lang` and the like.
  func isOfXML(_ attribute: Int) -> Bool { xml.attributes[attribute].space == Self.ofXML }
  func attributeName(_ attribute: Int) -> String { xml.names[Int(xml.attributes[attribute].name)] }
  func attributeSpace(_ attribute: Int) -> String? {
    let space = Int(xml.attributes[attribute].space)
    return xml.spaces.indices.contains(space) ? xml.spaces[space] : nil
  }

  // MARK: Text

  func range(ofAttribute attribute: Int) -> Range<Int> { xml.range(ofAttribute: attribute) }
  func range(ofText node: Int) -> Range<Int> { xml.range(ofText: node) }

  func isBlank(_ range: Range<Int>) -> Bool {
    let text = xml.text.span
    for index in range where !text[index].isXMLSpace { return false }
    return true
  }
}
