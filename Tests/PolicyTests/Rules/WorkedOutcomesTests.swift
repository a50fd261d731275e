import Policy
import Records
import Requests
import Testing
import Values

@Suite("RULES.md §16: worked outcomes that rules alone decide")
struct WorkedOutcomesTests {
  @Test func `an attorney's complete form is released, and HIV stays behind unless the form names it`() {
    let draft = Draft.authorization
    #expect(draft.verdict <= .withhold)
    #expect(draft.pipeline?.withheld(for: draft.asCase).contains("HIV") == true)
    let named = draft.with { $0.request.authorization?.categories = ["HIV"] }
    #expect(named.pipeline?.withheld(for: named.asCase).contains("HIV") == false)
    #expect(named.pipeline?.withheld(for: named.asCase).contains("SUD") == true)
  }

  @Test func `an attorney's subpoena without order and assurance is rejected, and says nothing of a patient`()
  {
    let draft = Draft.legalProcess.with { $0.request.legal?.assurance = nil }
    #expect(draft.verdict == .reject && draft.verdict(of: "legal.subpoena") == .reject)
    #expect(
      RuleText.of("legal.subpoena")?.says
        == "A subpoena by itself is not enough. Send proof of notice, a protective order, or the patient's form."
    )
  }

  @Test func `a patient's own access is cut by no category but psychotherapy notes`() {
    #expect(Draft.access.verdict == .note)
    #expect(Draft.access.pipeline?.withheld(for: Draft.access.asCase) == ["PSYTHPN"])
  }

  @Test func `a payer that insists on the whole chart waits for the privacy officer`() throws {
    let draft = Draft.payment.with {
      $0.request.scope?.whole = true
      $0.request.scope?.justification = Sensitive("the whole chart, please")
    }
    let finding = try #require(draft.findings.first { $0.rule == "minnec.whole-record" })
    #expect(finding.verdict == .hold && finding.lift == .po)
  }

  @Test func `a signature dated after receipt is rejected`() {
    let draft = Draft.authorization.with { $0.request.authorization?.signed?.on = "2026-02-28" }
    #expect(draft.verdict(of: "auth.core.signature") == .reject)
  }

  @Test func `a revocation stops the packet that rests on that form, and nobody can lift it`() throws {
    let draft = Draft.authorization.with { $0.house.revoked = [.of(0xF0)] }
    let finding = try #require(draft.findings.first { $0.rule == "auth.defect.revoked" })
    #expect(finding.verdict == .reject && finding.lift == Lift.none)
  }

  @Test func `police without a paper are held by the name of their ground`() {
    let draft = Draft.payment.with {
      $0.request.requester = Draft.requester(.lawEnforcement)
      $0.request.purpose?.code = "HLEGAL"
    }
    #expect(
      draft.verdict(of: "minnec.routine") == .hold && draft.verdict(of: "verify.official.authority") == .hold)
  }

  @Test func `a parent of a fifteen-year-old waits until a person has looked for care consented to alone`() {
    let draft = RepresentativeRulesTests.parent
    #expect(draft.verdict == .hold && draft.verdict(of: "person.minor.age") == .hold)
  }

  @Test func `psychotherapy notes on a form that also covers the chart are rejected`() {
    let draft = Draft.authorization.with { $0.request.authorization?.categories = ["PSYTHPN", "MH"] }
    #expect(draft.verdict(of: "auth.compound.psych") == .reject)
  }

  /// A finding is shown to anyone: no row of any table puts a name, a number or a path of the packet into one.
  @Test func `no finding holds a value of the packet`() {
    let values = [
      "Oduya", "Terese", "AF-204417", "Halvorsen", "papers/", "records/", "1971", "Prairie", "Lakeside",
      "Pike",
    ]
    for example in RuleTables.all {
      for finding in example.draft.findings {
        let text = "\(finding.problem) \(finding.remedy) \(finding.place?.shown ?? "")"
        #expect(!values.contains { text.contains($0) }, "\(finding.rule)")
      }
    }
  }
}
