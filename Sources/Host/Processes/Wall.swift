private import CWall
private import Glibc
package import Values

/// The wall around a process that reads what came from outside (DESIGN.md §5): from here on it can compute,
/// read what it was handed, write what it was handed, and nothing else. Documentation/Wall.md says what is
/// denied by what.
package enum Wall {
  /// What a process may use.
  package struct Limits: Sendable, Equatable {
    /// Bytes of memory beyond what it was started with; nil: as much as there is (for sanitizers only).
    package var memory: Int?
    package var cpuSeconds: Int
    /// Bytes of the longest file that it may write.
    package var output: Int
    package init(memory: Int?, cpuSeconds: Int, output: Int) {
      (self.memory, self.cpuSeconds, self.output) = (memory, cpuSeconds, output)
    }
  }

  /// A part of the wall that a kernel may lack.
  package enum Part: String, Sendable, CaseIterable {
    case landlock, seccomp
  }

  /// How a process ends that could not build its wall.
  static let couldNotStand: CInt = 76
  package static func couldNotStand(_ end: ProcessEnd) -> Bool { end.exitCode == Int(couldNotStand) }

  /// The parts that this kernel has.
  package static var available: Set<Part> {
    var parts: Set<Part> = []
    if chartgate_landlock_version() > 0 { parts.insert(.landlock) }
    if chartgate_has_seccomp() == 1 { parts.insert(.seccomp) }
    return parts
  }

  /// Builds the wall around this process, which must have one thread; nothing takes it down again.
  ///
  /// - Parameters:
  ///   - folders: beneath which files may be opened for reading.
  ///   - mayOpen: whether anything may be opened at all, so far as Landlock lets it.
  ///   - parts: those to build; a part that cannot be built is an error.
  package static func build(
    _ limits: Limits, reading folders: [HandedFolder], mayOpen: Bool, parts: Set<Part>
  ) throws(HostError) {
    try limit(limits)
    if parts.contains(.landlock) {
      let numbers = folders.map(\.descriptor.number)
      try SystemCalls.checked("build a wall", unsafe chartgate_landlock(numbers, numbers.count))
    }
    if parts.contains(.seccomp) {
      try SystemCalls.checked("build a wall", chartgate_seccomp(mayOpen ? 1 : 0))
    }
  }

  private static func limit(_ limits: Limits) throws(HostError) {
    let operation: PlainText = "limit a process"
    if let memory = limits.memory {
      let aside = (ThisProcess.cores + 4) * 3 * (80 << 20)
      try SystemCalls.checked(operation, chartgate_limit_memory(UInt64(memory), UInt64(aside)))
    }
    try SystemCalls.checked(operation, chartgate_limit_cpu(UInt64(limits.cpuSeconds)))
    try SystemCalls.checked(operation, chartgate_limit_files(UInt64(limits.output), 128))
  }

  /// Signals of a process that makes workers, and of the workers: those that stop a service are for the daemon.
  package static func setSignals() { chartgate_set_signals() }

  /// What a worker must not be able to do, each tried harmlessly.
  package struct Probe: Sendable, Equatable {
    let number: CInt
    package let name: PlainText
    /// The part of the wall that denies it.
    package let part: Part

    package static let all: [Probe] = (0..<CInt(CHARTGATE_PROBES)).map { number in
      let name = unsafe String(cString: chartgate_probe_name(number))
      return Probe(
        number: number, name: PlainText(ours: name),
        part: [0, 1, 2, 3, 13].contains(number) ? .landlock : .seccomp)
    }

    /// Tries it, within the wall.
    ///
    /// - Parameter parent: a process that must be out of reach.
    /// - Returns: whether it was refused. Where the wall ends the process, nothing is returned.
    package func isRefused(parent: Int) -> Bool {
      unsafe chartgate_probe(number, "/proc/\(parent)/mem", pid_t(parent)) == 0
    }
  }
}
