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
    var fields: Logger.Metadata = ["event": .string(event.shape.name)]
    for field in event.shape.fields { fields[field.key] = .string(field.value) }
    logger.log(level: level, "\(line)", metadata: fields)
  }

  /// An event's line without its priority; nil for a fault that need not be said again.
  package static func line(_ event: Event) -> String? {
    if let count = event.repetition, !isTold(count) { return nil }
    let (name, _, fields) = event.shape
    return fields.reduce(name) { line, field in
      let value = field.value.contains(" ") ? "\"\(field.value)\"" : field.value
      return line + " \(field.key)=\(value)"
    }
  }

  /// A logger for libraries of others, which says nothing: their words are not ours to vouch for.
  static let silent = Logger(label: "chartgate.silent") { _ in SwiftLogNoOpLogHandler() }

  private static func isTold(_ count: Int) -> Bool {
    var power = 1
    while power < count, power < 1_000_000_000 { power *= 10 }
    return power == count
  }
}

/// Entries for the journal. Where standard error goes there, each is sent with its fields
/// (`CHARTGATE_EVENT=packet.claimed`, `CHARTGATE_PACKET=12`: `journalctl CHARTGATE_PACKET=12`); elsewhere it is
/// a line as journald reads them, `<5>packet.claimed packet=12 …` (sd-daemon(3)). Neither is ever waited for.
struct JournalHandler: LogHandler {
  var logLevel: Logger.Level = .info
  var metadata: Logger.Metadata = [:]
  private let journal = JournalSocket.ofThisProcess

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
    guard let journal else { return StandardError.say("<\(priority)>\(event.message)\n", waits: false) }
    let dropped = StandardError.droppedSinceTold
    if dropped > 0 {
      let fields = Self.fields(
        "log.dropped lines=\(dropped)", 4, ["event": "log.dropped", "lines": "\(dropped)"])
      guard journal.send(fields) else { return StandardError.countDropped() }
      StandardError.told(dropped)
    }
    let isSent = journal.send(Self.fields("\(event.message)", priority, event.metadata ?? [:]))
    if !isSent { StandardError.countDropped() }
  }

  /// An entry's fields: ours begin with CHARTGATE_, in capitals as the journal wants them.
  static func fields(_ message: String, _ priority: Int, _ metadata: Logger.Metadata) -> [(
    name: String, value: String
  )] {
    let own = metadata.sorted { $0.key < $1.key }.map { key, value in
      let name = key.uppercased().map { $0 == "-" ? "_" : $0 }
      return (name: "CHARTGATE_" + String(name), value: "\(value)")
    }
    return [
      (name: "MESSAGE", value: message), (name: "PRIORITY", value: "\(priority)"),
      (name: "SYSLOG_IDENTIFIER", value: "chartgate"),
    ] + own
  }
}
