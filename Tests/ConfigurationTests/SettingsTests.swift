import Configuration
import Host
import Policy
import Requests
import Testing
import Values
import YAML

@Suite("chartgate.yaml")
struct SettingsTests {
  private static let site = """
    site:
      name: "St. Elsewhere"
      kind: hospital
      state: NY
      timeZone: America/New_York

    """

  private func problems(_ text: String) -> [String] {
    SettingsReader.read(Array(text.utf8), name: "chartgate.yaml").problems.map(\.description)
  }

  @Test func `the site alone is a whole configuration`() throws {
    let reading = SettingsReader.read(Array(Self.site.utf8), name: "chartgate.yaml")
    let settings = try #require(reading.settings)
    #expect(reading.problems.isEmpty)
    #expect(
      settings.site
        == Site(
          name: "St. Elsewhere", kind: .hospital, state: "NY", timeZone: "America/New_York", isTrial: false))
    #expect(settings.sources == [HouseSettings.Source(id: "main", inbox: "inbox/main", settle: 10_000)])
    #expect(settings.poll == 1_000 && settings.keep == 2_592_000_000 && settings.stuckAfter == 3_600_000)
    #expect(settings.poisonAfter == 3 && settings.workers == 2 && settings.limits == .standard)
    #expect(settings.attemptLimit == 1_800_000 && settings.freeFloor == 1 << 28)
    #expect(settings.bundlesPerChannel == 1_000)
    #expect(settings.fixedDay == nil)
  }

  @Test func `a source is believed for no paper unless the configuration names it`() throws {
    let settings = SettingsReader.read(
      Array((Self.site + "sources:\n  - id: er\n").utf8), name: "chartgate.yaml"
    ).settings
    #expect(try #require(settings).sources.map(\.believes) == [[]])
  }

  @Test func `every key is read`() throws {
    let text =
      Self.site.replacing("NY", with: "WA") + """
          trial: true
          day: 2026-03-02
          alsoKnownAs: [any hospital]
        folders: {state: /srv/state, outbox: ../out, receipts: back}
        sources:
          - {id: er-north, inbox: drop/er, settle: 250ms, believes: [authorization, legal-process]}
        poll: 200ms
        keep: 7d
        poisonAfter: 5
        leaveOut: [cpt, snomed]
        attemptLimit: 10m
        freeFloor: 1GiB
        bundlesPerChannel: 0
        workers: 4
        stuckAfter: 2h
        wall: {memory: 4GiB, cpu: 90s, time: 60s, output: 1GiB, without: [landlock]}
        limits: {requestSize: 512KiB, recordSize: 1MiB, packetSize: 2GB, recordsPerPacket: 10, folderDepth: 2}

        """
    let reading = SettingsReader.read(Array(text.utf8), name: "chartgate.yaml")
    #expect(reading.problems.isEmpty)
    let settings = try #require(reading.settings)
    #expect(settings.site?.isTrial == true && settings.fixedDay == Day("2026-03-02"))
    #expect(settings.folders.state == "/srv/state" && settings.folders.outbox == "../out")
    #expect(settings.folders.receipts == "back")
    #expect(settings.sources.map(\.inbox) == ["drop/er"] && settings.sources.map(\.settle) == [250])
    #expect(settings.sources.map(\.believes) == [[.authorization, .legalProcess]])
    #expect(settings.poll == 200 && settings.keep == 604_800_000 && settings.stuckAfter == 7_200_000)
    #expect(settings.leftOut == [.cpt, .snomed])
    #expect(settings.poisonAfter == 5 && settings.workers == 4 && settings.attemptLimit == 600_000)
    #expect(settings.freeFloor == 1 << 30 && settings.bundlesPerChannel == 0)
    #expect(settings.limits.requestBytes == 524_288 && settings.limits.packetBytes == 2_000_000_000)
    #expect(settings.limits.recordsPerPacket == 10 && settings.limits.folderDepth == 2)
    #expect(settings.wall.memory == 4 << 30 && settings.wall.cpuSeconds == 90)
    #expect(settings.wall.time == 60_000 && settings.wall.output == 1 << 30)
    #expect(settings.wall.without == [.landlock])
  }

  struct Mistake: CustomTestStringConvertible {
    let testDescription: String
    let line: String
    let says: String
    init(_ line: String, _ says: String) { (testDescription, self.line, self.says) = (line, line, says) }
  }
  static let mistakes = [
    Mistake("pol: 1s", "chartgate.yaml:6:1: unknown key \"pol\"; did you mean \"poll\"?"),
    Mistake(
      "poll: 1", "chartgate.yaml:6:7: \"poll\" must be a time with its unit: 250ms, 10s, 5m, 2h, 30d"),
    Mistake("poll: 2h", "chartgate.yaml:6:7: \"poll\" must be from 50ms to 1m"),
    Mistake("keep: 0d", "chartgate.yaml:6:7: \"keep\" must be a time with its unit: 250ms, 10s, 5m, 2h, 30d"),
    Mistake("poisonAfter: 0", "chartgate.yaml:6:14: \"poisonAfter\" must be a number from 1 to 100"),
    Mistake(
      "leaveOut: [labels]",
      "chartgate.yaml:6:11: \"labels\" is what records say of themselves, and cannot be left out"),
    Mistake("workers: many", "chartgate.yaml:6:10: \"workers\" must be a number from 1 to 64"),
    Mistake(
      "limits: {recordSize: 10mb}",
      "chartgate.yaml:6:22: \"recordSize\" must be a size with its unit (512KiB, 10MiB, 4GiB), from 1KiB to 16GiB"
    ),
    Mistake(
      "limits: {recordSize: 0MiB}",
      "chartgate.yaml:6:22: \"recordSize\" must be a size with its unit (512KiB, 10MiB, 4GiB), from 1KiB to 16GiB"
    ),
    Mistake("limits: {packetSize: 1MiB}", "chartgate.yaml:6:9: \"recordSize\" is larger than \"packetSize\""),
    Mistake(
      "wall: {memory: 2}",
      "chartgate.yaml:6:16: \"memory\" must be a size with its unit (512KiB, 10MiB, 4GiB), from 128MiB to 1024GiB"
    ),
    Mistake(
      "wall: {memory: 64MiB}",
      "chartgate.yaml:6:16: \"memory\" must be a size with its unit (512KiB, 10MiB, 4GiB), from 128MiB to 1024GiB"
    ),
    Mistake("wall: {cpu: 10ms}", "chartgate.yaml:6:13: \"cpu\" must be from 1s to 1d"),
    Mistake("wall: {time: 8d}", "chartgate.yaml:6:14: \"time\" must be from 1s to 1d"),
    Mistake("wall: {time: 30m}", "chartgate.yaml:6:14: \"time\" must be shorter than attemptLimit"),
    Mistake(
      "wall: {without: [secomp]}",
      "chartgate.yaml:6:17: unknown value \"secomp\" of \"without\"; did you mean \"seccomp\"?"),
    Mistake("folders: {state: /}", "chartgate.yaml:6:18: \"state\" must be a folder of its own"),
    Mistake("folders: [state]", "chartgate.yaml:6:10: \"folders\" must be a map of keys"),
    Mistake("sources: []", "chartgate.yaml:6:10: \"sources\" must name at least one source"),
    Mistake(
      "sources: [{id: ER North}]",
      "chartgate.yaml:6:16: \"id\" must be 1 to 40 lower-case letters, digits and hyphens, beginning with a "
        + "letter"),
    Mistake("sources: [{id: a}, {id: a}]", "chartgate.yaml:6:25: there are two sources \"a\""),
    Mistake(
      "sources: [{id: a, believes: [autorization]}]",
      "chartgate.yaml:6:29: unknown value \"autorization\" of \"believes\"; did you mean \"authorization\"?"),
  ]
  @Test(arguments: mistakes) func `a mistake is told with its place and what to write`(_ mistake: Mistake) {
    #expect(problems(Self.site + mistake.line + "\n") == [mistake.says])
  }

  static let siteMistakes = [
    Mistake("state: New York", "\"state\" must be a US state or territory in two capital letters, as in NY"),
    Mistake(
      "timeZone: America/NewYork",
      "\"timeZone\" must be a zone of the IANA database, as in America/New_York; did you mean "
        + "\"America/New_York\"?"),
    Mistake("kind: hospitl", "unknown value \"hospitl\" of \"kind\"; did you mean \"hospital\"?"),
    Mistake("trial: yes", "\"trial\" must be true or false"),
  ]
  @Test(arguments: siteMistakes) func `a wrong word about the site is no site`(_ mistake: Mistake) {
    let key = mistake.line.prefix { $0 != ":" }
    let kept = Self.site.split(separator: "\n").filter { !$0.contains("  \(key):") }.joined(separator: "\n")
    let reading = SettingsReader.read(Array("\(kept)\n  \(mistake.line)\n".utf8), name: "chartgate.yaml")
    #expect(reading.problems.map(\.message) == [mistake.says])
    #expect(reading.settings?.site == nil)
  }

  @Test(arguments: ["name", "kind", "state", "timeZone"])
  func `the site's key must be there`(_ key: String) {
    let kept = Self.site.split(separator: "\n").filter { !$0.contains("  \(key):") }.joined(separator: "\n")
    #expect(problems(kept + "\n") == ["chartgate.yaml:2:3: the key \"\(key)\" is missing"])
  }

  @Test func `a fixed day is refused outside of a trial`() {
    #expect(
      problems(Self.site + "  day: 2026-03-02\n") == [
        "chartgate.yaml:6:8: \"day\" is for trials only: a house that releases records goes by the clock; "
          + "take it out"
      ])
  }

  @Test func `all problems are told at once, in order of their place`() {
    let text = "site: {name: A, kind: castle, state: ny}\npoll: soon\nworkrs: 2\n"
    #expect(
      problems(text).map { String($0.prefix { $0 != " " }) } == [
        "chartgate.yaml:1:7:", "chartgate.yaml:1:23:", "chartgate.yaml:1:38:", "chartgate.yaml:2:7:",
        "chartgate.yaml:3:1:",
      ])
  }
}
