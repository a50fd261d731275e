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
        throw notFHIR(bytes.count, number: number)
      }
      return lines
    case .fhirXML: return try FHIRXMLRecord(reading: bytes, number: number, limits: limits)
    case .unknownXML: return try UnknownXMLRecord(reading: bytes, number: number, limits: limits)
    case .hl7v2: return try HL7Record(reading: bytes, number: number, limits: limits)
    case .text: return try TextRecord(reading: bytes, number: number, limits: limits)
    case .opaque: return try OpaqueRecord(reading: bytes, number: number, limits: limits)
    }
  }

  /// Reads a record that need not lie in memory: lines of FHIR NDJSON, of more bytes than are read whole, part by
  /// part. Of another format it is nil, and nothing of it was given to `also`.
  ///
  /// - Parameter also: gets every byte of the record once, in order.
  /// - Throws: a hold when it cannot be read surely.
  package static func read<Also: ByteSink>(
    byParts source: any ByteSource, number: Int, limits: Limits, also: inout Also
  ) throws(PacketError) -> FHIRLinesParts? {
    guard source.byteCount > limits.wholeLinesBytes else { return nil }
    let head = try FHIRLinesParts.bytes(
      0..<min(source.byteCount, max(limits.wholeLinesBytes, 1 << 20)), source)
    guard sniff(head) == .fhirNDJSON else { return nil }
    return try FHIRLinesParts(reading: source, number: number, limits: limits, also: &also)
  }

  /// The record without what a cut names, and what is left as its bytes read anew: what is said of it is never
  /// taken from what it was. The facts are nil when nothing is left that is worth sending.
  ///
  /// - Throws: a hold when it cannot be cut surely, or when what is left does not read as the same format: a
  ///   text that became JSON or a blob is looked into by other eyes than those that planned.
  package static func cut(
    _ record: any ReadRecord, _ cut: Cut, number: Int, limits: Limits
  ) throws(PacketError) -> (edited: EditedRecord, facts: RecordFacts?) {
    let edited = try record.cutting(cut)
    if edited.isEmpty { return (edited, nil) }
    if cut.isEmpty { return (edited, record.facts) }
    let facts = try read(edited.bytes, number: number, limits: limits).facts
    // Of lines, one may be left, which is one resource.
    let isOneLine = record.facts.format == .fhirNDJSON && facts.format == .fhirJSON
    guard facts.format == record.facts.format || isOneLine else {
      throw PacketError(
        "house.malformed", .hold, at: Place(record: number),
        "what is left of the record no longer reads as \(record.facts.format)",
        remedy: "withhold it whole, or export it again")
    }
    return (edited, facts)
  }

  /// Makes once what is otherwise made at its first use, for processes that are copied.
  package static func makeTables() {
    _ = (R4Elements.shared.memberNames.count, CDAVocabulary.elements.count)
    _ = (CDAVocabulary.extensions.count, CDAVocabulary.attributes.count)
    _ = FHIRElementTable.shared.elements.count
    _ = (R4Names.shared, FHIRDefinitions.shared)
  }

  /// JSON that is no FHIR resource is of a kind that is not known, once it is JSON at all.
  private static func requireFHIR(_ bytes: [UInt8], number: Int, limits: Limits) throws(PacketError) {
    guard !JSONLook(bytes.span).hasResourceType else { return }
    _ = try JSONDocument(bytes, limits: limits, origin: Place(record: number), skipsMark: true)
    throw notFHIR(bytes.count, number: number)
  }

  static func notFHIR(_ byteCount: Int, number: Int) -> PacketError {
    PacketError(
      "house.malformed", .hold, at: Place(record: number, bytes: 0..<byteCount),
      "JSON of a kind that is not known",
      remedy: "export it as a FHIR resource")
  }
}
