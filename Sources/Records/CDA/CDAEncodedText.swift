internal import Values
internal import XML

/// Plain text that an ED holds in base64 (CDA R2 data types, `representation="B64"`), as attachments of FHIR and
/// embedded data of HL7 v2 are read: searched like any text, and going whole where something of it must go.
struct CDAEncodedText {
  let bytes: [UInt8]
  /// Of what is embedded in it.
  let codes: [Code]

  /// nil for what is no plain text, or says that it is something else: it is not looked into.
  init?(_ node: Int, in tree: CDATree, _ limits: Limits) {
    let type = tree.value(node, .mediaType) ?? "text/plain"
    guard tree.isEncoded(node), type == "text/plain", tree.attribute(node, .compression) == nil else {
      return nil
    }
    var data: [UInt8] = []
    var child = node + 1
    while child < tree.end(node) {
      if tree.isText(child) { data += tree.xml.text[tree.range(ofText: child)] }
      child = tree.end(child)
    }
    guard case .text(let text) = Base64Text.look(into: data, depth: limits.decodeDepth),
      let codes = EmbeddedCodes.inText(text, limits: limits)
    else { return nil }
    (bytes, self.codes) = (text, codes)
  }
}
