internal import Host
internal import Ledger
internal import Stages
internal import Values

/// What we saw of one inbox, from look to look: a small record for each name, whatever its packet holds, and the
/// names that are to be looked at next. A hundred thousand that wait cost neither memory by their contents nor a
/// look each at every poll.
struct InboxShelf: Sendable {
  /// What an entry is, as far as we saw.
  enum Standing: UInt8, Sendable {
    case unseen
    /// A name that is no packet: a file that a flat request may list, a marker.
    case nothing
    case waiting
    /// Incomplete past the limit: reported, not taken.
    case stuck
    case ready
  }

  /// Kept of every name.
  struct Record: Sendable {
    var standing = Standing.unseen
    var how = Readiness.How.marker
    /// The listing in which the name was seen last.
    var listing: UInt32
    /// The day by which it is urgent, in days since 1970: its due date, or a month after it came.
    var dueDay: Int32
    var seen: Readiness.Observation
    /// Monotonic nanoseconds; before that it is not looked at again.
    var nextLook: Int64
    var byteCount = 0
  }

  private(set) var records: [FileName: Record] = [:]
  private(set) var counts: [Standing: Int] = [:]
  /// Claims whose removal is owed.
  var owed: [PacketNumber] = []

  /// Names that were never looked at; the last is the next, and what came last goes first: a packet does not
  /// wait for a flood that came before it.
  private var fresh: [FileName] = []
  /// Looked at only once every fresh name was: a flat request among those may name it as its record.
  private var freshArchives: [FileName] = []
  /// Names whose turn it is again.
  private var again: [FileName] = []
  /// The earliest look that any record asks for.
  private var earliest = Int64.max
  /// By each file that a flat request lists, the request.
  private var listedBy: [FileName: FileName] = [:]
  /// The most urgent of what is ready; nil when it must be gathered anew.
  private var first: [FileName]?

  /// What the inbox showed of itself before its last listing, and since when.
  private var change: (inode: UInt64, changed: Int64, since: Int64)?
  private var listedAt = Int64.min
  private var listing: UInt32 = 0
  private var isListingWhole = false

  // MARK: The names

  /// A listing stays true until the inbox's change time is another. It is believed when that time had been the
  /// same for two seconds before the listing, since a clock's grain may hide a change right after another; and
  /// never for longer than two minutes, for file systems that do not keep such times.
  mutating func mustList(_ status: FileStatus, now: Int64) -> Bool {
    // A link's own times say nothing of the folder that it leads to.
    guard status.kind == .folder else { return true }
    if change?.inode != status.inode || change?.changed != status.changed {
      change = (status.inode, status.changed, now)
      isListingWhole = false
    }
    if isListingWhole, now - listedAt < 120_000_000_000 { return false }
    isListingWhole = now - (change?.since ?? now) >= 2_000_000_000
    return true
  }

  /// What failed in the inbox may have left it in part as the last listing showed it.
  mutating func distrust() { (change, isListingWhole) = (nil, false) }

  /// Takes a listing: what is new is to be looked at, what is gone is forgotten.
  ///
  /// - Parameter today: in days since 1970.
  /// - Returns: the names that are gone.
  mutating func take(_ names: [FileName], now: Int64, today: Int) -> [FileName] {
    listing &+= 1
    listedAt = now
    owed = []
    var new: [FileName] = []
    var there = 0
    for name in names {
      if let at = records.index(forKey: name) {
        records.values[at].listing = listing
        there += 1
      } else if let number = InboxNames.claimedNumber(name.bytes) {
        owed.append(PacketNumber(number))
      } else if !InboxNames.isPassedOver(name.bytes) {
        new.append(name)
      }
    }
    owed.sort()
    var gone: [FileName] = []
    if there != records.count {
      for (name, record) in records where record.listing != listing { gone.append(name) }
      for name in gone { forget(name) }
    }
    let month = Int32(clamping: today + 30)
    new.sort()
    for name in new.reversed() {
      records[name] = Record(
        listing: listing, dueDay: month, seen: Readiness.Observation(firstSeen: now), nextLook: now)
      counts[.unseen, default: 0] += 1
      if InboxNames.isArchive(name.bytes) { freshArchives.append(name) } else { fresh.append(name) }
    }
    for name in new { wakeOthers(name, now: now) }
    return gone
  }

  /// A marker, or a file that a request lists, is what another entry may be waiting for.
  private mutating func wakeOthers(_ name: FileName, now: Int64) {
    if let request = listedBy[name] { wake(request, now: now) }
    guard InboxNames.isMarker(name.bytes) else { return }
    let stem = Array(name.bytes.dropLast(6))
    for ending in ["", ".request.json", ".request.xml"] {
      if let other = FileName(stem + Array(ending.utf8)) { wake(other, now: now) }
    }
  }

  private mutating func wake(_ name: FileName, now: Int64) {
    guard let record = records[name], record.standing == .waiting || record.standing == .stuck else { return }
    records[name]?.nextLook = now
    earliest = min(earliest, now)
  }

  // MARK: Whose turn it is

  /// Gathers the names whose turn has come again. Nothing is gathered before the last were looked at.
  mutating func gather(now: Int64) {
    guard again.isEmpty, earliest <= now else { return }
    earliest = .max
    for (name, record) in records {
      switch record.standing {
      case .unseen, .ready: continue
      case .nothing, .waiting, .stuck:
        if record.nextLook <= now { again.append(name) } else { earliest = min(earliest, record.nextLook) }
      }
    }
    again.sort { $1 < $0 }
  }

  var isLooking: Bool { !fresh.isEmpty || !freshArchives.isEmpty || !again.isEmpty }

  /// The next name to look at; nil when there is none left in this poll.
  mutating func next() -> FileName? {
    while true {
      // New names and old ones in turn, so that neither waits for all of the others.
      let takesAgain = !again.isEmpty && (fresh.isEmpty || again.count & 1 == fresh.count & 1)
      guard let name = takesAgain ? again.popLast() : fresh.popLast() ?? freshArchives.popLast() else {
        return nil
      }
      guard let record = records[name], record.standing != .ready else { continue }
      // An archive may be the record of a request that was not looked at yet: its turn comes again.
      if InboxNames.isArchive(name.bytes), !fresh.isEmpty {
        earliest = min(earliest, record.nextLook)
        continue
      }
      return name
    }
  }

  // MARK: The records

  mutating func set(_ name: FileName, _ change: (inout Record) -> Void) {
    guard var record = records[name] else { return }
    let before = record.standing
    change(&record)
    records[name] = record
    if record.standing != before {
      counts[before, default: 0] -= 1
      counts[record.standing, default: 0] += 1
    }
    if record.standing == .ready || before == .ready { first = nil }
    switch record.standing {
    case .unseen, .ready: break
    case .nothing, .waiting, .stuck: earliest = min(earliest, record.nextLook)
    }
  }

  mutating func forget(_ name: FileName) {
    guard let record = records.removeValue(forKey: name) else { return }
    counts[record.standing, default: 0] -= 1
    if record.standing == .ready { first?.removeAll { $0 == name } }
  }

  // MARK: What flat requests list

  /// - Returns: whether a request that is still there lists it.
  func isListed(_ name: FileName) -> Bool { listedBy[name].map { records[$0] != nil } ?? false }

  /// Notes what a flat request lists; of what is no archive only so much as fits, since it only saves a wait.
  mutating func note(_ listed: [EntryView.Listed], by request: FileName) {
    for file in listed {
      guard let name = FileName(file.path) else { continue }
      if listedBy.count < 20_000 || InboxNames.isArchive(name.bytes) { listedBy[name] = request }
    }
    if listedBy.count > 40_000 { listedBy = listedBy.filter { records[$0.value] != nil } }
  }

  // MARK: What is ready

  func count(_ standing: Standing) -> Int { counts[standing] ?? 0 }

  /// Names that are looked at from time to time.
  var lying: Int { count(.nothing) + count(.waiting) + count(.stuck) }

  /// The most urgent of what is ready, then what was seen first; at most so many.
  mutating func urgent(_ limit: Int, isResting: (FileName) -> Bool) -> [(name: FileName, record: Record)] {
    let known = first?.count ?? 0
    if first == nil || (known < limit && known < count(.ready)) {
      first = mostUrgent(max(4 * limit, 64)) { _ in true }
    }
    var names = (first ?? []).filter { !isResting($0) }
    if names.count < limit, count(.ready) > first?.count ?? 0 {
      // Many rest after a fault: what is behind them has its turn.
      names = mostUrgent(limit) { !isResting($0) }
    }
    return names.prefix(limit).compactMap { name in records[name].map { (name, $0) } }
  }

  private func mostUrgent(_ limit: Int, where isWanted: (FileName) -> Bool) -> [FileName] {
    var best: [(name: FileName, record: Record)] = []
    var last: (name: FileName, record: Record)?
    for (name, record) in records where record.standing == .ready {
      if let last, !Self.isBefore((name, record), last) { continue }
      guard isWanted(name) else { continue }
      best.append((name, record))
      guard best.count >= 2 * limit else { continue }
      best.sort(by: Self.isBefore)
      best.removeLast(best.count - limit)
      last = best.last
    }
    best.sort(by: Self.isBefore)
    return best.prefix(limit).map(\.name)
  }

  private static func isBefore(_ a: (name: FileName, record: Record), _ b: (name: FileName, record: Record))
    -> Bool
  {
    if a.record.dueDay != b.record.dueDay { return a.record.dueDay < b.record.dueDay }
    if a.record.seen.firstSeen != b.record.seen.firstSeen {
      return a.record.seen.firstSeen < b.record.seen.firstSeen
    }
    return a.name < b.name
  }
}
