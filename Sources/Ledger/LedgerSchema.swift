internal import GRDB
internal import Values

/// The ledger's tables. Plain SQL, so that another server can carry the same (DESIGN.md §5).
enum LedgerSchema {
  /// Versions are numbered; a file with a higher one is refused.
  static let version = 1

  static func migrate(_ database: Database) throws {
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard found <= version else {
      throw LedgerError(.newer, "was written by a newer Chartgate; upgrade this one")
    }
    guard found < 1 else { return }
    try database.execute(sql: version1)
    try database.execute(sql: "PRAGMA user_version = 1")
  }

  /// Whether a ledger that is only read is one that we understand.
  static func check(_ database: Database) throws {
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard found <= version else {
      throw LedgerError(.newer, "was written by a newer Chartgate; upgrade this one")
    }
    guard found == version else {
      throw LedgerError(.transient, "is not ready yet; the daemon makes or upgrades it at its start")
    }
  }

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
