internal import Host

/// The metrics as a file for node_exporter's textfile collector: exchanged as a whole, so that no reader sees
/// half of it, and written again every few seconds while the daemon comes around, so that its age tells of a
/// daemon that does not (`node_textfile_mtime_seconds`).
struct MetricsFile: Sendable {
  /// Nanoseconds between two writings.
  private static let interval: Int64 = 10_000_000_000

  private let path: FilePath
  private var next: Int64 = 0
  private var faults = 0

  init(_ path: FilePath) { self.path = path }

  /// Writes when it is time; readable for all, as it holds nothing that is not for all.
  ///
  /// - Returns: the error's number, and how often in a row there was one, when it could not be written.
  mutating func write(_ text: String, now: Int64) -> (code: Int, fault: Event.Fault)? {
    guard now >= next else { return nil }
    next = now + Self.interval
    do throws(HostError) {
      try RealHost().replace(path, with: Array(text.utf8), mode: 0o644)
      faults = 0
      return nil
    } catch {
      faults += 1
      return (error.code, Event.Fault(count: faults, retryMilliseconds: Int(Self.interval / 1_000_000)))
    }
  }
}
