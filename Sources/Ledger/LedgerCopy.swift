internal import GRDB
package import Host
internal import Values

/// Copies a ledger into a file of its own while others write to it: SQLite's online backup, all pages in one
/// step over one snapshot, so that writers go on and the copy is the ledger at one moment.
///
/// The copy is one plain file, 0600, without a `-wal`. It appears under its name when it is whole, checked and
/// durable; a crash before leaves only `.<name>.<number>.tmp`, which may be deleted.
struct LedgerCopy {
  let host: RealHost

  /// - Parameter replacing: whether an older file of that name gives way; else it is `conflict`.
  func write(_ source: some DatabaseReader, to file: FilePath, replacing: Bool) throws {
    guard let name = file.names.last,
      let hidden = FileName([0x2E] + name.bytes + Array(".\(ThisProcess.number)-\(host.ticks()).tmp".utf8))
    else { throw LedgerError(.conflict, "cannot be copied to a path without a name") }
    let temporary = file.parent.appending(hidden)
    // Made before SQLite opens it, so that nobody else could ever read it.
    try host.create(temporary, [], mode: 0o600)
    do {
      let target = try DatabaseQueue(path: temporary.text)
      try source.backup(to: target)
      try target.writeWithoutTransaction { database in
        // The copied header says write-ahead log; a backup is to be one file.
        guard try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE") == "delete" else {
          throw LedgerError(.transient, "could not be copied into one file")
        }
        try LedgerSchema.checkPages(database, wholly: false)
      }
      try target.close()
      try host.syncFile(temporary)
      if replacing {
        try host.replace(file, with: temporary)
      } else {
        try host.rename(temporary, to: file)
      }
      try host.sync(file.parent)
    } catch {
      try host.removeIfThere(temporary)
      throw error
    }
  }
}

/// What a ledger's file holds, in numbers.
package struct LedgerSummary: Sendable, Equatable {
  package let schema: Int
  package let packets: Int
  /// Of the last event.
  package let sequence: Int
  package let disclosures: Int
}

extension GRDBLedger {
  /// Copies the ledger into a new file, whether or not a daemon works on it, and opens the copy to see that it
  /// is one.
  ///
  /// - Throws: `conflict` when there is a file of that name; nothing is ever overwritten.
  package func backup(to file: FilePath) throws(LedgerError) -> LedgerSummary {
    try LedgerError.catching {
      let host = RealHost()
      guard try !host.exists(file) else {
        throw LedgerError(.conflict, "was not copied: there is a file of that name; name another")
      }
      try LedgerCopy(host: host).write(pool, to: file, replacing: false)
      return try Self.summary(of: file)
    }
  }

  /// Looks into a backup: its pages, its schema, what it holds.
  package static func summary(of file: FilePath) throws(LedgerError) -> LedgerSummary {
    try LedgerError.catching {
      var configuration = Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: file.text, configuration: configuration)
      return try queue.read { database in
        try LedgerSchema.checkPages(database, wholly: true)
        let schema = try LedgerSchema.found(database)
        guard schema > 0 else { throw LedgerError(.damaged, "is empty") }
        func count(_ table: String) throws -> Int {
          try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
        }
        let sequence = try Int.fetchOne(database, sql: "SELECT max(sequence) FROM events")
        return LedgerSummary(
          schema: schema, packets: try count("packets"), sequence: sequence ?? 0,
          disclosures: try count("disclosures"))
      }
    }
  }
}
