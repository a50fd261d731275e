import Records
import Values

/// Messages made for the tests; nobody in them exists.
enum HL7Sample {
  static let header = #"MSH|^~\&|LAB|GENERAL|CLINIC|NORTH|20260301080000||ORU^R01^ORU_R01|42|P|2.5.1"#
  static let patient =
    "PID|1||4711^^^&2.16.840.1.113883.19.5&ISO^MR~899990000^^^USSSA^SS||ROE^JANE^ANN||19700105|F|||1 ELM ST^^TOWN"

  /// Two orders: a blood count with a comment, and a panel of one result.
  static let results = lines([
    header, patient, segment("PV1", [1: "1", 2: "O", 3: "CLIN^1", 44: "20260228", 45: "20260301"]),
    "ORC|RE|A1|F1", "OBR|1|A1|F1|58410-2^CBC^LN|||20260227080000", "OBX|1|NM|718-7^Hemoglobin^LN||13.9|g/dL",
    "NTE|1||taken twice", "OBX|2|NM|4544-3^Hematocrit^LN||41|%", "OBX|3|NM|777-3^Platelets^LN||221|10*3/uL",
    "ORC|RE|A2|F2", "OBR|2|A2|F2|75622-1^Serology^LN|||20260226", "OBX|1|ST|5221-7^Antibody^LN||REACTIVE",
    "SPM|1|S9",
  ])

  /// A segment of these fields, by their numbers.
  static func segment(_ id: String, _ fields: [Int: String]) -> String {
    id + (1...(fields.keys.max() ?? 1)).map { "|" + (fields[$0] ?? "") }.joined()
  }

  /// Segments, each with CR.
  static func lines(_ segments: [String], end: String = "\r") -> String {
    segments.map { $0 + end }.joined()
  }

  static func read(_ text: String, limits: Limits = .standard) throws -> HL7Record {
    try HL7Record(reading: bytes(text), number: 3, limits: limits)
  }

  /// A message of these segments behind MSH and PID.
  static func message(_ segments: String..., kind: String = "ORU^R01") -> String {
    lines([header.replacing("ORU^R01^ORU_R01", with: kind), patient] + segments)
  }
}

extension String {
  /// Every `part` replaced.
  func replacing(_ part: String, with other: String) -> String {
    var (out, rest) = ("", self[...])
    while let start = rest.indices.first(where: { rest[$0...].hasPrefix(part) }) {
      out += rest[..<start] + other
      rest = rest[start...].dropFirst(part.count)
    }
    return out + rest
  }
}
