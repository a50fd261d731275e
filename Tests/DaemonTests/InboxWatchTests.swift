import Daemon
import Foundation
import Host
import Ledger
import Stages
import Synchronization
import Testing
import Values

@Suite("DESIGN.md §6: a poll costs one directory read, and one look into each entry not yet judged ready")
struct InboxWatchTests {
  /// Counts what is asked of the host.
  private final class Counter: Sendable {
    let counts = Mutex<[String: Int]>([:])
    func count(_ call: String, _ path: FilePath) {
      counts.withLock { $0["\(call) \(path.names.count)", default: 0] += 1 }
    }
    func take() -> [String: Int] {
      counts.withLock { counts in
        defer { counts = [:] }
        return counts
      }
    }
  }

  private func watch(_ counter: Counter, stuckAfter: Int64 = .max) -> InboxWatch {
    InboxWatch(
      intake: Intake(
        host: CountingHost { counter.count($0, $1) }, limits: .standard, read: TestHouse.read),
      stuckAfter: stuckAfter)
  }

  private func at(_ seconds: Double) -> Now { BrainTests.moment(Int64(seconds * 1_000_000_000)) }

  @Test func `an inbox in which nothing came or went is not listed again`() throws {
    let house = try TestHouse()
    let source = try #require(house.folders.sources.first)
    let counter = Counter()
    var watch = watch(counter)
    try house.drop("x")
    try watch.look(at: source, now: at(0))
    try watch.look(at: source, now: at(1))
    try watch.look(at: source, now: at(3))
    _ = counter.take()
    try watch.look(at: source, now: at(4))
    #expect(counter.take() == ["status 0": 1])
    // For two minutes, whatever its times say.
    try watch.look(at: source, now: at(123))
    #expect(counter.take()["list 0"] == 1)
    try house.drop("y")
    try watch.look(at: source, now: at(124))
    #expect(watch.counts(of: source.id).ready == 2)
  }

  @Test func `a change right after the last one is not missed, though a clock's grain hides it`() throws {
    let house = try TestHouse()
    let source = try #require(house.folders.sources.first)
    let counter = Counter()
    var watch = watch(counter)
    try house.drop("x")
    try watch.look(at: source, now: at(0))
    for seconds in [0.5, 1, 1.9] {
      _ = counter.take()
      try watch.look(at: source, now: at(seconds))
      #expect(counter.take()["list 0"] == 1)
    }
  }

  @Test func `what lies still is looked at less and less often, and when it has settled`() throws {
    let house = try TestHouse()
    let source = try #require(house.folders.sources.first)
    let counter = Counter()
    var watch = watch(counter)
    try house.drop("x")
    try FileManager.default.removeItem(atPath: house.path + "/in/er/x/.ready")
    try house.write(house.path + "/in/er/x/record.part", "")
    var looks = 0
    for seconds in 0...3_600 {
      try watch.look(at: source, now: at(Double(seconds)))
      looks += counter.take()["list 1"] ?? 0
    }
    #expect(looks > 50 && looks < 120)
    try FileManager.default.removeItem(atPath: house.path + "/in/er/x/record.part")
    for seconds in 3_601...3_680 { try watch.look(at: source, now: at(Double(seconds))) }
    #expect(watch.counts(of: source.id).ready == 1)
  }

  @Test func `a marker or a listed file that comes beside an old entry brings its turn at once`() throws {
    let house = try TestHouse()
    let source = try #require(house.folders.sources.first)
    let inbox = house.path + "/in/er/"
    var watch = watch(Counter())
    try house.drop("x")
    try FileManager.default.moveItem(atPath: inbox + "x/.ready", toPath: inbox + "x/record.part")
    try house.write(inbox + "a.request.json", "R1\nrelease\na.txt 6 \(Digest.sample("record"))\n")
    for seconds in 0...1_000 { try watch.look(at: source, now: at(Double(seconds))) }
    #expect(watch.counts(of: source.id).waiting == 2)
    try FileManager.default.removeItem(atPath: inbox + "x/record.part")
    try house.write(inbox + "x.ready", "")
    try house.write(inbox + "a.txt", "record")
    try watch.look(at: source, now: at(1_001))
    #expect(watch.counts(of: source.id).ready == 2)
  }

  @Test func `an archive that a request names is its record, however long both wait`() throws {
    let house = try TestHouse()
    let source = try #require(house.folders.sources.first)
    let inbox = house.path + "/in/er/"
    var watch = watch(Counter())
    try house.write(inbox + "x.zip", "PK")
    try watch.look(at: source, now: at(0))
    try watch.look(at: source, now: at(9))
    // It would be refused at its tenth second.
    try house.write(inbox + "x.request.json", "R1\nrelease\nx.zip\n")
    for seconds in 10...100 { try watch.look(at: source, now: at(Double(seconds))) }
    #expect(watch.readyEntries(8).map(\.entry.name) == [Array("x.request.json".utf8)])
    try FileManager.default.removeItem(atPath: inbox + "x.request.json")
    for seconds in 101...200 { try watch.look(at: source, now: at(Double(seconds))) }
    #expect(watch.readyEntries(8).map(\.entry.name) == [Array("x.zip".utf8)])
  }

  @Test func `many new entries are looked at a few at a time, and what comes last does not wait for them`()
    throws
  {
    let house = try TestHouse()
    let source = try #require(house.folders.sources.first)
    var watch = watch(Counter())
    for number in 1...50 { try house.drop("p\(number)") }
    try watch.list(source, now: at(0))
    watch.lookOn(10) { 0 }
    #expect(watch.counts(of: source.id).ready == 10)
    #expect(watch.isLooking)
    try house.drop("urgent")
    try watch.list(source, now: at(1))
    watch.lookOn(1) { 1_000_000_000 }
    #expect(watch.readyEntries(100).contains { $0.entry.name == Array("urgent".utf8) })
    watch.lookOn(.max) { 1_000_000_000 }
    #expect(watch.counts(of: source.id).ready == 51)
    #expect(!watch.isLooking)
  }

  @Test func `the most urgent of many is among the few that are shown`() throws {
    let house = try TestHouse()
    let source = try #require(house.folders.sources.first)
    let intake = Intake(host: RealHost(), limits: .standard) { bytes, name in
      let facts = TestHouse.read(bytes, name)
      let isUrgent = bytes.starts(with: Array("R77\n".utf8))
      return .init(id: facts.id, due: isUrgent ? Day("2026-06-02") : Day("2026-06-09"), listed: nil)
    }
    var watch = InboxWatch(intake: intake, stuckAfter: .max)
    for number in 1...300 { try house.drop("p\(number)", id: "R\(number)") }
    try watch.look(at: source, now: at(0))
    let few = watch.readyEntries(8)
    #expect(few.count == 8)
    #expect(few.first?.entry.name == Array("p77".utf8))
    // What rests is passed over, however much of it there is.
    let others = watch.readyEntries(8) { !$0.name.starts(with: Array("p3".utf8)) }
    #expect(others.count == 8)
  }
}
