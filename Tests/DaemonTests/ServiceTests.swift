import Daemon
import Foundation
import Glibc
import Host
import Ledger
import Stages
import Synchronization
import Testing
import Values

struct ServiceTests {
  @Test func `run does what is ready, attempts beside each other, and says what it left`() async throws {
    let house = try TestHouse()
    for name in ["a", "b", "c"] { try house.drop(name, id: name, record: name) }
    try house.drop("d", id: "d", "retry")
    try house.drop("e", id: "e", "hold")
    var options = Service.Options()
    options.pollMilliseconds = 10
    let summary = try await Service.runOnce(
      house.engine(), lock: TreeLock(house.folders.lock), options: options)
    #expect(summary.status.counts[.released] == 3)
    #expect(summary.status.counts[.held] == 1)
    #expect(summary.resting == 1)
    #expect(summary.waiting == 0)
    #expect(try house.outcome().delivered == 3)
  }

  /// In a process of its own, since signals go to whole processes.
  @Test func `serve answers people, hears signals, and gives back what does not end`() async throws {
    await #expect(processExitsWith: .exitCode(0)) {
      let house = try TestHouse()
      try house.drop("x", "hold")
      var options = Service.Options()
      (options.pollMilliseconds, options.stopMilliseconds) = (10, 300)
      var hanging = house.house()
      let decide = hanging.decide
      hanging.decide = { packet, facts throws(PacketError) in
        if packet.number == 2 { while true { usleep(10_000) } }
        return try decide(packet, facts)
      }
      var engine = house.engine(host: RealHost())
      engine.use(hanging, sources: house.folders.sources)
      let (start, lock) = (engine, try TreeLock(house.folders.lock))
      async let served: Void = Service.serve(
        start, lock: lock, options: options, notifier: SystemdNotifier(address: nil)
      ) { .refused(problems: 3) }
      let client = ControlClient(house.folders)
      try await Self.wait { try client.ask(.status(newest: 5)) != nil }
      try await Self.wait { try house.ledger.packet(PacketNumber(1))?.state == .held }
      let answer = try #require(try client.ask(.retry(PacketNumber(1))))
      #expect(answer.problem == nil)
      let again = try #require(try client.ask(.retry(PacketNumber(7))))
      #expect(again.problem?.contains("no such packet") == true)
      kill(getpid(), SIGHUP)
      try await Self.wait { house.told.withLock { $0 }.contains(.configurationRefused(problems: 3)) }
      try house.drop("y", id: "R2")
      try await Self.wait { try house.ledger.packet(PacketNumber(2))?.state == .working }
      kill(getpid(), SIGTERM)
      try await served
      let packet = try #require(try house.ledger.packet(PacketNumber(2)))
      #expect(packet.state == .claimed && packet.deaths == 0)
      let lines = try house.ledger.events(after: 0, limit: 100).map(\.line)
      #expect(lines.contains { $0.contains("packet.retried") && $0.contains("uid:\(geteuid())") })
      #expect(!FileManager.default.fileExists(atPath: house.path + "/state/control.sock"))
      exit(0)
    }
  }

  @Test func `with no daemon the command does it itself, under the lock`() throws {
    let house = try TestHouse()
    try house.drop("x", "hold")
    try EngineTests.rest(house)
    let client = ControlClient(house.folders)
    #expect(try client.ask(.status(newest: 1)) == nil)
    let answer = try client.perform(.retry(PacketNumber(1))) { house.engine() }
    #expect(answer.problem == nil)
    #expect(try house.ledger.packet(PacketNumber(1))?.state == .claimed)
    let lock = try TreeLock(house.folders.lock)
    #expect(throws: TreeLock.Failure.self) {
      _ = try client.perform(.retry(PacketNumber(1))) { house.engine() }
    }
    withExtendedLifetime(lock) {}
  }

  static func wait(_ isDone: () throws -> Bool) async throws {
    for _ in 1...1000 {
      if try isDone() { return }
      try await Task.sleep(for: .milliseconds(10))
    }
    throw Timeout()
  }
  struct Timeout: Error {}
}
