internal import JSON
package import Values

/// A record of FHIR R4 NDJSON, one resource a line (FHIR Bulk Data Access §Output). Each line is a unit
/// with a patient identity of its own.
package struct FHIRLinesRecord: ReadRecord {
  private let contents: FHIRContents
  package var facts: RecordFacts { contents.facts }

  /// - Parameter number: the record's number in the request's order, from 1.
  /// - Throws: a hold that names the line, as ``FHIRRecord/init(reading:number:limits:)`` does;
  ///   `fhir.json.syntax` also when there is no line at all.
  package init(reading bytes: [UInt8], number: Int, limits: Limits) throws(PacketError) {
    let lines: JSONLines
    do throws(PacketError) {
      lines = try JSONLines(bytes, limits: limits, origin: Place(record: number), skipsMark: true)
    } catch { throw FHIRProblem.ofFHIR(error) }
    guard !lines.lines.isEmpty else {
      throw FHIRProblem.syntax(Place(record: number), "there is no resource")
    }
    var contents = try FHIRReader.readAll(
      FHIRContents(number: number, document: lines.document, lines: lines.lines, format: .fhirNDJSON),
      limits: limits)
    var identities = IdentityList()
    for identity in contents.facts.identities { identities.add(identity) }
    contents.facts.identities = try identities.checked(record: number)
    self.contents = contents
  }

  package func cutting(_ cut: Cut) throws(PacketError) -> EditedRecord {
    try FHIRCutter.cutting(cut, contents)
  }

  package func selected(by uses: [SelectorUse]) throws(PacketError) -> [Selection] {
    try contents.selected(by: uses)
  }

  package func addresses(of parts: [CutPart]) -> [Place] { FHIRAddresses(contents).places(of: parts) }
}
