package import Host
package import Ledger

/// What we saw of the inboxes, from look to look. Only in memory: after a restart every entry is seen anew
/// and settles anew.
package struct InboxWatch: Sendable {
  private let intake: Intake
  private let stuckAfter: Int64
  private var seen: [EntryKey: Readiness.Observation] = [:]
  private var ready: [EntryKey: Readiness.How] = [:]
  private var known = KnownRequests()
  private var owed: [String: [PacketNumber]] = [:]
  /// Entries that stay incomplete past the limit: reported, not taken.
  private(set) var stuck: Set<EntryKey> = []

  /// - Parameter stuckAfter: nanoseconds after which an incomplete entry is reported.
  package init(intake: Intake, stuckAfter: Int64) { (self.intake, self.stuckAfter) = (intake, stuckAfter) }

  /// Looks once into a source's inbox.
  package mutating func look(at source: SourceFolder, now: Int64) throws(HostError) {
    let skipped = Set(ready.keys.filter { $0.source == source.id }.map(\.name))
    let look = try intake.look(at: source, skipping: skipped, known: known)
    owed[source.id] = look.owed
    for key in ready.keys where key.source == source.id && !look.names.contains(key.name) { forget(key) }
    let entries = Set(look.entries.map(\.name))
    for key in seen.keys where key.source == source.id && ready[key] == nil && !entries.contains(key.name) {
      forget(key)
    }
    for entry in look.entries {
      known.learn(entry)
      _ = judge(entry, in: source, now: now)
    }
  }

  /// Looks again at an entry whose turn it is.
  ///
  /// - Returns: nil when it is gone, or not ready any more.
  package mutating func take(_ key: EntryKey, in source: SourceFolder, now: Int64) throws(HostError)
    -> (entry: EntryView, how: Readiness.How)?
  {
    guard let entry = try intake.look(at: key, in: source) else {
      forget(key)
      return nil
    }
    guard case .ready(let how) = judge(entry, in: source, now: now) else { return nil }
    return (entry, how)
  }

  /// The entry was claimed, or is gone.
  package mutating func forget(_ key: EntryKey) {
    seen[key] = nil
    ready[key] = nil
    stuck.remove(key)
    known.forget(key)
  }

  /// A claim was undone: what was seen of the entry proves nothing any more.
  package mutating func startOver(_ key: EntryKey, now: Int64) {
    ready[key] = nil
    guard let last = seen[key] else { return }
    seen[key] = Readiness.Observation(files: [], unchangedSince: now, firstSeen: last.firstSeen, looks: 0)
    if now - last.firstSeen >= stuckAfter { stuck.insert(key) }
  }

  /// Ready entries, in the order in which they were first seen.
  package func readyEntries() -> [(entry: EntryKey, how: Readiness.How)] {
    ready.map { (entry: $0.key, how: $0.value) }.sorted {
      let (a, b) = (seen[$0.entry]?.firstSeen ?? 0, seen[$1.entry]?.firstSeen ?? 0)
      return a == b ? $0.entry.name.lexicographicallyPrecedes($1.entry.name) : a < b
    }
  }

  package func owedRemovals() -> [(source: String, packet: PacketNumber)] {
    owed.sorted { $0.key < $1.key }.flatMap { source, packets in packets.map { (source, $0) } }
  }

  package mutating func cleared(_ packet: PacketNumber, of source: String) {
    owed[source]?.removeAll { $0 == packet }
  }

  /// How many entries of a source are ready, wait to be complete, and are stuck.
  package func counts(of source: String) -> (ready: Int, waiting: Int, stuck: Int) {
    let own = seen.keys.filter { $0.source == source }
    let ready = own.count { self.ready[$0] != nil }
    let stuck = own.count { self.stuck.contains($0) && self.ready[$0] == nil }
    return (ready, own.count - ready - stuck, stuck)
  }

  /// Whether an entry is ready, or would be if it lay still for the source's settle time from now on.
  package func mayStillSettle(in sources: [SourceFolder]) -> Bool {
    sources.contains { source in
      let counts = counts(of: source.id)
      return counts.ready + counts.waiting > 0
    }
  }

  private mutating func judge(_ entry: EntryView, in source: SourceFolder, now: Int64) -> Readiness.Answer {
    let key = EntryKey(source: entry.source, name: entry.name)
    let readiness = Readiness(settle: source.settle, stuckAfter: stuckAfter)
    let (answer, observation) = readiness.judge(entry, after: seen[key], now: now)
    seen[key] = observation
    switch answer {
    case .ready(let how):
      ready[key] = how
      stuck.remove(key)
    case .waiting: ready[key] = nil
    case .stuck:
      ready[key] = nil
      stuck.insert(key)
    }
    return answer
  }
}
