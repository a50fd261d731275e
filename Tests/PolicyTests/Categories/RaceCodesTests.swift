import Policy
import Records
import Testing
import Values

@Suite("CDC's codes of race and ethnicity have LOINC's shape, and some have the number of a protected test")
struct RaceCodesTests {
  static let cda = """
    <ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:sdtc="urn:hl7-org:sdtc">
    <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/><id root="1.2.3"/>
    <code code="34133-9" codeSystem="2.16.840.1.113883.6.1"/><effectiveTime value="20260301"/>
    <confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>
    <recordTarget><patientRole><id root="1.2.4" extension="A77123"/><patient>
    <name><given>Doris</given><family>Averin</family></name><birthTime value="19700102"/>
    <raceCode code="2106-3" codeSystem="SYSTEM"><translation code="2113-9" codeSystem="SYSTEM"/></raceCode>
    </patient></patientRole></recordTarget>
    <component><structuredBody/></component></ClinicalDocument>
    """

  static let fhir = """
    {"resourceType": "Patient", "extension": [{
      "url": "http://hl7.org/fhir/us/core/StructureDefinition/us-core-race", "extension": [
        {"url": "ombCategory", "valueCoding": {"system": "SYSTEM", "code": "2106-3"}},
        {"url": "detailed", "valueCoding": {"system": "SYSTEM", "code": "2113-9"}}]}],
      "name": [{"family": "Averin", "given": ["Doris"]}], "birthDate": "1970-01-02"}
    """

  static let hl7 = """
    MSH|^~\\&|A|B|C|D|20260301||ADT^A04|1|P|2.5.1\r\
    PID|1||A77123^^^HOSP^MR||Averin^Doris||19700102|F||2113-9^^SYSTEM\r
    """

  @Test(arguments: [
    (cda, "2.16.840.1.113883.6.238"), (fhir, "urn:oid:2.16.840.1.113883.6.238"), (hl7, "HL70005"),
    (hl7, "CDCREC"),
  ]) func `a patient of a detailed race has no pregnancy test`(record: String, system: String) throws {
    #expect(try categories(record.replacing("SYSTEM", with: system)).isEmpty)
  }

  @Test(arguments: [(cda, "2.16.840.1.113883.6.1"), (fhir, "http://loinc.org"), (hl7, "LN")])
  func `the same number said to be LOINC is one`(record: String, system: String) throws {
    #expect(try categories(record.replacing("SYSTEM", with: system)).contains("PREGNANT"))
  }

  private func categories(_ record: String) throws -> Set<String> {
    let facts = try RecordReader.read(Array(record.utf8), number: 1, limits: .standard).facts
    return Set(try ShippedCategories.set().hits(facts).map(\.category))
  }
}
