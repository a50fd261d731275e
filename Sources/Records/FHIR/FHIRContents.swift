internal import JSON
internal import Values

/// What was read of FHIR JSON, one resource or many lines of them: its facts, and what cutting needs.
struct FHIRContents: Sendable {
  /// A resource, with its unit. A Bundle's entry is one unit with its resource.
  struct Resource: Sendable {
    let node: Int
    let unit: Int
    /// nil for what R4 does not know, or what does not say.
    let type: FHIRResourceType?
    /// The resource that it stands in: of a contained one, of a Bundle's entry; nil at the root.
    let holder: Int?
    let isContained: Bool
    /// The strings of its `resourceType` and `id`, and of its entry's `fullUrl`.
    let typeName: Int?
    let id: Int?
    let fullUrl: Int?
  }

  /// A place that points to a resource.
  struct Reference: Sendable {
    enum Kind: Sendable {
      /// A Reference with a `reference` string.
      case literal
      /// A Reference with an `identifier` only.
      case logical
      /// What says whose a resource is by a `display` only, or by nothing.
      case words
      /// An Attachment's `url`.
      case attachment
      /// The `url` of what a Bundle's entry asks for.
      case request
    }
    let kind: Kind
    /// The object, which goes as a whole.
    let object: Int
    /// The string that points; of a logical one, the identifier; of one by words, the display or the object.
    let target: Int
    let resource: Int
    let element: FHIRElement.Name
  }

  /// Where a run's text came from.
  struct Source: Sendable {
    enum Wrapping: UInt8, Sendable {
      /// A string or number as it stands, JSON's escapes undone.
      case none
      /// XHTML in a string.
      case markup
      case base64
      /// The name of a member, which cannot be redacted.
      case name
    }
    let node: UInt32
    /// Which part of a markup it is (``MarkupText``).
    let part: UInt32
    let wrapping: Wrapping
  }

  let number: Int
  let document: JSONDocument
  /// Where in the record the document's bytes begin: 0 but for a part of a record of lines.
  let start: Int
  /// The lines of NDJSON; none for a single text.
  let lines: [JSONLines.Line]
  var facts: RecordFacts
  /// What goes when a unit goes: the whole entry, resource or element. Unit 0 has the first root.
  var unitNodes: [Int] = []
  /// One for each run.
  var sources: [Source] = []
  /// In document order, as references are.
  var resources: [Resource] = []
  var references: [Reference] = []

  init(
    number: Int, document: JSONDocument, lines: [JSONLines.Line], format: RecordFormat, start: Int = 0
  ) {
    (self.number, self.document, self.lines, self.start) = (number, document, lines, start)
    facts = RecordFacts(format: format, byteCount: document.bytes.count)
  }

  /// The bytes of a value in the record, for places.
  func bytes(of node: Int) -> Range<Int> { bytes(document.range(node)) }

  /// Bytes of the document as bytes of the record.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    start == 0 ? range : range.lowerBound + start..<range.upperBound + start
  }

  /// The root values, one for each line.
  var roots: [Int] { lines.isEmpty ? [0] : lines.map(\.root) }

  /// The line of NDJSON that a byte lies in.
  func lineNumber(at byte: Int) -> Int? {
    let next = Self.firstIndex(lines.count) { lines[$0].bytes.lowerBound > byte }
    return next > 0 ? lines[next - 1].number : nil
  }

  /// The resources whose nodes lie within a subtree.
  func resources(in nodes: Range<Int>) -> Range<Int> {
    Self.span(resources.count, nodes) { resources[$0].node }
  }

  /// The references whose objects lie within a subtree.
  func references(in nodes: Range<Int>) -> Range<Int> {
    Self.span(references.count, nodes) { references[$0].object }
  }

  private static func span(_ count: Int, _ nodes: Range<Int>, _ node: (Int) -> Int) -> Range<Int> {
    let first = firstIndex(count) { node($0) >= nodes.lowerBound }
    let last = firstIndex(count) { node($0) >= nodes.upperBound }
    return first..<max(first, last)
  }

  /// The first index for which a condition holds that holds for all after it too.
  static func firstIndex(_ count: Int, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
