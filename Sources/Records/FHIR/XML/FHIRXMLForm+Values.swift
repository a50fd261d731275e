internal import Values
internal import XML

/// Primitives: a value in an attribute, and beside it, in JSON under a name with an underscore, `id` and
/// extensions (FHIR R4, JSON: primitive elements).
extension FHIRXMLForm {
  /// By its value; one without is told by what R4 says of it, and by having nothing but extensions.
  func isPrimitive(_ first: Int, _ runEnd: Int, _ last: Int) throws(PacketError) -> Bool {
    var node = first
    var hasExtensionsOnly = true
    while let one = try nextElement(from: node, to: runEnd) {
      if tree.value(one) != nil { return true }
      var child = one + 1
      while child < tree.end(one) {
        if tree.kind(child) == .element, !tree.isExtension(child) { hasExtensionsOnly = false }
        child = tree.end(child)
      }
      node = tree.end(one)
    }
    guard hasExtensionsOnly, !tree.isAnyExtension(first) else { return false }
    let said = frames[last].element ?? (frames[last].type == nil ? definitions.guess(tree.name(first)) : nil)
    return said?.kind != .object
  }

  mutating func writeValues(_ last: Int) throws(PacketError) {
    let frame = frames[last]
    var node = frame.at
    var needsCompanions = false
    if frame.isArray || tree.value(frame.at) != nil || !hasCompanion(frame.at) {
      writeName(frame.at, last)
      if frame.isArray { openArray(frame.at) }
    }
    while let one = try nextElement(from: node, to: frame.runEnd) {
      try checkPrimitive(one)
      let hasCompanion = hasCompanion(one)
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

  private func checkPrimitive(_ node: Int) throws(PacketError) {
    let (value, id) = (tree.value(node), tree.id(node))
    for attribute in tree.attributes(node) where attribute != value && attribute != id {
      throw FHIRXMLProblem.form(tree.place(node), "an element has an attribute that FHIR does not have")
    }
    var at = node + 1
    while let child = try nextElement(from: at, to: tree.end(node)) {
      guard tree.isExtension(child) else {
        throw FHIRXMLProblem.form(tree.place(child), "an element stands beside a value")
      }
      at = tree.end(child)
    }
  }

  func hasCompanion(_ node: Int) -> Bool {
    if tree.id(node) != nil { return true }
    var child = node + 1
    while child < tree.end(node) {
      if tree.kind(child) == .element { return true }
      child = tree.end(child)
    }
    return false
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
