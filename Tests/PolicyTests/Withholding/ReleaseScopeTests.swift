import Policy
import Records
import Requests
import Testing
import Values

@Suite("what lies outside of what was asked for, authorized or ordered stays behind")
struct ReleaseScopeTests {
  static func day(_ text: String) -> Day { Day(text) ?? Day(daysSinceEpoch: 0).unsafelyUnwrappedDay }

  /// Unit 1 of 2019, unit 2 of 2021 with an undated note in it, unit 4 without a date.
  static let dated: RecordFacts = {
    var builder = FactsBuilder()
    builder.unit(.resource, type: "Observation", days: [day("2019-05-01")])
    let later = builder.unit(.resource, type: "Condition", days: [day("2021-05-01")])
    builder.unit(.narrative, in: later, "a note")
    builder.unit(.resource, type: "Patient")
    builder.change { $0.serviceDays = day("2019-05-01")...day("2021-05-01") }
    return builder.facts
  }()

  static func sample(_ facts: RecordFacts, from: String?, to: String?) -> SampleCase {
    SampleCase(facts).with {
      $0.pipeline = "withhold: []"
      var scope = Scope()
      var period = Scope.Period()
      (period.from, period.to) = (from.flatMap { Day($0) }, to.flatMap { Day($0) })
      scope.period = period
      $0.request.scope = scope
    }
  }

  @Test func `parts of other days go; undated ones follow what they stand in`() throws {
    let plan = try Self.sample(Self.dated, from: "2020-01-01", to: nil).plan()
    #expect(plan.units() == [1])
    #expect(plan.rules() == ["auth.scope.records"])
    #expect(try Self.sample(Self.dated, from: nil, to: "2019-05-01").plan().units() == [2])
  }

  @Test(arguments: [
    ("2019-05-10", "2019-05-12", true), ("2019-05-31", "2020-01-01", true),
    ("2019-06-01", "2020-01-01", false),
    ("2019-01-01", "2019-04-30", false),
  ])
  func `what is of a month is of every day of it`(from: String, to: String, stays: Bool) throws {
    var builder = FactsBuilder()
    let unit = builder.unit(.resource, type: "Condition")
    builder.change { $0.units[unit].days = [Self.day("2019-05-01")...Self.day("2019-05-31")] }
    #expect(try Self.sample(builder.facts, from: from, to: to).plan().units().isEmpty == stays)
  }

  @Test func `a record wholly outside goes whole`() throws {
    #expect(
      try Self.sample(Self.dated, from: "2022-01-01", to: nil).plan().record(1)?.isWithheldWhole == true)
  }

  @Test func `a record without any date is shown to a person, unless the request dates it`() throws {
    let undated = FactsBuilder.text("a letter")
    let sample = Self.sample(undated, from: "2020-01-01", to: nil)
    #expect(try sample.plan().verdict("house.scope-unknown") == .hold)
    let stated = sample.with { $0.listed = [(1, { $0.serviceDate = Day("2019-01-01") })] }
    #expect(try stated.plan().record(1)?.isWithheldWhole == true)
  }

  @Test func `minimum necessary: only the resource types of the pipeline leave`() throws {
    let sample = SampleCase(Self.dated).with {
      $0.basis = .payment
      $0.pipeline = "withhold: []\nresourceTypes: [Condition]"
    }
    let plan = try sample.plan()
    #expect(plan.units() == [1])
    #expect(plan.rules() == ["minnec.applies"])
    #expect(try sample.with { $0.basis = .access }.plan().units().isEmpty)
  }

  @Test func `a pipeline that lists document types only says nothing of FHIR, and the other way round`()
    throws
  {
    func plan(_ facts: RecordFacts, _ list: String) throws -> WithholdingPlan {
      try SampleCase(facts).with {
        $0.basis = .payment
        $0.pipeline = "withhold: []\n\(list)"
      }.plan()
    }
    #expect(try plan(Self.dated, "documentTypes: [\"18842-5\"]").units().isEmpty)
    #expect(try plan(FactsBuilder.text("a letter"), "resourceTypes: [Condition]").units().isEmpty)
  }

  @Test func `only the document types that were asked for leave`() throws {
    var builder = FactsBuilder(.cda)
    builder.unit(.section)
    builder.change { $0.documentTypes = [.loinc("18842-5")] }
    func plan(_ types: [String]) throws -> WithholdingPlan {
      try SampleCase(builder.facts).with {
        $0.request.scope = Scope()
        $0.request.scope?.documentTypes = types
      }.plan()
    }
    #expect(try plan(["18842-5"]).units().isEmpty)
    #expect(try plan(["11488-4"]).record(1)?.isWithheldWhole == true)
    builder.change { $0.documentTypes = [] }
    #expect(try plan(["11488-4"]).verdict("house.scope-unknown") == .hold)
  }

  @Test func `legal.order-scope: an order opens only what it covers`() throws {
    let sample = SampleCase(Self.dated).with {
      $0.basis = .courtOrder
      $0.pipeline = "withhold: []"
      var legal = LegalProcess()
      legal.covers = LegalProcess.Covers()
      var scope = Scope()
      scope.period = Scope.Period()
      scope.period?.to = Day("2020-01-01")
      legal.covers?.scope = scope
      $0.request.legal = legal
    }
    #expect(try sample.plan().units() == [2])
    #expect(try sample.plan().rules() == ["legal.order-scope"])
  }

  @Test func `auth.scope.future: records made after signing need wording that covers them`() throws {
    let sample = SampleCase(Self.dated).form {
      $0.description = Sensitive("all records")
      $0.signed?.on = Day("2020-06-01")
    }.with { $0.pipeline = "withhold: []" }
    #expect(try sample.plan().units() == [2])
    #expect(
      try sample.form { $0.description = Sensitive("all records, present and future") }.plan().units().isEmpty
    )
    let lowered = sample.with { $0.pipeline = "withhold: []\nverdicts: {auth.scope.future: note}" }
    #expect(try lowered.plan().units().isEmpty)
  }
}

extension Optional<Day> {
  /// For literals of tests.
  fileprivate var unsafelyUnwrappedDay: Day {
    guard let self else { preconditionFailure("not a day") }
    return self
  }
}
