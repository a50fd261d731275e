package import Host
package import Ledger
package import Values

/// What runs everything: it looks at the inboxes, asks the ``Brain`` what to do, and does it, one thing after
/// the other. Only the attempts leave it, as plain values that may run anywhere; their results come back.
///
/// What it keeps from pass to pass (what the inboxes showed, what rests after a fault, which attempts are in
/// hand) is memory that a restart may lose: the ledger and the folders say all that counts. It is a value
/// and blocks on disks; ``Service`` keeps it on a thread of its own.
package struct Engine: Sendable {
  package struct Parts: Sendable {
    package var host: any Host
    package var ledger: any Ledger
    package var folders: HouseFolders
    package var house: House
    package var limits = Limits.standard
    package var brain = Brain()
    /// Attempts that may be in hand at once.
    package var slots: Int
    /// Nanoseconds after which an incomplete inbox entry is reported.
    package var stuckAfter: Int64 = 3_600_000_000_000
    package var backoff: Backoff
    /// The key that a packet's attempts are handed; the house's own never is.
    package var packetKey: @Sendable (PacketNumber) -> PacketKey? = { _ in nil }
    package var tell: @Sendable (Event) -> Void

    package init(
      host: any Host, ledger: any Ledger, folders: HouseFolders, house: House,
      slots: Int = ThisProcess.cores,
      backoff: Backoff = Backoff(random: SystemRandomNumberGenerator()),
      tell: @escaping @Sendable (Event) -> Void
    ) {
      (self.host, self.ledger, self.folders, self.house) = (host, ledger, folders, house)
      (self.slots, self.backoff, self.tell) = (slots, backoff, tell)
    }
  }

  /// Why the engine cannot go on at all.
  package enum Stop: Error, Equatable, Sendable, CustomStringConvertible {
    /// Damaged, or written by a newer Chartgate.
    case ledger(LedgerError)
    /// Packets have folders and the ledger does not know them: it is older than the tree.
    case ledgerIsOlder(packets: Int)

    package var description: String {
      switch self {
      case .ledger(let error): "\(error)"
      case .ledgerIsOlder(let count):
        "ledger: it is older than the folders, \(count) packets lie there that it does not know; "
          + "put the newer ledger back"
      }
    }
  }

  /// What a pass did.
  package struct Round: Sendable {
    /// Attempts that were begun: run each, then hand its result to ``Engine/finish(_:)``.
    package var begun: [Attempt] = []
    /// Actions that were done.
    package var done = 0
  }

  var parts: Parts
  var watch: InboxWatch
  var backoff: Backoff
  /// Packets with an attempt in hand.
  package private(set) var running: Set<PacketNumber> = []
  /// Packets whose worker died, until their next attempt has counted it.
  private(set) var died: Set<PacketNumber> = []
  /// Whether every rename that the rooms show is safe.
  var areRoomsSynced = false
  /// How many stuck entries of each source were told of.
  private var toldStuck: [String: Int] = [:]

  package init(_ parts: Parts) {
    self.parts = parts
    backoff = parts.backoff
    watch = InboxWatch(
      intake: Intake(host: parts.host, limits: parts.limits, read: parts.house.read),
      stuckAfter: parts.stuckAfter)
  }

  /// Takes another configuration; attempts in hand keep the one that they began with.
  package mutating func use(_ house: House, sources: [SourceFolder]) {
    parts.house = house
    parts.folders.sources = sources
    watch = InboxWatch(
      intake: Intake(host: parts.host, limits: parts.limits, read: house.read), stuckAfter: parts.stuckAfter)
    parts.tell(.configurationLoaded(policy: house.policy))
  }

  /// Looks once at every inbox that can be reached. It takes nothing.
  package mutating func look() {
    for source in parts.folders.sources {
      let subject = Backoff.Subject.source(source.id)
      let now = parts.host.ticks()
      guard !backoff.isResting(subject, now: now) else { continue }
      do throws(HostError) {
        try watch.look(at: source, now: now)
        if backoff.until(subject) != nil { parts.tell(.sourceBack(source: source.id)) }
        backoff.clear(subject)
      } catch {
        let fault = rest(subject)
        parts.tell(.sourceUnreachable(source: source.id, code: error.code, fault))
      }
      let stuck = watch.counts(of: source.id).stuck
      if stuck > toldStuck[source.id] ?? 0 { parts.tell(.inboxStuck(source: source.id, entries: stuck)) }
      toldStuck[source.id] = stuck
    }
  }

  /// Does what is to do now, in the brain's order.
  ///
  /// - Parameters:
  ///   - isStopping: asked between steps; nothing new is begun once it says yes.
  ///   - progress: called after every step.
  package mutating func pass(isStopping: () -> Bool = { false }, progress: () -> Void = {}) throws(Stop)
    -> Round
  {
    var round = Round()
    guard !backoff.isResting(.ledger, now: parts.host.ticks()),
      !backoff.isResting(.folders, now: parts.host.ticks()), let (ledger, folders) = try views()
    else { return round }
    let now = Now(instant: parts.host.now(), ticks: parts.host.ticks())
    let actions = parts.brain.next(
      ledger, folders, now, running: running, resting: backoff.packets, died: died)
    var waiting = ledger.packets.count { $0.state == .claimed || $0.state == .working }
    var faulty: Set<PacketNumber> = []
    for action in actions {
      guard !isStopping() else { return round }
      if let packet = action.packet, faulty.contains(packet) { continue }
      switch action {
      case .attempt where running.count >= parts.slots: continue
      // What is claimed waits for attempts: more of it would only fill the disk.
      case .claim where waiting >= 4 * parts.slots: continue
      case .claim: waiting += 1
      case .clear(_, let packet) where backoff.isResting(.packet(packet), now: now.ticks): continue
      case .sweep, .settle, .clear, .drop, .move, .deliver, .close, .poison, .attempt: break
      }
      do {
        try perform(action, &round)
        round.done += 1
        if let packet = action.packet, action.step != .attempt { backoff.clear(.packet(packet)) }
      } catch {
        if let packet = action.packet { faulty.insert(packet) }
        try note(error, at: action)
        guard !backoff.isResting(.ledger, now: now.ticks) else { return round }
      }
      progress()
    }
    return round
  }

  /// Takes the result of an attempt: its outcome goes to the ledger.
  package mutating func finish(_ result: Attempt.Result) throws(Stop) {
    running.remove(result.packet)
    do throws(LedgerError) {
      switch result.answer {
      case .success(let answer):
        try parts.ledger.commit([.outcome(answer.outcome)], at: parts.host.now())
        backoff.clear(.packet(result.packet))
        let milliseconds = Int((parts.host.ticks() - result.began) / 1_000_000)
        tell(answer.outcome, milliseconds: milliseconds)
      case .failure(let error):
        let fault = rest(.packet(result.packet))
        parts.tell(.attemptFailed(result.packet, attempt: result.attempt, rule: error.rule, fault: fault))
        if error.outcome == .died {
          // It stays at work in the ledger, as after a death of this process: so it is counted.
          died.insert(result.packet)
        } else {
          try giveBack(result.packet)
        }
      }
    } catch {
      // The ledger does not know that the attempt ended; this process does, and takes it for no death.
      let fault = rest(.packet(result.packet))
      if error.kind == .conflict {
        parts.tell(.stepFailed(.attempt, result.packet, code: 0, fault))
      } else {
        try failed(error)
      }
    }
  }

  /// Ends what is in hand without an outcome, so that it counts as no death: the last step before a stop.
  ///
  /// - Returns: how many attempts were given back.
  package mutating func giveAllBack() throws(Stop) -> Int {
    let count = running.count
    for packet in running.sorted() {
      do throws(LedgerError) {
        try giveBack(packet)
      } catch {
        try failed(error)
      }
    }
    running = []
    return count
  }

  /// Whether an inbox entry may become ready by lying still.
  func mayStillSettle() -> Bool { watch.mayStillSettle(in: parts.folders.sources) }

  /// Looks once, then does everything that can be done now, attempts too, on the caller's thread.
  ///
  /// - Returns: how many actions were done.
  package mutating func runHere() throws(Stop) -> Int {
    look()
    var done = 0
    while true {
      let round = try pass()
      for attempt in round.begun { try finish(attempt.run()) }
      done += round.done
      guard round.done > 0 else { return done }
    }
  }

  // MARK: What the extensions share

  mutating func started(_ packet: PacketNumber) {
    running.insert(packet)
    died.remove(packet)
  }

  mutating func rest(_ subject: Backoff.Subject) -> Event.Fault {
    let (count, nanoseconds) = backoff.rest(subject, now: parts.host.ticks())
    return Event.Fault(count: count, retryMilliseconds: Int(nanoseconds / 1_000_000))
  }

  mutating func failed(_ error: LedgerError) throws(Stop) {
    switch error.kind {
    case .damaged, .newer: throw .ledger(error)
    case .transient, .conflict: parts.tell(.ledgerFailed(error.kind, rest(.ledger)))
    }
  }

  func tell(_ outcome: Change.Outcome, milliseconds: Int) {
    let first = outcome.findings.first { $0.verdict == outcome.verdict }?.rule
    switch outcome.state {
    case .held: parts.tell(.packetHeld(outcome.packet, rule: first))
    case .rejected: parts.tell(.packetRejected(outcome.packet, rule: first))
    case .released:
      guard let release = outcome.release else { return }
      let bytes = release.files.reduce(0) { $0 + $1.byteCount }
      parts.tell(
        .releaseStaged(outcome.packet, release.disclosure, bytes: bytes, milliseconds: milliseconds))
    case .claimed, .working, .closed: break
    }
  }

  private func giveBack(_ packet: PacketNumber) throws(LedgerError) {
    let nothing = Change.Outcome(
      packet: packet, state: .claimed, pipeline: nil, verdict: nil, lift: nil, findings: [], release: nil)
    try parts.ledger.commit([.outcome(nothing)], at: parts.host.now())
  }

  /// What became of an error: it rests the packet, the source or everything; it never ends the service but
  /// for a ledger that cannot be trusted.
  private mutating func note(_ error: any Error, at action: Action) throws(Stop) {
    areRoomsSynced = false
    if let error = error as? LedgerError, error.kind != .conflict { return try failed(error) }
    let code = (error as? HostError)?.code ?? 0
    let fault = rest(action.subject)
    parts.tell(.stepFailed(action.step, action.packet, code: code, fault))
  }
}

extension Action {
  /// The packet that it is about; nil for a claim, which has no number yet.
  var packet: PacketNumber? {
    switch self {
    case .sweep(let packet), .settle(let packet), .clear(_, let packet), .drop(let packet, _),
      .move(let packet, _, _), .deliver(let packet, _), .close(let packet, _), .poison(let packet),
      .attempt(let packet, _):
      packet
    case .claim: nil
    }
  }

  /// What rests when it fails.
  var subject: Backoff.Subject {
    if case .claim(let entry, _) = self { return .entry(entry) }
    return packet.map { .packet($0) } ?? .folders
  }

  var step: Event.Step {
    switch self {
    case .sweep, .clear, .drop: .removal
    case .settle, .claim: .claim
    case .move: .move
    case .deliver: .delivery
    case .close: .closing
    case .poison, .attempt: .attempt
    }
  }
}
