/// Words for the types of documents that tell nothing of what is in them; all others are `record`.
package enum DocumentTypeNames {
  /// For people: `Progress note`.
  package static func title(_ loinc: String?) -> String { loinc.flatMap { titles[$0] } ?? "Record" }

  /// Whether a type may be named: one that is not on the list may tell what a record is about.
  package static func knows(_ loinc: String) -> Bool { titles[loinc] != nil }

  /// For file names: `progress-note`.
  static func slug(_ loinc: String?) -> String {
    title(loinc).lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  /// LOINC document codes (loinc.org), those of C-CDA R2.1's document templates first.
  private static let titles: [String: String] = [
    "34133-9": "Summary of care", "11506-3": "Progress note", "18842-5": "Discharge summary",
    "34117-2": "History and physical note", "11488-4": "Consultation note", "28570-0": "Procedure note",
    "11504-8": "Operative note", "18748-4": "Diagnostic imaging report", "57133-1": "Referral note",
    "18761-7": "Transfer summary", "52521-2": "Care plan", "18776-5": "Plan of treatment",
    "11502-2": "Laboratory report", "51845-6": "Consultation note", "34109-9": "Note",
    "34111-5": "Emergency department note", "34746-8": "Nursing note", "11526-1": "Pathology report",
    "47039-3": "Admission note", "28568-4": "Emergency department note", "26436-6": "Laboratory report",
    "60591-5": "Patient summary", "11369-6": "Immunization history", "10160-0": "Medication list",
    "46240-8": "Encounters", "67796-3": "Prehospital report", "18782-3": "Radiology report",
    "34878-9": "Emergency note", "34904-3": "Progress note", "34105-7": "Discharge summary",
  ]
}
