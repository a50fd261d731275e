internal import Values
internal import XML

/// A `div` of XHTML as the markup that FHIR JSON has for it, and back: which text of it is where in the JSON
/// form.
enum FHIRXMLNarrative {
  /// A text, or an attribute's value, of the narrative.
  struct Piece {
    let node: Int
    /// nil for a text.
    let attribute: Int?
    /// In the JSON form, from where the markup begins there.
    let start: Int
    let end: Int
    let text: FHIRXMLText
  }

  /// Appends the markup, escaped as a JSON string is, without its quotes.
  ///
  /// - Throws: `fhir.xml.form` for what is not XHTML.
  static func write(_ div: Int, _ tree: FHIRXMLTree, to json: inout [UInt8]) throws(PacketError) {
    var none: [Piece]?
    try write(div, tree, to: &json, &none)
  }

  static func pieces(of div: Int, _ tree: FHIRXMLTree) throws(PacketError) -> [Piece] {
    var json: [UInt8] = []
    var pieces: [Piece]? = []
    try write(div, tree, to: &json, &pieces)
    return pieces ?? []
  }

  private static func write(
    _ div: Int, _ tree: FHIRXMLTree, to json: inout [UInt8], _ pieces: inout [Piece]?
  ) throws(PacketError) {
    let origin = json.count
    var open: [Int] = []
    var node = div
    while node < tree.end(div) {
      while let last = open.last, node >= tree.end(last) { close(last, tree, &json, &open) }
      switch tree.kind(node) {
      case .element:
        guard tree.isXHTML(node) else {
          throw FHIRXMLProblem.form(tree.place(node), "an element of the narrative is not of XHTML")
        }
        try writeTag(node, isOutermost: node == div, tree, to: &json, &pieces, from: origin)
        if tree.end(node) > node + 1 {
          json.append(UInt8(ascii: ">"))
          open.append(node)
        } else {
          json.append(contentsOf: "/>".utf8)
        }
      case .text:
        let start = json.count
        FHIRXMLText.narrativeText.append(tree.range(ofText: node), of: tree.xml.text, to: &json)
        pieces?.append(
          Piece(
            node: node, attribute: nil, start: start - origin, end: json.count - origin, text: .narrativeText)
        )
      case .comment, .instruction:
        // As the source shows it; it never leaves with a record that was cut.
        json.append(contentsOf: (tree.kind(node) == .comment ? "<!--" : "<?\(tree.name(node)) ").utf8)
        FHIRXMLText.value.append(tree.range(ofText: node), of: tree.xml.text, to: &json)
        json.append(contentsOf: (tree.kind(node) == .comment ? "-->" : "?>").utf8)
      }
      node += 1
    }
    while let last = open.last { close(last, tree, &json, &open) }
  }

  private static func writeTag(
    _ node: Int, isOutermost: Bool, _ tree: FHIRXMLTree, to json: inout [UInt8], _ pieces: inout [Piece]?,
    from origin: Int
  ) throws(PacketError) {
    json.append(UInt8(ascii: "<"))
    json.append(contentsOf: tree.name(node).utf8)
    if isOutermost { json.append(contentsOf: #" xmlns=\"http://www.w3.org/1999/xhtml\""#.utf8) }
    for attribute in tree.attributes(node) {
      let isOfXML = tree.isOfXML(attribute)
      guard isOfXML || tree.attributeSpace(attribute) == nil else {
        throw FHIRXMLProblem.form(tree.place(node), "an attribute of the narrative is not of XHTML")
      }
      json.append(contentsOf: (isOfXML ? " xml:" : " ").utf8)
      json.append(contentsOf: tree.attributeName(attribute).utf8)
      json.append(contentsOf: #"=\""#.utf8)
      let start = json.count
      FHIRXMLText.narrativeAttribute.append(
        tree.range(ofAttribute: attribute), of: tree.xml.text, to: &json)
      pieces?.append(
        Piece(
          node: node, attribute: attribute, start: start - origin, end: json.count - origin,
          text: .narrativeAttribute))
      json.append(contentsOf: #"\""#.utf8)
    }
  }

  private static func close(_ node: Int, _ tree: FHIRXMLTree, _ json: inout [UInt8], _ open: inout [Int]) {
    json.append(contentsOf: "</".utf8)
    json.append(contentsOf: tree.name(node).utf8)
    json.append(UInt8(ascii: ">"))
    open.removeLast()
  }
}
