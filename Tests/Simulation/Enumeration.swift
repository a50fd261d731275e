import Daemon
package import Host
import Ledger
import Synchronization
import Values

/// One packet's whole path, and a death before every call of it that changes something; then before every
/// call of the recoveries (FAULTS.md C01–C03, C05).
package struct Enumeration: Sendable {
  /// Ways in which the power may go at each moment.
  package var ways = 3
  /// Of the moments of the first path, every which one is tried.
  package var stride = 1
  package init() {}

  package static let outcomes = What.allCases.map(\.rawValue)

  /// - Parameters:
  ///   - outcome: of ``outcomes``: what the packet's request asks for.
  ///   - depth: deaths after each other.
  /// - Returns: how many deaths were recovered from.
  package func run(_ outcome: String, journal: SimulatedDisk.Journal, depth: Int) throws(Violation) -> Int {
    var disk = Tree.disk(journal)
    var model = Model()
    let name = FileName(ours: "p1")
    model.entries.append(Model.Entry(source: 0, name: name, form: .folder, current: nil))
    let entry = model.entries[0].path
    disk.put(entry.appending("b.txt"), Array("record".utf8))
    disk.put(entry.appending("request.json"), Array("R1\n\(outcome)\n".utf8))
    disk.put(Tree.inbox(0).appending("p1.ready"), [])
    disk.settleAll()
    model.touched(0, on: disk)
    let start = Moment(
      disk: disk, ledger: LedgerState(), model: model, now: Instant(milliseconds: 1_780_000_000_000),
      ticks: 0, next: "the start")
    var random = SeededRandom(1)
    return try run(start, depth: depth, &random)
  }

  private func run(_ start: Moment, depth: Int, _ random: inout SeededRandom) throws(Violation) -> Int {
    let moments = Mutex<[Moment]>([])
    var recovery = Recovery(mutant: nil)
    if depth > 0 {
      recovery.watch = { call, process in
        let moment = Moment(
          disk: call.disk, ledger: process.ledger.state, model: start.model, now: start.now,
          ticks: start.ticks, next: World.text(call))
        moments.withLock { $0.append(moment) }
      }
    }
    _ = try recovery.run(start, random: random.fork())
    var count = 1
    let all = moments.withLock { $0 }
    for (at, moment) in all.enumerated() where depth == 1 || at % stride == 0 {
      count += try run(moment.after(.kill, using: &random), depth: depth - 1, &random)
      for _ in 0..<(moment.disk.isAllSafe ? 0 : ways) {
        count += try run(moment.after(.power, using: &random), depth: depth - 1, &random)
      }
    }
    return count
  }
}
