import Configuration
import Host
import Policy
import Requests
import Stages
import Testing
import Values

struct HouseTests {
  @Test func `a new house opens without a problem`() throws {
    let scratch = try Scratch()
    #expect(scratch.make() == nil)
    #expect(scratch.check() == [])
    let house = try #require(scratch.load().house)
    #expect(house.site == Scratch.site && house.settings.fixedDay == Day("2026-03-02"))
    #expect(house.policy.pipelines.map(\.pipeline.name) == ["claims"])
    #expect(house.policy.categories.names == ["HIV"])
    #expect(house.recipients == ExampleHouse.recipients && house.recipients.count == 6)
  }

  @Test func `a new house never overwrites anything`() throws {
    let scratch = try Scratch()
    #expect(scratch.make() == nil)
    #expect(scratch.make() == .notEmpty)
  }

  @Test func `a folder without chartgate.yaml is no house, and one command makes it one`() throws {
    let scratch = try Scratch()
    #expect(
      scratch.check() == [
        "chartgate.yaml: there is no such file; this folder is no house; run: chartgate init HOUSE"
      ])
  }

  @Test func `the policy's digest changes with any byte of any file, and with nothing else`() throws {
    let scratch = try Scratch()
    #expect(scratch.make() == nil)
    let first = try #require(scratch.load().house).policy.digest
    #expect(try #require(scratch.load().house).policy.digest == first)
    try scratch.append("pipelines/claims.yaml", "# a comment\n")
    let second = try #require(scratch.load().house).policy.digest
    #expect(second != first)
    try scratch.append("recipients.yaml", "\n")
    #expect(try #require(scratch.load().house).policy.digest != second)
  }

  @Test func `one file's end is not another one's beginning`() {
    let whole = PolicyDigest.of([("a", Array("xy".utf8)), ("b", [])])
    let cut = PolicyDigest.of([("a", Array("x".utf8)), ("b", Array("y".utf8))])
    #expect(whole != cut)
    #expect(whole == PolicyDigest.of([("b", []), ("a", Array("xy".utf8))]))
  }

  @Test func `a source that is not configured is believed for nothing`() throws {
    let scratch = try Scratch()
    #expect(scratch.make() == nil)
    let house = try #require(scratch.load().house)
    let moment = house.clock.moment(at: RealHost().now())
    #expect(house.facts(at: moment, disclosure: "d1", source: "main").believes.contains(.authorization))
    #expect(house.facts(at: moment, disclosure: "d1", source: "gone").believes.isEmpty)
    #expect(house.facts(at: moment, disclosure: "d1", source: "main").today == Day("2026-03-02"))
  }
}
