/// The forms of the ICD's codes, by which one is known that stands under the name of another of its lists: B20 as
/// ICD-9, 042 as ICD-10. Systems are told wrongly wherever a table was written before October 2015.
enum ICDForm {
  private static let lists: [Terminology] = [.icd10cm, .icd9cm, .icd9proc, .icd10pcs]

  /// Lists of the ICD that a code may be of beside those that its system names; none unless that system is of the
  /// ICD and cannot have the code, or both can have it.
  ///
  /// - Parameter plain: as ``CodeText/plain(_:)`` makes it.
  static func others(_ plain: [UInt8], besides named: [Terminology]) -> [Terminology] {
    guard named.contains(where: lists.contains) else { return [] }
    if named.contains(where: { isOf($0, plain) }) {
      return named.contains(.icd10cm) && isRatherICD9(plain) ? [.icd9cm] : []
    }
    return lists.filter { !named.contains($0) && isOf($0, plain) }
  }

  private static func isOf(_ terminology: Terminology, _ plain: [UInt8]) -> Bool {
    let signs = plain.filter { $0 != UInt8(ascii: ".") }
    let dot = plain.firstIndex(of: UInt8(ascii: "."))
    guard plain.count - signs.count <= 1, let first = signs.first else { return false }
    switch terminology {
    case .icd10cm:
      return (3...7).contains(signs.count) && dot ?? 3 == 3 && CodeText.isLetter(first)
        && CodeText.isDigit(signs[1]) && signs.allSatisfy(isSign)
    case .icd9cm:
      let digits = signs.dropFirst().allSatisfy(CodeText.isDigit)
      guard (3...5).contains(signs.count), digits else { return false }
      switch first {
      case UInt8(ascii: "E"):
        // E000 to E030 and E800 to E999.
        return signs.count >= 4 && dot ?? 4 == 4 && [0x30, 0x38, 0x39].contains(signs[1])
      case UInt8(ascii: "V"): return dot ?? 3 == 3
      default: return dot ?? 3 == 3 && CodeText.isDigit(first)
      }
    case .icd9proc:
      return (3...4).contains(signs.count) && dot ?? 2 == 2 && signs.allSatisfy(CodeText.isDigit)
    case .icd10pcs:
      return dot == nil && signs.count == 7 && sections.contains(first) && signs.allSatisfy(isSign)
        && !signs.contains(UInt8(ascii: "I")) && !signs.contains(UInt8(ascii: "O"))
    case .msdrg, .snomed, .loinc, .loincDocuments, .rxnorm, .hcpcs, .cpt, .atc, .labels: return false
    }
  }

  /// V and E mean other things in ICD-9-CM, which has them shorter: each V of ICD-10-CM has seven signs, and none
  /// of its codes begins with E9.
  private static func isRatherICD9(_ plain: [UInt8]) -> Bool {
    guard isOf(.icd9cm, plain), let first = plain.first else { return false }
    return first == UInt8(ascii: "V") || first == UInt8(ascii: "E") && plain[1] == UInt8(ascii: "9")
  }

  private static func isSign(_ byte: UInt8) -> Bool { CodeText.isDigit(byte) || CodeText.isLetter(byte) }

  /// What ICD-10-PCS begins with.
  private static let sections: [UInt8] = Array("0123456789BCDFGHX".utf8)
}
