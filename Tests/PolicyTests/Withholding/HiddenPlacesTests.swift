import Policy
import Records
import Testing
import Values
import YAML

@Suite("FAULTS.md H03, H04, X07, D01: a term in any place that a format has is seen")
struct HiddenPlacesTests {
  static func categories(_ record: String) throws -> Set<String> {
    let facts = try RecordReader.read(Array(record.utf8), number: 1, limits: .standard).facts
    return Set(try ShippedCategories.set().hits(facts).filter { $0.certainty > .weak }.map(\.category))
  }

  // MARK: HL7 v2

  static func message(_ segments: String...) -> String {
    ([
      #"MSH|^~\&|LAB|GENERAL|||20260301||ORU^R01|42|P|2.5.1|||||UNICODE UTF-8"#,
      "PID|1||4711^^^HOSP^MR||ROE^JANE||19700105",
    ] + segments).map { $0 + "\r" }.joined()
  }

  @Test(arguments: [
    "OBX|1|ST|1^N^L||B20", "OBX|1|TX|1^N^L||B20", "NTE|1||B20", "OBX|1|ST|1^N^L||B20^x",
    "OBX|1|ST|1^N^L||a~B20",
    #"OBX|1|TX|1^N^L||Bikt\.br\arvy"#, "OBX|1|TX|1^N^L||Bikt&arvy", "OBX|1|TX|1^N^L||Bikt^arvy",
    "OBX|1|TX|1^N^L||Bikt~arvy", #"OBX|1|TX|1^N^L||Bikt\Z01\arvy"#,
    "OBX|1|TX|1^N^L||takes Bikt\rOBX|2|TX|1^N^L||arvy daily", "NTE|1||takes Bikt\rNTE|2||arvy daily",
    "OBX|1|TX|1^Name of a test^L||takes Bik||||||F||||||||||||Laboratory\rOBX|2|TX|1^Name of a test^L||tarvy now||||||F||||||||||||Laboratory",
    "NTE|1|L|takes Bik|RE^Remark of the laboratory^HL70364\rNTE|2|L|tarvy now|RE^Remark of the laboratory^HL70364",
    "OBR|1|||1^N^L|||||||||B20", "OBR|1|||1^N^L|||||||||takes Biktarvy", "OBR|1|||1^N^L|||||||||B20^x^I10",
    "PR1|1|C4|86703", "PR1|1||86703^x", "FT1|1|||20260101||CG|1||||||||||||||||||86703",
  ]) func `an HIV sign is seen wherever a segment of HL7 v2 holds it`(_ segments: String) throws {
    #expect(try Self.categories(Self.message(segments)).contains("HIV"))
  }

  @Test func `a message of ordinary things has none`() throws {
    let found = try Self.categories(
      Self.message(
        "PV1|1|I|B20^12^A", #"OBX|1|TX|1^N^L||walks\.br\well"#, "OBX|2|ST|2^N^L||MD^D", "OBX|3|NM|3^N^L||120",
        "FT1|1|||20260101||CG|86703", "PR1|1||99213")
    )
    #expect(found.isEmpty)
  }

  // MARK: Text

  @Test(arguments: [
    "Seen for human immuno-\n  deficiency virus.\n", "HIV in<b>fec</b>tion", "&#72;&#x49;V",
    "known human immunodeficiency\n\nRoe, Jane  MRN 4711\nPage 2\n\nvirus disease\n\nRoe, Jane  MRN 4711\nPage 3\n",
    "human immuno-      stable today\ndeficiency virus   on no drugs\n",
    "human immuno-\tstable today\tactive\ndeficiency virus\ton no drugs at all\tsince May\n",
    "human immuno-        stable today\ndeficiency virus in  on no drugs\n",
  ]) func `an HIV sign is seen in text as a person reads it`(_ text: String) throws {
    #expect(try Self.categories(text).contains("HIV"))
  }

  // MARK: C-CDA

  static func document(_ text: String, root: String = "", prolog: String = "") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>\(prolog)
    <ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \(root)>
      <code code="34133-9" codeSystem="2.16.840.1.113883.6.1"/>
      <recordTarget><patientRole><id root="1.2.3" extension="4711"/></patientRole></recordTarget>
      <component><structuredBody><component><section>
        <code code="10160-0" codeSystem="2.16.840.1.113883.6.1"/><title>Medications</title>
        <text>\(text)</text>
      </section></component></structuredBody></component>
    </ClinicalDocument>
    """
  }

  @Test(arguments: [
    ("<paragraph>Bik<br/>tarvy</paragraph>", "", ""),
    ("<paragraph>Bik<content styleCode=\"Bold\">tarvy</content></paragraph>", "", ""),
    ("<table><tbody><tr><td>Bikt</td><td>arvy</td></tr></tbody></table>", "", ""),
    ("<table><tbody><tr><td>B20</td></tr></tbody></table>", "", ""),
    ("<content ID=\"medBiktarvy1\">one tablet</content>", "", ""),
    ("<?Biktarvy?><paragraph>x</paragraph>", "", ""),
    ("<paragraph>x</paragraph>", "", "<?Biktarvy daily?>"),
    ("<paragraph>x</paragraph>", "xmlns:x=\"urn:example:HIVPositive\"", ""),
    ("<paragraph>x</paragraph>", "xmlns:hivPositive=\"urn:example\"", ""),
    ("<paragraph>x</paragraph>", "xmlns:cdaBiktarvy=\"urn:example\"", ""),
    ("<paragraph>x</paragraph>", "xmlns:x=\"urn:hl7-org:Biktarvy\"", ""),
    ("<paragraph>x</paragraph>", "HIVPositive=\"1\"", ""),
    ("<HIVPositive/><paragraph>x</paragraph>", "", ""),
  ]) func `C-CDA:`(_ text: String, _ root: String, _ prolog: String) throws {
    #expect(try Self.categories(Self.document(text, root: root, prolog: prolog)).contains("HIV"))
  }

  static func observation(_ classCode: String, mood: String = "EVN", _ content: String) -> String {
    document("<paragraph>x</paragraph>").replacing(
      "</text>",
      with:
        "</text><entry><observation classCode=\"\(classCode)\" moodCode=\"\(mood)\">\(content)</observation></entry>"
    )
  }

  @Test(arguments: [
    observation("HIV", "<code code=\"8867-4\"/>"), observation("OBS", mood: "HIV", "<code code=\"8867-4\"/>"),
    observation("OBS", "<code code=\"HIV\"/>"),
    observation("OBS", "<code code=\"HIV\" codeSystem=\"2.16.840.1.113883.6.1\"/>"),
    observation("OBS", "<statusCode code=\"HIV\"/>"), observation("OBS", "<code nullFlavor=\"HIV\"/>"),
    observation("OBS", "<value xsi:type=\"CD\" code=\"Biktarvy\"/>"),
    observation("OBS", "<value xsi:type=\"BIKTARVY\"/>"),
    observation("OBS", "<code code=\"1\"><qualifier><name code=\"HIV\"/></qualifier></code>"),
    observation(
      "OBS", "<code code=\"1\"><qualifier inverted=\"false\"><value code=\"HIV\"/></qualifier></code>"),
    observation("OBS", "<participant typeCode=\"HIV\"><participantRole/></participant>"),
  ]) func `a term in the place of a code of C-CDA's own is one:`(_ document: String) throws {
    #expect(try Self.categories(document).contains("HIV"))
  }

  @Test func `CDA's own codes are no text, other words in their place are`() throws {
    func texts(_ document: String) throws -> String {
      let facts = try RecordReader.read(Array(document.utf8), number: 1, limits: .standard).facts
      return String(decoding: facts.arena, as: UTF8.self)
    }
    let own = try texts(Self.observation("OBS", "<value xsi:type=\"IVL_TS\" nullFlavor=\"UNK\"/>"))
    for word in ["OBS", "EVN", "IVL_TS", "UNK"] { #expect(!own.contains(word)) }
    #expect(try texts(Self.observation("ROE", mood: "219099999", "")).contains("ROE\0" + "219099999"))
  }

  @Test func `a document of ordinary things has none`() throws {
    #expect(
      try Self.categories(
        Self.document("<table><tbody><tr><td ID=\"med1\">aspirin</td></tr></tbody></table>")
      )
      .isEmpty)
  }

  @Test func `a confidentiality with a name and no code is believed`() throws {
    func labels(_ name: String) throws -> [String] {
      let text = Self.document("<paragraph>x</paragraph>").replacing(
        "<recordTarget>",
        with:
          "<confidentialityCode codeSystem=\"2.16.840.1.113883.5.25\" displayName=\"\(name)\"/><recordTarget>"
      )
      let facts = try RecordReader.read(Array(text.utf8), number: 1, limits: .standard).facts
      return facts.units[0].labels.map { $0.code.reveal(.match) }
    }
    #expect(try labels("Very restricted") == ["V"] && labels("normal") == ["N"])
    #expect(try labels("HIV") == ["HIV"])
  }

  // MARK: FHIR

  static func observation(_ members: String) -> String {
    #"{"resourceType":"Observation","subject":{"reference":"Patient/1"},\#(members)}"#
  }

  @Test(arguments: [
    #""note":[{"text":"Bik\ntarvy"}]"#, #""valueString":"B20""#, #""valueString":"H I V""#,
    #""text":{"status":"generated","div":"<div xmlns=\"urn:HIVPositive\">x</div>"}"#,
    #""text":{"status":"generated","div":"<div>Bik<br/>tarvy</div>"}"#,
    #""text":{"status":"generated","div":"<div><table><tr><td>Bik</td><td>tarvy</td></tr></table></div>"}"#,
    #""code":{"coding":[{"code":"1"}],"_text":{"extension":[{"url":"http://hl7.org/fhir/uv/security-label-ds4p/StructureDefinition/extension-inline-sec-label","valueCoding":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"HIV"}}]}}"#,
    #""meta":{"security":[{"display":"HIV"}]}"#,
    #""extension":[{"url":"http://hl7.org/fhir/StructureDefinition/observation-focusCode","valueCode":"B20"}]"#,
    // RxNorm's 1999667 in a MedicationRequest in JSON and in XML, and in CDA.
    #""valueAttachment":{"contentType":"application/fhir+json","data":"eyJyZXNvdXJjZVR5cGUiOiAiTWVkaWNhdGlvblJlcXVlc3QiLCAibWVkaWNhdGlvbkNvZGVhYmxlQ29uY2VwdCI6IHsiY29kaW5nIjogW3sic3lzdGVtIjogImh0dHA6Ly93d3cubmxtLm5paC5nb3YvcmVzZWFyY2gvdW1scy9yeG5vcm0iLCAiY29kZSI6ICIxOTk5NjY3In1dfX0="}"#,
    #""valueAttachment":{"contentType":"application/fhir+xml","data":"PE1lZGljYXRpb25SZXF1ZXN0IHhtbG5zPSJodHRwOi8vaGw3Lm9yZy9maGlyIj48bWVkaWNhdGlvbkNvZGVhYmxlQ29uY2VwdD48Y29kaW5nPjxzeXN0ZW0gdmFsdWU9Imh0dHA6Ly93d3cubmxtLm5paC5nb3YvcmVzZWFyY2gvdW1scy9yeG5vcm0iLz48Y29kZSB2YWx1ZT0iMTk5OTY2NyIvPjwvY29kaW5nPjwvbWVkaWNhdGlvbkNvZGVhYmxlQ29uY2VwdD48L01lZGljYXRpb25SZXF1ZXN0Pg=="}"#,
    #""valueAttachment":{"contentType":"text/xml","data":"PENsaW5pY2FsRG9jdW1lbnQgeG1sbnM9InVybjpobDctb3JnOnYzIj48Y29kZSBjb2RlU3lzdGVtPSIyLjE2Ljg0MC4xLjExMzg4My42Ljg4IiBjb2RlPSIxOTk5NjY3Ii8+PC9DbGluaWNhbERvY3VtZW50Pg=="}"#,
    #""hivPositive":true"#, #""component":[{"takesBiktarvy":1}]"#,
  ]) func `an HIV sign is seen wherever a FHIR resource holds it`(_ members: String) throws {
    #expect(try Self.categories(Self.observation(members)).contains("HIV"))
  }

  // A message of HL7 v2, JSON that is none, and a note that has a bracket.
  @Test(arguments: [
    ("TVNIfF5+XCZ8QXxCDVJYRXx8MTk5OTY2N15eUlhOT1JNDQ==", false), ("eyJyZXNvdXJjZVR5cGUiOiJCYXNpYyIs", false),
    ("W3hdIHNlZW4gZm9yIGtuZWUgcGFpbg==", true),
  ]) func `an attachment that may be a record and cannot be read as one is not looked into`(
    data: String, isKnown: Bool
  ) throws {
    let record = Self.observation(#""valueAttachment":{"contentType":"text/plain","data":"\#(data)"}"#)
    let facts = try RecordReader.read(Array(record.utf8), number: 1, limits: .standard).facts
    #expect(facts.units.allSatisfy { $0.isKnown } == isKnown)
  }

  @Test func `an inline label is the label of the part that it stands in`() throws {
    let record = Self.observation(
      #""valueString":"x","_valueString":{"extension":[{"url":"http://hl7.org/fhir/uv/security-label-ds4p/StructureDefinition/extension-inline-sec-label","valueCoding":{"system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"R"}}]}"#
    )
    let facts = try RecordReader.read(Array(record.utf8), number: 1, limits: .standard).facts
    #expect(facts.units.contains { $0.kind == .resource && $0.labels.map(\.code) == [Sensitive("R")] })
    #expect(facts.units.allSatisfy { $0.isKnown })
  }

  @Test func `a picture within a narrative takes the narrative along`() throws {
    let record = Self.observation(
      #""text":{"status":"generated","div":"<div>chart <img src=\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ\"/></div>"}"#
    )
    let facts = try RecordReader.read(Array(record.utf8), number: 1, limits: .standard).facts
    let plan = try SampleCase(facts).plan()
    let narrative = try #require(facts.units.firstIndex { $0.kind == .paragraph })
    #expect(plan.units().contains(narrative) && plan.rules().contains("house.opaque-part"))
  }
}

@Suite("DESIGN §4.8: abbreviations that mean something else more often act only near another sign")
struct NearTermTests {
  static func hits(_ record: FactsBuilder, _ category: String) throws -> Int {
    try ShippedCategories.set().hits(record.facts).count { $0.category == category }
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let category: String
    let ordinary: String
    let near: String
  }
  static let rows = [
    Row(
      testDescription: "ED", category: "SEX", ordinary: "seen in ED",
      near: "ED, takes sildenafil for erectile dysfunction"),
    Row(testDescription: "HAND", category: "HIV", ordinary: "RIGHT HAND PAIN", near: "HAND with HIV"),
    Row(
      testDescription: "counseling", category: "MH", ordinary: "Nutritional counseling, exercise counseling",
      near: "counseling for depression"),
    Row(
      testDescription: "stress", category: "MH", ordinary: "Stress test, smoking cessation counselling",
      near: "stress and depression"),
    Row(testDescription: "ART", category: "HIV", ordinary: "ART THERAPY", near: "ART for HIV infection"),
    Row(
      testDescription: "NA", category: "OPIOIDUD", ordinary: "NA 140 K 4.1",
      near: "goes to NA, on buprenorphine"),
    Row(
      testDescription: "CD", category: "SUD", ordinary: "burned to CD",
      near: "CD program for cocaine dependence"),
    Row(testDescription: "ID", category: "DVD", ordinary: "ID consult", near: "ID, autism spectrum disorder"),
  ]

  @Test(arguments: rows) func `alone, and beside another of its kind, it is none:`(_ row: Row) throws {
    var record = FactsBuilder(.text)
    record.unit(.paragraph, row.ordinary)
    record.unit(.paragraph, row.ordinary + ". " + row.testDescription)
    #expect(try Self.hits(record, row.category) == 0)
  }

  @Test(arguments: rows) func `in one part with another sign it acts:`(_ row: Row) throws {
    var record = FactsBuilder(.text)
    record.unit(.paragraph, row.near)
    let hits = try ShippedCategories.set().hits(record.facts).filter { $0.category == row.category }
    #expect(hits.contains { $0.certainty == .weak } && hits.count > 1)
  }

  @Test func `a sign in a part beside it counts, one elsewhere in the record does not`() throws {
    var record = FactsBuilder(.text)
    let section = record.unit(.section, "Plan")
    record.unit(.paragraph, in: section, "started ART")
    let sign = record.unit(.paragraph, in: section, "HIV infection")
    let far = record.unit(.paragraph, "ART class on Tuesdays")
    let units = Set(
      try ShippedCategories.set().hits(record.facts).filter { $0.category == "HIV" }.map(\.unit))
    #expect(units.contains(sign) && units.contains(sign - 1) && !units.contains(far))
  }

  @Test func `every such term says what else it means`() throws {
    let file = """
      category: X
      title: "X"
      version: 1
      law: ["x"]
      label: {system: "x", code: X}
      default: withhold
      confidentiality: R
      releasedBy: [X]
      terms:
        abbreviations:
          - {term: "AB", certainty: weak, acts: near}
      """
    guard
      case .refused(let problems) = CategoryReader.read([
        ("sources.yaml", Array("version: 1\nsources: []\n".utf8)), ("x.yaml", Array(file.utf8)),
      ])
    else {
      Issue.record("it was taken")
      return
    }
    #expect(problems.contains { $0.message.contains("ambiguous") })
  }
}
