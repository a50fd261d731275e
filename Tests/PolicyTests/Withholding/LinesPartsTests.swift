import Policy
import Records
import Requests
import Testing
import Values

@Suite("a record of lines that is read part by part")
struct LinesPartsTests {
  typealias Generator = WithholdingPropertyTests.Generator

  // MARK: Records

  private static let said = [
    ("I10", "essential hypertension"), ("B20", "human immunodeficiency virus disease"),
    ("E11.9", "type 2 diabetes"), ("F11.20", "opioid dependence"), ("J45.9", "asthma, seen in ED"),
    ("M79.6", "pain of his right HAND"), ("Z00.0", "SSN 219-09-9999 on file"),
    ("R05", "cough, takes Bik-tarvy"), ("L40.0", "psoriasis of the elbow and the left knee"),
    ("Z71", "told by Harriet Penhaligon on the telephone"), ("R51", "MRN: 99887766, headache"),
  ]

  /// Lines that point to each other in every direction, in no order.
  static func lines(_ seed: UInt64) -> [String] {
    var random = Generator(state: seed &* 97 &+ 11)
    func any(_ prefix: String, of count: Int) -> String { "\(prefix)\(random.next(count))" }
    let count = 6 + random.next(10)
    var lines = [
      #"{"resourceType":"Patient","id":"p","name":[{"family":"Roe","given":["Jane"]}],"birthDate":"1970-01-05","identifier":[{"system":"http://hl7.org/fhir/sid/us-ssn","value":"219099999"}],"contact":[{"name":{"family":"Penhaligon","given":["Harriet"]}}]}"#,
      #"{"resourceType":"RelatedPerson","id":"r","patient":{"reference":"Patient/p"},"name":[{"family":"Quillfeather","given":["Otto"]}]}"#,
      #"{"resourceType":"Account","id":"a","status":"active","guarantor":[{"party":{"reference":"RelatedPerson/r"}}]}"#,
      #"{"resourceType":"Practitioner","id":"d","name":[{"family":"Oakwell","given":["Maren"]}]}"#,
      #"{"resourceType":"Medication","id":"m0","code":{"text":"bictegravir"}}"#,
      #"{"resourceType":"Medication","id":"m1","code":{"text":"lisinopril"}}"#,
    ]
    for number in 0..<count {
      let (code, words) = said[random.next(said.count)]
      let other = random.next(count)
      let subject = random.next(12) == 0 ? "Patient/stranger" : "Patient/p"
      let own =
        #""subject":{"reference":"\#(subject)"},"note":[{"text":"\#(said[random.next(said.count)].1)"}]"#
      switch random.next(9) {
      case 0, 1, 2:
        lines.append(
          #"{"resourceType":"Condition","id":"c\#(number)","recordedDate":"20\#(10 + random.next(16))-03-04","code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"\#(code)"}],"text":"\#(words)"},"recorder":{"reference":"Practitioner/d","display":"Dr. Maren Oakwell"},\#(own)}"#
        )
      case 3:
        lines.append(
          #"{"resourceType":"Observation","id":"o\#(number)","status":"final","code":{"text":"\#(words)"},"hasMember":[{"reference":"Observation/o\#(other)"}],"performer":[{"reference":"RelatedPerson/r","display":"Otto Quillfeather"}],\#(own)}"#
        )
      case 4:
        lines.append(
          #"{"resourceType":"DiagnosticReport","id":"g\#(number)","status":"final","code":{"text":"panel"},"result":[{"reference":"Observation/o\#(other)"},{"reference":"Observation/o\#(random.next(count))"}],"conclusion":"\#(words)",\#(own)}"#
        )
      case 5:
        lines.append(
          #"{"resourceType":"MedicationRequest","id":"q\#(number)","status":"active","intent":"order","medicationReference":{"reference":"\#(any("Medication/m", of: 3))"},"reasonReference":[{"reference":"Condition/c\#(other)"}],\#(own)}"#
        )
      case 6:
        lines.append(
          #"{"resourceType":"Provenance","id":"v\#(number)","target":[{"reference":"Condition/c\#(other)"},{"reference":"Observation/o\#(other)"}],"recorded":"2026-02-01T00:00:00Z","agent":[{"who":{"display":"Dr. \#(any("Who", of: 4))"}}]}"#
        )
      case 7:
        lines.append(
          #"{"resourceType":"Encounter","id":"e\#(number)","status":"finished","class":{"code":"AMB"},"reasonReference":[{"reference":"https://ehr.example/fhir/Condition/c\#(other)","display":"\#(words)"}],"diagnosis":[{"condition":{"reference":"Condition?code=B20"}}],\#(own)}"#
        )
      default:
        lines.append(
          #"{"resourceType":"List","id":"l\#(number)","status":"current","mode":"working","entry":[{"item":{"reference":"Condition/c\#(other)"}},{"item":{"reference":"Patient/p","display":"Jane Roe"}}],"contained":[{"resourceType":"Condition","id":"in","code":{"text":"\#(words)"}}],\#(own)}"#
        )
      }
    }
    for index in lines.indices.dropLast() { lines.swapAt(index, index + random.next(lines.count - index)) }
    return lines
  }

  static func bytes(_ seed: UInt64) -> [UInt8] {
    var random = Generator(state: seed)
    let ends = ["\n", "\r\n", "\n\n", "\n  \n"]
    let mark = random.next(4) == 0 ? "\u{FEFF}" : ""
    return Array((mark + lines(seed).map { $0 + ends[random.next(ends.count)] }.joined()).utf8)
  }

  // MARK: Two ways

  static func parts(_ bytes: [UInt8], of size: Int) throws -> FHIRLinesParts {
    var limits = Limits.standard
    (limits.wholeLinesBytes, limits.partBytes) = (0, size)
    var first = MemorySink()
    let read = try RecordReader.read(byParts: MemorySource(bytes), number: 1, limits: limits, also: &first)
    let isSame = first.bytes == bytes
    #expect(isSame)
    return try #require(read)
  }

  static func question(_ facts: RecordFacts, _ parts: FHIRLinesParts?, scoped: Bool) throws -> Case {
    let sample = try SampleCase(facts).with {
      $0.pipeline = "withhold: [HIV, SUD, STD]\nredact: [ssn, relatives, guarantors, providers]"
      if scoped {
        var period = Scope.Period()
        period.from = Day("2016-01-01")
        $0.request.scope = Scope()
        $0.request.scope?.period = period
      }
    }.facts()
    return Case(
      request: sample.request,
      records: [RecordCase(number: 1, listed: sample.records[0].listed, facts: facts, parts: parts)],
      papers: sample.papers, house: sample.house, basis: sample.basis, pipeline: sample.pipeline)
  }

  static func plan(_ facts: RecordFacts, _ parts: FHIRLinesParts?, scoped: Bool) throws -> WithholdingPlan {
    try .plan(question(facts, parts, scoped: scoped), categories: ShippedCategories.set())
  }

  static func told(_ findings: [Finding]) -> [String] {
    findings.map { "\($0.rule) \($0.verdict) \($0.place?.shown ?? "") \($0.problem)" }
  }

  static let cases = (0..<60 as Range<UInt64>).flatMap { seed in [1, 700, 2500].map { (seed, $0) } }

  @Test(arguments: cases) func `says, plans, cuts and leaks what it would if it were read whole`(
    _ seed: UInt64, _ size: Int
  ) throws {
    let bytes = Self.bytes(seed)
    let scoped = seed % 3 == 0
    let whole = try RecordReader.read(bytes, number: 1, limits: .standard)
    let parts = try Self.parts(bytes, of: size)
    #expect(size > 1 || parts.parts.count > 6)
    #expect(parts.facts.identities == whole.facts.identities)
    #expect(parts.facts.mentions == whole.facts.mentions)
    #expect(parts.facts.serviceDays == whole.facts.serviceDays)
    #expect(parts.facts.documentTypes == whole.facts.documentTypes)
    #expect(Set(Self.told(parts.facts.findings)) == Set(Self.told(whole.facts.findings)))
    let verified = try Verification.findings(Self.question(whole.facts, nil, scoped: scoped))
    #expect(
      Self.told(try Verification.findings(Self.question(parts.facts, parts, scoped: scoped)))
        == Self.told(verified))

    let expected = try Self.plan(whole.facts, nil, scoped: scoped)
    let planned = try Self.plan(parts.facts, parts, scoped: scoped)
    let (one, other) = (try #require(expected.record(1)), try #require(planned.record(1)))
    #expect(other.isWithheldWhole == one.isWithheldWhole)
    #expect(other.cut.units == one.cut.units)
    #expect(other.cut.redactions == one.cut.redactions)
    #expect(other.reasons == one.reasons)
    #expect(Self.told(planned.findings) == Self.told(expected.findings))
    #expect(planned.telling.summary == expected.telling.summary)
    #expect(planned.released == expected.released)
    guard !one.isWithheldWhole else { return }

    let (edited, facts) = try RecordReader.cut(whole, one.cut, number: 1, limits: .standard)
    let pieces = try parts.cutting(other.cut)
    #expect(pieces.isEmpty == edited.isEmpty)
    #expect(String(decoding: pieces.bytes, as: UTF8.self) == String(decoding: edited.bytes, as: UTF8.self))
    #expect(Set(pieces.alsoWithheld) == Set(edited.alsoWithheld))
    guard let facts else { return }
    #expect(
      try Self.leaks(planned, parts, other.cut)
        == expected.leaks(in: facts, bytes: edited.bytes, record: 1))
    // What was not cut is found in the same places.
    #expect(
      try Self.leaks(planned, parts, Cut())
        == expected.leaks(in: whole.facts, bytes: bytes, record: 1))
  }

  static func leaks(_ plan: WithholdingPlan, _ record: FHIRLinesParts, _ cut: Cut) throws -> Int {
    let settled = try FHIRLinesCut(record, cut)
    var search = LeakSearch(plan, record: 1)
    for (number, part) in record.parts.enumerated() {
      let bytes = try settled.part(number).bytes
      search.add(try record.facts(readingCut: bytes, of: part), bytes: bytes)
    }
    return search.count
  }
}
