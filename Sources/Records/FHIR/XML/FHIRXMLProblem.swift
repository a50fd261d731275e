internal import Values
internal import XML

/// Why a record of FHIR XML cannot be read or cut: all hold.
enum FHIRXMLProblem {
  static func of(_ error: XMLError, record: Int) -> PacketError {
    let rule: RuleID
    var remedy: PlainText = "export this record again"
    switch error.problem {
    case .syntax: rule = "fhir.xml.syntax"
    case .doctype: rule = "fhir.xml.doctype"
    case .encoding: rule = "fhir.xml.encoding"
    case .attributes, .depth, .nodes, .size, .memory:
      rule = "fhir.xml.limit"
      remedy = "export this record in smaller parts"
    }
    return PacketError(
      rule, .hold, at: Place(record: record, line: error.line ?? 1), error.words, remedy: remedy)
  }

  /// What the form of FHIR XML does not have (R4, XML): it might be read in another way elsewhere.
  static func form(_ place: Place, _ problem: PlainText) -> PacketError {
    PacketError("fhir.xml.form", .hold, at: place, problem, remedy: "export this record again")
  }

  static func twice(_ place: Place) -> PacketError {
    PacketError(
      "fhir.xml.duplicate", .hold, at: place, "an element comes twice where FHIR R4 has it once",
      remedy: "export this record again")
  }

  static func stray(_ record: Int) -> PacketError {
    PacketError(
      "fhir.xml.cut", .hold, at: Place(record: record), "a cut names a part that the record does not have",
      remedy: "report this as a bug")
  }

  /// A rule of the reader of FHIR under the name of this format.
  static func rule(_ rule: RuleID) -> RuleID {
    switch rule {
    case "fhir.json.syntax": "fhir.xml.syntax"
    case "fhir.json.limit": "fhir.xml.limit"
    case "fhir.json.duplicate": "fhir.xml.duplicate"
    case "fhir.json.contained": "fhir.xml.contained"
    case "fhir.json.cut": "fhir.xml.cut"
    case "fhir.json.modifier": "fhir.xml.modifier"
    case "fhir.json.implicitRules": "fhir.xml.implicitRules"
    default: rule
    }
  }
}
