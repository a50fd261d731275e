internal import Records
internal import Requests
internal import Values

/// Whether the numbers of two identities agree. Numbers are compared within one system; where both sides name
/// a system and share no number of it, they contradict. A page that has, beside the patient's number, another
/// one of the same kind is of two people, or of one whose numbers nobody has laid together.
enum IdentifierMatch {
  case agrees, contradicts
  /// Two people's numbers on one page: one agrees and another contradicts, or they contradict each other.
  case mixed
  /// Nothing to compare.
  case unknown

  static func judge(_ found: [PatientIdentity.Number], _ patient: [Identifier]) -> IdentifierMatch {
    var agreeing = false
    var contradicting = false
    var doubled = false
    let bare = numbers(patient.filter { $0.system == nil })
    for name in Set(found.map { system($0.system) }) {
      let theirs = Self.theirs(found.filter { system($0.system) == name })
      guard !theirs.isEmpty else { continue }
      guard let name else {
        // A number without a system is taken only where it is long enough not to agree by chance.
        let ours = long(numbers(patient))
        if theirs.keys.contains(where: ours.contains) { agreeing = true }
        continue
      }
      let ours = numbers(patient.filter { system($0.system) == name })
      let known = ours.union(long(bare))
      let shared = theirs.filter { known.contains($0.key) }
      if !shared.isEmpty { agreeing = true }
      if shared.isEmpty, !ours.isEmpty { contradicting = true }
      let others = theirs.filter { !known.contains($0.key) }
      if others.contains(where: { other in shared.contains { isOfOneKind($0.value, other.value) } }) {
        doubled = true
      }
      // Numbers that the request does not know are not known to be one person's either.
      if others.count > 1, hasTwoOfOneKind(Array(others.values)) { doubled = true }
    }
    if doubled { return agreeing || !contradicting ? .mixed : .contradicts }
    return switch (agreeing, contradicting) {
    case (true, false): .agrees
    case (false, true): .contradicts
    case (true, true): .mixed
    case (false, false): .unknown
    }
  }

  private static let minimumLength = 4
  private static func long(_ numbers: Set<String>) -> Set<String> {
    numbers.filter { $0.utf8.count >= minimumLength }
  }

  /// Kinds of HL7 table 0203 that number a stay or an account: a patient has many.
  private static let ofStays: Set<String> = ["AN", "ANC", "AND", "ANT", "VN"]

  /// The numbers of one system with the kinds that the record gives them.
  private static func theirs(_ found: [PatientIdentity.Number]) -> [String: Set<String>] {
    var kinds: [String: Set<String>] = [:]
    for number in found {
      guard let value = compared(number.value) else { continue }
      kinds[value, default: []].formUnion(number.kind.map { [$0.uppercased()] } ?? [])
    }
    return kinds
  }

  /// One number of a kind is enough; a number without a kind may be of any, but of stays.
  private static func isOfOneKind(_ a: Set<String>, _ b: Set<String>) -> Bool {
    guard a.isDisjoint(with: ofStays), b.isDisjoint(with: ofStays) else { return false }
    return a.isEmpty || b.isEmpty || !a.isDisjoint(with: b)
  }

  private static func hasTwoOfOneKind(_ kinds: [Set<String>]) -> Bool {
    kinds.indices.contains { a in kinds[(a + 1)...].contains { isOfOneKind(kinds[a], $0) } }
  }

  private static func numbers(_ identifiers: [Identifier]) -> Set<String> {
    Set(identifiers.compactMap { compared($0.value) })
  }

  /// As they are compared: case, hyphens, spaces and leading zeros do not count. What stands for "none"
  /// (zeros, one digit over and over) is no number.
  static func compared(_ value: Sensitive<String>) -> String? {
    let kept = value.reveal(.match).lowercased().unicodeScalars.filter { $0 != "-" && $0 != " " }
    let number = String(String.UnicodeScalarView(kept.drop { $0 == "0" }))
    let isFiller = kept.count > 3 && Set(kept).count == 1
    return number.isEmpty || isFiller ? nil : number
  }

  /// One spelling for a system: an OID without its URN, SSN by its OID.
  private static func system(_ text: String?) -> String? {
    guard var text = text?.lowercased(), !text.isEmpty else { return nil }
    if text.hasPrefix("urn:oid:") { text = String(text.dropFirst(8)) }
    return text == "http://hl7.org/fhir/sid/us-ssn" ? "2.16.840.1.113883.4.1" : text
  }
}
