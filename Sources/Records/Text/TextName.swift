internal import Values

/// A person's name as a text writes it: `DOE, JANE A` or `Jane A. Doe`.
enum TextName {
  private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "dr", "prof"]
  private static let suffixes: Set<String> = ["jr", "sr", "ii", "iii", "iv", "md", "phd", "rn", "esq"]

  /// nil when there is no name: what follows a digit or an opening bracket is none.
  static func read(_ value: ArraySlice<UInt8>) -> PatientIdentity.Name? {
    let text = value.prefix(120).prefix { byte in
      !(0x30...0x39).contains(byte) && byte != UInt8(ascii: "(") && byte != UInt8(ascii: "[")
    }
    let parts = text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(words)
    guard let first = parts.first else { return nil }
    // `Doe, Jane` unless what follows the comma is only a suffix.
    if parts.count > 1, let given = parts.dropFirst().first(where: { !$0.isEmpty }), !first.isEmpty {
      return PatientIdentity.Name(family: first.joined(separator: " "), given: given)
    }
    guard let family = first.last else { return nil }
    return PatientIdentity.Name(family: family, given: Array(first.dropLast()))
  }

  /// Whether two ways of writing mean one name: the case and further given names aside.
  static func isSame(_ a: PatientIdentity.Name, _ b: PatientIdentity.Name) -> Bool {
    func lower(_ part: Sensitive<String>?) -> String { part?.reveal(.match).lowercased() ?? "" }
    guard lower(a.family) == lower(b.family) else { return false }
    return lower(a.given.first) == lower(b.given.first)
  }

  /// Words without titles, suffixes and full stops.
  private static func words(_ text: ArraySlice<UInt8>) -> [String] {
    text.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ".") })
      .map { String(decoding: $0, as: UTF8.self) }
      .filter { !titles.contains($0.lowercased()) && !suffixes.contains($0.lowercased()) }
  }
}
