package import Values
internal import XML

/// Well-formed XML of a kind that is not read: held, and never passed as opaque. It leaves whole, if a person
/// so decides, or not at all.
package struct UnknownXMLRecord: ReadRecord {
  package let facts: RecordFacts
  private let bytes: [UInt8]
  private let number: Int

  /// - Throws: `xml.syntax` (hold) when it is not well-formed, or beyond the limits.
  package init(reading bytes: [UInt8], number: Int, limits: Limits) throws(PacketError) {
    do throws(XMLError) {
      _ = try XMLDocument(parsing: bytes, limits: limits)
    } catch {
      throw PacketError(
        "xml.syntax", .hold, at: Place(record: number, line: error.line), error.words,
        remedy: "export this record again")
    }
    (self.bytes, self.number) = (bytes, number)
    var facts = RecordFacts(format: .unknownXML, byteCount: bytes.count)
    let place = Place(record: number)
    facts.units = [
      RecordUnit(.record, parent: nil, place: Place(record: number, bytes: 0..<bytes.count), isKnown: false)
    ]
    facts.findings = [
      Finding(
        "house.malformed", source: "45 CFR 164.530(c)", .hold, lift: .any, subject: .record(number),
        at: place, "XML of a kind that is not known",
        remedy: "export it as C-CDA or FHIR, or look at it and decide")
    ]
    self.facts = facts
  }

  /// - Throws: `house.opaque-redact` (hold) for a cut of anything but the whole.
  package func cutting(_ cut: Cut) throws(PacketError) -> EditedRecord {
    guard !cut.isEmpty else { return EditedRecord(bytes: bytes) }
    guard cut.units == [0] else {
      throw PacketError(
        "house.opaque-redact", .hold, at: Place(record: number),
        "something is to be taken out of XML that is not read", remedy: "look at it, and decide")
    }
    return EditedRecord(bytes: [], isEmpty: true)
  }
}
