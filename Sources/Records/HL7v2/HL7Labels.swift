internal import Values

/// Security labels, where a field's table has codes for them. They are believed upwards only (RULES.md cat.label).
enum HL7Labels {
  /// MSH-8, when it is a known confidentiality or sensitivity code.
  static func security(_ text: String?) -> [Code] {
    guard let text, known.contains(text) else { return [] }
    return [Code(system: "HL7v3Confidentiality", code: text)]
  }

  /// PV1-16, table 0099: any code there marks a VIP.
  static func visit(_ text: String?) -> [Code] {
    text.map { [Code(system: "HL70099", code: $0)] } ?? []
  }

  /// TXA-18, table 0272: usual, restricted, very restricted.
  static func document(_ text: String?) -> [Code] { confidentiality(text, "HL70272") }

  /// ORC-28, table 0177, whose AID, HIV, ETH and PSY are sensitivity codes.
  static func order(_ text: String?) -> [Code] {
    let labels = confidentiality(text, "HL70177")
    return text == "AID" ? labels + [Code(system: "HL70177", code: "HIV")] : labels
  }

  /// DG1-18, table 0136: a diagnosis marked confidential is restricted.
  static func diagnosis(_ text: String?) -> [Code] {
    text == "Y" ? [Code(system: "HL7v3Confidentiality", code: "R")] : []
  }

  /// ARV-3 and ARV-4, tables 0717 and 0719: what is restricted, and why.
  static func access(_ arv: HL7Components) -> [Code] { [arv.code(3), arv.code(4)].compactMap { $0 } }

  private static func confidentiality(_ text: String?, _ table: String) -> [Code] {
    guard let text, known.contains(text) else { return [] }
    return [Code(system: table, code: text)]
  }

  /// Tables 0177 and 0272, and the codes of HL7 v3 Confidentiality and ActCode that label rules know.
  private static let known: Set<String> = [
    "V", "R", "U", "N", "M", "L", "EMP", "UWM", "VIP", "PSY", "AID", "HIV", "ETH", "ETHUD", "OPIOIDUD", "SUD",
    "MH",
    "BH", "PSYTHPN", "STD", "SEX", "SDV", "VIO", "MST", "GDIS", "SCA", "PREGNANT", "COGN", "DVD",
  ]
}
