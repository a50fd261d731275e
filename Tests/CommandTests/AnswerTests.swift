import Bundles
import Configuration
import Host
import JSON
import Ledger
import Testing
import Values
import chartgate

@Suite("--json is one clean document, and exit codes are kept")
struct AnswerTests {
  @Test func `exit codes are those of the manual`() {
    #expect(Ending.allCases.map(\.rawValue) == [0, 1, 2, 3, 64, 75, 78])
  }

  @Test(arguments: [
    (HostError.Kind.transient, Ending.again), (.permanent, .failed), (.missing, .failed),
    (.exists, .failed), (.unsafe, .failed),
  ])
  func `what goes away by itself asks to try again`(_ kind: HostError.Kind, _ status: Ending) {
    #expect(Ending(HostError("read a file", code: 5, kind: kind)) == status)
  }

  @Test(arguments: [
    (LedgerError.Kind.transient, Ending.again), (.conflict, .failed), (.damaged, .failed),
    (.newer, .failed),
  ])
  func `a locked ledger asks to try again`(_ kind: LedgerError.Kind, _ status: Ending) {
    #expect(Ending(LedgerError(kind, "is locked")) == status)
  }

  @Test func `an answer's document has command, exit, members and no error`() {
    let answer = Answer("text\n", [.init("packets", 3)], status: .attention)
    #expect(
      String(decoding: answer.document(of: "run"), as: UTF8.self) == """
        {
          "command": "run",
          "exit": 2,
          "packets": 3,
          "errors": []
        }

        """)
  }

  @Test func `a check without errors is done, with one it is a configuration's fault`() {
    let warning = HouseProblem(.warning, "pipelines", "there are none")
    let error = HouseProblem(.error, "state/work", "is open to others", command: "chmod 0700 state/work")
    #expect(CheckAnswer.of([warning], nil).status == .done)
    let answer = CheckAnswer.of([error, warning], nil)
    #expect(answer.status == .configuration)
    #expect(
      answer.text == """
        state/work: is open to others; run: chmod 0700 state/work
        pipelines: warning: there are none
        1 error; the house does not open

        """)
  }

  @Test func `a bundle that is not whole ends with 3, and its names are escaped`() {
    var report = BundleVerifier.Report()
    report.disclosure = "d1\u{1B}[2J"
    #expect(BundleAnswer.of(report).status == .done)
    report.problems = ["data/a\u{202E}.txt: not what release.json says"]
    let answer = BundleAnswer.of(report)
    #expect(answer.status == .unverified)
    #expect(
      answer.text == """
        data/a\\u{202E}.txt: not what release.json says
        d1\\u{001B}[2J: does not verify

        """)
  }
}
