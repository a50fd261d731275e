import Policy
import Records
import Testing
import Values

@Suite("DESIGN.md §4.3: narrative follows entries, across the packet")
struct NarrativeTests {
  /// A weak code whose name no label set has, beside a sure sign.
  static func entry(_ code: Code) -> RecordFacts {
    var builder = FactsBuilder()
    builder.unit(codes: [code])
    builder.unit(codes: [.icd10("B20")])
    return builder.facts
  }

  @Test func `the name of a withheld code takes its narrative in another record`() throws {
    let name = "Panel zulu seventeen serology"
    var other = FactsBuilder(.text)
    other.unit(.paragraph, "Results: panel Zulu-seventeen  SEROLOGY drawn")
    other.unit(.paragraph, "Panel of electrolytes drawn")
    let plan = try SampleCase(Self.entry(.loinc("7917-8", name)), other.facts).plan()
    #expect(plan.units(2) == [1])
  }

  @Test func `a withheld code is followed with and without its dot`() throws {
    var other = FactsBuilder(.text)
    other.unit(.paragraph, "billed as F1120 today")
    other.unit(.paragraph, "billed as F11.20 today")
    other.unit(.paragraph, "billed as I10 today")
    var first = FactsBuilder()
    first.unit(codes: [.icd10("F11.20")])
    #expect(try SampleCase(first.facts, other.facts).plan().units(2) == [1, 2])
  }

  @Test(arguments: ["Pain", "Normal", "1"])
  func `a generic name is not followed`(_ name: String) throws {
    var other = FactsBuilder(.text)
    other.unit(.paragraph, "No pain. 1 tablet. Normal.")
    #expect(try SampleCase(Self.entry(.loinc("7917-8", name)), other.facts).plan().units(2).isEmpty)
  }

  @Test func `what was followed makes weak signs beside it act, until all is at rest`() throws {
    var first = FactsBuilder()
    first.unit(codes: [.loinc("7917-8", "Panel zulu seventeen serology")])
    var second = FactsBuilder()
    second.unit(.narrative, "panel zulu seventeen serology")
    second.unit(codes: [.icd10("C46.9", "A growth of the seventh kind")])
    var third = FactsBuilder(.text)
    third.unit(.paragraph, "a growth of the seventh kind")
    let plan = try SampleCase(third.facts, second.facts, first.facts).plan()
    #expect(plan.units(3) == [1])
    #expect(plan.units(2) == [1, 2])
    #expect(plan.units(1) == [1])
  }
}
