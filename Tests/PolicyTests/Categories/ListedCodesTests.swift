import Policy
import Records
import Testing
import Values

@Suite("FAULTS.md H04: short codes in lists of diagnoses")
struct ListedCodesTests {
  @Test(arguments: [
    "Diagnoses: I10 essential hypertension, E11.9 type 2 diabetes, B20, on treatment.",
    "Problems: 1. I10  2. B20  3. E11.9", "Assessment: B20, stable, continue.",
    "Dx list for this admission as billed and sent: I10, E11.9, N18.3, J44.9, B20",
    "Billed: I10, E119, F1120", "I10 E11.9 B20", "seen for E11.9 and B20", "I10\n- B20\n- E11.9",
    "Past medical history: hypertension, B20", "codes of the visit as sent to the payer: E11.9/B20",
    "date,icd10,status\nx,I10,active\ny,\"B20\",active", "who\tDiagnosis code\nR\tB20", "1. B20", "- B20",
  ]) func `one is seen in a list:`(_ text: String) throws {
    let found = try OtherReadingsTests.categories(text)
    #expect(found.contains("HIV") || found.contains("OPIOIDUD"))
  }

  @Test(arguments: [
    "Moved to B20 overnight. Type 2 diabetes, E11.9.", "E11.9, ward 4, bed B20",
    "Assessment: stable, room B20, well",
    "Problems: E11.9. Seen in B20, well.", "Transferred from ICU, B20, to the floor",
    "Diagnosis: anemia\nBed: B20",
    "date,icd10,bed\nx,E119,B20\ny,E119,B20", "Labs: A1C 7.1, B12 400",
    "Diagnoses: none.\n\nB20, window side",
    "Visit at 10:30, B20, with Dr. Roe", "E11.9 noted\n\nB20, C21, D4", "Bed history: B20, B21",
    "Rooms B20, B21 and B22",
    "Problem: vitamin B12 and D3, F10 key of the keyboard",
  ]) func `none is seen in an ordinary text:`(_ text: String) throws {
    #expect(try OtherReadingsTests.categories(text).isEmpty)
  }

  private func found(_ record: String) throws -> Bool {
    let facts = try RecordReader.read(Array(record.utf8), number: 1, limits: .standard).facts
    return try ShippedCategories.set().hits(facts).contains { $0.category == "HIV" && $0.certainty > .weak }
  }

  @Test(arguments: [
    ("PROBLEMS\n1. I10 hypertension\n2. B20 on treatment\n", true),
    ("TRANSFERS\n1. A4 admission\n2. B20 on request\n", false),
    ("date,icd10,status\n2019-01-01,I10,active\n2021-05-01,B20,active\n", true),
    ("date,bed,status\n2019-01-01,A4,active\n2021-05-01,B20,active\n", false),
  ]) func `a section's title or a column's head tells:`(_ text: String, _ isFound: Bool) throws {
    #expect(try found("Patient: Jane Roe\n\n" + text) == isFound)
  }

  @Test(arguments: [("Condition", true), ("Encounter", false)])
  func `a resource of diagnoses tells`(type: String, isFound: Bool) throws {
    var record = FactsBuilder()
    record.unit(.resource, type: type, "Hypertension / B20")
    let hits = try ShippedCategories.set().hits(record.facts)
    #expect(hits.contains { $0.category == "HIV" } == isFound)
  }

  @Test(arguments: [("11450-4", true), ("8648-8", false)])
  func `a section's code tells`(code: String, isFound: Bool) throws {
    var record = FactsBuilder(.cda)
    let section = record.unit(.section, codes: [.loinc(code)])
    record.unit(.narrative, in: section, "B20 since 2019")
    let hits = try ShippedCategories.set().hits(record.facts)
    #expect(hits.contains { $0.category == "HIV" } == isFound)
  }
}
