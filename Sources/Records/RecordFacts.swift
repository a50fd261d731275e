package import Values

/// What reading a record tells, before anyone decides: its format, whose it is, what kinds of entries it
/// has, and every text that a reader of it could see. Codes and identities are from the source bytes.
///
/// All text (display names, narrative, values, notes) lies decoded as UTF-8 in one arena, so that a term
/// search is one pass; runs tell which unit each piece belongs to.
package struct RecordFacts: Sendable {
  package var format: RecordFormat
  package var byteCount: Int
  /// Every patient identity that the record states, one for each message, line or document at least.
  package var identities: [PatientIdentity] = []
  /// People whom free text of the record names behind a label: each has one value only.
  package var mentions: [PatientIdentity] = []
  /// People whom the record names at places of their own, and where what is known of them stands.
  package var people = KnownPeople()
  /// LOINC (or local) type of the document, if it says.
  package var documentTypes: [Code] = []
  /// First and last day of service that the record states.
  package var serviceDays: ClosedRange<Day>?
  /// The last day by which something had surely begun, and the first by which something had surely ended, where the
  /// format tells them: what was only planned is left out, and of a month or a year nobody knows the day.
  package var lastBegun: Day?
  package var firstEnded: Day?
  /// A tree in document order; unit 0 is the whole record.
  package var units: [RecordUnit] = []
  package var runs: [TextRun] = []
  /// UTF-8; runs are separated by one 0x00, which no run holds.
  package var arena: [UInt8] = []
  /// What the format itself found: unknown parts, limits, things to hold for.
  package var findings: [Finding] = []

  package init(format: RecordFormat, byteCount: Int) {
    (self.format, self.byteCount) = (format, byteCount)
  }
}

/// Whose record it is, as the record says (recordTarget, Patient, PID, header of a text).
package struct PatientIdentity: Sendable, Hashable {
  package struct Name: Sendable, Hashable {
    package var family: Sensitive<String>?
    package var given: [Sensitive<String>]
    package init(family: String?, given: [String]) {
      self.family = family.map { Sensitive($0) }
      self.given = given.map { Sensitive($0) }
    }
  }
  package struct Number: Sendable, Hashable {
    package var system: String?
    package var value: Sensitive<String>
    /// What it numbers within its system, by HL7 table 0203 (`MR`, `VN`…), where the record says.
    package var kind: String?
    package init(system: String?, value: String, kind: String? = nil) {
      self.system = system
      self.value = Sensitive(value)
      self.kind = kind
    }
  }
  package var place: Place
  package var names: [Name] = []
  package var birthDate: Sensitive<Day>?
  package var identifiers: [Number] = []
  /// The unit (message, line, resource) that this identity is of.
  package var unit: Int
  package init(place: Place, unit: Int) { (self.place, self.unit) = (place, unit) }
}

/// A part of a record that can be withheld by itself: a section, an entry, a narrative row, a resource, a
/// group of segments, a paragraph.
package struct RecordUnit: Sendable {
  package enum Kind: String, Sendable, Showable {
    case record, header, section, entry, narrative, resource, contained, message, group, segment, paragraph
    /// Embedded bytes that we cannot look into (base64 PDF and the like).
    case attachment
    /// A comment or processing instruction: no reader of the record sees it, and it never leaves with a record
    /// of which anything was withheld.
    case remark
    package var shown: String { rawValue }
  }
  package var kind: Kind
  /// Index of the unit that holds this one; nil for unit 0.
  package var parent: Int?
  package var place: Place
  /// FHIR resource type, HL7 segment id, LOINC of a section: only when it is on the format's own list of
  /// known names, so that it can be shown; nil otherwise.
  package var type: String?
  /// False for segments, sections, resource types, extensions that the format does not know (DESIGN §4.9).
  package var isKnown: Bool
  /// All codes of this unit itself, not of units within it.
  package var codes: [Code] = []
  /// Security labels and confidentiality codes on this unit (`R`, `HIV`, `PSYTHPN`…).
  package var labels: [Code] = []
  /// Days of service of this unit itself. What is said less exactly than by the day, and a period, belong to every
  /// day of theirs.
  package var days: [ClosedRange<Day>] = []
  /// False where the format cannot take this unit out alone (then its nearest removable parent goes).
  package var isRemovable: Bool

  package init(
    _ kind: Kind, parent: Int?, place: Place, type: String? = nil, isKnown: Bool = true,
    isRemovable: Bool = true
  ) {
    (self.kind, self.parent, self.place, self.type) = (kind, parent, place, type)
    (self.isKnown, self.isRemovable) = (isKnown, isRemovable)
  }
}

/// A piece of decoded text in the arena.
package struct TextRun: Sendable {
  package enum Kind: Sendable {
    /// Words for people: narrative, notes, display names, titles.
    case words
    /// A value that is not words: numbers, identifiers, dates, codes, URLs.
    case value
    /// A value that by its place is a social security number (CDA id root 2.16.840.1.113883.4.1, FHIR system
    /// `http://hl7.org/fhir/sid/us-ssn`, HL7 v2 PID-19 and CX type `SS`), however it is written.
    case socialSecurityNumber
  }
  package var unit: Int
  package var kind: Kind
  /// Where it lies in the arena.
  package var range: Range<Int>
  package init(unit: Int, kind: Kind, range: Range<Int>) {
    (self.unit, self.kind, self.range) = (unit, kind, range)
  }
}
