package import Ledger
package import Values

/// Where a packet's folder may lie; all on one mount, so that it moves by one rename.
package enum Room: String, Sendable, CaseIterable {
  case work, hold, rejected, archive
}

/// What the folders show, as plain values.
package struct FoldersView: Sendable {
  /// Inbox entries that are ready, in order within a source, and by what.
  package var ready: [(entry: EntryKey, how: Readiness.How)] = []
  /// Inbox entries whose files are those of a claimed packet: the claim was committed, the removal is owed.
  package var owed: [(source: String, packet: PacketNumber)] = []
  /// Which packets have a folder in which room.
  package var rooms: [Room: Set<PacketNumber>] = [:]
  /// Copies in work/ that are being claimed and have no packet's name yet.
  package var copies: Set<PacketNumber> = []
  package init() {}
}

/// What the ledger knows, as plain values.
package struct LedgerView: Sendable {
  /// Those that are not closed, in order of number.
  package var packets: [PacketEntry]
  package var releases: [ReleaseEntry]
  /// Which of the packets that have a folder are closed.
  package var closed: Set<PacketNumber>
  package init(packets: [PacketEntry], releases: [ReleaseEntry], closed: Set<PacketNumber> = []) {
    (self.packets, self.releases, self.closed) = (packets, releases, closed)
  }
}

/// The moment at which it is decided what to do.
package struct Now: Sendable {
  package var instant: Instant
  /// Monotonic nanoseconds.
  package var ticks: Int64
  package init(instant: Instant, ticks: Int64) { (self.instant, self.ticks) = (instant, ticks) }
}

/// One thing to do. Each may be done again after a crash at any point of it.
package enum Action: Sendable, Equatable {
  /// Remove a half-made copy that the ledger does not know.
  case sweep(PacketNumber)
  /// Give the copy of a packet whose claim is committed its name.
  case settle(PacketNumber)
  /// Remove the folder of a closed packet.
  case drop(PacketNumber, from: Room)
  /// Remove the inbox entry of a packet whose claim is committed.
  case clear(source: String, PacketNumber)
  /// Move a packet's folder to where its state says it lies.
  case move(PacketNumber, from: Room, to: Room)
  /// Stage, intend and publish a release, from whatever point it stands at.
  case deliver(PacketNumber, DisclosureID)
  /// Close a packet whose bundle was kept long enough.
  case close(PacketNumber, Change.CloseReason)
  /// Set a packet aside that killed its worker, or the daemon, too often.
  case poison(PacketNumber)
  /// Read and decide. `died` says that the attempt before ended without a word.
  case attempt(PacketNumber, died: Bool)
  case claim(EntryKey, Readiness.How)
}

/// What to do next: a pure function of the ledger, the folders and the moment. A start after a crash is
/// this same function; there is no other recovery.
package struct Brain: Sendable {
  /// Attempts during which a worker or the daemon may die before a packet is poison.
  package var poisonAfter: Int
  /// How long a delivered packet's bytes are kept without a receipt, milliseconds.
  package var keep: Int64

  package init(poisonAfter: Int = 3, keep: Int64 = 30 * 86_400_000) {
    (self.poisonAfter, self.keep) = (poisonAfter, keep)
  }

  /// - Parameters:
  ///   - running: packets with an attempt or a delivery in hand right now; nothing is begun for them.
  ///   - resting: packets that wait out a fault, until these monotonic nanoseconds; their last attempt
  ///     ended with a word, even where the ledger could not be told.
  ///   - died: packets whose last attempt ended without a word, in this process; they may rest all the same.
  /// - Returns: in the order in which to do them: what is owed before what is new, urgent due dates first.
  package func next(
    _ ledger: LedgerView, _ folders: FoldersView, _ now: Now, running: Set<PacketNumber> = [],
    resting: [PacketNumber: Int64] = [:], died: Set<PacketNumber> = []
  ) -> [Action] {
    let open = Set(ledger.packets.map(\.number))
    var actions: [Action] = folders.copies.sorted().map { open.contains($0) ? .settle($0) : .sweep($0) }
    actions += folders.owed.map { .clear(source: $0.source, $0.packet) }
    for room in Room.allCases {
      actions += ledger.closed.intersection(folders.rooms[room] ?? []).sorted().map { .drop($0, from: room) }
    }

    let releases = Dictionary(grouping: ledger.releases, by: \.packet)
    var attempts: [PacketEntry] = []
    for packet in ledger.packets where !running.contains(packet.number) {
      if let until = resting[packet.number], now.ticks < until { continue }
      let own = releases[packet.number] ?? []
      let underWay = own.filter { $0.state == .staged || $0.state == .intended }
      switch packet.state {
      case .claimed, .working:
        if let wrong = misplaced(packet.number, in: .work, folders) {
          actions.append(.move(packet.number, from: wrong, to: .work))
        }
        attempts.append(packet)
      case .held: actions += moves(packet.number, to: .hold, folders)
      case .rejected: actions += moves(packet.number, to: .rejected, folders)
      case .released:
        if let release = underWay.first {
          actions.append(.deliver(packet.number, release.disclosure))
        } else {
          actions += moves(packet.number, to: .archive, folders)
          if let delivered = own.compactMap(\.deliveredAt).max(),
            now.instant.milliseconds - delivered.milliseconds >= keep
          {
            actions.append(.close(packet.number, .timeOver))
          }
        }
      case .closed: break
      }
    }
    for packet in attempts.sorted(by: isBefore) {
      let isDead = died.contains(packet.number) || resting[packet.number] == nil
      let hasDied = packet.state == .working && isDead
      let deaths = packet.deaths + (hasDied ? 1 : 0)
      actions.append(deaths >= poisonAfter ? .poison(packet.number) : .attempt(packet.number, died: hasDied))
    }
    return actions + fair(folders.ready).map { .claim($0.entry, $0.how) }
  }

  /// Urgent due dates first, then in order of arrival.
  private func isBefore(_ a: PacketEntry, _ b: PacketEntry) -> Bool {
    switch (a.due, b.due) {
    case (let x?, let y?) where x != y: x < y
    case (_?, nil): true
    case (nil, _?): false
    default: a.number < b.number
    }
  }

  /// One entry of each source in turn: a source that floods does not starve the others.
  private func fair(_ ready: [(entry: EntryKey, how: Readiness.How)]) -> [(
    entry: EntryKey, how: Readiness.How
  )] {
    var queues: [String: [(entry: EntryKey, how: Readiness.How)]] = [:]
    for item in ready { queues[item.entry.source, default: []].append(item) }
    var order: [(entry: EntryKey, how: Readiness.How)] = []
    let sources = queues.keys.sorted()
    let longest = queues.values.map(\.count).max() ?? 0
    for turn in 0..<longest {
      for source in sources {
        guard let queue = queues[source], turn < queue.count else { continue }
        order.append(queue[turn])
      }
    }
    return order
  }

  private func moves(_ number: PacketNumber, to room: Room, _ folders: FoldersView) -> [Action] {
    guard let wrong = misplaced(number, in: room, folders) else { return [] }
    return [.move(number, from: wrong, to: room)]
  }

  private func misplaced(_ number: PacketNumber, in room: Room, _ folders: FoldersView) -> Room? {
    if folders.rooms[room]?.contains(number) == true { return nil }
    return Room.allCases.first { $0 != room && folders.rooms[$0]?.contains(number) == true }
  }
}
