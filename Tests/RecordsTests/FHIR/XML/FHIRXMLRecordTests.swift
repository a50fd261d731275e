import Records
import Testing
import Values
import XML

@Suite("FHIR R4 XML: read, refused, cut and left as it came")
struct FHIRXMLRecordTests {
  static let head = #"<Patient xmlns="http://hl7.org/fhir">"#

  private func read(_ text: String, limits: Limits = .standard) throws -> any ReadRecord {
    try RecordReader.read(Array(text.utf8), number: 3, limits: limits)
  }

  private func canonical(_ text: String) throws -> String {
    String(decoding: try XMLDocument(parsing: Array(text.utf8)).canonical(), as: UTF8.self)
  }

  static let narrative = """

      <f:text>
        <f:status value="generated"/>
        <div xmlns="http://www.w3.org/1999/xhtml"><p xml:lang="en">seen <b>Ja</b>ne &amp; all</p></div>
      </f:text>
    """

  static let layout = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- made by: ward 7 -->
    <f:Observation xmlns:f="http://hl7.org/fhir" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
    xsi:schemaLocation="http://hl7.org/fhir ward-seven.xsd">
      <f:id value='o1'/>  <?print ward-9?>
      <f:meta>
        <f:profile value="http://p"/>
        <f:tag><f:code value="t"/></f:tag>
      </f:meta>\(narrative)
      <f:status value="final"/>
      <f:code><f:text value="a &quot;b&quot; &#xE9;&#10;c"/></f:code>
      <f:valueQuantity><f:value value="1.00"/></f:valueQuantity>
      <f:note><f:text value="only-note"/></f:note>
    </f:Observation>

    """

  // MARK: Read

  @Test func `an empty cut gives the same bytes, whatever their layout`() throws {
    #expect(try read(Self.layout).edited(Cut()) == Self.layout)
  }

  @Test func `prefixes, entities and white space mean nothing`() throws {
    let texts = try read(Self.layout).texts
    #expect(texts.contains("a \"b\" é\nc") && texts.contains("seen Jane & all\n") && texts.contains("1.00"))
  }

  @Test func `places are lines of the XML`() throws {
    let record = try read(Self.layout)
    let lines = record.facts.units.map { "\($0.kind) \($0.place.line ?? 0)" }
    #expect(
      lines == ["record 0", "resource 3", "paragraph 9", "paragraph 16", "remark 2", "remark 3", "remark 4"])
    #expect(record.facts.units.allSatisfy { $0.place.bytes == nil })
  }

  @Test func `UTF-16 is read`() throws {
    let text =
      #"<?xml version="1.0" encoding="UTF-16"?>"# + Self.head + #"<gender value="female"/></Patient>"#
    let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let record = try RecordReader.read(bytes, number: 1, limits: .standard)
    #expect(record.facts.format == .fhirXML && record.texts == ["Patient", "female"])
  }

  @Test func `a type that R4 does not have is not known, and its arrays are guessed`() throws {
    let record = try read(
      #"""
      <MedicationOrder xmlns="http://hl7.org/fhir"><identifier><value value="7"/></identifier>
      <medicationCodeableConcept><coding><code value="c"/><display value="d"/></coding></medicationCodeableConcept>
      </MedicationOrder>
      """#)
    #expect(record.facts.units.map(\.isKnown) == [true, false])
    #expect(record.facts.units[1].codes.map(\.shown) == ["|c|d"])
  }

  // MARK: Refused

  struct Refused: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let rule: RuleID
  }
  static let refused = [
    Refused(
      testDescription: "a DOCTYPE", text: "<!DOCTYPE Patient [<!ENTITY a 'b'>]>\(head)</Patient>",
      rule: "house.malformed"),
    Refused(
      testDescription: "XInclude",
      text: #"\#(head)<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/></Patient>"#,
      rule: "fhir.xml.form"),
    Refused(testDescription: "text beside elements", text: "\(head)Roe</Patient>", rule: "fhir.xml.form"),
    Refused(
      testDescription: "text within a value's element",
      text: #"\#(head)<gender value="f">Roe</gender></Patient>"#,
      rule: "fhir.xml.form"),
    Refused(
      testDescription: "text beside a resource",
      text: "\(head)<contained><Group/>Roe</contained></Patient>", rule: "fhir.xml.form"),
    Refused(
      testDescription: "text beside an extension",
      text: #"\#(head)<gender><extension url="u">Roe</extension></gender></Patient>"#, rule: "fhir.xml.form"),
    Refused(
      testDescription: "text in a CDATA section", text: "\(head)<name><![CDATA[Roe]]></name></Patient>",
      rule: "fhir.xml.form"),
    Refused(
      testDescription: "an attribute of nobody's", text: #"\#(head)<gender value="f" note="Roe"/></Patient>"#,
      rule: "fhir.xml.form"),
    Refused(
      testDescription: "an attribute of a resource", text: #"<Patient xmlns="http://hl7.org/fhir" id="a"/>"#,
      rule: "fhir.xml.form"),
    Refused(
      testDescription: "an attribute of a namespace",
      text: #"\#(head)<gender value="f" xml:lang="Roe"/></Patient>"#, rule: "fhir.xml.form"),
    Refused(
      testDescription: "url on what is no extension", text: #"\#(head)<name url="Roe"/></Patient>"#,
      rule: "fhir.xml.form"),
    Refused(
      testDescription: "an element beside a value",
      text: #"\#(head)<gender value="f"><code value="HIV"/></gender></Patient>"#, rule: "fhir.xml.form"),
    Refused(
      testDescription: "two values of one element",
      text: #"\#(head)<name><text value="a"/></name><maritalStatus/><maritalStatus/></Patient>"#,
      rule: "fhir.xml.duplicate"),
    Refused(
      testDescription: "an element in two places",
      text:
        #"\#(head)<name><text value="a"/></name><gender value="f"/><name><text value="b"/></name></Patient>"#,
      rule: "fhir.xml.duplicate"),
    Refused(
      testDescription: "an id that is both attribute and element",
      text: #"\#(head)<name id="a"><id value="b"/></name></Patient>"#, rule: "fhir.xml.duplicate"),
    Refused(
      testDescription: "two resources in one contained",
      text: "\(head)<contained><Group/><Group/></contained></Patient>", rule: "fhir.xml.form"),
    Refused(
      testDescription: "a contained one in a contained one",
      text: "\(head)<contained><Group><contained><Group/></contained></Group></contained></Patient>",
      rule: "fhir.xml.contained"),
    Refused(
      testDescription: "a resource's name as an element",
      text: #"\#(head)<resourceType value="Group"/></Patient>"#, rule: "fhir.xml.form"),
    Refused(
      testDescription: "a companion's name", text: #"\#(head)<_gender value="f"/></Patient>"#,
      rule: "fhir.xml.form"),
    Refused(
      testDescription: "narrative that is not XHTML",
      text:
        #"\#(head)<text><div xmlns="http://www.w3.org/1999/xhtml"><svg xmlns="http://www.w3.org/2000/svg"/></div></text></Patient>"#,
      rule: "fhir.xml.form"),
    Refused(
      testDescription: "a div that is no narrative",
      text: #"\#(head)<name><div xmlns="http://www.w3.org/1999/xhtml">Roe</div></name></Patient>"#,
      rule: "fhir.xml.form"),
    Refused(
      testDescription: "an unbound prefix", text: "\(head)<x:name/></Patient>", rule: "fhir.xml.syntax"),
    Refused(testDescription: "an open element", text: head, rule: "fhir.xml.syntax"),
    Refused(
      testDescription: "an encoding that is not read",
      text: #"<?xml version="1.0" encoding="UTF-7"?>\#(head)</Patient>"#, rule: "fhir.xml.encoding"),
    Refused(
      testDescription: "deep nesting",
      text: head + String(repeating: "<extension>", count: 300)
        + String(repeating: "</extension>", count: 300)
        + "</Patient>", rule: "fhir.xml.limit"),
  ]

  @Test(arguments: refused) func `it is held for`(_ example: Refused) throws {
    let error = #expect(throws: PacketError.self) {
      // Another root than the sniffer's, so that a DOCTYPE too comes to this format.
      _ = try FHIRXMLRecord(reading: Array(example.text.utf8), number: 3, limits: .standard)
    }
    #expect(error?.outcome == .hold)
    #expect(
      error?.rule == example.rule || example.rule == "house.malformed" && error?.rule == "fhir.xml.doctype")
    #expect(error?.place?.line != nil)
    #expect(error?.description.contains("Roe") == false)
  }

  // MARK: Nothing is passed over

  /// A word after every tag, and in place of every attribute's value: it is read, or the record is refused.
  @Test func `a word anywhere is read or refused`() throws {
    let pair = try FHIRXMLSample.xml(of: FHIRXMLPairTests.odd)
    for text in [Self.layout, pair] {
      let bytes = Array(text.utf8)
      var isQuoted = false
      for (at, byte) in bytes.enumerated() {
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        let opens = byte == UInt8(ascii: "\"") && isQuoted
        guard opens || byte == UInt8(ascii: ">") && !isQuoted else { continue }
        let planted = bytes[...at] + Array("zq7word".utf8) + bytes[(at + 1)...]
        do throws(PacketError) {
          let record = try FHIRXMLRecord(reading: Array(planted), number: 1, limits: .standard)
          // What was base64 and is no more cannot be looked into, and is said to be so.
          let isOpaque = record.facts.units.contains { $0.kind == .attachment && !$0.isKnown }
          #expect(record.texts.contains { $0.contains("zq7word") } || isOpaque, "byte \(at)")
        } catch {
          #expect(error.outcome == .hold)
        }
      }
    }
  }

  // MARK: Remarks

  @Test func `comments, instructions and schema locations are remarks and leave only with the whole`() throws
  {
    let record = try read(Self.layout)
    let remarks = record.facts.units.indices.filter { record.facts.units[$0].kind == .remark }
    let texts = record.facts.runs.filter { remarks.contains($0.unit) }
      .map { String(decoding: record.facts.arena[$0.range], as: UTF8.self) }
    #expect(texts == ["made by: ward 7", "http://hl7.org/fhir ward-seven.xsd", "print ward-9"])
    for cut in [
      Cut(units: [remarks[0]]), Cut(units: [3]),
      Cut(redactions: [record.range(of: "ward-9")].compactMap { $0 }),
    ] {
      let left = try record.edited(cut)
      #expect(!left.contains("ward") && left.contains("1.00") && left.contains("REDACTED"))
    }
  }

  @Test func `who is named in a remark is a mention, and a strange prefix is text`() throws {
    let record = try read(
      #"<!-- MRN: 887766 --><Patient xmlns="http://hl7.org/fhir" xmlns:Roe="http://x"><gender value="f"/></Patient>"#
    )
    #expect(record.facts.mentions.map(\.shown) == ["-; -=887766"])
    #expect(record.texts == ["Patient", "f", "Roe", "http://x", "MRN: 887766"])
    #expect(throws: PacketError.self) {
      try record.edited(Cut(redactions: [#require(record.range(of: "Roe"))]))
    }
  }

  // MARK: Cut

  static let label =
    #"<security><system value="http://terminology.hl7.org/CodeSystem/v3-ObservationValue"></system><code value="REDACTED"></code></security>"#

  @Test(arguments: [
    ("<gender value='f'/>", "<meta>\(label)</meta>"),
    ("<id value='a'/><gender value='f'/>", "<id value=\"a\"></id><meta>\(label)</meta>"),
    (
      "<meta><lastUpdated value='2026-01-01T00:00:00Z'/><tag><code value='x'/></tag></meta><gender value='f'/>",
      "<meta><lastUpdated value=\"2026-01-01T00:00:00Z\"></lastUpdated>\(label)<tag><code value=\"x\"></code></tag></meta>"
    ),
    (
      "<meta><profile value='p'/><security><code value='R'/></security></meta><gender value='f'/>",
      "<meta><profile value=\"p\"></profile>\(label)<security><code value=\"R\"></code></security></meta>"
    ),
    ("<meta>\(label)</meta><gender value='f'/>", "<meta>\(label)</meta>"),
  ])
  func `the whole is labelled once, where the schema has it`(before: String, after: String) throws {
    let record = try read("\(Self.head)\(before)<birthDate value='1980-01-02'/></Patient>")
    let left = try record.edited(Cut(redactions: [#require(record.range(of: "1980-01-02"))]))
    let masked =
      #"<birthDate><extension url="http://hl7.org/fhir/StructureDefinition/data-absent-reason"><valueCode value="masked"></valueCode></extension></birthDate>"#
    #expect(try canonical(left) == "\(Self.head)\(after)<gender value=\"f\"></gender>\(masked)</Patient>")
  }

  @Test func `what is not cut stays equal in canonical XML, prefix and white space too`() throws {
    let record = try read(Self.layout)
    let left = try record.edited(Cut(units: [3]))
    let wanted = Self.layout.replacing("<!-- made by: ward 7 -->\n", with: "").replacing(
      "<?print ward-9?>", with: ""
    )
    .replacing(" \\\n", with: " ").replacing(
      #" xsi:schemaLocation="http://hl7.org/fhir ward-seven.xsd""#, with: ""
    )
    .replacing("\n  <f:note><f:text value=\"only-note\"/></f:note>", with: "")
    .replacing(
      "\n    <f:tag>",
      with:
        "<f:security><f:system value=\"http://terminology.hl7.org/CodeSystem/v3-ObservationValue\"/><f:code value=\"REDACTED\"/></f:security><f:tag>"
    )
    // The narrative retells, and goes with the note.
    let expected = wanted.replacing(Self.narrative, with: "")
    #expect(try canonical(left).replacing("\n    <f:security>", with: "<f:security>") == canonical(expected))
  }

  @Test func `a part of the narrative is marked where it stood, through tags and entities`() throws {
    let record = try read(Self.layout)
    let left = try record.edited(Cut(redactions: [#require(record.range(of: "Jane &"))]))
    #expect(left.contains(#"<p xml:lang="en">seen <b>[withheld]</b> all</p>"#))
    let again = try read(left)
    #expect(again.texts.contains("seen [withheld] all\n") && !left.contains("Ja"))
  }

  @Test func `a single resource that is cut leaves nothing`() throws {
    #expect(try read(Self.layout).cutting(Cut(units: [1])).isEmpty)
    #expect(try read(Self.layout).cutting(Cut(units: [0])).isEmpty)
    #expect(throws: PacketError.self) { try read(Self.layout).cutting(Cut(units: [99])) }
  }

  // MARK: Anything

  @Test func `a record that is cut off anywhere is refused and traps nowhere`() throws {
    let bytes = Array(try FHIRXMLSample.xml(of: FHIRXMLPairTests.odd).utf8)
    for end in bytes.indices {
      #expect(throws: PacketError.self) {
        try FHIRXMLRecord(reading: Array(bytes[..<end]), number: 1, limits: .standard)
      }
    }
  }

  @Test(arguments: 0..<60) func `flipped bytes are read or refused, and cut without a trap`(seed: UInt64)
    throws
  {
    var random = FHIRSeededNumbers(seed: seed)
    var bytes = Array(try FHIRXMLSample.xml(of: FHIRXMLPairTests.samples[Int(seed % 3)]).utf8)
    for _ in 0..<2 { bytes[random.below(bytes.count)] = UInt8(0x20 + random.below(0x5F)) }
    do throws(PacketError) {
      let record = try FHIRXMLRecord(reading: bytes, number: 1, limits: .standard)
      _ = try record.cutting(Cut(units: [random.below(record.facts.units.count)]))
      let run = record.facts.runs[random.below(record.facts.runs.count)]
      _ = try record.cutting(Cut(redactions: [run.range]))
    } catch {
      #expect(error.outcome == .hold)
    }
  }
}
