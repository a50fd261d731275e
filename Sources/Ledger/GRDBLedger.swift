internal import GRDB
internal import Host
package import Values

/// The ledger in one SQLite file: write-ahead log, synchronous FULL, so that a commit that returned is on
/// disk. The file's `-wal` is part of it: never copy or delete one without the other. Beside it lies a
/// ``LedgerMark``, so that an older ledger in its place is found.
package final class GRDBLedger: Ledger {
  let pool: DatabasePool
  /// nil for a ledger that is only read.
  private let mark: LedgerMark?

  private init(_ pool: DatabasePool, mark: LedgerMark?) { (self.pool, self.mark) = (pool, mark) }

  /// Opens the ledger, making or upgrading it first. Before an upgrade a copy of it is laid beside it, as
  /// `ledger.sqlite.schema-1`; the upgrade itself is one transaction.
  ///
  /// - Parameter path: of the database file, absolute, in a folder of mode 0700.
  /// - Throws: `newer` when a later version of Chartgate wrote it; `damaged` when it is no ledger of ours, its
  ///   pages do not fit together, it is gone, or it is older than its mark.
  package convenience init(path: String) throws(LedgerError) {
    let (pool, mark) = try LedgerError.catching {
      let host = RealHost()
      guard let file = FilePath(file: path) else { throw LedgerError(.damaged, "has no absolute path") }
      let known = try LedgerMark.value(file, host)
      if try !host.exists(file) {
        guard known == nil else { throw Self.gone }
        try host.create(file, [], mode: 0o600)
        try host.sync(file.parent)
      }
      let pool = try Self.writing(path)
      let found = try pool.read { database in
        try LedgerSchema.checkPages(database, wholly: false)
        return try LedgerSchema.found(database)
      }
      guard found > 0 || known == nil else { throw Self.gone }
      if found > 0, found < LedgerSchema.version, let copy = file.adding(".schema-\(found)") {
        try LedgerCopy(host: host).write(pool, to: copy, replacing: true)
      }
      try pool.write { try LedgerSchema.migrate($0) }
      let value = try pool.read(Self.standing)
      if let known {
        guard known.identity == value.identity || found == 1 else {
          throw LedgerError(
            .damaged, "is another one than its mark (ledger.sqlite-mark) is of; put the own one back")
        }
        guard known.sequence <= value.sequence else {
          throw LedgerError(
            .damaged,
            """
            is older than its mark: \(known.sequence - value.sequence) events are missing after \(value.sequence); \
            put the newer ledger.sqlite and its -wal back, or: chartgate restore FILE
            """)
        }
      }
      return (pool, try LedgerMark.open(file, value))
    }
    self.init(pool, mark: mark)
  }

  /// Opens a ledger that is there for reading alone: nothing of it is made, upgraded or locked against the
  /// daemon (FAULTS.md L06).
  ///
  /// - Throws: `newer` when a later version of Chartgate wrote it, `damaged` when it is no ledger of ours.
  package convenience init(reading path: String) throws(LedgerError) {
    let pool = try LedgerError.catching {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(5)
      let pool = try DatabasePool(path: path, configuration: configuration)
      try pool.read { try LedgerSchema.check($0) }
      return pool
    }
    self.init(pool, mark: nil)
  }

  /// Opens a copy that is to become the ledger: checked page by page, upgraded, without a mark.
  ///
  /// - Returns: the ledger, and the identity that the copy had; nil for one of version 1, which has none.
  static func copy(_ path: String) throws(LedgerError) -> (ledger: GRDBLedger, identity: String?) {
    try LedgerError.catching {
      let pool = try writing(path)
      let found = try pool.read { database in
        try LedgerSchema.checkPages(database, wholly: true)
        return try LedgerSchema.found(database)
      }
      guard found > 0 else { throw LedgerError(.damaged, "is empty") }
      try pool.write { try LedgerSchema.migrate($0) }
      let ledger = GRDBLedger(pool, mark: nil)
      return (ledger, found > 1 ? try pool.read(standing).identity : nil)
    }
  }

  private static func writing(_ path: String) throws -> DatabasePool {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA foreign_keys = ON") }
    let pool = try DatabasePool(path: path, configuration: configuration)
    // Only now: the pool sets NORMAL when it turns the write-ahead log on, and NORMAL syncs no commit, so that a
    // power cut would undo claims whose inbox entries are gone (Tests/Faults, cases L08 and C05).
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return pool
  }

  private static let gone = LedgerError(
    .damaged,
    "is gone, and its mark (ledger.sqlite-mark) says that there was one; put it back, or: chartgate restore FILE"
  )

  /// Where the ledger stands.
  static func standing(_ database: Database) throws -> LedgerMark.Value {
    guard let identity = try String.fetchOne(database, sql: "SELECT id FROM identity"),
      identity.utf8.count == 32
    else { throw LedgerReader.damaged }
    let sequence = try Int.fetchOne(database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'events'")
    return LedgerMark.Value(identity: identity, sequence: sequence ?? 0)
  }

  package func commit(_ changes: [Change], at instant: Instant) throws(LedgerError) {
    let sequence = try LedgerError.catching {
      try pool.write { database in
        for change in changes {
          try LedgerWriter.apply(change, at: instant, to: database)
          for line in EventWriter.lines(of: change, at: instant) {
            try database.execute(sql: "INSERT INTO events (line) VALUES (?)", arguments: [line])
          }
        }
        return Int(database.lastInsertedRowID)
      }
    }
    guard !changes.isEmpty, let mark else { return }
    guard changes.contains(where: \.leadsOut) else { return mark.note(sequence) }
    try LedgerError.catching { try mark.noteDurably(sequence) }
  }

  package func nextNumber() throws(LedgerError) -> PacketNumber {
    try read { database in
      PacketNumber((try Int.fetchOne(database, sql: "SELECT max(number) FROM packets") ?? 0) + 1)
    }
  }

  package func open() throws(LedgerError) -> [PacketEntry] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM packets WHERE state <> 'closed' ORDER BY number")
        .map { try LedgerReader.packet($0, files: []) }
    }
  }

  package func underWay() throws(LedgerError) -> [PacketEntry] {
    try read { database in
      // The first condition of each is its index's own.
      try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM packets WHERE state <> 'closed' AND state IN ('claimed', 'working')
          UNION SELECT * FROM packets WHERE state <> 'closed' AND number IN
            (SELECT packet FROM releases WHERE \(Self.isOpen) AND state IN ('staged', 'intended'))
          ORDER BY number
          """
      ).map { try LedgerReader.packet($0, files: []) }
    }
  }

  package func packet(_ number: PacketNumber) throws(LedgerError) -> PacketEntry? {
    try packets(where: "number = ?", [number.value]).first
  }

  package func packets(fingerprint: Digest) throws(LedgerError) -> [PacketEntry] {
    try packets(where: "fingerprint = ?", [fingerprint.hex])
  }

  package func packets(source: String, requestID: Sensitive<String>) throws(LedgerError) -> [PacketEntry] {
    try packets(where: "source = ? AND request_id = ?", [source, requestID.reveal(.match)])
  }

  package func packets(source: String, entryName: [UInt8]) throws(LedgerError) -> [PacketEntry] {
    try packets(where: "source = ? AND entry_name = ?", [source, LedgerReader.blob(entryName)])
  }

  package func releases(of packet: PacketNumber) throws(LedgerError) -> [ReleaseEntry] {
    try releases(where: "packet = ? ORDER BY release", [packet.value])
  }

  package func openReleases() throws(LedgerError) -> [ReleaseEntry] {
    try releases(where: Self.isOpen + " ORDER BY disclosure", [])
  }

  package func outgoing() throws(LedgerError) -> [ReleaseEntry] {
    try releases(where: Self.isOpen + " AND state IN ('staged', 'intended') ORDER BY disclosure", [])
  }

  /// The condition of the index `releases_open`.
  private static let isOpen = "state IN ('staged', 'intended', 'delivered')"

  package func findings(of packet: PacketNumber) throws(LedgerError) -> [Finding] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM findings WHERE packet = ? ORDER BY position", arguments: [packet.value]
      ).map(LedgerReader.finding)
    }
  }

  package func releases(of records: Digest, to recipient: String) throws(LedgerError) -> [ReleaseEntry] {
    try releases(
      where: "records = ? AND recipient = ? AND state <> 'failed' ORDER BY disclosure",
      [records.hex, recipient])
  }

  package func sent(
    sharingFilesWith packet: PacketNumber, in span: Range<Instant>
  ) throws(LedgerError) -> Set<SentRecords> {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT DISTINCT records, recipient FROM releases
          WHERE state <> 'failed' AND packet <> ? AND staged_at >= ? AND staged_at < ? AND packet IN (
            SELECT other.packet FROM files AS own JOIN files AS other ON other.digest = own.digest
            WHERE own.packet = ?)
          """,
        arguments: [
          packet.value, span.lowerBound.milliseconds, span.upperBound.milliseconds, packet.value,
        ])
      return Set(
        try rows.map {
          SentRecords(
            records: try LedgerReader.digest($0.held("records")), recipient: try $0.held("recipient"))
        })
    }
  }

  package func counts() throws(LedgerError) -> [PacketState: Int] {
    try read { database in
      var counts: [PacketState: Int] = [:]
      for row in try Row.fetchAll(database, sql: "SELECT state, count(*) AS n FROM packets GROUP BY state") {
        counts[try LedgerReader.choice(row.held("state"))] = try row.held("n")
      }
      return counts
    }
  }

  package func newest(_ limit: Int) throws(LedgerError) -> [PacketEntry] {
    try packets(where: "1 ORDER BY number DESC LIMIT ?", [limit])
  }

  package func events(after sequence: Int, limit: Int) throws(LedgerError) -> [EventLine] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT sequence, line FROM events WHERE sequence > ? ORDER BY sequence LIMIT ?",
        arguments: [sequence, limit]
      ).map { try EventLine(sequence: $0.held("sequence"), line: $0.held("line")) }
    }
  }

  package func newestEvents(_ limit: Int) throws(LedgerError) -> [EventLine] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT sequence, line FROM events ORDER BY sequence DESC LIMIT ?", arguments: [limit]
      ).map { try EventLine(sequence: $0.held("sequence"), line: $0.held("line")) }
    }
  }

  package func oldestWaiting() throws(LedgerError) -> Instant? {
    try read { database in
      try Int64.fetchOne(
        database, sql: "SELECT min(claimed_at) FROM packets WHERE state IN ('claimed', 'working')"
      ).map { Instant(milliseconds: $0) }
    }
  }

  package func stoppedByRule() throws(LedgerError) -> [StoppedPackets] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT p.state AS state, coalesce(f.rule, '') AS rule, count(*) AS n, min(p.claimed_at) AS oldest
          FROM packets AS p LEFT JOIN findings AS f ON f.packet = p.number AND f.position =
            (SELECT min(position) FROM findings WHERE packet = p.number AND verdict = p.verdict)
          WHERE p.state IN ('held', 'rejected') GROUP BY p.state, f.rule ORDER BY n DESC, rule
          """
      ).map { row in
        try StoppedPackets(
          state: LedgerReader.choice(row.held("state")), rule: RuleID(checking: row.held("rule")),
          count: row.held("n"), oldest: Instant(milliseconds: row.held("oldest")))
      }
    }
  }

  private func packets(where condition: String, _ arguments: StatementArguments) throws(LedgerError)
    -> [PacketEntry]
  {
    try read { database in
      let order = condition.contains("ORDER BY") ? "" : " ORDER BY number DESC"
      return try Row.fetchAll(
        database, sql: "SELECT * FROM packets WHERE \(condition)\(order)", arguments: arguments
      ).map { row in
        let files = try Row.fetchAll(
          database, sql: "SELECT * FROM files WHERE packet = ? ORDER BY path",
          arguments: [try row.held("number") as Int])
        return try LedgerReader.packet(row, files: files)
      }
    }
  }

  private func releases(where condition: String, _ arguments: StatementArguments) throws(LedgerError)
    -> [ReleaseEntry]
  {
    try read { database in
      // One query for the files of all of them.
      let files = try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM release_files WHERE disclosure IN (SELECT disclosure FROM releases WHERE \(condition))
          ORDER BY disclosure, position
          """, arguments: arguments)
      let byDisclosure = try Dictionary(grouping: files) { try $0.held("disclosure") as String }
      return try Row.fetchAll(
        database, sql: "SELECT * FROM releases WHERE \(condition)", arguments: arguments
      )
      .map { try LedgerReader.release($0, files: byDisclosure[$0.held("disclosure")] ?? []) }
    }
  }

  private func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    try LedgerError.catching { try pool.read(body) }
  }
}

extension LedgerError {
  /// Runs what may throw SQLite's errors and makes them ours by their code, never by their text: it quotes
  /// values of rows.
  static func catching<Value>(_ body: () throws -> Value) throws(LedgerError) -> Value {
    do {
      return try body()
    } catch let error as LedgerError {
      throw error
    } catch let error as HostError {
      throw LedgerError(
        error.kind == .exists ? .conflict : .transient,
        "could not be read or written on disk (\(error.operation): error \(error.code))")
    } catch let error as DatabaseError {
      throw switch error.resultCode.primaryResultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL, .SQLITE_INTERRUPT:
        LedgerError(.transient, "is locked by another program")
      case .SQLITE_FULL: LedgerError(.transient, "has no space left on its volume")
      case .SQLITE_IOERR, .SQLITE_NOMEM, .SQLITE_CANTOPEN:
        LedgerError(.transient, "could not be read or written")
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: LedgerError(.transient, "may not be written")
      case .SQLITE_CONSTRAINT: LedgerError(.conflict, "already holds another row there")
      default: LedgerError(.damaged, "is damaged, or no ledger of Chartgate")
      }
    } catch {
      throw LedgerError(.damaged, "could not be understood")
    }
  }
}
