import Policy
import Records
import Requests
import Testing
import Values

@Suite("properties of every plan")
struct WithholdingPropertyTests {
  struct Generator {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  static let codes: [Code] = [
    .icd10("B20", "Human immunodeficiency virus disease"),
    .icd10("F11.20", "Opioid dependence, uncomplicated"),
    .icd10("F32.9", "Major depressive disorder, single episode"), .icd10("I10", "Essential hypertension"),
    .loinc("24467-3", "CD4 cells in Blood"), .icd10("C46.9", "Kaposi's sarcoma, unspecified"),
    .icd10("D57.1", "Sickle-cell disease without crisis"),
    .icd10("A56.0", "Chlamydial infection of lower tract"),
    .icd10("T40.2X5A", "Adverse effect of other opioids"), .snomed("38341003", "Hypertensive disorder"),
  ]
  static let texts = [
    "major depressive disorder single episode", "KS on the left leg", "seen today", "CD4 count low",
    "SCD and VOC",
    "Kaposi's sarcoma, unspecified", "essential hypertension", "F11.20", "heroin", "AA meeting",
  ]

  static func records(_ seed: UInt64) -> [RecordFacts] {
    var random = Generator(state: seed &* 77 &+ 1)
    return (0..<(1 + random.next(3))).map { _ in
      var builder = FactsBuilder(.cda)
      for _ in 0..<(1 + random.next(8)) {
        let parent = random.next(builder.facts.units.count)
        let codes = random.next(2) == 0 ? [] : [codes[random.next(codes.count)]]
        let labels = random.next(9) == 0 ? ["R"] : []
        let unit = builder.unit(in: parent, isRemovable: random.next(4) != 0, codes: codes, labels: labels)
        if random.next(2) == 0 { builder.run(texts[random.next(texts.count)], unit: unit) }
      }
      return builder.facts
    }
  }

  static let names = ["HIV", "MH", "SUD", "STD", "SCA", "GDIS", "SEX", "ETHUD"]

  static func plan(_ records: [RecordFacts], _ categories: [String]) throws -> WithholdingPlan {
    try SampleCase().form { $0.categories = ["STD"] }.with {
      $0.records = records
      $0.pipeline = "withhold: [\(categories.joined(separator: ", "))]"
    }.plan()
  }

  /// All units that go, those within others too.
  static func gone(_ plan: WithholdingPlan, _ records: [RecordFacts]) -> Set<[Int]> {
    var gone: Set<[Int]> = []
    for (number, facts) in records.enumerated() {
      let cut = plan.units(number + 1)
      for unit in facts.units.indices {
        var at: Int? = unit
        while let one = at {
          if cut.contains(one) { gone.insert([number, unit]) }
          at = facts.units[one].parent
        }
      }
    }
    return gone
  }

  @Test(arguments: 0..<150 as Range<UInt64>) func `a category more never releases more`(seed: UInt64) throws {
    let records = Self.records(seed)
    var random = Generator(state: seed)
    let some = Self.names.filter { _ in random.next(2) == 0 }
    let more = some + [Self.names[random.next(Self.names.count)]]
    let before = Self.gone(try Self.plan(records, some), records)
    let after = Self.gone(try Self.plan(records, more), records)
    #expect(before.isSubset(of: after))
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `the order of categories does not matter, and twice is the same`(seed: UInt64) throws {
    let records = Self.records(seed)
    let plan = try Self.plan(records, Self.names)
    let turned = try Self.plan(records, Self.names.reversed())
    #expect(plan.records.map(\.cut) == turned.records.map(\.cut))
    #expect(plan.records.map(\.reasons) == turned.records.map(\.reasons))
    #expect(plan.findings == turned.findings)
    #expect(plan.telling.summary == turned.telling.summary)
  }

  @Test(arguments: 0..<150 as Range<UInt64>) func `a release cut as planned holds no telling value`(
    seed: UInt64
  ) throws {
    let records = Self.records(seed)
    let plan = try Self.plan(records, Self.names)
    for (number, facts) in records.enumerated() {
      let cut = try #require(plan.record(number + 1)?.cut)
      let released = facts.cutting(cut)
      #expect(plan.telling.found(in: released).isEmpty)
      #expect(plan.remaining(in: released, record: number + 1).isEmpty)
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>) func `a cut that forgot one unit is found`(seed: UInt64) throws {
    let records = Self.records(seed)
    let plan = try Self.plan(records, Self.names)
    for (number, facts) in records.enumerated() {
      let cut = try #require(plan.record(number + 1)?.cut)
      for (reason, _) in plan.record(number + 1)?.reasons ?? [:] where reason.category != nil {
        var forgot = cut
        forgot.units.remove(reason.unit)
        guard forgot != cut else { continue }
        let released = facts.cutting(forgot)
        let found =
          plan.telling.found(in: released).count + plan.remaining(in: released, record: number + 1).count
        #expect(found > 0)
      }
    }
  }
}
