import Daemon
import Foundation
import Hashing
import Host
import Ledger
import Policy
import Stages
import Synchronization
import Testing
import Values

@Suite("DESIGN.md §2: the path of a packet")
struct EngineTests {
  @Test func `a released packet leaves four files, one disclosure and nothing else`() throws {
    let house = try TestHouse()
    try house.drop("ROE JANE")
    try Self.rest(house)
    let id = "d00000001-1"
    #expect(
      house.files("out")
        == ["audit.json", "delivery.json", "zip", "zip.sha256"].map { "sftp/clinic/\(id).\($0)" }.sorted())
    let outcome = try house.outcome()
    #expect(outcome.states == ["1 released"])
    #expect(outcome.delivered == 1)
    #expect(outcome.inbox.isEmpty)
    #expect(outcome.audit == ["\(id).json"])
    #expect(outcome.rooms.allSatisfy { $0.hasPrefix("archive/1/") })
    #expect(outcome.rooms.contains("archive/1/release/\(id).zip"))
  }

  @Test func `a held packet says why, by the record's number, and how to find its file`() throws {
    let house = try TestHouse()
    try house.drop("x", "hold\nROE.xml", record: "SECRET")
    try Self.rest(house)
    let (text, json) = (
      try house.text("state/hold/1/reasons.txt"), try house.text("state/hold/1/reasons.json")
    )
    for wanted in [
      "test.rule", "45 CFR 164.502(a)", "something is off", "mend it", "retry 1", "record",
      "explain 1 --names",
    ] {
      #expect(text.contains(wanted) && json.contains(wanted), "\(wanted)")
    }
    for kept in ["SECRET", "ROE"] { #expect(!text.contains(kept) && !json.contains(kept), "\(kept)") }
    #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [String: Any])
  }

  @Test func `reasons that a crash took are made again from the ledger`() throws {
    let house = try TestHouse()
    try house.drop("x", "hold")
    try Self.rest(house)
    let reasons = try house.text("state/hold/1/reasons.txt")
    let manager = FileManager.default
    try manager.removeItem(atPath: house.path + "/state/hold/1/reasons.txt")
    try manager.moveItem(
      atPath: house.path + "/state/hold/1", toPath: house.path + "/state/work/1")
    try Self.rest(house)
    #expect(try house.text("state/hold/1/reasons.txt") == reasons)
  }

  @Test func `a packet over which the daemon died three times is rejected as poison`() throws {
    let house = try TestHouse()
    try house.drop("x")
    for death in 1...3 {
      // The claim takes its steps; the commit of the attempt is the last thing that works.
      for at in 1... {
        let probe = Faults(.deathAfter, at: at)
        var engine = house.engine(probe)
        _ = try engine.runHere()
        let packet = try house.ledger.packet(PacketNumber(1))
        if packet?.state == .working, packet?.attempts == death { break }
        try #require(at < 100)
      }
    }
    try Self.rest(house)
    #expect(try house.outcome().states == ["1 rejected"])
    #expect(try house.text("state/rejected/1/reasons.json").contains("house.poison"))
  }

  @Test func `a packet over which its worker dies rests, is tried again, and is poison the third time`()
    throws
  {
    let house = try TestHouse()
    try house.drop("x", "die")
    try house.drop("y", id: "R2")
    var engine = house.engine()
    for deaths in 0..<3 {
      _ = try engine.runHere()
      let packet = try #require(try house.ledger.packet(PacketNumber(1)))
      #expect(packet.attempts == deaths + 1 && packet.deaths == deaths && packet.state == .working)
      // Not before its time: a system short of memory is given some.
      _ = try engine.runHere()
      #expect(try house.ledger.packet(PacketNumber(1))?.attempts == deaths + 1)
      house.clock.advance(seconds: 60)
    }
    _ = try engine.runHere()
    #expect(try house.outcome().states == ["2 released", "1 rejected"])
    #expect(try house.ledger.findings(of: PacketNumber(1)).map(\.rule) == ["house.poison"])
  }

  @Test func `a packet that cannot be worked on while others can is held in the end, with what was wrong`()
    throws
  {
    let house = try TestHouse()
    try house.drop("x", "retry")
    var engine = house.engine()
    for turn in 1...16 {
      _ = try engine.runHere()
      if turn == 8 { try house.drop("y", id: "R2") }
      house.clock.advance(seconds: 400)
    }
    #expect(try house.outcome().states == ["2 released", "1 claimed"])
    _ = try engine.runHere()
    #expect(try house.outcome().states == ["2 released", "1 held"])
    #expect(try house.ledger.findings(of: PacketNumber(1)).map(\.rule) == ["house.io"])
    #expect(try house.text("state/hold/1/reasons.txt").contains("not now"))
  }

  @Test func `where nothing can be worked on nothing is held: it goes on by itself once it can`() throws {
    let house = try TestHouse()
    try house.drop("x", "retry")
    var engine = house.engine()
    for _ in 1...20 {
      _ = try engine.runHere()
      house.clock.advance(seconds: 400)
    }
    #expect(try house.outcome().states == ["1 claimed"])
    var mended = house.house()
    mended.decide = { packet, facts throws(PacketError) in
      Decision(outcome: .rejected, findings: [TestHouse.finding(.reject)], basis: nil, pipeline: nil)
    }
    engine.use(mended, sources: house.folders.sources)
    _ = try engine.runHere()
    #expect(try house.outcome().states == ["1 rejected"])
  }

  @Test func `a worker's death counts although the daemon was started anew`() throws {
    let house = try TestHouse()
    try house.drop("x", "die")
    for _ in 1...4 {
      var engine = house.engine()
      _ = try engine.runHere()
    }
    #expect(try house.outcome().states == ["1 rejected"])
  }

  @Test func `a request that nobody can read now is no claim`() throws {
    let house = try TestHouse()
    try house.drop("x")
    var silent = house.house()
    silent.read = { _, _ throws(HostError) in throw HostError("make a worker", code: 11, kind: .transient) }
    var engine = house.engine()
    engine.use(silent, sources: house.folders.sources)
    _ = try engine.runHere()
    #expect(try house.outcome().states == [])
    engine.use(house.house(), sources: house.folders.sources)
    house.clock.advance(seconds: 60)
    _ = try engine.runHere()
    #expect(try house.ledger.packet(PacketNumber(1))?.requestID == Sensitive("R1"))
  }

  @Test func `a fault that passes backs off, counts as no death, and ends without a person`() throws {
    let house = try TestHouse()
    try house.drop("x", "retry")
    var engine = house.engine()
    var rests: [Int] = []
    for _ in 1...6 {
      _ = try engine.runHere()
      let packet = try #require(try engine.status().packets.first)
      #expect(packet.state == .claimed)
      let rest = try #require(packet.retryMilliseconds)
      rests.append(rest)
      // Not before its time.
      let attempts = packet.attempts
      _ = try engine.runHere()
      #expect(try engine.status().packets.first?.attempts == attempts)
      house.clock.advance(seconds: Int64(rest / 1000) + 1)
    }
    let last = try #require(rests.last)
    #expect(last > 4 * rests[0])
    #expect(try house.ledger.packet(PacketNumber(1))?.deaths == 0)
  }

  @Test func `a repeated attempt is given the same facts while the policy is the same`() throws {
    let house = try TestHouse()
    try house.drop("x", "retry")
    var engine = house.engine()
    _ = try engine.runHere()
    let first = try house.ledger.packet(PacketNumber(1))?.facts
    house.clock.advance(seconds: 86_400)
    _ = try engine.runHere()
    let again = try #require(try house.ledger.packet(PacketNumber(1)))
    #expect(again.attempts == 2)
    #expect(again.facts == first)
    var other = house.house()
    other.policy = .sha256([2])
    engine.use(other, sources: house.folders.sources)
    house.clock.advance(seconds: 86_400)
    _ = try engine.runHere()
    #expect(try house.ledger.packet(PacketNumber(1))?.facts != first)
  }

  @Test func `a person puts a held packet back on the path`() throws {
    let house = try TestHouse()
    try house.drop("x", "hold")
    var engine = house.engine()
    _ = try engine.runHere()
    try engine.retry(PacketNumber(1), by: Person(user: 1000, name: "ann"))
    _ = try engine.runHere()
    #expect(try house.ledger.packet(PacketNumber(1))?.state == .held)
    let lines = try house.ledger.events(after: 0, limit: 100).map(\.line)
    #expect(lines.contains { $0.contains("packet.retried") && $0.contains("uid:1000(ann)") })
    #expect(lines.count { $0.contains("packet.held") } == 2)
    #expect(try house.text("state/hold/1/reasons.txt").contains("test.rule"))
  }

  @Test func `what is on its way or closed cannot be retried`() throws {
    let house = try TestHouse()
    try house.drop("x")
    var engine = house.engine()
    _ = try engine.runHere()
    let error = #expect(throws: Command.Refusal.self) {
      try engine.retry(PacketNumber(1), by: Person(user: 0, name: nil))
    }
    #expect(error?.problem.description.contains("released") == true)
    #expect(throws: Command.Refusal.self) {
      try engine.retry(PacketNumber(9), by: Person(user: 0, name: nil))
    }
  }

  @Test func `a delivered packet is closed after thirty days, and its bytes go`() throws {
    let house = try TestHouse()
    try house.drop("x")
    try Self.rest(house)
    house.clock.advance(seconds: 30 * 86_400)
    try Self.rest(house)
    let outcome = try house.outcome()
    #expect(outcome.states == ["1 closed"])
    #expect(outcome.rooms.isEmpty)
    #expect(outcome.outbox.count == 4)
  }

  @Test func `the same records to the same recipient again are seen by the decision`() throws {
    let house = try TestHouse()
    try house.drop("x", id: "R1")
    try Self.rest(house)
    house.clock.advance(seconds: 60)
    try house.drop("y", id: "R2")
    try Self.rest(house)
    #expect(try house.outcome().states == ["2 held", "1 released"])
    house.clock.advance(seconds: 91 * 86_400)
    try house.drop("z", id: "R3")
    try Self.rest(house)
    #expect(try house.ledger.packet(PacketNumber(3))?.state == .released)
  }

  @Test func `of two that were decided side by side only one leaves`() throws {
    let house = try TestHouse()
    try house.drop("x", id: "R1")
    try house.drop("y", id: "R2")
    try Self.rest(house)
    let outcome = try house.outcome()
    #expect(outcome.states == ["2 held", "1 released"])
    #expect(outcome.delivered == 1)
    #expect(try house.ledger.findings(of: PacketNumber(2)).first?.rule == "house.repeat")
  }

  @Test func `a ledger that is older than the folders stops everything`() throws {
    let house = try TestHouse()
    try FileManager.default.createDirectory(
      atPath: house.path + "/state/hold/7", withIntermediateDirectories: true)
    try house.drop("x")
    var engine = house.engine()
    #expect(throws: Engine.Stop.ledgerIsOlder(packets: 1)) { try engine.runHere() }
    #expect(house.files("in").count == 3)
  }

  @Test func `a source that cannot be read does not stop another, and is told of when it is back`() throws {
    let house = try TestHouse()
    let inbox = house.path + "/in/er"
    try FileManager.default.moveItem(atPath: inbox, toPath: inbox + "-away")
    var engine = house.engine()
    _ = try engine.runHere()
    #expect(try engine.status().sources.first?.retryMilliseconds != nil)
    try FileManager.default.moveItem(atPath: inbox + "-away", toPath: inbox)
    try house.drop("x")
    house.clock.advance(seconds: 10)
    _ = try engine.runHere()
    #expect(try house.outcome().states == ["1 released"])
    #expect(house.told.withLock { $0 }.contains(.sourceBack(source: "er")))
  }

  @Test func `an answer that reaches beyond its packet is held`() throws {
    let house = try TestHouse()
    try house.drop("x")
    var lying = house.house()
    let decide = lying.decide
    lying.decide = { packet, facts throws(PacketError) in
      var facts = facts
      facts.disclosure = "d00000099-1"
      return try decide(packet, facts)
    }
    var engine = house.engine()
    engine.use(lying, sources: house.folders.sources)
    _ = try engine.runHere()
    #expect(try house.outcome().states == ["1 held"])
    #expect(try house.ledger.findings(of: PacketNumber(1)).map(\.rule) == ["house.answer"])
  }

  /// Runs as new processes do, until one finds nothing to do.
  static func rest(_ house: TestHouse) throws {
    for _ in 1...10 {
      var engine = house.engine()
      if try engine.runHere() == 0 { return }
    }
    Issue.record("it does not come to rest")
  }
}
