/// The names of HL7's confidentiality codes (v3 Confidentiality), for labels that have a name and no code.
enum ConfidentialityName {
  static func code(_ name: String) -> String? { codes[name.lowercased()] }

  private static let codes = [
    "unrestricted": "U", "low": "L", "moderate": "M", "normal": "N", "restricted": "R",
    "very restricted": "V",
  ]
}
