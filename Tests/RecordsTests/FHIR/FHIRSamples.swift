import JSON
import Records
import Values

/// FHIR records of our own. Every resource has a word that stands nowhere else but where it is retold:
/// `only-c1` and so on.
enum FHIRSamples {
  static func entry(_ resource: String, mode: String = "match") -> String {
    // {"resourceType":"<type>","id":"<id>"
    let words = resource.split(separator: "\"")
    let (type, id) = (words[3], words[7])
    return """
      {"fullUrl": "https://ehr.example/fhir/\(type)/\(id)", "resource": \(resource), "search": {"mode":"\(mode)"}}
      """
  }

  static func text(_ words: String) -> String {
    #""text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">\#(words)</div>"}"#
  }

  static let patient = #"""
    {"resourceType":"Patient","id":"p1","name":[{"family":"Roe","given":["Jane","Q"]}],
      "birthDate":"1980-02-03","_birthDate":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-birthTime","valueDateTime":"1980-02-03T14:35:45-05:00"}]},
      "identifier":[{"system":"http://hl7.org/fhir/sid/us-ssn","value":"123456789"},{"system":"urn:oid:1.2.3","value":"MRN-7"}],
      \#(text("Jane Roe, born 1980"))}
    """#
  static let encounter = #"""
    {"resourceType":"Encounter","id":"e1","status":"finished","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"},
     "subject":{"reference":"Patient/p1"},"period":{"start":"2026-01-05T08:00:00Z","end":"2026-01-06"},
     "reasonReference":[{"reference":"Condition/c1","display":"only-c1"},{"reference":"Condition/c2"}],
     "diagnosis":[{"condition":{"reference":"Condition/c1"}}],\#(text("seen for only-c1"))}
    """#
  static func condition(_ id: String, _ code: String) -> String {
    #"""
    {"resourceType":"Condition","id":"\#(id)","meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"R"}]},
     "code":{"coding":[{"system":"http://snomed.info/sct","code":"\#(code)","display":"only-\#(id)"}],"text":"said only-\#(id)"},
     "subject":{"reference":"https://ehr.example/fhir/Patient/p1"},"encounter":{"reference":"Encounter/e1"},"onsetDateTime":"2025-12"}
    """#
  }
  static let panel = #"""
    {"resourceType":"Observation","id":"o1","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"85354-9","display":"only-o1"}]},
     "subject":{"reference":"Patient/p1"},"effectiveDateTime":"2026-01-05",
     "component":[ {"code":{"text":"component-one"},"valueQuantity":{"value":1.00,"unit":"mg","code":"mg"}} ,
       {"code":{"text":"component-two"},"valueQuantity":{"value":2.50,"unit":"mg"}} ],
     "note":[{"text":"component-two was high"}],\#(text("component-one 1.00, component-two 2.50"))}
    """#
  static let result = #"""
    {"resourceType":"Observation","id":"o2","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"7917-8","display":"only-o2"}]},
     "subject":{"reference":"Patient/p1"},"valueString":"reactive"}
    """#
  static let derived = #"""
    {"resourceType":"Observation","id":"o3","status":"final","code":{"text":"only-o3"},
     "subject":{"reference":"Patient/p1"},"derivedFrom":[{"reference":"Observation/o2"},{"reference":"Observation/o1"}],"valueInteger":3}
    """#
  static let report = #"""
    {"resourceType":"DiagnosticReport","id":"d1","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"11502-2","display":"only-d1"}]},
     "subject":{"reference":"Patient/p1"},"result":[{"reference":"Observation/o1"},{"reference":"Observation/o2","display":"only-o2"}],
     "conclusion":"retells only-o2","presentedForm":[{"contentType":"text/plain","data":"b25seS1vMiByZXRvbGQ="}]}
    """#
  static let request = #"""
    {"resourceType":"MedicationRequest","id":"m1","contained":[{"resourceType":"Medication","id":"med","code":{"text":"only-med"}}],
     "status":"active","intent":"order","medicationReference":{"reference":"#med"},"subject":{"reference":"Patient/p1"},
     "reasonReference":[{"reference":"Condition/c1"}],"authoredOn":"2026-01-06","note":[{"text":"take it"}]}
    """#
  static let secondRequest = #"""
    {"resourceType":"MedicationRequest","id":"m2","status":"active","intent":"order",
     "medicationReference":{"reference":"Medication/md1"},"subject":{"reference":"Patient/p1"},"note":[{"text":"only-m2"}]}
    """#
  static let medication =
    #"{"resourceType":"Medication","id":"md1","code":{"text":"only-md1"}}"#
  static let claim = #"""
    {"resourceType":"Claim","id":"k1","status":"active","patient":{"reference":"Patient/p1"},
     "diagnosis":[{"sequence":1,"diagnosisReference":{"reference":"Condition/c1"}},{"sequence":2,"diagnosisReference":{"reference":"Condition/c2"}}],
     "item":[{"sequence":1,"productOrService":{"text":"visit only-k1"}},{"sequence":2,"diagnosisSequence":[1],"productOrService":{"text":"care of only-c1"}}]}
    """#
  static func provenance(_ id: String, _ targets: String...) -> String {
    let all = targets.map { #"{"reference":"\#($0)"}"# }.joined(separator: ",")
    return #"""
      {"resourceType":"Provenance","id":"\#(id)","target":[\#(all)],"recorded":"2026-02-01T00:00:00Z","agent":[{"who":{"display":"only-\#(id)"}}]}
      """#
  }

  static let resources = [
    patient, encounter, condition("c1", "7200002"), condition("c2", "38341003"), panel, result, derived,
    report,
    request, secondRequest, medication, claim, provenance("v1", "Condition/c1", "Condition/c2"),
    provenance("v2", "Condition/c1"),
  ]
  static let bundle =
    "{\"resourceType\":\"Bundle\",\n \"type\":\"searchset\", \"total\": \(resources.count) ,\n \"entry\":[\n"
    + resources.map { entry($0) }.joined(separator: ",\n") + "\n]}\n"

  static let document = #"""
    {"resourceType":"Bundle","type":"document","entry":[
    {"fullUrl":"urn:uuid:00000000-0000-4000-8000-000000000001","resource":{"resourceType":"Composition","id":"x1",
      "type":{"coding":[{"system":"http://loinc.org","code":"34133-9"}]},"confidentiality":"N","date":"2026-01-07","title":"Summary",
      "subject":{"reference":"urn:uuid:00000000-0000-4000-8000-000000000002"},\#(text("all of it")),
      "section":[{"title":"Problems","code":{"coding":[{"system":"http://loinc.org","code":"11450-4"}]},\#(text("said only-c1 and only-c2")),
        "entry":[{"reference":"urn:uuid:00000000-0000-4000-8000-000000000003"},{"reference":"urn:uuid:00000000-0000-4000-8000-000000000004"}]},
       {"title":"Plans","code":{"coding":[{"system":"http://loinc.org","code":"99999-9"}]},\#(text("rest"))}]}},
    {"fullUrl":"urn:uuid:00000000-0000-4000-8000-000000000002","resource":{"resourceType":"Patient","name":[{"family":"Roe","given":["Jane"]}],"birthDate":"1980-02-03"}},
    {"fullUrl":"urn:uuid:00000000-0000-4000-8000-000000000003","resource":{"resourceType":"Condition","code":{"text":"only-c1"},"subject":{"reference":"urn:uuid:00000000-0000-4000-8000-000000000002"}}},
    {"fullUrl":"urn:uuid:00000000-0000-4000-8000-000000000004","resource":{"resourceType":"Condition","code":{"text":"only-c2"},"subject":{"reference":"urn:uuid:00000000-0000-4000-8000-000000000002"}}}]}
    """#

  static let lines = [
    #"{"resourceType":"Patient","id":"p1","name":[{"family":"Roe","given":["Jane"]}],"birthDate":"1980-02-03"}"#,
    #"{"resourceType":"Condition","id":"c1","code":{"text":"only-c1"},"subject":{"reference":"Patient/p1"}}"#,
    #"{"resourceType":"Observation","id":"o1","code":{"text":"only-o1"},"subject":{"reference":"Patient/p9"},"focus":[{"reference":"Condition/c1"}]}"#,
    #"{"resourceType":"Organization","id":"g1","name":"Clinic"}"#,
  ].joined(separator: "\r\n")
}

/// A record to ask of in a test.
struct FHIRProbe {
  let record: any ReadRecord
  let text: String
  var facts: RecordFacts { record.facts }

  init(_ text: String, limits: Limits = .standard) throws {
    self.text = text
    record = try FHIRRecord(reading: Array(text.utf8), number: 2, limits: limits)
  }

  init(lines text: String) throws {
    self.text = text
    record = try FHIRLinesRecord(reading: Array(text.utf8), number: 2, limits: .standard)
  }

  /// The unit whose own bytes hold a text and no unit within it does.
  func unit(holding words: String, _ kind: RecordUnit.Kind? = nil) -> Int? {
    let bytes = Array(text.utf8)
    return facts.units.indices.last { index in
      guard kind == nil || facts.units[index].kind == kind, let range = facts.units[index].place.bytes
      else { return false }
      return String(decoding: bytes[range], as: UTF8.self).contains(words)
    }
  }

  /// The arena range of the first run that holds a text.
  func range(of words: String, whole: Bool = false) -> Range<Int>? {
    let wanted = Array(words.utf8)
    for run in facts.runs {
      let bytes = Array(facts.arena[run.range])
      guard bytes.count >= wanted.count else { continue }
      for start in 0...(bytes.count - wanted.count)
      where bytes[start..<start + wanted.count].elementsEqual(wanted) {
        return whole ? run.range : run.range.lowerBound + start..<run.range.lowerBound + start + wanted.count
      }
    }
    return nil
  }

  func run(_ words: String) -> TextRun? {
    facts.runs.first { String(decoding: facts.arena[$0.range], as: UTF8.self) == words }
  }

  func cut(units: Set<Int?> = [], redact ranges: [Range<Int>?] = []) throws -> (EditedRecord, String) {
    let edited = try record.cutting(
      Cut(units: Set(units.compactMap { $0 }), redactions: ranges.compactMap { $0 }))
    return (edited, String(decoding: edited.bytes, as: UTF8.self))
  }

  /// Cuts the resource with an id, and gives what is left.
  func withoutResource(_ id: String) throws -> String {
    try cut(units: [unit(holding: "\"id\":\"\(id)\"", .resource)]).1
  }
}

/// What stands and what is pointed to, found without the code under test.
struct FHIRLinks {
  var resources: Set<String> = []
  var references: [String] = []

  init(_ text: String) throws {
    let document = try JSONDocument(Array(text.utf8), limits: .standard)
    for node in 0..<document.count where document.kind(node) == .object {
      func string(_ name: String) -> String? { document.member(node, name).flatMap { document.string($0) } }
      if let reference = string("reference") { references.append(reference) }
      if let url = string("fullUrl") { resources.insert(url) }
      if let type = string("resourceType"), let id = string("id") {
        resources.formUnion(["\(type)/\(id)", "https://ehr.example/fhir/\(type)/\(id)", "#\(id)"])
      }
    }
  }

  var dangling: [String] { references.filter { !resources.contains($0) } }
}
