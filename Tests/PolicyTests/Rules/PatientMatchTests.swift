import Policy
import Records
import Requests
import Testing
import Values

@Suite("RULES.md patient.match: whose record it is")
struct PatientMatchTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let standard: PatientMatch
    let strict: PatientMatch
    let patient: Patient
    let found: PatientIdentity

    init(
      _ words: String, _ standard: PatientMatch, _ strict: PatientMatch,
      patient change: (inout Patient) -> Void = { _ in }, found: (inout PatientIdentity) -> Void = { _ in }
    ) {
      var patient = Draft.patient()
      change(&patient)
      var identity = Draft.identityOnRecord()
      found(&identity)
      (testDescription, self.standard, self.strict) = (words, standard, strict)
      (self.patient, self.found) = (patient, identity)
    }
  }

  static func name(_ family: String?, _ given: String...) -> [PatientIdentity.Name] {
    [PatientIdentity.Name(family: family, given: given)]
  }
  static func known(_ family: String, _ given: String...) -> [PersonName] {
    [PersonName(family: family, given: given)]
  }
  static func number(_ value: String, _ system: String? = "2.16.840.1.113883.19.5")
    -> PatientIdentity.Number
  {
    PatientIdentity.Number(system: system, value: value)
  }

  static let missing = [
    Row("everything agrees", .same, .same),
    Row("no number", .same, .unsure) { _ in
    } found: {
      $0.identifiers = []
    },
    Row("no given name", .same, .unsure) { _ in
    } found: {
      $0.names = name("Oduya")
    },
    Row("no family name", .unsure, .unsure) { _ in
    } found: {
      $0.names = name(nil, "Terese")
    },
    Row("no name", .unsure, .unsure) { _ in
    } found: {
      $0.names = []
    },
    Row("no date of birth", .unsure, .unsure) { _ in
    } found: {
      $0.birthDate = nil
    },
    Row("no date of birth in the request", .unsure, .unsure) { $0.birthDate = nil },
    Row("no name in the request", .unsure, .unsure) { $0.names = [] },
    Row("no number in the request", .same, .unsure) { $0.identifiers = [] },
    Row("nothing at all", .unsure, .unsure) { _ in
    } found: {
      ($0.names, $0.birthDate, $0.identifiers) = ([], nil, [])
    },
    Row("nothing on both sides", .unsure, .unsure) {
      $0 = Patient()
    } found: {
      ($0.names, $0.birthDate, $0.identifiers) = ([], nil, [])
    },
  ]

  static let twins = [
    Row("a twin", .other, .other) { _ in
    } found: {
      $0.names = name("Oduya", "Tamara")
      $0.identifiers = []
    },
    Row("a twin on whose record the number of the other stands", .unsure, .unsure) { _ in
    } found: {
      $0.names = name("Oduya", "Tamara")
    },
    Row("a twin called alike but for the second name", .unsure, .unsure) {
      $0.names = known("Oduya", "Ana", "María")
    } found: {
      $0.names = name("Oduya", "Ana", "Sofía")
      $0.identifiers = []
    },
    Row("a twin of whose name only the initial stands", .unsure, .unsure) { _ in
    } found: {
      $0.names = name("Oduya", "T")
      $0.identifiers = []
    },
    Row("a namesake of another day", .other, .other) { _ in
    } found: {
      $0.birthDate = Sensitive("1971-09-06")
    },
    Row("father and son", .other, .other) {
      $0.names = known("Oduya Jr.", "Paul")
    } found: {
      $0.names = name("Oduya", "Paul", "Sr")
    },
    Row("the third and the second", .other, .other) {
      $0.names = known("Oduya III", "Paul")
    } found: {
      $0.names = name("Oduya II", "Paul")
    },
    Row("Jr. on one side only", .same, .same) {
      $0.names = known("Oduya Jr.", "Paul")
    } found: {
      $0.names = name("Oduya", "Paul")
    },
    Row("junior in the given name", .same, .same) {
      $0.names = known("Oduya Jr", "Paul")
    } found: {
      $0.names = name("Oduya", "Paul Junior")
    },
  ]

  static let spellings = [
    Row("capitals", .same, .same) { _ in
    } found: {
      $0.names = name("ODUYA", "TERESE ANN")
    },
    Row("accents on one side", .same, .same) {
      $0.names = known("Núñez", "José")
    } found: {
      $0.names = name("NUNEZ", "JOSE")
    },
    Row("accents as marks of their own", .same, .same) {
      $0.names = known("Nu\u{301}n\u{303}ez", "José")
    } found: {
      $0.names = name("Núñez", "Jose\u{301}")
    },
    Row("an umlaut written out", .same, .same) {
      $0.names = known("Müller", "Jörg")
    } found: {
      $0.names = name("Mueller", "Joerg")
    },
    Row("an umlaut left out", .same, .same) {
      $0.names = known("Müller", "Jörg")
    } found: {
      $0.names = name("Muller", "Jorg")
    },
    Row("an apostrophe", .same, .same) {
      $0.names = known("O'Brien", "Siobhán")
    } found: {
      $0.names = name("OBrien", "Siobhan")
    },
    Row("a hyphen for a space", .same, .same) {
      $0.names = known("García López", "Ana")
    } found: {
      $0.names = name("Garcia-Lopez", "Ana")
    },
    Row("one half of a joined name", .same, .unsure) {
      $0.names = known("Garcia-Lopez", "Ana")
    } found: {
      $0.names = name("Lopez", "Ana")
    },
    Row("one half of a joined name, and no number", .unsure, .unsure) {
      $0.names = known("Garcia-Lopez", "Ana")
    } found: {
      $0.names = name("Garcia", "Ana")
      $0.identifiers = []
    },
    Row("nothing but the particle in common", .other, .other) {
      $0.names = known("de la Cruz", "Ana")
    } found: {
      $0.names = name("de la Fuente", "Ana")
    },
    Row("a middle initial", .same, .same) { _ in
    } found: {
      $0.names = name("Oduya", "Terese", "A.")
    },
    Row("no middle name", .same, .same) { _ in
    } found: {
      $0.names = name("Oduya", "Terese")
    },
    Row("another middle name", .same, .same) { _ in
    } found: {
      $0.names = name("Oduya", "Terese", "Beth")
    },
    Row("the first name as initial", .same, .same) { _ in
    } found: {
      $0.names = name("Oduya", "T", "Ann")
    },
    Row("the first name as initial, and no number", .unsure, .unsure) { _ in
    } found: {
      $0.names = name("Oduya", "T")
      $0.identifiers = []
    },
    Row("the middle name used", .same, .same) { _ in
    } found: {
      $0.names = name("Oduya", "Ann")
    },
    Row("the middle name used, and no number", .unsure, .unsure) { _ in
    } found: {
      $0.names = name("Oduya", "Ann")
      $0.identifiers = []
    },
    Row("two given names in one", .same, .same) {
      $0.names = known("Oduya", "Maryann")
    } found: {
      $0.names = name("Oduya", "Mary Ann")
    },
    Row("given and family name swapped", .unsure, .unsure) { _ in
    } found: {
      $0.names = name("Terese", "Oduya")
    },
    Row("a nickname", .unsure, .unsure) {
      $0.names = known("Oduya", "Robert")
    } found: {
      $0.names = name("Oduya", "Bob")
    },
    Row("someone whose family name is Senior", .same, .same) {
      $0.names = known("Senior", "Ada")
    } found: {
      $0.names = name("SENIOR", "ADA")
    },
  ]

  static let former = [
    Row("a maiden name that the request gives", .same, .same) {
      $0.otherNames = known("Lindqvist", "Terese")
    } found: {
      $0.names = name("Lindqvist", "Terese")
    },
    Row("a maiden name that it does not give", .other, .other) { _ in
    } found: {
      $0.names = name("Lindqvist", "Terese")
    },
    Row("a maiden name beside the present one", .same, .same) { _ in
    } found: {
      $0.names += name("Lindqvist", "Terese")
    },
  ]

  static let numbers = [
    Row("another number of the same system", .other, .other) { _ in
    } found: {
      $0.identifiers = [number("AF-204418")]
    },
    Row("a second number of the same system", .unsure, .unsure) { _ in
    } found: {
      $0.identifiers = [number("AF-99"), number("AF-204417")]
    },
    Row("both numbers that the request gives of one system", .same, .same) {
      $0.identifiers.append(Identifier(system: "2.16.840.1.113883.19.5", value: "AF-99"))
    } found: {
      $0.identifiers = [number("AF-99"), number("AF-204417")]
    },
    Row("a third number beside the request's two", .unsure, .unsure) {
      $0.identifiers.append(Identifier(system: "2.16.840.1.113883.19.5", value: "AF-99"))
    } found: {
      $0.identifiers = [number("AF-99"), number("AF-204417"), number("AF-1")]
    },
    Row("a third number instead of the request's two", .other, .other) {
      $0.identifiers.append(Identifier(system: "2.16.840.1.113883.19.5", value: "AF-99"))
    } found: {
      $0.identifiers = [number("AF-1")]
    },
    Row("two numbers of a system that the request does not name", .unsure, .unsure) { _ in
    } found: {
      $0.identifiers = [number("1211", "1.2.3"), number("2322", "1.2.3"), number("AF-204417")]
    },
    Row("a number of another system", .same, .unsure) { _ in
    } found: {
      $0.identifiers = [number("AF-204417", "1.2.3")]
    },
    Row("the number without a system", .same, .same) { _ in
    } found: {
      $0.identifiers = [number("AF-204417", nil)]
    },
    Row("a short number without a system", .same, .unsure) {
      $0.identifiers = [Identifier(system: nil, value: "12")]
    } found: {
      $0.identifiers = [number("12", nil)]
    },
    Row("leading zeros and no hyphen", .same, .same) { _ in
    } found: {
      $0.identifiers = [number("0AF204417")]
    },
    Row("zeros on both sides", .same, .unsure) {
      $0.identifiers = [Identifier(system: "2.16.840.1.113883.19.5", value: "000")]
    } found: {
      $0.identifiers = [number("0000")]
    },
    Row("a filler on both sides", .same, .unsure) {
      $0.identifiers = [Identifier(system: "2.16.840.1.113883.4.1", value: "999-99-9999")]
    } found: {
      $0.identifiers = [number("999999999", "2.16.840.1.113883.4.1")]
    },
    Row("one number of the patient's and one of another's", .unsure, .unsure) {
      $0.identifiers.append(Identifier(system: "http://hl7.org/fhir/sid/us-ssn", value: "078-05-1120"))
    } found: {
      $0.identifiers.append(number("219-09-9999", "2.16.840.1.113883.4.1"))
    },
    Row("the system as URN in capitals", .same, .same) { _ in
    } found: {
      $0.identifiers = [number("AF-204417", "URN:OID:2.16.840.1.113883.19.5")]
    },
  ]

  @Test(arguments: missing) func `what is missing never counts as agreement:`(_ row: Row) { expect(row) }
  @Test(arguments: twins) func `twins, namesakes, generations:`(_ row: Row) { expect(row) }
  @Test(arguments: spellings) func `one name written in two ways:`(_ row: Row) { expect(row) }
  @Test(arguments: former) func `former names:`(_ row: Row) { expect(row) }
  @Test(arguments: numbers) func `numbers:`(_ row: Row) { expect(row) }

  private func expect(_ row: Row) {
    #expect(PatientMatch.judge(row.found, against: row.patient, .standard) == row.standard)
    #expect(PatientMatch.judge(row.found, against: row.patient, .strict) == row.strict)
  }

  @Test func `what strict takes, standard takes`() {
    for row in Self.missing + Self.twins + Self.spellings + Self.former + Self.numbers
    where row.strict == .same {
      #expect(row.standard == .same, "\(row.testDescription)")
    }
  }
}
