internal import Values
internal import XML

/// Primitives: a value in an attribute, and beside it, in JSON under a name with an underscore, `id` and
/// extensions (FHIR R4, JSON: primitive elements).
extension FHIRXMLForm {
  mutating func writeValues(_ last: Int) throws(PacketError) {
    let frame = frames[last]
    var node = frame.at
    var needsCompanions = false
    if frame.isArray || tree.value(frame.at) != nil || !tree.hasCompanion(frame.at) {
      writeName(frame.at, last)
      if frame.isArray { openArray(frame.at) }
    }
    while let one = try tree.nextElement(from: node, to: frame.runEnd) {
      try tree.checkPrimitive(one)
      let hasCompanion = tree.hasCompanion(one)
      needsCompanions = needsCompanions || hasCompanion
      node = tree.end(one)
      // One without a value has the companion alone; in an array null keeps its place.
      guard frame.isArray || tree.value(one) != nil || !hasCompanion else { continue }
      comma(last)
      writeValue(one, frame.element)
    }
    if frame.isArray { write("]") }
    guard needsCompanions else { return }
    write(frames[last].isEmpty ? "\"_" : ",\"_")
    frames[last].isEmpty = false
    json.append(contentsOf: tree.name(frame.at).utf8)
    write("\":")
    if frame.isArray { openArray(frame.at) }
    (frames[last].run, frames[last].isFirst) = (.companions, true)
  }

  private mutating func writeValue(_ node: Int, _ element: FHIRDefinitions.Element?) {
    origins.append(Origin(node: Int32(truncatingIfNeeded: node), part: .value))
    guard let value = tree.value(node) else { return write("null") }
    let range = tree.range(ofAttribute: value)
    let isLiteral =
      switch element?.kind {
      case .number: FHIRXMLNumber.isNumber(tree.xml.text.span.extracting(range))
      case .boolean:
        tree.xml.text[range].elementsEqual("true".utf8) || tree.xml.text[range].elementsEqual("false".utf8)
      case .string, .object, nil: false
      }
    if isLiteral {
      json.append(contentsOf: tree.xml.text[range])
    } else {
      write("\"")
      FHIRXMLText.value.append(range, of: tree.xml.text, to: &json)
      write("\"")
    }
  }
}
