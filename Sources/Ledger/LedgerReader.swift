internal import GRDB
internal import Values

internal import struct Foundation.Data

/// Rows of SQLite to our values. A row that does not fit is damage, never a default.
enum LedgerReader {
  static func blob(_ bytes: [UInt8]) -> Data { Data(bytes) }

  static func packet(_ row: Row, files: [Row]) throws -> PacketEntry {
    let requestID: String? = row["request_id"]
    var packet = PacketEntry(
      number: PacketNumber(row["number"]), source: row["source"], form: try choice(row["form"]),
      entryName: [UInt8](row["entry_name"] as Data), fingerprint: try digest(row["fingerprint"]),
      requestID: requestID.map { Sensitive($0) }, state: try choice(row["state"]),
      files: try files.map(file), due: try day(row["due"]),
      claimedAt: Instant(milliseconds: row["claimed_at"]))
    packet.offences = row["offences"]
    packet.attempts = row["attempts"]
    packet.deaths = row["deaths"]
    if let today = try day(row["facts_today"]) {
      packet.facts = AttemptFacts(
        today: today, instant: Instant(milliseconds: row["facts_instant"]),
        policy: try digest(row["facts_policy"]))
    }
    packet.repeats = (row["repeats"] as Int?).map(PacketNumber.init)
    packet.replaces = (row["replaces"] as Int?).map(PacketNumber.init)
    packet.conflictsWith = (row["conflicts_with"] as Int?).map(PacketNumber.init)
    packet.pipeline = row["pipeline"]
    packet.verdict = try (row["verdict"] as String?).map { try choice($0) }
    packet.lift = try (row["lift"] as String?).map { try choice($0) }
    return packet
  }

  private static func file(_ row: Row) throws -> ClaimedFile {
    let inode: Int64 = row["inode"]
    return ClaimedFile(
      path: [UInt8](row["path"] as Data), byteCount: row["bytes"], digest: try digest(row["digest"]),
      inode: UInt64(bitPattern: inode), changed: row["changed"])
  }

  static func release(_ row: Row, files: [Row]) throws -> ReleaseEntry {
    guard let id = DisclosureID(row["disclosure"] as String) else { throw damaged }
    var release = ReleaseEntry(
      packet: PacketNumber(row["packet"]), index: row["release"], disclosure: id, channel: row["channel"],
      recipient: row["recipient"],
      files: try files.map {
        ReleaseFile(name: $0["name"], byteCount: $0["bytes"], digest: try digest($0["digest"]))
      },
      conditions: DeliveryConditions(
        authorization: try (row["authorization_digest"] as String?).map { try digest($0) },
        lastDay: try day(row["last_day"])),
      records: try digest(row["records"]), basis: row["basis"], purpose: row["purpose"],
      isAccounted: row["accounted"], stagedAt: Instant(milliseconds: row["staged_at"]))
    release.state = try choice(row["state"])
    release.deliveredAt = (row["delivered_at"] as Int64?).map { Instant(milliseconds: $0) }
    return release
  }

  static func finding(_ row: Row) throws -> Finding {
    guard let rule = RuleID(checking: row["rule"]) else { throw damaged }
    let record: Int? = row["record"]
    let place: String? = row["place"]
    return Finding(
      rule, source: PlainText(ours: row["source"]), try choice(row["verdict"]), lift: try choice(row["lift"]),
      subject: record.map { .record($0) } ?? .packet,
      at: place.map { Place(path: PlainText(ours: $0)) }, PlainText(ours: row["problem"]),
      remedy: PlainText(ours: row["remedy"]))
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

  private static func digest(_ hex: String) throws -> Digest {
    guard let digest = Digest(hex: hex) else { throw damaged }
    return digest
  }

  static let damaged = LedgerError(.damaged, "holds a row that does not fit")
}
