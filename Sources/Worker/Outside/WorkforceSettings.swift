package import Host
package import Values

/// How workers are started, and what each may use.
package struct WorkforceSettings: Sendable {
  /// The program that a template runs, and the arguments that make it one.
  package var program = ChildProcess.ownProgram
  package var arguments: [String]
  /// Bytes of memory; nil sets no bound (for sanitizers only).
  package var memory: Int? = 2 << 30
  package var cpuSeconds = 600
  /// From the task to the answer, milliseconds; after that the worker is killed.
  package var milliseconds = 900_000
  /// Bytes of the longest file of a release.
  package var output = 8 << 30
  /// Parts of the wall without which workers may run where the kernel has none of it.
  package var without: Set<Wall.Part> = []
  /// What this kernel has; another value is for tests.
  package var available = Wall.available

  package init(arguments: [String]) { self.arguments = arguments }

  /// A request is small: what takes longer than this over one is an attack.
  static let readMilliseconds = 20_000
  static let readCPUSeconds = 10

  var decides: Wall.Limits { Wall.Limits(memory: memory, cpuSeconds: cpuSeconds, output: output) }
  var reads: Wall.Limits {
    Wall.Limits(
      memory: memory.map { min($0, 512 << 20) }, cpuSeconds: min(cpuSeconds, Self.readCPUSeconds), output: 0)
  }
  /// The parts that are built.
  var parts: Set<Wall.Part> { available }
}

/// Why there can be no workers, or none like this: said to who starts the daemon.
package enum WorkforceFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// The kernel lacks a part of the wall, and the configuration does not allow to go without.
  case lacks(Wall.Part)
  /// The wall stands and does not hold: what is named was not refused.
  case holds(not: PlainText)
  /// The template could not make the policy that this process made from the same bytes.
  case policy
  case host(HostError)

  package var description: String {
    switch self {
    case .lacks(let part):
      "this kernel has no \(part.rawValue), which keeps a worker from reaching out; use a newer kernel, or "
        + "take the risk with \"without: [\(part.rawValue)]\" under \"wall\" in chartgate.yaml"
    case .holds(let name):
      "the wall around workers does not hold: a process within it could \(name); nothing was begun"
    case .policy: "a worker could not compile the policy that this process compiled; report this as a bug"
    case .host(let error): "workers cannot be started: \(error)"
    }
  }
}
