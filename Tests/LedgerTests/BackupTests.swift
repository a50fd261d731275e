import Foundation
import Host
import Ledger
import Synchronization
import Testing
import Values

@Suite("FAULTS.md O09: backups are whole while others write, and come back")
struct BackupTests {
  @Test func `each backup under load opens, verifies and is the ledger at one moment`() throws {
    let folder = try Folder()
    let path = folder.path + "/ledger.db"
    let writer = try GRDBLedger(path: path)
    let load = Load(writer)
    var last = 0
    for round in 1...25 {
      // As the command does: a reader of its own, beside the daemon.
      let file = try #require(FilePath(file: folder.path + "/backup-\(round)"))
      let summary = try GRDBLedger(reading: path).backup(to: file)
      // A packet's claim is one commit of a row and an event: at any one moment there are as many of both.
      #expect(summary.packets == summary.sequence)
      #expect(summary.sequence >= last)
      last = summary.sequence
      #expect(try Fixture.mode(file.text) == 0o600)
      let restored = try GRDBLedger(path: file.text)
      #expect(try restored.nextNumber() == PacketNumber(summary.packets + 1))
    }
    #expect(load.end() == nil)
    #expect(last > 25, "nothing was written meanwhile")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".tmp")
    }
    #expect(left == [])
  }

  @Test func `nothing is overwritten`() throws {
    let folder = try Folder()
    let ledger = try GRDBLedger(path: folder.path + "/ledger.db")
    let file = try #require(FilePath(file: folder.path + "/there"))
    try Data("mine".utf8).write(to: URL(fileURLWithPath: file.text))
    let error = #expect(throws: LedgerError.self) { try ledger.backup(to: file) }
    #expect(error?.kind == .conflict)
    #expect(try Data(contentsOf: URL(fileURLWithPath: file.text)) == Data("mine".utf8))
  }

  @Test func `a backup takes the ledger's place, and the old one is kept`() throws {
    let folder = try Folder()
    let path = folder.path + "/ledger.db"
    let place = try #require(FilePath(file: path))
    let backup = try #require(FilePath(file: folder.path + "/backup"))
    try Fixture.fill(path, 1...2)
    _ = try GRDBLedger(reading: path).backup(to: backup)
    try Fixture.killed(path, 3...4, folder.path + "/unused")
    do {
      let restored = try RestoredLedger(backup, for: place)
      #expect(restored.last == 2 && restored.lastKnown == 4)
      try restored.adopt(Found(), at: Sample.noon)
      let old = try #require(try restored.takeOver(keepingOldAs: ".before"))
      #expect(try GRDBLedger(path: old.text).newest(9).count == 4)
    }
    let ledger = try GRDBLedger(path: path)
    #expect(try ledger.newest(9).count == 2)
    // Numbers of lost events are not given again, and what was lost is told.
    let events = try ledger.events(after: 0, limit: 9)
    #expect(events.map(\.sequence) == [1, 2, 5])
    #expect(
      events.last?.line.contains("\"after\":2") == true && events.last?.line.contains("\"lost\":2") == true)
  }

  @Test func `another house's backup, a damaged one and a newer one are refused, and nothing moves`() throws {
    let folder = try Folder()
    let path = folder.path + "/ledger.db"
    let place = try #require(FilePath(file: path))
    try Fixture.fill(path, 1...2)
    try Fixture.fill(folder.path + "/theirs", 1...2)
    let theirs = try #require(FilePath(file: folder.path + "/theirs"))
    #expect(throws: LedgerError.self) { try RestoredLedger(theirs, for: place) }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes.replaceSubrange(8192..<12_288, with: Data(count: 4096))
    try bytes.write(to: URL(fileURLWithPath: folder.path + "/broken"))
    let broken = try #require(FilePath(file: folder.path + "/broken"))
    #expect(throws: LedgerError.self) { try RestoredLedger(broken, for: place) }
    #expect(try GRDBLedger(path: path).newest(9).count == 2)
  }

  @Test func `a restore that was cut short is refused at the start and can be done again`() throws {
    let folder = try Folder()
    let path = folder.path + "/ledger.db"
    let place = try #require(FilePath(file: path))
    let backup = try #require(FilePath(file: folder.path + "/backup"))
    try Fixture.fill(path, 1...2)
    _ = try GRDBLedger(reading: path).backup(to: backup)
    try Fixture.fill(path, 3...4)
    // Cut between the two renames: no ledger, its mark still there.
    try FileManager.default.moveItem(atPath: path, toPath: path + ".before")
    #expect(throws: LedgerError.self) { try GRDBLedger(path: path) }
    // Cut before the mark was laid aside: the backup in place, the mark of what was.
    try FileManager.default.copyItem(atPath: backup.text, toPath: path)
    #expect(throws: LedgerError.self) { try GRDBLedger(path: path) }
    let restored = try RestoredLedger(backup, for: place)
    try restored.adopt(Found(), at: Sample.noon)
    _ = try restored.takeOver(keepingOldAs: ".before-2")
    #expect(try GRDBLedger(path: path).newest(9).count == 2)
  }
}

/// Claims packets on a thread of its own until it is told to end.
private final class Load: Sendable {
  private struct State {
    var isEnding = false
    var hasEnded = false
    var problem: LedgerError?
    var written = 0
  }
  private let state = Mutex(State())

  init(_ ledger: GRDBLedger) {
    Thread.detachNewThread { [self] in
      var number = 1
      while !state.withLock(\.isEnding) {
        var packet = Sample.packet(number % 200)
        packet.number = PacketNumber(number)
        packet.entryName = Array("\(number)".utf8)
        do throws(LedgerError) {
          try ledger.commit([.claimed(packet)], at: Sample.noon)
        } catch {
          state.withLock { $0.problem = error }
        }
        state.withLock { $0.written = number }
        number += 1
        // Some hundred a second: the copies are not to grow without end.
        usleep(2000)
      }
      state.withLock { $0.hasEnded = true }
    }
    while state.withLock(\.written) < 5 { usleep(1000) }
  }

  func end() -> LedgerError? {
    state.withLock { $0.isEnding = true }
    while !state.withLock(\.hasEnded) { usleep(1000) }
    return state.withLock(\.problem)
  }
}

/// A folder that goes with the test.
final class Folder {
  let path: String
  init() throws {
    path = NSTemporaryDirectory() + "chartgate-backup-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }
}
