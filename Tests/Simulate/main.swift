import Foundation
import Simulation

// simulate [SEEDS [FIRST [CRASHES]]]: runs that many days and prints how far it got; CHARTGATE_SEED=N runs
// one day and prints each of its actions.
let arguments = CommandLine.arguments.dropFirst().map { UInt64($0) ?? 0 }
var simulation = Simulation(
  mutant: ProcessInfo.processInfo.environment["CHARTGATE_MUTANT"].flatMap(Mutant.init(rawValue:)))
if arguments.count > 2 { simulation.crashes = Int(arguments[2]) }

func cpuSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

if let text = ProcessInfo.processInfo.environment["CHARTGATE_SEED"], let seed = UInt64(text) {
  simulation.trace = { print($0) }
  let report = simulation.run(seed: seed)
  print("seed \(seed): \(report.crashes) crashes, \(report.violation.map { "\($0)" } ?? "all held")")
  exit(report.violation == nil ? 0 : 1)
}

let seeds = arguments.first ?? 100
let first = arguments.count > 1 ? arguments[1] : 1
var (crashes, packets, delivered, failed) = (0, 0, 0, [UInt64]())
let start = cpuSeconds()
for seed in first..<(first + seeds) {
  let report = simulation.run(seed: seed)
  crashes += report.crashes
  packets += report.packets
  delivered += report.delivered
  if let violation = report.violation {
    failed.append(seed)
    print("seed \(seed): \(violation)")
    print("  replay: CHARTGATE_SEED=\(seed) Scripts/simulate")
    if failed.count >= 20 { break }
  }
  if (seed - first + 1) % 100 == 0 || seed == first + seeds - 1 {
    let seconds = cpuSeconds() - start
    print(
      "\(seed - first + 1) seeds: \(crashes) crashes, \(packets) packets, \(delivered) delivered, "
        + "\(failed.count) failed, \(Int(Double(crashes) / seconds * 60)) crashes a minute of CPU")
    fflush(nil)
  }
}
exit(failed.isEmpty ? 0 : 1)
