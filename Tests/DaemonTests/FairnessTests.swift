import Daemon
import Foundation
import Host
import Ledger
import Testing
import Values

@Suite("No source starves another, and no packet is put off for ever")
struct FairnessTests {
  private func claims(_ ready: [InboxWatch.Ready], _ packets: [PacketEntry] = [], slots: Int = 2) -> [String]
  {
    var folders = FoldersView()
    folders.ready = ready
    let plan = Brain(slots: slots).plan(
      LedgerView(packets: packets, releases: []), folders, BrainTests.now)
    return plan.actions.compactMap { action in
      if case .claim(let entry, _) = action { String(decoding: entry.name, as: UTF8.self) } else { nil }
    }
  }

  private func attempts(
    _ packets: [PacketEntry], running: [Int] = [], slots: Int = 4, _ brain: Brain? = nil
  ) -> [Int] {
    let plan = (brain ?? Brain(slots: slots)).plan(
      LedgerView(packets: packets, releases: []), FoldersView(), BrainTests.now,
      running: Dictionary(uniqueKeysWithValues: running.map { (PacketNumber($0), 0) }))
    return plan.actions.compactMap { action in
      if case .attempt(let packet, _) = action { packet.value } else { nil }
    }
  }

  private func ready(_ name: String, day: Int = 0) -> InboxWatch.Ready {
    InboxWatch.Ready(
      entry: EntryKey(source: String(name.prefix(1)), name: Array(name.utf8)), how: .marker, dueDay: day)
  }

  @Test func `each source is claimed from in turn`() {
    #expect(claims(["a1", "a2", "a3", "b1"].map { ready($0) }) == ["a1", "b1", "a2", "a3"])
  }

  @Test func `urgent due dates come first, within a source and within a turn`() {
    let entries = [ready("a1", day: 9), ready("a2", day: 3), ready("b1", day: 2), ready("b2", day: 1)]
    #expect(claims(entries) == ["b2", "a2", "b1", "a1"])
  }

  @Test func `a source with enough on its way is claimed from no more, and the other is`() {
    let waiting = (1...8).map { BrainTests.packet($0, state: .claimed, of: "a") }
    #expect(claims([ready("a1"), ready("b1")], waiting) == ["b1"])
  }

  @Test func `each source is worked for in turn`() {
    let packets =
      (1...4).map { BrainTests.packet($0, state: .claimed, of: "a") }
      + [BrainTests.packet(5, state: .claimed, of: "b")]
    #expect(attempts(packets) == [1, 5, 2, 3])
  }

  @Test func `of packets over which something died one is in hand at a time, the one that died least first`()
  {
    var packets = (1...3).map { BrainTests.packet($0, state: .claimed) }
    (packets[0].deaths, packets[1].deaths) = (2, 1)
    #expect(attempts(packets) == [2, 3])
    packets[1].state = .working
    #expect(attempts(packets, running: [2]) == [3])
  }

  @Test func `a source whose packets die leaves half of the slots to the others`() {
    var packets = (1...6).map { BrainTests.packet($0, state: .claimed, of: "a") }
    #expect(attempts(packets).count == 4)
    packets[0].deaths = 1
    #expect(attempts(packets) == [1, 2])
    packets.append(BrainTests.packet(7, state: .claimed, of: "b"))
    #expect(attempts(packets) == [1, 2, 7])
    // Also for a day after one was set aside as poison.
    (packets[0].state, packets[0].deaths) = (.rejected, 3)
    #expect(attempts(packets) == [2, 7, 3])
    packets[0].claimedAt = Instant(milliseconds: BrainTests.now.instant.milliseconds - 86_400_000)
    #expect(attempts(packets) == [2, 7, 3, 4])
  }

  @Test func `what names no due date comes before what is due later than a month after it came`() {
    var packets = (1...2).map { BrainTests.packet($0, state: .claimed) }
    packets[0].due = Day("2026-07-30")
    #expect(attempts(packets, slots: 1) == [2])
    packets[0].due = Day("2026-06-20")
    #expect(attempts(packets, slots: 1) == [1])
  }

  @Test func `a source that floods with packets that cannot be claimed does not starve another`() throws {
    let house = try TestHouse()
    let other = house.path + "/in/lab"
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
    // Each says that it is whole, and its digest disagrees: its claim is undone, again and again.
    for number in 1...60 {
      try house.drop("bad\(number)", "release\nrecord.txt 6 \(Digest.sample("another"))")
      try FileManager.default.removeItem(atPath: house.path + "/in/er/bad\(number)/.ready")
    }
    var engine = house.engine()
    let lab = SourceFolder(
      id: "lab", inbox: FilePath(Root(other)), settle: 10_000_000_000)
    engine.use(house.house(), sources: house.folders.sources + [lab])
    try house.drop("good")
    try FileManager.default.moveItem(atPath: house.path + "/in/er/good", toPath: other + "/good")
    engine.lookThrough()
    // One pass: of each source what may be on its way, the flood's and the other's.
    let round = try engine.pass()
    #expect(round.done <= 9)
    #expect(try house.outcome().states == ["1 claimed"])
  }

  @Test func `a share that answers slowly takes a tenth of the time, and another's packet does not wait`()
    throws
  {
    let house = try TestHouse()
    let (other, clock) = (house.path + "/in/lab", house.clock)
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
    for number in 1...20 { try house.drop("slow\(number)", id: "S\(number)") }
    var host = TestHost(clock: clock)
    host.onLook = { if $0.root.path.hasSuffix("/in/er") { clock.advance(seconds: 1) } }
    var engine = house.engine(on: host)
    let lab = SourceFolder(id: "lab", inbox: FilePath(Root(other)), settle: 10_000_000_000)
    engine.use(house.house(), sources: house.folders.sources + [lab])
    func turn() throws {
      engine.look()
      repeat {
        engine.lookOn()
        for attempt in try engine.pass().begun { try engine.finish(attempt.run()) }
      } while engine.mayLookOn
      clock.advance(seconds: 1)
    }
    let start = clock.ticks
    for number in 1...5 {
      let name = "good\(number)"
      try house.drop(name, id: name)
      try FileManager.default.moveItem(atPath: house.path + "/in/er/" + name, toPath: other + "/" + name)
      while try house.ledger.newest(99).count(where: { $0.source == "lab" }) < number {
        try turn()
        try #require(clock.ticks - start < 600_000_000_000)
      }
    }
    #expect(clock.ticks - start < 120_000_000_000)
    // And the slow one is not left behind.
    for _ in 1...5000 where engine.isLooking || engine.mayStillSettle() { try turn() }
    #expect(try house.ledger.newest(99).count == 25)
  }

  @Test
  func `a source rests that is slow twice, nine times as long, at most half a minute; copying is not slow`() {
    var pace = Pace()
    let second: Int64 = 1_000_000_000
    pace.took(.claim, of: "er", from: 0, to: second + second / 5)
    #expect(!pace.isResting(.claim, of: "er", now: 2 * second))
    pace.took(.claim, of: "er", from: 0, to: second + second / 5)
    #expect(
      pace.isResting(.claim, of: "er", now: 10 * second) && !pace.isResting(.claim, of: "lab", now: 0)
        && !pace.isResting(.look, of: "er", now: 0))
    #expect(!pace.isResting(.claim, of: "er", now: 10 * second + second / 5))
    pace.took(.claim, of: "er", from: 0, to: 60 * second)
    #expect(pace.next(after: 0) == 90 * second)
    pace.took(.claim, of: "er", from: 0, to: 60 * second, bytes: 300_000_000)
    #expect(pace.next(after: 0) == nil)
  }

  @Test func `all that can be claimed is, however many before it cannot`() throws {
    let house = try TestHouse()
    for number in 1...40 {
      try house.drop("bad\(number)", "release\nrecord.txt 6 \(Digest.sample("another"))")
      try FileManager.default.removeItem(atPath: house.path + "/in/er/bad\(number)/.ready")
    }
    try house.drop("zgood")
    var engine = house.engine()
    _ = try engine.runHere()
    #expect(try house.outcome().states == ["1 released"])
  }
}
