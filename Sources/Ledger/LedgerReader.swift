internal import GRDB
internal import Values

internal import struct Foundation.Data

/// Rows of SQLite to our values. A row that does not fit is damage, never a default.
enum LedgerReader {
  static func blob(_ bytes: [UInt8]) -> Data { Data(bytes) }

  static func packet(_ row: Row, files: [Row]) throws -> PacketEntry {
    let requestID: String? = try row.held("request_id")
    var packet = try PacketEntry(
      number: PacketNumber(row.held("number")), source: row.held("source"), form: choice(row.held("form")),
      entryName: [UInt8](row.held("entry_name") as Data), fingerprint: digest(row.held("fingerprint")),
      requestID: requestID.map { Sensitive($0) }, state: choice(row.held("state")),
      files: files.map(file), due: day(row.held("due")),
      claimedAt: Instant(milliseconds: row.held("claimed_at")))
    packet.offences = try row.held("offences")
    packet.attempts = try row.held("attempts")
    packet.deaths = try row.held("deaths")
    if let today = try day(row.held("facts_today")) {
      packet.facts = try AttemptFacts(
        today: today, instant: Instant(milliseconds: row.held("facts_instant")),
        policy: digest(row.held("facts_policy")))
    }
    packet.repeats = try (row.held("repeats") as Int?).map(PacketNumber.init)
    packet.replaces = try (row.held("replaces") as Int?).map(PacketNumber.init)
    packet.conflictsWith = try (row.held("conflicts_with") as Int?).map(PacketNumber.init)
    packet.pipeline = try row.held("pipeline")
    packet.verdict = try (row.held("verdict") as String?).map { try choice($0) }
    packet.lift = try (row.held("lift") as String?).map { try choice($0) }
    return packet
  }

  private static func file(_ row: Row) throws -> ClaimedFile {
    let inode: Int64 = try row.held("inode")
    return try ClaimedFile(
      path: [UInt8](row.held("path") as Data), byteCount: row.held("bytes"),
      digest: digest(row.held("digest")),
      inode: UInt64(bitPattern: inode), changed: row.held("changed"))
  }

  static func release(_ row: Row, files: [Row]) throws -> ReleaseEntry {
    guard let id = try DisclosureID(row.held("disclosure") as String) else { throw damaged }
    var release = try ReleaseEntry(
      packet: PacketNumber(row.held("packet")), index: row.held("release"), disclosure: id,
      channel: name(row.held("channel")),
      recipient: name(row.held("recipient")),
      files: files.map {
        try ReleaseFile(
          name: name($0.held("name")), byteCount: $0.held("bytes"), digest: digest($0.held("digest")))
      },
      conditions: DeliveryConditions(
        authorization: (row.held("authorization_digest") as String?).map { try digest($0) },
        lastDay: day(row.held("last_day"))),
      records: digest(row.held("records")), basis: row.held("basis"), purpose: row.held("purpose"),
      isAccounted: row.held("accounted"), stagedAt: Instant(milliseconds: row.held("staged_at")))
    release.inner = try (row.held("inner_digest") as String?).map { try digest($0) }
    release.state = try choice(row.held("state"))
    release.deliveredAt = try (row.held("delivered_at") as Int64?).map { Instant(milliseconds: $0) }
    return release
  }

  static func finding(_ row: Row) throws -> Finding {
    guard let rule = try RuleID(checking: row.held("rule")) else { throw damaged }
    let record: Int? = try row.held("record")
    let place: String? = try row.held("place")
    return try Finding(
      rule, source: PlainText(ours: row.held("source")), choice(row.held("verdict")),
      lift: choice(row.held("lift")),
      subject: record.map { .record($0) } ?? .packet,
      at: place.map { Place(path: PlainText(ours: $0)) }, PlainText(ours: row.held("problem")),
      remedy: PlainText(ours: row.held("remedy")))
  }

  static func choice<Choice: RawRepresentable<String>>(_ text: String) throws -> Choice {
    guard let choice = Choice(rawValue: text) else { throw damaged }
    return choice
  }

  private static func day(_ text: String?) throws -> Day? {
    guard let text else { return nil }
    guard let day = Day(text) else { throw damaged }
    return day
  }

  static func digest(_ hex: String) throws -> Digest {
    guard let digest = Digest(hex: hex) else { throw damaged }
    return digest
  }

  /// A text that becomes part of a path: only what names of ours are made of.
  private static func name(_ text: String) throws -> String {
    let isOurs = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        true
      default: false
      }
    }
    guard isOurs, !text.isEmpty, text.utf8.first != UInt8(ascii: ".") else { throw damaged }
    return text
  }

  static let damaged = LedgerError(.damaged, "holds a row that does not fit")
}

extension Row {
  /// What a column holds. `row["…"]` ends the process where the column is not there or holds something else, and
  /// prints the whole row, values of a patient in it (Tests/Faults, case L01).
  func held<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: String) throws -> Value {
    guard hasColumn(column) else { throw LedgerReader.damaged }
    return try decode(forColumn: column)
  }
}
