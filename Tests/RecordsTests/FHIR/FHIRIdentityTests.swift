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
