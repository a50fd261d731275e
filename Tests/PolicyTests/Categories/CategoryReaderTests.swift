import Policy
import Testing
import YAML

struct CategoryReaderTests {
  static let sources = """
    version: 1
    sources:
      - {id: own, name: "Ours", use: "tests", licence: "facts", via: ""}
    """

  static let good = """
    category: HIV
    version: 1
    title: "HIV"
    label: {system: "http://terminology.hl7.org/CodeSystem/v3-ActCode", code: HIV, display: "HIV"}
    alsoLabels: []
    law: ["state law"]
    default: withhold
    confidentiality: R
    releasedBy: [HIV]
    codes:
      icd10cm:
        key:
          - {from: "B20", to: "B20", what: "HIV disease", certainty: certain, confirmed: true, source: own}
      loinc:
        lists:
          - title: "tests"
            source: own
            certainty: certain
            confirmed: true
            count: 2
            codes: ["7917-8", "7918-6"]
    terms:
      diagnoses:
        - {term: "HIV", certainty: certain}
    """

  static func read(_ text: String, sources: String? = sources) -> CategoryReader.Reading {
    var files = [(name: "hiv.yaml", bytes: Array(text.utf8))]
    if let sources { files.append(("sources.yaml", Array(sources.utf8))) }
    return CategoryReader.read(files)
  }

  static func problems(_ text: String, sources: String? = sources) -> [String] {
    switch read(text, sources: sources) {
    case .read: []
    case .refused(let problems): problems.map(\.description)
    }
  }

  @Test func `every shipped file is read`() throws {
    let set = try ShippedCategories.set()
    #expect(
      set.names == [
        "COGN", "DVD", "ETHUD", "GDIS", "HIV", "MH", "OPIOIDUD", "PREGNANT", "PSYTHPN", "SCA", "SDV", "SEX",
        "STD",
        "SUD",
      ])
    #expect(set.category("SUD")?.includes == ["ETHUD", "OPIOIDUD"])
    #expect(set.chain("OPIOIDUD") == ["OPIOIDUD", "SUD"])
  }

  @Test func `a good file gives its category`() {
    guard case .read(let set) = Self.read(Self.good) else {
      Issue.record("refused")
      return
    }
    #expect(set.names == ["HIV"])
    #expect(set.category("HIV")?.releasedBy == ["HIV"])
  }

  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: (from: String, to: String)
    let problem: String
  }
  static let examples = [
    Example(
      testDescription: "a misspelt key",
      change: (
        "certainty: certain, confirmed: true, source: own}",
        "certanty: certain, confirmed: true, source: own}"
      ),
      problem: "hiv.yaml:13:55: unknown key \"certanty\"; did you mean \"certainty\"?"),
    Example(
      testDescription: "a list with another count", change: ("count: 2", "count: 3"),
      problem: "hiv.yaml:16:9: \"count\" is not the number of \"codes\", which is 2"),
    Example(
      testDescription: "a source that nobody named", change: ("source: own\n", "source: hearsay\n"),
      problem: "hiv.yaml:16:9: sources.yaml has no source \"hearsay\""),
    Example(
      testDescription: "a range that runs backwards", change: ("to: \"B20\"", "to: \"A20\""),
      problem: "hiv.yaml:13:9: \"to\" lies before \"from\""),
    Example(
      testDescription: "a number out of a spreadsheet", change: ("\"7918-6\"", "\"7.9E+3\""),
      problem: "hiv.yaml:16:9: \"7.9E+3\" is not a code of loinc"),
    Example(
      testDescription: "a whole that nobody defines",
      change: ("releasedBy: [HIV]", "releasedBy: [HIV]\npartOf: GDIS"),
      problem: "hiv.yaml:1:1: \"partOf\" names \"GDIS\", which no file defines"),
    Example(
      testDescription: "a pattern that goes back",
      change: ("terms:\n", "terms:\n  patterns:\n    - {pattern: \"a[0-9]+[0-9]\"}\n"),
      problem: "what repeats without end must differ from what follows it"),
  ]

  @Test(arguments: examples) func `it refuses, with its place,`(_ example: Example) throws {
    let range = try #require(Self.good.firstRange(of: example.change.from))
    let text = Self.good.replacingCharacters(in: range, with: example.change.to)
    let problems = Self.problems(text)
    #expect(problems.contains { $0.contains(example.problem) }, "\(problems)")
  }

  @Test func `all problems are told at once`() {
    let text = Self.good.replacing("default: withhold", with: "default: keep").replacing(
      "version: 1", with: "versoin: 1")
    #expect(Self.problems(text).count >= 2)
  }

  @Test func `without sources nothing is read`() {
    #expect(Self.problems(Self.good, sources: nil).contains { $0.contains("sources.yaml") })
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
