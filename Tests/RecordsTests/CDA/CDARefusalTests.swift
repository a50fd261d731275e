import Records
import Testing
import Values

struct CDARefusalTests {
  @Test(arguments: [
    ("<ClinicalDocument xmlns=\"urn:hl7-org:v3\">\n<a>", "cda.syntax", 2),
    ("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>", "cda.doctype", 1),
    ("<?xml version=\"1.0\" encoding=\"UTF-7\"?><x/>", "cda.encoding", 1),
    ("<Bundle xmlns=\"http://hl7.org/fhir\"/>", "cda.root", 1),
    ("<ClinicalDocument/>", "cda.root", 1),
    ("<ClinicalDocument xmlns=\"urn:hl7-org:v3\">\n<sdtc:x/></ClinicalDocument>", "cda.syntax", 2),
    ("<ClinicalDocument xmlns=\"urn:hl7-org:v3\">&nbsp;</ClinicalDocument>", "cda.syntax", 1),
    ("", "cda.syntax", 1),
  ])
  func `what cannot be read surely is held with its line`(text: String, rule: String, line: Int) {
    let error = #expect(throws: PacketError.self) { try CDAFixture.read(text) }
    #expect(error?.rule.shown == rule && error?.outcome == .hold)
    #expect(error?.place?.record == 7 && error?.place?.line == line)
  }

  /// libxml2 takes a NUL behind the root for the end of the document, and reads nothing of what follows.
  @Test(arguments: [false, true]) func `nothing leaves unread behind a NUL`(isUTF16: Bool) {
    let text = CDAFixture.whole.replacing("UTF-8", with: isUTF16 ? "UTF-16" : "UTF-8") + "\0<a>B20</a>"
    let bytes =
      isUTF16 ? [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } : Array(text.utf8)
    let error = #expect(throws: PacketError.self) {
      try CDARecord(reading: bytes, number: 1, limits: .standard)
    }
    #expect(error?.rule == "cda.syntax" && error?.outcome == .hold)
  }

  @Test func `the depth of a document is limited`() {
    let deep =
      "<ClinicalDocument xmlns=\"urn:hl7-org:v3\">" + String(repeating: "<a>", count: 300)
      + String(repeating: "</a>", count: 300) + "</ClinicalDocument>"
    let error = #expect(throws: PacketError.self) { try CDAFixture.read(deep) }
    #expect(error?.rule == "cda.limit")
  }

  @Test func `the number of nodes is limited`() {
    var limits = Limits()
    limits.xmlNodes = 50
    let error = #expect(throws: PacketError.self) {
      try CDARecord(reading: Array(CDAFixture.whole.utf8), number: 1, limits: limits)
    }
    #expect(error?.rule == "cda.limit")
  }

  @Test func `a document cut off at any byte is refused`() {
    let bytes = Array(CDAFixture.document(CDAFixture.problems, CDAFixture.local).utf8)
    for count in 0..<bytes.count - 1 {
      #expect(throws: PacketError.self) {
        try CDARecord(reading: Array(bytes[..<count]), number: 1, limits: .standard)
      }
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func `a damaged byte errs or is read, and never traps`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    var bytes = Array(CDAFixture.whole.utf8)
    for _ in 0..<3 {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    let damaged = bytes
    do throws(PacketError) {
      let record = try CDARecord(reading: damaged, number: 1, limits: .standard)
      for unit in record.facts.units.indices { _ = try record.cutting(Cut(units: [unit])) }
    } catch { #expect(error.outcome == .hold) }
  }

  @Test func `a cut that names no part of the record is held`() throws {
    let record = try CDAFixture.read(CDAFixture.whole)
    let error = #expect(throws: PacketError.self) { try record.cutting(Cut(units: [9_999])) }
    #expect(error?.rule == "cda.cut")
  }
}
