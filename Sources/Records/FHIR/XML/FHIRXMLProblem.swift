internal import Values
internal import XML

/// Why a record of FHIR XML cannot be read or cut: all hold.
enum FHIRXMLProblem {
  static func of(_ error: XMLError, record: Int) -> PacketError { error.held(rules, record: record) }

  private static let rules = XMLError.Rules(
    syntax: "fhir.xml.syntax", doctype: "fhir.xml.doctype", encoding: "fhir.xml.encoding",
    limit: "fhir.xml.limit")

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
