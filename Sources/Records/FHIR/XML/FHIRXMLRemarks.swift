internal import Values
internal import XML

/// What the XML says outside of FHIR: comments, processing instructions and schema locations, which no reader
/// of the record sees and which leave only with a record that is whole; and names that it declares.
struct FHIRXMLRemarks {
  private let tree: FHIRXMLTree
  private var facts: RecordFacts

  /// Adds them to the contents: names to the whole record, since they cannot be cut; each remark as a unit.
  ///
  /// - Returns: the remarks' units, and where their text begins in the arena.
  static func add(to contents: inout FHIRContents, of tree: FHIRXMLTree) -> (units: Range<Int>, arena: Int) {
    var remarks = FHIRXMLRemarks(tree)
    remarks.readNames()
    let names = remarks.facts.runs.count
    let first = contents.facts.units.count
    remarks.facts.units = contents.facts.units
    remarks.readRemarks()
    let units = first..<remarks.facts.units.count
    guard !remarks.facts.runs.isEmpty else { return (units, contents.facts.arena.count) }
    let start = contents.facts.arena.count
    let isRemark =
      remarks.facts.runs.indices.contains(names) ? remarks.facts.runs[names].range.lowerBound : nil
    contents.facts.mentions += LabelledPeople.read(remarks.facts)
    contents.facts.units = remarks.facts.units
    contents.unitNodes += repeatElement(0, count: units.count)
    contents.facts.arena += remarks.facts.arena
    for run in remarks.facts.runs {
      contents.facts.runs.append(
        TextRun(
          unit: run.unit, kind: run.kind, range: run.range.lowerBound + start..<run.range.upperBound + start))
      contents.sources.append(FHIRContents.Source(node: 0, part: 0, wrapping: .name))
    }
    return (units, start + (isRemark ?? remarks.facts.arena.count))
  }

  private init(_ tree: FHIRXMLTree) {
    self.tree = tree
    facts = RecordFacts(format: .fhirXML, byteCount: 0)
  }

  /// Prefixes and namespaces beyond those that every such record has.
  private mutating func readNames() {
    for name in tree.xml.declared where !Self.usual.contains(name) { append(Array(name.utf8), unit: 0) }
  }

  private static let usual: Set<String> = [
    "http://hl7.org/fhir", "http://www.w3.org/1999/xhtml", "http://www.w3.org/2001/XMLSchema-instance",
    "http://www.w3.org/2001/XMLSchema", "f", "fhir", "h", "html", "xhtml", "xs", "xsd", "xsi",
  ]

  private mutating func readRemarks() {
    var node = 0
    while node < tree.count {
      switch tree.kind(node) {
      case .comment: append(remark: tree.xml.text[tree.range(ofText: node)], node)
      case .instruction:
        append(remark: tree.name(node).utf8 + [0x20] + tree.xml.text[tree.range(ofText: node)], node)
      case .element:
        for attribute in tree.attributes(node) where tree.isOfInstances(attribute) {
          append(remark: tree.xml.text[tree.range(ofAttribute: attribute)], node)
        }
      case .text: break
      }
      // Those of a narrative are read with it.
      node = tree.isElement(node) && tree.isNarrative(node) ? tree.end(node) : node + 1
    }
  }

  private mutating func append(remark text: some Sequence<UInt8>, _ node: Int) {
    facts.units.append(RecordUnit(.remark, parent: 0, place: tree.place(node)))
    append(Array(text), unit: facts.units.count - 1)
  }

  private mutating func append(_ text: [UInt8], unit: Int) {
    let inner = text.span.trimmed
    guard !inner.isEmpty else { return }
    let start = facts.arena.count
    facts.arena.append(contentsOf: text[inner])
    facts.runs.append(TextRun(unit: unit, kind: .words, range: start..<facts.arena.count))
    facts.arena.append(0)
  }
}
