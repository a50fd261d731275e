internal import Values
internal import XML

/// FHIR XML in the form of FHIR JSON, value by value with its origin (FHIR R4, JSON: the two
/// representations), so that one reader and one policy serve both.
///
/// What cannot be said surely in JSON is an error: text beside elements, attributes and namespaces that FHIR
/// does not have, a value beside anything but extensions, one element twice or in two places.
struct FHIRXMLForm {
  /// Where a JSON value came from.
  struct Origin: Sendable {
    enum Part: UInt8, Sendable {
      /// An element with all within it; of a resource within another, the element around it.
      case element
      /// The elements of one name.
      case array
      /// The attribute `value`; an element that has none is null.
      case value
      /// What a primitive has beside its value, `id` and extensions.
      case companion
      case id, url
      /// The name of a resource's element.
      case type
      /// A `div` of XHTML.
      case narrative
      /// A companion that is not there.
      case absent
    }
    let node: Int32
    let part: Part
  }

  let tree: FHIRXMLTree
  var json: [UInt8] = []
  /// One for each value of the JSON form, in its order.
  var origins: [Origin] = []
  let definitions = FHIRDefinitions.shared
  var frames: [Frame] = []
  private var known: [Known: FHIRDefinitions.Element?] = [:]

  /// An object that is open, and the elements of one name that are being written in it.
  struct Frame {
    enum Run { case none, objects, companions }
    /// The next child, or the end.
    var next: Int
    let end: Int
    let type: Int?
    var isEmpty: Bool
    var run = Run.none
    var isArray = false
    var isFirst = true
    /// The elements of the run: from here to there, of one name.
    var at = 0
    var runEnd = 0
    var element: FHIRDefinitions.Element?
  }

  private struct Known: Hashable {
    let type: Int
    let name: Int
  }

  init(_ tree: FHIRXMLTree) throws(PacketError) {
    self.tree = tree
    json.reserveCapacity(tree.xml.text.count + tree.count * 8)
    origins.reserveCapacity(tree.count)
    guard let root = tree.root, tree.isFHIR(root) else {
      throw FHIRXMLProblem.form(
        Place(record: tree.record, line: 1), "the outermost element is not one of http://hl7.org/fhir")
    }
    for attribute in tree.attributes(root) where !tree.isOfInstances(attribute) {
      throw FHIRXMLProblem.form(tree.place(root), "a resource has an attribute")
    }
    try checkText()
    openResource(root, origin: root)
    while !frames.isEmpty { try step() }
  }

  /// Words stand in attributes and narratives only; looked for in every node, whoever reads it afterwards.
  private func checkText() throws(PacketError) {
    var node = 0
    while node < tree.count {
      if tree.kind(node) == .text, !tree.isBlank(tree.range(ofText: node)) {
        throw FHIRXMLProblem.form(tree.place(node), "text stands where only elements may")
      }
      node = tree.isElement(node) && tree.isNarrative(node) ? tree.end(node) : node + 1
    }
  }

  // MARK: One step

  private mutating func step() throws(PacketError) {
    let last = frames.count - 1
    switch frames[last].run {
    case .none: try openRun(last)
    case .objects: try stepObject(last)
    case .companions: try stepCompanion(last)
    }
  }

  /// Begins the elements of the next name, or closes the object.
  private mutating func openRun(_ last: Int) throws(PacketError) {
    guard let first = try tree.nextElement(from: frames[last].next, to: frames[last].end) else {
      write("}")
      frames.removeLast()
      return
    }
    let (count, runEnd) = try tree.run(first, to: frames[last].end)
    frames[last].next = runEnd
    (frames[last].at, frames[last].runEnd) = (first, runEnd)
    let type = frames[last].type
    let element = element(first, of: type)
    let repeats = element?.repeats ?? (type == nil && definitions.guess(tree.name(first))?.repeats ?? false)
    let isArray = repeats || element == nil && count > 1
    if count > 1, !isArray { throw FHIRXMLProblem.twice(tree.place(tree.end(first))) }
    (frames[last].isArray, frames[last].isFirst, frames[last].element) = (isArray, true, element)
    let said = element == nil && type == nil ? definitions.guess(tree.name(first)) : element
    if tree.isNarrative(first) {
      guard !isArray else { throw FHIRXMLProblem.twice(tree.place(tree.end(first))) }
      writeName(first, last)
      write("\"")
      origins.append(Origin(node: Int32(truncatingIfNeeded: first), part: .narrative))
      try FHIRXMLNarrative.write(first, tree, to: &json)
      write("\"")
    } else if try tree.isPrimitive(first, runEnd, said: said) {
      try writeValues(last)
    } else {
      writeName(first, last)
      if isArray { openArray(first) }
      frames[last].run = .objects
    }
  }

  private mutating func stepObject(_ last: Int) throws(PacketError) {
    guard let node = try tree.nextElement(from: frames[last].at, to: frames[last].runEnd) else {
      if frames[last].isArray { write("]") }
      frames[last].run = .none
      return
    }
    comma(last)
    frames[last].at = tree.end(node)
    let resource = try tree.resource(in: node)
    if let resource {
      openResource(resource, origin: node)
    } else {
      try openObject(node, frames[last])
    }
  }

  private mutating func stepCompanion(_ last: Int) throws(PacketError) {
    guard let node = try tree.nextElement(from: frames[last].at, to: frames[last].runEnd) else {
      if frames[last].isArray { write("]") }
      frames[last].run = .none
      return
    }
    comma(last)
    frames[last].at = tree.end(node)
    let start = json.count
    guard tree.hasCompanion(node) else {
      write("null")
      origins.append(Origin(node: Int32(truncatingIfNeeded: node), part: .absent))
      return
    }
    write("{")
    origins.append(Origin(node: Int32(truncatingIfNeeded: node), part: .companion))
    if let id = tree.id(node) { writeMember("\"id\":", id, Origin(node: Int32(node), part: .id)) }
    push(node, type: definitions.type("Element"), isEmpty: json.count == start + 1)
  }

  // MARK: Objects

  private mutating func openResource(_ node: Int, origin: Int) {
    write("{")
    origins.append(Origin(node: Int32(truncatingIfNeeded: origin), part: .element))
    let name = tree.name(node)
    write("\"resourceType\":\"")
    origins.append(Origin(node: Int32(truncatingIfNeeded: node), part: .type))
    json.append(contentsOf: name.utf8)
    write("\"")
    push(node, type: definitions.type(name), isEmpty: false)
  }

  private mutating func openObject(_ node: Int, _ frame: Frame) throws(PacketError) {
    let isExtension = tree.isAnyExtension(node)
    let (id, url) = (tree.id(node), tree.url(node))
    for attribute in tree.attributes(node) where attribute != id && !(isExtension && attribute == url) {
      throw FHIRXMLProblem.form(tree.place(node), "an element has an attribute that FHIR does not have")
    }
    write("{")
    let start = json.count
    origins.append(Origin(node: Int32(truncatingIfNeeded: node), part: .element))
    if let id { writeMember("\"id\":", id, Origin(node: Int32(truncatingIfNeeded: node), part: .id)) }
    if isExtension, let url {
      if id != nil { write(",") }
      writeMember("\"url\":", url, Origin(node: Int32(truncatingIfNeeded: node), part: .url))
    }
    let guess = frame.element == nil ? definitions.guess(tree.name(node)) : frame.element
    push(node, type: guess?.type, isEmpty: json.count == start)
  }

  private mutating func push(_ node: Int, type: Int?, isEmpty: Bool) {
    frames.append(Frame(next: node + 1, end: tree.end(node), type: type, isEmpty: isEmpty))
  }

  // MARK: Elements

  private mutating func element(_ node: Int, of type: Int?) -> FHIRDefinitions.Element? {
    guard let type else { return nil }
    let key = Known(type: type, name: tree.nameNumber(node))
    if let found = known[key] { return found }
    let found = definitions.element(tree.name(node), of: type)
    known[key] = .some(found)
    return found
  }

  // MARK: Writing

  mutating func write(_ text: StaticString) { json.append(contentsOf: text.description.utf8) }

  mutating func writeName(_ node: Int, _ last: Int) {
    write(frames[last].isEmpty ? "\"" : ",\"")
    frames[last].isEmpty = false
    json.append(contentsOf: tree.name(node).utf8)
    write("\":")
  }

  mutating func openArray(_ node: Int) {
    write("[")
    origins.append(Origin(node: Int32(truncatingIfNeeded: node), part: .array))
  }

  mutating func comma(_ last: Int) {
    if !frames[last].isFirst { write(",") }
    frames[last].isFirst = false
  }

  private mutating func writeMember(_ name: StaticString, _ attribute: Int, _ origin: Origin) {
    write(name)
    origins.append(origin)
    write("\"")
    FHIRXMLText.value.append(tree.range(ofAttribute: attribute), of: tree.xml.text, to: &json)
    write("\"")
  }
}
