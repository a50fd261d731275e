private import GRDB
package import Values

/// The ledger in one SQLite file: write-ahead log, synchronous FULL, so that a commit that returned is on
/// disk. The file's `-wal` is part of it: never copy or delete one without the other.
package final class GRDBLedger: Ledger {
  private let pool: DatabasePool

  /// Opens the ledger, making or upgrading it first.
  ///
  /// - Parameter path: of the database file, in a folder of mode 0700.
  /// - Throws: `newer` when a later version of Chartgate wrote it, `damaged` when it is no ledger of ours.
  package init(path: String) throws(LedgerError) {
    pool = try LedgerError.catching {
      var configuration = Configuration()
      configuration.journalMode = .wal
      configuration.busyMode = .timeout(5)
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA foreign_keys = ON") }
      let pool = try DatabasePool(path: path, configuration: configuration)
      // Only now: the pool sets NORMAL when it turns the write-ahead log on, and NORMAL syncs no commit, so
      // that a power cut would undo claims whose inbox entries are gone (Tests/Faults, case C05-ledger).
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      try pool.write { try LedgerSchema.migrate($0) }
      return pool
    }
  }

  /// Opens a ledger that is there for reading alone: nothing of it is made, upgraded or locked against the
  /// daemon (FAULTS.md L06).
  ///
  /// - Throws: `newer` when a later version of Chartgate wrote it, `damaged` when it is no ledger of ours.
  package init(reading path: String) throws(LedgerError) {
    pool = try LedgerError.catching {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(5)
      let pool = try DatabasePool(path: path, configuration: configuration)
      try pool.read { try LedgerSchema.check($0) }
      return pool
    }
  }

  package func commit(_ changes: [Change], at instant: Instant) throws(LedgerError) {
    try LedgerError.catching {
      try pool.write { database in
        for change in changes {
          try LedgerWriter.apply(change, at: instant, to: database)
          for line in EventWriter.lines(of: change, at: instant) {
            try database.execute(sql: "INSERT INTO events (line) VALUES (?)", arguments: [line])
          }
        }
      }
    }
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
    try releases(where: "state IN ('staged', 'intended', 'delivered') ORDER BY disclosure", [])
  }

  package func findings(of packet: PacketNumber) throws(LedgerError) -> [Finding] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM findings WHERE packet = ? ORDER BY position", arguments: [packet.value]
      ).map(LedgerReader.finding)
    }
  }

  package func disclosed(records: Digest, to recipient: String) throws(LedgerError) -> [Instant] {
    try read { database in
      try Int64.fetchAll(
        database,
        sql: "SELECT staged_at FROM releases WHERE records = ? AND recipient = ? AND state <> 'failed'",
        arguments: [records.hex, recipient]
      ).map { Instant(milliseconds: $0) }
    }
  }

  package func releases(sharingFilesWith packet: PacketNumber, since: Instant) throws(LedgerError)
    -> [ReleaseEntry]
  {
    try releases(
      where: """
        state <> 'failed' AND packet <> ? AND staged_at >= ? AND packet IN (
          SELECT other.packet FROM files AS own JOIN files AS other ON other.digest = own.digest
          WHERE own.packet = ?) ORDER BY disclosure
        """, [packet.value, since.milliseconds, packet.value])
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
      try Row.fetchAll(database, sql: "SELECT * FROM releases WHERE \(condition)", arguments: arguments)
        .map { row in
          let files = try Row.fetchAll(
            database, sql: "SELECT * FROM release_files WHERE disclosure = ? ORDER BY position",
            arguments: [try row.held("disclosure") as String])
          return try LedgerReader.release(row, files: files)
        }
    }
  }

  private func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    try LedgerError.catching { try pool.read(body) }
  }
}

extension LedgerError {
  /// Runs what may throw SQLite's errors and makes them ours by their code, never by their text: it quotes
  /// values of rows.
  fileprivate static func catching<Value>(_ body: () throws -> Value) throws(LedgerError) -> Value {
    do {
      return try body()
    } catch let error as LedgerError {
      throw error
    } catch let error as DatabaseError {
      throw switch error.resultCode.primaryResultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: LedgerError(.transient, "is locked by another program")
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
