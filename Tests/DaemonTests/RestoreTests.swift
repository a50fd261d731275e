import Daemon
import Foundation
import Hashing
import Host
import Ledger
import Policy
import Requests
import Stages
import Testing
import Values

@Suite("FAULTS.md L05: after a restore from an older backup nothing leaves twice")
struct RestoreTests {
  @Test func `what left since is known, what was claimed since is held, and a repeat is found`() throws {
    let house = try RestoredHouse()
    try house.drop("one", id: "1", record: "record one")
    try house.run()
    try house.backUp()
    try house.drop("b", id: "2", record: "record two")
    try house.drop("c", id: "3", "hold", record: "record three")
    try house.run()
    #expect(house.takeBundles() == ["record one", "record two"])

    let plan = try house.restore()
    #expect(plan.disclosures.map(\.id.description) == ["d00000002-1"])
    #expect(plan.disclosures.map(\.fate) == [.left])
    #expect(plan.held == [PacketNumber(3)])
    try house.run()
    #expect(try house.states() == ["3 held", "2 released", "1 released"])
    #expect(try house.rule(of: 3) == "house.restored")
    #expect(house.takeBundles() == [])
    // Dropped again, the same records to the same recipient wait for a person.
    try house.drop("again", id: "9", record: "record two")
    try house.run()
    #expect(try house.states().first == "4 held")
    #expect(try house.rule(of: 4) == "house.repeat")
    #expect(house.takeBundles() == [])
  }

  @Test func `a packet that the backup has as held, and that left since, is not held any more`() throws {
    let house = try RestoredHouse()
    try house.drop("one", id: "1", "hold", record: "record one")
    try house.run()
    try house.backUp()
    // The house changed, a person put it back on the path, and it left.
    house.setsAside = false
    try house.retry(1)
    try house.run()
    #expect(house.takeBundles() == ["record one"])
    let plan = try house.restore()
    #expect(plan.disclosures.map(\.fate) == [.left] && plan.held == [])
    try house.run()
    #expect(try house.states() == ["1 released"])
    #expect(house.takeBundles() == [])
  }

  @Test func `what lies in the outbox is completed and not made again`() throws {
    let house = try RestoredHouse()
    try house.backUp()
    try house.drop("one", id: "1", record: "record one")
    try house.run()
    let plan = try house.restore()
    #expect(plan.disclosures.map(\.fate) == [.leaving])
    try house.run()
    #expect(try house.states() == ["1 released"])
    #expect(house.takeBundles() == ["record one"])
  }

  @Test func `a backup of this moment changes nothing`() throws {
    let house = try RestoredHouse()
    try house.drop("one", id: "1", "hold")
    try house.run()
    try house.backUp()
    #expect(try house.restore().isEmpty)
    try house.run()
    #expect(try house.states() == ["1 held"])
    #expect(try house.rule(of: 1) == "test.rule")
  }

  @Test func `a packet's files get their names back out of its request`() throws {
    let house = try RestoredHouse()
    try house.backUp()
    let listed = "record.txt 10 \(Digest.sample("the record"))"
    try house.drop("one", id: "1", "hold\n\(listed)", record: "the record")
    try house.run()
    _ = try house.restore()
    let packet = try #require(try house.ledger.packet(PacketNumber(1)))
    #expect(packet.files.map { String(decoding: $0.path, as: UTF8.self) } == ["record.txt", "request.json"])
    #expect(packet.source == "er" && packet.state == .held)
  }

  /// A process dies after each of its steps, its ledger is lost, a backup of before is restored; the transfer job
  /// takes what it sees at every moment. In the end a person does with what is held as its finding says.
  @Test(arguments: [false, true]) func `wherever it died, a record leaves once at most`(_ jobIsQuick: Bool)
    throws
  {
    var (at, hasDied, counts) = (0, true, [Int: Int]())
    while hasDied {
      at += 1
      try #require(at < 400)
      let house = try RestoredHouse()
      try house.backUp()
      let listed = "record.txt 10 \(Digest.sample("record one"))"
      try house.drop("one", id: "1", "release\n\(listed)", record: "record one")
      let faults = Faults(.deathAfter, at: at)
      var engine = house.engine(faults)
      do { _ = try engine.runHere() } catch {}
      hasDied = faults.isDead
      var taken = jobIsQuick ? house.takeBundles() : []
      _ = try house.restore()
      try house.run()
      taken += house.takeBundles()
      // The person asked what the transfer job took, as the finding says.
      let hasLeft = !taken.isEmpty
      try house.retryAll { !(hasLeft && $0.contains("may have left")) }
      try house.run()
      taken += house.takeBundles()
      #expect(taken.count <= 1, "died after step \(at)")
      counts[taken.count, default: 0] += 1
      // And nothing is lost: what did not leave is held with its reason.
      if taken.isEmpty { #expect(try house.states().contains { $0.hasSuffix("held") }, "step \(at)") }
    }
    #expect(counts[1, default: 0] > 10)
  }

  @Test func `an older ledger in the newer tree stops the start`() throws {
    let house = try RestoredHouse()
    try house.drop("one", id: "1", "hold", record: "record one")
    try house.run()
    try house.backUp()
    house.setsAside = false
    try house.retry(1)
    try house.run()
    // By hand, without restore, and with the mark taken away: the folders still tell.
    try house.putBackByHand()
    var engine = house.engine()
    let stop = #expect(throws: Engine.Stop.self) { _ = try engine.agrees() }
    #expect(stop == .ledgerIsOlder(packets: 1))
  }
}

/// A house whose ledger is lost and restored.
final class RestoredHouse {
  let base: TestHouse
  private(set) var ledger: GRDBLedger
  /// Whether a packet that asks for it is held.
  var setsAside = true
  private var round = 0
  private var backup: String { base.path + "/backup" }

  init() throws {
    base = try TestHouse()
    ledger = base.ledger
  }

  func drop(_ name: String, id: String, _ what: String = "release", record: String = "record") throws {
    try base.drop(name, id: id, what, record: record)
  }

  func engine(_ faults: Faults = Faults()) -> Engine {
    var house = base.house()
    if !setsAside { house.policy = .sample("changed") }
    house.decide = { [setsAside] packet, facts throws(PacketError) in
      try Self.decide(packet, facts, setsAside: setsAside)
    }
    var parts = Engine.Parts(
      host: TestHost(clock: base.clock, faults: faults), ledger: TestLedger(ledger, faults: faults),
      folders: base.folders, house: house, slots: 2, backoff: Backoff(random: SystemRandomNumberGenerator()),
      tell: { _ in })
    parts.brain = Brain(poisonAfter: 3, keep: 30 * 86_400_000)
    return Engine(parts)
  }

  /// As the test house decides, but with digests and an inner manifest as a real packet has them.
  private static func decide(_ packet: ClaimedPacket, _ facts: HouseFacts, setsAside: Bool)
    throws(PacketError)
    -> Decision
  {
    var files = packet.files
    if !setsAside, let request = files.popLast() {
      let text = MemorySource(Array("1\nrelease\n".utf8))
      files.append(.init(path: request.path, digest: request.digest, bytes: text))
    }
    let decision = try TestHouse.decide(
      ClaimedPacket(number: packet.number, fingerprint: packet.fingerprint, files: files), facts)
    guard case .released(let release) = decision.outcome, let record = packet.files.first?.digest else {
      return decision
    }
    let records = Digest.sha256(record.bytes)
    if facts.sentBefore.contains(Disclosed(records: records, recipient: "clinic")) {
      return Decision(
        outcome: .held, findings: [TestHouse.finding(.hold, rule: "house.repeat")], basis: .treatment,
        pipeline: "care")
    }
    let inner = """
      {"basis":"treatment","inputs":[{"record":1,"sha256":"\(record)"}],"wholeRecordsWithheld":[]}
      """
    let ticket = Array("{\"channel\":\"sftp\",\"recipient\":\"clinic\"}".utf8)
    let sealed = release.files.map { file in
      file.name.hasSuffix(".delivery.json")
        ? StagedRelease.File(name: file.name, bytes: ticket, digest: .sha256(ticket)) : file
    }
    return Decision(
      outcome: .released(
        StagedRelease(
          disclosure: release.disclosure, files: sealed, inner: Array(inner.utf8), channel: "sftp",
          recipient: "clinic", authorization: nil, lastDay: nil, records: records, basis: .treatment,
          purpose: "TREAT")),
      findings: decision.findings, basis: .treatment, pipeline: "care")
  }

  func run() throws {
    for _ in 1...4 {
      base.clock.advance(seconds: 400)
      var engine = engine()
      guard try engine.agrees() else { continue }
      _ = try engine.runHere()
    }
  }

  func backUp() throws { _ = try ledger.backup(to: file(backup)) }

  func restore() throws -> RestorePlan {
    round += 1
    let restored = try RestoredLedger(file(backup), for: file(base.path + "/state/ledger.db"))
    let plan = try RestorePlan(
      restored.ledger, isCurrent: restored.last == restored.lastKnown, base.folders, host: RealHost(),
      read: TestHouse.read)
    try restored.adopt(plan.found, at: base.clock.now)
    _ = try restored.takeOver(keepingOldAs: ".old-\(round)")
    ledger = try GRDBLedger(path: base.path + "/state/ledger.db")
    return plan
  }

  func putBackByHand() throws {
    let path = base.path + "/state/ledger.db"
    for end in ["", "-wal", "-shm", "-mark"] { try? FileManager.default.removeItem(atPath: path + end) }
    try FileManager.default.copyItem(atPath: backup, toPath: path)
    ledger = try GRDBLedger(path: path)
  }

  func retry(_ number: Int) throws {
    try ledger.commit([.retried(PacketNumber(number), by: "uid:0")], at: base.clock.now)
  }

  func retryAll(_ isWanted: (String) -> Bool) throws {
    for packet in try ledger.open() where packet.state == .held {
      let problem = try ledger.findings(of: packet.number).first?.problem.description ?? ""
      if isWanted(problem) { try retry(packet.number.value) }
    }
  }

  func states() throws -> [String] { try ledger.newest(99).map { "\($0.number) \($0.state.rawValue)" } }
  func rule(of number: Int) throws -> String? {
    try ledger.findings(of: PacketNumber(number)).first?.rule.description
  }

  /// What a transfer job takes: the records of the bundles that it sees.
  func takeBundles() -> [String] {
    base.files("out").filter { $0.hasSuffix(".zip") && !$0.contains(".staging") }.compactMap { name in
      let path = base.path + "/out/" + name
      let words =
        (FileManager.default.contents(atPath: path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
      let stem = path.dropLast(4)
      for end in [".zip", ".zip.sha256", ".audit.json", ".delivery.json"] {
        try? FileManager.default.removeItem(atPath: stem + end)
      }
      return words.split(separator: " ").dropFirst().prefix(2).joined(separator: " ")
    }
  }

  private func file(_ path: String) throws -> FilePath { try #require(FilePath(file: path)) }
}
