import Records
import Testing
import Values

struct RecordReaderTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let bytes: [UInt8]
    let format: RecordFormat
    let testDescription: String
    init(_ name: String, _ format: RecordFormat, _ text: String) {
      self.init(name, format, Array(text.utf8))
    }
    init(_ name: String, _ format: RecordFormat, _ bytes: [UInt8]) {
      (testDescription, self.format, self.bytes) = (name, format, bytes)
    }
  }

  private static func utf16(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
  }

  static let examples = [
    Example("CDA", .cda, "<?xml version=\"1.0\"?>\n<!-- a > b --><ClinicalDocument xmlns='urn:hl7-org:v3'/>"),
    Example("CDA with a prefix", .cda, "<v:ClinicalDocument a='1' xmlns:v=\"urn:hl7-org:v3\">"),
    Example("CDA in UTF-16", .cda, utf16("\u{FEFF}<ClinicalDocument xmlns='urn:hl7-org:v3'/>")),
    Example("CDA in UTF-16 without a mark", .cda, utf16("<ClinicalDocument xmlns='urn:hl7-org:v3'/>")),
    Example("CDA after a mark and blanks", .cda, "\u{FEFF} \n<ClinicalDocument xmlns='urn:hl7-org:v3'/>"),
    Example("a part of a CDA", .unknownXML, "<section xmlns='urn:hl7-org:v3'/>"),
    Example("its name without its namespace", .unknownXML, "<ClinicalDocument/>"),
    Example("FHIR XML", .fhirXML, "<Patient xmlns=\"http://hl7.org/fhir\"/>"),
    Example(
      "a DOCTYPE", .unknownXML, "<!DOCTYPE ClinicalDocument><ClinicalDocument xmlns='urn:hl7-org:v3'/>"),
    Example("broken XML", .unknownXML, "<a><b>"),
    Example("XHTML", .unknownXML, "<?xml version='1.0'?><html/>"),
    Example("HTML", .opaque, "<!DOCTYPE html><p>"), Example("HTML in capitals", .opaque, "\n<HTML>"),
    Example("FHIR JSON", .fhirJSON, "{\"resourceType\":\"Patient\"}"),
    Example("broken JSON", .fhirJSON, "{\"a\":"),
    Example("a JSON array", .fhirJSON, "[ {\"a\": 1} ]"), Example("an open array", .fhirJSON, "["),
    Example("a true array", .fhirJSON, "[true]"), Example("brackets in a text", .text, "[PII] was here"),
    Example("two marks in a text", .text, "[[withheld]] was here"),
    Example("NDJSON", .fhirNDJSON, "{\"resourceType\":\"Patient\"}\n{\"resourceType\":\"Patient\"}\n"),
    Example("one object over lines", .fhirJSON, "{\n\"a\": \"}\\\"{\"\n}\n"),
    Example("HL7 v2", .hl7v2, HL7Sample.results), Example("HL7 v2 with a mark", .hl7v2, "\u{FEFF}MSH|^~\\&|"),
    Example("other delimiters", .hl7v2, "MSH#*!?%#A"), Example("a batch", .hl7v2, "BHS|^~\\&"),
    Example("a file", .hl7v2, "FHS|^~\\&"),
    Example("PDF spoken of in HL7 v2", .hl7v2, "MSH|^~\\&|%PDF-1.4"),
    Example("framed", .hl7v2, "\u{0B}MSH|^~\\&|A\r\u{1C}\r"),
    Example("text before MSH", .hl7v2, "hello\rMSH|^~\\&|A\r"),
    Example("no MSH", .hl7v2, "PID|1||4711\r"),
    Example("HL7 v2 in UTF-16", .hl7v2, utf16("\u{FEFF}MSH|^~\\&|A")),
    Example("a text", .text, "Patient: Roe\n"),
    Example("a text about MSH", .text, "MSH was measured | twice"), Example("nothing", .text, ""),
    Example("a text in UTF-16", .text, utf16("\u{FEFF}Patient: Roe")),
    Example("a text in Latin-1", .text, [0x4A, 0x6F, 0x73, 0xE9, 0x20]),
    Example("PDF", .opaque, "%PDF-1.4\n"), Example("PDF after a line", .opaque, "junk\n%PDF-1.4\n"),
    Example("RTF", .opaque, "{\\rtf1 hello}"),
    Example("ZIP", .opaque, [0x50, 0x4B, 3, 4]), Example("gzip", .opaque, [0x1F, 0x8B, 8]),
    Example("TIFF", .opaque, [0x49, 0x49, 0x2A, 0, 8]),
    Example("JPEG", .opaque, [0xFF, 0xD8, 0xFF, 0xE0, 0x41, 0x41]),
    Example("PNG", .opaque, [0x89, 0x50, 0x4E, 0x47, 13, 10, 0x1A, 10]),
    Example("DICOM", .opaque, [UInt8](repeating: 0, count: 128) + Array("DICM".utf8)),
    Example("a NUL in a text", .opaque, "a\0b"),
    Example("base64 alone", .opaque, String(repeating: "QUJD\n", count: 200)),
    Example("UTF-32", .opaque, [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0]),
  ]

  @Test(arguments: examples) func `the bytes tell the format`(_ example: Example) {
    #expect(RecordReader.sniff(example.bytes) == example.format)
  }

  @Test(arguments: examples.filter { [.hl7v2, .text, .opaque].contains($0.format) })
  func
    `what is read has the format that was sniffed`(_ example: Example) throws
  {
    do throws(PacketError) {
      let record = try RecordReader.read(example.bytes, number: 1, limits: .standard)
      #expect(record.facts.format == example.format && record.facts.byteCount == example.bytes.count)
      #expect(try record.cutting(Cut()).bytes == example.bytes)
    } catch { #expect(error.outcome == .hold) }
  }

  @Test(arguments: [
    "<a><b></a>", "<!DOCTYPE a><a/>", "{\"a\":", "{\"a\":1}", "[1]", "[", "{}\n{}", "MSH|", "PID|1",
    "hello\rMSH|^~\\&|A\r",
  ])
  func `what begins like a format and is broken or of another kind is an error`(text: String) {
    let error = #expect(throws: PacketError.self) {
      try RecordReader.read(bytes(text), number: 4, limits: .standard)
    }
    #expect(error?.outcome == .hold)
  }

  @Test func `XML of a kind that is not known is held`() throws {
    let record = try RecordReader.read(bytes("<a/>"), number: 4, limits: .standard)
    #expect(record.facts.format == .unknownXML)
    #expect(
      record.facts.findings.map(\.rule.shown) == ["house.malformed"]
        && record.facts.findings.first?.verdict == .hold)
    #expect(try record.cutting(Cut(units: [0])).isEmpty)
    #expect(throws: PacketError.self) { try record.cutting(Cut(redactions: [0..<1])) }
  }

  @Test func `an opaque record leaves whole or not at all`() throws {
    let record = try RecordReader.read(bytes("%PDF-1.4\n"), number: 1, limits: .standard)
    #expect(record.facts.units.count == 1 && record.facts.runs.isEmpty)
    #expect(try record.cutting(Cut(units: [0])).isEmpty)
    let error = #expect(throws: PacketError.self) { try record.cutting(Cut(redactions: [0..<1])) }
    #expect(error?.rule == "house.opaque-redact")
    #expect(throws: PacketError.self) { try record.cutting(Cut(units: [0, 1])) }
  }
}

@Suite("What is left of a record is read anew")
struct CutRecordTests {
  static func cut(_ bytes: [UInt8], units: Set<Int>) throws -> RecordFacts? {
    let record = try RecordReader.read(bytes, number: 1, limits: .standard)
    return try RecordReader.cut(record, Cut(units: units), number: 1, limits: .standard).facts
  }

  /// Found by Scripts/fuzz: a text with one byte of Windows-1252 left would leave as a blob.
  @Test(arguments: [
    Array("plain words first\n\n".utf8) + [0xC6, 0x0A],
    Array("words\n\n{\"resourceType\":\"Patient\"}".utf8),
  ])
  func `a text that would no longer read as a text is held`(_ bytes: [UInt8]) throws {
    #expect(RecordReader.sniff(bytes) == .text)
    let facts = try RecordReader.read(bytes, number: 1, limits: .standard).facts
    let first = try #require(facts.units.indices.first { facts.units[$0].kind == .paragraph })
    let error = #expect(throws: PacketError.self) { try Self.cut(bytes, units: [first]) }
    #expect(error?.rule == "house.malformed" && error?.outcome == .hold)
  }

  @Test func `a text of which words are left stays a text`() throws {
    let bytes = Array("first words\n\nother words\n".utf8)
    let facts = try RecordReader.read(bytes, number: 1, limits: .standard).facts
    let first = try #require(facts.units.indices.first { facts.units[$0].kind == .paragraph })
    #expect(try Self.cut(bytes, units: [first])?.format == .text)
  }

  @Test func `of lines of FHIR one may be left, which is a resource`() throws {
    let bytes = Array(
      "{\"resourceType\":\"Patient\",\"id\":\"a\"}\n{\"resourceType\":\"Observation\",\"id\":\"b\"}\n".utf8)
    let facts = try RecordReader.read(bytes, number: 1, limits: .standard).facts
    #expect(facts.format == .fhirNDJSON)
    let second = try #require(facts.units.lastIndex { $0.type == "Observation" })
    let left = try #require(try Self.cut(bytes, units: [second]))
    #expect(left.units.contains { $0.type == "Patient" } && !left.units.contains { $0.type == "Observation" })
  }
}
