internal import JSON
package import Values

/// The registry of formats: which conformer of ``ReadRecord`` reads which bytes. A new format is one case here.
package enum RecordReader {
  /// The format by the bytes alone; no name and no stated type is asked.
  package static func sniff(_ bytes: [UInt8]) -> RecordFormat { RecordSniffer.format(bytes.span) }

  /// Reads a record by the format that its bytes show.
  ///
  /// - Parameter number: the record's number in the request's order, from 1.
  /// - Throws: a hold when it cannot be read surely.
  package static func read(
    _ bytes: [UInt8], number: Int, limits: Limits
  ) throws(PacketError) -> any ReadRecord {
    switch sniff(bytes) {
    case .cda:
      return try CDARecord(reading: bytes, number: number, limits: limits)
    case .fhirJSON:
      try requireFHIR(bytes, number: number, limits: limits)
      return try FHIRRecord(reading: bytes, number: number, limits: limits)
    case .fhirNDJSON:
      let lines = try FHIRLinesRecord(reading: bytes, number: number, limits: limits)
      guard lines.facts.units.contains(where: { $0.kind == .resource && $0.isKnown }) else {
        throw notFHIR(bytes, number: number)
      }
      return lines
    case .fhirXML: return try UnknownXMLRecord(reading: bytes, as: .fhirXML, number: number, limits: limits)
    case .unknownXML:
      return try UnknownXMLRecord(reading: bytes, as: .unknownXML, number: number, limits: limits)
    case .hl7v2: return try HL7Record(reading: bytes, number: number, limits: limits)
    case .text: return try TextRecord(reading: bytes, number: number, limits: limits)
    case .opaque: return try OpaqueRecord(reading: bytes, number: number, limits: limits)
    }
  }

  /// JSON that is no FHIR resource is of a kind that is not known, once it is JSON at all.
  private static func requireFHIR(_ bytes: [UInt8], number: Int, limits: Limits) throws(PacketError) {
    guard !JSONLook(bytes.span).hasResourceType else { return }
    _ = try JSONDocument(bytes, limits: limits, origin: Place(record: number), skipsMark: true)
    throw notFHIR(bytes, number: number)
  }

  private static func notFHIR(_ bytes: [UInt8], number: Int) -> PacketError {
    PacketError(
      "house.malformed", .hold, at: Place(record: number, bytes: 0..<bytes.count),
      "JSON of a kind that is not known",
      remedy: "export it as a FHIR resource")
  }
}
