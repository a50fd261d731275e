import Policy
import Records
import Testing
import Values

@Suite("properties of every cut, over generated records of each format")
struct RecordPropertyTests {
  typealias Generator = WithholdingPropertyTests.Generator

  /// A record in parts that stand in lines of their own, each with what it says.
  struct Made: Sendable {
    var text: String
    var lines: [String] { text.split { $0 == "\n" || $0 == "\r" }.map(String.init) }
  }
  enum Format: String, CaseIterable, Sendable { case text, hl7v2, ndjson, bundle, cda }

  /// Words and codes, sensitive and not; the planner does not see which are which.
  static let said = [
    ("I10", "essential hypertension"), ("B20", "human immunodeficiency virus disease"),
    ("E11.9", "type 2 diabetes"),
    ("F11.20", "opioid dependence"), ("F32.9", "major depressive disorder"), ("J45.9", "asthma, seen in ED"),
    ("M79.6", "pain of his right HAND"), ("Z00.0", "SSN 219-09-9999 on file"), ("N18.3", "NA 140, K 4.1"),
    ("A56.0", "chlamydial infection"), ("R05", "cough, takes Bik-tarvy"),
  ]

  static func make(_ format: Format, _ seed: UInt64) -> Made {
    var random = Generator(state: seed &* 31 &+ 5)
    let parts = (0..<(2 + random.next(8))).map { _ in said[random.next(said.count)] }
    switch format {
    case .text:
      return Made(
        text: "Patient: Roe, Jane\nDOB: 1970-01-05\n\n" + parts.map { "\($0.1), said on rounds\n\n" }.joined()
      )
    case .hl7v2:
      let groups = parts.map { code, words in
        ["OBR||||\(code)^\(words)^I10", "OBX||TX|1^Note^L||\(words)", "NTE|||as \(words)"]
      }
      let head = [
        #"MSH|^~\&|LAB|G|||20260301||ORU^R01|42|P|2.5.1"#, "PID|1||4711^^^HOSP^MR||ROE^JANE||19700105",
      ]
      return Made(text: (head + groups.flatMap(\.self)).map { $0 + "\r" }.joined())
    case .ndjson, .bundle:
      let lines = parts.enumerated().map { index, said in
        #"{"resourceType":"Condition","id":"c\#(index)","code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"\#(said.0)"}],"text":"\#(said.1)"},"subject":{"reference":"Patient/p"}}"#
      }
      let patient = #"{"resourceType":"Patient","id":"p","name":[{"family":"Roe","given":["Jane"]}]}"#
      guard format == .bundle else { return Made(text: ([patient] + lines).joined(separator: "\n") + "\n") }
      let entries = ([patient] + lines).map { #"{"resource":\#($0)}"# }
      return Made(
        text: #"{"resourceType":"Bundle","type":"collection","entry":[\#(entries.joined(separator: ",\n"))]}"#
      )
    case .cda:
      let rows = parts.map { "<tr><td>\($0.1)</td><td>\($0.0)</td></tr>" }.joined(separator: "\n")
      return Made(
        text: """
          <ClinicalDocument xmlns="urn:hl7-org:v3"><code code="34133-9" codeSystem="2.16.840.1.113883.6.1"/>
          <recordTarget><patientRole><id root="1.2.3" extension="4711"/></patientRole></recordTarget>
          <component><structuredBody><component><section>
          <code code="11450-4" codeSystem="2.16.840.1.113883.6.1"/><title>Problems</title>
          <text><table><tbody>
          \(rows)
          </tbody></table></text></section></component></structuredBody></component></ClinicalDocument>
          """)
    }
  }

  static func plan(_ facts: RecordFacts, _ withheld: [String], redacts: Bool = true) throws -> WithholdingPlan
  {
    try SampleCase(facts).with {
      $0.pipeline = "withhold: [\(withheld.joined(separator: ", "))]\(redacts ? "\nredact: [ssn]" : "")"
    }.plan()
  }

  /// What is left of a record; nil when nothing is.
  static func cut(_ bytes: [UInt8], _ withheld: [String], redacts: Bool = true) throws -> [UInt8]? {
    let record = try RecordReader.read(bytes, number: 1, limits: .standard)
    let plan = try plan(record.facts, withheld, redacts: redacts)
    let own = try #require(plan.record(1))
    guard !own.isWithheldWhole else { return nil }
    let (edited, facts) = try RecordReader.cut(record, own.cut, number: 1, limits: .standard)
    if let facts {
      #expect(plan.telling.found(in: facts).isEmpty && plan.remaining(in: facts, record: 1).isEmpty)
    }
    return edited.isEmpty ? nil : edited.bytes
  }

  static let cases = Format.allCases.flatMap { format in (0..<25 as Range<UInt64>).map { (format, $0) } }

  @Test(arguments: cases) func `redacting twice changes nothing more`(_ format: Format, _ seed: UInt64) throws
  {
    let names = ["HIV", "SUD", "MH", "STD"]
    guard let once = try Self.cut(Array(Self.make(format, seed).text.utf8), names) else { return }
    #expect(try Self.cut(once, names) == once)
  }

  @Test(arguments: cases) func `a rule more never releases more`(_ format: Format, _ seed: UInt64) throws {
    var random = Generator(state: seed)
    let bytes = Array(Self.make(format, seed).text.utf8)
    let some = ["HIV", "SUD", "MH", "STD"].filter { _ in random.next(2) == 0 }
    let few = try Self.cut(bytes, some.isEmpty ? ["SCA"] : some, redacts: false)
    let more = try Self.cut(bytes, some + ["SCA", "HIV"], redacts: true)
    let before = Self.words(few)
    let grown = Self.words(more).filter { $0.value > before[$0.key, default: 0] }.keys.sorted()
    #expect(grown.isEmpty, "\(grown)")
  }

  /// How often each word of what was said stands in a record; what a format writes around it is its own.
  static func words(_ bytes: [UInt8]?) -> [String: Int] {
    let own = Set(said.flatMap { split($0.0) + split($0.1) }.filter { $0.count > 1 })
    var counts: [String: Int] = [:]
    for word in split(String(decoding: bytes ?? [], as: UTF8.self)) where own.contains(word) {
      counts[word, default: 0] += 1
    }
    return counts
  }
  private static func split(_ text: String) -> [String] {
    text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
  }

  @Test(arguments: cases.filter { $0.0 != .cda && $0.0 != .bundle })
  func `every line that is left is a line that was there, in its order, but for marks`(
    _ format: Format, _ seed: UInt64
  ) throws {
    let made = Self.make(format, seed)
    guard let left = try Self.cut(Array(made.text.utf8), ["HIV", "SUD", "MH", "STD"]) else { return }
    var rest = made.lines[...]
    for line in Made(text: String(decoding: left, as: UTF8.self)).lines {
      let pieces = line.replacing("[withheld]", with: "\u{1}").split(separator: "\u{1}").map(String.init)
      guard let at = rest.firstIndex(where: { old in pieces.allSatisfy { old.contains($0) } }) else {
        Issue.record("a line of \(format) was not there")
        return
      }
      if pieces.count == 1 { #expect(rest[at] == line) }
      rest = rest[(at + 1)...]
    }
  }

  @Test(arguments: cases) func `where nothing is to be withheld the bytes are the same`(
    _ format: Format, _ seed: UInt64
  ) throws {
    let made = Self.make(format, seed)
    // Part 2's material is withheld by every pipeline (42 CFR 2.12).
    guard !made.text.contains("opioid") else { return }
    let bytes = Array(made.text.utf8)
    #expect(try Self.cut(bytes, ["SCA"], redacts: false) == bytes)
  }
}
