import Policy
import Testing
import Values

@Suite("Which lines of a pipeline never acted")
struct PipelineUseTests {
  private static func use() throws -> PipelineUse {
    let text = """
      name: care
      title: Care
      version: 1
      takes: {bases: [treatment]}
      withhold: [HIV, MH]
      redact: [ssn]
      verdicts: {house.recipient-new: note}

      """
    let set = try ShippedCategories.set()
    guard
      case .read(let pipeline) = PipelineReader.read(
        Array(text.utf8), name: "care.yaml", categories: set.names)
    else { throw Unreadable() }
    let site = Site(
      name: "Alder Falls", kind: .hospital, state: "NY", timeZone: "America/New_York", isTrial: true)
    return PipelineUse([pipeline], set, site: site)
  }

  private struct Unreadable: Error {}

  private static func finding(_ rule: RuleID) -> Finding {
    Finding(rule, source: "", .withhold, lift: .notApplicable, "found", remedy: "nothing to do")
  }

  @Test func `each category, identifier and verdict is a line with its rule`() throws {
    let lines = try Self.use().lines.map { "\($0.key) \($0.entry) \($0.rule)" }
    #expect(
      lines == [
        "withhold HIV cat.hiv", "withhold MH cat.mh", "redact ssn house.redacted",
        "verdicts house.recipient-new house.recipient-new",
      ])
  }

  @Test func `a line acted in a packet once, however often its rule was found in it`() throws {
    var use = try Self.use()
    use.add([Self.finding("cat.hiv"), Self.finding("cat.hiv")], in: "care", from: .test)
    use.add([Self.finding("cat.hiv")], in: "care", from: .packet)
    #expect(use.lines[0].inTests == 1 && use.lines[0].inPackets == 1 && use.packets == 1)
    #expect(use.lines.filter(\.isDead).map(\.entry) == ["MH", "ssn", "house.recipient-new"])
  }

  @Test func `another pipeline's packet counts for none of this one's lines`() throws {
    var use = try Self.use()
    use.add([Self.finding("cat.hiv")], in: "legal", from: .packet)
    #expect(use.lines.filter(\.isDead).count == use.lines.count)
  }
}
