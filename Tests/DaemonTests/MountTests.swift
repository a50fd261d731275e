import Daemon
import Foundation
import Host
import Ledger
import Synchronization
import Testing
import Values

@Suite("FAULTS.md I12: a share that is not mounted is waited for, and nothing is written where it should be")
struct MountTests {
  private let manager = FileManager.default

  /// A house whose channel and inbox are shares, both there.
  private func house() throws -> TestHouse {
    let house = try TestHouse()
    for folder in ["out/sftp", "in/er"] {
      try manager.createDirectory(
        atPath: house.path + "/" + folder, withIntermediateDirectories: true)
      try house.write(house.path + "/\(folder)/.chartgate-mount", "")
    }
    return house
  }

  /// A process over them.
  private func engine(_ house: TestHouse, _ faults: Faults = Faults()) -> Engine {
    var engine = house.engine(faults)
    var settings = house.settings
    settings.brain.backpressure.freeFloor = 0
    settings.outboxMounts = OutboxMounts(channels: ["sftp"])
    for index in settings.sources.indices { settings.sources[index].isMount = true }
    engine.use(house.house(faults), settings)
    return engine
  }

  /// As umount(8) leaves it: the folder stays, empty.
  private func unmount(_ folder: String, of house: TestHouse) throws {
    let path = house.path + "/" + folder
    try manager.moveItem(atPath: path, toPath: house.path + "/away")
    try manager.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  private func mount(_ folder: String, of house: TestHouse) throws {
    let path = house.path + "/" + folder
    #expect(try manager.contentsOfDirectory(atPath: path).isEmpty)
    try manager.removeItem(atPath: path)
    try manager.moveItem(atPath: house.path + "/away", toPath: path)
  }

  @Test func `a release waits for its channel's share, and leaves once it is back`() throws {
    let house = try house()
    try house.drop("x")
    try unmount("out/sftp", of: house)
    var engine = engine(house)
    _ = try engine.runHere()
    #expect(try engine.status().heldBack.away == ["sftp": 1])
    #expect(try engine.status().line.contains("channel sftp is not mounted"))
    let told = house.told.withLock { $0 }
    #expect(told.contains(.channelAway(channel: "sftp", releases: 1)))
    try mount("out/sftp", of: house)
    house.clock.advance(seconds: 60)
    _ = try engine.runHere()
    #expect(try house.outcome().delivered == 1)
    #expect(house.files("out").count == 5)
  }

  /// Of a share that is gone every file is gone: a release that was intended there must not count as taken.
  @Test func `what was intended before its share went is not taken for delivered`() throws {
    var wasIntended = false
    for step in 1... {
      let house = try house()
      try house.drop("x")
      let faults = Faults(.deathBefore, at: step)
      var first = engine(house, faults)
      do { _ = try first.runHere() } catch { _ = error }
      guard faults.isDead else { break }
      let state = try house.ledger.openReleases().first?.state
      try unmount("out/sftp", of: house)
      var second = engine(house)
      _ = try second.runHere()
      if state == .intended {
        wasIntended = true
        #expect(try house.ledger.openReleases().first?.state == .intended, "step \(step)")
      }
      try mount("out/sftp", of: house)
      var third = engine(house)
      house.clock.advance(seconds: 60)
      _ = try third.runHere()
      #expect(try house.outcome().delivered == 1, "step \(step)")
      #expect(house.files("out").count == 5, "step \(step)")
    }
    #expect(wasIntended)
  }

  @Test
  func `an inbox whose share is not there is told of, and what was claimed of it is not taken for removed`()
    throws
  {
    let house = try house()
    try house.drop("x")
    try unmount("in/er", of: house)
    var engine = engine(house)
    #expect(try engine.runHere() == 0)
    #expect(
      house.told.withLock { $0 }.contains { event in
        if case .sourceUnreachable(source: "er", code: _, _) = event { true } else { false }
      })
    try mount("in/er", of: house)
    house.clock.advance(seconds: 60)
    _ = try engine.runHere()
    #expect(try house.outcome().delivered == 1)
    #expect(house.files("in") == ["er/.chartgate-mount"])
  }
}
