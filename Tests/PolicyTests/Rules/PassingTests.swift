import Policy
import Testing
import Values

@Suite("45 CFR 164.502(a)(1): what may leave, leaves")
struct PassingTests {
  @Test(arguments: ["treatment", "access", "access by an agent", "directive", "authorization", "payment"])
  func `a complete request passes every rule`(_ name: String) throws {
    let draft = try #require(Draft.all.first { $0.name == name }).draft
    #expect(draft.findings.filter { $0.verdict > .note } == [])
  }

  /// Exactly the rules that a person must lift, and nothing else.
  @Test func `a complete subpoena waits for counsel alone`() {
    #expect(
      Set(Draft.legalProcess.findings.filter { $0.verdict > .note }.map(\.rule)) == ["legal.out-of-state"])
    #expect(Draft.legalProcess.verdict == .hold)
  }

  @Test func `a complete order waits for the privacy officer and counsel`() {
    #expect(
      Set(Draft.courtOrder.findings.filter { $0.verdict > .note }.map(\.rule)) == [
        "legal.order", "legal.out-of-state",
      ])
  }
}
