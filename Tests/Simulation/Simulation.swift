import Daemon
import Host
import Ledger
import Synchronization
import Values

/// Days from seeds, with a crash at every call and every commit, each recovered from and judged.
package struct Simulation: Sendable {
  package struct Report: Sendable {
    /// States after a death that were recovered from to rest and judged.
    package var crashes = 0
    package var violation: Violation?
    /// Packets that the day's ledger knew at its end, by state.
    package var packets = 0
    package var delivered = 0
  }

  /// Packets that are dropped in a day.
  package var packets = 5
  /// Crashes that are tried in a day, at most; fewer moments than that are each tried in several ways.
  package var crashes = 2_000
  package var mutant: Mutant?
  package var trace: (@Sendable (String) -> Void)?
  let whats: [What] = [
    .release, .release, .release, .release, .release, .hold, .amend, .reject, .held, .flaky, .shaky, .worker,
    .lie, .forged, .die, .hang,
  ]

  package init(mutant: Mutant? = nil) { self.mutant = mutant }

  package func run(seed: UInt64) -> Report {
    var report = Report()
    do throws(Violation) {
      try run(seed, &report)
    } catch {
      report.violation = error
    }
    return report
  }

  private func run(_ seed: UInt64, _ report: inout Report) throws(Violation) {
    var random = SeededRandom(seed)
    let journal: SimulatedDisk.Journal = random.chance(50) ? .anySubset : .prefix
    let day = World(seed: random.next(), packets: packets, whats: whats, trace: trace)
    var runner = Runner(simulation: self, day: day, random: random.fork())
    var (disk, ledger) = (Tree.disk(journal), LedgerState())
    // Some 4,000 calls and commits are in such a day.
    runner.chance = max(1, crashes * 100 / (packets * 160))
    while true {
      let isOver = try runner.life(&disk, &ledger)
      report.crashes = runner.crashes
      if isOver { break }
    }
    report.packets = ledger.packets.count
    report.delivered = ledger.releases.values.count { $0.deliveredAt != nil }
  }
}

/// What carries a day from one life of the daemon to the next.
private struct Runner {
  let simulation: Simulation
  let day: World
  var random: SeededRandom
  var crashes = 0
  /// Deaths that are tried of a hundred moments.
  var chance = 100
  var lives = 0
  var policy = 1

  init(simulation: Simulation, day: World, random: SeededRandom) {
    (self.simulation, self.day, self.random) = (simulation, day, random)

  }

  /// One life of the daemon in the day.
  ///
  /// - Returns: whether the day is over.
  mutating func life(_ disk: inout SimulatedDisk, _ ledger: inout LedgerState) throws(Violation) -> Bool {
    lives += 1
    disk.collect()
    let (now, ticks) = day.state.withLock { ($0.now, $0.ticks) }
    let process = Process(SimulatedHost(disk, now: now, ticks: ticks), MemoryLedger(ledger))
    let recovery = Recovery(mutant: simulation.mutant, policy: policy, tell: teller)
    let (made, broken) = recovery.engine(process, random: random.fork())
    var engine = made
    day.attach(to: process, mutant: simulation.mutant, broken)
    var hand = Hand()
    say("the daemon starts")
    var isOver = false
    while !isOver {
      isOver = day.state.withLock { $0.left == 0 && $0.producers.isEmpty } && random.chance(20)
      try step(&engine, process, &hand)
      try tryDeaths()
      let dies = process.isDead || (lives < 6 && random.chance(3))
      guard dies || isOver else { continue }
      (disk, ledger) = (process.host.disk, broken?.durable ?? process.ledger.state)
      if dies {
        try die(&disk, ledger)
        isOver = false
        break
      }
    }
    if !isOver { return false }
    say("the day is over: the faults cease")
    let model = day.state.withLock(\.model)
    let (last, lastTicks) = (process.host.now(), process.host.ticks())
    let moment = Moment(
      disk: disk, ledger: ledger, model: model, now: last, ticks: lastTicks, next: "the end")
    ledger = try recovery.run(moment, random: random.fork()).ledger
    return true
  }

  private var teller: (@Sendable (Event) -> Void)? {
    guard let trace = simulation.trace else { return nil }
    return { event in trace("  says \(World.text(event))") }
  }

  private func say(_ text: String) { simulation.trace?(text) }

  private mutating func die(_ disk: inout SimulatedDisk, _ ledger: LedgerState) throws(Violation) {
    let isPower = random.chance(60)
    say(isPower ? "the power goes" : "the daemon is killed")
    let moment = day.state.withLock { state in
      Moment(disk: disk, ledger: ledger, model: state.model, now: state.now, ticks: state.ticks, next: "")
    }
    let after = try moment.after(isPower ? .power : .kill, using: &random)
    crashes += 1
    disk = after.disk
    day.state.withLock { state in
      state.model = after.model
      state.badWeather = 0
    }
  }

  /// Attempts in hand: not yet run, and run without their answer having come.
  private struct Hand {
    var begun: [Attempt] = []
    var late: [Attempt.Result] = []
  }

  /// One thing that happens.
  private mutating func step(_ engine: inout Engine, _ process: Process, _ hand: inout Hand)
    throws(Violation)
  {
    let host = process.host
    do {
      switch random.below(100) {
      case 0..<22: engine.look()
      case 22..<52:
        say("a pass")
        day.state.withLock { $0.untilOutside = random.chance(40) ? 1 + random.below(60) : 0 }
        if random.chance(80) { engine.lookOn() }
        hand.begun += try engine.pass().begun
        day.state.withLock { $0.untilOutside = 0 }
      case 52..<55:
        guard !hand.late.isEmpty else { return }
        let result = hand.late.remove(at: random.below(hand.late.count))
        say("the attempt of \(result.packet) answers late")
        try engine.finish(result)
      case 55..<67:
        guard !hand.begun.isEmpty else { return }
        let attempt = hand.begun.remove(at: random.below(hand.begun.count))
        say("the attempt of \(attempt.packet.number) runs")
        let result = attempt.run()
        if process.isDead { return }
        if process.hung.withLock({ $0.contains(attempt.packet.number.value) }) { return }
        if random.chance(15) { return hand.late.append(result) }
        try engine.finish(result)
      case 67..<84: outside(host)
      case 84..<93:
        let milliseconds =
          random.chance(8) ? Recovery.attemptLimit : random.pick([200, 1_000, 4_000, 11_000])
        host.advance(milliseconds: milliseconds)
      case 93: retry(&engine, process)
      case 94:
        policy += 1
        say("the configuration is read again")
        engine.use(Script.house(process, version: policy), sources: Tree.folders.sources)
      case 95, 96:
        let isBad = random.chance(50)
        say(isBad ? "bad weather" : "good weather")
        day.state.withLock { $0.badWeather = isBad ? 6 : 0 }
        process.isBadWeather.withLock { $0 = isBad }
      case 97:
        let free = random.chance(50) ? random.below(300) : 1 << 40
        say("\(free) bytes are free")
        host.setFree(free)
      case 98:
        let hours = Int64(random.pick([-1, 1, 48]))
        say("the clock jumps by \(hours) hours")
        host.jump(milliseconds: hours * 3_600_000)
      default:
        say("an orderly stop")
        _ = try engine.giveAllBack()
        process.die()
      }
    } catch {
      if !process.isDead { throw Violation("stopped", "\(error)") }
    }
    let (now, ticks) = (host.now(), host.ticks())
    try day.state.withLock { state throws(Violation) in
      (state.now, state.ticks) = (now, ticks)
      if let violation = state.violation { throw violation }
    }
  }

  private mutating func outside(_ host: SimulatedHost) {
    host.outside { disk in
      day.state.withLock { state in
        for _ in 0..<(1 + random.below(3)) { day.outside(&state, &disk) }
      }
    }
  }

  private mutating func retry(_ engine: inout Engine, _ process: Process) {
    let resting = process.ledger.state.packets.values.filter { $0.state == .held || $0.state == .rejected }
      .map(\.number).sorted()
    guard !resting.isEmpty else { return }
    let number = random.pick(resting)
    say("a person puts \(number) back on the path")
    do throws(Command.Refusal) {
      try engine.retry(number, by: Person(user: 1000, name: nil))
    } catch {
      say("  refused: \(error)")
    }
  }

  // MARK: Deaths that are only tried

  private mutating func tryDeaths() throws(Violation) {
    let moments = day.state.withLock { state in
      let all = state.moments
      state.moments = []
      return all
    }
    for moment in moments {
      let times = chance / 100 + (random.chance(chance % 100) ? 1 : 0)
      guard !moment.disk.isAllSafe else {
        // The power could take nothing that a kill leaves.
        if times > 0 { try tryDeath(.kill, of: moment) }
        continue
      }
      for time in 0..<times {
        let isKill = times > 1 ? time == 0 : random.chance(30)
        try tryDeath(isKill ? .kill : .power, of: moment)
      }
    }
  }

  private mutating func tryDeath(_ death: Death, of moment: Moment) throws(Violation) {
    crashes += 1
    let again = random.chance(12) ? 1 + random.below(60) : 0
    let random = random.fork()
    let trial = Trial(mutant: simulation.mutant, policy: policy, death: death, again: again)
    do throws(Violation) {
      if try trial.run(moment, random, nil) { crashes += 1 }
    } catch {
      if let trace = simulation.trace {
        trace("a death by \(death) before: \(moment.next)")
        do throws(Violation) { _ = try trial.run(moment, random, trace) } catch { trace("\(error)") }
      }
      throw error
    }
  }
}

/// One death at one moment, and the recovery from it; which may die again.
private struct Trial {
  let mutant: Mutant?
  let policy: Int
  let death: Death
  /// The changing call of the recovery before which it dies again; 0 for none.
  let again: Int

  /// - Returns: whether it died a second time.
  func run(_ moment: Moment, _ seed: SeededRandom, _ trace: (@Sendable (String) -> Void)?) throws(Violation)
    -> Bool
  {
    var random = seed
    let after = try moment.after(death, using: &random)
    var recovery = Recovery(mutant: mutant, policy: policy)
    if let trace { recovery.tell = { event in trace("    says \(World.text(event))") } }
    let second = Mutex<(calls: Int, moment: Moment?)>((0, nil))
    if again > 0 || trace != nil {
      recovery.watch = { [again] call, process in
        trace?("    \(World.text(call))")
        second.withLock { second in
          second.calls += 1
          guard second.calls == again else { return }
          second.moment = Moment(
            disk: call.disk, ledger: process.ledger.state,
            model: process.model.withLock { $0 } ?? after.model, now: after.now,
            ticks: after.ticks, next: World.text(call))
        }
      }
    }
    _ = try recovery.run(after, random: random.fork())
    guard let again = second.withLock(\.moment) else { return false }
    trace?("    a second death before: \(again.next)")
    recovery.watch = nil
    _ = try recovery.run(
      again.after(random.chance(50) ? .power : .kill, using: &random), random: random.fork())
    return true
  }
}
