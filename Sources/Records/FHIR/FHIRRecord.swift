internal import JSON
package import Values

/// A record of FHIR R4 JSON: one resource, or a Bundle of them.
///
/// Every Bundle entry, contained resource, narrative, note and attachment is a unit, and so are the parts
/// in ``FHIRUnits``. What is cut goes with the references to it and the narrative that shows it; all other
/// bytes stay as they came.
package struct FHIRRecord: ReadRecord {
  private let contents: FHIRContents
  package var facts: RecordFacts { contents.facts }

  /// - Parameter number: the record's number in the request's order, from 1.
  /// - Throws: a hold: `fhir.json.syntax`, `fhir.json.limit`, `fhir.json.duplicate` for a name that comes
  ///   twice in an object, `fhir.json.contained` for a resource contained in a contained one.
  package init(reading bytes: [UInt8], number: Int, limits: Limits) throws(PacketError) {
    let document: JSONDocument
    do throws(PacketError) {
      document = try JSONDocument(bytes, limits: limits, origin: Place(record: number), skipsMark: true)
    } catch { throw FHIRProblem.ofFHIR(error) }
    contents = try FHIRReader.readAll(
      FHIRContents(number: number, document: document, lines: [], format: .fhirJSON), limits: limits)
  }

  package func cutting(_ cut: Cut) throws(PacketError) -> EditedRecord {
    try FHIRCutter.cutting(cut, contents)
  }

  package func selected(by uses: [SelectorUse]) throws(PacketError) -> [Selection] {
    try contents.selected(by: uses)
  }

  package func addresses(of parts: [CutPart]) -> [Place] { FHIRAddresses(contents).places(of: parts) }
}
