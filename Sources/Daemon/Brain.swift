package import Ledger
internal import Values

/// What to do next: a pure function of the ledger, the folders and the moment. A start after a crash is
/// this same function; there is no other recovery.
package struct Brain: Sendable {
  /// Attempts during which a worker or the daemon may die before a packet is poison.
  package var poisonAfter: Int
  /// How long a delivered packet's bytes are kept without a receipt, milliseconds.
  package var keep: Int64
  /// Attempts that may be in hand at once.
  package var slots: Int
  /// Nanoseconds after which an attempt is given up.
  package var attemptLimit: Int64 = 1_800_000_000_000
  package var backpressure = Backpressure()

  package init(poisonAfter: Int = 3, keep: Int64 = 30 * 86_400_000, slots: Int = 2) {
    (self.poisonAfter, self.keep, self.slots) = (poisonAfter, keep, slots)
  }

  /// What to do, and what waits for room.
  package struct Plan: Sendable {
    /// In the order in which to do them: what is owed before what is new, urgent due dates first.
    package var actions: [Action] = []
    package var heldBack = Backpressure.HeldBack()
  }

  /// Packets of a source that may be claimed and not yet decided: more of them would only fill the disk.
  package var mostWaiting: Int { 4 * slots }
  /// Packets of a source that may rest after faults before no more of it are claimed: some that cannot be worked on
  /// do not stop the others, and a disk that fails does not get all.
  package var mostResting: Int { 64 * slots }

  /// - Parameters:
  ///   - running: packets with an attempt in hand, and since when; nothing is begun for them.
  ///   - resting: packets that wait out a fault; unless it says so their last attempt ended with a word, even
  ///     where the ledger could not be told.
  package func plan(
    _ ledger: LedgerView, _ folders: FoldersView, _ now: Now, running: [PacketNumber: Int64] = [:],
    resting: [PacketNumber: Rest] = [:]
  ) -> Plan {
    var plan = Plan()
    plan.actions = running.filter { now.ticks - $0.value >= attemptLimit }.keys.sorted().map { .giveUp($0) }
    let open = Set(ledger.packets.map(\.number))
    plan.actions += folders.copies.sorted().map { open.contains($0) ? .settle($0) : .sweep($0) }
    plan.actions += folders.owed.map { .clear(source: $0.source, $0.packet) }
    for room in Room.allCases {
      plan.actions += ledger.closed.intersection(folders.rooms[room] ?? []).sorted().map {
        .drop($0, from: room)
      }
    }
    var pressure = PressureGauge(backpressure, folders)
    let releases = Dictionary(grouping: ledger.releases, by: \.packet)
    var attempts: [PacketEntry] = []
    for packet in ledger.packets where running[packet.number] == nil {
      if resting[packet.number]?.lasts(now) ?? false { continue }
      let own = releases[packet.number] ?? []
      switch packet.state {
      case .claimed, .working:
        if let wrong = misplaced(packet.number, in: .work, folders) {
          plan.actions.append(.move(packet.number, from: wrong, to: .work))
        }
        attempts.append(packet)
      case .held: plan.actions += moves(packet.number, to: .hold, folders)
      case .rejected: plan.actions += moves(packet.number, to: .rejected, folders)
      case .released:
        if let release = own.first(where: \.state.isOutgoing) {
          if pressure.admits(release) {
            plan.actions.append(.deliver(packet.number, release.disclosure))
          }
        } else {
          plan.actions += moves(packet.number, to: .archive, folders)
          if let delivered = own.compactMap(\.deliveredAt).max(),
            now.instant.milliseconds - delivered.milliseconds >= keep
          {
            plan.actions.append(.close(packet.number, .timeOver))
          }
        }
      case .closed: break
      }
    }
    plan.actions += begin(attempts, ledger.packets, now, running, resting)
    plan.actions += claims(folders.ready, ledger.packets, now, resting, &pressure)
    plan.heldBack = pressure.heldBack
    return plan
  }

  /// Packets of which more than the plan's own actions will be to do, or which the next plan must know.
  func attended(
    _ ledger: LedgerView, _ plan: Plan, _ now: Now, running: Set<PacketNumber>, resting: [PacketNumber: Rest]
  ) -> Set<PacketNumber> {
    var attended = running.union(resting.keys).union(plan.actions.compactMap(\.packet))
    for packet in ledger.packets where isPoison(packet, now) { attended.insert(packet.number) }
    return attended
  }

  /// Rejected within the last day for its deaths: its source gets fewer slots.
  private func isPoison(_ packet: PacketEntry, _ now: Now) -> Bool {
    packet.deaths >= poisonAfter && packet.state == .rejected
      && now.instant.milliseconds - packet.claimedAt.milliseconds < 86_400_000
  }

  /// Which attempts to begin. Of packets over which something died before, one is in hand at a time: an innocent
  /// one does not die again because of another. And a source that has such packets leaves half of the slots to
  /// the others.
  private func begin(
    _ attempts: [PacketEntry], _ all: [PacketEntry], _ now: Now, _ running: [PacketNumber: Int64],
    _ resting: [PacketNumber: Rest]
  ) -> [Action] {
    var actions: [Action] = []
    var (sound, suspects): ([PacketEntry], [(packet: PacketEntry, died: Bool)]) = ([], [])
    for packet in attempts {
      let died = packet.state == .working && resting[packet.number]?.died ?? true
      let deaths = packet.deaths + (died ? 1 : 0)
      if deaths >= poisonAfter {
        actions.append(.poison(packet.number))
      } else if deaths > 0 {
        suspects.append((packet, died))
      } else {
        sound.append(packet)
      }
    }
    var inHand: [String: Int] = [:]
    var isSuspectInHand = false
    for packet in all where running[packet.number] != nil {
      inHand[packet.source, default: 0] += 1
      if packet.deaths > 0 { isSuspectInHand = true }
    }
    let bad = Set(suspects.map(\.packet.source)).union(
      all.filter { packet in
        isPoison(packet, now) || packet.deaths > 0 && running[packet.number] != nil
      }.map(\.source))
    var free = slots - running.count
    func mayBegin(_ packet: PacketEntry) -> Bool {
      let most = bad.contains(packet.source) ? max(1, slots / 2) : slots
      guard free > 0, inHand[packet.source, default: 0] < most else { return false }
      inHand[packet.source, default: 0] += 1
      free -= 1
      return true
    }
    // The one that died least goes first; it has its turn before what is sound, so that it is not starved.
    suspects.sort {
      ($0.packet.deaths, Self.day(of: $0.packet), $0.packet.number)
        < ($1.packet.deaths, Self.day(of: $1.packet), $1.packet.number)
    }
    if !isSuspectInHand, let next = suspects.first(where: { mayBegin($0.packet) }) {
      actions.append(.attempt(next.packet.number, died: next.died))
    }
    for packet in Turns.order(sound, by: { ($0.source, Self.day(of: $0)) }) where mayBegin(packet) {
      actions.append(.attempt(packet.number, died: false))
    }
    return actions
  }

  /// Which entries to claim, as far as there is room.
  private func claims(
    _ ready: [InboxWatch.Ready], _ packets: [PacketEntry], _ now: Now, _ resting: [PacketNumber: Rest],
    _ pressure: inout PressureGauge
  ) -> [Action] {
    var waiting: [String: Int] = [:]
    var stalled: [String: Int] = [:]
    for packet in packets where packet.state.isUndecided {
      if resting[packet.number]?.lasts(now) ?? false {
        stalled[packet.source, default: 0] += 1
      } else {
        waiting[packet.source, default: 0] += 1
      }
    }
    var actions: [Action] = []
    for entry in Turns.order(ready, by: { ($0.entry.source, $0.dueDay) }) {
      let source = entry.entry.source
      guard waiting[source, default: 0] < mostWaiting, stalled[source, default: 0] < mostResting,
        pressure.admits(entry)
      else { continue }
      waiting[entry.entry.source, default: 0] += 1
      actions.append(.claim(entry.entry, entry.how))
    }
    return actions
  }

  /// The day by which it is urgent, in days since 1970: its due date, or the last day on which a patient's own
  /// request may be answered (45 CFR 164.524(b)(2)), so that what names no date is not put off for ever.
  private static func day(of packet: PacketEntry) -> Int {
    packet.due?.daysSinceEpoch ?? Int(packet.claimedAt.milliseconds / 86_400_000) + 30
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
