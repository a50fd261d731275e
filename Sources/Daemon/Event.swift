package import Ledger
package import Values

/// What the daemon tells of itself: a closed set of names with fixed fields of our own ids, words and
/// numbers. There is no free text, so nothing of a packet can get into the log.
package enum Event: Sendable, Equatable {
  case serviceStarted(process: Int, version: String)
  case serviceStopping
  case serviceStopped(givenBack: Int)
  case configurationLoaded(policy: Digest)
  /// The old one stays in force.
  case configurationRefused(problems: Int)
  /// The lock's file is not where it was: another daemon could take the tree.
  case lockLost
  case metricsFailed(code: Int, Fault)
  case packetClaimed(PacketNumber, source: String, files: Int, bytes: Int)
  case packetRepeated(PacketNumber, of: PacketNumber, source: String)
  case claimUndone(source: String)
  /// What lay in an inbox was this packet's, taken before: it was removed, and changes nothing.
  case entryCleared(PacketNumber, source: String)
  case attemptBegun(PacketNumber, attempt: Int, died: Bool)
  case attemptFailed(PacketNumber, attempt: Int, rule: RuleID, why: PlainText, fault: Fault)
  /// It had its time and gave no answer; it counts as a death of its packet.
  case attemptGivenUp(PacketNumber, attempt: Int, seconds: Int, fault: Fault)
  /// An attempt that was given up answered after all; nobody listens to it.
  case attemptLate(PacketNumber, attempt: Int)
  /// There is no room for what is ready: the state volume is near its floor, or too much waits for channels.
  case intakeHeldBack(entries: Int)
  case intakeGoesOn
  /// As many bundles as may wait in a channel do, or its volume is near its floor.
  case channelFull(channel: String, releases: Int)
  case channelGoesOn(channel: String)
  /// The share on which a channel lies is not mounted: its mark is not there.
  case channelAway(channel: String, releases: Int)
  case releaseStaged(PacketNumber, DisclosureID, bytes: Int, milliseconds: Int)
  case releaseDelivered(PacketNumber, DisclosureID, bytes: Int)
  case packetHeld(PacketNumber, rule: RuleID?)
  case packetRejected(PacketNumber, rule: RuleID?)
  case packetRetried(PacketNumber, user: Int)
  case packetClosed(PacketNumber, Change.CloseReason)
  case inboxStuck(source: String, entries: Int)
  case sourceUnreachable(source: String, code: Int, Fault)
  case sourceBack(source: String)
  case ledgerFailed(LedgerError.Kind, Fault)
  case foldersFailed(code: Int, Fault)
  case stepFailed(Step, PacketNumber?, code: Int, Fault)
  case controlRefused(user: Int)

  /// What was being done with a packet.
  package enum Step: String, Sendable { case claim, removal, move, delivery, closing, attempt }

  /// How often in a row something went wrong, and when it is tried again.
  package struct Fault: Sendable, Equatable {
    package let count: Int
    package let retryMilliseconds: Int
    package init(count: Int, retryMilliseconds: Int) {
      (self.count, self.retryMilliseconds) = (count, retryMilliseconds)
    }
  }

  /// The priorities of syslog(3) that are used: a person must act now; soon; something changed; so it went.
  package enum Priority: Int, Sendable { case error = 3, warning = 4, notice = 5, info = 6 }

  /// Its name, noun dot participle, its priority, and its fields in their order.
  package var shape: (name: String, priority: Priority, fields: [(key: String, value: String)]) {
    switch self {
    case .serviceStarted(let process, let version):
      ("service.started", .notice, [("pid", "\(process)"), ("version", version)])
    case .serviceStopping: ("service.stopping", .notice, [])
    case .serviceStopped(let count): ("service.stopped", .notice, [("given-back", "\(count)")])
    case .configurationLoaded(let policy): ("configuration.loaded", .notice, [("policy", policy.hex)])
    case .configurationRefused(let problems):
      ("configuration.refused", .error, [("problems", "\(problems)")])
    case .lockLost: ("lock.lost", .error, [])
    case .metricsFailed(let code, let fault):
      ("metrics.failed", .warning, [("errno", "\(code)")] + fault.fields)
    case .packetClaimed(let packet, let source, let files, let bytes):
      (
        "packet.claimed", .notice,
        [("packet", packet.shown), ("source", source), ("files", "\(files)"), ("bytes", "\(bytes)")]
      )
    case .packetRepeated(let packet, let first, let source):
      ("packet.repeated", .notice, [("packet", packet.shown), ("of", first.shown), ("source", source)])
    case .claimUndone(let source): ("claim.undone", .info, [("source", source)])
    case .entryCleared(let packet, let source):
      ("entry.cleared", .notice, [("packet", packet.shown), ("source", source)])
    case .attemptBegun(let packet, let attempt, let died):
      (
        "attempt.begun", died ? .warning : .info,
        [("packet", packet.shown), ("attempt", "\(attempt)"), ("died-before", died ? "yes" : "no")]
      )
    case .attemptFailed(let packet, let attempt, let rule, let why, let fault):
      (
        "attempt.failed", .warning,
        [("packet", packet.shown), ("attempt", "\(attempt)"), ("rule", rule.shown)] + fault.fields
          + [("why", why.shown)]
      )
    case .attemptGivenUp(let packet, let attempt, let seconds, let fault):
      (
        "attempt.given-up", .warning,
        [("packet", packet.shown), ("attempt", "\(attempt)"), ("seconds", "\(seconds)")] + fault.fields
      )
    case .attemptLate(let packet, let attempt):
      ("attempt.late", .warning, [("packet", packet.shown), ("attempt", "\(attempt)")])
    case .intakeHeldBack(let count): ("intake.held-back", .warning, [("entries", "\(count)")])
    case .intakeGoesOn: ("intake.goes-on", .notice, [])
    case .channelFull(let channel, let count):
      ("channel.full", .warning, [("channel", channel), ("releases", "\(count)")])
    case .channelAway(let channel, let count):
      ("channel.away", .warning, [("channel", channel), ("releases", "\(count)")])
    case .channelGoesOn(let channel): ("channel.goes-on", .notice, [("channel", channel)])
    case .releaseStaged(let packet, let disclosure, let bytes, let milliseconds):
      (
        "release.staged", .info,
        [
          ("packet", packet.shown), ("disclosure", disclosure.shown), ("bytes", "\(bytes)"),
          ("ms", "\(milliseconds)"),
        ]
      )
    case .releaseDelivered(let packet, let disclosure, let bytes):
      (
        "release.delivered", .notice,
        [("packet", packet.shown), ("disclosure", disclosure.shown), ("bytes", "\(bytes)")]
      )
    case .packetHeld(let packet, let rule): ("packet.held", .notice, Self.outcome(packet, rule))
    case .packetRejected(let packet, let rule): ("packet.rejected", .notice, Self.outcome(packet, rule))
    case .packetRetried(let packet, let user):
      ("packet.retried", .notice, [("packet", packet.shown), ("uid", "\(user)")])
    case .packetClosed(let packet, let reason):
      ("packet.closed", .notice, [("packet", packet.shown), ("reason", reason.rawValue)])
    case .inboxStuck(let source, let entries):
      ("inbox.stuck", .warning, [("source", source), ("entries", "\(entries)")])
    case .sourceUnreachable(let source, let code, let fault):
      ("source.unreachable", .warning, [("source", source), ("errno", "\(code)")] + fault.fields)
    case .sourceBack(let source): ("source.back", .notice, [("source", source)])
    case .ledgerFailed(let kind, let fault):
      (
        "ledger.failed", kind == .transient ? .warning : .error,
        [("kind", kind.rawValue)] + fault.fields
      )
    case .foldersFailed(let code, let fault):
      ("folders.failed", .warning, [("errno", "\(code)")] + fault.fields)
    case .stepFailed(let step, let packet, let code, let fault):
      (
        "\(step.rawValue).failed", .warning,
        (packet.map { [("packet", $0.shown)] } ?? []) + [("errno", "\(code)")] + fault.fields
      )
    case .controlRefused(let user): ("control.refused", .warning, [("uid", "\(user)")])
    }
  }

  /// Which number of a repeated fault this is; nil for what is no fault.
  package var repetition: Int? {
    switch self {
    case .attemptFailed(_, _, _, _, let fault), .attemptGivenUp(_, _, _, let fault),
      .sourceUnreachable(_, _, let fault), .ledgerFailed(_, let fault),
      .foldersFailed(_, let fault), .stepFailed(_, _, _, let fault), .metricsFailed(_, let fault):
      fault.count
    case .serviceStarted, .serviceStopping, .serviceStopped, .configurationLoaded, .configurationRefused,
      .lockLost, .packetClaimed, .packetRepeated, .claimUndone, .entryCleared, .attemptBegun, .releaseStaged,
      .releaseDelivered, .packetHeld, .packetRejected, .packetRetried, .packetClosed, .inboxStuck,
      .sourceBack, .controlRefused, .attemptLate, .intakeHeldBack, .intakeGoesOn, .channelFull,
      .channelGoesOn, .channelAway:
      nil
    }
  }

  /// All names that there are, for what counts them.
  static let names: [String] = [
    "service.started", "service.stopping", "service.stopped", "configuration.loaded", "configuration.refused",
    "lock.lost", "metrics.failed", "packet.claimed", "packet.repeated", "claim.undone", "entry.cleared",
    "attempt.begun",
    "attempt.failed", "attempt.given-up", "attempt.late", "intake.held-back", "intake.goes-on",
    "channel.full", "channel.away", "channel.goes-on", "release.staged", "release.delivered", "packet.held",
    "packet.rejected",
    "packet.retried", "packet.closed", "inbox.stuck", "source.unreachable", "source.back", "ledger.failed",
    "folders.failed", "claim.failed", "removal.failed", "move.failed", "delivery.failed", "closing.failed",
    "control.refused",
  ]

  private static func outcome(_ packet: PacketNumber, _ rule: RuleID?) -> [(key: String, value: String)] {
    [("packet", packet.shown)] + (rule.map { [("rule", $0.shown)] } ?? [])
  }
}

extension Event.Fault {
  fileprivate var fields: [(key: String, value: String)] {
    [("times", "\(count)"), ("retry-ms", "\(retryMilliseconds)")]
  }
}
