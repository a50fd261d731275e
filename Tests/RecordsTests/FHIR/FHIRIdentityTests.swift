import Records
import Testing
import Values

@Suite("FHIR R4 JSON: whose record it is")
struct FHIRIdentityTests {
  @Test func `a Patient states names, day of birth and identifiers`() throws {
    let probe = try FHIRProbe(FHIRSamples.bundle)
    let found = try #require(probe.facts.identities.first)
    #expect(probe.facts.identities.count == 1 && probe.facts.findings.isEmpty)
    #expect(found.names == [PatientIdentity.Name(family: "Roe", given: ["Jane", "Q"])])
    #expect(found.birthDate?.reveal(.match) == Day("1980-02-03"))
    #expect(
      found.identifiers == [
        PatientIdentity.Number(system: "http://hl7.org/fhir/sid/us-ssn", value: "123456789"),
        PatientIdentity.Number(system: "urn:oid:1.2.3", value: "MRN-7"),
      ])
    #expect(found.unit == 1 && found.place.path == "/entry/0")
  }

  @Test func `an entry that names another patient's number is told as one that points to them`() throws {
    func findings(_ number: String) throws -> [RuleID] {
      try FHIRProbe(
        FHIRSamples.bundle.replacing(
          #""subject":{"reference":"Patient/p1"},"valueString":"reactive""#,
          with:
            #""subject":{"identifier":{"system":"urn:oid:1.2.3","value":"\#(number)"}},"valueString":"reactive""#
        )
      ).facts.findings.map(\.rule)
    }
    #expect(try findings("MRN-8") == ["patient.match"])
    #expect(try findings("MRN-7").isEmpty)
  }

  @Test(arguments: [
    "Patient/p2", "urn:uuid:00000000-0000-4000-8000-00000000000f", "https://other.example/fhir/Patient/p3",
    "#p1", "Patient?identifier=7",
  ])
  func `an entry that points to another patient is told once, for the privacy officer`(other: String) throws {
    let probe = try FHIRProbe(
      FHIRSamples.bundle.replacing(
        #""o2","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"7917-8","display":"only-o2"}]},"#
          + "\n \"subject\":{\"reference\":\"Patient/p1\"}",
        with: #""o2","subject":{"reference":"\#(other)"},"patient":{"reference":"\#(other)"}"#))
    let finding = try #require(probe.facts.findings.first)
    #expect(probe.facts.findings.count == 1)
    #expect(finding.rule == "patient.match" && finding.verdict == .hold && finding.lift == .po)
    #expect(finding.subject == .record(2) && finding.place?.path == "/entry/5")
  }

  @Test func `a subject that is no patient, or the same one by another URL, is not told`() throws {
    for other in ["Group/g1", "Patient/p1/_history/3", "https://ehr.example/fhir/Patient/p1", "Device/x"] {
      let probe = try FHIRProbe(
        FHIRSamples.bundle.replacing("{\"reference\":\"Patient/p1\"}", with: "{\"reference\":\"\(other)\"}"))
      #expect(probe.facts.findings.isEmpty)
    }
  }

  /// A Patient and an Observation that points to them, each with its entry's fullUrl.
  private func findings(patientAt: String?, observationAt: String?, subject: String...) throws -> [RuleID] {
    func entry(_ url: String?, _ resource: String) -> String {
      #"{\#(url.map { #""fullUrl":"\#($0)","# } ?? "")"resource":\#(resource)}"#
    }
    let patient = entry(
      patientAt, #"{"resourceType":"Patient","id":"p1","name":[{"family":"Roe","given":["Jane"]}]}"#)
    let others = subject.map {
      entry(
        observationAt,
        #"{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"\#($0)"}}"#
      )
    }
    return try FHIRProbe(
      #"{"resourceType":"Bundle","type":"collection","entry":[\#(([patient] + others).joined(separator: ","))]}"#
    ).facts.findings.map(\.rule)
  }

  @Test func `the patient of that id on another server is another patient`() throws {
    let own = "http://x.example/Patient/p1"
    #expect(
      try findings(
        patientAt: own, observationAt: "http://x.example/Observation/o",
        subject: "http://other.example/fhir/Patient/p1") == ["patient.match"])
    // A relative reference is one of the server that its entry stands on.
    #expect(
      try findings(
        patientAt: own, observationAt: "http://other.example/fhir/Observation/o", subject: "Patient/p1")
        == ["patient.match"])
    // Where nothing says which of two servers the Patient is of.
    #expect(
      try findings(
        patientAt: nil, observationAt: nil, subject: "http://a.example/Patient/p1",
        "http://b.example/Patient/p1") == ["patient.match"])
  }

  @Test(arguments: [
    ("http://x.example/fhir/Patient/p1", "http://x.example/fhir/Observation/o", "Patient/p1"),
    ("http://x.example/fhir/Patient/p1", nil, "Patient/p1"),
    (nil, "http://x.example/fhir/Observation/o", "Patient/p1"),
    (nil, nil, "http://x.example/fhir/Patient/p1"),
    (
      "http://x.example/fhir/Patient/p1", "http://other.example/Observation/o",
      "https://X.example/fhir/Patient/p1"
    ),
    ("urn:uuid:00000000-0000-4000-8000-00000000000a", "http://x.example/Observation/o", "Patient/p1"),
    (
      "urn:uuid:00000000-0000-4000-8000-00000000000a", nil, "urn:uuid:00000000-0000-4000-8000-00000000000a"
    ),
  ])
  func `the record's own patient is known in any spelling`(
    patientAt: String?, observationAt: String?, subject: String
  ) throws {
    #expect(try findings(patientAt: patientAt, observationAt: observationAt, subject: subject).isEmpty)
  }

  @Test func `an id that two servers have is two patients where no Patient is there`() throws {
    func rules(_ one: String, _ other: String) throws -> [RuleID] {
      let entries = [one, other].map {
        #"{"resource":{"resourceType":"Condition","subject":{"reference":"\#($0)"}}}"#
      }.joined(separator: ",")
      return try FHIRProbe(#"{"resourceType":"Bundle","type":"collection","entry":[\#(entries)]}"#)
        .facts.findings.map(\.rule)
    }
    #expect(try rules("http://a.example/Patient/7", "http://b.example/Patient/7") == ["patient.match"])
    #expect(try rules("http://a.example/Patient/7", "Patient/7").isEmpty)
  }

  @Test func `a line that points to the patient of that id on another server is told`() throws {
    func rules(_ subject: String) throws -> [RuleID] {
      try FHIRProbe(
        lines: [
          #"{"resourceType":"Patient","id":"p1","name":[{"family":"Roe","given":["Jane"]}]}"#,
          #"{"resourceType":"Condition","id":"c","subject":{"reference":"http://a.example/Patient/p1"}}"#,
          #"{"resourceType":"Condition","id":"d","subject":{"reference":"\#(subject)"}}"#,
        ].joined(separator: "\n")
      ).facts.findings.map(\.rule)
    }
    #expect(try rules("http://b.example/Patient/p1") == ["patient.match"])
    #expect(try rules("http://a.example/Patient/p1").isEmpty)
    #expect(try rules("Patient/p1").isEmpty)
  }

  /// A record of one Patient, `p1`, and another resource.
  private func findings(beside resource: String) throws -> [RuleID] {
    try FHIRProbe(
      #"{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"http://x.example/Patient/p1","resource":{"resourceType":"Patient","id":"p1","identifier":[{"system":"urn:mrn","value":"100042"}],"name":[{"family":"Roe","given":["Jane"]}]\#(resource)}}]}"#
    ).facts.findings.map(\.rule)
  }
  /// Places beside a subject at which R4 lets a patient stand; `$` is the reference.
  private static let besides = [
    #"}},{"resource":{"resourceType":"Group","type":"person","actual":true,"member":[{"entity":$}]"#,
    #"}},{"resource":{"resourceType":"List","status":"current","mode":"working","subject":{"reference":"Patient/p1"},"entry":[{"item":$}]"#,
    #"}},{"resource":{"resourceType":"Appointment","status":"booked","participant":[{"actor":{"reference":"Patient/p1"}},{"actor":$}]"#,
    #"}},{"resource":{"resourceType":"AuditEvent","entity":[{"what":$}]"#,
    #"}},{"resource":{"resourceType":"Observation","subject":{"reference":"Patient/p1"},"focus":[$]"#,
    #"}},{"resource":{"resourceType":"Coverage","beneficiary":{"reference":"Patient/p1"},"subscriber":$"#,
  ]

  @Test(arguments: besides)
  func `another patient named beside the subject is told`(place: String) throws {
    for other in [
      #"{"reference":"Patient/999","display":"Otto Quibbler"}"#,
      #"{"reference":"http://other.example/Patient/p1"}"#, #"{"reference":"Patient/999/_history/2"}"#,
      #"{"reference":"P\u0061tient/999"}"#, #"{"reference":"Patient/p1","display":"Otto Quibbler"}"#,
      #"{"reference":"Patient?identifier=999"}"#,
      #"{"reference":"urn:uuid:00000000-0000-4000-8000-00000000000b","type":"Patient"}"#,
      #"{"type":"Patient","display":"Otto Quibbler"}"#,
      #"{"type":"Patient","identifier":{"system":"urn:mrn","value":"777123"}}"#,
    ] {
      #expect(try findings(beside: place.replacing("$", with: other)) == ["patient.match"], "\(other)")
    }
  }

  @Test(arguments: besides)
  func `the record's own patient beside the subject, and whoever is no patient, is not told`(place: String)
    throws
  {
    for own in [
      #"{"reference":"Patient/p1"}"#, #"{"reference":"http://x.example/Patient/p1"}"#,
      #"{"reference":"https://X.example/Patient/p1/_history/4","display":"Jane Roe"}"#,
      #"{"type":"Patient","display":"Roe, Jane"}"#, #"{"type":"Patient","display":"Patient"}"#,
      #"{"type":"Patient","identifier":{"system":"urn:mrn","value":"100042"}}"#,
      #"{"type":"Patient","display":"Jane Roe","identifier":{"system":"urn:plan","value":"Q7"}}"#,
      #"{"reference":"RelatedPerson/999","display":"Otto Quibbler"}"#,
      #"{"reference":"Practitioner/999","display":"Otto Quibbler"}"#,
      #"{"reference":"Organization/Patient","display":"Prairie"}"#,
      #"{"reference":"urn:uuid:00000000-0000-4000-8000-00000000000b","display":"Otto Quibbler"}"#,
    ] {
      #expect(try findings(beside: place.replacing("$", with: own)).isEmpty, "\(own)")
    }
  }

  @Test func `the same person's other records are no other patient`() throws {
    let link = #","link":[{"other":{"reference":"Patient/old"},"type":"replaces"}]"#
    #expect(try findings(beside: link).isEmpty)
    let mother = link.replacing(#""Patient/old""#, with: #""Patient/old","display":"Mary Smith""#)
    #expect(try findings(beside: mother) == ["patient.match"])
    func person(_ own: String) -> String {
      #"}},{"resource":{"resourceType":"Person","link":[{"target":{"reference":"\#(own)"}},{"target":{"reference":"http://other.example/Patient/4"}}]"#
    }
    #expect(try findings(beside: person("Patient/p1")).isEmpty)
    #expect(try findings(beside: person("RelatedPerson/m")) == ["patient.match"])
  }

  @Test func `a line that names two patients is both's`() throws {
    let probe = try FHIRProbe(
      lines: FHIRSamples.lines + "\n"
        + #"{"resourceType":"Group","member":[{"entity":{"reference":"Patient/p1"}},{"entity":{"reference":"Patient/999"}}]}"#
    )
    let ids = probe.facts.identities.filter { $0.place.line == 5 }.map(\.identifiers.last?.value)
    #expect(ids.count == 2 && ids.contains(Sensitive("999")))
  }

  @Test func `a resource without a Patient is whose its reference says`() throws {
    let literal = try FHIRProbe(
      #"{"resourceType":"Condition","subject":{"reference":"https://x/Patient/77"}}"#)
    #expect(
      literal.facts.identities.map(\.identifiers)
        == [[PatientIdentity.Number(system: nil, value: "77")]])
    let logical = try FHIRProbe(
      #"{"resourceType":"Condition","subject":{"identifier":{"system":"s","value":"MRN-7"}}}"#)
    #expect(
      logical.facts.identities.map(\.identifiers)
        == [[PatientIdentity.Number(system: "s", value: "MRN-7")]])
  }

  @Test func `a contained Patient counts`() throws {
    let probe = try FHIRProbe(
      ##"{"resourceType":"Condition","contained":[{"resourceType":"Patient","id":"p","birthDate":"1980-02-03"}],"subject":{"reference":"#p"}}"##
    )
    #expect(probe.facts.identities.map { $0.birthDate?.reveal(.match) } == [Day("1980-02-03")])
    #expect(probe.facts.findings.isEmpty)
  }

  @Test func `each line of NDJSON is somebody's by itself`() throws {
    let probe = try FHIRProbe(lines: FHIRSamples.lines)
    let found = probe.facts.identities
    #expect(found.map(\.place.line) == [1, 2, 3] && found.map(\.unit) == [1, 2, 3])
    #expect(found[1].names == found[0].names && found[1].birthDate == found[0].birthDate)
    #expect(
      found[2].names.isEmpty
        && found[2].identifiers == [PatientIdentity.Number(system: nil, value: "p9")])
  }

  @Test func `a clinical line that names nobody is nobody's`() throws {
    let probe = try FHIRProbe(lines: #"{"resourceType":"Condition","id":"c"}"#)
    #expect(probe.facts.identities.count == 1 && probe.facts.identities[0].identifiers.isEmpty)
  }
}
