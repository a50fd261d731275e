import Bundles
import Policy
import Stages
import Testing
import Values

@Suite("site rules on a packet's whole path")
struct SiteRuleStageTests {
  private static func policy(_ rule: String) throws -> PolicySet {
    try Sample.policy(withhold: ["HIV"], more: "siteRules:\n  - {id: site.own, why: policy 12, \(rule)}")
  }

  private static func report(_ rule: String, _ sample: Sample) throws -> RedactionReport {
    let decision = try Deciding.decide(sample.packet, sample.house, policy(rule))
    let release = try #require(decision.release, "\(decision.findings)")
    return try RedactionReport.read(release.inner, limits: .standard).report
  }

  @Test func `a value that is marked stands in the inner manifest with its address and the site's rule`()
    throws
  {
    let rule = "in: text, do: redact, path: 'feels well'"
    let report = try Self.report(rule, Sample())
    #expect(
      report.parts.filter { $0.rule == "site.own" } == [
        .init(
          record: 1, part: "value", place: "record 1, line 7, byte 139", rule: "site.own", category: nil,
          signs: 1)
      ])
    let explained = try Deciding.explain(Sample().packet, Sample().house, Self.policy(rule))
    #expect(explained.redacted.map(\.place.shown) == ["record 1, line 7, byte 139"])
    #expect(explained.findings.contains { $0.rule == "site.own" && $0.source.description == "policy 12" })
  }

  @Test func `a part that is withheld stands there too`() throws {
    let parts = try Self.report("in: text, do: withhold, path: 'blood pressure'", Sample()).parts
    #expect(parts.contains { $0.rule == "site.own" && $0.part == "paragraph" && $0.category == nil })
  }

  @Test func `an id that a rule took out and that still stands elsewhere holds the packet`() throws {
    var sample = try Sample()
    sample.records.append(("second.txt", Sample.note + "\nSigned by staff 48213377 at 9:00\n"))
    sample.records[0].text += "\nEmployee no: 48213377\n"
    let decision = try Deciding.decide(
      sample.packet, sample.house, Self.policy("in: text, do: redact, path: 'no: ########'"))
    #expect(decision.isHeld && decision.stops(by: "house.leak"))
  }

  @Test func `a rule that takes too long holds the record that it took so long in`() throws {
    var sample = try Sample()
    let extensions = (0..<1500).map { #"{"url":"urn:\#($0)","valueString":"v"}"# }.joined(separator: ",")
    sample.records = [
      (
        "patient.json",
        #"{"resourceType":"Patient","id":"p","name":[{"family":"Roe","given":["Jane"]}],"birthDate":"1980-02-03","identifier":[{"system":"1.2.3","value":"4711"}],"extension":[\#(extensions)]}"#
      )
    ]
    let decision = try Deciding.decide(
      sample.packet, sample.house,
      Self.policy(
        "in: fhir, do: redact, path: 'Patient.where(extension.url != extension.url and extension.url = extension.value).active'"
      ))
    #expect(decision.isHeld && decision.findings.contains { $0.problem.description.hasPrefix("site.own: ") })
  }
}
