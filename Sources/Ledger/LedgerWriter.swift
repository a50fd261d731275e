internal import GRDB
internal import Values

/// Changes to SQL. Each one checks that the packet or release stands where it may be changed from, so that
/// a second writer or a repeated step is found instead of done twice.
enum LedgerWriter {
  static func apply(_ change: Change, at instant: Instant, to database: Database) throws {
    switch change {
    case .claimed(let packet): try insert(packet, into: database)
    case .retried(let number, _):
      try update(
        database, "packets",
        "state = 'claimed', attempts = 0, deaths = 0, facts_today = NULL, verdict = NULL, lift = NULL",
        [], where: "number = ? AND state IN ('held', 'rejected')", [number.value])
    case .attempt(let number, let facts, let died):
      try update(
        database, "packets",
        "state = 'working', attempts = attempts + 1, deaths = deaths + ?, facts_today = ?, facts_instant = ?, facts_policy = ?",
        [died ? 1 : 0, facts.today.description, facts.instant.milliseconds, facts.policy.hex],
        where: "number = ? AND state IN ('claimed', 'working')", [number.value])
      try database.execute(
        sql: """
          INSERT OR REPLACE INTO attempts (packet, attempt, begun_at, today, policy, died_before)
          SELECT number, attempts, ?, ?, ?, ? FROM packets WHERE number = ?
          """,
        arguments: [
          instant.milliseconds, facts.today.description, facts.policy.hex, died ? 1 : 0, number.value,
        ])
    case .outcome(let outcome): try record(outcome, in: database)
    case .intent(let id):
      try update(
        database, "releases", "state = 'intended'", [], where: "disclosure = ? AND state = 'staged'",
        [id.description])
      try database.execute(
        sql: """
          INSERT INTO disclosures (disclosure, packet, intended_at, recipient, basis, purpose, accounted)
          SELECT disclosure, packet, ?, recipient, basis, purpose, accounted FROM releases WHERE disclosure = ?
          """, arguments: [instant.milliseconds, id.description])
    case .delivered(let id):
      try update(
        database, "releases", "state = 'delivered', delivered_at = ?", [instant.milliseconds],
        where: "disclosure = ? AND state = 'intended'", [id.description])
    case .closed(let number, let reason):
      try update(
        database, "packets", "state = 'closed'", [], where: "number = ? AND state <> 'closed'", [number.value]
      )
      if reason == .receipt || reason == .timeOver {
        try database.execute(
          sql: "UPDATE releases SET state = 'acknowledged' WHERE packet = ? AND state = 'delivered'",
          arguments: [number.value])
      }
    }
  }

  static func insert(_ packet: PacketEntry, into database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO packets (number, source, form, entry_name, fingerprint, request_id, state, due, claimed_at,
          repeats, replaces, conflicts_with, offences) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        packet.number.value, packet.source, packet.form.rawValue, LedgerReader.blob(packet.entryName),
        packet.fingerprint.hex, packet.requestID?.reveal(.match), packet.state.rawValue,
        packet.due?.description, packet.claimedAt.milliseconds, packet.repeats?.value,
        packet.replaces?.value, packet.conflictsWith?.value, packet.offences,
      ])
    for file in packet.files {
      try database.execute(
        sql: "INSERT INTO files (packet, path, bytes, digest, inode, changed) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          packet.number.value, LedgerReader.blob(file.path), file.byteCount, file.digest.hex,
          Int64(bitPattern: file.inode), file.changed,
        ])
    }
  }

  private static func record(_ outcome: Change.Outcome, in database: Database) throws {
    let number = outcome.packet.value
    try update(
      database, "packets", "state = ?, pipeline = ?, verdict = ?, lift = ?",
      [outcome.state.rawValue, outcome.pipeline, outcome.verdict?.rawValue, outcome.lift?.rawValue],
      where: "number = ? AND state IN ('claimed', 'working', 'released')", [number])
    if outcome.state != .released {
      // Conditions that no longer held at delivery: what was staged does not leave.
      try database.execute(
        sql: "UPDATE releases SET state = 'failed' WHERE packet = ? AND state = 'staged'", arguments: [number]
      )
    }
    try replaceFindings(of: number, by: outcome.findings, in: database)
    if let release = outcome.release { try insert(release, into: database) }
  }

  static func replaceFindings(of number: Int, by findings: [Finding], in database: Database) throws {
    try database.execute(sql: "DELETE FROM findings WHERE packet = ?", arguments: [number])
    for (position, finding) in findings.enumerated() {
      let record: Int? = if case .record(let record) = finding.subject { record } else { nil }
      try database.execute(
        sql: """
          INSERT INTO findings (packet, position, rule, source, verdict, lift, record, place, problem, remedy)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          number, position, finding.rule.description, finding.source.description, finding.verdict.rawValue,
          finding.lift.rawValue, record, finding.place?.shown, finding.problem.description,
          finding.remedy.description,
        ])
    }
  }

  static func insert(_ release: ReleaseEntry, into database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO releases (disclosure, packet, release, state, channel, recipient, authorization_digest,
          last_day, records, inner_digest, basis, purpose, accounted, staged_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        release.disclosure.description, release.packet.value, release.index, release.state.rawValue,
        release.channel, release.recipient, release.conditions.authorization?.hex,
        release.conditions.lastDay?.description, release.records.hex, release.inner?.hex, release.basis,
        release.purpose, release.isAccounted, release.stagedAt.milliseconds,
      ])
    for (position, file) in release.files.enumerated() {
      try database.execute(
        sql: "INSERT INTO release_files (disclosure, position, name, bytes, digest) VALUES (?, ?, ?, ?, ?)",
        arguments: [release.disclosure.description, position, file.name, file.byteCount, file.digest.hex])
    }
  }

  /// One row must change, or the ledger does not stand where the caller believes.
  private static func update(
    _ database: Database, _ table: String, _ assignments: String, _ values: StatementArguments,
    where condition: String, _ keys: StatementArguments
  ) throws {
    try database.execute(
      sql: "UPDATE \(table) SET \(assignments) WHERE \(condition)", arguments: values + keys)
    guard database.changesCount == 1 else {
      throw LedgerError(.conflict, "does not stand where this step may be taken")
    }
  }
}
