import Host
import JSON
import Ledger
import Testing
import Values
import Ledger
import chartgate

@Suite("status and top: what is where, why, and until when")
struct HousePageTests {
  static let status = """
    {"status":"urn:chartgate:status:1","at":"2026-03-02T09:00:00.000Z","running":1,"trial":true,"pid":77,
    "version":"0.1","started":"2026-03-01T07:00:00.000Z","policy":"00","counts":{"claimed":1,"held":3,"closed":0},
    "sources":[{"id":"er","ready":1,"waiting":2,"stuck":3,"retryMs":90000}],"packets":[],
    "attempts":[{"packet":12,"ms":65000}],"oldestWaiting":"2026-03-02T08:58:00.000Z",
    "resting":[{"packet":9,"retryMs":4000}],"restingCount":1,
    "stopped":[{"state":"held","rule":"patient.match","count":2,"oldest":"2026-02-28T09:00:00.000Z"},
    {"state":"rejected","rule":null,"count":1,"oldest":"2026-03-02T08:00:00.000Z"}],
    "events":["{\\"at\\":\\"2026-03-02T08:59:00.000Z\\",\\"event\\":\\"packet.held\\",\\"packet\\":12,\\"rules\\":[\\"patient.match\\"]}"],
    "configurationRefused":{"at":"2026-03-02T08:55:00.000Z","problems":2},"houseRetryMs":1500,
    "heldBack":{"entries":7,"channels":[{"id":"fax","releases":4}],"away":[{"id":"sftp","releases":5}]}}
    """

  @Test func `the page tells what presses first`() throws {
    let page = try #require(HousePage(Array(Self.status.utf8)))
    #expect(
      page.text() == """
        TRIAL  chartgate 0.1, process 77, up 1d 2h  2026-03-02T09:00:00.000Z
        ! CONFIGURATION REFUSED for 5m 0s: 2 problems, the old one is in force; run: chartgate check
        ! the ledger or the state folder cannot be used; next try in 1s
        ! inbox of er: it cannot be read; next try in 1m 30s
        ! inbox of er: 3 entries are not complete for too long
        ! no room on the state volume: 7 ready entries are not taken
        ! channel fax: it is full; 4 releases wait for its transfer job
        ! channel sftp: its share is not mounted; 5 releases wait for it
        packets: 1 claimed, 3 held
        oldest without an outcome: claimed 2m 0s ago
        1 rest after a fault; next try: packet 9 in 4s

        source  ready  waiting  stuck  inbox
        er          1        2      3  rests 1m 30s

        in hand    for
             12  1m 5s

        stopped   packets  oldest  rule
        held            2   2d 0h  patient.match
        rejected        1   1h 0m

        newest events
        2026-03-02T08:59:00.000Z  packet.held  packet=12 rules=patient.match

        """)
  }

  @Test func `nothing on the page can move the cursor`() throws {
    let evil = Self.status.replacingOccurrences(of: "patient.match", with: "a\\u001B[2J\\u202Eb\\u000Ac")
    let text = try #require(HousePage(Array(evil.utf8))).text()
    #expect(TerminalText.isPlain(text.split(separator: "\n").joined()))
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
  }

  @Test(arguments: ["", "{}", "[]", "{\"status\":\"other\"}", "{\"status\":\"urn:chartgate:status:1\"}"])
  func `what is no status is none`(_ text: String) {
    #expect(HousePage(Array(text.utf8)) == nil)
  }

  @Test func `status says it beside the ledger's rows, for people and for programs`() throws {
    let page = try #require(HousePage(Array(Self.status.utf8)))
    let answer = StatusAnswer.of([], counts: [.held: 3], state: "/h/state", isTrial: false, page: page)
    #expect(answer.text.contains("! CONFIGURATION REFUSED") && answer.text.contains("er          1"))
    let json = String(decoding: answer.document(of: "status"), as: UTF8.self)
    #expect(json.contains("\"retryMs\": 4000") && json.contains("\"daemon\": 77"))
    #expect(json.contains("\"releases\": 5"))
  }
}

extension String {
  fileprivate func replacingOccurrences(of text: String, with other: String) -> String {
    split(separator: text, omittingEmptySubsequences: false).joined(separator: other)
  }
}
