import Records
import Testing
import Values

@Suite("FHIR R4 JSON: what is withheld goes with all that shows it")
struct FHIRCutTests {
  static let label =
    #"{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationValue","code":"REDACTED"}"#

  @Test func `an empty cut gives the same bytes`() throws {
    for text in [FHIRSamples.bundle, FHIRSamples.document] { #expect(try FHIRProbe(text).cut().1 == text) }
    #expect(try FHIRProbe(lines: FHIRSamples.lines).cut().1 == FHIRSamples.lines)
  }

  @Test func `an entry goes with one comma, wherever it stands`() throws {
    let text =
      #"{"resourceType":"Bundle","entry":[ {"resource":{"resourceType":"Basic","id":"a"}} ,{"resource":{"resourceType":"Basic","id":"b"}}, {"resource":{"resourceType":"Basic","id":"c"}} ]}"#
    let head = #"{"meta":{"security":[\#(Self.label)]},"resourceType":"Bundle","entry":["#
    func entry(_ id: String) -> String { #"{"resource":{"resourceType":"Basic","id":"\#(id)"}}"# }
    let probe = try FHIRProbe(text)
    #expect(try probe.cut(units: [1]).1 == head + " \(entry("b")), \(entry("c")) ]}")
    #expect(try probe.cut(units: [2]).1 == head + " \(entry("a")), \(entry("c")) ]}")
    #expect(try probe.cut(units: [3]).1 == head + " \(entry("a")) ,\(entry("b")) ]}")
    #expect(try probe.cut(units: [1, 2]).1 == head + " \(entry("c")) ]}")
    #expect(try probe.cut(units: [2, 3]).1 == head + " \(entry("a")) ]}")
    #expect(try probe.cut(units: [1, 3]).1 == head + " \(entry("b")) ]}")
    let all = try probe.cut(units: [1, 2, 3]).0
    #expect(all.isEmpty && all.bytes.isEmpty)
  }

  @Test func `references to a removed resource go, and no word of it stays`() throws {
    let left = try FHIRProbe(FHIRSamples.bundle).withoutResource("c1")
    #expect(!left.contains("only-c1") && !left.contains("Condition/c1"))
    #expect(try FHIRLinks(left).dangling.isEmpty)
    #expect(left.contains(#""reasonReference":[{"reference":"Condition/c2"}]"#))
    #expect(!left.contains(#""diagnosis":[{"condition""#))
  }

  @Test func `a claim loses the diagnosis and the items that count it, and keeps the others`() throws {
    let left = try FHIRProbe(FHIRSamples.bundle).withoutResource("c1")
    #expect(left.contains("only-k1") && !left.contains(#""sequence":1,"diagnosisReference""#))
    #expect(left.contains(#""diagnosis":[{"sequence":2,"#) && !left.contains("diagnosisSequence"))
  }

  @Test func `what is about removed ones only goes, and is told`() throws {
    let probe = try FHIRProbe(FHIRSamples.bundle)
    let (edited, left) = try probe.cut(units: [probe.unit(holding: "\"id\":\"c1\"", .resource)])
    #expect(left.contains("only-v1") && !left.contains("only-v2"))
    let told = edited.alsoWithheld.map { probe.facts.units[$0].place.path?.shown }
    #expect(told == ["/entry/1/text", "/entry/11/diagnosis/0", "/entry/11/item/1", "/entry/13"])
  }

  @Test func `an Observation derived from a removed one goes, and its report retells nothing`() throws {
    let left = try FHIRProbe(FHIRSamples.bundle).withoutResource("o2")
    #expect(!left.contains("only-o2") && !left.contains("only-o3"))
    #expect(!left.contains("presentedForm") && !left.contains("conclusion"))
    #expect(left.contains(#""result":[{"reference":"Observation/o1"}]"#))
  }

  @Test func `a report goes with its last result, and its results go with it`() throws {
    let probe = try FHIRProbe(FHIRSamples.bundle)
    let both: Set<Int?> = [
      probe.unit(holding: "\"id\":\"o1\"", .resource), probe.unit(holding: "\"id\":\"o2\"", .resource),
    ]
    #expect(try !probe.cut(units: both).1.contains("only-d1"))
    let left = try probe.withoutResource("d1")
    #expect(!left.contains("only-o1") && !left.contains("only-o2"))
  }

  @Test func `a prescription goes with its medication, and a medication with its last prescription`() throws {
    let probe = try FHIRProbe(FHIRSamples.bundle)
    #expect(try !probe.withoutResource("md1").contains("only-m2"))
    #expect(try !probe.withoutResource("m2").contains("only-md1"))
    let left = try probe.cut(units: [probe.unit(holding: "only-med", .contained)]).1
    #expect(!left.contains("only-med") && !left.contains("\"m1\"") && left.contains("only-m2"))
  }

  @Test func `with the patient all goes that is about them`() throws {
    let clinic = FHIRSamples.entry(#"{"resourceType":"Organization","id":"g1","name":"Clinic"}"#)
    let left = try FHIRProbe(
      FHIRSamples.bundle.replacing("\"entry\":[", with: "\"entry\":[\(clinic),")
    ).withoutResource("p1")
    #expect(left.contains("\"entry\":[\(clinic)\n]}") && !left.contains("only-"))
  }

  @Test func `a component takes narrative and notes along, decimals and order stay`() throws {
    let probe = try FHIRProbe(FHIRSamples.bundle)
    let (edited, left) = try probe.cut(units: [probe.unit(holding: "component-two", .entry)])
    #expect(!left.contains("component-two") && !left.contains(#"component-one 1.00"#))
    #expect(left.contains(#""component":[ {"code":{"text":"component-one"},"valueQuantity":{"value":1.00,"#))
    #expect(edited.alsoWithheld.map { probe.facts.units[$0].kind } == [.paragraph, .paragraph])
  }

  @Test func `entries that nothing points from keep every byte`() throws {
    let left = try FHIRProbe(FHIRSamples.bundle).withoutResource("c1")
    for resource in [
      FHIRSamples.patient, FHIRSamples.panel, FHIRSamples.result, FHIRSamples.report, FHIRSamples.medication,
    ] { #expect(left.contains(FHIRSamples.entry(resource))) }
  }

  @Test func `the total agrees with the matches that are left`() throws {
    let probe = try FHIRProbe(FHIRSamples.bundle)
    #expect(try probe.withoutResource("c1").contains("\"total\": 12 ,"))
    let included = try FHIRProbe(FHIRSamples.bundle.replacing(#""mode":"match""#, with: #""mode":"include""#))
    #expect(try included.withoutResource("c1").contains("\"total\": 14 ,"))
  }

  @Test func `the whole record is labelled, once, never the place`() throws {
    let first = try FHIRProbe(FHIRSamples.bundle).withoutResource("c1")
    #expect(first.contains(#"{"meta":{"security":[\#(Self.label)]},"resourceType":"Bundle","#))
    #expect(try FHIRProbe(first).cut().1 == first)
    let second = try FHIRProbe(first).withoutResource("o2")
    #expect(second.ranges(of: "REDACTED").count == 1)
  }

  @Test(arguments: [
    (#""meta":{"versionId":"1"}"#, #""meta":{"security":[\#(label)],"versionId":"1"}"#),
    (#""meta":{"security":[]}"#, #""meta":{"security":[\#(label)]}"#),
    (#""meta":{}"#, #""meta":{"security":[\#(label)]}"#),
    (#""meta":{"security":[{"code":"R"}]}"#, #""meta":{"security":[\#(label),{"code":"R"}]}"#),
  ])
  func `the label joins what meta says`(before: String, after: String) throws {
    let probe = try FHIRProbe(#"{"resourceType":"Basic",\#(before),"text":{"div":"<div>x</div>"}}"#)
    let left = try probe.cut(units: [probe.unit(holding: "div", .paragraph)]).1
    #expect(left == #"{"resourceType":"Basic",\#(after)}"#)
  }

  @Test func `a section goes with the entries that only it has, a document with its Composition`() throws {
    let probe = try FHIRProbe(FHIRSamples.document)
    let left = try probe.cut(units: [probe.unit(holding: "11450-4", .section)]).1
    #expect(!left.contains("only-c1") && !left.contains("Problems") && left.contains("Plans"))
    #expect(!left.contains("all of it"))
    #expect(try probe.cut(units: [probe.unit(holding: "\"x1\"", .resource)]).0.isEmpty)
  }

  @Test func `a section's text goes with one of its entries, the section with the last`() throws {
    let probe = try FHIRProbe(FHIRSamples.document)
    let first = probe.unit(holding: #""text":"only-c1""#, .resource)
    let left = try probe.cut(units: [first]).1
    #expect(!left.contains("only-c1") && left.contains("Problems") && left.contains(">rest<"))
    let second = probe.unit(holding: #""text":"only-c2""#, .resource)
    #expect(try !probe.cut(units: [first, second]).1.contains("Problems"))
  }

  @Test func `an attachment takes along what is nothing without it`() throws {
    let probe = try FHIRProbe(
      #"{"resourceType":"Bundle","signature":{"data":"AAAA"},"entry":[{"resource":{"resourceType":"DocumentReference","id":"r","content":[{"attachment":{"url":"Binary/b"}}]}},{"resource":{"resourceType":"Binary","id":"b","data":"aGVsbG8gd29ybGQ="}},{"resource":{"resourceType":"Basic","id":"z"}}]}"#
    )
    for words in ["aGVsbG8", "Binary/b"] {
      let left = try probe.cut(units: [probe.unit(holding: words)]).1
      #expect(!left.contains("Binary") && !left.contains("DocumentReference") && left.contains("\"z\""))
      #expect(!left.contains("signature"))
    }
  }

  @Test func `an extension of one value among several leaves the others with their own`() throws {
    let extra = #"{"extension":[{"url":"http://x","valueString":"a"}]}"#
    func patient(_ first: String) -> String {
      #""given":["Jane","Q"],"_given":[\#(first) ,{"id":"2"}]}]}"#
    }
    let probe = try FHIRProbe(#"{"resourceType":"Patient","name":[{\#(patient(extra))"#)
    #expect(try probe.cut(units: [probe.unit(holding: "http://x", .entry)]).1.hasSuffix(patient("null")))
  }

  @Test func `logical and conditional references to a removed resource go`() throws {
    let probe = try FHIRProbe(
      #"{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Condition","id":"c","identifier":[{"system":"s","value":"n1"}]}},{"resource":{"resourceType":"Encounter","reasonReference":[{"identifier":{"system":"s","value":"n1"}},{"identifier":{"system":"s","value":"n2"}},{"reference":"Condition?identifier=n1"}]}}]}"#
    )
    let left = try probe.cut(units: [1]).1
    #expect(!left.contains("n1") && left.contains("n2"))
  }

  @Test func `a single resource that is cut leaves nothing`() throws {
    let probe = try FHIRProbe(FHIRSamples.panel)
    #expect(try probe.cut(units: [1]).0.isEmpty)
    #expect(try probe.cut(units: [0]).0.isEmpty)
  }

  @Test func `a unit or text that is not there is not cut`() throws {
    let probe = try FHIRProbe(FHIRSamples.panel)
    #expect(throws: PacketError.self) { try probe.cut(units: [99]) }
    #expect(throws: PacketError.self) { try probe.cut(redact: [0..<100_000]) }
  }

  @Test func `lines go whole, with references in other lines, and no line is labelled`() throws {
    let probe = try FHIRProbe(lines: FHIRSamples.lines)
    let left = try probe.cut(units: [2]).1
    let rows = FHIRSamples.lines.split(separator: "\r\n")
    #expect(
      left == "\(rows[0])\r\n" + rows[2].replacing(#","focus":[{"reference":"Condition/c1"}]"#, with: "")
        + "\r\n\(rows[3])")
    #expect(try probe.cut(units: [1, 2, 3, 4]).0.isEmpty)
  }

  @Test(arguments: 0..<60) func `after any cut it parses, points nowhere, and is otherwise the same`(
    seed: UInt64
  ) throws {
    var random = FHIRSeededNumbers(seed: seed)
    let text = seed % 3 == 0 ? FHIRSamples.document : FHIRSamples.bundle
    let probe = try FHIRProbe(text.replacing("\"total\": 14 ,", with: ""))
    let units = Set((0...random.below(4)).map { _ in 1 + random.below(probe.facts.units.count - 1) })
    let (edited, left) = try probe.cut(units: Set(units.map { $0 }))
    guard !edited.isEmpty else { return }
    #expect(try FHIRLinks(left).dangling.isEmpty)
    let again = try FHIRProbe(left)
    #expect(again.facts.findings.isEmpty)
    #expect(try again.cut().1 == left)
    // What is left stands in the same order in the original, but for the label.
    let label = #""meta":{"security":[\#(Self.label)]},"#
    var at = probe.text.utf8.makeIterator()
    let stays = left.replacing(label, with: "").utf8.allSatisfy { byte in
      while let next = at.next() { if next == byte { return true } }
      return false
    }
    #expect(stays)
    let words = probe.facts.units.indices.filter { units.contains($0) || edited.alsoWithheld.contains($0) }
      .flatMap { unit in probe.facts.runs.filter { $0.unit == unit } }
      .map { String(decoding: probe.facts.arena[$0.range], as: UTF8.self) }
      .filter { $0.hasPrefix("only-") }
    for word in words { #expect(!left.contains(word)) }
  }
}
