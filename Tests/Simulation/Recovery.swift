import Daemon
import Host
import Ledger
import Synchronization
import Values

/// A moment at which the daemon may die, with all that outlives it.
struct Moment: Sendable {
  var disk: SimulatedDisk
  var ledger: LedgerState
  var model: Model
  var now: Instant
  var ticks: Int64
  /// The call that would have come next.
  var next: String
}

/// How it dies.
enum Death: Sendable { case kill, power }

extension Moment {
  /// What is there after the death.
  func after(_ death: Death, using random: inout SeededRandom) throws(Violation) -> Moment {
    var moment = self
    switch death {
    case .kill: break
    case .power:
      moment.disk = disk.crashed(using: &random)
      moment.model.powerWent(moment.disk, ledger)
    }
    try moment.model.checkOutbox(moment.disk, ledger)
    try moment.model.checkLoss(moment.disk, ledger)
    return moment
  }
}

/// Starts daemons on what a crash left, without any faults, until nothing more is to do.
struct Recovery: Sendable {
  let mutant: Mutant?
  var policy = 1
  /// Told of each call that changes something; for a trace, and for crashes in the recovery.
  var watch: (@Sendable (SimulatedHost.Moment, Process) -> Void)?
  var tell: (@Sendable (Event) -> Void)?

  /// Processes that may be needed: three for each packet that takes its process with it.
  static let processes = 60
  static let looks = 100

  func engine(_ process: Process, random: SeededRandom) -> (Engine, BrokenLedger?) {
    var host: any Host = process.host
    var ledger: any Ledger = process.ledger
    var broken: BrokenLedger?
    if let mutant {
      host = BrokenHost(host: process.host, mutant: mutant)
      let made = BrokenLedger(process.ledger, mutant)
      (ledger, broken) = (made, made)
    }
    var parts = Engine.Parts(
      host: host, ledger: ledger, folders: Tree.folders, house: Script.house(process, version: policy),
      slots: 2, backoff: Backoff(random: random), tell: tell ?? { _ in })
    (parts.brain.poisonAfter, parts.brain.keep) = (3, 5 * 86_400_000)
    parts.brain.backpressure.freeFloor = 100
    parts.brain.backpressure.leastNeeded = 0
    parts.brain.backpressure.bundlesPerChannel = 2
    parts.brain.backpressure.mostHeldBack = 2
    parts.looks = 3
    return (Engine(parts), broken)
  }

  /// Runs to rest and judges what is then there.
  func run(_ moment: Moment, random: SeededRandom) throws(Violation) -> Moment {
    var moment = moment
    for _ in 0..<Self.processes {
      guard try !live(&moment, random) else { return moment }
    }
    throw Violation("starved", "there is no rest after \(Self.processes) starts")
  }

  /// One process, from its start to rest or to its death.
  ///
  /// - Returns: whether it came to rest.
  private func live(_ moment: inout Moment, _ random: SeededRandom) throws(Violation) -> Bool {
    let host = SimulatedHost(moment.disk, now: moment.now, ticks: moment.ticks)
    let process = Process(host, MemoryLedger(moment.ledger))
    process.model.withLock { [model = moment.model] in $0 = model }
    let (mutant, watch) = (mutant, watch)
    if mutant != nil || watch != nil {
      host.fail { [unowned process] moment in
        if moment.call.isChange { watch?(moment, process) }
        return mutant?.omits(moment) == true ? .lies : nil
      }
    }
    var (engine, _) = engine(process, random: random)
    var failure: Violation?
    for look in 0..<Self.looks {
      let isDone = try pass(&engine, process)
      (moment.disk, moment.ledger) = (host.disk, process.ledger.state)
      (moment.now, moment.ticks) = (host.now(), host.ticks())
      if process.isDead { return false }
      if isDone, look > 0 {
        guard engine.running.isEmpty else {
          // An attempt that never answers: its time passes.
          host.advance(milliseconds: Self.attemptLimit)
          continue
        }
        guard engine.heldBack.releases.isEmpty else {
          try transfer(&moment, host)
          process.model.withLock { [model = moment.model] in $0 = model }
          continue
        }
        do throws(Violation) {
          try moment.model.checkRest(moment.disk, moment.ledger)
          return true
        } catch {
          // What rests after a fault gets its time.
          failure = error
          guard look < Self.looks - 10 else { throw error }
          host.advance(milliseconds: 400_000)
        }
      }
      host.advance(milliseconds: 11_000)
    }
    throw failure ?? Violation("starved", "there is no rest after \(Self.looks) looks")
  }

  /// More than an attempt may take, milliseconds.
  static let attemptLimit: Int64 = 1_801_000

  /// The transfer job comes, and makes room in a channel that is full.
  private func transfer(_ moment: inout Moment, _ host: SimulatedHost) throws(Violation) {
    for id in moment.disk.bundles {
      try moment.model.take(id, on: moment.disk)
      host.outside { $0.takeBundle(id) }
    }
  }

  /// - Returns: whether nothing was done.
  private func pass(_ engine: inout Engine, _ process: Process) throws(Violation) -> Bool {
    engine.look()
    var isFirst = true
    for _ in 0..<200 {
      do {
        let isLooking = engine.isLooking
        if isLooking { engine.lookOn() }
        let round = try engine.pass()
        for attempt in round.begun {
          let result = attempt.run()
          if process.isDead { return false }
          if process.hung.withLock({ $0.contains(attempt.packet.number.value) }) { continue }
          try engine.finish(result)
        }
        if process.isDead { return isFirst }
        if round.done > 0 { isFirst = false } else if !isLooking { return isFirst }
      } catch {
        if process.isDead { return false }
        throw Violation("stopped", "\(error)")
      }
    }
    throw Violation("starved", "a pass after the other does something, and none comes to an end")
  }
}
