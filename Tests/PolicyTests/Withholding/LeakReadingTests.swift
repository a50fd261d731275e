import Policy
import Records
import Testing
import Values

@Suite("DESIGN §4.4: what was taken out is found in a release through any encoding and markup")
struct LeakReadingTests {
  /// A plan that redacted Mary Kowalczyk and withheld a code and its name.
  static func telling() throws -> TellingValues {
    var withheld = FactsBuilder(.hl7v2)
    withheld.unit(.segment, codes: [.loinc("7917-8", "Panel zulu seventeen serology")])
    let kin = try RecordReader.read(
      Array(KnownIdentityTests.message(KnownIdentityTests.mother).utf8), number: 2, limits: .standard)
    return try SampleCase().with {
      $0.records = [withheld.facts, kin.facts]
      $0.pipeline = "withhold: [HIV]\nredact: [ssn, relatives]"
    }.plan().telling
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
  }
  // Each says "Mary Kowalczyk" or "panel zulu seventeen serology", mostly as "seen with Mary Kowalczyk today".
  static let rows = [
    Row(testDescription: "case", text: "MARY kowALCZYK"),
    Row(testDescription: "accents and marks", text: "Mary Kowálczy\u{301}k"),
    Row(testDescription: "letters that look alike", text: "Mary Kow\u{430}lczyk"),
    Row(testDescription: "full width", text: "\u{FF2B}owalczyk"),
    Row(testDescription: "soft hyphen", text: "Kowal\u{AD}czyk"),
    Row(testDescription: "no-break space", text: "panel\u{A0}zulu\u{A0}seventeen\u{A0}serology"),
    Row(testDescription: "line break", text: "panel zulu\nseventeen serology"),
    Row(testDescription: "hyphen at a line's end", text: "Kowal-\nczyk"),
    Row(testDescription: "tags", text: "Kowal<b>czyk</b>"),
    Row(testDescription: "a comment", text: "Kowal<!-- x -->czyk"),
    Row(testDescription: "references by number", text: "K&#111;walczyk, K&#x6F;walczyk"),
    Row(testDescription: "references by name", text: "Kow&aacute;lczyk"),
    Row(testDescription: "percent signs", text: "?q=K%6Fwalczyk"),
    Row(testDescription: "quoted-printable", text: "K=6Fwalczyk"),
    Row(testDescription: "quoted-printable over a line", text: "Kowal=\r\nczyk"),
    Row(testDescription: "escapes of JSON", text: #"K\u006fwalczyk"#),
    Row(testDescription: "a line end of JSON", text: #"with\nKowalczyk"#),
    Row(testDescription: "escapes of HL7", text: #"K\X6F\walczyk, Kowal\H\czyk"#),
    Row(testDescription: "base64", text: "c2VlbiB3aXRoIE1hcnkgS293YWxjenlrIHRvZGF5"),
    Row(testDescription: "base64 over lines", text: "c2VlbiB3aXRoIE1hcnkgS293\nYWxjenlrIHRvZGF5"),
    Row(testDescription: "base64 twice", text: "YzJWbGJpQjNhWFJvSUUxaGNua2dTMjkzWVd4amVubHJJSFJ2WkdGNQ=="),
    Row(
      testDescription: "base64 thrice",
      text: "WXpKV2JHSnBRak5oV0ZKdlNVVXhhR051YTJkVE1qa3pXVmQ0YW1WdWJISkpTRkoyV2tkR05RPT0="),
    Row(
      testDescription: "base64 of links, behind a word", text: "file_c2VlbiB3aXRoIE1hcnkgS293YWxjenlrIHRvZGF5"
    ),
    Row(testDescription: "base64 in JSON", text: #"{"data":"c2VlbiB3aXRoIE1hcnkgS293YWxjenlrIHRvZGF5"}"#),
    Row(
      testDescription: "base64 of UTF-16",
      text: "TQBhAHIAeQAgAEsAbwB3AGEAbABjAHoAeQBrACAAdABvAGQAYQB5AA=="),
    Row(
      testDescription: "base64 of UTF-16 with its mark, the other end first",
      text: "/v8ATQBhAHIAeQAgAEsAbwB3AGEAbABjAHoAeQBr"),
    Row(testDescription: "hex", text: "7365656e2077697468204d617279204b6f77616c637a796b"),
  ]

  @Test(arguments: rows) func `a record's text:`(_ row: Row) throws {
    #expect(!(try Self.telling().found(in: FactsBuilder.text(row.text)).isEmpty))
  }

  @Test(arguments: rows) func `a file that is no record:`(_ row: Row) throws {
    #expect(try Self.telling().found(inText: Array(row.text.utf8)) > 0)
  }

  @Test(arguments: [
    "seen with Mary today", "a panel of seventeen", "c2VlbiB3aXRoIE1hcnkgdG9kYXk=", "K&#111;walski",
    #"C:\new\n\u006f"#,
    "TQBhAHIAeQAgAHQAbwBkAGEAeQA=",
  ]) func `what says nothing of them is none:`(_ text: String) throws {
    #expect(try Self.telling().found(in: FactsBuilder.text(text)).isEmpty)
    #expect(try Self.telling().found(inText: Array(text.utf8)) == 0)
  }

  // gzip, zlib, bzip2, xz, Zstandard and a Word document.
  @Test(arguments: [
    "H4sIAAAAAAAAA0stKk7NS1HISCzOBgBJ7h0oCwAAAA",
    "eJwrTk3NUyjPLMlQ8E0sqlTwzi9PzEmuqsxWKMlPSazUUUjMS1FITE/MzFPIz1Pwzc8DCgIA5YIShQ",
    "QlpoOTFBWSZTWcYpDzAAAAiZgEAABBAAQ", "/Td6WFoAAATm1rRGAgAhARYAAAB0L", "KLUv/SQLWQAAaGVsbG8gd29ybGQ1ALAd",
    "0M8R4KGxGuEAAAAAAAAAAAAAAAAAAAAA",
  ]) func `what cannot be looked into leaves with no record of which something may be withheld:`(
    _ data: String
  ) throws {
    let plan = try SampleCase(FactsBuilder.text("scan \(data)")).plan()
    #expect(plan.units() == [1] && plan.rules().contains("house.opaque-part"))
  }
}
