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
    package var folders: WorkingFolders
    package var house: House
    /// How it works, the folders aside which it holds for ``folders``.
    package var settings: Settings {
      get {
        Settings(
          sources: folders.sources, outboxMounts: folders.outboxMounts, brain: brain, limits: limits,
          stuckAfter: stuckAfter)
      }
      set {
        (folders.sources, folders.outboxMounts) = (newValue.sources, newValue.outboxMounts)
        (brain, limits, stuckAfter) = (newValue.brain, newValue.limits, newValue.stuckAfter)
      }
    }
    package var limits = Limits.standard
    package var brain: Brain
    /// Nanoseconds after which an incomplete inbox entry is reported.
    package var stuckAfter: Int64 = 3_600_000_000_000
    /// Entries that are looked at between two passes, and nanoseconds that this may take.
    package var looks = 64
    package var lookTime: Int64 = 20_000_000
    package var backoff: Backoff
    /// The key that a packet's attempts are handed; the house's own never is.
    package var packetKey: @Sendable (PacketNumber) -> PacketKey? = { _ in nil }
    package var tell: @Sendable (Event) -> Void

    package init(
      host: any Host, ledger: any Ledger, folders: WorkingFolders, house: House,
      slots: Int = ThisProcess.cores,
      backoff: Backoff = Backoff(random: SystemRandomNumberGenerator()),
      tell: @escaping @Sendable (Event) -> Void
    ) {
      (self.host, self.ledger, self.folders, self.house) = (host, ledger, folders, house)
      (brain, self.backoff, self.tell) = (Brain(slots: slots), backoff, tell)
    }
  }

  /// What of the configuration may change while the engine works.
  package struct Settings: Sendable {
    package var sources: [SourceFolder]
    package var outboxMounts: OutboxMounts
    package var brain: Brain
    package var limits: Limits
    /// Nanoseconds after which an incomplete inbox entry is reported.
    package var stuckAfter: Int64

    package init(
      sources: [SourceFolder], outboxMounts: OutboxMounts, brain: Brain, limits: Limits, stuckAfter: Int64
    ) {
      (self.sources, self.outboxMounts, self.brain) = (sources, outboxMounts, brain)
      (self.limits, self.stuckAfter) = (limits, stuckAfter)
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
  package var running: Set<PacketNumber> { Set(inHand.packets) }
  var inHand = InHand()
  private var serial = 0
  /// When an attempt ended with an outcome, monotonic nanoseconds.
  var lastAnswer: Int64?
  /// Whether every rename that the rooms show is safe.
  var areRoomsSynced = false
  /// How many stuck entries of each source were told of.
  var toldStuck: [String: Int] = [:]
  /// What waits for room, by the last pass.
  package private(set) var heldBack = Backpressure.HeldBack()
  private var teller = BackpressureTeller()
  /// What was counted of outbox channels since the last poll.
  var channels: [String: Backpressure.Channel] = [:]
  private var quiet: Quiet?
  var attention = Attention()

  /// A pass that found nothing to do finds nothing until something came, or until then.
  private struct Quiet: Sendable {
    let until: Int64
    let revision: Int
  }

  package init(_ parts: Parts) {
    self.parts = parts
    backoff = parts.backoff
    watch = InboxWatch(
      intake: Intake(host: parts.host, limits: parts.limits, read: parts.house.read),
      stuckAfter: parts.stuckAfter)
  }

  /// Takes another configuration; attempts in hand keep the one that they began with.
  package mutating func use(_ house: House, _ settings: Settings) {
    let kept = settings.sources.filter { new in
      parts.folders.sources.contains { $0.id == new.id && $0.inbox == new.inbox }
    }
    parts.house = house
    parts.settings = settings
    watch.use(
      Intake(host: parts.host, limits: parts.limits, read: house.read), stuckAfter: parts.stuckAfter,
      keeping: Set(kept.map(\.id)))
    quiet = nil
    attention.distrust()
    parts.tell(.configurationLoaded(policy: house.policy))
  }

  var moment: Now { Now(instant: parts.host.now(), ticks: parts.host.ticks()) }

  /// Does what is to do now, in the brain's order.
  ///
  /// - Parameters:
  ///   - isStopping: asked between steps; nothing new is begun once it says yes.
  ///   - progress: called after every step.
  package mutating func pass(isStopping: () -> Bool = { false }, progress: () -> Void = {}) throws(Stop)
    -> Round
  {
    var round = Round()
    let now = moment
    if let quiet, quiet.revision == watch.revision, now.ticks < quiet.until { return round }
    quiet = nil
    guard !backoff.isResting(.ledger, now: now.ticks), !backoff.isResting(.folders, now: now.ticks),
      let (ledger, folders) = try views(now)
    else { return round }
    let resting = backoff.packets
    let plan = parts.brain.plan(ledger, folders, now, running: inHand.since, resting: resting)
    holdBack(plan.heldBack, now)
    attention.turn(to: parts.brain.attended(ledger, plan, now, running: running, resting: resting))
    var faulty: Set<PacketNumber> = []
    for action in plan.actions {
      guard !isStopping() else { return round }
      if let packet = action.packet, faulty.contains(packet) { continue }
      switch action {
      case .clear(_, let packet) where backoff.isResting(.removal(packet), now: now.ticks): continue
      case .claim(let entry, _)
      where watch.pace.isResting(.claim, of: entry.source, now: parts.host.ticks()): continue
      case .giveUp(let packet):
        if giveUp(packet) { round.done += 1 }
        continue
      case .sweep, .settle, .clear, .drop, .move, .deliver, .close, .poison, .attempt, .claim: break
      }
      do {
        try perform(action, &round)
        round.done += 1
        // A claim says itself how it went, and so does an attempt.
        if action.step != .attempt, action.packet != nil { backoff.clear(action.subject) }
      } catch {
        if case .packet(let packet) = action.subject { faulty.insert(packet) }
        try note(error, at: action)
        guard !backoff.isResting(.ledger, now: now.ticks) else { return round }
      }
      progress()
    }
    if round.done == 0, faulty.isEmpty, plan.heldBack.isNothing { beQuiet(from: now) }
    return round
  }

  /// Nothing is to do, and nothing will be before something comes or a time is over. Once a minute all is looked
  /// at again whatever this says.
  private mutating func beQuiet(from now: Now) {
    let ends = inHand.since.values.map { $0 + parts.brain.attemptLimit }
    let rests = [backoff.next(after: now.ticks), watch.pace.next(after: now.ticks)]
    let soonest = (rests + ends).compactMap { $0 }.min() ?? .max
    quiet = Quiet(until: min(soonest, now.ticks + 60_000_000_000), revision: watch.revision)
  }

  /// Something happened beside the inboxes.
  mutating func wake() { quiet = nil }

  private mutating func holdBack(_ held: Backpressure.HeldBack, _ now: Now) {
    heldBack = held
    if held.entries > 0 {
      heldBack.entries = parts.folders.sources.reduce(0) { $0 + watch.counts(of: $1.id).ready }
    }
    for event in teller.events(of: heldBack, now: now.ticks) { parts.tell(event) }
  }

  /// Takes another house; all else stays.
  package mutating func use(_ house: House, sources: [SourceFolder]) {
    var settings = parts.settings
    settings.sources = sources
    use(house, settings)
  }

  /// Looks once, then does everything that can be done now, attempts too, on the caller's thread.
  ///
  /// - Returns: how many actions were done.
  package mutating func runHere() throws(Stop) -> Int {
    lookThrough()
    var done = 0
    while true {
      let round = try pass()
      for attempt in round.begun { try finish(attempt.run()) }
      done += round.done
      guard round.done > 0 else { return done }
    }
  }

  // MARK: What the extensions share

  mutating func started(_ attempt: Attempt) { inHand.add(attempt, since: parts.host.ticks()) }

  mutating func nextSerial() -> Int {
    serial += 1
    return serial
  }
}
