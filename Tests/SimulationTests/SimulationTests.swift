import Host
import Simulation
import Synchronization
import Testing

@Suite("Whole days in memory: faults and deaths at every call, and a model that judges what is left")
struct SimulationTests {
  /// A failing one replays alone, with each of its actions: CHARTGATE_SEED=N Scripts/simulate.
  @Test(arguments: UInt64(1)...12) func `a day holds`(seed: UInt64) {
    var simulation = Simulation()
    simulation.crashes = 600
    let report = simulation.run(seed: seed)
    #expect(report.violation == nil, "replay: CHARTGATE_SEED=\(seed) Scripts/simulate")
    #expect(report.crashes > 0)
  }

  @Test func `days are not idle`() {
    var (crashes, packets, delivered) = (0, 0, 0)
    for seed in UInt64(100)..<108 {
      var simulation = Simulation()
      simulation.crashes = 100
      let report = simulation.run(seed: seed)
      crashes += report.crashes
      packets += report.packets
      delivered += report.delivered
    }
    #expect(crashes > 50 && packets > 16 && delivered > 3)
  }

  @Test func `a seed gives the same day again, call by call`() {
    func trace() -> [String] {
      let lines = Lines()
      var simulation = Simulation()
      simulation.crashes = 50
      simulation.trace = { lines.add($0) }
      _ = simulation.run(seed: 7)
      return lines.all
    }
    let first = trace()
    #expect(first.count > 100)
    #expect(first == trace())
  }

  @Test(arguments: Enumeration.outcomes, SimulatedDisk.Journal.allCases)
  func `one packet survives a death at every call`(_ outcome: String, _ journal: SimulatedDisk.Journal) throws
  {
    let deaths = try Enumeration().run(outcome, journal: journal, depth: 1)
    #expect(deaths > 50)
  }

  @Test(arguments: ["release", "reject"])
  func `one packet survives a second death at every call of the recovery`(_ outcome: String) throws {
    var enumeration = Enumeration()
    (enumeration.ways, enumeration.stride) = (1, 12)
    #expect(try enumeration.run(outcome, journal: .anySubset, depth: 2) > 200)
  }
}

@Suite("The model finds a daemon that was broken on purpose")
struct MutantTests {
  @Test(arguments: Mutant.allCases) func `a hundred days are enough to find each mutant`(_ mutant: Mutant) {
    var simulation = Simulation(mutant: mutant)
    simulation.crashes = 300
    let found = (UInt64(1)...100).first { simulation.run(seed: $0).violation != nil }
    #expect(found != nil)
  }
}

private final class Lines: Sendable {
  private let lines = Mutex<[String]>([])
  var all: [String] { lines.withLock { $0 } }
  func add(_ line: String) { lines.withLock { $0.append(line) } }
}
