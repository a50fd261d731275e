/// Words folded for comparison: letters lower, everything that is neither letter nor digit one space, one
/// space at each end, so that only whole words match.
struct CDATerm: Hashable {
  let folded: [UInt8]

  /// nil for what tells nothing: no word of two letters, a plain number, or a word of ``emptyWords``.
  init?(_ text: some Sequence<UInt8>) {
    let folded = Self.fold(text)
    guard folded.count >= 4, folded.count <= 500, folded.contains(where: { $0 > 0x39 }) else { return nil }
    guard !Self.emptyWords.contains(folded) else { return nil }
    self.folded = folded
  }

  /// SNOMED CT's full names end in what kind of thing it is, `HIV disease (disorder)`; narrative does not.
  static func all(_ text: [UInt8]) -> [CDATerm] {
    var terms: [CDATerm] = []
    if let term = CDATerm(text) { terms.append(term) }
    if text.last == UInt8(ascii: ")"), let open = text.lastIndex(of: UInt8(ascii: "(")), open > 0,
      let term = CDATerm(text[..<open])
    {
      terms.append(term)
    }
    return terms
  }

  static func fold(_ text: some Sequence<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    fold(text, into: &folded)
    return folded
  }

  /// Appends the folded text.
  static func fold(_ text: some Sequence<UInt8>, into folded: inout [UInt8]) {
    folded.append(0x20)
    var previous: UInt8 = 0
    for var byte in text {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte += 0x20
      // À to Þ, as UTF-8 has them after C3.
      case 0x80...0x9E where previous == 0xC3 && byte != 0x97: byte += 0x20
      default: break
      }
      let isNoBreakSpace = previous == 0xC2 && byte == 0xA0
      previous = byte
      if isNoBreakSpace {
        folded.removeLast()
        if folded.last != 0x20 { folded.append(0x20) }
      } else if byte >= 0x80 || byte.isLetterOrDigit {
        folded.append(byte)
      } else if folded.last != 0x20 {
        folded.append(0x20)
      }
    }
    if folded.last != 0x20 { folded.append(0x20) }
  }

  /// The first word, without blanks.
  var firstWord: Range<Int> {
    var end = 1
    while end < folded.count, folded[end] != 0x20 { end += 1 }
    return min(1, folded.count)..<end
  }

  func isIn(_ text: Span<UInt8>) -> Bool {
    guard folded.count <= text.count else { return false }
    let wanted = folded.span
    var start = 0
    while start <= text.count - wanted.count {
      var offset = 0
      while offset < wanted.count, text[start + offset] == wanted[offset] { offset += 1 }
      if offset == wanted.count { return true }
      start += 1
    }
    return false
  }

  /// Answers and qualities that stand in the narrative of everything: they name no subject.
  private static let emptyWords: Set<[UInt8]> = Set(
    [
      "positive", "negative", "normal", "abnormal", "present", "absent", "detected", "not detected",
      "reactive", "non reactive", "nonreactive", "yes", "no", "unknown", "none", "other", "active",
      "inactive", "resolved", "completed", "final", "preliminary", "pending", "mild", "moderate", "severe",
      "mild to moderate", "moderate to severe", "low", "high", "true", "false", "problem", "condition",
      "diagnosis", "finding", "complaint", "symptom", "assertion", "status", "concern", "severity",
      "comment", "note", "notes", "annotation comment", "result", "results", "medication", "medications",
      "procedure", "procedures", "encounter", "encounters", "allergy", "allergies", "vital signs",
      "immunization", "immunizations", "left", "right", "bilateral", "oral", "patient", "date", "value",
      "type", "name", "description", "code", "drug", "dose", "age", "sex", "male", "female", "history",
      "instructions", "instruction", "plan", "goal", "goals", "reaction", "allergen", "substance",
      "n a", "not applicable", "no information", "information", "functional status", "cognitive status",
      "age at onset", "encounter diagnosis", "discharge diagnosis", "hospital discharge diagnosis",
      "admission diagnosis", "problem list", "problem status", "clinical status", "allergy status",
      "drug allergy", "food allergy", "propensity to adverse reactions", "test", "tests", "laboratory",
      "chronic", "acute", "office visit", "social history", "family history", "social history observation",
      "indication", "drug therapy", "not available", "not recorded", "not specified", "unspecified",
      "no data", "not done", "not known", "unable to assess", "see comment", "see comments", "see note",
      "see report", "as needed", "daily", "once daily", "twice daily", "tablet", "capsule", "injection",
      "allergies adverse reactions alerts", "allergy to substance", "allergy to substance disorder",
      "drug allergy disorder", "food allergy disorder", "propensity to adverse reactions disorder",
      "propensity to adverse reactions to drug", "propensity to adverse reactions to substance",
      "information source", "no longer active", "expired", "abnormal flag", "within normal limits", "alive",
      "deceased", "current", "former", "never",
    ].map { fold($0.utf8) })

  /// Codes that only say what kind of statement it is, or in what state: SNOMED CT, LOINC and ActCode values
  /// of the C-CDA templates.
  static let emptyCodes: Set<[UInt8]> = Set(
    [
      "ASSERTION", "CONC", "SEV", "64572001", "55607006", "404684003", "409586006", "282291009", "418799008",
      "248536006", "75326-9", "75323-6", "75325-1", "75321-0", "75318-6", "75319-4", "29308-4", "33999-4",
      "48767-8", "48765-2", "8661-1", "11450-4", "46680005", "55561003", "413322009", "73425007", "419199007",
      "416098002", "418038007", "419511003", "420134006", "414285001", "424213003", "426232007", "235719002",
      "232347008", "445518008", "397659008", "11323-3", "371898006", "76691-5", "46239-0", "10183-2",
      "48766-0", "10160-0", "30954-2", "8716-3", "11369-6", "29762-2", "46240-8", "47519-4", "18776-5",
      "48764-5",
    ].map { Array($0.utf8) })

  /// Observations of how an entry stands, not of what it is about: its status, severity, source, the age at
  /// which it began. Their values are in every row.
  static let aspectCodes = [
    "33999-4", "48766-0", "SEV", "11323-3", "445518008", "263490005",
  ]
}
