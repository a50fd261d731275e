/// A code system that the category files speak of, by the name that they use.
package enum Terminology: String, Sendable, CaseIterable {
  case icd10cm, icd9cm, icd10pcs, icd9proc, msdrg, snomed, loinc
  /// LOINC as the type of a document or section; looked up with `loinc`.
  case loincDocuments
  case rxnorm, hcpcs, cpt
  /// The WHO's anatomical therapeutic chemical classification of drugs: groups (`J05AR`) and drugs (`J05AR20`).
  case atc
  /// Security labels of HL7 ActCode.
  case labels

  /// The terminologies that a record's name for a system may mean: an OID, a URI with or without version,
  /// or a table of HL7 v2 (table 0396). nil when the name is none of ours.
  static func named(_ system: String) -> [Terminology]? {
    let isPlain = system.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    let plain = isPlain ? system : String(decoding: CodeText.plain(system), as: UTF8.self)
    let bare = plain.lowercased().prefix { $0 != "|" }
    let name = bare.hasPrefix("urn:oid:") ? String(bare.dropFirst(8)) : String(bare)
    if let found = names[name] { return found }
    // http://snomed.info/sct/731000124108, …/version/20250301
    if name.hasPrefix("http://snomed.info/sct") || name.hasPrefix("https://snomed.info/sct") {
      return [.snomed]
    }
    return name.last == "/" ? names[String(name.dropLast())] : nil
  }

  /// The terminologies whose codes cannot be mistaken for a plain number or a local word, by their shape
  /// alone: a code without a known system is looked up in all of these (fail closed).
  static func shaped(like code: [UInt8]) -> [Terminology] {
    var found: [Terminology] = []
    let digits = code.count(where: CodeText.isDigit)
    let isNumber = digits == code.count
    if isNumber, (6...18).contains(digits) { found += [.snomed, .rxnorm] }
    if let dash = code.lastIndex(of: UInt8(ascii: "-")), dash + 2 == code.count, digits == code.count - 1,
      (1...7).contains(dash), !races.contains(code)
    {
      found.append(.loinc)
    }
    let isPlain = code.allSatisfy { CodeText.isDigit($0) || CodeText.isLetter($0) || $0 == UInt8(ascii: ".") }
    if isPlain, let first = code.first, code.count >= 3 {
      let dot = code.firstIndex(of: UInt8(ascii: "."))
      if CodeText.isLetter(first), CodeText.isDigit(code[1]), code.count <= 8, dot ?? 3 == 3 {
        found.append(.icd10cm)
      }
      if let dot, digits == code.count - 1, dot == 3, code.count <= 6 { found.append(.icd9cm) }
      if CodeText.isLetter(first), digits == code.count - 1, let dot, dot == 3 || dot == 4, code.count <= 6 {
        found.append(.icd9cm)
      }
      if CodeText.isLetter(first), digits == 4, code.count == 5 { found.append(.hcpcs) }
      // Two letters in a row are in no code of ICD-10-CM at that place.
      if code.count == 7, CodeText.isWellFormed(code, in: .atc) { found.append(.atc) }
    }
    return found
  }

  /// CDC's codes of race and ethnicity have LOINC's shape and other meanings (2106-3 is White, and in LOINC a
  /// pregnancy test); PID-10 gives them without a system.
  private static let races: Set<[UInt8]> = Set(
    ["1002-5", "2028-9", "2054-5", "2076-8", "2106-3", "2131-1", "2135-2", "2186-5"].map { Array($0.utf8) })

  private static let names: [String: [Terminology]] = {
    let icd10: [Terminology] = [.icd10cm]
    let icd9: [Terminology] = [.icd9cm, .icd9proc]
    // HCPCS level I is CPT, so each may stand under the other's name.
    let procedures: [Terminology] = [.hcpcs, .cpt]
    let groups: [([Terminology], [String])] = [
      (
        icd10,
        [
          "2.16.840.1.113883.6.90", "2.16.840.1.113883.6.3", "2.16.840.1.113883.6.3.1",
          "http://hl7.org/fhir/sid/icd-10-cm", "http://hl7.org/fhir/sid/icd-10",
          "http://terminology.hl7.org/codesystem/icd10cm", "i10", "i10c", "icd10", "icd-10", "icd-10-cm",
          "icd10cm",
        ]
      ),
      (
        icd9,
        [
          "2.16.840.1.113883.6.103", "2.16.840.1.113883.6.104", "2.16.840.1.113883.6.42",
          "2.16.840.1.113883.6.2",
          "http://hl7.org/fhir/sid/icd-9-cm", "http://terminology.hl7.org/codesystem/icd9cm",
          "http://terminology.hl7.org/codesystem/icd9", "i9", "i9c", "i9cdx", "i9cp", "icd9", "icd-9",
          "icd9cm",
          "icd-9-cm",
        ]
      ),
      (
        [.icd10pcs],
        [
          "2.16.840.1.113883.6.4", "http://hl7.org/fhir/sid/icd-10-pcs",
          "http://www.cms.gov/medicare/coding/icd10",
          "i10p", "icd10pcs", "icd-10-pcs",
        ]
      ),
      ([.msdrg], ["2.16.840.1.113883.3.3719", "2.16.840.1.113883.6.301", "ms-drg", "msdrg", "drg", "cd2"]),
      (
        [.snomed],
        [
          "2.16.840.1.113883.6.96", "sct", "sct2", "snomed", "snomed-ct", "snomed ct", "snomedct", "snm3",
          "snm",
          "2.16.840.1.113883.6.5",
        ]
      ),
      ([.loinc], ["2.16.840.1.113883.6.1", "http://loinc.org", "https://loinc.org", "ln", "loinc"]),
      (
        [.rxnorm],
        ["2.16.840.1.113883.6.88", "http://www.nlm.nih.gov/research/umls/rxnorm", "rxnorm", "rxn", "rxcui"]
      ),
      (
        procedures,
        [
          "2.16.840.1.113883.6.285", "2.16.840.1.113883.6.14", "2.16.840.1.113883.6.12",
          "2.16.840.1.113883.6.13",
          "http://www.cms.gov/medicare/coding/hcpcsreleasecodesets",
          "https://www.cms.gov/medicare/coding/hcpcsreleasecodesets",
          "http://terminology.hl7.org/codesystem/hcpcs-level-ii", "http://www.ama-assn.org/go/cpt",
          "https://www.ama-assn.org/go/cpt", "c4", "c5", "cpt", "cpt4", "cpt-4", "cptm", "hpc", "hcpcs",
        ]
      ),
      (
        [.atc],
        [
          "2.16.840.1.113883.6.73", "http://www.whocc.no/atc", "https://www.whocc.no/atc",
          "http://terminology.hl7.org/codesystem/v3-wc", "http://fhir.de/codesystem/bfarm/atc",
          "http://fhir.de/codesystem/dimdi/atc", "atc", "wc",
        ]
      ),
      // Race and ethnicity: no category speaks of them, and their shape is LOINC's.
      ([], ["2.16.840.1.113883.6.238", "cdcrec", "hl70005", "hl70189", "urn:oid:2.16.840.1.113883.6.238"]),
      (
        [.labels],
        [
          "2.16.840.1.113883.5.4", "http://terminology.hl7.org/codesystem/v3-actcode",
          "http://hl7.org/fhir/v3/actcode",
          "http://hl7.org/implement/standards/fhir/v3/actcode", "actcode",
        ]
      ),
    ]
    var names: [String: [Terminology]] = [:]
    for (terminologies, texts) in groups {
      for text in texts { names[text] = terminologies }
    }
    return names
  }()
}
