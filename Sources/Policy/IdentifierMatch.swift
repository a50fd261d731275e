internal import Records
internal import Requests
internal import Values

/// Whether the numbers of two identities agree. Numbers are compared within one system; where both sides name
/// a system and share no number of it, they contradict.
enum IdentifierMatch {
  case agrees, contradicts
  /// One system agrees and another contradicts: two people's numbers on one page.
  case mixed
  /// Nothing to compare.
  case unknown

  static func judge(_ found: [PatientIdentity.Number], _ patient: [Identifier]) -> IdentifierMatch {
    var agreeing = false
    var contradicting = false
    for name in Set(found.map { system($0.system) }) {
      let theirs = numbers(found.filter { system($0.system) == name }.map(\.value))
      guard !theirs.isEmpty else { continue }
      guard let name else {
        // A number without a system is taken only where it is long enough not to agree by chance.
        let ours = numbers(patient.map(\.value)).filter { $0.utf8.count >= minimumLength }
        if !ours.isDisjoint(with: theirs) { agreeing = true }
        continue
      }
      let bare = numbers(patient.filter { $0.system == nil }.map(\.value))
      if !bare.filter({ $0.utf8.count >= minimumLength }).isDisjoint(with: theirs) { agreeing = true }
      let ours = numbers(patient.filter { system($0.system) == name }.map(\.value))
      guard !ours.isEmpty else { continue }
      if ours.isDisjoint(with: theirs) { contradicting = true } else { agreeing = true }
    }
    return switch (agreeing, contradicting) {
    case (true, false): .agrees
    case (false, true): .contradicts
    case (true, true): .mixed
    case (false, false): .unknown
    }
  }

  private static let minimumLength = 4

  /// As they are compared: case, hyphens, spaces and leading zeros do not count. What stands for "none"
  /// (zeros, one digit over and over) is no number.
  private static func numbers(_ values: [Sensitive<String>]) -> Set<String> {
    Set(
      values.map { $0.reveal(.match) }.compactMap { text in
        let kept = text.lowercased().unicodeScalars.filter { $0 != "-" && $0 != " " }
        let number = String(String.UnicodeScalarView(kept.drop { $0 == "0" }))
        let isFiller = kept.count > 3 && Set(kept).count == 1
        return number.isEmpty || isFiller ? nil : number
      })
  }

  /// One spelling for a system: an OID without its URN, SSN by its OID.
  private static func system(_ text: String?) -> String? {
    guard var text = text?.lowercased(), !text.isEmpty else { return nil }
    if text.hasPrefix("urn:oid:") { text = String(text.dropFirst(8)) }
    return text == "http://hl7.org/fhir/sid/us-ssn" ? "2.16.840.1.113883.4.1" : text
  }
}
