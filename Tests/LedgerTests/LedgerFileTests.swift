import Foundation
import GRDB
import Host
import Ledger
import Testing
import Values

@Suite("FAULTS.md L01–L06: a ledger's file that is not what it was is found, and never taken for the newest")
struct LedgerFileTests {
  // MARK: Schemas

  @Test func `an older schema is upgraded after a copy of it was laid aside`() throws {
    try Scratch.withFolder { folder in
      try Fixture.old(folder + "/ledger.db")
      let ledger = try GRDBLedger(path: folder + "/ledger.db")
      #expect(try ledger.newest(9).map(\.state) == [.released, .held])
      #expect(try ledger.releases(of: PacketNumber(2)).map(\.state) == [.delivered])
      let copy = try Fixture.version(folder + "/ledger.db.schema-1")
      #expect(copy == 1)
      #expect(try Fixture.version(folder + "/ledger.db") == 3)
      #expect(try ledger.releases(of: PacketNumber(2)).map(\.inner) == [nil])
      #expect(try Fixture.mode(folder + "/ledger.db.schema-1") == 0o600)
      // What it was goes on: the next commit is the third event.
      try ledger.commit([.retried(PacketNumber(1), by: "uid:0")], at: Sample.noon)
      #expect(try ledger.events(after: 2, limit: 9).map(\.sequence) == [3])
    }
  }

  @Test func `a newer schema is refused, naming both`() throws {
    try Scratch.withFolder { folder in
      let path = folder + "/ledger.db"
      do { _ = try GRDBLedger(path: path) }
      try Fixture.sql(path, "PRAGMA user_version = 9")
      for open in [
        { _ = try GRDBLedger(path: path) }, { _ = try GRDBLedger(reading: path) },
        { _ = try GRDBLedger.summary(of: Fixture.file(path)) },
      ] {
        let error = #expect(throws: LedgerError.self) { try open() }
        #expect(error?.kind == .newer)
        #expect(error?.description.contains("9") == true && error?.description.contains("3") == true)
      }
      #expect(try Fixture.version(path) == 9)
    }
  }

  @Test func `another program's database is not touched`() throws {
    try Scratch.withFolder { folder in
      let path = folder + "/ledger.db"
      try Fixture.sql(path, "CREATE TABLE theirs (x); PRAGMA user_version = 1; PRAGMA application_id = 77")
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      let error = #expect(throws: LedgerError.self) { try GRDBLedger(path: path) }
      #expect(error?.kind == .damaged)
      #expect(try Fixture.tables(path) == ["theirs"])
      #expect(before.count > 0)
    }
  }

  // MARK: Gone, older, another one

  @Test func `a ledger that was deleted is not begun anew`() throws {
    try Scratch.withFolder { folder in
      let path = folder + "/ledger.db"
      try Fixture.fill(path, 1...3)
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
      let error = #expect(throws: LedgerError.self) { try GRDBLedger(path: path) }
      #expect(error?.kind == .damaged && error?.description.contains("gone") == true)
      #expect(!FileManager.default.fileExists(atPath: path))
      try Data().write(to: URL(fileURLWithPath: path))
      #expect(throws: LedgerError.self) { try GRDBLedger(path: path) }
    }
  }

  @Test func `yesterday's ledger in its place is refused`() throws {
    try Scratch.withFolder { folder in
      let path = folder + "/ledger.db"
      try Fixture.fill(path, 1...2)
      try FileManager.default.copyItem(atPath: path, toPath: folder + "/yesterday")
      try Fixture.fill(path, 3...4)
      try Fixture.exchange(path, folder + "/yesterday")
      let error = #expect(throws: LedgerError.self) { try GRDBLedger(path: path) }
      #expect(error?.description.contains("2 events are missing after 2") == true)
    }
  }

  @Test func `a deleted, cut or foreign -wal is found`() throws {
    try Scratch.withFolder { folder in
      let path = folder + "/ledger.db"
      // The main file holds packet 1; packets 2 to 9 are in the -wal, as after a kill.
      try Fixture.fill(path, 1...1)
      try Fixture.killed(path, 2...9, folder + "/killed")
      let other = folder + "/other.db"
      try Fixture.fill(other, 1...1)
      try Fixture.killed(other, 2...5, folder + "/other-killed")
      let whole = try Data(contentsOf: URL(fileURLWithPath: folder + "/killed-wal"))

      func open(_ wal: Data?) throws -> Int {
        let place = folder + "/try.db"
        for end in ["", "-wal", "-shm", "-mark"] { try? FileManager.default.removeItem(atPath: place + end) }
        try FileManager.default.copyItem(atPath: folder + "/killed", toPath: place)
        try FileManager.default.copyItem(atPath: folder + "/killed-mark", toPath: place + "-mark")
        if let wal { try wal.write(to: URL(fileURLWithPath: place + "-wal")) }
        return try GRDBLedger(path: place).newest(99).count
      }
      #expect(try open(whole) == 9)
      #expect(throws: LedgerError.self) { try open(nil) }
      let foreign = try Data(contentsOf: URL(fileURLWithPath: folder + "/other-killed-wal"))
      #expect(throws: LedgerError.self) { try open(foreign) }
      for step in 0..<40 {
        let cut = whole.count * step / 40
        #expect(throws: LedgerError.self, "cut at \(cut)") { try open(Data(whole.prefix(cut))) }
      }
    }
  }

  @Test func `garbage in -shm is harmless`() throws {
    try Scratch.withFolder { folder in
      let path = folder + "/ledger.db"
      try Fixture.fill(path, 1...1)
      try Fixture.killed(path, 2...9, folder + "/killed")
      try Data((0..<32_768).map { UInt8(truncatingIfNeeded: $0 &* 7) })
        .write(to: URL(fileURLWithPath: folder + "/killed-shm"))
      #expect(try GRDBLedger(path: folder + "/killed").newest(99).count == 9)
    }
  }

  @Test func `a torn mark is made anew, and a commit that it missed is no fault`() throws {
    try Scratch.withFolder { folder in
      let path = folder + "/ledger.db"
      try Fixture.fill(path, 1...3)
      let mark = try Data(contentsOf: URL(fileURLWithPath: path + "-mark"))
      for length in 0..<mark.count {
        try Data(mark.prefix(length)).write(to: URL(fileURLWithPath: path + "-mark"))
        #expect(try GRDBLedger(path: path).newest(9).count == 3)
      }
      try Fixture.fill(path, 4...4)
      try mark.write(to: URL(fileURLWithPath: path + "-mark"))
      #expect(try GRDBLedger(path: path).newest(9).count == 4)
    }
  }

  // MARK: Damage

  @Test func `a zeroed page is found, or it held nothing`() throws {
    try Scratch.withFolder { folder in
      let path = folder + "/ledger.db"
      try Fixture.fill(path, 1...60)
      let good = try Data(contentsOf: URL(fileURLWithPath: path))
      let page = 4096
      #expect(good.count > 10 * page)
      for index in 0..<good.count / page {
        var bad = good
        bad.replaceSubrange(index * page..<(index + 1) * page, with: Data(count: page))
        let problem = try Fixture.problem(folder, bad)
        #expect(problem != nil, "page \(index)")
      }
    }
  }

  @Test func `a flipped byte of the header stops, or changes nothing`() throws {
    try Scratch.withFolder { folder in
      let path = folder + "/ledger.db"
      try Fixture.fill(path, 1...5)
      let good = try Data(contentsOf: URL(fileURLWithPath: path))
      var stopped = 0
      for index in 0..<100 {
        var bad = good
        bad[index] ^= 0xFF
        guard try Fixture.problem(folder, bad) == nil else {
          stopped += 1
          continue
        }
        let ledger = try GRDBLedger(reading: folder + "/bad.db")
        #expect(try ledger.newest(9).map(\.number.value) == [5, 4, 3, 2, 1], "byte \(index)")
        #expect(try ledger.events(after: 0, limit: 99).map(\.sequence) == [1, 2, 3, 4, 5], "byte \(index)")
      }
      #expect(stopped > 20)
    }
  }

  @Test func `a lock that a shell holds is waited for and then told, and readers stop no writer`() throws {
    try Scratch.withFolder { folder in
      let path = folder + "/ledger.db"
      let ledger = try GRDBLedger(path: path)
      let shell = try DatabaseQueue(path: path)
      try shell.inDatabase { database in
        try database.execute(sql: "BEGIN IMMEDIATE")
        let error = #expect(throws: LedgerError.self) {
          try ledger.commit([.claimed(Sample.packet(1))], at: Sample.noon)
        }
        #expect(error?.kind == .transient)
        try database.execute(sql: "ROLLBACK; BEGIN; SELECT * FROM packets")
        try ledger.commit([.claimed(Sample.packet(1))], at: Sample.noon)
        try database.execute(sql: "ROLLBACK")
      }
    }
  }

  // MARK: Counting

  @Test func `what rests is counted by rule, alike in both ledgers`() throws {
    try Scratch.withLedger { ledger in
      let memory = MemoryLedger()
      for each in [ledger, memory] as [any Ledger] {
        for number in 1...3 {
          var packet = Sample.packet(number)
          packet.entryName = [UInt8(number)]
          try each.commit([.claimed(packet)], at: Sample.noon)
          let finding = Finding(
            number == 3 ? "cat.hiv" : "patient.match", source: "state", .hold, lift: .any, "is off",
            remedy: "mend it")
          let outcome = Change.Outcome(
            packet: packet.number, state: .held, pipeline: nil, verdict: .hold, lift: .any,
            findings: [finding], release: nil)
          try each.commit([.outcome(outcome)], at: Sample.noon)
        }
      }
      #expect(try ledger.stoppedByRule().map(\.count) == [2, 1])
      #expect(try ledger.stoppedByRule() == memory.stoppedByRule())
      #expect(try ledger.newestEvents(2) == memory.newestEvents(2))
      #expect(try ledger.oldestWaiting() == nil && memory.oldestWaiting() == nil)
      try ledger.commit([.claimed(Sample.packet(4))], at: Sample.noon)
      #expect(try ledger.oldestWaiting() == Sample.noon)
    }
  }
}

/// Ledgers in all states of health.
enum Fixture {
  static func file(_ path: String) throws -> FilePath { try #require(FilePath(file: path)) }

  /// A ledger of schema 1, from its text beside this file.
  static func old(_ path: String) throws {
    let text = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/ledger-1.sql")
    try sql(path, String(contentsOf: text, encoding: .utf8))
  }

  static func sql(_ path: String, _ text: String) throws {
    try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: text) }
  }

  static func version(_ path: String) throws -> Int? {
    try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
  }

  static func tables(_ path: String) throws -> [String] {
    try DatabaseQueue(path: path).read { try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema") }
  }

  static func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  /// Claims packets and closes the ledger, so that all is in its main file.
  static func fill(_ path: String, _ numbers: ClosedRange<Int>) throws {
    let ledger = try GRDBLedger(path: path)
    try claim(numbers, in: ledger)
  }

  private static func claim(_ numbers: ClosedRange<Int>, in ledger: GRDBLedger) throws {
    for number in numbers {
      var packet = Sample.packet(number)
      packet.entryName = Array("entry \(number)".utf8)
      try ledger.commit([.claimed(packet)], at: Sample.noon)
    }
  }

  /// Claims packets, and copies the files as a kill would leave them: with all of it in the -wal.
  static func killed(_ path: String, _ numbers: ClosedRange<Int>, _ copy: String) throws {
    let ledger = try GRDBLedger(path: path)
    try claim(numbers, in: ledger)
    for end in ["", "-wal", "-mark"] {
      try FileManager.default.copyItem(atPath: path + end, toPath: copy + end)
    }
    withExtendedLifetime(ledger) {}
  }

  static func exchange(_ path: String, _ other: String) throws {
    for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
    try FileManager.default.copyItem(atPath: other, toPath: path)
  }

  /// Opens bytes as a ledger and reads all of it; nil when nothing is wrong with it.
  static func problem(_ folder: String, _ bytes: Data) throws -> LedgerError? {
    let path = folder + "/bad.db"
    for end in ["", "-wal", "-shm", "-mark"] { try? FileManager.default.removeItem(atPath: path + end) }
    try bytes.write(to: URL(fileURLWithPath: path))
    do throws(LedgerError) {
      let ledger = try GRDBLedger(path: path)
      _ = try ledger.newest(1000)
      _ = try ledger.events(after: 0, limit: 1000)
      _ = try ledger.openReleases()
      _ = try ledger.newestEvents(1000)
      _ = try ledger.stoppedByRule()
      return nil
    } catch {
      return error
    }
  }
}
