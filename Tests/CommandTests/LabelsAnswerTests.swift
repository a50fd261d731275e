import JSON
import Policy
import Testing
import YAML
import chartgate

@Suite("labels lookup: which category a code or word belongs to, and why")
struct LabelsAnswerTests {
  private static let file = """
    category: SUD
    version: 1
    title: Substance use disorder
    label: {system: "http://terminology.hl7.org/CodeSystem/v3-ActCode", code: SUD}
    law: ["42 CFR 2.12"]
    default: withhold
    confidentiality: R
    releasedBy: [SUD]
    codes:
      icd10cm:
        key:
          - {from: "F11", to: "F11.99", what: "Opioid related disorders", certainty: certain, confirmed: true, source: cdc}
    terms:
      abbreviations:
        - {term: "MAT", expands: "medication-assisted treatment", ambiguous: "a mat", certainty: weak}

    """
  private static let sources = """
    version: 1
    sources:
      - {id: cdc, name: "CDC tabular list", use: "all", licence: "public domain"}

    """

  private struct Refused: Error {}

  private static func answer(_ text: String, leavingOut: Set<Terminology> = []) throws -> Answer {
    let files = [
      (name: "sources.yaml", bytes: Array(sources.utf8)), (name: "sud.yaml", bytes: Array(file.utf8)),
    ]
    switch CategoryReader.read(files, leavingOut: leavingOut) {
    case .read(let set): return LabelsAnswer.of(set.lookup(text), leftOut: set.leftOut)
    case .refused(let problems):
      Issue.record("\(problems.map(\.description))")
      throw Refused()
    }
  }

  @Test func `a code says its category, how sure, its words, its source and the law`() throws {
    #expect(
      try Self.answer("F11.20").text == """
        CATEGORY  CERTAINTY  AS       WORDS                     SOURCE
        SUD       certain    icd10cm  Opioid related disorders  cdc: CDC tabular list
        SUD: Substance use disorder; 42 CFR 2.12

        """)
  }

  @Test func `a word says what it stands for, and what else it may mean`() throws {
    let text = try Self.answer("MAT").text
    #expect(text.contains("weak") && text.contains("MAT, medication-assisted treatment (or: a mat)"))
  }

  @Test func `what nothing knows is said to be so`() throws {
    #expect(try Self.answer("I10").text == "no category knows it\n")
  }

  @Test func `what the house leaves out is not found, and that is said`() throws {
    let text = try Self.answer("F11.20", leavingOut: [.icd10cm]).text
    #expect(text == "no category knows it\nleft out by this house: icd10cm\n")
  }
}
