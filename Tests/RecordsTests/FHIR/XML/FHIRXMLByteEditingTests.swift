import Records
import Testing
import Values
import XML

@Suite("FHIR R4 XML: a cut in the bytes says the same as one on libxml2's tree, where UTF-16 is cut")
struct FHIRXMLByteEditingTests {
  /// With a prefix, single quotes, references, CDATA, remarks, and elements of one tag and of two.
  static let odd = """
    <?xml version='1.0' encoding="UTF-8"?>
    <!-- made for the clinic --><f:Bundle xmlns:f='http://hl7.org/fhir' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
      xsi:schemaLocation="http://hl7.org/fhir ../fhir.xsd">
      <f:id  value = 'b1'/><f:type value="searchset"></f:type><f:total value='2'/>
      <f:entry><f:resource><f:Patient><f:id value="p1"/>
        <f:identifier><f:system value="http://hl7.org/fhir/sid/us-ssn"/><f:value value="123-45-6789"/></f:identifier>
        <f:name><f:family value="O&#39;R&#111;e &amp; Co"/><f:given value='J&quot;a&quot;ne'></f:given></f:name>
        <!-- x --><f:birthDate id="d1" value="1970-01-02"/></f:Patient></f:resource></f:entry>
      <f:entry><f:resource><Observation xmlns="http://hl7.org/fhir"><id value="o1"/>
        <text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml"><p title='a&gt;b'>HIV&#160;1 <b>RNA</b>,
      <![CDATA[40 <copies>]]>]]&gt; by Roe</p></div></text>
        <status value="final"/><code><coding><system value="http://loinc.org"/><code value="20447-9"/></coding></code>
        <note><text value="two&#10;lines&#9;here"/></note><valueBoolean value="true"/></Observation></f:resource></f:entry>
    </f:Bundle>
    """

  /// The same with FHIR's namespace as the default, and a meta of its own.
  static let plain = odd.replacing("<f:", with: "<").replacing("</f:", with: "</").replacing(
    "xmlns:f=", with: "xmlns="
  )
  .replacing("<type ", with: "<meta id='m'/><type ")

  private static func wide(_ text: String) throws -> any ReadRecord {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"").utf16 {
      bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    return try RecordReader.read(bytes, number: 7, limits: .standard)
  }

  private static func compare(_ cut: Cut, _ narrow: any ReadRecord, _ wide: any ReadRecord) throws {
    let inBytes: EditedRecord
    do throws(PacketError) { inBytes = try narrow.cutting(cut) } catch {
      let other = #expect(throws: PacketError.self) { try wide.cutting(cut) }
      #expect(other?.rule == error.rule)
      return
    }
    let onTree = try wide.cutting(cut)
    #expect(inBytes.alsoWithheld == onTree.alsoWithheld && inBytes.isEmpty == onTree.isEmpty)
    guard !inBytes.isEmpty else { return }
    let (left, right) = (
      try XMLDocument(parsing: inBytes.bytes).canonical(), try XMLDocument(parsing: onTree.bytes).canonical()
    )
    #expect(String(decoding: left, as: UTF8.self) == String(decoding: right, as: UTF8.self))
  }

  @Test(arguments: [odd, plain]) func `each part and each text cut alone`(text: String) throws {
    let narrow = try RecordReader.read(Array(text.utf8), number: 7, limits: .standard)
    let wide = try Self.wide(text)
    #expect(narrow.facts.arena == wide.facts.arena)
    for unit in narrow.facts.units.indices { try Self.compare(Cut(units: [unit]), narrow, wide) }
    for run in narrow.facts.runs { try Self.compare(Cut(redactions: [run.range]), narrow, wide) }
  }

  @Test(arguments: [odd, plain], 0..<40 as Range<UInt64>) func `any cut of many`(text: String, seed: UInt64)
    throws
  {
    var random = SeededGenerator(seed: seed)
    let narrow = try RecordReader.read(Array(text.utf8), number: 7, limits: .standard)
    var cut = Cut()
    for unit in narrow.facts.units.indices.dropFirst().shuffled(using: &random).prefix(
      Int.random(in: 0...2, using: &random))
    {
      cut.units.insert(unit)
    }
    for run in narrow.facts.runs.shuffled(using: &random).prefix(Int.random(in: 0...5, using: &random)) {
      let lower = Int.random(in: run.range, using: &random)
      cut.redactions.append(lower..<Int.random(in: lower + 1...run.range.upperBound, using: &random))
    }
    try Self.compare(cut, narrow, try Self.wide(text))
  }

  @Test func `what is not cut leaves byte for byte as it came`() throws {
    let record = try RecordReader.read(Array(Self.odd.utf8), number: 7, limits: .standard)
    let words = Array("RNA".utf8)
    let start = try #require(
      record.facts.arena.indices.first { record.facts.arena[$0...].starts(with: words) })
    let edited = try record.cutting(Cut(redactions: [start..<start + words.count]))
    let expected = Self.odd.replacing("<b>RNA</b>", with: "<b>[withheld]</b>")
      .replacing("<!-- made for the clinic -->", with: "").replacing("<!-- x -->", with: "")
      .replacing("\n  xsi:schemaLocation=\"http://hl7.org/fhir ../fhir.xsd\"", with: "")
    #expect(
      String(decoding: edited.bytes, as: UTF8.self).replacing(
        "<f:meta><f:security><f:system value=\"http://terminology.hl7.org/CodeSystem/v3-ObservationValue\"/>"
          + "<f:code value=\"REDACTED\"/></f:security></f:meta>", with: "") == expected)
  }
}
