internal import XML

/// A document's tree as the CDA reader asks of it.
struct CDATree: Sendable {
  let xml: XMLTree
  private let names: [CDAName]
  /// By name, whether CDA has an element of it, and an attribute.
  private let isKnown: [(element: Bool, attribute: Bool)]

  init(_ xml: XMLTree) {
    self.xml = xml
    let known = CDAName.allCases
    names = xml.names.indices.map { known.indices.contains($0) ? known[$0] : .other }
    isKnown = xml.names.map { (CDAVocabulary.elements.contains($0), CDAVocabulary.attributes.contains($0)) }
  }

  var count: Int { xml.nodes.count }

  /// The outermost element; nil in a tree without one.
  var root: Int? { xml.nodes.indices.first { isElement($0) } }

  func kind(_ node: Int) -> XMLTree.Node.Kind { xml.nodes[node].kind }
  /// By a pattern: `==` on an enum of another module is no comparison of bytes.
  func isElement(_ node: Int) -> Bool {
    if case .element = xml.nodes[node].kind { true } else { false }
  }
  func isText(_ node: Int) -> Bool {
    if case .text = xml.nodes[node].kind { true } else { false }
  }
  func end(_ node: Int) -> Int { Int(xml.nodes[node].end) }
  func line(_ node: Int) -> Int { Int(xml.nodes[node].line) }
  /// -1 for none.
  func parent(_ node: Int) -> Int { Int(xml.nodes[node].parent) }

  /// Of an element in `urn:hl7-org:v3`; `other` for everything else, and for no node (-1).
  func name(_ node: Int) -> CDAName {
    guard node >= 0, isElement(node), xml.nodes[node].space == CDAName.hl7 else {
      return .other
    }
    return names[Int(xml.nodes[node].name)]
  }

  /// Whether an element is somebody's digital signature of the document (SDTC's `signatureText`).
  func isSignature(_ node: Int) -> Bool {
    xml.nodes[node].space == CDAName.sdtc && xml.names[Int(xml.nodes[node].name)] == "signatureText"
  }

  /// Whether an element's namespace is one that CDA documents have.
  func isOfKnownSpace(_ node: Int) -> Bool {
    let space = xml.nodes[node].space
    return space == CDAName.hl7 || space == CDAName.sdtc
  }

  /// Of an attribute without a namespace; `other` for everything else.
  func attributeName(_ attribute: Int) -> CDAName {
    xml.attributes[attribute].space >= 0 ? .other : names[Int(xml.attributes[attribute].name)]
  }

  /// Whether an element is none of CDA's own: its name is text like any other.
  func isStrange(element node: Int) -> Bool {
    xml.nodes[node].space != CDAName.hl7 || !isKnown[Int(xml.nodes[node].name)].element
  }

  /// Whether an attribute is none of CDA's: of a name that CDA does not have, or in a namespace, and in none of instances (`xsi:type`) or of XML itself.
  func isStrange(_ attribute: Int) -> Bool {
    let space = xml.attributes[attribute].space
    if space < 0 { return !isKnown[Int(xml.attributes[attribute].name)].attribute }
    return space != CDAName.instances && xml.spaces[Int(space)] != Self.xmlSpace
  }
  private static let xmlSpace = "http://www.w3.org/XML/1998/namespace"

  /// Whether an attribute has this local name and namespace.
  func isNamed(_ attribute: Int, _ name: String, _ namespace: String?) -> Bool {
    let (own, space) = (xml.attributes[attribute].name, xml.attributes[attribute].space)
    return xml.names[Int(own)] == name && (space < 0 ? nil : xml.spaces[Int(space)]) == namespace
  }

  /// Whether a value is the assigning authority of an identifier that is masked: there is nothing left to mark.
  func isMasked(_ source: CDAOutline.Source) -> Bool {
    guard let attribute = source.attribute, attributeName(attribute) == .root, name(source.node) == .id else {
      return false
    }
    return has(source.node, .nullFlavor, "MSK") && self.attribute(source.node, .extension) == nil
      && isOID(range(ofAttribute: attribute))
  }

  /// Whether a text, or what stands in an element, is base64 that nothing reads.
  func isEncoded(_ node: Int) -> Bool {
    let element = isElement(node) ? node : parent(node)
    return element >= 0 && has(element, .representation, "B64")
  }

  func attributes(_ node: Int) -> Range<Int> { xml.attributes(of: node) }

  func attribute(_ node: Int, _ name: CDAName) -> Int? {
    for attribute in attributes(node) where attributeName(attribute) == name { return attribute }
    return nil
  }

  /// Where the value of an attribute lies in the tree's text.
  func range(ofAttribute attribute: Int) -> Range<Int> { xml.range(ofAttribute: attribute) }

  /// Where a text, comment or instruction lies in the tree's text.
  func range(ofText node: Int) -> Range<Int> { xml.range(ofText: node) }

  func string(_ range: Range<Int>) -> String { String(decoding: xml.text[range], as: UTF8.self) }

  func value(_ node: Int, _ name: CDAName) -> String? {
    attribute(node, name).map { string(range(ofAttribute: $0)) }
  }

  func bytes(_ node: Int, _ name: CDAName) -> ArraySlice<UInt8>? {
    attribute(node, name).map { xml.text[range(ofAttribute: $0)] }
  }

  /// Whether an attribute has just this value.
  func has(_ node: Int, _ name: CDAName, _ value: String) -> Bool {
    guard let attribute = attribute(node, name) else { return false }
    return equals(range(ofAttribute: attribute), value)
  }

  func equals(_ range: Range<Int>, _ value: String) -> Bool {
    range.count == value.utf8.count && xml.text[range].elementsEqual(value.utf8)
  }

  /// The first child element of that name.
  func first(_ node: Int, _ name: CDAName) -> Int? {
    var child = node + 1
    while child < end(node) {
      if self.name(child) == name { return child }
      child = end(child)
    }
    return nil
  }

  func first(_ node: Int, _ path: CDAName...) -> Int? {
    var at = node
    for name in path {
      guard let next = first(at, name) else { return nil }
      at = next
    }
    return at
  }

  func all(_ node: Int, _ name: CDAName) -> [Int] { children(node).filter { self.name($0) == name } }

  /// Child elements.
  func children(_ node: Int) -> [Int] {
    var found: [Int] = []
    var child = node + 1
    while child < end(node) {
      if isElement(child) { found.append(child) }
      child = end(child)
    }
    return found
  }

  /// The text that stands directly in an element, its pieces joined, without white space at the ends.
  func ownText(_ node: Int) -> String {
    var bytes: [UInt8] = []
    var child = node + 1
    while child < end(node) {
      if isText(child) { bytes.append(contentsOf: xml.text[range(ofText: child)]) }
      child = end(child)
    }
    return String(decoding: bytes[bytes.span.trimmed], as: UTF8.self)
  }

  /// A range of the tree's text without white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let inner = xml.text.span.extracting(range).trimmed
    return range.lowerBound + inner.lowerBound..<range.lowerBound + inner.upperBound
  }

  func isOID(_ range: Range<Int>) -> Bool { CDAStructure.isOID(xml.text.span.extracting(range)) }

  /// Whether an attribute only says what CDA's own grammar says, ``CDAStructure``.
  func isGrammar(_ attribute: Int) -> Bool {
    let value = xml.text.span.extracting(range(ofAttribute: attribute))
    let isTypeName = xml.attributes[attribute].space == CDAName.instances && CDAStructure.isCode(value)
    return isTypeName || CDAStructure.isGrammar(attributeName(attribute), value)
  }

  /// Whether two ranges of the tree's text say the same; OIDs differ at their end.
  func areEqual(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count else { return false }
    let text = xml.text.span
    var offset = a.count - 1
    while offset >= 0, text[a.lowerBound + offset] == text[b.lowerBound + offset] { offset -= 1 }
    return offset < 0
  }

  /// Whether a range of the tree's text is white space only.
  func isBlank(_ range: Range<Int>) -> Bool {
    let text = xml.text.span
    for index in range where !text[index].isXMLSpace { return false }
    return true
  }
}

extension UInt8 {
  /// XML 1.0 §2.3, S.
  var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
}

extension Span<UInt8> {
  /// The range without white space at both ends.
  var trimmed: Range<Int> {
    var (lower, upper) = (0, count)
    while lower < upper, self[lower].isXMLSpace { lower += 1 }
    while upper > lower, self[upper - 1].isXMLSpace { upper -= 1 }
    return lower..<upper
  }
}
