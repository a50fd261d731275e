internal import XML

/// What a cut changes in an XML document, by the numbers of nodes and attributes in its tree: decided once, then
/// carried out on the document's own bytes, or where these do not allow it, on libxml2's tree of them. Both say
/// the same (C14N).
///
/// Nothing of the record can be let in: what is written are marks and words of ours.
struct XMLChanges {
  /// A part of a decoded text or value, that goes; the mark takes its place, or nothing.
  struct Part: Equatable {
    var range: Range<Int>
    var isMarked: Bool
  }

  /// An attribute's element, and what of its value goes.
  struct Value {
    var element: Int
    var parts: [Part]
  }

  enum Content {
    case text(StaticText)
    case element(XMLNewElement)
  }

  /// An element that is added within another.
  struct Addition {
    var holder: Int
    /// The child before which it stands; nil for the end.
    var next: Int?
    var element: XMLNewElement
  }

  /// Nodes that go with all within.
  private(set) var removed: Set<Int> = []
  /// Attributes that go, with their elements.
  private(set) var removedAttributes: [Int: Int] = [:]
  /// Elements that get `nullFlavor="MSK"` (HL7 v3 data types: masked).
  private(set) var masked: Set<Int> = []
  private(set) var texts: [Int: [Part]] = [:]
  private(set) var values: [Int: Value] = [:]
  /// Elements of which all within goes, and what takes its place.
  private(set) var contents: [Int: Content] = [:]
  private(set) var additions: [Addition] = []
  /// Attributes whose value is another number, with their elements.
  private(set) var counts: [Int: (element: Int, count: Int)] = [:]

  static let mark = Replacement.mark.bytes

  mutating func remove(_ node: Int) { removed.insert(node) }

  mutating func remove(attribute: Int, of element: Int) { removedAttributes[attribute] = element }

  mutating func mask(_ element: Int) { masked.insert(element) }

  mutating func replaceContent(of element: Int, with content: Content) { contents[element] = content }

  mutating func add(_ element: XMLNewElement, to holder: Int, before next: Int?) {
    additions.append(Addition(holder: holder, next: next, element: element))
  }

  mutating func set(attribute: Int, of element: Int, to count: Int) { counts[attribute] = (element, count) }

  mutating func redact(text node: Int, _ part: Part) { texts[node, default: []].append(part) }

  mutating func redact(attribute: Int, of element: Int, _ parts: [Part]) {
    values[attribute] = Value(element: element, parts: parts)
  }

  /// Of an attribute of which something was redacted already, all goes.
  ///
  /// - Parameter count: how long the value is.
  mutating func redact(attribute: Int, of element: Int, _ range: Range<Int>, count: Int) {
    let isAlone = values[attribute] == nil
    values[attribute] = Value(
      element: element, parts: [Part(range: isAlone ? range : 0..<count, isMarked: true)])
  }

  /// Parts in order, apart, and of whole letters.
  static func settled(_ parts: [Part], in text: Span<UInt8>) -> [Part] {
    var settled: [Part] = []
    var taken = 0
    for part in parts.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let whole = wholeScalars(part.range, in: text)
      guard whole.upperBound > taken else { continue }
      settled.append(Part(range: max(taken, whole.lowerBound)..<whole.upperBound, isMarked: part.isMarked))
      taken = whole.upperBound
    }
    return settled
  }

  /// No letter is cut in two.
  private static func wholeScalars(_ range: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
    var lower = min(max(0, range.lowerBound), text.count)
    var upper = min(max(lower, range.upperBound), text.count)
    while lower > 0, lower < text.count, text[lower] & 0xC0 == 0x80 { lower -= 1 }
    while upper < text.count, text[upper] & 0xC0 == 0x80 { upper += 1 }
    return lower..<upper
  }
}
