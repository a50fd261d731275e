import Daemon
import Host
import Ledger
import Synchronization
import Values

/// A day from a seed: producers, transfer jobs, people, faults and clocks around one daemon, which dies now
/// and then. Every call and commit of it is a moment at which it may die as well: those are gathered, and
/// ``Simulation`` tries them.
final class World: Sendable {
  struct State: Sendable {
    var random: SeededRandom
    var model = Model()
    var makers: Producers
    var producers: [Producer] = []
    var left: Int
    var moments: [Moment] = []
    /// Calls until another process acts in the midst of ours.
    var untilOutside = 0
    /// Percent of calls and commits that fail.
    var badWeather = 0
    var violation: Violation?
    var lastCommitted = LedgerState()
    var now = Instant(milliseconds: 1_780_000_000_000)
    var ticks: Int64 = 0
  }

  let state: Mutex<State>
  let trace: (@Sendable (String) -> Void)?

  init(seed: UInt64, packets: Int, whats: [What], trace: (@Sendable (String) -> Void)?) {
    state = Mutex(
      State(random: SeededRandom(seed), makers: Producers(whats: whats), left: packets))
    self.trace = trace
  }

  /// Hangs the day into a process's host and ledger.
  func attach(to process: Process, mutant: Mutant?, _ broken: BrokenLedger?) {
    let (host, ledger) = (process.host, process.ledger)
    host.meanwhile { [self] call, path, disk in
      state.withLock { state in
        state.untilOutside -= 1
        if state.untilOutside == 0 { outside(&state, &disk) }
      }
    }
    host.fail { [self] moment in
      if let mutant, mutant.omits(moment) { return .lies }
      return state.withLock { state in
        if moment.call.isChange {
          note(&state, moment.disk, broken?.durable ?? ledger.state, Self.text(moment))
        }
        guard state.badWeather > 0, state.random.chance(state.badWeather) else { return nil }
        let fault = state.random.pick(SimulatedFault.transient)
        trace?("  fault at \(moment.call.rawValue): \(fault)")
        return fault
      }
    }
    ledger.failCommits { [self] changes, before in
      let (disk, committed) = (host.disk, broken?.durable ?? before)
      return state.withLock { state in
        note(&state, disk, committed, "commit \(changes.map(Self.text).joined(separator: ", "))")
        guard state.badWeather > 0, state.random.chance(state.badWeather) else { return nil }
        let fault: MemoryLedger.CommitFault = state.random.chance(50) ? .withEffect : .withoutEffect
        trace?("  fault at commit: \(fault)")
        return fault
      }
    }
  }

  private func note(_ state: inout State, _ disk: SimulatedDisk, _ ledger: LedgerState, _ next: String) {
    trace?("  \(next)")
    state.moments.append(
      Moment(
        disk: disk, ledger: ledger, model: state.model, now: state.now, ticks: state.ticks, next: next))
    guard state.violation == nil else { return }
    do throws(Violation) {
      try state.model.checkOutbox(disk, ledger)
    } catch {
      state.violation = error
    }
  }

  /// One act of a producer, or of the transfer job.
  func outside(_ state: inout State, _ disk: inout SimulatedDisk) {
    if state.random.chance(25) { return transfer(&state, &disk) }
    if state.left > 0, state.producers.count < 3, state.random.chance(50) || state.producers.isEmpty {
      state.left -= 1
      state.producers.append(state.makers.next(&state.random, &state.model.entries))
    }
    guard !state.producers.isEmpty else { return }
    let at = state.random.below(state.producers.count)
    // One after the other at one name.
    let first = state.producers.firstIndex { $0.entry == state.producers[at].entry } ?? at
    act(first, &state, &disk)
  }

  private func act(_ at: Int, _ state: inout State, _ disk: inout SimulatedDisk) {
    let act = state.producers[at].acts.removeFirst()
    let entry = state.producers[at].entry
    let isUnfinished = !state.producers[at].acts.isEmpty
    if !isUnfinished { state.producers.remove(at: at) }
    trace?("producer: \(act.shown)")
    let path = state.model.entries[entry].path
    if case .move(_, let target) = act, disk.kind(target) != nil {
      trace?("producer: gives up, the name is taken")
      if let rest = state.producers.firstIndex(where: { $0.entry == entry }), isUnfinished {
        state.producers.remove(at: rest)
      }
      return
    }
    if case .put(let target, _, let kind) = act, target == path || kind != .file, disk.kind(target) != nil {
      return
    }
    if case .put(let target, _, _) = act, target.names.count > 2, target.names[1] == path.names.last,
      disk.kind(path) == .file || disk.kind(path) == .other
    {
      return
    }
    act.apply(to: &disk)
    switch act {
    case .sync(let folder):
      // Another's files in this inbox are safe with it.
      for index in state.model.entries.indices where state.model.entries[index].path.parent == folder {
        state.model.entries[index].isSafe = true
      }
      // What is ours and lies there hidden is safe too: a folder has one sync for all.
      return
    case .put(let target, _, _):
      // A marker is no part of the packet.
      if target.names.last?.bytes.suffix(6).elementsEqual(".ready".utf8) == true {
        if target.names.count == 2, disk.kind(path) == nil { state.model.looseMarkers.insert(target) }
        if state.model.entries[entry].current == nil { state.model.touched(entry, on: disk) }
        return
      }
      if target.names[1].bytes.starts(with: Array(".making".utf8)) { return }
    case .move, .take: break
    }
    state.model.entries[entry].isSafe = false
    state.model.touched(entry, on: disk)
  }

  func transfer(_ state: inout State, _ disk: inout SimulatedDisk) {
    for id in disk.bundles {
      do throws(Violation) {
        try state.model.take(id, on: disk)
      } catch {
        state.violation = error
      }
      trace?("transfer job: takes \(id)")
      disk.takeBundle(id)
      if state.random.chance(50) { disk.sync(Tree.recipient) }
      if state.random.chance(50) { return }
    }
  }

  static func text(_ moment: SimulatedHost.Moment) -> String {
    func text(_ path: FilePath) -> String {
      path.root.path + path.names.map { "/" + String(decoding: $0.bytes, as: UTF8.self) }.joined()
    }
    return moment.call.rawValue + " " + text(moment.path) + (moment.target.map { " to " + text($0) } ?? "")
  }

  static func text(_ event: Event) -> String {
    let shape = event.shape
    return shape.fields.reduce(shape.name) { $0 + " \($1.key)=\($1.value)" }
  }

  static func text(_ change: Change) -> String {
    switch change {
    case .claimed(let packet): "claimed \(packet.number)\(packet.repeats == nil ? "" : " as a repeat")"
    case .retried(let packet, _): "retried \(packet)"
    case .attempt(let packet, _, let died): "attempt \(packet)\(died ? " after a death" : "")"
    case .outcome(let outcome):
      "outcome \(outcome.packet) \(outcome.state) \(outcome.findings.map(\.rule.description))"
    case .intent(let id): "intent \(id)"
    case .delivered(let id): "delivered \(id)"
    case .closed(let packet, let reason): "closed \(packet) \(reason)"
    }
  }
}

extension SimulatedDisk {
  /// Ids of the bundles that a transfer job sees, in order.
  var bundles: [String] {
    names(in: Tree.recipient).map { String(decoding: $0.bytes, as: UTF8.self) }
      .filter { $0.hasSuffix(".zip") }.map { String($0.dropLast(4)) }
  }

  /// What a transfer job does with one: it acts on the last file, and takes all.
  mutating func takeBundle(_ id: String) {
    for suffix in Script.suffixes.reversed() { take(Tree.recipient.appending("\(id).\(suffix)")) }
  }
}
