import Foundation
import Records
import Testing
import Values
import XML

@Suite("FHIR R4 XML: a record says and loses the same as its JSON")
struct FHIRXMLPairTests {
  static let samples = [
    FHIRSamples.bundle.replacing("\"total\": 14 ,", with: "\"total\": 14,"), FHIRSamples.document, odd,
  ]

  /// What the others have not: extensions of values in arrays, a value that is missing, a label, a signature,
  /// a modifier, an extension of a stranger, markup and line ends in values.
  static let odd = #"""
    {"resourceType":"Bundle","id":"b1","meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"HIV","display":"HIV"}]},
     "type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"p1",
      "contained":[{"resourceType":"Organization","id":"o","name":"Clinic <A> & \"B\""}],
      "extension":[{"url":"https://vendor.example/tribe","valueString":"only-tribe"}],
      "name":[{"id":"n1","family":"Roe","_family":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/humanname-own-name","valueString":"Ro"}]},
        "given":["Jane",null,"Quin"],"_given":[null,{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier","valueCode":"IN"}]},{"id":"g3"}]}],
      "_birthDate":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"unknown"}]},
      "deceasedBoolean":false,"multipleBirthInteger":2,
      "photo":[{"contentType":"text/plain","data":"b25seS1waG90byB0b2xk","hash":"aa"}],
      "communication":[{"language":{"coding":[{"code":"en"}]},"preferred":true}]}},
     {"resource":{"resourceType":"Observation","id":"o1","status":"final",
      "text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\"><p class=\"only-class\">first &amp; <b>only</b>-bold</p><ul><li>Jane\nRoe</li></ul></div>"},
      "identifier":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"SS"}]},"value":"123-45-6789"}],
      "code":{"text":"line\n\ttwo"},"subject":{"reference":"Patient/p1"},"effectivePeriod":{"start":"2026-01-02","end":"2026-01-05T10:00:00Z"},
      "valueQuantity":{"value":0.10e1,"comparator":"<","unit":"µg"},"referenceRange":[{"low":{"value":-1.50}}],
      "modifierExtension":[{"url":"https://vendor.example/not","valueBoolean":true}],"note":[{"text":"DOB: 1/2/1950"}]}}],
     "signature":{"type":[{"code":"1"}],"when":"2026-01-01T00:00:00Z","who":{"display":"only-signer"},"data":"AAAA"}}
    """#

  private static func pair(_ json: String) throws -> (json: any ReadRecord, xml: any ReadRecord) {
    let xml = try FHIRXMLSample.xml(of: json)
    return (
      try FHIRRecord(reading: Array(json.utf8), number: 2, limits: .standard),
      try RecordReader.read(Array(xml.utf8), number: 2, limits: .standard)
    )
  }

  /// The facts of both, as far as they differ.
  private static func differ(_ json: RecordFacts, _ xml: RecordFacts) -> [String] {
    let (a, b) = (FHIRShownFacts(json), FHIRShownFacts(xml))
    func differ(_ a: [String], _ b: [String]) -> [String] {
      let first = zip(a, b).first { $0 != $1 }
      return a == b ? [] : [first.map { "\($0) but \($1)" } ?? "\(a.count) but \(b.count)"]
    }
    return differ(a.units, b.units) + differ(a.runs, b.runs) + differ(a.identities, b.identities)
      + differ(a.rest, b.rest)
  }

  @Test(arguments: samples) func `the facts are the same`(json: String) throws {
    let (a, b) = try Self.pair(json)
    #expect(b.facts.format == .fhirXML)
    #expect(Self.differ(a.facts, b.facts) == [])
  }

  /// - Returns: whether anything was cut, in both.
  @discardableResult private static func compare(
    _ cut: Cut, _ a: any ReadRecord, _ b: any ReadRecord, _ what: String
  ) throws -> Bool {
    let edited: EditedRecord
    do throws(PacketError) { edited = try a.cutting(cut) } catch {
      let other = #expect(throws: PacketError.self) { try b.cutting(cut) }
      #expect(other?.rule.shown == error.rule.shown.replacing("fhir.json", with: "fhir.xml"))
      return false
    }
    let other = try b.cutting(cut)
    #expect(other.alsoWithheld == edited.alsoWithheld, "\(what)")
    #expect(other.isEmpty == edited.isEmpty, "\(what)")
    guard !edited.isEmpty, !other.isEmpty else { return true }
    let wanted = try FHIRXMLSample.xml(of: String(decoding: edited.bytes.drop { $0 >= 0x80 }, as: UTF8.self))
    let left = try XMLDocument(parsing: other.bytes).canonical()
    let right = try XMLDocument(parsing: Array(wanted.utf8)).canonical()
    if left != right {
      let at = max(0, zip(left, right).prefix { $0 == $1 }.count - 60)
      func shown(_ bytes: [UInt8]) -> String { String(decoding: bytes[at...].prefix(160), as: UTF8.self) }
      Issue.record("\(what): \(shown(left)) but \(shown(right))")
    }
    // Once more changes nothing more.
    let again = try RecordReader.read(other.bytes, number: 2, limits: .standard)
    #expect(try again.cutting(Cut()).bytes == other.bytes)
    return true
  }

  @Test(arguments: samples) func `any unit goes with the same things, and leaves the same`(json: String)
    throws
  {
    let (a, b) = try Self.pair(json)
    for unit in a.facts.units.indices { try Self.compare(Cut(units: [unit]), a, b, "unit \(unit)") }
  }

  @Test(arguments: samples) func `any text is marked or masked alike, whole and in part`(json: String) throws
  {
    let (a, b) = try Self.pair(json)
    for run in a.facts.runs {
      let text = String(decoding: a.facts.arena[run.range], as: UTF8.self)
      try Self.compare(Cut(redactions: [run.range]), a, b, "whole \(text)")
      let part = run.range.lowerBound + run.range.count / 2..<run.range.upperBound
      if !part.isEmpty { try Self.compare(Cut(redactions: [part]), a, b, "half of \(text)") }
    }
  }

  @Test(arguments: 0..<60) func `any cut of many leaves the same`(seed: UInt64) throws {
    var random = FHIRSeededNumbers(seed: seed)
    let (a, b) = try Self.pair(Self.samples[Int(seed % 3)])
    var cut = Cut()
    for _ in 0...random.below(3) { cut.units.insert(1 + random.below(a.facts.units.count - 1)) }
    for _ in 0..<random.below(4) {
      let run = a.facts.runs[random.below(a.facts.runs.count)].range
      let start = run.lowerBound + random.below(run.count)
      cut.redactions.append(start..<min(run.upperBound, start + 1 + random.below(9)))
    }
    try Self.compare(cut, a, b, "seed \(seed)")
  }

  // MARK: What others sent

  static let data = ProcessInfo.processInfo.environment["CHARTGATE_DATA"] ?? "../shared/data"
  static let isThere = FileManager.default.fileExists(atPath: data)

  @Test(.enabled(if: isThere, "set CHARTGATE_DATA to the folder of the public samples"))
  func `the facts and the cuts of what exporters send are the same`() throws {
    var (read, cuts) = (0, 0)
    for folder in ["fhir-synthea-r4", "fhir-microsoft"] {
      for file in try FileManager.default.contentsOfDirectory(atPath: "\(Self.data)/\(folder)").sorted() {
        // Large ones say the same again and again; of STU3 it cannot be known what is a number.
        guard let bytes = FileManager.default.contents(atPath: "\(Self.data)/\(folder)/\(file)"),
          bytes.count < 300_000, !file.contains("Stu3"), RecordReader.sniff(Array(bytes)) == .fhirJSON,
          let a = try? RecordReader.read(Array(bytes), number: 2, limits: .standard)
        else { continue }
        let xml = try FHIRXMLSample.xml(of: String(decoding: bytes.drop { $0 >= 0x80 }, as: UTF8.self))
        let b = try RecordReader.read(Array(xml.utf8), number: 2, limits: .standard)
        #expect(Self.differ(a.facts, b.facts) == [], "\(file)")
        read += 1
        for step in 1...3 {
          let unit = (a.facts.units.count - 1) * step / 4 + 1
          guard a.facts.units.indices.contains(unit) else { continue }
          if try Self.compare(Cut(units: [unit]), a, b, "\(file) unit \(unit)") { cuts += 1 }
          let run = a.facts.runs[(a.facts.runs.count - 1) * step / 4]
          if try Self.compare(Cut(redactions: [run.range]), a, b, "\(file) run") { cuts += 1 }
        }
      }
    }
    print("== FHIR JSON as XML: \(read) records read alike, \(cuts) cuts leave the same")
    #expect(read > 10)
  }
}
