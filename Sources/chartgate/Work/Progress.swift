internal import Daemon
internal import Host
internal import Synchronization

/// What is said while `run` works: on a terminal one line of counts that is written over, everywhere what a
/// person should know of. All of it is talk.
final class Progress: Sendable {
  private struct Counts {
    var taken = 0
    var decided = 0
    var delivered = 0
  }

  private let counts = Mutex(Counts())
  private let isDrawn: Bool

  init(isDrawn: Bool = ProgramPlace.hasTerminal) { self.isDrawn = isDrawn }

  func tell(_ event: Event) {
    let shape = event.shape
    if shape.priority.rawValue <= Event.Priority.warning.rawValue {
      clear()
      let fields = shape.fields.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
      Output.talk("chartgate: \(shape.name) \(fields)")
    }
    let line = counts.withLock { counts in
      switch event {
      case .packetClaimed: counts.taken += 1
      case .packetHeld, .packetRejected, .releaseStaged: counts.decided += 1
      case .releaseDelivered: counts.delivered += 1
      case .serviceStarted, .serviceStopping, .serviceStopped, .configurationLoaded, .configurationRefused,
        .lockLost, .metricsFailed,
        .packetRepeated, .claimUndone, .entryCleared, .attemptBegun, .attemptFailed, .attemptGivenUp,
        .attemptLate,
        .packetRetried, .packetClosed, .inboxStuck, .intakeHeldBack, .intakeGoesOn, .channelFull,
        .channelGoesOn, .channelAway, .sourceUnreachable, .sourceBack, .ledgerFailed, .foldersFailed,
        .stepFailed,
        .controlRefused:
        break
      }
      return "\(counts.taken) taken, \(counts.decided) decided, \(counts.delivered) delivered"
    }
    if isDrawn { ThisProcess.say("\r\u{1B}[K\(line)") }
  }

  /// Takes the line away before anything else is said.
  func clear() { if isDrawn { ThisProcess.say("\r\u{1B}[K") } }
}
