internal import JSON
internal import Values

/// Reads FHIR JSON in one pass over the document's nodes, in their order: units, codes, text, references.
///
/// There is no schema. An element that we do not know is read like any other, its strings as words, so that
/// nothing is passed over; what must not be passed by (a type that R4 does not have, a modifier) is marked.
struct FHIRReader {
  var contents: FHIRContents
  let document: JSONDocument
  let limits: Limits
  private let table = FHIRElementTable.shared
  private var frames: [FHIRFrame] = []
  private var line: Int?
  var spareDays = SpareDays()

  /// - Parameter around: what is known of all lines of a record of which these contents are a part; nil where
  ///   they are all there is.
  static func read(
    _ contents: FHIRContents, limits: Limits, within around: FHIRSurroundings? = nil
  ) throws(PacketError) -> FHIRContents {
    var read = try skim(contents, limits: limits)
    let around = around ?? FHIRSurroundings(read)
    read.identify(around)
    read.readPeople(around)
    return read
  }

  /// With whom its free text names.
  static func readAll(
    _ contents: FHIRContents, limits: Limits, within around: FHIRSurroundings? = nil
  ) throws(PacketError) -> FHIRContents {
    var read = try read(contents, limits: limits, within: around)
    read.facts.mentions = LabelledPeople.read(read.facts)
    return read
  }

  /// Units, texts, resources and references, and not whose they are.
  static func skim(_ contents: FHIRContents, limits: Limits) throws(PacketError) -> FHIRContents {
    if let name = contents.document.duplicateKeys.first {
      throw FHIRProblem.duplicate(
        Place(
          record: contents.number, bytes: contents.bytes(name), line: contents.lineNumber(at: name.lowerBound)
        ))
    }
    var reader = FHIRReader(contents, limits)
    try reader.readAll()
    return reader.contents
  }

  private init(_ contents: FHIRContents, _ limits: Limits) {
    (self.contents, document, self.limits) = (contents, contents.document, limits)
  }

  private mutating func readAll() throws(PacketError) {
    contents.facts.units.append(RecordUnit(.record, parent: nil, place: Place(record: contents.number)))
    contents.unitNodes.append(0)
    contents.facts.arena.reserveCapacity(document.bytes.count / 2)
    if contents.lines.isEmpty { try read(root: 0) }
    for line in contents.lines {
      self.line = line.number
      try read(root: line.root)
    }
    spareDays.settle(into: &contents.facts)
  }

  private mutating func read(root: Int) throws(PacketError) {
    guard document.kind(root) == .object else {
      throw FHIRProblem.syntax(place(root), "a resource is an object")
    }
    frames.removeAll(keepingCapacity: true)
    let bytes = document.bytes
    let span = bytes.span
    let end = document.subtreeEnd(root)
    try openObject(root, .unlisted, within: nil, span)
    var node = root + 1
    while node < end {
      while let last = frames.last, node >= last.end { frames.removeLast() }
      try visit(node, span)
      node += 1
    }
  }

  private mutating func visit(_ node: Int, _ bytes: Span<UInt8>) throws(PacketError) {
    guard let holder = frames.last else { return }
    if holder.isArray { frames[frames.count - 1].position += 1 }
    let element = holder.isArray ? holder.element : element(node, bytes)
    if !holder.isArray { readName(node, element, unit: holder.unit) }
    switch document.kind(node) {
    case .object: try openObject(node, element, within: holder, bytes)
    case .array:
      frames.append(
        FHIRFrame(element, end: document.subtreeEnd(node), isArray: true, within: holder))
    case .string: try readString(node, element, within: holder, bytes)
    case .number: appendRun(node, .value, unit: holder.unit)
    case .true, .false, .null: break
    }
  }

  /// What a member's name tells.
  func element(_ node: Int, _ bytes: Span<UInt8>) -> FHIRElement {
    guard let key = document.key(node) else { return .unlisted }
    guard document.keyIsEscaped(node), let text = document.keyText(node) else {
      return .named(key, in: bytes, table)
    }
    return .named(0..<text.count, in: text.span, table)
  }

  private mutating func openObject(
    _ node: Int, _ element: FHIRElement, within holder: FHIRFrame?, _ bytes: Span<UInt8>
  ) throws(PacketError) {
    let shape = FHIRShape(node, document) { self.element($0, bytes) }
    var frame = FHIRFrame(element, end: document.subtreeEnd(node), isArray: false, within: holder)
    if let holder, isEntry(element, holder) {
      open(entry: node, shape, &frame, holder)
    } else if isResource(element, shape, holder) {
      try open(resource: node, shape, &frame, holder, bytes)
    } else {
      open(element: node, shape, &frame, holder, bytes)
    }
    frames.append(frame)
  }

  private func isEntry(_ element: FHIRElement, _ holder: FHIRFrame) -> Bool {
    element.name == .entry && holder.isArray && holder.isTopLevel && type(of: holder) == .bundle
  }

  private func isResource(_ element: FHIRElement, _ shape: FHIRShape, _ holder: FHIRFrame?) -> Bool {
    guard let holder else { return true }
    return shape.resourceType != 0 || element.name == .contained
      || element.name == .resource && holder.role == .entry
  }

  /// The type of the resource that a frame is in.
  func type(of frame: FHIRFrame) -> FHIRResourceType? {
    frame.resource >= 0 ? contents.resources[frame.resource].type : nil
  }

  /// Adds a unit below another; its path is the parent's and a fixed word.
  mutating func addUnit(
    _ kind: RecordUnit.Kind, _ node: Int, below parent: Int, path: PlainText?, isKnown: Bool = true
  ) -> Int {
    let place = Place(
      record: contents.number, bytes: contents.bytes(of: node), path: path, line: line)
    contents.facts.units.append(RecordUnit(kind, parent: parent, place: place, isKnown: isKnown))
    contents.unitNodes.append(node)
    return contents.facts.units.count - 1
  }

  func path(of unit: Int) -> PlainText { contents.facts.units[unit].place.path ?? "" }

  func place(_ node: Int, unit: Int? = nil) -> Place {
    Place(
      record: contents.number, bytes: contents.bytes(of: node),
      path: unit.flatMap { contents.facts.units[$0].place.path }, line: line)
  }
}
