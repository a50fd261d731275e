import Policy
import Records
import Requests
import Testing
import Values

@Suite("RULES.md §8: 42 CFR Part 2 material needs its own ground")
struct Part2Tests {
  static let record: RecordFacts = {
    var builder = FactsBuilder()
    builder.unit(codes: [.icd10("F11.20", "Opioid dependence, uncomplicated")])
    builder.unit(codes: [.icd10("I10", "Essential hypertension")])
    return builder.facts
  }()

  static let consent = SampleCase(record).form { ($0.kind, $0.categories) = (.part2, ["SUD"]) }

  @Test func `a consent by 2.31 opens it`() throws {
    #expect(try Self.consent.plan().units().isEmpty)
    #expect(try Self.consent.form { $0.kind = .both }.plan().units().isEmpty)
  }

  @Test func `a form of HIPAA alone does not, though it names the category`() throws {
    let plan = try SampleCase(Self.record).form { $0.categories = ["SUD"] }.plan()
    #expect(plan.units() == [1])
    #expect(plan.rules() == ["cat.sud", "part2.ground"])
  }

  @Test func `nor does treatment by itself`() throws {
    let plan = try SampleCase(Self.record).with { ($0.basis, $0.pipeline) = (.treatment, "withhold: []") }
      .plan()
    #expect(plan.units() == [1])
  }

  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rule: RuleID
    let change: @Sendable (inout SampleCase) -> Void
  }
  static let examples: [Example] = [
    Example(testDescription: "the patient's name", rule: "part2.consent.patient") {
      $0.request.patient?.names = []
    },
    Example(testDescription: "who may disclose", rule: "part2.consent.discloser") {
      $0 = $0.form { $0.discloser = [] }
    },
    Example(testDescription: "what", rule: "part2.consent.what") { $0 = $0.form { $0.description = nil } },
    Example(testDescription: "to whom", rule: "part2.consent.recipient") {
      $0 = $0.form { $0.recipient = [] }
    },
    Example(testDescription: "why", rule: "part2.consent.purpose") { $0 = $0.form { $0.purpose = nil } },
    Example(testDescription: "how to withdraw", rule: "part2.consent.revoke") {
      $0 = $0.form { $0.statements?.revocation = nil }
    },
    Example(testDescription: "its end", rule: "part2.consent.expiry") { $0 = $0.form { $0.expires = nil } },
    Example(testDescription: "a signature", rule: "part2.consent.signature") {
      $0 = $0.form { $0.signed?.by = nil }
    },
    Example(testDescription: "a date", rule: "part2.consent.date") { $0 = $0.form { $0.signed?.on = nil } },
    Example(testDescription: "force: it ended", rule: "part2.consent.defect") {
      $0 = $0.form { $0.expires?.date = Day("2026-03-31") }
    },
    Example(testDescription: "a purpose of its own", rule: "part2.consent.proceedings") {
      $0 = $0.form { $0.combinedWith = ["chart"] }
    },
    Example(testDescription: "the paper itself", rule: "part2.ground") { $0 = $0.form { $0.digest = nil } },
    Example(testDescription: "2.31(a)(10)'s statements", rule: "part2.consent.tpo-statements") {
      $0.request.requester?.kind = .provider
      $0.request.purpose?.code = "TREAT"
      $0.basis = .treatment
      $0 = $0.form { $0.statements?.conditioning = false }
    },
    Example(testDescription: "2.31(a)(4)(iii)'s statement", rule: "part2.consent.hipaa-recipient") {
      $0.request.requester?.kind = .payer
      $0.request.purpose?.code = "HPAYMT"
      $0 = $0.form { $0.statements?.redisclosure = false }
    },
  ]

  @Test(arguments: examples) func `it withholds the material, not the packet, without`(_ example: Example)
    throws
  {
    let plan = try Self.consent.with(example.change).plan()
    #expect(plan.units() == [1])
    #expect(plan.rules().contains(example.rule))
    #expect(plan.findings.allSatisfy { $0.verdict <= .withhold })
  }

  @Test func `an order for all records does not reach it (2.61, 2.64)`() throws {
    let sample = SampleCase(Self.record).with {
      $0.basis = .courtOrder
      $0.request.legal = LegalProcess()
    }
    #expect(try sample.plan().rules() == ["cat.sud", "part2.legal.civil"])
    let ordered = sample.with {
      $0.request.legal?.part2Order = LegalProcess.Part2Order()
      $0.request.legal?.part2Order?.section = "2.64"
      $0.request.legal?.part2Order?.findings = true
      $0.request.legal?.part2Order?.subpoena = true
    }
    #expect(try ordered.plan().units().isEmpty)
    #expect(try ordered.with { $0.request.legal?.part2Order?.subpoena = false }.plan().units() == [1])
  }

  @Test func `a record that is known not to be Part 2's leaves on a form that names the category`() throws {
    let sample = SampleCase(Self.record).form { $0.categories = ["SUD"] }
      .with { $0.listed = [(1, { $0.part2 = .false })] }
    #expect(try sample.plan().units().isEmpty)
    #expect(try sample.form { $0.categories = [] }.plan().rules() == ["cat.sud"])
  }

  @Test func `the patient may have it (2.23)`() throws {
    #expect(try SampleCase(Self.record).with { $0.basis = .access }.plan().units().isEmpty)
  }
}
