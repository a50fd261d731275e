internal import GRDB
package import Host
package import Values

/// What the folders know better than a ledger that is older than they are.
package struct Found: Sendable {
  /// Packets that it does not know, and those whose state it has wrong.
  package var packets: [PacketEntry] = []
  /// Why a packet of those is held.
  package var findings: [PacketNumber: [Finding]] = [:]
  /// Releases that it does not know, or still has as staged.
  package var releases: [ReleaseEntry] = []
  package init() {}

  package var isEmpty: Bool { packets.isEmpty && releases.isEmpty }
}

/// A backup on its way to become the ledger. It is copied beside the ledger, checked and upgraded there, told
/// what the folders know better, and takes the ledger's place by one rename; the old one is kept beside it.
///
/// The caller holds the tree's lock. What a crash leaves: before the rename of the copy, the old ledger or none,
/// and a mark by which every start is refused; after it, the new ledger and the old mark, which it is older
/// than. Either way: restore again.
package final class RestoredLedger {
  package let ledger: GRDBLedger
  /// Of the last event that the backup has.
  package let last: Int
  /// Of the last event that was ever written here, as far as the mark tells; nil without a mark.
  package let lastKnown: Int?
  private let file: FilePath
  private let copy: FilePath
  private let host = RealHost()

  /// - Parameters:
  ///   - backup: the file; a `-wal` beside it is taken as a part of it.
  ///   - file: the house's ledger.
  /// - Throws: `damaged`, `newer`; `conflict` for the ledger of another house.
  package init(_ backup: FilePath, for file: FilePath) throws(LedgerError) {
    let host = RealHost()
    let (copy, value) = try LedgerError.catching {
      guard let copy = file.adding(".restoring") else { throw LedgerError(.conflict, "has no name") }
      for ending in ["", "-wal", "-shm", "-journal"] {
        if let old = copy.adding(ending) { try host.removeIfThere(old) }
      }
      for ending in ["", "-wal"] {
        guard let from = backup.adding(ending), let to = copy.adding(ending) else { continue }
        guard try ending.isEmpty || host.exists(from) else { continue }
        _ = try host.claimCopy(from, to: to, limit: .max, mode: 0o600)
      }
      return (copy, try LedgerMark.value(file, host))
    }
    let (ledger, identity) = try GRDBLedger.copy(copy.text)
    if let identity, let value, identity != value.identity {
      throw LedgerError(.conflict, "of the backup is another house's than the one here")
    }
    (self.ledger, self.file, self.copy, lastKnown) = (ledger, file, copy, value?.sequence)
    last = try LedgerError.catching { try ledger.pool.read(GRDBLedger.standing) }.sequence
  }

  /// Writes what the folders know better, with its events, as one. Numbers of events that were lost are not
  /// given again.
  package func adopt(_ found: Found, at instant: Instant) throws(LedgerError) {
    let (last, lost) = (last, max(0, (lastKnown ?? last) - last))
    try LedgerError.catching {
      try ledger.pool.write { database in
        func tell(_ line: String) throws {
          try database.execute(sql: "INSERT INTO events (line) VALUES (?)", arguments: [line])
        }
        try database.execute(
          sql: "UPDATE sqlite_sequence SET seq = seq + ? WHERE name = 'events'", arguments: [lost])
        try tell(EventWriter.restored(after: last, lost: lost, at: instant))
        for packet in found.packets {
          try Self.write(packet, found.findings[packet.number], to: database)
          try tell(EventWriter.restored(packet, at: instant))
        }
        for release in found.releases {
          try Self.write(release, at: instant, to: database)
          try tell(EventWriter.restored(release, at: instant))
        }
      }
    }
  }

  /// Puts it in the ledger's place.
  ///
  /// - Parameter name: what is added to the old ledger's name.
  /// - Returns: where the old one lies now; nil when there was none.
  package func takeOver(keepingOldAs name: String) throws(LedgerError) -> FilePath? {
    try LedgerError.catching {
      try ledger.pool.writeWithoutTransaction { database in
        _ = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
      try ledger.pool.close()
      for ending in ["-wal", "-shm"] {
        if let old = copy.adding(ending) { try host.removeIfThere(old) }
      }
      try host.syncFile(copy)
      guard let old = file.adding(name) else { throw LedgerError(.conflict, "has no name") }
      let wasThere = try host.renameIfThere(file, to: old)
      // Its -wal goes with it, or SQLite would take it for the new one's.
      if let wal = file.adding("-wal"), let oldWAL = old.adding("-wal") {
        _ = try host.renameIfThere(wal, to: oldWAL)
      }
      if let index = file.adding("-shm") { try host.removeIfThere(index) }
      try host.sync(file.parent)
      try host.rename(copy, to: file)
      try host.sync(file.parent)
      if let mark = file.adding("-mark"), let oldMark = old.adding("-mark") {
        _ = try host.renameIfThere(mark, to: oldMark)
        try host.sync(file.parent)
      }
      return wasThere ? old : nil
    }
  }

  /// Takes the copy away again.
  package func discard() throws(LedgerError) {
    try LedgerError.catching {
      try ledger.pool.close()
      for ending in ["-wal", "-shm", "-journal", ""] {
        if let old = copy.adding(ending) { try host.removeIfThere(old) }
      }
    }
  }

  private static func write(_ packet: PacketEntry, _ findings: [Finding]?, to database: Database) throws {
    let number = packet.number.value
    if try Int.fetchOne(database, sql: "SELECT 1 FROM packets WHERE number = ?", arguments: [number]) == nil {
      try LedgerWriter.insert(packet, into: database)
    }
    try database.execute(
      sql: "UPDATE packets SET state = ?, verdict = ?, lift = ?, facts_today = NULL WHERE number = ?",
      arguments: [packet.state.rawValue, packet.verdict?.rawValue, packet.lift?.rawValue, number])
    if let findings { try LedgerWriter.replaceFindings(of: number, by: findings, in: database) }
  }

  private static func write(_ release: ReleaseEntry, at instant: Instant, to database: Database) throws {
    let id = release.disclosure.description
    if try Int.fetchOne(database, sql: "SELECT 1 FROM releases WHERE disclosure = ?", arguments: [id]) == nil
    {
      try LedgerWriter.insert(release, into: database)
    }
    try database.execute(
      sql: "UPDATE releases SET state = ?, delivered_at = ? WHERE disclosure = ?",
      arguments: [release.state.rawValue, release.deliveredAt?.milliseconds, id])
    guard release.state != .failed, release.state != .staged else { return }
    // From the intent on it counts as disclosed.
    try database.execute(
      sql: """
        INSERT OR IGNORE INTO disclosures (disclosure, packet, intended_at, recipient, basis, purpose, accounted)
        SELECT disclosure, packet, ?, recipient, basis, purpose, accounted FROM releases WHERE disclosure = ?
        """, arguments: [instant.milliseconds, id])
  }
}
