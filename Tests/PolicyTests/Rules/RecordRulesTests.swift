import Policy
import Records
import Requests
import Testing
import Values

@Suite("45 CFR 164.502(a), 164.530(c): the records themselves")
struct RecordRulesTests {
  static let care = Draft.treatment

  static let match = [
    Example("is the request's patient's", nil, care),
    Example("is another's", .hold, care) { $0.identities { $0[0].birthDate = Sensitive("1971-06-10") } },
    Example("says too little", .hold, care) { $0.identities { $0[0].identifiers = [] } },
    Example("says too little for strict, where no pipeline says how sure", .hold, care) {
      $0.pipeline = nil
      $0.identities { $0[0].identifiers = [] }
    },
    Example("has a second patient in its header", .hold, care) {
      $0.identities { identities in
        identities.append(identities[0])
        identities[1].names = [PatientIdentity.Name(family: "Other", given: ["Ann"])]
      }
    },
    Example("is asked for, and nobody says whose", .hold, care) { $0.request.patient = nil },
  ]
  @Test(arguments: match) func `a record that`(_ example: Example) { expect("patient.match", example) }

  static let batch = care.with { draft in
    draft.facts { facts in
      facts.format = .fhirNDJSON
      facts.documentTypes = []
      facts.identities += facts.identities
    }
    draft.list { $0.mediaType = "application/fhir+ndjson" }
  }
  static let mixed = [
    Example("of one patient", nil, batch),
    Example("of two", .hold, batch) {
      $0.identities { $0[1].names = [PatientIdentity.Name(family: "Roe", given: ["Jan"])] }
    },
    Example("with one line that says too little", .hold, batch) { $0.identities { $0[1].birthDate = nil } },
  ]
  @Test(arguments: mixed) func `164.502(a): a batch`(_ example: Example) { expect("patient.mixed", example) }

  @Test func `two patients in one NDJSON are held, naming the line and no name`() throws {
    let draft = Self.batch.with { draft in
      draft.identities { identities in
        var other = PatientIdentity(place: Place(path: "/birthDate", line: 2), unit: 1)
        other.names = [PatientIdentity.Name(family: "Roe", given: ["Jan"])]
        other.birthDate = Sensitive("1980-01-01")
        identities[1] = other
      }
    }
    let finding = try #require(draft.findings.first { $0.rule == "patient.mixed" })
    #expect(finding.place == Place(record: 1, path: "/birthDate", line: 2) && finding.lift == .po)
    #expect(!"\(finding)".contains("Roe"))
  }

  static let unknown = [
    Example("says so", nil, care),
    Example("does not", .hold, care) { $0.identities { $0 = [] } },
  ]
  @Test(arguments: unknown) func `whose a record is, it`(_ example: Example) {
    expect("patient.unknown", example)
  }

  static let scan = care.with { draft in
    draft.facts { $0 = RecordFacts(format: .opaque, byteCount: 80_000) }
    draft.list { $0.mediaType = "application/pdf" }
  }
  static let opaque = [
    Example("can be searched", nil, care),
    Example("cannot be searched", .hold, scan),
    Example("cannot be searched, and no pipeline says what is withheld", .hold, scan) { $0.pipeline = nil },
  ]
  @Test(arguments: opaque) func `cat.opaque: a record that`(_ example: Example) {
    expect("cat.opaque", example)
  }

  static let redaction = [
    Example("is asked for", .hold, scan),
    Example("is not asked for", nil, scan) { $0.pipeline?.redact = [] },
    Example("is asked for of a text", nil, care),
  ]
  @Test(arguments: redaction) func `house.opaque-redact: redaction of a scan`(_ example: Example) {
    expect("house.opaque-redact", example)
  }

  static let malformed = [
    Example("is what the request says", nil, care),
    Example("is of another media type", .hold, care) { $0.list { $0.mediaType = "application/fhir+json" } },
    Example("is of no stated media type", nil, care) { $0.list { $0.mediaType = nil } },
    Example("is of another document type", .hold, care) { $0.list { $0.documentType = "18842-5" } },
    Example("is of an order that the document type does not name", nil, care) {
      $0.facts { $0.format = .hl7v2 }
      $0.list {
        $0.mediaType = "application/hl7-v2"
        $0.documentType = "11502-2"
      }
    },
    Example("does not say its document type", nil, care) {
      $0.facts { $0.documentTypes = [] }
      $0.list { $0.documentType = "18842-5" }
    },
  ]
  @Test(arguments: malformed) func `house.malformed: a record that`(_ example: Example) {
    expect("house.malformed", example)
  }

  static let all = match + mixed + unknown + opaque + redaction + malformed
}

extension Draft {
  mutating func facts(_ change: (inout RecordFacts) -> Void) {
    guard let record = records.first, var facts = record.facts else { return }
    change(&facts)
    records[0] = RecordCase(number: record.number, listed: record.listed, facts: facts)
  }

  mutating func identities(_ change: (inout [PatientIdentity]) -> Void) { facts { change(&$0.identities) } }

  /// Changes what the request says of the first record.
  mutating func list(_ change: (inout ListedRecord) -> Void) {
    change(&request.records[0])
    records[0] = RecordCase(number: 1, listed: request.records[0], facts: records[0].facts)
  }
}
