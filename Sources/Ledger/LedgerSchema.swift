internal import GRDB
internal import Values

/// The ledger's tables. Plain SQL, so that another server can carry the same (DESIGN.md §5).
enum LedgerSchema {
  /// Versions are numbered; a file with a higher one is refused.
  static let version = 3
  /// "CGLg": what says that a SQLite file is a ledger of ours, from version 2 on.
  static let applicationID = 0x4347_4C67

  /// The version that a file has.
  ///
  /// - Returns: 0 for a file in which there is nothing yet.
  /// - Throws: `newer` for one that we do not know, `damaged` for a database of somebody else.
  static func found(_ database: Database) throws -> Int {
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let id = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    guard found <= version || id != applicationID else {
      throw LedgerError(
        .newer,
        "was written by a newer Chartgate (its schema is \(found), this one knows \(version)); upgrade this one"
      )
    }
    let isOurs = found == 0 ? tables == 0 && id == 0 : found == 1 ? id == 0 : id == applicationID
    guard isOurs, found >= 0 else { throw LedgerError(.damaged, "is a database of another program") }
    return found
  }

  /// Brings a file of any earlier version to ours, in the caller's transaction.
  static func migrate(_ database: Database) throws {
    let found = try found(database)
    if found < 1 { try database.execute(sql: version1) }
    if found < 2 {
      try database.execute(sql: version2)
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    if found < 3 { try database.execute(sql: version3) }
    if found < version { try database.execute(sql: "PRAGMA user_version = \(version)") }
  }

  /// Whether a ledger that is only read is one that we understand.
  static func check(_ database: Database) throws {
    guard try found(database) == version else {
      throw LedgerError(.transient, "is not ready yet; the daemon makes or upgrades it at its start")
    }
  }

  /// What the file itself can tell of damage: pages that do not fit together. A flipped byte inside a value
  /// passes (FAULTS.md, trap 17).
  static func checkPages(_ database: Database, wholly: Bool) throws {
    let pragma = wholly ? "integrity_check(1)" : "quick_check(1)"
    guard try String.fetchOne(database, sql: "PRAGMA \(pragma)") == "ok",
      try !wholly || Row.fetchOne(database, sql: "PRAGMA foreign_key_check") == nil
    else { throw LedgerError(.damaged, "is damaged; put it back with: chartgate restore") }
  }

  /// What a release's inner manifest, with its redaction report, must be. Empty for releases of before.
  private static let version3 = "ALTER TABLE releases ADD COLUMN inner_digest TEXT"

  /// An id of the ledger for as long as it lives, so that a mark, a backup or a `-wal` of another one is told
  /// from its own.
  private static let version2 = """
    CREATE TABLE identity (id TEXT NOT NULL) STRICT;
    INSERT INTO identity (id) VALUES (lower(hex(randomblob(16))));
    """

  private static let version1 = """
    CREATE TABLE packets (
      number INTEGER PRIMARY KEY, source TEXT NOT NULL, form TEXT NOT NULL, entry_name BLOB NOT NULL,
      fingerprint TEXT NOT NULL, request_id TEXT, state TEXT NOT NULL, due TEXT, claimed_at INTEGER NOT NULL,
      offences INTEGER NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0, deaths INTEGER NOT NULL DEFAULT 0,
      facts_today TEXT, facts_instant INTEGER, facts_policy TEXT,
      repeats INTEGER, replaces INTEGER, conflicts_with INTEGER,
      pipeline TEXT, verdict TEXT, lift TEXT
    ) STRICT;
    CREATE INDEX packets_by_fingerprint ON packets (fingerprint);
    CREATE INDEX packets_by_request ON packets (source, request_id);
    CREATE INDEX packets_by_entry ON packets (source, entry_name);
    CREATE INDEX packets_open ON packets (state) WHERE state <> 'closed';
    CREATE TABLE files (
      packet INTEGER NOT NULL REFERENCES packets (number), path BLOB NOT NULL, bytes INTEGER NOT NULL,
      digest TEXT NOT NULL, inode INTEGER NOT NULL, changed INTEGER NOT NULL,
      PRIMARY KEY (packet, path)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX files_by_digest ON files (digest);
    CREATE TABLE attempts (
      packet INTEGER NOT NULL REFERENCES packets (number), attempt INTEGER NOT NULL, begun_at INTEGER NOT NULL,
      today TEXT NOT NULL, policy TEXT NOT NULL, died_before INTEGER NOT NULL,
      PRIMARY KEY (packet, attempt)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE findings (
      packet INTEGER NOT NULL REFERENCES packets (number), position INTEGER NOT NULL, rule TEXT NOT NULL,
      source TEXT NOT NULL, verdict TEXT NOT NULL, lift TEXT NOT NULL, record INTEGER, place TEXT,
      problem TEXT NOT NULL, remedy TEXT NOT NULL,
      PRIMARY KEY (packet, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE releases (
      disclosure TEXT PRIMARY KEY, packet INTEGER NOT NULL REFERENCES packets (number),
      release INTEGER NOT NULL, state TEXT NOT NULL, channel TEXT NOT NULL, recipient TEXT NOT NULL,
      authorization_digest TEXT, last_day TEXT, records TEXT NOT NULL, basis TEXT NOT NULL,
      purpose TEXT NOT NULL, accounted INTEGER NOT NULL, staged_at INTEGER NOT NULL, delivered_at INTEGER,
      UNIQUE (packet, release)
    ) STRICT;
    CREATE INDEX releases_open ON releases (state) WHERE state IN ('staged', 'intended', 'delivered');
    CREATE INDEX releases_by_records ON releases (records, recipient);
    CREATE TABLE release_files (
      disclosure TEXT NOT NULL REFERENCES releases (disclosure), position INTEGER NOT NULL,
      name TEXT NOT NULL, bytes INTEGER NOT NULL, digest TEXT NOT NULL,
      PRIMARY KEY (disclosure, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE disclosures (
      disclosure TEXT PRIMARY KEY REFERENCES releases (disclosure), packet INTEGER NOT NULL,
      intended_at INTEGER NOT NULL, recipient TEXT NOT NULL, basis TEXT NOT NULL, purpose TEXT NOT NULL,
      accounted INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE events (sequence INTEGER PRIMARY KEY AUTOINCREMENT, line TEXT NOT NULL) STRICT;
    """
}
