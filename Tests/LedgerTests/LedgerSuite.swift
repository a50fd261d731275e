import Ledger
import Testing
import Values

@Suite("What every ledger does, the one in SQLite and the one in memory alike")
struct LedgerSuite {
  enum Kind: String, CaseIterable, CustomTestStringConvertible, Sendable {
    case sqlite, memory
    var testDescription: String { rawValue }

    func with(_ body: (any Ledger) throws -> Void) throws {
      switch self {
      case .sqlite: try Scratch.withLedger(body)
      case .memory: try body(MemoryLedger())
      }
    }
  }
  static let kinds = Kind.allCases
  static let one = PacketNumber(1)
  static let release = DisclosureID(packet: one, release: 1)

  /// A state of a packet and its release, and the changes that lead there.
  struct Standing: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let changes: [Change]
    /// Names of ``steps`` that may be taken from here.
    let allowed: Set<String>
  }

  static let claimed = Change.claimed(Sample.packet(1))
  static let attempt = Change.attempt(
    one, AttemptFacts(today: Sample.day, instant: Sample.noon, policy: Sample.digest(9)), died: false)
  static func outcome(_ state: PacketState, release: ReleaseEntry? = nil) -> Change {
    .outcome(
      Change.Outcome(
        packet: one, state: state, pipeline: "care", verdict: .note, lift: nil, findings: [],
        release: release))
  }
  static let steps: [(name: String, change: Change)] = [
    ("claimed", claimed), ("retried", .retried(one, by: "uid:1000")), ("attempt", attempt),
    ("held", outcome(.held)), ("given back", outcome(.claimed)),
    ("released", outcome(.released, release: Sample.release(1))), ("intent", .intent(release)),
    ("delivered", .delivered(release)), ("closed", .closed(one, because: .receipt)),
  ]
  static let standings = [
    Standing(testDescription: "nothing", changes: [], allowed: ["claimed"]),
    Standing(
      testDescription: "claimed", changes: [claimed],
      allowed: ["attempt", "held", "given back", "released", "closed"]),
    Standing(
      testDescription: "working", changes: [claimed, attempt],
      allowed: ["attempt", "held", "given back", "released", "closed"]),
    Standing(
      testDescription: "held", changes: [claimed, attempt, outcome(.held)], allowed: ["retried", "closed"]),
    Standing(
      testDescription: "rejected", changes: [claimed, attempt, outcome(.rejected)],
      allowed: ["retried", "closed"]),
    Standing(
      testDescription: "staged", changes: [claimed, attempt, outcome(.released, release: Sample.release(1))],
      allowed: ["held", "given back", "intent", "closed"]),
    Standing(
      testDescription: "intended",
      changes: [claimed, attempt, outcome(.released, release: Sample.release(1)), .intent(release)],
      allowed: ["held", "given back", "delivered", "closed"]),
    Standing(
      testDescription: "delivered",
      changes: [
        claimed, attempt, outcome(.released, release: Sample.release(1)), .intent(release),
        .delivered(release),
      ], allowed: ["held", "given back", "closed"]),
    Standing(
      testDescription: "closed", changes: [claimed, .closed(one, because: .timeOver)], allowed: []),
  ]

  @Test(arguments: kinds, standings) func `only the next step may be taken`(
    _ kind: Kind, _ standing: Standing
  )
    throws
  {
    for (name, change) in Self.steps {
      try kind.with { ledger in
        for change in standing.changes { try ledger.commit([change], at: Sample.noon) }
        let before = try Self.told(ledger)
        do throws(LedgerError) {
          try ledger.commit([change], at: Sample.noon)
        } catch {
          #expect(!standing.allowed.contains(name), "\(name) was refused")
          #expect(error.kind == .conflict)
          #expect(try Self.told(ledger) == before)
          return
        }
        #expect(standing.allowed.contains(name), "\(name) was allowed")
        #expect(try Self.told(ledger) != before)
      }
    }
  }

  @Test(arguments: kinds) func `changes are committed together or not at all`(_ kind: Kind) throws {
    try kind.with { ledger in
      try ledger.commit([Self.claimed], at: Sample.noon)
      let before = try Self.told(ledger)
      for last in [Self.claimed, .intent(Self.release), .retried(Self.one, by: "uid:1")] {
        let error = #expect(throws: LedgerError.self) {
          try ledger.commit([.claimed(Sample.packet(2)), Self.attempt, last], at: Sample.noon)
        }
        #expect(error?.kind == .conflict)
        #expect(try Self.told(ledger) == before)
      }
    }
  }

  @Test(arguments: kinds) func `what was intended does not fail any more`(_ kind: Kind) throws {
    try kind.with { ledger in
      let changes = [
        Self.claimed, Self.attempt, Self.outcome(.released, release: Sample.release(1)),
        .intent(Self.release), Self.outcome(.held),
      ]
      for change in changes { try ledger.commit([change], at: Sample.noon) }
      #expect(try ledger.releases(of: Self.one).map(\.state) == [.intended])
    }
  }

  @Test(arguments: kinds) func `two spellings of one id are two ids`(_ kind: Kind) throws {
    try kind.with { ledger in
      var packet = Sample.packet(1)
      packet.requestID = Sensitive("Jos\u{E9}")
      try ledger.commit([.claimed(packet)], at: Sample.noon)
      #expect(try ledger.packets(source: "er", requestID: Sensitive("Jos\u{E9}")).count == 1)
      #expect(try ledger.packets(source: "er", requestID: Sensitive("Jose\u{301}")).isEmpty)
    }
  }

  /// Random changes, most of them wrong where they come: both refuse the same, and tell the same.
  @Test(arguments: UInt64(1)...20) func `both tell the same of the same changes`(seed: UInt64) throws {
    try Scratch.withLedger { sqlite in
      let memory = MemoryLedger()
      var random = Seeded(state: seed)
      for step in 0..<60 {
        let changes = (0..<Int.random(in: 1...2, using: &random)).map { _ in Sample.change(&random) }
        let instant = Instant(milliseconds: Sample.noon.milliseconds + Int64(step) * 1000)
        let results = [sqlite as any Ledger, memory].map { ledger -> LedgerError.Kind? in
          do throws(LedgerError) {
            try ledger.commit(changes, at: instant)
            return nil
          } catch { return error.kind }
        }
        #expect(results[0] == results[1], "step \(step): \(changes)")
        let (one, other) = (try Self.told(sqlite), try Self.told(memory))
        for (a, b) in zip(one, other) where a != b { Issue.record("step \(step): \(a) is not \(b)") }
        #expect(one.count == other.count)
        guard one == other else { return }
      }
    }
  }

  /// All that a ledger tells, line by line.
  static func told(_ ledger: any Ledger) throws -> [String] {
    var lines = ["next \(try ledger.nextNumber())"]
    lines += try ledger.events(after: 0, limit: 10_000).map { "\($0.sequence) \($0.line)" }
    lines += try ledger.events(after: 3, limit: 2).map { "some \($0.sequence) \($0.line)" }
    lines += try ledger.open().map { "open " + Sample.text($0) }
    lines += try ledger.newest(3).map { "newest " + Sample.text($0) }
    lines += try ledger.openReleases().map { "open \($0)" }
    lines += try ledger.outgoing().map { "outgoing \($0)" }
    lines += try ledger.underWay().map { "under way " + Sample.text($0) }
    lines += try ledger.counts().map { "\($0.key) \($0.value)" }.sorted()
    for number in (1...4).map(PacketNumber.init) {
      lines.append(try ledger.packet(number).map { "packet " + Sample.text($0) } ?? "none")
      lines += try ledger.releases(of: number).map { "release \($0)" }
      lines += try ledger.findings(of: number).map { "\($0.rule) \($0.verdict) \($0.subject) \($0.lift)" }
      lines += try ledger.packets(fingerprint: Sample.digest(UInt8(number.value))).map(Sample.text)
      lines += try ledger.releases(of: Sample.digest(7), to: "clinic").map { "of these records \($0)" }
      let later = Instant(milliseconds: Sample.noon.milliseconds + 40_000)
      lines += try ledger.sent(sharingFilesWith: number, in: Sample.noon..<later).map { "sent \($0)" }
        .sorted()
    }
    for id in ["REQ-ROE", "other"] {
      lines += try ledger.packets(source: "er", requestID: Sensitive(id)).map(Sample.text)
    }
    lines += try ledger.packets(source: "er", entryName: Array("ROE JANE".utf8)).map(Sample.text)
    return lines
  }
}

struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }
}

extension Sample {
  static let day: Day = Day("2026-11-24") ?? { preconditionFailure("a day") }()

  static func release(_ number: Int, index: Int = 1) -> ReleaseEntry {
    let id = DisclosureID(packet: PacketNumber(number), release: index)
    var release = ReleaseEntry(
      packet: PacketNumber(number), index: index, disclosure: id, channel: "sftp", recipient: "clinic",
      files: [
        ReleaseFile(name: "\(id).zip.sha256", byteCount: 5, digest: digest(6)),
        ReleaseFile(name: "\(id).zip", byteCount: 5, digest: digest(5)),
      ], conditions: DeliveryConditions(authorization: digest(2), lastDay: day), records: digest(7),
      basis: "treatment", purpose: "TREAT", isAccounted: true, stagedAt: noon)
    release.inner = index == 1 ? digest(8) : nil
    return release
  }

  static func change(_ random: inout Seeded) -> Change {
    let number = Int.random(in: 1...3, using: &random)
    let packet = PacketNumber(number)
    let id = DisclosureID(packet: packet, release: Int.random(in: 1...2, using: &random))
    switch Int.random(in: 0..<10, using: &random) {
    case 0, 1:
      var entry = self.packet(number)
      if Bool.random(using: &random) { entry.requestID = Sensitive("other") }
      if number == 3 {
        (entry.state, entry.repeats) = (.closed, PacketNumber(1))
      } else if number == 2 {
        entry.offences = 2
        entry.replaces = PacketNumber(1)
      }
      return .claimed(entry)
    case 2: return .retried(packet, by: "uid:1000(pat)")
    case 3, 4:
      let facts = AttemptFacts(today: day, instant: noon, policy: digest(9))
      return .attempt(packet, facts, died: Bool.random(using: &random))
    case 5, 6:
      let state = [PacketState.held, .rejected, .released, .claimed].randomElement(using: &random) ?? .held
      let finding = Finding(
        "test.rule", source: "45 CFR 164.502(a)", .hold, lift: .amend, subject: .record(number), "off",
        remedy: "mend")
      return .outcome(
        Change.Outcome(
          packet: packet, state: state, pipeline: Bool.random(using: &random) ? "care" : nil,
          verdict: .hold, lift: .amend, findings: [finding, finding],
          release: state == .released ? release(number, index: Int.random(in: 1...2, using: &random)) : nil))
    case 7: return .intent(id)
    case 8: return .delivered(id)
    default:
      let reasons: [Change.CloseReason] = [.receipt, .timeOver, .replaced]
      return .closed(packet, because: reasons.randomElement(using: &random) ?? .receipt)
    }
  }

  static func text(_ packet: PacketEntry) -> String {
    "\(packet) \(packet.requestID?.reveal(.match) ?? "no id")"
  }
}
