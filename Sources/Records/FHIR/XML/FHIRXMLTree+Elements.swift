internal import Values
internal import XML

/// Elements among what else stands between them, as ``FHIRXMLForm`` goes through them. They are the tree's own:
/// asked of the form while it writes, each question would copy it.
extension FHIRXMLTree {
  /// The next element; white space and remarks are passed over.
  func nextElement(from start: Int, to end: Int) throws(PacketError) -> Int? {
    var node = start
    while node < end {
      switch kind(node) {
      case .comment, .instruction, .text: break
      case .element:
        guard isFHIR(node) || isNarrative(node) else {
          throw FHIRXMLProblem.form(place(node), "an element is of a namespace that FHIR does not have")
        }
        return node
      }
      node = self.end(node)
    }
    return nil
  }

  /// How many elements of the first one's name follow each other, and where they end.
  func run(_ first: Int, to end: Int) throws(PacketError) -> (count: Int, end: Int) {
    let name = nameNumber(first)
    guard Self.isElementName(self.name(first)) else {
      throw FHIRXMLProblem.form(place(first), "an element has a name that FHIR cannot have")
    }
    var count = 1
    var runEnd = self.end(first)
    while let next = try nextElement(from: runEnd, to: end), nameNumber(next) == name,
      isFHIR(next) == isFHIR(first)
    {
      count += 1
      runEnd = self.end(next)
    }
    return (count, runEnd)
  }

  /// The resource that an element holds, if it holds one: then nothing else may be there.
  func resource(in node: Int) throws(PacketError) -> Int? {
    guard let first = try nextElement(from: node + 1, to: end(node)), isNamedLikeResource(first)
    else { return nil }
    let other = try nextElement(from: end(first), to: end(node))
    guard other == nil, attributes(node).isEmpty, attributes(first).isEmpty else {
      throw FHIRXMLProblem.form(place(node), "something stands beside a resource")
    }
    return first
  }

  /// A JSON name with an underscore is a companion's, `resourceType` is the name of a resource.
  private static func isElementName(_ name: String) -> Bool {
    !name.isEmpty && name != "resourceType" && name.utf8.first != UInt8(ascii: "_")
  }

  /// By its value; one without is told by what R4 says of it, and by having nothing but extensions.
  ///
  /// - Parameter said: of the element, by its type or its name.
  func isPrimitive(
    _ first: Int, _ runEnd: Int, said: FHIRDefinitions.Element?
  ) throws(PacketError) -> Bool {
    var node = first
    var hasExtensionsOnly = true
    while let one = try nextElement(from: node, to: runEnd) {
      if value(one) != nil { return true }
      var child = one + 1
      while child < end(one) {
        if isElement(child), !isExtension(child) { hasExtensionsOnly = false }
        child = end(child)
      }
      node = end(one)
    }
    guard hasExtensionsOnly, !isAnyExtension(first) else { return false }
    return said?.kind != .object
  }

  func checkPrimitive(_ node: Int) throws(PacketError) {
    let (value, id) = (self.value(node), self.id(node))
    for attribute in attributes(node) where attribute != value && attribute != id {
      throw FHIRXMLProblem.form(place(node), "an element has an attribute that FHIR does not have")
    }
    var at = node + 1
    while let child = try nextElement(from: at, to: end(node)) {
      guard isExtension(child) else {
        throw FHIRXMLProblem.form(place(child), "an element stands beside a value")
      }
      at = end(child)
    }
  }

  func hasCompanion(_ node: Int) -> Bool {
    if id(node) != nil { return true }
    var child = node + 1
    while child < end(node) {
      if isElement(child) { return true }
      child = end(child)
    }
    return false
  }
}
