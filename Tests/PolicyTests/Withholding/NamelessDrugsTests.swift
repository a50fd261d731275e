import Policy
import Records
import Testing
import Values

@Suite("DESIGN §4.9: a drug that nothing but a product's number tells is not told from any other")
struct NamelessDrugsTests {
  static let ndc = "http://hl7.org/fhir/sid/ndc"

  private func withheld(
    in format: RecordFormat = .fhirJSON, _ codes: Code..., pipeline: String = "withhold: [HIV]"
  )
    throws -> Bool
  {
    var record = FactsBuilder(format)
    record.unit(format == .hl7v2 ? .segment : .resource, codes: codes)
    let plan = try SampleCase(record.facts).with { $0.pipeline = pipeline }.plan()
    #expect(plan.units().isEmpty || plan.rules().contains("house.unknown-part"))
    return plan.units() == [1]
  }

  @Test func `a number alone stays behind`() throws {
    #expect(try withheld(Code(system: Self.ndc, code: "61958-2501-1")))
    #expect(try withheld(Code(system: "urn:oid:2.16.840.1.113883.6.69", code: "61958250101")))
    #expect(
      try withheld(in: .hl7v2, Code(system: "NDC", code: "61958-2501-1"), Code(system: nil, code: "TAB")))
  }

  @Test func `in a dispense of HL7 v2 the number needs no system`() throws {
    func withheld(_ segment: String) throws -> Bool {
      let record = Array(HiddenPlacesTests.message(segment).utf8)
      let facts = try RecordReader.read(record, number: 1, limits: .standard).facts
      return try !SampleCase(facts).plan().units().isEmpty
    }
    #expect(try withheld("RXD|1|61958-2501-01|20260101") && withheld("RXE||61958250101|1||TAB"))
    #expect(try !withheld("RXD|1|61958-2501-01^Amoxicillin|20260101") && !withheld("RXD|1|4711|20260101"))
    #expect(try !withheld("OBR|1||61958250101|61958250101"))
  }

  @Test func `the name of a form or unit is none of a drug`() throws {
    #expect(
      try withheld(
        in: .hl7v2, Code(system: "NDC", code: "61958-2501-1"),
        Code(system: "SCT", code: "385055001", display: "Tablet")))
  }

  @Test func `nor is that of a kind of order`() throws {
    let kind = Code(
      system: "http://terminology.hl7.org/CodeSystem/medicationrequest-category", code: "community",
      display: "Community")
    #expect(try withheld(kind, Code(system: Self.ndc, code: "61958-2501-1")))
  }

  @Test func `beside a name, or a code of a list that is known, the number is judged by that`() throws {
    let number = Code(system: Self.ndc, code: "00093-4155-73")
    #expect(try !withheld(Code(system: Self.ndc, code: "00093-4155-73", display: "amoxicillin 500 MG")))
    #expect(
      try !withheld(number, Code(system: "http://www.nlm.nih.gov/research/umls/rxnorm", code: "308191")))
    #expect(try !withheld(number, Code(system: "http://www.whocc.no/atc", code: "J01CA04")))
    #expect(try !withheld(in: .hl7v2, number, Code(system: "L", code: "77", display: "Amoxicillin")))
    #expect(try !withheld(in: .cda, number))
  }

  @Test func `where a resource says to people what it is, that is read`() throws {
    var record = FactsBuilder()
    let drug = record.unit(.resource, codes: [Code(system: Self.ndc, code: "00093-4155-73")])
    record.unit(.narrative, in: drug, "Amoxicillin 500 mg, three times daily")
    #expect(try SampleCase(record.facts).plan().units().isEmpty)
  }

  @Test func `to the patient it leaves`() throws {
    let number = Code(system: Self.ndc, code: "61958-2501-1")
    var record = FactsBuilder()
    record.unit(.resource, codes: [number])
    #expect(try SampleCase(record.facts).with { $0.basis = .access }.plan().units().isEmpty)
  }

  @Test(arguments: [
    ("J05AR20", "HIV", true), ("J05AR", "HIV", true), ("J05AE08", "HIV", true), ("J05AE30", "HIV", false),
    ("J05AF10", "HIV", false), ("N07BC01", "OPIOIDUD", true), ("N07BC51", "SUD", true),
    ("N07BA03", "SUD", false),
    ("N07BB03", "ETHUD", true), ("N06AB03", "MH", true), ("N05AB04", "MH", false), ("N05AH02", "MH", true),
    ("N06DA02", "COGN", true), ("G03AD01", "SEX", true), ("A02BC01", "MH", false),
  ]) func `ATC groups and drugs are known:`(_ code: String, _ category: String, _ isFound: Bool) throws {
    let set = try ShippedCategories.set()
    for system in ["http://www.whocc.no/atc", "2.16.840.1.113883.6.73", "ATC"] {
      var record = FactsBuilder()
      record.unit(codes: [Code(system: system, code: code)])
      let found = set.hits(record.facts).contains { $0.category == category && $0.certainty > .weak }
      #expect(found == isFound, "\(system)")
    }
  }
}
