import Policy
import Records
import Requests
import Testing
import Values

@Suite("DESIGN §4.1: third parties are sought everywhere once a record names them")
struct KnownIdentityTests {
  /// A message whose NK1 names Mary Ann Kowalczyk, mother of Jane Roe.
  static let mother =
    "NK1|1|KOWALCZYK^MARY^ANN|MTH|12 ELM STREET^^SALEM^OR^97301|(503)555-0161|||||||778812^^^H|ACME WORKS INC"

  static func message(_ segments: String..., pid: String = "PID|1||4711^^^HOSP^MR||ROE^JANE||19700105")
    -> String
  {
    ([#"MSH|^~\&|LAB|G|||20260301||ORU^R01|42|P|2.5.1|||||UNICODE UTF-8"#, pid] + segments)
      .map { $0 + "\r" }.joined()
  }

  struct Outcome {
    var text: String
    var plan: WithholdingPlan
    var facts: RecordFacts?
    var before: RecordFacts
  }

  static func outcomes(
    _ records: String..., redact: String, change: (inout SampleCase) -> Void = { _ in }
  ) throws -> [Outcome] {
    let read = try records.enumerated().map { number, text in
      try RecordReader.read(Array(text.utf8), number: number + 1, limits: .standard)
    }
    var sample = SampleCase()
    sample.records = read.map(\.facts)
    sample.pipeline = "withhold: [SCA]\nredact: [\(redact)]"
    change(&sample)
    let plan = try sample.plan()
    return try read.enumerated().map { index, record in
      let own = try #require(plan.record(index + 1))
      let (edited, facts) = try RecordReader.cut(record, own.cut, number: index + 1, limits: .standard)
      return Outcome(
        text: String(decoding: edited.bytes, as: UTF8.self), plan: plan, facts: facts, before: record.facts)
    }
  }

  static func redacted(
    _ note: String, redact: String = "relatives", besides segments: [String] = [mother]
  ) throws -> String {
    let text = message((["OBX|1|TX|1^N^L||\(note)"] + segments).joined(separator: "\r"))
    let outcome = try #require(try outcomes(text, redact: redact).first)
    if let facts = outcome.facts {
      #expect(outcome.plan.telling.found(in: facts).isEmpty)
      #expect(outcome.plan.telling.found(inBytes: Array(outcome.text.utf8)) == 0)
    }
    let line = outcome.text.split(separator: "\r").first { $0.hasPrefix("OBX|1|") }
    return line?.split(separator: "|", omittingEmptySubsequences: false)[5...].joined(separator: "|")
      ?? "gone"
  }

  // MARK: Their own place

  @Test func `at its own place all of a person goes, and the relationship stays`() throws {
    let outcome = try #require(try Self.outcomes(Self.message(Self.mother), redact: "relatives").first)
    let line = outcome.text.split(separator: "\r").last
    let w = "[withheld]"
    #expect(line == "NK1|1|\(w)^\(w)^\(w)|MTH|\(w)^^\(w)^OR^\(w)|\(w)|||||||\(w)^^^H|\(w)")
    #expect(outcome.plan.rules().contains("house.redacted"))
  }

  @Test(arguments: ["guarantors", "providers", "informants", "ssn"])
  func `whom the pipeline does not name stays as they came:`(_ kind: String) throws {
    let text = Self.message("OBX|1|TX|1^N^L||Mary Kowalczyk called", Self.mother)
    #expect(try Self.outcomes(text, redact: kind).first?.text == text)
  }

  @Test func `in FHIR a whole value is masked, and a part of a text gets the mark`() throws {
    let record = #"""
      {"resourceType":"Bundle","type":"collection","entry":[
      {"resource":{"resourceType":"Patient","id":"p","name":[{"family":"Roe","given":["Jane"]}],"birthDate":"1970-01-05",
       "contact":[{"relationship":[{"text":"mother"}],"name":{"family":"Kowalczyk","given":["Mary"]},"telecom":[{"value":"503-555-0161"}]}]}},
      {"resource":{"resourceType":"Observation","id":"o","status":"final","subject":{"reference":"Patient/p"},
       "code":{"text":"call"},"note":[{"text":"Mary Kowalczyk called from 5035550161"}]}}]}
      """#
    let outcome = try #require(try Self.outcomes(record, redact: "relatives").first)
    #expect(outcome.text.contains(#""text":"[withheld] called from [withheld]""#))
    #expect(
      outcome.text.contains(#""_family":{"extension""#) && outcome.text.contains(#""given":["[withheld]"]"#))
    #expect(outcome.text.contains(#""text":"mother""#) && outcome.text.contains(#""family":"Roe""#))
    #expect(!outcome.text.contains("Kowalczyk") && !outcome.text.contains("0161"))
  }

  @Test func `in C-CDA names get the mark, and values become masked`() throws {
    let record = """
      <ClinicalDocument xmlns="urn:hl7-org:v3"><code code="34133-9" codeSystem="2.16.840.1.113883.6.1"/>
      <recordTarget><patientRole><id root="1.2.3" extension="4711"/></patientRole></recordTarget>
      <participant typeCode="IND"><associatedEntity classCode="NOK"><telecom value="tel:+1(503)555-0161"/><associatedPerson><name><given>Mary</given><family>Kowalczyk</family></name></associatedPerson></associatedEntity></participant>
      <component><structuredBody><component><section><code code="8648-8" codeSystem="2.16.840.1.113883.6.1"/>
      <text><paragraph>Her mother Mary <content>Kowal</content>czyk called from 503-555-0161.</paragraph></text>
      </section></component></structuredBody></component></ClinicalDocument>
      """
    let outcome = try #require(try Self.outcomes(record, redact: "relatives").first)
    #expect(outcome.text.contains("<given>[withheld]</given><family>[withheld]</family>"))
    #expect(outcome.text.contains("<telecom nullFlavor=\"MSK\"/>"))
    #expect(
      outcome.text.contains("Her mother [withheld]") && outcome.text.contains("called from [withheld]."))
    for word in ["Mary", "Kowal", "czyk", "0161"] { #expect(!outcome.text.contains(word)) }
  }

  // MARK: Elsewhere

  static let w = "[withheld]"
  static let notes: [(String, String)] = [
    ("seen with Mary Kowalczyk", "seen with \(w)"),
    ("MARY ANN KOWALCZYK signed", "\(w) signed"),
    ("Mary A. Kowalczyk signed", "\(w) signed"),
    ("Kowalczyk, Mary: mother", "\(w): mother"),
    ("Ann Kowalczyk", w),
    ("Mrs. Kowalczyk agrees", "Mrs. \(w) agrees"),
    ("Ma\u{301}ry\u{A0}Kowalczýk", w),
    (#"Mary\.br\Kowalczyk"#, w),
    (#"Ma\H\ry Kowal\N\czyk"#, w),
    ("Mary^Kowalczyk", "\(w)^\(w)"),
    ("at 12 Elm Street today", "at \(w) today"),
    ("at 12 elm st. today", "at \(w). today"),
    ("call 503-555-0161 now", "call \(w) now"),
    ("call 503.555.0161 now", "call \(w) now"),
    ("call 5035550161 now", "call \(w) now"),
    ("call 555-0161 now", "call \(w) now"),
    ("her number 778812", "her number \(w)"),
    ("works for Acme Works", "works for \(w)"),
    ("works for ACME WORKS, INC.", "works for \(w)."),
  ]
  @Test(arguments: notes) func `a note of the same packet:`(_ note: String, _ expected: String) throws {
    #expect(try Self.redacted(note) == expected)
  }

  @Test func `a name that goes on in the next line goes in both`() throws {
    let text = Self.message(
      "OBX|1|TX|1^N^L||came with Mary", "OBX|2|TX|1^N^L||Kowalczyk today", "OBX|3|TX|1^N^L||and Kowal-",
      "OBX|4|TX|1^N^L||czyk left", Self.mother)
    let outcome = try #require(try Self.outcomes(text, redact: "relatives").first)
    for word in ["Mary", "Kowalczyk", "Kowal", "czyk", "KOWALCZYK"] { #expect(!outcome.text.contains(word)) }
    #expect(outcome.text.contains("came with [withheld]") && outcome.text.contains("[withheld] left"))
  }

  @Test func `a person whom one record names is sought in every other`() throws {
    let outcomes = try Self.outcomes(
      Self.message(Self.mother), "Patient: Roe, Jane\n\nSeen with Mary\nKowalczyk, her mother.\n",
      redact: "relatives")
    #expect(outcomes.last?.text == "Patient: Roe, Jane\n\nSeen with [withheld], her mother.\n")
  }

  // "Seen with Mary Kowalczyk, mother."; the same in hex, percent, quoted-printable, references, over a line.
  static let hidden = [
    "scan U2VlbiB3aXRoIE1hcnkgS293YWxjenlrLCBtb3RoZXIu", "4d617279204b6f77616c637a796b206d6f74686572",
    "Mary%20Kowalcz%79k", "Mary K=6Fwalczyk", "Mary K&#111;walczyk", "Mary Kowal<b>czyk</b>",
    "Mary Kowal- czyk",
    "K O W A L C Z Y K", "Mary Kowalczyk c2VlbiB3aXRoIE1hcnkgS293YWxjenlrIHRvZGF5", "KowalczykMary",
    "Mary Kowalczyk1",
  ]
  @Test(arguments: hidden) func `a name that only an encoding has takes its part along:`(_ note: String)
    throws
  {
    let left = try Self.redacted(note.replacing("&", with: #"\T\"#))
    #expect(left == "gone" || left == Self.w || !left.lowercased().contains("kowal"))
  }

  // MARK: What is not sought alone

  static let untelling = [
    ("given name alone", "Mary had a lamb"), ("town", "lives in Salem"), ("postal code", "97301"),
    ("no digits enough", "bed 12"), ("the employer's one word", "Acme"),
    ("a given name and another family", "Mary Poe"),
  ]
  @Test(arguments: untelling) func `what is many people's stays elsewhere:`(_ what: String, _ note: String)
    throws
  {
    #expect(try Self.redacted(note) == note, "\(what)")
  }

  @Test func `a family name that is a word is sought with a given name only`() throws {
    let young = "NK1|1|YOUNG^MAY|MTH|||||||||77"
    #expect(try Self.redacted("the young woman may go", besides: [young]) == "the young woman may go")
    #expect(try Self.redacted("May Young called", besides: [young]) == "[withheld] called")
    #expect(
      try Self.redacted("Parkinson disease", besides: ["NK1|1|PARKINSON^MAY|MTH"]) == "Parkinson disease")
    #expect(try Self.redacted("Wu said", besides: ["NK1|1|WU^MAY|MTH"]) == "Wu said")
  }

  @Test func `short numbers go in their own place only`() throws {
    let text = Self.message("OBX|1|TX|1^N^L||77 and 4444", "NK1|1|DOE^MARY|MTH|||||||||4444^^^H")
    let outcome = try #require(try Self.outcomes(text, redact: "relatives").first)
    #expect(outcome.text.contains("77 and 4444") && outcome.text.contains("[withheld]^^^H"))
  }

  @Test func `no name is none`() throws {
    #expect(
      try Self.redacted("status unknown mother", besides: ["NK1|1|MOTHER^UNKNOWN|MTH"])
        == "status unknown mother")
  }

  // MARK: The patient's own

  @Test func `the patient's own name, address and telephone are never redacted`() throws {
    let pid = HL7.segment(
      "PID",
      [1: "1", 3: "4711^^^HOSP^MR", 5: "ROE^JANE", 7: "19700105", 11: "12 ELM ST^^SALEM", 13: "503-555-0161"])
    let note = "OBX|1|TX|1^N^L||Jane Roe, Ms. Roe, of 12 Elm St, 503-555-0161; Mary Roe called"
    let text = Self.message(note, "NK1|1|ROE^MARY|MTH|12 ELM ST^^SALEM|503-555-0161", pid: pid)
    let outcome = try #require(try Self.outcomes(text, redact: "relatives").first)
    #expect(
      outcome.text.contains("Jane Roe, Ms. Roe, of 12 Elm St, 503-555-0161; [withheld] called"))
    #expect(outcome.text.contains("NK1|1|[withheld]^[withheld]|MTH|[withheld]^^[withheld]|[withheld]"))
    #expect(outcome.text.contains(pid))
    let facts = try #require(outcome.facts)
    #expect(outcome.plan.telling.found(in: facts).isEmpty)
  }

  @Test func `a name within the patient's longer one is the patient's`() throws {
    let pid = "PID|1||4711^^^HOSP^MR||ROE^JANE^ANN||19700105"
    let text = Self.message("OBX|1|TX|1^N^L||Jane Ann Roe", "NK1|1|ROE^ANN|MTH", pid: pid)
    let outcome = try #require(try Self.outcomes(text, redact: "relatives").first)
    #expect(outcome.text.contains("Jane Ann Roe") && outcome.text.contains("NK1|1|[withheld]^[withheld]|MTH"))
    #expect((outcome.plan.telling.summary[.patientsOwn] ?? 0) > 0)
  }

  @Test func `a name that the request knows for the patient's is theirs`() throws {
    let text = Self.message("OBX|1|TX|1^N^L||formerly Kowalczyk", Self.mother)
    let outcome = try #require(
      try Self.outcomes(text, redact: "relatives") { sample in
        sample.request.patient?.otherNames = [PersonName(family: "Kowalczyk", given: ["Jane"])]
      }.first)
    #expect(outcome.text.contains("formerly Kowalczyk"))
  }

  @Test func `a guarantor who is the patient is not redacted, a father of the same name is`() throws {
    let own = Self.message(HL7.segment("GT1", [1: "1", 3: "ROE^JANE", 5: "1 OAK AVE"]))
    #expect(try Self.outcomes(own, redact: "guarantors").first?.text == own)
    let father = Self.message("OBX|1|TX|1^N^L||Jane Roe", "NK1|1|ROE^JANE^^SR|MTH")
    let outcome = try #require(try Self.outcomes(father, redact: "relatives").first)
    #expect(outcome.text.contains("||Jane Roe") && outcome.text.contains("NK1|1|[withheld]^[withheld]"))
  }

  @Test func `a doctor who stays keeps a family name that a relative has too`() throws {
    let doctor = "PV1|1|O|C^1||||1234567^KOWALCZYK^IDA"
    #expect(
      try Self.redacted("Dr. Kowalczyk saw Mary Kowalczyk", besides: [Self.mother, doctor])
        == "Dr. Kowalczyk saw \(Self.w)")
  }

  @Test func `the house's own name is no employer`() throws {
    let text = Self.message(
      "OBX|1|TX|1^N^L||at Alder Falls Hospital",
      HL7.segment("NK1", [2: "DOE^MARY", 13: "ALDER FALLS HOSPITAL"]))
    let outcome = try #require(
      try Self.outcomes(text, redact: "relatives") { $0.site.name = "Alder Falls Hospital" }.first)
    #expect(outcome.text.contains("at Alder Falls Hospital"))
  }

  // MARK: Other kinds

  @Test func `guarantors, providers and informants are kinds of their own`() throws {
    let text = Self.message(
      "PV1|1|O|C^1||||1234567^HALLORAN^IDA",
      "OBX|1|TX|1^N^L||Ida Halloran, Mary Kowalczyk, Piotr Nowakowski, 1234567",
      Self.mother, HL7.segment("GT1", [3: "NOWAKOWSKI^PIOTR"]))
    func note(_ kinds: String) throws -> String? {
      try Self.outcomes(text, redact: kinds).first?.text.split(separator: "\r").first { $0.hasPrefix("OBX") }
        .map {
          String($0.dropFirst(16))
        }
    }
    let w = Self.w
    #expect(try note("providers") == "\(w), Mary Kowalczyk, Piotr Nowakowski, \(w)")
    #expect(try note("guarantors") == "Ida Halloran, Mary Kowalczyk, \(w), 1234567")
    #expect(try note("relatives, guarantors, providers") == "\(w), \(w), \(w), \(w)")
    #expect(try note("providers, guarantors, relatives") == "\(w), \(w), \(w), \(w)")
  }

  @Test func `another patient is no kind: the record is held`() throws {
    let set = try ShippedCategories.set()
    guard
      case .refused = PipelineReader.read(
        Array(
          "name: a\ntitle: \"A\"\nversion: 1\ntakes: {bases: [access]}\nwithhold: []\nredact: [patients]\n"
            .utf8),
        name: "a.yaml", categories: set.names)
    else {
      Issue.record("it was taken")
      return
    }
  }

  // MARK: The leak check

  static let leaks: [(TellingKind, String)] = [
    (.familyName, "mary kowalczyk"), (.familyName, "Kowalczyk, M\u{E1}ry"), (.familyName, "KOWALCZYK"),
    (.contact, "503 555 0161"), (.contact, "12 Elm St"), (.identifier, "778812"), (.contact, "acme works"),
  ]
  @Test(arguments: leaks) func `what names somebody is found in a release:`(
    _ kind: TellingKind, _ text: String
  ) throws {
    let outcome = try #require(try Self.outcomes(Self.message(Self.mother), redact: "relatives").first)
    #expect(outcome.plan.telling.found(in: FactsBuilder.text(text)).map(\.kind).contains(kind))
    #expect(outcome.plan.telling.found(inText: Array(text.utf8)) > 0)
    #expect(outcome.plan.telling.found(in: outcome.before).isEmpty == false)
  }

  @Test func `a name over the border of two lines is found in a release`() throws {
    let outcome = try #require(try Self.outcomes(Self.message(Self.mother), redact: "relatives").first)
    var left = FactsBuilder(.hl7v2)
    left.unit(.segment, "came with Mary")
    left.unit(.segment, "Kowal-")
    left.unit(.segment, "czyk today")
    #expect(outcome.plan.telling.found(in: left.facts).map(\.kind).contains(.familyName))
  }
}

enum HL7 {
  /// A segment of these fields, by their numbers.
  static func segment(_ id: String, _ fields: [Int: String]) -> String {
    id + (1...(fields.keys.max() ?? 1)).map { "|" + (fields[$0] ?? "") }.joined()
  }
}
