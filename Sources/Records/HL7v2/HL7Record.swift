package import Values

/// An HL7 v2 message, or a file of messages (HL7 v2.5.1 §2.10.3), in the classic encoding (ER7).
///
/// It trusts no byte: each message is read by its own MSH. What cannot be read surely holds: an error where
/// nothing can be told, a finding where the rest can be.
package struct HL7Record: ReadRecord {
  package let facts: RecordFacts
  let bytes: [UInt8]
  let number: Int
  let layout: HL7Layout
  /// Where each run's text begins in the record.
  let sources: [UInt32]
  /// Runs that were decoded out of embedded data.
  let decodedRuns: Set<Int>

  /// Reads a record.
  ///
  /// - Parameter number: the record's number in the request's order, from 1.
  /// - Throws: `hl7.syntax`, `hl7.delimiters`, `hl7.charset`, `hl7.frame` or `hl7.limit` (hold) with the line.
  package init(reading bytes: [UInt8], number: Int, limits: Limits) throws(PacketError) {
    let reader = try HL7Reader(bytes, record: number, limits: limits)
    (self.bytes, self.number) = (bytes, number)
    (facts, layout) = (reader.facts, reader.layout)
    (sources, decodedRuns) = (reader.fields.sources, reader.fields.decodedRuns)
  }

  package func cutting(_ cut: Cut) throws(PacketError) -> EditedRecord {
    guard !cut.isEmpty else { return EditedRecord(bytes: bytes) }
    let redactions = try HL7Masking.redactions(of: cut.redactions, in: self)
    let withdrawal = try HL7Withdrawal(cut, redactions, from: self)
    guard !withdrawal.isWhole else {
      return EditedRecord(bytes: [], alsoWithheld: withdrawal.alsoWithheld, isEmpty: true)
    }
    var plan = EditPlan()
    let masked = try HL7Masking.ranges(of: redactions, in: self, without: withdrawal)
    for range in masked { plan.replace(range.bytes, with: range.replacement) }
    withdrawal.removeSegments(from: &plan)
    HL7Numbering(self, withdrawal, masked: masked.map(\.bytes)).mend(&plan)
    return EditedRecord(
      bytes: try plan.applied(to: bytes, record: number), alsoWithheld: withdrawal.alsoWithheld)
  }

  package func addresses(of parts: [CutPart]) -> [Place] { HL7Addresses(self).places(of: parts) }

  /// How the message (or batch header) around a segment is read.
  func context(ofByte offset: Int) -> HL7Context? {
    guard let segment = layout.segment(holding: offset) else { return nil }
    if let message = layout.message(holding: segment) { return layout.messages[message].context }
    return layout.outerContext(of: segment)
  }
}
