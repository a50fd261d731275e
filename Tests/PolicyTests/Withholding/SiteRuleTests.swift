import Policy
import Records
import Testing
import Values

@Suite("site rules: they only take away, and what they took is sought")
struct SiteRuleTests {
  struct Rule: Sendable {
    var name: String
    var format: String
    var path: String
    var action: String
    var yaml: String {
      "  - {id: site.\(name), why: house policy, in: \(format), do: \(action), path: '\(path.replacing("'", with: "''"))'}\n"
    }
  }

  struct Outcome {
    var plan: WithholdingPlan
    var edited: EditedRecord
    var facts: RecordFacts?
    var text: String { String(decoding: edited.bytes, as: UTF8.self) }
  }

  /// One record planned and cut by a pipeline with these rules.
  static func outcome(_ bytes: [UInt8], _ rules: [Rule], withhold: String = "SCA") throws -> Outcome {
    let record = try RecordReader.read(bytes, number: 1, limits: .standard)
    let list = rules.isEmpty ? "" : "\nsiteRules:\n" + rules.map(\.yaml).joined()
    let facts = try SampleCase(record.facts).with {
      $0.basis = .treatment
      $0.pipeline = "withhold: [\(withhold)]\(list)"
    }.facts()
    var selected: [RuleID: Selection] = [:]
    for rule in facts.pipeline?.siteRules ?? [] where rule.selector.applies(to: record.facts.format) {
      selected[rule.id] = try record.selected(by: rule.selector, rule.action)
    }
    let own = RecordCase(
      number: 1, listed: facts.records[0].listed, facts: record.facts, selected: selected)
    let plan = try WithholdingPlan.plan(
      Case(
        request: facts.request, records: [own], papers: facts.papers, house: facts.house, basis: facts.basis,
        pipeline: facts.pipeline), categories: try ShippedCategories.set())
    let cut = try #require(plan.record(1)).cut
    let (edited, left) = try RecordReader.cut(record, cut, number: 1, limits: .standard)
    return Outcome(plan: plan, edited: edited, facts: left)
  }

  static let message = Array(
    (#"MSH|^~\&|LAB|G|||20260301||ORU^R01|42|P|2.5.1"# + "\r" + "PID|1||4711^^^HOSP^MR||ROE^JANE||19700105\r"
      + "OBR|1|||58410-2^CBC^LN\rOBX|1|NM|718-7^Hemoglobin^LN||13.9|g/dL||||||||||77120455^Margaret Thompson\r"
      + "NTE|1||drawn by staff 77120455 in the west wing today\r").utf8)

  @Test func `what a rule names stays behind, by its own id and source`() throws {
    let rule = Rule(name: "observer", format: "hl7v2", path: "OBX-16", action: "redact")
    let outcome = try Self.outcome(Self.message, [rule])
    #expect(!outcome.text.contains("Margaret") && outcome.text.contains("|[withheld]^[withheld]"))
    let finding = try #require(outcome.plan.findings.first { $0.rule == "site.observer" })
    #expect(finding.verdict == .withhold && finding.source.description == "house policy")
    #expect(outcome.plan.record(1)?.redacted.map(\.rule) == ["site.observer", "site.observer"])
  }

  @Test func `an id that was redacted is sought wherever it stands`() throws {
    let rule = Rule(name: "observer", format: "hl7v2", path: "OBX-16", action: "redact")
    let outcome = try Self.outcome(Self.message, [rule])
    let hits = outcome.plan.telling.found(in: try #require(outcome.facts))
    #expect(hits.map(\.kind) == [.identifier])
    let both = try Self.outcome(
      Self.message, [rule, Rule(name: "note", format: "hl7v2", path: "NTE-3", action: "redact")])
    #expect(both.plan.telling.found(in: try #require(both.facts)).isEmpty)
  }

  @Test func `a record that no one looked into for a rule stays behind whole`() throws {
    let record = try RecordReader.read(Self.message, number: 1, limits: .standard)
    let plan = try SampleCase(record.facts).with {
      $0.basis = .treatment
      $0.pipeline =
        "withhold: [SCA]\nsiteRules:\n"
        + Rule(name: "x", format: "hl7v2", path: "NTE", action: "withhold").yaml
    }.plan()
    #expect(plan.record(1)?.isWithheldWhole == true && plan.rules().contains("site.x"))
  }

  @Test func `a rule of another format says nothing of a record`() throws {
    let rule = Rule(name: "photo", format: "fhir", path: "Patient.photo", action: "redact")
    #expect(try Self.outcome(Self.message, [rule]).edited.bytes == Self.message)
  }

  static let rules = [
    Rule(name: "a", format: "hl7v2", path: "PID-5.1", action: "redact"),
    Rule(name: "b", format: "hl7v2", path: "OBX", action: "withhold"),
    Rule(name: "c", format: "hl7v2", path: "OBX-5", action: "redact"),
    Rule(name: "d", format: "hl7v2", path: "NTE-3", action: "withhold"),
    Rule(name: "e", format: "text", path: "said on rounds", action: "redact"),
    Rule(name: "f", format: "text", path: "diabetes", action: "withhold"),
    Rule(name: "g", format: "text", path: "SSN ###-##-####", action: "redact"),
    Rule(name: "h", format: "fhir", path: "Condition.code.text", action: "redact"),
    Rule(name: "i", format: "fhir", path: "Condition.where(code.coding.code = 'I10')", action: "withhold"),
    Rule(name: "j", format: "fhir", path: "Condition.code.coding", action: "redact"),
    Rule(name: "k", format: "fhir", path: "Patient.name", action: "redact"),
    Rule(name: "l", format: "cda", path: "//hl7:td[2]", action: "redact"),
    Rule(name: "m", format: "cda", path: "//hl7:tr[contains(., 'asthma')]", action: "withhold"),
    Rule(name: "n", format: "cda", path: "//hl7:patientRole/hl7:id", action: "redact"),
    Rule(name: "o", format: "cda", path: "//hl7:title", action: "redact"),
  ]

  @Test(arguments: RecordPropertyTests.cases)
  func `a rule more never releases more, and the order of rules does not matter`(
    _ format: RecordPropertyTests.Format, _ seed: UInt64
  ) throws {
    var random = WithholdingPropertyTests.Generator(state: seed &* 13 &+ 7)
    let bytes = Array(RecordPropertyTests.make(format, seed).text.utf8)
    let few = Self.rules.filter { _ in random.next(3) == 0 }
    let more = few + Self.rules.filter { one in !few.contains { $0.name == one.name } && random.next(3) == 0 }
    let (less, lesser) = (try Self.outcome(bytes, few), try Self.outcome(bytes, more))
    let before = RecordPropertyTests.words(less.edited.isEmpty ? nil : less.edited.bytes)
    let after = RecordPropertyTests.words(lesser.edited.isEmpty ? nil : lesser.edited.bytes)
    #expect(after.filter { $0.value > before[$0.key, default: 0] }.isEmpty)
    #expect(try Self.outcome(bytes, more.reversed()).edited.bytes == lesser.edited.bytes)
  }

  @Test(arguments: RecordPropertyTests.cases)
  func `redacting twice changes nothing more`(_ format: RecordPropertyTests.Format, _ seed: UInt64) throws {
    let once = try Self.outcome(Array(RecordPropertyTests.make(format, seed).text.utf8), Self.rules)
    guard once.facts != nil, !once.edited.isEmpty else { return }
    #expect(try Self.outcome(once.edited.bytes, Self.rules).edited.bytes == once.edited.bytes)
  }
}
