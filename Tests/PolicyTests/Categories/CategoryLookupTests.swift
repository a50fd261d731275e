import Policy
import Values
import Testing

@Suite("labels lookup: which category, and why")
struct CategoryLookupTests {
  static func found(_ text: String) throws -> [CategoryMeaning] { try ShippedCategories.set().lookup(text) }

  @Test func `a code tells its terminology, its words, its certainty and its source`() throws {
    let meaning = try #require(
      try Self.found("F11.20").first { $0.category == "OPIOIDUD" && $0.kind == .code(.icd10cm) })
    #expect(meaning.certainty > .weak && meaning.isConfirmed && !meaning.words.isEmpty)
    #expect(meaning.source?.id == "icd10cm" && meaning.source?.licence.isEmpty == false)
    #expect(!meaning.law.isEmpty)
  }

  @Test func `a code is found with and without its dot, and in a range`() throws {
    #expect(try Self.found("b20").contains { $0.category == "HIV" && $0.kind == .code(.icd10cm) })
    #expect(try Self.found("F1120").contains { $0.category == "OPIOIDUD" })
  }

  @Test func `a label names its category`() throws {
    #expect(try Self.found("HIV").contains { $0.category == "HIV" && $0.kind == .label })
  }

  @Test func `a word tells what it stands for, and what else it may mean`() throws {
    let meaning = try #require(try Self.found("HAND").first { $0.category == "HIV" })
    guard case .term(let expansion, let ambiguity, let actsNear) = meaning.kind else {
      Issue.record("it is no word")
      return
    }
    #expect(expansion == "HIV-associated neurocognitive disorder" && ambiguity == "the word hand" && actsNear)
    #expect(meaning.certainty == .weak)
  }

  @Test func `what nobody knows has no meaning`() throws { #expect(try Self.found("I10").isEmpty) }

  @Test func `a terminology that is left out is not sought, nor told`() throws {
    let whole = try ShippedCategories.set()
    let less = try ShippedCategories.set(leavingOut: [.snomed, .loinc])
    let code = Code.snomed("86406008")
    var record = FactsBuilder()
    record.unit(codes: [code])
    #expect(!whole.hits(record.facts).isEmpty && less.hits(record.facts).isEmpty)
    #expect(less.lookup("86406008").isEmpty && less.leftOut.isSuperset(of: [.snomed, .loincDocuments]))
    #expect(less.lookup("B20").contains { $0.category == "HIV" })
  }
}
