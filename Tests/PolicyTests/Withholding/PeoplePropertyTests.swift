import Policy
import Records
import Testing
import Values

@Suite("properties of every redaction of people, over generated records of each format")
struct PeoplePropertyTests {
  typealias Generator = WithholdingPropertyTests.Generator

  struct Person: Sendable {
    var given: String
    var family: String
    var phone: String
    var number: String
  }
  enum Format: String, CaseIterable, Sendable { case hl7v2, fhirJSON, ndjson, cda }

  static let patient = Person(given: "Jane", family: "Roe", phone: "503-555-0100", number: "471100")

  /// Relatives and guarantors; one has the patient's family name, one an ordinary one.
  static func people(_ random: inout Generator) -> [Person] {
    let names = [
      ("Mary", "Kowalczyk"), ("Ann-Sophie", "van der Leyden"), ("John", "Roe"), ("May", "Young"),
      ("Siobhán", "O'Halloran"), ("José", "Núñez-García"), ("Bo", "Li"),
    ]
    var rest = names
    return (0..<(1 + random.next(3))).map { index in
      let (given, family) = rest.remove(at: random.next(rest.count))
      return Person(
        given: given, family: family, phone: "503-555-0\(201 + index)",
        number: "88\(1000 + random.next(9000))")
    }
  }

  /// Sentences that name somebody, in one of the ways in which a note does.
  static func sentence(_ person: Person, _ random: inout Generator) -> String {
    switch random.next(7) {
    case 0: "seen with \(person.given) \(person.family) today"
    case 1: "\(person.family), \(person.given): called"
    case 2: "\(person.given.uppercased()) \(person.family.uppercased()) signed"
    case 3: "call \(person.phone.replacing("-", with: ".")) first"
    case 4: "call \(person.phone.replacing("-", with: "")) first"
    case 5: "number \(person.number) on file"
    default: "\(person.given)\n\(person.family) left"
    }
  }

  struct Made: Sendable {
    var text: String
    var people: [Person]
    var notes: [String]
  }

  static func make(_ format: Format, _ seed: UInt64) -> Made {
    var random = Generator(state: seed &* 53 &+ 11)
    let people = people(&random)
    var notes = (0..<(2 + random.next(5))).map { _ in
      random.next(3) == 0 ? "no pain, sleeps well" : sentence(people[random.next(people.count)], &random)
    }
    notes.append("Jane Roe, 503-555-0100, feels well")
    let text =
      switch format {
      case .hl7v2: hl7(people, notes)
      case .fhirJSON: fhir(people, notes, lines: false)
      case .ndjson: fhir(people, notes, lines: true)
      case .cda: cda(people, notes)
      }
    return Made(text: text, people: people, notes: notes)
  }

  private static func hl7(_ people: [Person], _ notes: [String]) -> String {
    let kin = people.enumerated().map { index, one in
      index == 1
        ? HL7.segment("GT1", [1: "1", 2: "\(one.number)^^^H", 3: "\(one.family)^\(one.given)", 6: one.phone])
        : HL7.segment(
          "NK1", [1: "1", 2: "\(one.family)^\(one.given)", 3: "MTH", 5: one.phone, 33: one.number])
    }
    let results = notes.enumerated().map { "OBX|\($0 + 1)|TX|1^N^L||\($1.replacing("\n", with: #"\.br\"#))" }
    let head = [
      #"MSH|^~\&|LAB|G|||20260301||ORU^R01|42|P|2.5.1|||||UNICODE UTF-8"#,
      "PID|1||471100^^^HOSP^MR||Roe^Jane||19700105|||||503-555-0100",
    ]
    return (head + kin + results).map { $0 + "\r" }.joined()
  }

  private static func fhir(_ people: [Person], _ notes: [String], lines: Bool) -> String {
    func quoted(_ text: String) -> String { text.replacing("\n", with: "\\n") }
    var all = [
      #"{"resourceType":"Patient","id":"p","name":[{"family":"Roe","given":["Jane"]}],"birthDate":"1970-01-05","telecom":[{"value":"503-555-0100"}]}"#
    ]
    for (index, one) in people.enumerated() {
      all.append(
        #"{"resourceType":"RelatedPerson","id":"r\#(index)","patient":{"reference":"Patient/p"},"name":[{"family":"\#(one.family)","given":["\#(one.given)"]}],"telecom":[{"value":"\#(one.phone)"}],"identifier":[{"value":"\#(one.number)"}]}"#
      )
    }
    for (index, note) in notes.enumerated() {
      all.append(
        #"{"resourceType":"Observation","id":"o\#(index)","status":"final","code":{"text":"note"},"subject":{"reference":"Patient/p"},"note":[{"text":"\#(quoted(note))"}]}"#
      )
    }
    if lines { return all.map { $0 + "\n" }.joined() }
    let entries = all.map { #"{"resource":\#($0)}"# }.joined(separator: ",\n")
    return #"{"resourceType":"Bundle","type":"collection","entry":[\#(entries)]}"#
  }

  private static func cda(_ people: [Person], _ notes: [String]) -> String {
    let kin = people.map { one in
      "<participant typeCode=\"IND\"><associatedEntity classCode=\"NOK\"><id root=\"1.2.3\" extension=\"\(one.number)\"/><telecom value=\"tel:\(one.phone)\"/><associatedPerson><name><given>\(one.given)</given><family>\(one.family)</family></name></associatedPerson></associatedEntity></participant>"
    }
    return """
      <ClinicalDocument xmlns="urn:hl7-org:v3"><code code="34133-9" codeSystem="2.16.840.1.113883.6.1"/>
      <recordTarget><patientRole><id root="1.2.3" extension="471100"/><telecom value="tel:503-555-0100"/><patient><name><given>Jane</given><family>Roe</family></name></patient></patientRole></recordTarget>
      \(kin.joined(separator: "\n"))
      <component><structuredBody><component><section><code code="8648-8" codeSystem="2.16.840.1.113883.6.1"/>
      <text>
      \(notes.map { "<paragraph>\($0)</paragraph>" }.joined(separator: "\n"))
      </text></section></component></structuredBody></component></ClinicalDocument>
      """
  }

  static func cut(_ bytes: [UInt8], _ kinds: [String]) throws -> [UInt8] {
    let record = try RecordReader.read(bytes, number: 1, limits: .standard)
    let plan = try SampleCase(record.facts).with {
      $0.pipeline = "withhold: [SCA]\nredact: [\(kinds.joined(separator: ", "))]"
    }.plan()
    let own = try #require(plan.record(1))
    let (edited, facts) = try RecordReader.cut(record, own.cut, number: 1, limits: .standard)
    if let facts {
      #expect(plan.telling.found(in: facts).isEmpty)
      #expect(plan.telling.found(inBytes: edited.bytes) == 0)
    }
    return edited.bytes
  }

  /// Letters and digits only, small and without accents: a search that knows nothing of words.
  static func squeezed(_ text: String) -> String {
    let plain = ["á": "a", "é": "e", "ú": "u", "ñ": "n", "í": "i"]
    return text.lowercased().map { plain[String($0)] ?? String($0) }.joined().filter {
      $0.isLetter || $0.isNumber
    }
  }

  static let kinds = ["relatives", "guarantors", "informants", "providers", "ssn"]
  static let cases = Format.allCases.flatMap { format in (0..<20 as Range<UInt64>).map { (format, $0) } }

  @Test(arguments: cases) func `nobody who was to go is found in the result by any search`(
    _ format: Format, _ seed: UInt64
  ) throws {
    let made = Self.make(format, seed)
    let left = Self.squeezed(
      String(decoding: try Self.cut(Array(made.text.utf8), Self.kinds), as: UTF8.self))
    for person in made.people {
      let values = [
        person.given + person.family, person.family + person.given, person.phone, person.number,
      ].map(Self.squeezed)
      for value in values { #expect(!left.contains(value), "\(format): \(value)") }
    }
    #expect(left.contains("janeroe5035550100feelswell"))
  }

  @Test(arguments: cases) func `redacting twice changes nothing more`(_ format: Format, _ seed: UInt64) throws
  {
    let once = try Self.cut(Array(Self.make(format, seed).text.utf8), Self.kinds)
    #expect(try Self.cut(once, Self.kinds) == once)
  }

  @Test(arguments: cases) func `the order of kinds does not matter`(_ format: Format, _ seed: UInt64) throws {
    let bytes = Array(Self.make(format, seed).text.utf8)
    #expect(try Self.cut(bytes, Self.kinds) == Self.cut(bytes, Self.kinds.reversed()))
  }

  @Test(arguments: cases) func `a kind more never releases more`(_ format: Format, _ seed: UInt64) throws {
    var random = Generator(state: seed)
    let bytes = Array(Self.make(format, seed).text.utf8)
    let some = Self.kinds.filter { _ in random.next(2) == 0 }
    let few = Self.words(try Self.cut(bytes, some))
    let more = Self.words(try Self.cut(bytes, some + [Self.kinds[random.next(Self.kinds.count)]]))
    let grown = more.filter { $0.value > few[$0.key, default: 0] && !Self.written.contains($0.key) }
    #expect(grown.isEmpty, "\(grown.keys.sorted())")
  }

  /// What masking itself writes.
  private static let written: Set<String> = [
    "withheld", "nullFlavor", "MSK", "extension", "url", "http", "hl7", "org", "fhir", "StructureDefinition",
    "data",
    "absent", "reason", "valueCode", "masked", "_family", "family", "_value", "value", "xml", "version", "1",
    "0",
    "encoding", "UTF", "8", "_birthDate", "meta", "security", "system", "terminology", "CodeSystem", "v3",
    "code",
    "ObservationValue", "REDACTED",
  ]
  private static func words(_ bytes: [UInt8]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for word in String(decoding: bytes, as: UTF8.self).split(whereSeparator: {
      !$0.isLetter && !$0.isNumber && $0 != "_"
    }) {
      counts[String(word), default: 0] += 1
    }
    return counts
  }

  @Test(arguments: cases) func `where a pipeline redacts nobody who is there the bytes are the same`(
    _ format: Format, _ seed: UInt64
  ) throws {
    let bytes = Array(Self.make(format, seed).text.utf8)
    #expect(try Self.cut(bytes, ["informants", "providers", "ssn"]) == bytes)
  }

  @Test(arguments: cases.filter { $0.0 == .hl7v2 || $0.0 == .ndjson })
  func `every line is the line that was there, but for what is masked in it`(
    _ format: Format, _ seed: UInt64
  ) throws {
    let made = Self.make(format, seed)
    let left = String(decoding: try Self.cut(Array(made.text.utf8), Self.kinds), as: UTF8.self)
    func lines(_ text: String) -> [String] {
      text.split(whereSeparator: { $0 == "\r" || $0 == "\n" }).map(String.init)
    }
    let (before, after) = (lines(made.text), lines(left))
    #expect(before.count == after.count)
    let masked =
      #"{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]}"#
    for (old, new) in zip(before, after) where old != new {
      let pieces = new.replacing(masked, with: "[withheld]").replacing(#""_"#, with: "\"")
        .split(separator: "[withheld]").map(String.init)
      var rest = old[...]
      for piece in pieces {
        guard let at = rest.range(of: piece) else {
          Issue.record("\(format): a line has what was not there")
          break
        }
        rest = rest[at.upperBound...]
      }
    }
  }
}

extension Substring {
  fileprivate func range(of part: String) -> Range<Index>? {
    var start = startIndex
    while start <= endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      if start == endIndex { return nil }
      start = index(after: start)
    }
    return nil
  }
}
