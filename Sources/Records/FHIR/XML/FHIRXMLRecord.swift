internal import JSON
package import Values
internal import XML

/// A record of FHIR R4 XML: one resource, or a Bundle of them.
///
/// It is read in the form of FHIR JSON (``FHIRXMLForm``), by the same reader and with the same units, so that
/// a policy does the same to both; a cut is decided on that form and carried out on the XML's own bytes, or
/// where these do not allow it on libxml2's tree of them. What is kept is the bytes, the form and where its
/// values came from; no tree lives longer than the work on it.
package struct FHIRXMLRecord: ReadRecord {
  private let contents: FHIRContents
  private let origins: [FHIRXMLForm.Origin]
  /// Units and runs of the form itself, before what the XML says outside of FHIR.
  private let form: (units: Int, runs: Int)
  /// The last units, and where their text begins in the arena.
  private let remarks: (units: Range<Int>, arena: Int)
  private let bytes: [UInt8]
  private let limits: Limits
  /// Of the tree that libxml2 read.
  private let fingerprint: UInt64
  package var facts: RecordFacts { contents.facts }

  /// - Parameter number: the record's number in the request's order, from 1.
  /// - Throws: a hold with record and line: `fhir.xml.syntax`, `fhir.xml.doctype`, `fhir.xml.encoding`,
  ///   `fhir.xml.limit`; `fhir.xml.form` for what FHIR's XML does not have, `fhir.xml.duplicate` for an element
  ///   that comes twice, `fhir.xml.contained` for a resource contained in a contained one.
  package init(reading bytes: [UInt8], number: Int, limits: Limits) throws(PacketError) {
    (self.bytes, self.limits) = (bytes, limits)
    let form = try FHIRXMLForm(FHIRXMLTree(parsing: bytes, record: number, limits: limits))
    fingerprint = form.tree.xml.fingerprint
    // An element is an object in an array; the depth of the XML itself is bounded already.
    var formLimits = limits
    formLimits.depth = limits.depth * 3
    let document: JSONDocument
    do throws(PacketError) {
      document = try JSONDocument(form.json, limits: formLimits, origin: Place(record: number))
    } catch {
      throw PacketError(
        FHIRXMLProblem.rule(FHIRProblem.ofFHIR(error).rule), error.outcome, at: Place(record: number),
        error.problem, remedy: error.remedy)
    }
    guard document.count == form.origins.count else { throw FHIRXMLProblem.stray(number) }
    let places = FHIRXMLPlaces(document, form)
    var contents: FHIRContents
    do throws(PacketError) {
      contents = try FHIRReader.readAll(
        FHIRContents(number: number, document: document, lines: [], format: .fhirXML), limits: limits)
    } catch { throw places.error(error) }
    contents.facts.byteCount = bytes.count
    places.move(&contents.facts)
    self.form = (contents.facts.units.count, contents.facts.runs.count)
    remarks = FHIRXMLRemarks.add(to: &contents, of: form.tree)
    (self.contents, origins) = (contents, form.origins)
  }

  package func cutting(_ cut: Cut) throws(PacketError) -> EditedRecord {
    guard !cut.isEmpty else { return EditedRecord(bytes: bytes) }
    guard !cut.units.contains(0) else { return EditedRecord(bytes: [], isEmpty: true) }
    // Remarks all go, whichever of them were named.
    var ofResources = Cut()
    ofResources.units = cut.units.filter { !remarks.units.contains($0) }
    ofResources.values = cut.values
    ofResources.redactions = cut.redactions.filter { $0.lowerBound < remarks.arena }
    let decision: FHIRCutDecision
    do throws(PacketError) { decision = try FHIRCutDecision(ofResources, contents) } catch {
      throw PacketError(
        FHIRXMLProblem.rule(error.rule), error.outcome,
        at: Place(record: error.place?.record, path: error.place?.path), error.problem, remedy: error.remedy)
    }
    guard decision.closure.isChanged || ofResources != cut else { return EditedRecord(bytes: bytes) }
    if decision.isEmpty {
      return EditedRecord(bytes: [], alsoWithheld: decision.alsoWithheld, isEmpty: true)
    }
    return EditedRecord(bytes: try carryOut(decision), alsoWithheld: decision.alsoWithheld)
  }

  /// What the XML says outside of FHIR no path can name.
  package func selected(by uses: [SelectorUse]) throws(PacketError) -> [Selection] {
    var own = contents
    own.facts.units.removeLast(own.facts.units.count - form.units)
    own.unitNodes.removeLast(own.unitNodes.count - form.units)
    own.facts.runs.removeLast(own.facts.runs.count - form.runs)
    own.sources.removeLast(own.sources.count - form.runs)
    return try own.selected(by: uses)
  }

  package func addresses(of parts: [CutPart]) throws(PacketError) -> [Place] {
    let tree = try FHIRXMLTree(parsing: bytes, record: contents.number, limits: limits)
    return FHIRXMLAddresses(tree, origins, contents, form: form).places(of: parts)
  }

  /// The scanner is believed only as far as it saw the very tree that libxml2 read in the same bytes.
  private func carryOut(_ decision: FHIRCutDecision) throws(PacketError) -> [UInt8] {
    let placed = FHIRXMLTree.placed(bytes, fingerprint)
    let tree =
      if let placed { FHIRXMLTree(placed.tree, record: contents.number) } else {
        try FHIRXMLTree(parsing: bytes, record: contents.number, limits: limits)
      }
    var editor = FHIRXMLEditor(tree, origins, decision)
    try editor.carryOut()
    if let placed, let edited = try editor.changes.applied(to: placed, record: contents.number) {
      return edited
    }
    do throws(XMLError) {
      let document = try XMLDocument(parsing: bytes, limits: limits)
      let nodes = document.nodesInOrder
      guard nodes.count == tree.count else { throw XMLError(.syntax(0)) }
      try editor.changes.apply(to: nodes, of: tree.xml)
      return try document.serialized()
    } catch {
      throw FHIRXMLProblem.of(error, record: contents.number)
    }
  }
}
