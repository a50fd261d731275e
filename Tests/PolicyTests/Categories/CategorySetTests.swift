import Policy
import Records
import Testing
import Values
import YAML

@Suite("RULES.md §9, rules/README.md: codes, labels and terms")
struct CategorySetTests {
  /// What is said of a record that holds just this code.
  static func categories(_ system: String?, _ code: String) throws -> [String: Certainty] {
    var found: [String: Certainty] = [:]
    for meaning in try ShippedCategories.set().meanings(system: system, code: code) {
      found[meaning.category] = max(found[meaning.category] ?? .weak, meaning.certainty)
    }
    return found
  }

  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let system: String?
    let code: String
    let category: String
    let certainty: Certainty?
  }
  static let examples = [
    Example(
      testDescription: "ICD-10-CM by OID", system: "2.16.840.1.113883.6.90", code: "B20", category: "HIV",
      certainty: .certain),
    Example(
      testDescription: "ICD-10-CM by URI", system: "http://hl7.org/fhir/sid/icd-10-cm", code: "b20",
      category: "HIV", certainty: .certain),
    Example(
      testDescription: "ICD-10-CM by HL7 table", system: "I10", code: "B20", category: "HIV",
      certainty: .certain),
    Example(
      testDescription: "a code below the range's end", system: "I10", code: "F11.20", category: "OPIOIDUD",
      certainty: .certain),
    Example(
      testDescription: "the same without its dot", system: "I10", code: "F1120", category: "OPIOIDUD",
      certainty: .certain),
    Example(
      testDescription: "within the range beside it", system: "I10", code: "Y04.0XXA", category: "SDV",
      certainty: .likely),
    Example(
      testDescription: "poisoning", system: "I10", code: "T40.1X1A", category: "OPIOIDUD", certainty: .certain
    ),
    Example(
      testDescription: "an adverse effect is weak", system: "I10", code: "T40.2X5A", category: "OPIOIDUD",
      certainty: .weak),
    Example(
      testDescription: "ICD-9 by range", system: "2.16.840.1.113883.6.103", code: "303.90", category: "SUD",
      certainty: .certain),
    Example(
      testDescription: "LOINC from a list", system: "http://loinc.org", code: "7917-8", category: "HIV",
      certainty: .certain),
    Example(
      testDescription: "LOINC by HL7 table", system: "LN", code: "7917-8", category: "HIV",
      certainty: .certain),
    Example(
      testDescription: "a document type", system: "2.16.840.1.113883.6.1", code: "47042-7",
      category: "PSYTHPN", certainty: .likely),
    Example(
      testDescription: "SNOMED CT", system: "http://snomed.info/sct", code: "86406008", category: "HIV",
      certainty: .certain),
    Example(
      testDescription: "SNOMED CT of an edition", system: "http://snomed.info/sct/731000124108",
      code: "86406008", category: "HIV", certainty: .certain),
    Example(
      testDescription: "SNOMED CT in an expression", system: "SCT", code: "86406008 |HIV| : 47429007 = 1",
      category: "HIV", certainty: .certain),
    Example(
      testDescription: "CPT under HCPCS", system: "HCPCS", code: "99408", category: "SUD", certainty: .likely),
    Example(
      testDescription: "HCPCS with a modifier",
      system: "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", code: "H0020-HG",
      category: "OPIOIDUD", certainty: .certain),
    Example(
      testDescription: "ICD-10 shape under a system that has none such", system: "2.16.840.1.113883.6.96",
      code: "B20", category: "HIV", certainty: .certain),
    Example(
      testDescription: "ICD-10 shape without a system", system: nil, code: "F11.20", category: "OPIOIDUD",
      certainty: .certain),
    Example(
      testDescription: "LOINC shape of a local system", system: "99LOCAL", code: "7917-8", category: "HIV",
      certainty: .certain),
    Example(
      testDescription: "SNOMED CT shape without a system", system: nil, code: "86406008", category: "HIV",
      certainty: .certain),
    Example(
      testDescription: "a plain number without a system", system: nil, code: "5552", category: "SCA",
      certainty: nil),
    Example(
      testDescription: "CDC's White is no pregnancy test", system: nil, code: "2106-3", category: "PREGNANT",
      certainty: nil),
    Example(
      testDescription: "nor with its system", system: "2.16.840.1.113883.6.238", code: "2106-3",
      category: "PREGNANT", certainty: nil),
    Example(
      testDescription: "another system's code", system: "2.16.840.1.113883.6.4", code: "B20CZZZ",
      category: "HIV", certainty: nil),
  ]

  @Test(arguments: examples) func `a code is known:`(_ example: Example) throws {
    #expect(try Self.categories(example.system, example.code)[example.category] == example.certainty)
  }

  @Test(arguments: [
    ("I9", "B20", "HIV"), ("I10P", "B20", "HIV"), ("http://hl7.org/fhir/sid/icd-9-cm", "F11.20", "OPIOIDUD"),
    ("I10", "042", "HIV"), ("2.16.840.1.113883.6.90", "V08", "HIV"), ("I10P", "042", "HIV"),
    ("I10", "304.00", "OPIOIDUD"), ("I10", "HZ2ZZZZ", "SUD"), ("I9", "HZ2ZZZZ", "SUD"),
    ("I10", "E950.0", "MH"),
  ]) func `a code is known under the name of another list of the ICD:`(
    _ system: String, _ code: String, _ category: String
  ) throws {
    let meanings = try ShippedCategories.set().meanings(system: system, code: code)
    #expect(meanings.contains { $0.category == category && $0.certainty > .weak })
  }

  // Amyloidosis, diabetes; a rider hurt; a number; a chapter of ICD-9 that ICD-10 has elsewhere.
  @Test(arguments: [
    ("I10", "E85.0"), ("I9", "E11.9"), ("I10", "V61.1XXA"), ("I9", "250.00"), ("I10", "I10"),
    ("I9", "V45.81"),
  ]) func `and none is made of it:`(_ system: String, _ code: String) throws {
    #expect(
      try ShippedCategories.set().meanings(system: system, code: code).filter { $0.certainty > .weak }.isEmpty
    )
  }

  // A blank that is none of ASCII, one that nobody sees, wide signs, a soft hyphen.
  @Test(arguments: [
    ("I10", "B20\u{A0}"), ("I10", "\u{200B}B20"), ("I10", "\u{FF22}\u{FF12}\u{FF10}"), ("I10", "\u{412}20"),
    ("SCT", "8640\u{AD}6008"), ("http://snomed.info/sct\u{200B}", "86406008\u{3000}"), ("I10", "B2\u{1}0"),
  ]) func `a code is known though its signs are others:`(_ system: String, _ code: String) throws {
    #expect(
      try ShippedCategories.set().meanings(system: system, code: code).contains { $0.category == "HIV" })
  }

  @Test func `an excluded prefix is not of the range around it`() throws {
    let meanings = try ShippedCategories.set().meanings(system: "I10", code: "Y07.01")
    #expect(meanings.filter { $0.category == "SDV" }.map(\.certainty) == [.certain])
  }

  @Test func `every single code of the files is found in its system`() throws {
    let systems = [
      "icd10cm": "I10", "icd9cm": "I9", "icd10pcs": "I10P", "icd9proc": "I9CP", "msdrg": "MS-DRG",
      "snomed": "SCT",
      "loinc": "LN", "loincDocuments": "LN", "rxnorm": "RXNORM", "hcpcs": "HCPCS", "cpt": "C4",
    ]
    let set = try ShippedCategories.set()
    var looked = 0
    for file in ShippedCategories.files where file.name != "sources.yaml" {
      let tree = try YAMLFile(file.bytes, name: file.name)
      var map = YAMLMap(tree)
      let category = map.requiredText("category")
      guard var codes = map.map("codes") else { continue }
      for (key, system) in systems {
        guard var one = codes.map(key) else { continue }
        var wanted = one.maps("lists").flatMap { list -> [String] in
          var list = list
          return list.texts("codes")
        }
        for entry in one.maps("key") {
          var entry = entry
          wanted.append(entry.text("code") ?? entry.requiredText("from"))
          if let to = entry.text("to") { wanted.append(to + "9") }
        }
        for code in wanted {
          looked += 1
          let isFound = set.meanings(system: system, code: code).contains { $0.category == category }
          #expect(isFound, "\(file.name) \(key) \(code)")
        }
      }
    }
    #expect(looked > 4000)
  }

  @Test func `a hit in a part is a hit in the whole`() throws {
    var builder = FactsBuilder()
    builder.unit(codes: [.icd10("F11.20")])
    let hits = try ShippedCategories.set().hits(builder.facts)
    #expect(hits.contains { $0.category == "OPIOIDUD" && $0.part == nil })
    #expect(hits.contains { $0.category == "SUD" && $0.part == "OPIOIDUD" })
  }

  @Test func `a label is a certain hit of every category that it names`() throws {
    var builder = FactsBuilder()
    builder.unit(labels: ["BH"])
    let hits = try ShippedCategories.set().hits(builder.facts)
    #expect(Set(hits.map(\.category)) == ["MH", "COGN", "DVD"])
    #expect(hits.allSatisfy { $0.certainty == .certain })
  }

  @Test func `the type of the document is a hit of the whole record`() throws {
    var builder = FactsBuilder(.cda)
    builder.change { $0.documentTypes = [.loinc("47042-7")] }
    let hits = try ShippedCategories.set().hits(builder.facts)
    #expect(hits.contains { $0.unit == 0 && $0.category == "PSYTHPN" })
  }

  struct TermExample: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let category: String
    let certainty: Certainty?
  }
  static let terms = [
    TermExample(
      testDescription: "in any case", text: "Seen for Heroin use", category: "OPIOIDUD", certainty: .certain),
    TermExample(
      testDescription: "negated is still a hit", text: "denies HIV", category: "HIV", certainty: .certain),
    TermExample(
      testDescription: "a brand among others", text: "Start Biktarvy/aspirin.", category: "HIV",
      certainty: .certain),
    TermExample(
      testDescription: "hyphen for space", text: "sickle-cell-disease", category: "SCA", certainty: .certain),
    TermExample(
      testDescription: "a plural", text: "psychotherapy notes", category: "PSYTHPN", certainty: .certain),
    TermExample(
      testDescription: "a soft hyphen inside", text: "he\u{AD}roin", category: "OPIOIDUD", certainty: .certain
    ),
    TermExample(
      testDescription: "Cyrillic letters", text: "h\u{435}r\u{43E}in", category: "OPIOIDUD",
      certainty: .certain),
    TermExample(
      testDescription: "within another word", text: "heroine", category: "OPIOIDUD", certainty: nil),
    TermExample(
      testDescription: "an abbreviation as written", text: "with SCD since birth", category: "SCA",
      certainty: .weak),
    TermExample(
      testDescription: "the same in lower case is none", text: "with scd since birth", category: "SCA",
      certainty: nil),
    TermExample(
      testDescription: "an HGVS pattern", text: "found c.68_69del here", category: "GDIS", certainty: .likely),
    TermExample(
      testDescription: "a reference SNP", text: "rs4244285 (CYP)", category: "GDIS", certainty: .likely),
    TermExample(testDescription: "a short one is none", text: "rs12 is", category: "GDIS", certainty: nil),
  ]

  @Test(arguments: terms) func `a term is found:`(_ example: TermExample) throws {
    let hits = try ShippedCategories.set().hits(FactsBuilder.text(example.text))
    let best = hits.filter { $0.category == example.category }.map(\.certainty).max()
    #expect(best == example.certainty)
  }

  @Test func `a term that markup has parted is found within one unit, and not across two entries`() throws {
    var joined = FactsBuilder(.cda)
    joined.unit(.narrative, "sickle", "cell disease")
    var apart = FactsBuilder(.cda)
    apart.unit(.entry, "sickle")
    apart.unit(.entry, "cell disease")
    let set = try ShippedCategories.set()
    #expect(set.hits(joined.facts).contains { $0.category == "SCA" && $0.certainty == .certain })
    #expect(!set.hits(apart.facts).contains { $0.category == "SCA" })
  }

  @Test func `a weak term is none among values`() throws {
    let hits = try ShippedCategories.set().hits(FactsBuilder.text("ED", .value))
    #expect(hits.isEmpty)
  }

  @Test func `the place of a term is that of its bytes`() throws {
    let facts = FactsBuilder.text("Höre: sickle-cell  disease!")
    let hit = try #require(
      ShippedCategories.set().hits(facts).first { $0.category == "SCA" && $0.certainty == .certain })
    guard case .term(let range) = hit.what else {
      Issue.record("not a term")
      return
    }
    #expect(String(decoding: facts.arena[range], as: UTF8.self) == "sickle-cell  disease")
  }
}
