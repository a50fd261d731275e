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

-- A ledger as version 0.1 left it: one packet held, one delivered.
INSERT INTO packets (number, source, form, entry_name, fingerprint, request_id, state, due, claimed_at, offences,
  attempts, pipeline, verdict, lift) VALUES
  (1, 'er', 'folder', x'61', '0101010101010101010101010101010101010101010101010101010101010101', 'R1', 'held', NULL, 1780000000000, 0, 1, 'care', 'hold', 'any'),
  (2, 'er', 'folder', x'62', '0202020202020202020202020202020202020202020202020202020202020202', 'R2', 'released', NULL, 1780000001000, 0, 1, 'care', 'note', NULL);
INSERT INTO files (packet, path, bytes, digest, inode, changed) VALUES
  (1, x'612e786d6c', 12, '0303030303030303030303030303030303030303030303030303030303030303', 5, 6), (2, x'612e786d6c', 12, '0404040404040404040404040404040404040404040404040404040404040404', 7, 8);
INSERT INTO findings (packet, position, rule, source, verdict, lift, record, place, problem, remedy) VALUES
  (1, 0, 'patient.match', '45 CFR 164.502(a)', 'hold', 'any', NULL, NULL, 'is another', 'correct it');
INSERT INTO releases (disclosure, packet, release, state, channel, recipient, records, basis, purpose, accounted,
  staged_at, delivered_at) VALUES
  ('d00000002-1', 2, 1, 'delivered', 'sftp', 'clinic', '0505050505050505050505050505050505050505050505050505050505050505', 'treatment', 'TREAT', 0, 1780000002000,
  1780000003000);
INSERT INTO disclosures VALUES ('d00000002-1', 2, 1780000002500, 'clinic', 'treatment', 'TREAT', 0);
INSERT INTO events (line) VALUES ('{"event":"packet.claimed"}'), ('{"event":"packet.held"}');
PRAGMA user_version = 1;
