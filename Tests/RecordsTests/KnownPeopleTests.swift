import Records
import Testing
import Values

@Suite("the people whom a record names at places of their own")
struct KnownPeopleTests {
  /// `relative: family ROE, given MARY`, one line a person.
  static func shown(_ facts: RecordFacts) -> [String] {
    facts.people.all.map { person in
      let parts = facts.people.parts(of: person).map {
        "\($0.what) \(String(decoding: facts.arena[$0.range], as: UTF8.self))"
      }
      return "\(roles(person.roles)): \(parts.joined(separator: ", "))"
    }
  }

  private static func roles(_ roles: KnownPeople.Roles) -> String {
    let all: [(KnownPeople.Roles, String)] = [
      (.patient, "patient"), (.relative, "relative"), (.guarantor, "guarantor"), (.informant, "informant"),
      (.provider, "provider"),
    ]
    return all.filter { roles.contains($0.0) }.map(\.1).joined(separator: "+")
  }

  static func shown(_ text: String) throws -> [String] {
    shown(try RecordReader.read(bytes(text), number: 1, limits: .standard).facts)
  }

  // MARK: HL7 v2

  static func message(_ segment: String) throws -> [String] {
    try shown(HL7Sample.lines([HL7Sample.header, "PID|1||4711^^^HOSP^MR||ROE^JANE", segment])).dropFirst()
      .map(\.self)
  }

  static let segments: [(String, [String])] = [
    (
      "NK1|1|DOE^MARY^ANN^^MRS|MTH|12 ELM ST^APT 3^SALEM^OR^97301|(503)555-0161^PRN^PH|^^^^^503^5550162",
      [
        "relative: family DOE, given MARY, given ANN, title MRS, street 12 ELM ST, street APT 3, town SALEM, "
          + "town 97301, contact (503)555-0161, contact 503, contact 5550162"
      ]
    ),
    (
      "NK1|1|^JOHN~DOE^JACK|FTH",
      ["relative: given JOHN, family DOE, given JACK"]
    ),
    (
      HL7Sample.segment("NK1", [2: "DOE^MARY", 13: "ACME WORKS", 30: "POE^PAT", 31: "555-0163"]),
      [
        "relative: family DOE, given MARY, employer ACME WORKS",
        "relative: family POE, given PAT, contact 555-0163",
      ]
    ),
    (
      HL7Sample.segment(
        "GT1",
        [2: "G77^^^H", 3: "DOE^MARY", 4: "DOE^SAM", 5: "12 ELM ST^^SALEM", 12: "123456789", 16: "ACME WORKS"]),
      [
        "guarantor: number G77, family DOE, given MARY, street 12 ELM ST, town SALEM, number 123456789, "
          + "employer ACME WORKS", "relative: family DOE, given SAM",
      ]
    ),
    (
      HL7Sample.segment("IN1", [2: "P1", 16: "DOE^MARY", 17: "MTH", 19: "12 ELM ST", 36: "POL778812"]),
      ["guarantor: family DOE, given MARY, street 12 ELM ST, number POL778812"]
    ),
    (
      HL7Sample.segment("IN2", [2: "123456789", 3: "E1^WORKS^ACME"]),
      ["guarantor: number 123456789, employer E1, employer WORKS"]
    ),
    (
      "PV1|1|O|C^1||||1234567^HALE^IDA^^^DR~7654321^MOY^LEE",
      [
        "provider: number 1234567, family HALE, given IDA, title DR",
        "provider: number 7654321, family MOY, given LEE",
      ]
    ),
    ("AL1|1|DA|P^penicillin^L", []),
    (HL7Sample.segment("IAM", [1: "1", 3: "P", 14: "DOE^MARY"]), ["informant: family DOE, given MARY"]),
  ]
  @Test(arguments: segments) func `the people of a segment of HL7 v2 are known by role`(
    _ segment: String, _ people: [String]
  ) throws {
    #expect(try Self.message(segment) == people)
  }

  @Test func `the mother whom PID names is a relative, its alias the patient`() throws {
    let pid = HL7Sample.segment(
      "PID",
      [
        1: "1", 3: "4711", 5: "ROE^JANE", 6: "DOE", 9: "DUPREE^JANE", 11: "1 OAK AVE", 13: "555-0160",
        21: "M99^^^H",
      ])
    #expect(
      try Self.shown(HL7Sample.lines([HL7Sample.header, pid])) == [
        "patient: number 4711, family ROE, given JANE, family DUPREE, given JANE, street 1 OAK AVE, contact 555-0160",
        "relative: family DOE, number M99",
      ])
  }

  // MARK: FHIR

  static func bundle(_ resources: String...) -> String {
    let entries = resources.map { #"{"resource":\#($0)}"# }.joined(separator: ",")
    return #"{"resourceType":"Bundle","type":"collection","entry":[\#(entries)]}"#
  }
  static let patient = #"""
    {"resourceType":"Patient","id":"p","name":[{"family":"Roe","given":["Jane"]}],"telecom":[{"value":"555-0160"}],
     "contact":[{"name":{"family":"Doe","given":["Mary","Ann"],"prefix":["Mrs."]},"telecom":[{"system":"phone","value":"503-555-0161"}],
       "address":{"line":["12 Elm St"],"city":"Salem","postalCode":"97301"},"organization":{"display":"Acme Works"}}]}
    """#

  @Test func `the mother's name beside a Patient is hers`() throws {
    let patient =
      #"{"resourceType":"Patient","id":"p","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-mothersMaidenName","valueString":"Mary Doe"},{"url":"http://x","valueString":"Poe"}],"name":[{"family":"Roe"}]}"#
    #expect(try Self.shown(patient) == ["patient: family Roe", "relative: wholeName Mary Doe"])
  }

  @Test func `a Patient and its contacts`() throws {
    #expect(
      try Self.shown(Self.patient) == [
        "patient: family Roe, given Jane, contact 555-0160",
        "relative: family Doe, given Mary, given Ann, title Mrs., street 12 Elm St, town Salem, town 97301, "
          + "contact 503-555-0161, employer Acme Works",
      ])
  }

  static let resources: [(String, [String])] = [
    (
      #"{"resourceType":"RelatedPerson","id":"r","patient":{"reference":"Patient/p"},"name":[{"text":"Mary Doe"}],"identifier":[{"value":"RP778812"}],"birthDate":"1950-01-02"}"#,
      ["relative: wholeName Mary Doe, number RP778812, birthDate 1950-01-02"]
    ),
    (
      #"{"resourceType":"Practitioner","id":"d","name":[{"family":"Hale","given":["Ida"]}],"identifier":[{"system":"http://hl7.org/fhir/sid/us-npi","value":"1234567893"}]}"#,
      ["provider: family Hale, given Ida, number 1234567893"]
    ),
    (
      #"{"resourceType":"FamilyMemberHistory","id":"f","status":"completed","patient":{"reference":"Patient/p"},"name":"Mary Doe","relationship":{"text":"mother"}}"#,
      ["relative: wholeName Mary Doe"]
    ),
    (
      #"{"resourceType":"Condition","id":"c","subject":{"reference":"Patient/p"},"asserter":{"reference":"RelatedPerson/r9","display":"Mary Doe (mother)"},"recorder":{"reference":"Practitioner/d9","display":"Dr. Ida Hale"}}"#,
      ["relative+informant: wholeName Mary Doe (mother)", "provider: wholeName Dr. Ida Hale"]
    ),
    (
      #"{"resourceType":"Condition","id":"c","subject":{"reference":"Patient/p"},"asserter":{"display":"Mary Doe"}}"#,
      ["informant: wholeName Mary Doe"]
    ),
    (
      #"{"resourceType":"Observation","id":"o","subject":{"reference":"Patient/p"},"performer":[{"display":"Ida Hale"},{"reference":"Organization/g","display":"Ward"}]}"#,
      ["provider: display Ida Hale"]
    ),
    (
      #"{"resourceType":"Person","id":"x","name":[{"family":"Doe"}],"link":[{"target":{"reference":"RelatedPerson/r9"}}]}"#,
      ["relative: family Doe"]
    ),
    (#"{"resourceType":"Location","id":"l","name":"Ward 4","status":"active"}"#, []),
    (
      #"{"resourceType":"Account","id":"a","guarantor":[{"party":{"display":"Mary Doe"}},{"party":{"reference":"Organization/g","display":"Acme"}}]}"#,
      ["guarantor: wholeName Mary Doe"]
    ),
    (
      #"{"resourceType":"Coverage","id":"v","subscriber":{"identifier":{"value":"QX778812"},"display":"Mary Doe"},"policyHolder":{"type":"Organization","display":"Acme"},"subscriberId":"QX778812"}"#,
      [
        "guarantor: wholeName Mary Doe, number QX778812", "guarantor: wholeName Mary Doe, number QX778812",
      ]
    ),
    (
      #"{"resourceType":"Coverage","id":"v","subscriber":{"reference":"Patient/p"},"subscriberId":"QX778812"}"#,
      []
    ),
    (
      #"{"resourceType":"Coverage","id":"v","relationship":{"coding":[{"code":"self"}]},"subscriberId":"QX778812"}"#,
      []
    ),
    (
      #"{"resourceType":"CareTeam","id":"t","subject":{"reference":"Patient/p"},"participant":[{"role":[{"text":"mother"}],"member":{"display":"Mary Doe"}},{"role":[{"text":"Nurse"}],"member":{"display":"Ida Hale"}}]}"#,
      ["relative: wholeName Mary Doe", "provider: display Ida Hale"]
    ),
    (
      #"{"resourceType":"Observation","id":"o","subject":{"reference":"Patient/p"},"note":[{"authorString":"Mary Doe (mother)","text":"x"},{"authorString":"Ida Hale","text":"x"}]}"#,
      ["relative+informant: wholeName Mary Doe (mother)", "provider: display Ida Hale"]
    ),
  ]
  @Test(arguments: resources) func `the people of a FHIR resource are known by role`(
    _ resource: String, _ people: [String]
  ) throws {
    let patient = #"{"resourceType":"Patient","id":"p","name":[{"family":"Roe"}]}"#
    #expect(try Self.shown(Self.bundle(patient, resource)).dropFirst().map(\.self) == people)
  }

  @Test func `a RelatedPerson who pays is a guarantor too`() throws {
    let related =
      #"{"resourceType":"RelatedPerson","id":"r","patient":{"reference":"Patient/p"},"name":[{"family":"Doe"}]}"#
    let account =
      #"{"resourceType":"Account","id":"a","status":"active","guarantor":[{"party":{"reference":"RelatedPerson/r"}}]}"#
    #expect(try Self.shown(Self.bundle(related, account)) == ["relative+guarantor: family Doe"])
    let coverage =
      #"{"resourceType":"Coverage","id":"a","status":"active","policyHolder":{"reference":"RelatedPerson/r"}}"#
    #expect(try Self.shown(Self.bundle(related, coverage)) == ["relative+guarantor: family Doe"])
  }

  // MARK: C-CDA

  static func document(header: String, entry: String = "") -> String {
    """
    <ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:sdtc="urn:hl7-org:sdtc">
    <code code="34133-9" codeSystem="2.16.840.1.113883.6.1"/>\(header)
    <component><structuredBody><component><section><code code="10157-6" codeSystem="2.16.840.1.113883.6.1"/>
    <text>x</text><entry>\(entry)</entry></section></component></structuredBody></component></ClinicalDocument>
    """
  }
  static let name = "<name><prefix>Mrs.</prefix><given>Mary</given><family>Doe</family></name>"
  static let address =
    "<addr><streetAddressLine>12 Elm St</streetAddressLine><city>Salem</city><state>OR</state><postalCode>97301</postalCode></addr>"
  static let known = "title Mrs., given Mary, family Doe"

  static let headers: [(String, [String])] = [
    (
      "<recordTarget><patientRole><id root=\"1.2\" extension=\"4711\"/>\(address)<telecom value=\"tel:555-0160\"/><patient><name>Jane Roe</name><birthTime value=\"19700105\"/><guardian><telecom value=\"tel:555-0161\"/><guardianPerson>\(name)</guardianPerson></guardian></patient></patientRole></recordTarget>",
      [
        "patient: number 4711, street 12 Elm St, town Salem, town 97301, contact tel:555-0160, wholeName Jane Roe, "
          + "birthDate 19700105", "relative: contact tel:555-0161, \(known)",
      ]
    ),
    (
      "<participant typeCode=\"IND\"><associatedEntity classCode=\"NOK\">\(address)<associatedPerson>\(name)</associatedPerson></associatedEntity></participant>",
      ["relative: street 12 Elm St, town Salem, town 97301, \(known)"]
    ),
    (
      "<participant typeCode=\"HLD\"><associatedEntity classCode=\"POLHOLD\"><id root=\"1.2\" extension=\"POL778812\"/><associatedPerson>\(name)</associatedPerson></associatedEntity></participant>",
      ["guarantor: number POL778812, \(known)"]
    ),
    (
      "<informant><relatedEntity classCode=\"PRS\"><relatedPerson>\(name)</relatedPerson></relatedEntity></informant>",
      ["relative+informant: \(known)"]
    ),
    (
      "<author><assignedAuthor><id root=\"2.16.840.1.113883.4.6\" extension=\"1234567893\"/><assignedPerson>\(name)</assignedPerson></assignedAuthor></author>",
      ["provider: number 1234567893, \(known)"]
    ),
    (
      "<participant typeCode=\"IND\"><associatedEntity classCode=\"NOK\"><associatedPerson><name><given>Ma<!-- x -->ry</given><family nullFlavor=\"UNK\"/></name></associatedPerson></associatedEntity></participant>",
      ["relative: given Mary"]
    ),
  ]
  @Test(arguments: headers) func `C-CDA header:`(_ header: String, _ people: [String]) throws {
    #expect(try Self.shown(Self.document(header: header)) == people)
  }

  static let entries: [(String, [String])] = [
    (
      "<organizer classCode=\"CLUSTER\" moodCode=\"EVN\"><subject><relatedSubject classCode=\"PRS\"><code code=\"MTH\"/><subject><sdtc:id root=\"1.2\" extension=\"778812\"/>\(name)<birthTime value=\"1950\"/></subject></relatedSubject></subject></organizer>",
      ["relative: number 778812, \(known), birthDate 1950"]
    ),
    (
      "<act classCode=\"ACT\" moodCode=\"EVN\"><performer typeCode=\"PRF\"><assignedEntity><code code=\"GUAR\" codeSystem=\"2.16.840.1.113883.5.110\"/><assignedPerson>\(name)</assignedPerson></assignedEntity></performer></act>",
      ["guarantor: \(known)"]
    ),
    (
      "<act classCode=\"ACT\" moodCode=\"EVN\"><participant typeCode=\"LOC\"><participantRole classCode=\"SDLOC\"><playingEntity><name>Ward 4</name></playingEntity></participantRole></participant></act>",
      []
    ),
  ]
  @Test(arguments: entries) func `C-CDA entry:`(_ entry: String, _ people: [String]) throws {
    #expect(try Self.shown(Self.document(header: "", entry: entry)) == people)
  }
}
