import Daemon
import Foundation
import Glibc
import Host
import Ledger
import Synchronization
import Testing
import Values

@Suite("DESIGN.md §2: a packet that comes again, and what it leaves in its inbox")
struct ReturningPacketTests {
  @Test func `what was refused for a link is no repeat once the link is gone`() throws {
    let house = try TestHouse()
    try house.drop("x")
    unsafe symlink("/etc/passwd", house.path + "/in/er/x/odd")
    try EngineTests.rest(house)
    #expect(try house.outcome().states == ["1 rejected"])
    try house.drop("x")
    try EngineTests.rest(house)
    #expect(try house.outcome().states == ["2 released", "1 closed"])
  }

  /// A producer that copies with its own group and mode leaves files that the daemon may read and not remove.
  @Test func `what cannot be taken out of its inbox is decided and delivered all the same, once`() throws {
    let house = try TestHouse()
    try house.drop("x")
    var host = TestHost(clock: house.clock)
    host.isKept = { $0.root.path.hasSuffix("/in/er") }
    var engine = house.engine(on: host)
    for _ in 0..<4 {
      _ = try engine.runHere()
      house.clock.advance(seconds: 1)
    }
    #expect(try house.outcome().states == ["1 released"])
    #expect(try house.ledger.releases(of: PacketNumber(1)).map(\.state) == [.delivered])
    try EngineTests.rest(house)
    #expect(try house.outcome().states == ["1 released"])
  }

  @Test func `what was refused as a folder is no repeat as a flat packet`() throws {
    let house = try TestHouse()
    let inbox = house.path + "/in/er/"
    try FileManager.default.createDirectory(atPath: inbox + "x", withIntermediateDirectories: true)
    for (folder, marker) in [("x/", "x.ready"), ("", "a.ready")] {
      try house.write(inbox + folder + "a.txt", "record")
      try house.write(inbox + folder + "a.request.json", "R1\nrelease\na.txt\n")
      try house.write(inbox + marker, "")
      try EngineTests.rest(house)
    }
    #expect(try house.outcome().states.first == "2 released")
  }

  @Test func `what corrects a conflict is in conflict with the same packet`() throws {
    let house = try TestHouse()
    for (what, record) in [("release", "first"), ("reject", "second"), ("release", "third")] {
      try house.drop("x", what, record: record)
      try EngineTests.rest(house)
    }
    let third = try #require(try house.ledger.packet(PacketNumber(3)))
    #expect(third.replaces == PacketNumber(2))
    #expect(third.conflictsWith == PacketNumber(1))
  }

  /// It would call the next packet of that name ready while it is still being written.
  @Test(arguments: [true, false])
  func `no crash leaves the marker of a packet that is gone`(isFlat: Bool) throws {
    for at in 1..<200 {
      let house = try TestHouse()
      let inbox = house.path + "/in/er/"
      if isFlat {
        try house.write(inbox + "a.txt", "record")
        try house.write(inbox + "x.request.json", "R1\nrelease\na.txt\n")
      } else {
        try house.drop("x")
        try FileManager.default.removeItem(atPath: inbox + "x/.ready")
      }
      try house.write(inbox + "x.ready", "")
      let faults = Faults(.deathBefore, at: at)
      var engine = house.engine(faults)
      do { _ = try engine.runHere() } catch { #expect(faults.isDead) }
      guard faults.isDead else { return }
      try EngineTests.rest(house)
      #expect(house.files("in").isEmpty, "killed at \(at)")
    }
    Issue.record("it never comes to its end")
  }

  /// Reading one costs a parse and a check by its schema, once a second for as long as it waits.
  @Test func `a request that waits is read once, and again when it changed`() throws {
    let house = try TestHouse()
    let request = house.path + "/in/er/x.request.json"
    let reads = Mutex(0)
    let intake = Intake(host: RealHost(), limits: .standard) { bytes, name in
      reads.withLock { $0 += 1 }
      return TestHouse.read(bytes, name)
    }
    var watch = InboxWatch(intake: intake, stuckAfter: .max)
    let source = try #require(house.folders.sources.first)
    try house.write(request, "R1\nrelease\na.txt\n")
    for ticks in 1...5 as ClosedRange<Int64> { try watch.look(at: source, now: BrainTests.moment(ticks)) }
    #expect(reads.withLock { $0 } == 1)
    try house.write(request, "R1\nrelease\nanother.txt\n")
    for ticks in 6...9 as ClosedRange<Int64> { try watch.look(at: source, now: BrainTests.moment(ticks)) }
    #expect(reads.withLock { $0 } == 2)
  }
}
