import Bundles
import Configuration
import Hashing
import Policy
import Requests
import Stages
import Testing
import Values
import chartgate

@Suite("pipeline test: a packet through real stages, laid beside what is expected")
struct PipelineTestJudgeTests {
  static let note = """
    Example Hospital
    PROGRESS NOTE
    Patient: Roe, Jane
    Date of birth: 1971-06-09
    MRN: 204417
    Date of service: 2026-01-14

    Seen for knee pain after a fall.

    """
  static let pipeline = """
    name: care
    title: Care
    version: 1
    takes: {bases: [treatment]}
    withhold: [HIV]
    verdicts: {house.recipient-new: note}

    """
  static let category = """
    category: HIV
    version: 1
    title: HIV
    label: {system: "http://terminology.hl7.org/CodeSystem/v3-ActCode", code: HIV}
    default: withhold
    confidentiality: R
    releasedBy: [HIV]

    """

  static func house() throws -> House {
    let policies = ShippedPolicies(
      folder: "/", pipelines: [.init(name: "care.yaml", bytes: Array(pipeline.utf8))],
      categories: [
        .init(name: "hiv.yaml", bytes: Array(category.utf8)),
        .init(name: "sources.yaml", bytes: Array("version: 1\nsources: []\n".utf8)),
      ])
    let (house, problems) = ExampleHouse.of(policies)
    #expect(problems.map(\.description) == [])
    return try #require(house)
  }

  /// What becomes of the note for a clinic, on a test's terms.
  static func failures(_ expect: String) throws -> [String] {
    let house = try house()
    let day = try #require(Day("2026-03-02"))
    let clock = try #require(SiteClock(timeZone: house.site.timeZone, fixedDay: day))
    let moment = clock.moment(at: Instant(milliseconds: 0))
    let bytes = Array(note.utf8)
    var wishes = PacketWishes(day: day, received: moment.instant)
    (wishes.basis, wishes.isSample) = (.treatment, true)
    (wishes.site, wishes.recipients) = (house.site, house.recipients)
    let facts = PacketDraftTests.facts("Roe", born: "1971-06-09", mrn: "204417")
    let draft = try PacketDraft(
      [.init(path: "note.txt", byteCount: bytes.count, digest: .sha256(bytes), facts: facts)], wishes)
    var request = draft.request
    request.patient?.identifiers = [Identifier(system: nil, value: "204417")]
    let files = [("note.txt", bytes), ("request.json", RequestWriter.json(request))].map { name, bytes in
      ClaimedPacket.File(path: Array(name.utf8), digest: .sha256(bytes), bytes: MemorySource(bytes))
    }
    let packet = ClaimedPacket(number: 1, fingerprint: .sha256([]), files: files)
    let known = house.facts(at: moment, disclosure: "d00000001-1", source: "main")
    let decision = try Deciding.decide(packet, known, house.policy)
    let explained = try Deciding.explain(packet, known, house.policy)
    let text = "tests:\n  - title: t\n    packet: p\n    day: 2026-03-02\n    expect: \(expect)\n"
    guard case .read(let tests) = PipelineTestReader.read(Array(text.utf8), name: "t.tests.yaml") else {
      Issue.record("the test is not one: \(text)")
      return []
    }
    return PipelineTestJudge.failures(of: try #require(tests.first), decision, explained)
  }

  @Test func `what is as expected passes`() throws {
    #expect(
      try Self.failures(
        "{outcome: released, recipient: lakeside-heart, present: [knee pain], absent: [cocaine]}")
        == [])
  }

  @Test func `another outcome, recipient or text is told`() throws {
    #expect(
      try Self.failures("{outcome: held, rules: [patient.match]}")
        == ["expected held, was released", "no finding of patient.match"])
    #expect(
      try Self.failures(
        "{outcome: released, recipient: patient, present: [elbow], absent: [KNEE PAIN]}") == [
          "expected to leave for patient, would leave for lakeside-heart",
          "\"KNEE PAIN\" is in data/001-record.txt, and should not leave",
          "\"elbow\" is in no file of the bundle, and should leave",
        ])
  }

  @Test func `what should stay behind and leaves is told`() throws {
    #expect(
      try Self.failures(
        "{outcome: released, recipient: lakeside-heart, present: [knee], absent: [zzz], "
          + "wholeRecordsWithheld: [1], withheld: [{record: 1, rules: [auth.scope.records]}]}") == [
          "record 1: nothing is withheld by auth.scope.records",
          "record 1: leaves, and should be withheld whole",
        ])
  }

  @Test func `a run's answer fails when one test does`() {
    let good = PipelineTestAnswer.Run(file: "a.tests.yaml", line: 2, title: "good", failures: [])
    let bad = PipelineTestAnswer.Run(file: "a.tests.yaml", line: 9, title: "bad", failures: ["expected held"])
    #expect(PipelineTestAnswer.of([good]).status == .done)
    let answer = PipelineTestAnswer.of([good, bad])
    #expect(answer.status == .failed)
    #expect(answer.text == "a.tests.yaml:9: bad\n    expected held\n1 passed, 1 failed\n")
  }
}
