package import Values

/// A record that we cannot look into: PDF, TIFF, JPEG, DICOM, RTF, HTML, archives, anything else. It leaves
/// whole or not at all, and a person looks at it first (RULES.md cat.opaque, house.opaque-redact).
package struct OpaqueRecord: ReadRecord {
  package let facts: RecordFacts
  private let bytes: [UInt8]
  private let number: Int

  /// - Throws: `house.limit` (hold) for a record that is too large.
  package init(reading bytes: [UInt8], number: Int, limits: Limits) throws(PacketError) {
    guard bytes.count <= limits.recordBytes else {
      throw PacketError(
        "house.limit", .hold, at: Place(record: number),
        "the record is larger than \(limits.recordBytes) bytes",
        remedy: "split the record")
    }
    (self.bytes, self.number) = (bytes, number)
    var facts = RecordFacts(format: .opaque, byteCount: bytes.count)
    facts.units = [RecordUnit(.record, parent: nil, place: Place(record: number, bytes: 0..<bytes.count))]
    self.facts = facts
  }

  /// - Throws: `house.opaque-redact` (hold) for a cut of anything but the whole.
  package func cutting(_ cut: Cut) throws(PacketError) -> EditedRecord {
    guard !cut.isEmpty else { return EditedRecord(bytes: bytes) }
    guard cut.units == [0] else {
      throw PacketError(
        "house.opaque-redact", .hold, at: Place(record: number),
        "something is to be taken out of a record that cannot be looked into",
        remedy: "look at it, and decide")
    }
    return EditedRecord(bytes: [], isEmpty: true)
  }
}
