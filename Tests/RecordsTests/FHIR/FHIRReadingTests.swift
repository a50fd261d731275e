import Records
import Testing
import Values

@Suite("FHIR R4 JSON: what a record says")
struct FHIRReadingTests {
  @Test func `a byte order mark is passed over and stays where it is`() throws {
    let bytes =
      [0xEF, 0xBB, 0xBF]
      + Array(#"{"resourceType":"Basic","id":"1","subject":{"reference":"Patient/7"}}"#.utf8)
    let record = try FHIRRecord(reading: bytes, number: 1, limits: .standard)
    #expect(try record.cutting(Cut()).bytes == bytes)
  }

  @Test(arguments: [#""HIV infection":true"#, #""\u0048IV infection":[{"x":1}]"#])
  func `a member's name that no element has is text, and cannot be redacted`(member: String) throws {
    let bytes = Array("{\"resourceType\":\"Basic\",\"id\":\"1\",\(member)}".utf8)
    let record = try FHIRRecord(reading: bytes, number: 1, limits: .standard)
    let run = try #require(
      record.facts.runs.first {
        String(decoding: record.facts.arena[$0.range], as: UTF8.self) == "HIV infection"
      })
    #expect(throws: PacketError.self) { try record.cutting(Cut(redactions: [run.range])) }
  }

  @Test func `a member's name that R4 does not have is text, its words apart`() throws {
    func words(_ member: String) throws -> [String] {
      let probe = try FHIRProbe(#"{"resourceType":"Patient","id":"1",\#(member)}"#)
      return probe.facts.runs.map { String(decoding: probe.facts.arena[$0.range], as: UTF8.self) }
    }
    #expect(try words(#""hivPositive":true"#).contains("hivPositive hiv Positive"))
    #expect(try words(#""contact":[{"takesBiktarvy":true}]"#).contains("takesBiktarvy takes Biktarvy"))
    #expect(try words(#""_biktarvy":{"id":"7"}"#).contains("_biktarvy"))
    for known in [
      #""deceasedBoolean":true"#, #""multipleBirthInteger":2"#, #""_birthDate":{"extension":[]}"#,
      #""maritalStatus":{"coding":[{"userSelected":true}]}"#,
      #""extension":[{"valueCodeableConcept":{"coding":[]},"valueUnsignedInt":3}]"#,
    ] {
      #expect(
        try words(known).filter { $0 != "Patient" && $0 != "1" && $0 != "2" && $0 != "3" && $0 != "7" }
          .isEmpty)
    }
  }

  @Test func `every entry is a unit with its type`() throws {
    let probe = try FHIRProbe(FHIRSamples.bundle)
    let types = probe.facts.units.filter { $0.parent == 0 }.map(\.type)
    #expect(
      types == [
        "Patient", "Encounter", "Condition", "Condition", "Observation", "Observation", "Observation",
        "DiagnosticReport", "MedicationRequest", "MedicationRequest", "Medication", "Claim", "Provenance",
        "Provenance",
      ])
    #expect(probe.facts.units.allSatisfy { $0.isKnown && $0.isRemovable })
    #expect(probe.facts.units.last { $0.parent == 0 }?.place.path == "/entry/13")
  }

  @Test func `contained resources, components, notes, narratives and attachments are units`() throws {
    let probe = try FHIRProbe(FHIRSamples.bundle)
    func kinds(_ kind: RecordUnit.Kind) -> [String] {
      probe.facts.units.filter { $0.kind == kind }.map { $0.place.path?.shown ?? "" }
    }
    #expect(kinds(.contained) == ["/entry/8/contained/0"])
    #expect(
      kinds(.entry) == [
        "/entry/4/component/0", "/entry/4/component/1", "/entry/11/diagnosis/0", "/entry/11/diagnosis/1",
        "/entry/11/item/0", "/entry/11/item/1",
      ])
    #expect(
      kinds(.paragraph) == [
        "/entry/0/text", "/entry/1/text", "/entry/4/note/0", "/entry/4/text", "/entry/8/note/0",
        "/entry/9/note/0",
      ])
    #expect(kinds(.attachment) == ["/entry/7/attachment"])
  }

  @Test func `a document's sections are units with their code if it may be shown`() throws {
    let probe = try FHIRProbe(FHIRSamples.document)
    #expect(probe.facts.units.filter { $0.kind == .section }.map(\.type) == ["11450-4", nil])
    #expect(probe.facts.documentTypes.map { $0.code.reveal(.match) } == ["34133-9"])
  }

  @Test func `codes and labels are of the unit itself`() throws {
    let probe = try FHIRProbe(FHIRSamples.bundle)
    let condition = try #require(probe.unit(holding: "\"id\":\"c1\"", .resource))
    #expect(
      probe.facts.units[condition].codes
        == [Code(system: "http://snomed.info/sct", code: "7200002", display: "only-c1")])
    #expect(probe.facts.units[condition].labels.map { $0.code.reveal(.match) } == ["R"])
    let component = try #require(probe.unit(holding: "\"text\":\"component-one\"", .entry))
    #expect(
      probe.facts.units[component].codes
        == [Code(system: nil, code: "component-one", display: "component-one")])
  }

  @Test func `a coding without words has those of its concept`() throws {
    let probe = try FHIRProbe(
      #"{"resourceType":"Condition","code":{"text":"HIV","coding":[{"system":"s","code":"1"}]}}"#)
    #expect(probe.facts.units[1].codes == [Code(system: "s", code: "1", display: "HIV")])
  }

  @Test func `a quantity's unit is no code`() throws {
    let probe = try FHIRProbe(
      #"{"resourceType":"Observation","valueQuantity":{"value":1,"system":"http://unitsofmeasure.org","code":"mg"}}"#
    )
    #expect(probe.facts.units[1].codes.isEmpty)
  }

  @Test func `service days are those of care, not of birth or bookkeeping`() throws {
    let probe = try FHIRProbe(FHIRSamples.bundle)
    let days = try #require(probe.facts.serviceDays)
    #expect(days.lowerBound == Day("2025-12-01") && days.upperBound == Day("2026-01-06"))
    let condition = try #require(probe.unit(holding: "\"id\":\"c1\"", .resource))
    #expect(probe.facts.units[condition].days.map { "\($0)" } == ["2025-12-01...2025-12-31"])
  }

  @Test func `every string is in the arena, words apart from values`() throws {
    let probe = try FHIRProbe(FHIRSamples.bundle)
    #expect(probe.run("component-two was high")?.kind == .words)
    #expect(probe.run("Patient/p1")?.kind == .value)
    #expect(probe.run("1.00")?.kind == .value)
    #expect(probe.run("123456789")?.kind == .socialSecurityNumber)
    #expect(probe.run("MRN-7")?.kind == .value)
    #expect(probe.run("only-o2 retold")?.kind == .words)
    for (before, after) in zip(probe.facts.runs, probe.facts.runs.dropFirst()) {
      #expect(after.range.lowerBound == before.range.upperBound + 1)
      #expect(probe.facts.arena[before.range.upperBound] == 0)
    }
  }

  @Test func `narrative is read as it is seen, and what is hidden in it too`() throws {
    let probe = try FHIRProbe(
      #"{"resourceType":"Patient","text":{"div":"<div><p>Ja<b>ne</b> R&#111;e &amp; A\u0301</p><td title='tip'>x</td><!-- gone --></div>"}}"#
    )
    #expect(probe.run("Jane Roe & A\u{301}\nx\n")?.kind == .words)
    #expect(probe.run("tip") != nil)
    #expect(probe.run(" gone ") != nil)
  }

  @Test func `text in base64 is read, also twice wrapped, and anything else is not known`() throws {
    func attachment(_ data: String) throws -> RecordUnit? {
      try FHIRProbe(
        #"{"resourceType":"DiagnosticReport","presentedForm":[{"data":"\#(data)"}]}"#
      ).facts.units.first { $0.kind == .attachment }
    }
    #expect(try attachment("aGVsbG8gd29ybGQ=")?.isKnown == true)
    #expect(try attachment("SGVsbG8gd29ybGQgYW5kIGFsbCBvZiB5b3Uh")?.isKnown == true)
    #expect(try attachment("JVBERi0xLjQKJeLjz9MK")?.isKnown == false)
    #expect(try attachment("not base64!")?.isKnown == false)
    let twice = try FHIRProbe(
      #"{"resourceType":"Binary","data":"YUdWc2JHOGdkMjl5YkdRZ1lXNWtJR0ZzYkE9PQ=="}"#)
    #expect(twice.run("hello world and all") != nil)
    var limits = Limits.standard
    limits.decodeDepth = 1
    let shallow = try FHIRProbe(twice.text, limits: limits)
    #expect(shallow.facts.units.contains { $0.kind == .attachment && !$0.isKnown })
  }
}

@Suite("FHIR R4 JSON: what is not surely read holds")
struct FHIRFailClosedTests {
  struct Example: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let rule: RuleID
  }
  static let refused = [
    Example(testDescription: "no JSON", text: "{\"resourceType\":", rule: "fhir.json.syntax"),
    Example(testDescription: "no object", text: "[]", rule: "fhir.json.syntax"),
    Example(
      testDescription: "a NUL in a string", text: #"{"resourceType":"Basic","id":"a\u0000"}"#,
      rule: "fhir.json.syntax"),
    Example(
      testDescription: "a type said twice", text: #"{"resourceType":"Basic","resource\u0054ype":"Patient"}"#,
      rule: "fhir.json.duplicate"),
    Example(
      testDescription: "a contained resource in a contained one",
      text:
        #"{"resourceType":"Basic","contained":[{"resourceType":"Basic","contained":[{"resourceType":"Basic"}]}]}"#,
      rule: "fhir.json.contained"),
    Example(
      testDescription: "nesting beyond the limit",
      text: String(repeating: "[", count: 300) + String(repeating: "]", count: 300), rule: "fhir.json.limit"),
  ]

  @Test(arguments: refused) func `it is held for`(_ example: Example) {
    let error = #expect(throws: PacketError.self) { try FHIRProbe(example.text) }
    #expect(error?.rule == example.rule && error?.outcome == .hold && error?.place?.record == 2)
    #expect(error?.place?.bytes != nil)
  }

  @Test(arguments: [
    #"{"id":"x"}"#, #"{"resourceType":"MedicationOrder"}"#, #"{"resourceType":7}"#,
    #"{"resourceType":"\u0050atient"}"#,
  ])
  func `a resource of a type that R4 has not is not known`(text: String) throws {
    let probe = try FHIRProbe(text)
    #expect(probe.facts.units.map(\.isKnown) == [true, false] && probe.facts.units[1].type == nil)
  }

  @Test func `an entry whose resource does not say its type is not known`() throws {
    let probe = try FHIRProbe(#"{"resourceType":"Bundle","entry":[{"resource":{"id":"1"}}]}"#)
    #expect(probe.facts.units.last?.isKnown == false)
  }

  @Test func `a modifier extension holds and marks its unit`() throws {
    let probe = try FHIRProbe(
      #"{"resourceType":"Condition","modifierExtension":[{"url":"http://x","valueBoolean":true}]}"#)
    #expect(probe.facts.units[1].isKnown == false)
    #expect(probe.facts.findings.map(\.rule) == ["fhir.json.modifier"])
    #expect(probe.facts.findings.first?.verdict == .hold)
  }

  @Test func `implicit rules hold`() throws {
    let probe = try FHIRProbe(#"{"resourceType":"Condition","implicitRules":"http://x"}"#)
    #expect(probe.facts.findings.map(\.rule) == ["fhir.json.implicitRules"])
  }

  @Test func `an extension that HL7 has not published is a unit that is not known`() throws {
    let probe = try FHIRProbe(
      #"{"resourceType":"Condition","extension":[{"url":"http://x/y","valueString":"a"},{"url":"http://hl7.org/fhir/StructureDefinition/b"}]}"#
    )
    #expect(probe.facts.units.filter { !$0.isKnown }.map(\.kind) == [.entry])
  }

  @Test(arguments: [FHIRSamples.bundle, FHIRSamples.document])
  func `a record that is cut off anywhere is refused and traps nowhere`(text: String) {
    let bytes = Array(text.utf8)
    let last = bytes.lastIndex(of: UInt8(ascii: "}")) ?? 0
    var end = 0
    while end <= last {
      let part = Array(bytes[..<end])
      #expect(throws: PacketError.self) { try FHIRRecord(reading: part, number: 1, limits: .standard) }
      end += bytes.count > 4096 ? 37 : 1
    }
  }

  @Test(arguments: 0..<40) func `flipped bytes are read or refused, and cut without a trap`(seed: UInt64) {
    var random = FHIRSeededNumbers(seed: seed)
    var bytes = Array((seed % 2 == 0 ? FHIRSamples.bundle : FHIRSamples.document).utf8)
    for _ in 0..<3 { bytes[random.below(bytes.count)] = UInt8(truncatingIfNeeded: random.next()) }
    do throws(PacketError) {
      let record = try FHIRRecord(reading: bytes, number: 1, limits: .standard)
      let unit = random.below(record.facts.units.count)
      let run = record.facts.runs[random.below(record.facts.runs.count)]
      _ = try record.cutting(Cut(units: [unit]))
      _ = try record.cutting(Cut(redactions: [run.range]))
    } catch {
      #expect(error.outcome == .hold)
    }
  }
}

/// SplitMix64: the same numbers everywhere from one seed.
struct FHIRSeededNumbers: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(max(1, count))) }
}
