import Policy
import Records
import Requests
import Testing
import Values

@Suite("DESIGN §4.5: another person in the patient's record is seen, wherever a format can name them")
struct OtherPeopleTests {
  /// What patient rules and the reader say of a record, asked for the patient of the samples below.
  static func rules(_ record: String, numbers: [Identifier]? = nil) throws -> Set<String> {
    let facts = try RecordReader.read(Array(record.utf8), number: 1, limits: .standard).facts
    let draft = Draft.treatment.with { draft in
      var patient = Patient()
      patient.names = [PersonName(family: "Roe", given: ["Jane"])]
      patient.birthDate = Sensitive("1970-01-05")
      patient.identifiers = numbers ?? [Identifier(system: "HOSP", value: "4711")]
      draft.request.patient = patient
      draft.pipeline?.match = .standard
      draft.records[0] = RecordCase(number: 1, listed: ListedRecord(path: "r"), facts: facts)
    }
    let judged = draft.findings.map(\.rule) + facts.findings.map(\.rule)
    return Set(judged.map(\.description).filter { $0.hasPrefix("patient.") })
  }

  // MARK: FHIR

  static func bundle(_ resource: String, identifiers: String? = nil) -> String {
    let identifiers = identifiers ?? #"{"system":"HOSP","value":"4711"}"#
    return #"""
      {"resourceType":"Bundle","type":"collection","entry":[
      {"fullUrl":"urn:uuid:00000000-0000-4000-8000-000000000001","resource":{"resourceType":"Patient","id":"p1",
       "name":[{"family":"Roe","given":["Jane","Ann"]}],"birthDate":"1970-01-05","identifier":[\#(identifiers)]}},
      {"resource":\#(resource)}]}
      """#
  }
  static func observation(_ subject: String) -> String {
    #"{"resourceType":"Observation","status":"final","code":{"text":"weight"},\#(subject)"valueInteger":7}"#
  }

  static let fhirOthers = [
    #""subject":{"display":"Mary Smith"},"#,
    #""subject":{"display":"Mary Roe"},"#,
    #""subject":{"display":"Jane"},"#,
    #""subject":{},"#,
    #""subject":{"identifier":{"system":"HOSP","value":"7788"}},"#,
    #""subject":{"identifier":{"system":"OTHER","value":"4711"}},"#,
    #""subject":{"identifier":{"system":"HOSP","value":"4711"},"display":"Mary Smith"},"#,
    #""subject":{"reference":"Patient/p1","display":"Mary Smith"},"#,
    #""subject":{"reference":"Patient/p1","identifier":{"system":"HOSP","value":"7788"}},"#,
    #""subject":{"reference":"Patient/p2","type":"Group"},"#,
    "",
  ]
  @Test(arguments: fhirOthers) func `an Observation beside the only Patient whose subject is other`(
    _ subject: String
  ) throws {
    #expect(try Self.rules(Self.bundle(Self.observation(subject))) == ["patient.match"])
  }

  static let fhirOwn = [
    #""subject":{"reference":"Patient/p1"},"#,
    #""subject":{"reference":"urn:uuid:00000000-0000-4000-8000-000000000001","display":"Jane A. Roe"},"#,
    #""subject":{"reference":"Patient/p1","display":"Patient"},"#,
    #""subject":{"display":"ROE, Jane"},"#,
    #""subject":{"identifier":{"system":"HOSP","value":"4711"}},"#,
    #""subject":{"reference":"Patient/p1","identifier":{"system":"OTHER","value":"9"}},"#,
    #""subject":{"reference":"Group/g1"},"#,
  ]
  @Test(arguments: fhirOwn) func `an Observation of the Patient beside it passes, by`(_ subject: String)
    throws
  {
    #expect(try Self.rules(Self.bundle(Self.observation(subject))).isEmpty)
  }

  @Test func `resources that the standard lets name no patient pass`() throws {
    for type in ["Organization", "Practitioner", "Medication", "Location", "Slot"] {
      #expect(try Self.rules(Self.bundle(#"{"resourceType":"\#(type)","id":"x"}"#)).isEmpty, "\(type)")
    }
  }

  @Test func `an appointment names its patient among its participants`() throws {
    func appointment(_ actor: String) -> String {
      #"{"resourceType":"Appointment","status":"booked","participant":[{"status":"accepted"\#(actor)}]}"#
    }
    #expect(try Self.rules(Self.bundle(appointment(#","actor":{"reference":"Patient/p1"}"#))).isEmpty)
    #expect(try Self.rules(Self.bundle(appointment(""))) == ["patient.match"])
  }

  @Test func `a Patient with a second number of the same system is two people's`() throws {
    func rules(_ other: String) throws -> Set<String> {
      try Self.rules(
        Self.bundle(
          Self.observation(#""subject":{"reference":"Patient/p1"},"#),
          identifiers: #"{"system":"HOSP","value":"4711"},\#(other)"#))
    }
    #expect(try rules(#"{"system":"HOSP","value":"7788"}"#) == ["patient.match"])
    #expect(try rules(#"{"system":"HOSP","value":"04711"}"#).isEmpty)
    #expect(try rules(#"{"system":"OTHER","value":"7788"}"#).isEmpty)
    let visit = #""type":{"coding":[{"code":"VN"}]}"#
    #expect(try rules(#"{"system":"HOSP","value":"7788",\#(visit)}"#).isEmpty)
  }

  // MARK: HL7 v2

  static func message(_ segments: [String], pid: String = "PID|1||4711^^^HOSP^MR||ROE^JANE^ANN||19700105")
    -> String
  {
    ([#"MSH|^~\&|LAB|GENERAL|||20260301||ORU^R01|42|P|2.5.1|||||UNICODE UTF-8"#, pid] + segments)
      .map { $0 + "\r" }.joined()
  }

  static let hl7Others: [(String, String)] = [
    ("PID-3", "PID|1||4711^^^HOSP^MR~7788^^^HOSP^MR||ROE^JANE||19700105"),
    ("PID-3, its kind not said", "PID|1||4711^^^HOSP^MR~7788^^^HOSP||ROE^JANE||19700105"),
    ("PID-2", "PID|1|7788^^^HOSP|4711^^^HOSP^MR||ROE^JANE||19700105"),
    ("PID-4", "PID|1||4711^^^HOSP^MR|7788^^^HOSP|ROE^JANE||19700105"),
    (
      "PID-4, of an authority that the request does not name",
      "PID|1||4711^^^HOSP^MR~11^^^LAB^PI|12^^^LAB^PI|ROE^JANE||19700105"
    ),
  ]
  @Test(arguments: hl7Others) func `another number of the same authority in`(_ field: String, _ pid: String)
    throws
  {
    #expect(try Self.rules(Self.message([], pid: pid)) == ["patient.match"], "\(field)")
  }

  @Test(arguments: [
    "PID|1|4711^^^HOSP|4711^^^HOSP^MR||ROE^JANE||19700105",
    "PID|1||4711^^^HOSP^MR~V9^^^HOSP^VN~A9^^^HOSP^AN||ROE^JANE||19700105",
    "PID|1||4711^^^HOSP^MR~899990000^^^USSSA^SS|12^^^LAB^PI|ROE^JANE||19700105",
  ]) func `the patient's own numbers pass`(_ pid: String) throws {
    #expect(try Self.rules(Self.message([], pid: pid)).isEmpty)
  }

  @Test func `a merge leaves another chart behind`() throws {
    #expect(try Self.rules(Self.message(["MRG|7788^^^HOSP^MR"])) == ["patient.match"])
    #expect(try Self.rules(Self.message(["MRG|4711^^^HOSP^MR"])).isEmpty)
    #expect(!(try Self.rules(Self.message(["MRG|88^^^OLD||||||SMITH^MARY"])).isEmpty))
    #expect(try Self.rules(Self.message(["MRG|88^^^OLD||||||ROE^JANE"])).isEmpty)
  }

  static let other = "PID|2||7788^^^HOSP^MR||SMITH^MARY||19400101"
  @Test func `of two PIDs in a message both count`() throws {
    #expect(try Self.rules(Self.message([Self.other, "OBX|1|NM|1^W^L||7"])) == ["patient.mixed"])
  }

  @Test func `the patient of the tenth message counts`() throws {
    let own = Array(repeating: Self.message(["OBX|1|NM|1^W^L||7"]), count: 9).joined()
    #expect(try Self.rules(own).isEmpty)
    #expect(try Self.rules(own + Self.message(["OBX|1|NM|1^W^L||7"], pid: Self.other)) == ["patient.mixed"])
  }

  // MARK: Free text

  static let pasted = [
    "MRN: 778812", "see chart, MRN 778812, of last week", "Medical record number: 778812", "MR# 778812",
    "Patient name: Mary Smith", "Patient Name: Smith, Mary DOB: 01/05/1970", "DOB: 1/2/1950",
    "note for D.O.B. 1/2/1950", "Date of birth: 1950-01-02",
  ]
  @Test(arguments: pasted) func `free text that names another chart is held:`(_ words: String) throws {
    #expect(try Self.rules(Self.message(["OBX|1|TX|1^N^L||seen today. \(words)"])) == ["patient.match"])
    #expect(try Self.rules(Self.message(["NTE|1||\(words)"])) == ["patient.match"])
    #expect(
      try Self.rules(
        Self.bundle(Self.observation(#""subject":{"reference":"Patient/p1"},"note":[{"text":"\#(words)"}],"#))
      )
        == ["patient.match"])
  }

  @Test(arguments: [
    "MRN: 4711", "MRN 04711", "Patient name: Jane Roe was seen", "Patient Name: ROE, JANE DOB: 01/05/1970",
    "DOB: 1/5/1970", "mrn pending", "the patient: denies pain", "Name: metoprolol", "MRN is not known",
    "date of birth unknown",
  ]) func `free text that names the patient, or nobody, passes:`(_ words: String) throws {
    #expect(try Self.rules(Self.message(["OBX|1|TX|1^N^L||seen today. \(words)"])).isEmpty)
  }

  // MARK: Tables

  /// A C-CDA narrative of Jane Roe's.
  static func narrative(_ text: String) -> String {
    """
    <ClinicalDocument xmlns="urn:hl7-org:v3"><code code="34133-9" codeSystem="2.16.840.1.113883.6.1"/>
    <recordTarget><patientRole><id root="HOSP" extension="4711"/><patient><name><given>Jane</given><family>Roe</family></name>
    <birthTime value="19700105"/></patient></patientRole></recordTarget>
    <component><structuredBody><component><section><code code="8648-8" codeSystem="2.16.840.1.113883.6.1"/>
    <text>\(text)</text></section></component></structuredBody></component></ClinicalDocument>
    """
  }
  static func rows(_ rows: [[String]]) -> String {
    let lines = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }
    return narrative("<table><tbody>\(lines.joined())</tbody></table>")
  }

  static let otherCells = [
    ["MRN", "778812"], ["Medical record number:", "778812"], ["DOB", "01/02/1950"],
    ["Seen", "today", "MRN", "A-778812"], ["Patient name", "Smith, Mary"],
  ]
  @Test(arguments: otherCells) func `a cell with a label, and another chart's value in the next`(
    _ cells: [String]
  ) throws {
    #expect(try Self.rules(Self.rows([cells])) == ["patient.match"])
  }

  @Test func `cells of the patient's own, and heads of columns, pass`() throws {
    #expect(
      try Self.rules(Self.rows([["MRN", "4711"], ["DOB", "1/5/1970"], ["Patient name", "Roe, Jane"]])).isEmpty
    )
    #expect(
      try Self.rules(
        Self.rows([["MRN", "HbA1c", "Patient name", "Test result", "DOB"], ["4711", "6.1", "x"]])
      )
      .isEmpty)
    #expect(try Self.rules(Self.rows([["Date of birth", "unknown"], ["MRN", "pending"]])).isEmpty)
  }
}
