internal import Values

/// Why a record of FHIR JSON cannot be read or cut: all hold.
enum FHIRProblem {
  /// An error of the JSON parser under FHIR's name: an operator looks for the format, not for the layer.
  static func ofFHIR(_ error: PacketError) -> PacketError {
    PacketError(
      error.rule == "json.limit" ? "fhir.json.limit" : "fhir.json.syntax", error.outcome, at: error.place,
      error.problem, remedy: error.remedy)
  }

  static func syntax(_ place: Place, _ problem: PlainText) -> PacketError {
    PacketError("fhir.json.syntax", .hold, at: place, problem, remedy: "export this record again")
  }

  static func duplicate(_ place: Place) -> PacketError {
    PacketError(
      "fhir.json.duplicate", .hold, at: place, "a name comes twice in one object",
      remedy: "export this record again")
  }

  static func contained(_ place: Place) -> PacketError {
    PacketError(
      "fhir.json.contained", .hold, at: place, "a contained resource contains another (FHIR R4 dom-2)",
      remedy: "export this record again")
  }

  /// A cut that would leave something unsaid or wrong.
  static func cut(_ place: Place, _ problem: PlainText) -> PacketError {
    PacketError("fhir.json.cut", .hold, at: place, problem, remedy: "withhold the resource whole, or decide")
  }
}
