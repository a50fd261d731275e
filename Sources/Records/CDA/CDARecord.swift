package import Values
internal import XML

/// A clinical document (HL7 CDA R2, as C-CDA R2.1 uses it).
///
/// What is kept is the bytes and the facts. A cut goes through the bytes once more: nodes are numbered in document
/// order, so that the units of the facts are found again, and no tree lives longer than the work on it.
package struct CDARecord: ReadRecord {
  package let facts: RecordFacts
  let bytes: [UInt8]
  let number: Int
  let limits: Limits
  /// Of the tree that libxml2 read.
  let fingerprint: UInt64

  /// Whether a document whose outermost element has this name and namespace is one.
  package static func sniff(rootName: String, namespace: String?) -> Bool {
    rootName == "ClinicalDocument" && namespace == "urn:hl7-org:v3"
  }

  /// - Parameter number: the record's number in the request, for places.
  /// - Throws: a hold with record and line: `cda.syntax`, `cda.doctype`, `cda.encoding`, `cda.limit`,
  ///   `cda.root`.
  package init(reading bytes: [UInt8], number: Int, limits: Limits) throws(PacketError) {
    (self.bytes, self.number, self.limits) = (bytes, number, limits)
    let tree = try Self.tree(of: bytes, number, limits)
    fingerprint = tree.xml.fingerprint
    var reader = CDAOutlineReader(tree, record: number, limits: limits, forCut: false)
    reader.read()
    var facts = RecordFacts(format: .cda, byteCount: bytes.count)
    facts.identities = CDAHeader.identities(in: tree, record: number)
    facts.documentTypes = CDAHeader.documentTypes(in: tree)
    facts.serviceDays = CDAHeader.serviceDays(in: tree)
    facts.units = reader.outline.units
    facts.runs = reader.outline.runs
    facts.arena = reader.outline.arena
    facts.people = reader.people.known()
    facts.findings = reader.outline.findings
    facts.mentions = LabelledPeople.read(facts)
    self.facts = facts
  }

  package func cutting(_ cut: Cut) throws(PacketError) -> EditedRecord {
    if cut.isEmpty { return EditedRecord(bytes: bytes) }
    let source = try CDASource(of: self)
    guard cut.units.allSatisfy({ facts.units.indices.contains($0) }),
      cut.redactions.allSatisfy({ $0.lowerBound >= 0 && $0.upperBound <= facts.arena.count })
    else { throw Self.stray(number) }
    var plan = CDACutPlan(source.tree, source.outline)
    plan.withhold(cut.units.union(source.outline.unitsDecoded(in: cut.redactions)))
    let alsoWithheld = plan.alsoWithheld(beyond: cut.units)
    if plan.leavesNothing { return EditedRecord(bytes: [], alsoWithheld: alsoWithheld, isEmpty: true) }
    var editor = CDAEditor(source.tree, source.outline)
    editor.carryOut(plan, redacting: cut.redactions)
    return EditedRecord(bytes: try source.changed(by: editor.changes, in: self), alsoWithheld: alsoWithheld)
  }

  package func addresses(of parts: [CutPart]) throws(PacketError) -> [Place] {
    let (tree, outline) = try outlined()
    return CDAAddresses(tree, outline, record: number).places(of: parts)
  }

  /// The document read once more, with what only a cut asks for.
  func outlined() throws(PacketError) -> (tree: CDATree, outline: CDAOutline) {
    let tree = try Self.tree(of: bytes, number, limits)
    var reader = CDAOutlineReader(tree, record: number, limits: limits, forCut: true)
    reader.read()
    return (tree, reader.outline)
  }

  static func tree(of bytes: [UInt8], _ number: Int, _ limits: Limits) throws(PacketError) -> CDATree {
    let xml: XMLTree
    do throws(XMLError) {
      xml = try XMLTree(
        parsing: bytes, limits: limits, names: CDAName.vocabulary, spaces: CDAName.spaces)
    } catch {
      throw held(error, number)
    }
    let tree = CDATree(xml)
    guard let root = tree.root, tree.name(root) == .ClinicalDocument else {
      throw PacketError(
        "cda.root", .hold, at: Place(record: number, line: tree.root.map { tree.line($0) } ?? 1),
        "the outermost element is not a ClinicalDocument of urn:hl7-org:v3",
        remedy: "export this record again")
    }
    return tree
  }

  static func held(_ error: XMLError, _ number: Int) -> PacketError { error.held(rules, record: number) }

  private static let rules = XMLError.Rules(
    syntax: "cda.syntax", doctype: "cda.doctype", encoding: "cda.encoding", limit: "cda.limit")

  private static func stray(_ number: Int) -> PacketError {
    PacketError(
      "cda.cut", .hold, at: Place(record: number), "a cut names a part that the record does not have",
      remedy: "report this as a bug")
  }
}
