import Foundation
import Ledger
import Testing
import Values

struct GRDBLedgerTests {
  @Test func `a packet comes back as it was claimed`() throws {
    try Scratch.withLedger { ledger in
      let packet = Sample.packet(1)
      try ledger.commit([.claimed(packet)], at: Sample.noon)
      let found = try #require(try ledger.packet(PacketNumber(1)))
      #expect(found.files == packet.files)
      #expect(found.requestID == packet.requestID)
      #expect(found.fingerprint == packet.fingerprint)
      #expect(
        try ledger.packets(source: "er", entryName: packet.entryName).map(\.number) == [PacketNumber(1)])
      #expect(try ledger.nextNumber() == PacketNumber(2))
    }
  }

  @Test func `a reader makes nothing, writes nothing and sees what is committed beside it`() throws {
    let path = NSTemporaryDirectory() + "chartgate-\(UUID().uuidString).sqlite"
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
    #expect(throws: LedgerError.self) { try GRDBLedger(reading: path) }
    #expect(!FileManager.default.fileExists(atPath: path))
    let ledger = try GRDBLedger(path: path)
    let reader = try GRDBLedger(reading: path)
    try ledger.commit([.claimed(Sample.packet(1))], at: Sample.noon)
    #expect(try reader.newest(5).map(\.number) == [PacketNumber(1)])
    #expect(throws: LedgerError.self) {
      try reader.commit([.claimed(Sample.packet(2))], at: Sample.noon)
    }
  }

  @Test func `a release is intended once`() throws {
    try Scratch.withLedger { ledger in
      try Sample.stage(in: ledger)
      let id = DisclosureID(packet: PacketNumber(1), release: 1)
      try ledger.commit([.intent(id)], at: Sample.noon)
      let error = #expect(throws: LedgerError.self) { try ledger.commit([.intent(id)], at: Sample.noon) }
      #expect(error?.kind == .conflict)
      try ledger.commit([.delivered(id)], at: Sample.noon)
      #expect(try ledger.releases(of: PacketNumber(1)).map(\.state) == [.delivered])
      #expect(try ledger.releases(of: Sample.digest(7), to: "clinic").count == 1)
    }
  }

  @Test func `findings come back in their order`() throws {
    try Scratch.withLedger { ledger in
      try Sample.stage(in: ledger)
      let rules = try ledger.findings(of: PacketNumber(1)).map(\.rule)
      #expect(rules == ["cat.hiv", "access.deadline"])
    }
  }

  @Test func `no event holds a name of the inbox or the request's id`() throws {
    try Scratch.withLedger { ledger in
      try Sample.stage(in: ledger)
      let lines = try ledger.events(after: 0, limit: 100).map(\.line).joined()
      #expect(!lines.contains("ROE") && !lines.contains("REQ-ROE"))
      #expect(lines.contains("\"event\":\"packet.claimed\""))
      #expect(lines.contains("\"event\":\"release.staged\""))
    }
  }

  @Test func `a ledger is found again after it was closed`() throws {
    try Scratch.withFolder { folder in
      try GRDBLedger(path: folder + "/ledger.db").commit([.claimed(Sample.packet(1))], at: Sample.noon)
      #expect(try GRDBLedger(path: folder + "/ledger.db").open().count == 1)
    }
  }

  @Test func `a row that is damaged is an error that tells nothing of it, and not the end`() throws {
    try Scratch.withFolder { folder in
      let path = folder + "/ledger.db"
      try GRDBLedger(path: path).commit([.claimed(Sample.packet(1))], at: Sample.noon)
      // As a byte turned on the disk: the column that is asked for is not there any more.
      let text = try #require(
        String(data: Data(contentsOf: URL(fileURLWithPath: path)), encoding: .isoLatin1))
      let damaged = try #require(text.replacing("due TEXT", with: "dux TEXT").data(using: .isoLatin1))
      try damaged.write(to: URL(fileURLWithPath: path))
      let error = #expect(throws: LedgerError.self) { try GRDBLedger(path: path).packet(PacketNumber(1)) }
      #expect(error?.kind == .damaged && !"\(String(describing: error))".contains("ROE"))
    }
  }

  @Test func `a file that is no ledger is refused`() throws {
    try Scratch.withFolder { folder in
      let noise = Data((0..<8192).map { UInt8(truncatingIfNeeded: $0 &* 31) })
      try noise.write(to: URL(fileURLWithPath: folder + "/ledger.db"))
      let error = #expect(throws: LedgerError.self) { try GRDBLedger(path: folder + "/ledger.db") }
      #expect(error?.kind == .damaged)
    }
  }
}

enum Sample {
  static let noon = Instant(milliseconds: 1_780_000_000_000)

  static func digest(_ byte: UInt8) -> Digest { Digest.sample(byte) }

  static func packet(_ number: Int) -> PacketEntry {
    PacketEntry(
      number: PacketNumber(number), source: "er", form: .folder, entryName: Array("ROE JANE".utf8),
      fingerprint: digest(UInt8(number)), requestID: Sensitive("REQ-ROE"), state: .claimed,
      files: [
        ClaimedFile(
          path: Array("a/ROE.xml".utf8), byteCount: 12, digest: digest(3), inode: .max, changed: -1),
        ClaimedFile(path: Array("request.json".utf8), byteCount: 9, digest: digest(4), inode: 5, changed: 6),
      ], due: Day("2026-12-01"), claimedAt: noon)
  }

  static func stage(in ledger: any Ledger) throws {
    try ledger.commit([.claimed(packet(1))], at: noon)
    let today = try #require(Day("2026-11-24"))
    try ledger.commit(
      [.attempt(PacketNumber(1), AttemptFacts(today: today, instant: noon, policy: digest(9)), died: false)],
      at: noon)
    let findings: [Finding] = [
      Finding(
        "cat.hiv", source: "state", .withhold, lift: .notApplicable, subject: .record(2), "says nothing",
        remedy: "none"),
      Finding(
        "access.deadline", source: "45 CFR 164.524(b)(2)(i)", .note, lift: .notApplicable, "due",
        remedy: "act"),
    ]
    let id = DisclosureID(packet: PacketNumber(1), release: 1)
    let release = ReleaseEntry(
      packet: PacketNumber(1), index: 1, disclosure: id, channel: "sftp", recipient: "clinic",
      files: [ReleaseFile(name: "\(id).zip", byteCount: 5, digest: digest(6))],
      conditions: DeliveryConditions(authorization: digest(2), lastDay: today), records: digest(7),
      basis: "treatment", purpose: "TREAT", isAccounted: false, stagedAt: noon)
    try ledger.commit(
      [
        .outcome(
          Change.Outcome(
            packet: PacketNumber(1), state: .released, pipeline: "continuity-of-care", verdict: .withhold,
            lift: nil, findings: findings, release: release))
      ], at: noon)
  }
}

extension Digest {
  static func sample(_ byte: UInt8) -> Digest {
    guard let digest = Digest(bytes: Array(repeating: byte, count: 32)) else {
      preconditionFailure("32 bytes")
    }
    return digest
  }
}

enum Scratch {
  static func withFolder(_ body: (String) throws -> Void) throws {
    let base = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    let folder = base + "/chartgate-ledger-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  static func withLedger(_ body: (any Ledger) throws -> Void) throws {
    try withFolder { try body(GRDBLedger(path: $0 + "/ledger.db")) }
  }
}
