package import Host
package import Ledger
internal import Values

/// What we saw of the inboxes, from look to look. Only in memory: after a restart every entry is seen anew
/// and settles anew.
///
/// A poll is one listing of each inbox, or none where nothing came or went; then looks at single entries, a few
/// at a time, so that deliveries and results are served between. What lies still is looked at less and less
/// often, once a minute at last; a marker or a listed file that comes beside it brings its turn at once.
package struct InboxWatch: Sendable {
  /// An entry that may be taken.
  package struct Ready: Sendable, Equatable {
    package var entry: EntryKey
    package var how: Readiness.How
    /// The day by which it is urgent, in days since 1970: its due date, or a month after it came.
    package var dueDay: Int
    package var byteCount: Int

    package init(entry: EntryKey, how: Readiness.How, dueDay: Int = 0, byteCount: Int = 0) {
      (self.entry, self.how, self.dueDay, self.byteCount) = (entry, how, dueDay, byteCount)
    }
  }

  private var intake: Intake
  private var stuckAfter: Int64
  private var shelves: [String: InboxShelf] = [:]
  private var known = KnownRequests()
  /// Sources whose entries are being looked at, the next first.
  private var turns: [SourceFolder] = []
  package var pace = Pace()
  /// Another number once anything changed that the engine may act on.
  package private(set) var revision = 0

  /// - Parameter stuckAfter: nanoseconds after which an incomplete entry is reported.
  package init(intake: Intake, stuckAfter: Int64) { (self.intake, self.stuckAfter) = (intake, stuckAfter) }

  /// Takes another configuration. What was seen of the inboxes that stay is not forgotten.
  package mutating func use(_ intake: Intake, stuckAfter: Int64, keeping sources: Set<String>) {
    (self.intake, self.stuckAfter) = (intake, stuckAfter)
    shelves = shelves.filter { sources.contains($0.key) }
    turns = turns.filter { sources.contains($0.id) }
    revision += 1
  }

  // MARK: A poll

  /// Lists a source's inbox, unless nothing can have come or gone; ``lookOn(_:longest:clock:)`` then looks at
  /// its entries.
  ///
  /// - Returns: entries that are gone.
  @discardableResult package mutating func list(_ source: SourceFolder, now: Now) throws(HostError)
    -> [EntryKey]
  {
    var gone: [EntryKey] = []
    var shelf = shelves.removeValue(forKey: source.id) ?? InboxShelf()
    do throws(HostError) {
      if shelf.mustList(try intake.status(of: source), now: now.ticks) {
        let owed = shelf.owed
        let today = Int(now.instant.milliseconds / 86_400_000)
        for name in shelf.take(try intake.names(in: source), now: now.ticks, today: today) {
          gone.append(EntryKey(source: source.id, name: name.bytes))
        }
        for key in gone { known.forget(key) }
        if !gone.isEmpty { revision += 1 }
        if shelf.owed != owed { revision += 1 }
      }
    } catch {
      shelf.distrust()
      shelves[source.id] = shelf
      throw error
    }
    shelf.gather(now: now.ticks)
    let isLooking = shelf.isLooking
    shelves[source.id] = shelf
    turns.removeAll { $0.id == source.id }
    if isLooking { turns.append(source) }
    return gone
  }

  /// Whether entries are still to be looked at in this poll.
  package var isLooking: Bool { !turns.isEmpty }

  /// Whether one of them may be looked at now, for all that their sources have to rest.
  package func mayLookOn(now: Int64) -> Bool {
    turns.contains { !pace.isResting(.look, of: $0.id, now: now) }
  }

  /// Looks at some entries, of each source in turn, those aside that rest.
  ///
  /// - Parameters:
  ///   - most: how many.
  ///   - longest: nanoseconds after which no more are looked at.
  ///   - clock: monotonic nanoseconds.
  package mutating func lookOn(_ most: Int, longest: Int64 = .max, clock: () -> Int64) {
    let start = clock()
    var now = start
    for _ in 0..<most {
      guard let turn = turns.firstIndex(where: { !pace.isResting(.look, of: $0.id, now: now) }) else {
        return
      }
      let source = turns.remove(at: turn)
      guard let name = shelves[source.id]?.next() else { continue }
      look(at: name, in: source, now: now)
      turns.append(source)
      let end = clock()
      pace.took(.look, of: source.id, from: now, to: end)
      guard end - start < longest else { return }
      now = end
    }
  }

  /// Lists a source's inbox and looks at every entry whose turn it is.
  package mutating func look(at source: SourceFolder, now: Now) throws(HostError) {
    try list(source, now: now)
    lookOn(.max) { now.ticks }
  }

  private mutating func look(at name: FileName, in source: SourceFolder, now: Int64) {
    let key = EntryKey(source: source.id, name: name.bytes)
    switch intake.look(at: name, in: source, known: known) {
    case .entry(let entry):
      if entry.form == .flat, let listed = entry.listed { shelves[source.id]?.note(listed, by: name) }
      guard !isRecord(entry, name) else { return set(name, in: source, .nothing, now: now) }
      if case .ready = judge(entry, name, in: source, now: now) {
        known.forget(key)
      } else {
        known.learn(entry)
      }
    case .nothing: set(name, in: source, .nothing, now: now)
    case .gone: set(name, in: source, .waiting, now: now)
    }
  }

  // MARK: One entry

  /// Looks again at an entry whose turn it is.
  ///
  /// - Returns: nil when it is gone, or not ready any more.
  package mutating func take(_ key: EntryKey, in source: SourceFolder, now: Int64) throws(HostError)
    -> (entry: EntryView, how: Readiness.How)?
  {
    guard let name = FileName(key.name) else { return nil }
    guard let entry = try intake.look(at: key, in: source) else {
      set(name, in: source, .waiting, now: now)
      return nil
    }
    guard !isRecord(entry, name) else {
      set(name, in: source, .nothing, now: now)
      return nil
    }
    guard case .ready(let how) = judge(entry, name, in: source, now: now) else { return nil }
    return (entry, how)
  }

  /// An archive that a flat request names is one of its records.
  private func isRecord(_ entry: EntryView, _ name: FileName) -> Bool {
    entry.obstacle == .archive && shelves[entry.source]?.isListed(name) == true
  }

  /// The entry was claimed: its name may be used again.
  package mutating func forget(_ key: EntryKey) {
    guard let name = FileName(key.name) else { return }
    shelves[key.source]?.forget(name)
    shelves[key.source]?.distrust()
    known.forget(key)
    revision += 1
  }

  /// A claim was undone: what was seen of the entry proves nothing any more.
  package mutating func startOver(_ key: EntryKey, now: Int64) {
    guard let name = FileName(key.name) else { return }
    revision += 1
    let stuckAfter = stuckAfter
    shelves[key.source]?.set(name) { record in
      record.standing = now - record.seen.firstSeen >= stuckAfter ? .stuck : .waiting
      record.seen.looks = 0
      record.nextLook = now
    }
  }

  private mutating func judge(_ entry: EntryView, _ name: FileName, in source: SourceFolder, now: Int64)
    -> Readiness.Answer
  {
    let readiness = Readiness(settle: source.settle, stuckAfter: stuckAfter)
    let last = shelves[source.id]?.records[name]?.seen ?? Readiness.Observation(firstSeen: now)
    let (answer, seen) = readiness.judge(entry, after: last, now: now)
    let before = shelves[source.id]?.records[name]?.standing
    let next = nextLook(seen, in: source, now: now)
    shelves[source.id]?.set(name) { record in
      record.seen = seen
      record.nextLook = next
      record.byteCount = entry.byteCount
      if let due = entry.due { record.dueDay = Int32(clamping: due.daysSinceEpoch) }
      switch answer {
      case .ready(let how): (record.standing, record.how) = (.ready, how)
      case .waiting: record.standing = .waiting
      case .stuck: record.standing = .stuck
      }
    }
    if shelves[source.id]?.records[name]?.standing != before { revision += 1 }
    return answer
  }

  private mutating func set(
    _ name: FileName, in source: SourceFolder, _ standing: InboxShelf.Standing, now: Int64
  ) {
    guard let record = shelves[source.id]?.records[name] else { return }
    if record.standing == .ready { revision += 1 }
    let next = standing == .nothing ? nextLook(record.seen, in: source, now: now) : now
    shelves[source.id]?.set(name) { record in
      record.nextLook = next
      record.standing = standing
    }
  }

  /// The longer it lies still, the longer until the next look, a minute at last; where very many wait, so long that
  /// they share two hundred looks a second. Never past the moment at which it has settled.
  private func nextLook(_ seen: Readiness.Observation, in source: SourceFolder, now: Int64) -> Int64 {
    let still = now - seen.unchangedSince
    let longest = max(60_000_000_000, Int64(shelves[source.id]?.lying ?? 0) * 5_000_000)
    let next = now + min(still / 4, longest)
    let settled = seen.unchangedSince + source.settle
    return still < source.settle ? min(next, settled) : next
  }

  // MARK: What is known

  /// Ready entries of each source, the most urgent first, at most so many of each.
  package mutating func readyEntries(_ limit: Int, isResting: (EntryKey) -> Bool = { _ in false }) -> [Ready]
  {
    var ready: [Ready] = []
    for source in shelves.keys.sorted() {
      let urgent =
        shelves[source]?.urgent(limit) { isResting(EntryKey(source: source, name: $0.bytes)) } ?? []
      ready += urgent.map { name, record in
        Ready(
          entry: EntryKey(source: source, name: name.bytes), how: record.how, dueDay: Int(record.dueDay),
          byteCount: record.byteCount)
      }
    }
    return ready
  }

  package func owedRemovals() -> [(source: String, packet: PacketNumber)] {
    shelves.sorted { $0.key < $1.key }.flatMap { source, shelf in shelf.owed.map { (source, $0) } }
  }

  package mutating func cleared(_ packet: PacketNumber, of source: String) {
    shelves[source]?.owed.removeAll { $0 == packet }
    shelves[source]?.distrust()
  }

  /// How many entries of a source are ready, wait to be complete or to be looked at, and are stuck.
  package func counts(of source: String) -> (ready: Int, waiting: Int, stuck: Int) {
    guard let shelf = shelves[source] else { return (0, 0, 0) }
    return (shelf.count(.ready), shelf.count(.waiting) + shelf.count(.unseen), shelf.count(.stuck))
  }

  /// Whether an entry is ready, or would be if it lay still for the source's settle time from now on.
  package func mayStillSettle(in sources: [SourceFolder]) -> Bool {
    sources.contains { source in
      let counts = counts(of: source.id)
      return counts.ready + counts.waiting > 0
    }
  }
}
