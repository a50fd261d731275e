/// A code as it is compared: upper case, in plain signs, without white space around it, and without the dot where
/// the terminology's dot only parts it (ICD).
enum CodeText {
  static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
  static func isLetter(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }

  /// Upper case, trimmed, of ``PlainSigns``.
  static func plain(_ text: String) -> [UInt8] {
    var bytes = PlainSigns.code(Array(text.utf8)).map { ($0 >= 0x61 && $0 <= 0x7A) ? $0 - 0x20 : $0 }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    let head = bytes.prefix { $0 <= 0x20 }.count
    bytes.removeFirst(head)
    return bytes
  }

  static func compared(_ plain: [UInt8], in terminology: Terminology) -> [UInt8] {
    switch terminology {
    case .icd10cm, .icd9cm, .icd10pcs, .icd9proc:
      return plain.filter { $0 != UInt8(ascii: ".") && $0 > 0x20 }
    case .msdrg:
      let digits = plain.drop { $0 == UInt8(ascii: "0") }
      return [UInt8](repeating: UInt8(ascii: "0"), count: max(0, 3 - digits.count)) + digits
    case .cpt, .hcpcs:
      // A modifier follows the code: 99408-25, H0001:HF.
      return Array(plain.prefix { isDigit($0) || isLetter($0) })
    case .snomed, .loinc, .loincDocuments, .rxnorm, .atc, .labels: return plain
    }
  }

  /// Whether a code of a category file has its terminology's form.
  static func isWellFormed(_ plain: [UInt8], in terminology: Terminology) -> Bool {
    let digits = plain.count(where: isDigit)
    let letters = plain.count(where: isLetter)
    switch terminology {
    case .snomed: return (6...18).contains(digits) && digits == plain.count
    case .rxnorm: return (1...8).contains(digits) && digits == plain.count
    case .loinc, .loincDocuments:
      return plain.count >= 3 && plain[plain.count - 2] == UInt8(ascii: "-") && digits == plain.count - 1
    case .icd10cm, .icd9cm, .icd10pcs, .icd9proc:
      let dots = plain.count { $0 == UInt8(ascii: ".") }
      return (2...7).contains(digits + letters) && dots <= 1 && digits + letters + dots == plain.count
    case .cpt, .hcpcs: return plain.count == 5 && digits + letters == 5
    case .msdrg: return digits == plain.count && (1...3).contains(digits)
    case .atc:
      // A letter, two digits, two letters, two digits, as far as they go.
      let form: [Bool] = [false, true, true, false, false, true, true]
      return [3, 4, 5, 7].contains(plain.count)
        && zip(plain, form).allSatisfy { $1 ? isDigit($0) : isLetter($0) }
    case .labels: return !plain.isEmpty
    }
  }

  /// SNOMED CT post-coordinated expressions hold several concepts; each is looked up.
  static func concepts(_ plain: [UInt8]) -> [[UInt8]] {
    if plain.allSatisfy(isDigit) { return [plain] }
    return plain.split { !isDigit($0) }.filter { (6...18).contains($0.count) }.map(Array.init)
  }
}
