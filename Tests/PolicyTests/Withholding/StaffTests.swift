import Policy
import Testing

@Suite("`redact: providers` masks people, and not the words and codes of a record")
struct StaffTests {
  static let w = "[withheld]"

  /// What is left of a note, beside a performer by display alone and other resources.
  static func left(of note: String, performer: String, besides: String = "") throws -> String {
    let record = #"""
      {"resourceType":"Bundle","type":"collection","entry":[
      {"resource":{"resourceType":"Patient","id":"p","name":[{"family":"Roe","given":["Jane"]}],"birthDate":"1970-01-05"}},
      \#(besides)
      {"resource":{"resourceType":"Observation","id":"o","status":"final","subject":{"reference":"Patient/p"},
       "code":{"text":"call"},"performer":[{"display":"\#(performer)"}],"note":[{"text":"\#(note)"}]}}]}
      """#
    let outcome = try #require(try KnownIdentityTests.outcomes(record, redact: "providers").first)
    #expect(!outcome.text.contains(#""display":"\#(performer)""#))
    if let facts = outcome.facts { #expect(outcome.plan.telling.found(in: facts).isEmpty) }
    let text = try #require(outcome.text.split(separator: #""note":[{"text":""#).last)
    return String(text.prefix { $0 != "\"" })
  }

  static let offices: [(String, String)] = [
    ("Center for Diabetes", "known diabetes, well set"), ("Emergency Department", "the department called"),
    ("Nurse Practitioner", "the practitioner agreed"), ("Respiratory Therapist", "the therapist agrees"),
    ("Radiology", "radiology was called"), ("Hemoglobin Laboratory of Glucose", "glucose was low"),
    ("Care Coordinator", "the coordinator called"), ("LabCorp", "sent by LabCorp"),
    ("Ida Wetterling", "the wetterling sign"),
  ]
  @Test(arguments: offices) func `what is no person's name, or may be none, leaves its words:`(
    _ performer: String, _ note: String
  ) throws {
    #expect(try Self.left(of: note, performer: performer) == note)
  }

  static let people: [(String, String, String)] = [
    ("Dr. Ida Wetterling", "Wetterling saw her", "\(w) saw her"),
    ("Wetterling, Ida", "Dr. Wetterling", "Dr. \(w)"),
    ("Ida Wetterling, MD", "by Ida Wetterling", "by \(w)"),
    ("Ida Wetterling", "Ida Wetterling, and Wetterling, Ida", "\(w), and \(w)"),
    ("Center for Diabetes", "sent by the Center for Diabetes", "sent by the \(w)"),
  ]
  @Test(arguments: people) func `what names somebody is sought:`(
    _ performer: String, _ note: String, _ expected: String
  ) throws {
    #expect(try Self.left(of: note, performer: performer) == expected)
  }

  /// A message with a doctor in PV1-7.
  static func message(_ doctor: String, pid: String? = nil, _ segments: String...) throws -> String {
    let own = pid ?? "PID|1||4711^^^HOSP^MR||ROE^JANE||19700105"
    let text = KnownIdentityTests.message(
      (["PV1|1|O|C^1||||\(doctor)"] + segments).joined(separator: "\r"), pid: own)
    let outcome = try #require(try KnownIdentityTests.outcomes(text, redact: "providers").first)
    if let facts = outcome.facts { #expect(outcome.plan.telling.found(in: facts).isEmpty) }
    #expect(outcome.text.contains("PV1|1|O|C^1||||\(w)^\(w)"))
    return outcome.text
  }

  @Test func `a doctor's family name is not the patient's town, nor a number their ZIP`() throws {
    let pid = HL7.segment(
      "PID",
      [1: "1", 3: "4711^^^HOSP^MR", 5: "ROE^JANE", 7: "19700105", 11: "4 ELM ST^^ZAMBOROUGH^TX^1299977"])
    let left = try Self.message(
      "1299977^ZAMBOROUGH^SAM", pid: pid, "OBX|1|TX|1^N^L||lives in Zamborough, where Sam Zamborough saw her")
    #expect(left.contains(pid) && left.contains("||lives in Zamborough, where \(Self.w) saw her"))
  }

  @Test(arguments: ["English", "Houston", "Hospitalist", "Pace"])
  func `a family name that is a language, a town or a role is sought with a given name only:`(_ name: String)
    throws
  {
    let left = try Self.message("1112223334^\(name)^SAM", "OBX|1|TX|1^N^L||\(name), and Sam \(name)")
    #expect(left.contains("||\(name), and \(Self.w)"))
  }

  @Test func `a short number of staff is no dose, and a longer one no code`() throws {
    let dose = try Self.message("10000^KOWALCZYK^SAM", "OBX|1|TX|1^N^L||heparin 10000 units")
    #expect(dose.contains("||heparin 10000 units"))
    let code = try Self.message(
      "38341003^KOWALCZYK^SAM", "DG1|1||38341003^Hypertension^SCT", "OBX|1|TX|1^N^L||number 38341003")
    #expect(code.contains("DG1|1||38341003^Hypertension^SCT"))
    let number = try Self.message(
      "38341003^KOWALCZYK^SAM", "DG1|1||38341003^Hypertension^LOCAL", "OBX|1|TX|1^N^L||number 38341003")
    #expect(number.contains("||number \(Self.w)") && !number.contains("38341003"))
  }

  @Test func `in C-CDA a system that signs is called as it is and no more`() throws {
    let record = """
      <ClinicalDocument xmlns="urn:hl7-org:v3"><code code="34133-9" codeSystem="2.16.840.1.113883.6.1"/>
      <recordTarget><patientRole><id root="1.2.3" extension="4711"/></patientRole></recordTarget>
      <author><assignedAuthor><id root="1.2.4" extension="9"/><assignedPerson><name>Interface Engine</name></assignedPerson></assignedAuthor></author>
      <component><structuredBody><component><section><code code="8648-8" codeSystem="2.16.840.1.113883.6.1"/>
      <text><paragraph>The engine stopped.</paragraph></text></section></component></structuredBody></component></ClinicalDocument>
      """
    let outcome = try #require(try KnownIdentityTests.outcomes(record, redact: "providers").first)
    #expect(outcome.text.contains("The engine stopped.") && !outcome.text.contains("Interface Engine"))
  }
}
