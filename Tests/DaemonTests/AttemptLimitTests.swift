import Daemon
import Ledger
import Synchronization
import Testing
import Values

@Suite("An attempt that hangs keeps its slot for a while, not for ever")
struct AttemptLimitTests {
  /// An engine with an attempt of packet 1 in hand.
  private func begin(_ house: TestHouse, slots: Int = 1) throws -> (engine: Engine, attempt: Attempt) {
    try house.drop("x")
    var engine = house.engine(slots: slots)
    engine.lookThrough()
    _ = try engine.pass()
    let attempt = try #require(try engine.pass().begun.first)
    return (engine, attempt)
  }

  @Test func `it is given up after its time: its slot is free, and its packet counts a death`() throws {
    let house = try TestHouse()
    var (engine, attempt) = try begin(house)
    house.clock.advance(seconds: 1799)
    _ = try engine.pass()
    #expect(engine.running == [attempt.packet.number])
    house.clock.advance(seconds: 1)
    _ = try engine.pass()
    #expect(engine.running.isEmpty)
    // A packet of another source, or the same again after its rest: the slot is used.
    house.clock.advance(seconds: 10)
    let again = try #require(try engine.pass().begun.first)
    #expect(again.packet.number == attempt.packet.number)
    #expect(try house.ledger.packet(again.packet.number)?.deaths == 1)
    try engine.finish(again.run())
    _ = try engine.runHere()
    #expect(try house.outcome().states == ["1 released"])
  }

  @Test func `it can write nothing any more, and nobody hears its answer`() throws {
    let house = try TestHouse()
    var (engine, attempt) = try begin(house)
    house.clock.advance(seconds: 1800)
    _ = try engine.pass()
    let late = attempt.run()
    #expect(house.files("state/work/1/release").isEmpty)
    try engine.finish(late)
    #expect(house.told.withLock { $0 }.contains(.attemptLate(attempt.packet.number, attempt: 1)))
    #expect(try house.ledger.packet(attempt.packet.number)?.state == .working)
  }

  @Test func `an answer that was made in time and comes after it is not heard either`() throws {
    let house = try TestHouse()
    var (engine, attempt) = try begin(house)
    let late = attempt.run()
    house.clock.advance(seconds: 1800)
    _ = try engine.pass()
    house.clock.advance(seconds: 10)
    let again = try #require(try engine.pass().begun.first)
    try engine.finish(late)
    #expect(engine.running == [attempt.packet.number])
    try engine.finish(again.run())
    _ = try engine.runHere()
    let outcome = try house.outcome()
    #expect(outcome.states == ["1 released"])
    #expect(outcome.delivered == 1)
  }

  @Test func `one that hangs three times is poison, without a restart`() throws {
    let house = try TestHouse()
    var (engine, _) = try begin(house)
    for _ in 1...3 {
      house.clock.advance(seconds: 1800)
      _ = try engine.pass()
      house.clock.advance(seconds: 20)
      _ = try engine.pass()
    }
    #expect(try house.outcome().states == ["1 rejected"])
    #expect(try house.ledger.findings(of: PacketNumber(1)).map(\.rule) == ["house.poison"])
  }

  @Test func `a worker that dies three times over a packet makes it poison, and rests between`() throws {
    let house = try TestHouse()
    try house.drop("x")
    var engine = house.engine()
    var dying = house.house()
    dying.decide = { _, _ throws(PacketError) in
      throw PacketError("house.worker", .died, "the worker died", remedy: "look at its packet")
    }
    engine.use(dying, sources: house.folders.sources)
    for deaths in 0...2 {
      _ = try engine.runHere()
      #expect(try house.ledger.packet(PacketNumber(1))?.deaths == deaths)
      #expect(try engine.pass().begun.isEmpty)
      house.clock.advance(seconds: 20)
    }
    _ = try engine.runHere()
    #expect(try house.outcome().states == ["1 rejected"])
  }
}
