import Policy
import Requests
import Testing
import Values
import YAML

struct PipelineReaderTests {
  static let good = """
    name: p
    title: P
    version: 3
    takes:
      bases: [payment]
      requesters: [payer]
      purposes: [HPAYMT]
    match: standard
    documentTypes: [34133-9]
    resourceTypes: [Patient]
    withhold: [HIV]
    redact: [ssn]
    verdicts:
      house.recipient-new: note

    """

  static func problems(_ text: String) -> [String] {
    switch PipelineReader.read(Array(text.utf8), name: "p.yaml", categories: ["HIV", "SUD"]) {
    case .read: []
    case .refused(let problems): problems.map(\.description)
    }
  }

  @Test func `a good pipeline is read as it stands`() throws {
    guard
      case .read(let pipeline) = PipelineReader.read(
        Array(Self.good.utf8), name: "p.yaml", categories: ["HIV"])
    else {
      Issue.record("refused: \(Self.problems(Self.good))")
      return
    }
    #expect(pipeline.version == 3 && pipeline.bases == [.payment] && pipeline.requesters == [.payer])
    #expect(pipeline.match == .standard && pipeline.documentTypes == ["34133-9"])
    #expect(pipeline.categories == ["HIV"] && pipeline.verdicts == ["house.recipient-new": .note])
  }

  @Test func `a pipeline that does not say how sure matches strictly`() {
    let text = Self.good.replacing("match: standard\n", with: "")
    guard
      case .read(let pipeline) = PipelineReader.read(Array(text.utf8), name: "p.yaml", categories: ["HIV"])
    else {
      Issue.record("refused")
      return
    }
    #expect(pipeline.match == .strict)
  }

  @Test(arguments: [
    ("version: 3", "versoin: 3", "p.yaml:3:1: unknown key \"versoin\"; did you mean \"version\"?"),
    (
      "[payment]", "[paymnt]", "p.yaml:5:10: unknown value \"paymnt\" of \"bases\"; did you mean \"payment\"?"
    ),
    ("[payment]", "[]", "p.yaml:5:3: \"bases\" must name at least one basis"),
    ("[payer]", "[]", "p.yaml:6:15: \"requesters\" is empty: leave it out to take any"),
    ("[HPAYMT]", "[TREAT, HPAMT]", "p.yaml:7:21: unknown purpose \"HPAMT\"; did you mean \"HPAYMT\"?"),
    (
      "match: standard", "match: lax",
      "p.yaml:8:8: unknown value \"lax\" of \"match\"; known are: standard, strict"
    ),
    ("[34133-9]", "[18842-5, 34133]", "p.yaml:9:26: \"34133\" is not a LOINC number, such as 34133-9"),
    ("[HIV]", "[SUD, HVI]", "p.yaml:11:17: unknown category \"HVI\"; did you mean \"HIV\"?"),
    ("[ssn]", "[sssn]", "p.yaml:12:10: unknown identifier \"sssn\"; did you mean \"ssn\"?"),
    (
      "house.recipient-new: note", "house.recipient-now: note",
      "p.yaml:14:24: unknown rule \"house.recipient-now\"; did you mean \"house.recipient-new\"?"
    ),
    (
      "house.recipient-new: note", "patient.match: note",
      "p.yaml:14:18: \"patient.match\" may not be lowered below hold"
    ),
    (
      "house.recipient-new: note", "auth.defect.expired: hold",
      "p.yaml:14:24: \"auth.defect.expired\" may not be lowered below reject"
    ),
    (
      "withhold: [HIV]\n", "",
      "p.yaml:1:1: the key \"withhold\" is missing; nothing leaves because a key is absent"
    ),
    ("title: P\n", "", "p.yaml:1:1: the key \"title\" is missing"),
  ])
  func `one mistake, its place and its remedy:`(_ from: String, _ to: String, _ problem: String) {
    #expect(Self.problems(Self.good.replacing(from, with: to)).contains(problem))
  }

  @Test func `all mistakes are told at once, each once`() {
    let text = Self.good.replacing("[HIV]", with: "[HVI]").replacing("[ssn]", with: "[sn]")
      .replacing("[payment]", with: "[pay]").replacing("title: P", with: "titel: P")
    let problems = Self.problems(text)
    #expect(problems.count == 5 && Set(problems).count == 5, "\(problems)")
  }
}

struct PipelineTestReaderTests {
  static let good = """
    tests:
      - title: an expired form
        packet: ../SampleInbox/r1
        day: 2026-03-02
        expect:
          outcome: rejected
          rules: [auth.defect.expired]
      - title: a release
        packet: ../SampleInbox/r2
        day: 2026-03-02
        expect:
          outcome: released
          recipient: lakeside-heart
          withheld:
            - record: 1
              rules: [cat.hiv]
          wholeRecordsWithheld: [2]
          absent: [abacavir]
          present: [metformin]

    """

  static func problems(_ text: String) -> [String] {
    switch PipelineTestReader.read(Array(text.utf8), name: "p.tests.yaml") {
    case .read: []
    case .refused(let problems): problems.map(\.description)
    }
  }

  @Test func `good tests are read as they stand`() throws {
    guard case .read(let tests) = PipelineTestReader.read(Array(Self.good.utf8), name: "p.tests.yaml") else {
      Issue.record("refused: \(Self.problems(Self.good))")
      return
    }
    #expect(tests.count == 2 && tests[0].outcome == .rejected && tests[0].rules == ["auth.defect.expired"])
    #expect(tests[1].withheld == [PipelineTest.Withheld(record: 1, rules: ["cat.hiv"])])
    #expect(tests[1].wholeRecordsWithheld == [2] && tests[1].recipient == "lakeside-heart")
    #expect(tests[1].absent == ["abacavir"] && tests[1].present == ["metformin"] && tests[1].line == 8)
  }

  @Test(arguments: [
    (
      "outcome: rejected", "outcome: rejeted",
      "unknown value \"rejeted\" of \"outcome\"; did you mean \"rejected\"?"
    ),
    ("      rules: [auth.defect.expired]\n", "", "\"rules\" must name at least one rule that says so"),
    ("[auth.defect.expired]", "[auth.expired]", "unknown rule \"auth.expired\""),
    (
      "      recipient: lakeside-heart\n", "",
      "a release needs its \"recipient\", and in \"present\" what leaves"
    ),
    ("      absent: [abacavir]\n", "", "what is withheld needs in \"absent\" what may not be found"),
    ("absent: [abacavir]", "absent: [\"\"]", "an empty text \"\" is found everywhere"),
    ("day: 2026-03-02", "day: 2026-02-30", "\"day\" must be a day such as 2026-03-02"),
    ("packet: ../SampleInbox/r1", "packet: /srv/r1", "\"packet\" must be a path from this file's folder"),
    ("title: a release", "title: an expired form", "two tests are called \"an expired form\""),
    ("wholeRecordsWithheld: [2]", "wholeRecordsWithheld: [two]", "must list numbers of records, from 1"),
    ("      rules: [auth", "      present: [x]\n      rules: [auth", "\"present\" is for what is released"),
    (
      "packet: ../SampleInbox/r2\n", "pakcet: ../SampleInbox/r2\n",
      "unknown key \"pakcet\"; did you mean \"packet\"?"
    ),
  ])
  func `one mistake and its remedy:`(_ from: String, _ to: String, _ problem: String) {
    let problems = Self.problems(Self.good.replacing(from, with: to))
    #expect(problems.contains { $0.contains(problem) }, "\(problems)")
  }

  @Test func `a file without tests is a mistake`() {
    #expect(Self.problems("tests: []\n").count == 1)
    #expect(Self.problems("test: []\n").count == 2)
  }
}
