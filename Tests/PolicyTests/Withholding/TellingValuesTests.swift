import Policy
import Records
import Testing
import Values

@Suite("DESIGN.md §4.4: the release is searched for what was taken out")
struct TellingValuesTests {
  static let removed = "Patient was seen by the blue team on the fourth floor and did well"

  /// Unit 1 goes; unit 2 stays.
  static func record(staying: String = "Blood pressure was normal today") -> RecordFacts {
    var builder = FactsBuilder()
    builder.unit(
      codes: [
        .loinc("7917-8", "Panel zulu seventeen serology"),
        Code(system: "1.2.3.4", code: "LAB77X", display: "Zulu seven"),
        Code(system: nil, code: "POS"), Code(system: nil, code: "1"), Code(system: nil, code: "303.90"),
        Code(system: nil, code: "2.16.840.1.113883.10.20"),
      ], removed)
    builder.unit(codes: [.loinc("8480-6", "Systolic blood pressure")], staying)
    return builder.facts
  }

  static func plan(_ facts: RecordFacts...) throws -> WithholdingPlan {
    try SampleCase().with {
      $0.records = facts
      $0.pipeline = "withhold: [HIV]\nredact: [ssn]"
    }.plan()
  }

  @Test func `a release cut as planned holds none`() throws {
    let facts = Self.record(staying: "SSN 123-45-6789 on file")
    let plan = try Self.plan(facts)
    let cut = try #require(plan.record(1)?.cut)
    #expect(plan.telling.found(in: facts.cutting(cut)).isEmpty)
    #expect(plan.remaining(in: facts.cutting(cut), record: 1).isEmpty)
    #expect(!plan.telling.isEmpty)
  }

  @Test func `a release from which nothing was cut is full of them`() throws {
    let facts = Self.record()
    let plan = try Self.plan(facts)
    let kinds = Set(plan.telling.found(in: facts).map(\.kind))
    #expect(kinds.isSuperset(of: [.name, .words, .companion]))
    #expect(Set(plan.remaining(in: facts, record: 1).map(\.unit)) == [1])
  }

  @Test func `a cut that forgot one redaction is found`() throws {
    let facts = Self.record(staying: "SSN 123-45-6789 on file")
    let plan = try Self.plan(facts)
    var cut = try #require(plan.record(1)?.cut)
    cut.redactions = []
    #expect(Set(plan.telling.found(in: facts.cutting(cut)).map(\.kind)) == [.identifier])
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let kind: TellingKind?
  }
  static let rows = [
    Row(testDescription: "the code", text: "see 7917-8 there", kind: .code),
    Row(testDescription: "the name in other case", text: "PANEL ZULU-SEVENTEEN SEROLOGY", kind: .name),
    Row(testDescription: "a term of the label set", text: "an antiretroviral, Biktarvy", kind: .categoryTerm),
    Row(testDescription: "the local code beside it", text: "order lab77x", kind: .companion),
    Row(testDescription: "the local name beside it", text: "Zulu seven", kind: .companion),
    Row(testDescription: "five words of its text", text: "then seen by the Blue\nTeam went", kind: .words),
    Row(testDescription: "four words are too few", text: "by the blue team", kind: nil),
    Row(testDescription: "a status", text: "POS", kind: nil),
    Row(testDescription: "a short code", text: "1", kind: nil),
    Row(testDescription: "a plain number", text: "303.90", kind: nil),
    Row(testDescription: "a template id", text: "2.16.840.1.113883.10.20", kind: nil),
  ]

  @Test(arguments: rows) func `it seeks what tells something:`(_ row: Row) throws {
    let plan = try Self.plan(Self.record())
    let found = plan.telling.found(in: FactsBuilder.text(row.text))
    #expect(Set(found.map(\.kind)) == Set([row.kind].compactMap { $0 }))
    #expect(plan.telling.found(inText: Array(row.text.utf8)) == found.count)
  }

  @Test func `a comment's own words are not sought, for it quotes the markup that every record has`() throws {
    var builder = FactsBuilder(.cda)
    builder.unit(.remark, "HIV example: value xsi:type CD code displayName")
    builder.unit(.paragraph, "Chest pain since Monday")
    let plan = try Self.plan(builder.facts)
    let left = Array("<value xsi:type=\"CD\" code=\"29857009\" displayName=\"Chest pain\"/>".utf8)
    #expect(plan.telling.found(inText: left) == 0)
    #expect(plan.telling.found(inText: Array("<!-- HIV infection -->".utf8)) > 0)
  }

  @Test func `a number that was redacted is sought in both spellings`() throws {
    let plan = try Self.plan(FactsBuilder.text("123-45-6789"))
    for text in ["123-45-6789", "123456789", "123 45 6789"] {
      #expect(plan.telling.found(in: FactsBuilder.text(text)).map(\.kind) == [.identifier])
    }
  }

  @Test func `a weak term is sought where it was part of what went`() throws {
    var builder = FactsBuilder()
    builder.unit(codes: [.icd10("B20")], "KS on the leg")
    let plan = try Self.plan(builder.facts)
    #expect(plan.telling.found(in: FactsBuilder.text("with KS")).map(\.kind) == [.term])
    #expect(plan.telling.found(in: FactsBuilder.text("with PML")).isEmpty)
    #expect(plan.telling.found(inText: Array("with KS".utf8)) == 1)
    #expect(plan.telling.found(inBytes: Array("<value unit=\"KS\"/>".utf8)) == 0)
  }

  @Test func `what is released by right is not sought`() throws {
    let boilerplate = "seen by the blue team"
    let plan = try Self.plan(Self.record(staying: "Also \(boilerplate) before"))
    #expect(plan.telling.found(in: FactsBuilder.text(boilerplate)).isEmpty)
    #expect((plan.telling.summary[.shared] ?? 0) >= 1)
  }

  @Test(arguments: [
    "Some information was left out because the law or the request does not allow us to send it.",
    "http://terminology.hl7.org/CodeSystem/v3-ObservationValue",
    "http://hl7.org/fhir/StructureDefinition/data-absent-reason",
  ])
  func `what we put in ourselves is not sought, though a removed part holds it`(sentence: String) throws {
    var builder = FactsBuilder()
    builder.unit(codes: [.icd10("B20")], sentence)
    let plan = try Self.plan(builder.facts)
    #expect(plan.telling.found(in: FactsBuilder.text(sentence)).isEmpty)
  }

  @Test func `rows of numbers are no text`() throws {
    var builder = FactsBuilder()
    builder.unit(codes: [.icd10("B20")], "12 14 16 18 20 22 24")
    let plan = try Self.plan(builder.facts)
    #expect(plan.telling.found(in: FactsBuilder.text("12 14 16 18 20")).isEmpty)
  }

  @Test func `every kind of the table has its reason`() {
    #expect(TellingKind.allCases.allSatisfy { !$0.reason.description.isEmpty })
    #expect(Set(TellingKind.allCases.map(\.shown)).count == TellingKind.allCases.count)
  }

  @Test func `a place says where, and no value`() throws {
    let plan = try Self.plan(Self.record())
    let hit = try #require(plan.telling.found(in: Self.record()).first { $0.kind == .name })
    #expect(hit.place.shown == "part 1")
    #expect(!"\(plan.telling)".lowercased().contains("zulu"))
  }

  @Test func `a leak holds for the privacy officer`() {
    let finding = WithholdingPlan.leak(2, record: 3)
    #expect(finding.verdict == .hold && finding.lift == .po && finding.rule == "house.leak")
  }
}
