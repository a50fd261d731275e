package import Values

/// What to take out of one record: decided by Policy, carried out by the format.
package struct Cut: Sendable, Equatable {
  /// Units to withhold; all within them goes too.
  package var units: Set<Int> = []
  /// Arena ranges (each within one run) whose text is replaced by the mark `[withheld]` (in FHIR and CDA
  /// by the format's own way of saying masked).
  package var redactions: [Range<Int>] = []
  /// Values without text (FHIR's true and false), by the format's own numbers out of a ``Selection``: they are
  /// replaced by the format's own way of saying masked. Only FHIR has them.
  package var values: Set<Int> = []

  package init(units: Set<Int> = [], redactions: [Range<Int>] = [], values: Set<Int> = []) {
    (self.units, self.redactions, self.values) = (units, redactions, values)
  }
  package var isEmpty: Bool { units.isEmpty && redactions.isEmpty && values.isEmpty }
}

/// What became of a record.
package struct EditedRecord: Sendable {
  package var bytes: [UInt8]
  /// Units that went although they were not in the cut: references that dangled, narrative that could not
  /// be mended, empty parents (DESIGN.md §4.8: counted and told).
  package var alsoWithheld: [Int]
  /// Nothing of the record is left that is worth sending: it is withheld whole.
  package var isEmpty: Bool
  package init(bytes: [UInt8], alsoWithheld: [Int] = [], isEmpty: Bool = false) {
    (self.bytes, self.alsoWithheld, self.isEmpty) = (bytes, alsoWithheld, isEmpty)
  }
}

/// A record that was read: its facts, and how to take something out of it. One conformer a format.
package protocol ReadRecord: Sendable {
  var facts: RecordFacts { get }

  /// The record without what the cut names. An empty cut gives the very same bytes.
  ///
  /// - Throws: a hold when it cannot be done surely.
  func cutting(_ cut: Cut) throws(PacketError) -> EditedRecord

  /// What a site's own selectors name in this record, one answer each; of another format's, nothing.
  ///
  /// - Throws: a hold when that cannot be told surely; `site.limit` when it takes too long.
  func selected(by uses: [SelectorUse]) throws(PacketError) -> [Selection]

  /// Where parts and texts stand in the record as it came, each as an address that another program finds again
  /// (DESIGN.md §4.6). Made only for what was cut. No address holds a word of the record's own.
  ///
  /// - Throws: a hold when the record is no longer read as it was.
  func addresses(of parts: [CutPart]) throws(PacketError) -> [Place]
}
