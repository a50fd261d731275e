package import Logging
internal import Host

/// Turns events into lines of the log. The only file that imports swift-log, whose message takes any
/// string: here it takes an event's name and fields.
package struct EventLog: Sendable {
  private let logger: Logger

  /// - Parameter logger: a site's own; the standard one writes to standard error in the journal's form.
  package init(logger: Logger = Logger(label: "chartgate") { _ in JournalHandler() }) { self.logger = logger }

  /// Writes an event. A fault that repeats is said the first time, then at the 10th, 100th, … with its
  /// count.
  package func tell(_ event: Event) {
    guard let line = Self.line(event) else { return }
    let level: Logger.Level =
      switch event.shape.priority {
      case .error: .error
      case .warning: .warning
      case .notice: .notice
      case .info: .info
      }
    logger.log(level: level, "\(line)")
  }

  /// An event's line without its priority; nil for a fault that need not be said again.
  package static func line(_ event: Event) -> String? {
    if let count = event.repetition, !isTold(count) { return nil }
    let (name, _, fields) = event.shape
    return fields.reduce(name) { $0 + " \($1.key)=\($1.value)" }
  }

  /// A logger for libraries of others, which says nothing: their words are not ours to vouch for.
  static let silent = Logger(label: "chartgate.silent") { _ in SwiftLogNoOpLogHandler() }

  private static func isTold(_ count: Int) -> Bool {
    var power = 1
    while power < count, power < 1_000_000_000 { power *= 10 }
    return power == count
  }
}

/// Lines on standard error as journald reads them: `<5>packet.claimed packet=12 …` (sd-daemon(3)).
struct JournalHandler: LogHandler {
  var logLevel: Logger.Level = .info
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let priority =
      switch event.level {
      case .trace, .debug: 7
      case .info: 6
      case .notice: 5
      case .warning: 4
      case .error: 3
      case .critical: 2
      }
    ThisProcess.say("<\(priority)>\(event.message)\n")
  }
}
