import Daemon
import Foundation
import Host
import Ledger
import Synchronization
import Testing
import Values

@Suite("What the house takes in is bounded by the room that it has")
struct BackpressureTests {
  /// Volumes as full as tests say, by the last name of their root.
  private final class Volumes: Sendable {
    private let free = Mutex<[String: Int]>([:])
    func setFree(_ byteCount: Int, of root: String) { free.withLock { $0[root] = byteCount } }
    func free(_ folder: FilePath) -> Int {
      let root = folder.root.path.split(separator: "/").last.map(String.init) ?? ""
      return free.withLock { $0[root] } ?? .max
    }
  }

  private func engine(_ house: TestHouse, _ volumes: Volumes, bundles: Int = 1_000) -> Engine {
    var host = TestHost(clock: house.clock)
    host.free = { volumes.free($0) }
    var parts = Engine.Parts(
      host: host, ledger: house.ledger, folders: house.folders, house: house.house(), slots: 2,
      tell: { event in house.told.withLock { $0.append(event) } })
    parts.brain.backpressure.freeFloor = 1_000_000
    parts.brain.backpressure.bundlesPerChannel = bundles
    return Engine(parts)
  }

  private func told(_ house: TestHouse) -> [Event] {
    house.told.withLock { $0 }.filter { event in
      switch event {
      case .intakeHeldBack, .intakeGoesOn, .channelFull, .channelGoesOn: true
      default: false
      }
    }
  }

  @Test func `nothing is claimed without room for it, it is told once, and goes on by itself`() throws {
    let house = try TestHouse()
    let volumes = Volumes()
    try house.drop("x")
    try house.drop("y", id: "R2", record: "another")
    var engine = engine(house, volumes)
    volumes.setFree(1_000_000 + 65_535, of: "state")
    for _ in 1...3 { #expect(try engine.runHere() == 0) }
    #expect(try engine.status().heldBack.entries == 2)
    #expect(try engine.status().line.contains("no room to claim 2"))
    #expect(told(house) == [.intakeHeldBack(entries: 2)])
    // Room for one: the other waits until the first is out of the way.
    volumes.setFree(1_000_000 + 65_536, of: "state")
    #expect(try engine.runHere() > 0)
    #expect(try house.ledger.newest(10).count == 2)
    house.clock.advance(seconds: 100)
    _ = try engine.runHere()
    #expect(try engine.status().heldBack.isNothing)
    #expect(told(house) == [.intakeHeldBack(entries: 2), .intakeGoesOn])
  }

  @Test func `a claim needs three times what its packet holds`() {
    var folders = FoldersView()
    folders.ready = [
      InboxWatch.Ready(entry: EntryKey(source: "a", name: [1]), how: .marker, byteCount: 1 << 20),
      InboxWatch.Ready(entry: EntryKey(source: "b", name: [2]), how: .marker, byteCount: 1 << 20),
    ]
    func count(free: Int) -> Int {
      folders.freeBytes = free
      return Brain().plan(LedgerView(packets: [], releases: []), folders, BrainTests.now).actions.count
    }
    #expect(count(free: (256 << 20) + (3 << 20) - 1) == 0)
    #expect(count(free: (256 << 20) + (3 << 20)) == 1)
    #expect(count(free: (256 << 20) + (6 << 20) - 1) == 1)
    #expect(count(free: (256 << 20) + (6 << 20)) == 2)
  }

  @Test func `a channel with as many bundles as may wait is given no more until its job took some`() throws {
    let house = try TestHouse()
    let volumes = Volumes()
    for number in 1...3 { try house.drop("p\(number)", id: "R\(number)", record: "record \(number)") }
    var engine = engine(house, volumes, bundles: 2)
    _ = try engine.runHere()
    #expect(try house.outcome().delivered == 2)
    #expect(try engine.status().heldBack.releases == ["sftp": 1])
    #expect(told(house) == [.channelFull(channel: "sftp", releases: 1)])
    let taken = try #require(house.files("out").first { $0.hasSuffix(".zip") })
    try FileManager.default.removeItem(atPath: house.path + "/out/" + taken)
    house.clock.advance(seconds: 1)
    _ = try engine.runHere()
    #expect(try house.outcome().delivered == 3)
  }

  /// A transfer job's removals may be undone in part; found by a simulated day that starved.
  @Test func `what a power cut brought back of bundles that were taken fills no channel`() throws {
    let house = try TestHouse()
    let volumes = Volumes()
    for number in 1...3 { try house.drop("p\(number)", id: "R\(number)", record: "record \(number)") }
    var engine = engine(house, volumes, bundles: 2)
    _ = try engine.runHere()
    for taken in house.files("out").filter({ $0.hasSuffix(".zip") }) {
      try FileManager.default.removeItem(atPath: house.path + "/out/" + taken)
    }
    house.clock.advance(seconds: 1)
    _ = try engine.runHere()
    #expect(try house.outcome().delivered == 3)
    #expect(house.files("out").count { $0.hasSuffix(".delivery.json") } == 3)
  }

  @Test func `a channel's volume near its floor holds back its deliveries`() throws {
    let house = try TestHouse()
    let volumes = Volumes()
    try house.drop("x")
    var engine = engine(house, volumes)
    _ = try engine.runHere()
    volumes.setFree(1_000_000, of: "out")
    try house.drop("y", id: "R2", record: "another")
    _ = try engine.runHere()
    #expect(try house.outcome().delivered == 1)
    volumes.setFree(.max, of: "out")
    _ = try engine.runHere()
    #expect(try house.outcome().delivered == 2)
  }

  @Test func `only a full channel's own releases wait; with too many of them nothing more is claimed`() {
    var brain = Brain()
    brain.backpressure.mostHeldBack = 2
    var folders = FoldersView()
    folders.channels = ["fax": Backpressure.Channel(bundles: 1_000, freeBytes: .max)]
    folders.ready = [InboxWatch.Ready(entry: EntryKey(source: "a", name: [1]), how: .marker)]
    func plan(waiting: Int) -> Brain.Plan {
      var packets: [PacketEntry] = []
      var releases: [ReleaseEntry] = []
      for number in 1...(waiting + 1) {
        packets.append(BrainTests.packet(number, state: .released))
        releases.append(BrainTests.staged(number, channel: number > waiting ? "sftp" : "fax"))
      }
      return brain.plan(LedgerView(packets: packets, releases: releases), folders, BrainTests.now)
    }
    let some = plan(waiting: 1)
    #expect(some.heldBack.releases == ["fax": 1])
    #expect(some.actions.count == 2)
    let many = plan(waiting: 2)
    #expect(many.heldBack.entries == 1)
    #expect(many.actions == [.deliver(PacketNumber(3), DisclosureID(packet: PacketNumber(3), release: 1))])
  }
}
