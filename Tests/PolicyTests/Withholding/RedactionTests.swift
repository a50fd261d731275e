import Policy
import Records
import Requests
import Testing
import Values

@Suite("redaction of social security numbers")
struct RedactionTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let redacted: [String]
  }
  static let examples = [
    Example(testDescription: "with hyphens", text: "SSN 123-45-6789.", redacted: ["123-45-6789"]),
    Example(testDescription: "with spaces", text: "SSN 123 45 6789", redacted: ["123 45 6789"]),
    Example(
      testDescription: "with another kind of hyphen", text: "123\u{2011}45\u{2011}6789",
      redacted: ["123\u{2011}45\u{2011}6789"]),
    Example(
      testDescription: "with a soft hyphen inside", text: "12\u{AD}3-45-6789", redacted: ["12\u{AD}3-45-6789"]
    ),
    Example(testDescription: "in full-width digits", text: "１２３-４５-６７８９", redacted: ["１２３-４５-６７８９"]),
    Example(
      testDescription: "twice", text: "123-45-6789, 223-45-6789", redacted: ["123-45-6789", "223-45-6789"]),
    Example(
      testDescription: "nine digits behind their label",
      text: "SSN: 123456789, Social Security No. 223 456789",
      redacted: ["123456789", "223 456789"]),
    Example(
      testDescription: "in a link", text: "http://x.example/?n=123%2D45%2D6789", redacted: ["123%2D45%2D6789"]
    ),
    Example(testDescription: "with full stops", text: "SSN 219.09.9999", redacted: ["219.09.9999"]),
    Example(testDescription: "with full stops and no label", text: "219.09.9999.", redacted: ["219.09.9999"]),
    Example(testDescription: "over the end of a line", text: "219-09-\n9999", redacted: ["219-09-\n9999"]),
    Example(
      testDescription: "over the end of a line, bare", text: "219 09\n9999", redacted: ["219 09\n9999"]),
    Example(testDescription: "with the letter O", text: "219-O9-9999", redacted: ["219-O9-9999"]),
    Example(
      testDescription: "that begins with the letter O", text: "(O78-05-1120)", redacted: ["O78-05-1120"]),
    Example(testDescription: "with small l for one", text: "2l9-09-9999", redacted: ["2l9-09-9999"]),
    Example(
      testDescription: "behind a sign", text: "SS# 219099999 and address 219099998", redacted: ["219099999"]),
    Example(
      testDescription: "behind a sentence", text: "the social security number is 219099999",
      redacted: ["219099999"]),
    Example(testDescription: "an object identifier", text: "1.219.09.9999 and 219.09.9999.1", redacted: []),
    Example(testDescription: "a word with its letters", text: "Ill-09-9999 lOl-Ol-OlOl", redacted: []),
    Example(
      testDescription: "a number at a line's end before a date", text: "PCV 7\n10-25-2010", redacted: []),
    Example(testDescription: "area 000", text: "000-45-6789", redacted: []),
    Example(testDescription: "area 666", text: "666-45-6789", redacted: []),
    Example(testDescription: "area of 900", text: "900-45-6789", redacted: []),
    Example(testDescription: "group 00", text: "123-00-6789", redacted: []),
    Example(testDescription: "serial 0000", text: "123-45-0000", redacted: []),
    Example(
      testDescription: "a part of a longer number", text: "9123-45-6789 and 123-45-67890", redacted: []),
    Example(testDescription: "a part of a word", text: "A123-45-6789B", redacted: []),
    Example(testDescription: "between other hyphens", text: "55-123-45-6789-1", redacted: []),
    Example(testDescription: "nine digits that nobody gave as one", text: "123456789", redacted: []),
    Example(testDescription: "a telephone number", text: "503-555-0199", redacted: []),
    Example(testDescription: "a date", text: "2026-03-02", redacted: []),
  ]

  static func redacted(_ sample: SampleCase, record: Int = 1) throws -> [String] {
    let arena = sample.records[record - 1].arena
    return try sample.plan().record(record)?.cut.redactions.map { String(decoding: arena[$0], as: UTF8.self) }
      ?? []
  }

  static func sample(_ records: RecordFacts...) -> SampleCase {
    SampleCase().with {
      $0.records = records
      $0.pipeline = "withhold: [HIV]\nredact: [ssn]"
    }
  }

  @Test(arguments: examples) func `a number is known when written`(_ example: Example) throws {
    #expect(try Self.redacted(Self.sample(FactsBuilder.text(example.text))) == example.redacted)
  }

  @Test func `a number over two lines of a message goes in both`() throws {
    var record = FactsBuilder(.hl7v2)
    record.unit(.segment, type: "OBX", "SSN 219-09-")
    record.unit(.segment, type: "OBX", "9999 as stated")
    #expect(try Self.redacted(Self.sample(record.facts)) == ["219-09-", "9999"])
    var rows = FactsBuilder(.cda)
    rows.unit(.paragraph, "pneumococcal, dose 7")
    rows.unit(.paragraph, "10-25-2010 10:00")
    #expect(try Self.redacted(Self.sample(rows.facts)).isEmpty)
  }

  @Test func `a number that stands only behind markup or an encoding takes its part along`() throws {
    for text in ["219-09-<b>9999</b>", "MjE5LTA5LTk5OTkgaXMgaXQ=", "219-09-9999 MjE5LTA5LTk5OTkgaXMgaXQ="] {
      #expect(try Self.sample(FactsBuilder.text(text)).plan().units() == [1], "\(text)")
    }
  }

  @Test func `nothing is redacted unless the pipeline asks for it`() throws {
    let sample = Self.sample(FactsBuilder.text("123-45-6789")).with { $0.pipeline = "withhold: [HIV]" }
    #expect(try Self.redacted(sample).isEmpty)
  }

  @Test func `a number at its own place goes whole, however it is written, and is sought everywhere`() throws
  {
    var first = FactsBuilder()
    let unit = first.unit()
    first.run("987654321", .socialSecurityNumber, unit: unit)
    first.run("xxx-xx-1234", .socialSecurityNumber, unit: unit)
    let second = FactsBuilder.text("id 987654321 and 987.65.4321, not 987654320")
    let sample = Self.sample(first.facts, second)
    #expect(try Self.redacted(sample) == ["987654321", "xxx-xx-1234"])
    #expect(try Self.redacted(sample, record: 2) == ["987654321", "987.65.4321"])
  }

  @Test func `a number that the request gives is sought without its hyphens`() throws {
    let sample = Self.sample(FactsBuilder.text("id 123456789")).with {
      $0.request.patient?.identifiers = [
        Identifier(system: "http://hl7.org/fhir/sid/us-ssn", value: "123-45-6789")
      ]
    }
    #expect(try Self.redacted(sample) == ["123456789"])
  }

  @Test func `nothing is redacted in a part that is withheld anyway`() throws {
    var builder = FactsBuilder()
    builder.unit(codes: [.icd10("B20")], "SSN 123-45-6789")
    #expect(try Self.redacted(Self.sample(builder.facts)).isEmpty)
  }
}
