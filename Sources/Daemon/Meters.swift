internal import Host
internal import Ledger
internal import Synchronization
internal import Values

/// What the daemon counts since it began: its events by name, bytes that left, how long decisions took. Bounded:
/// names are a closed set, and nothing is counted by packet or person.
package final class Meters: Sendable {
  private struct Counts {
    var events: [String: Int] = [:]
    var bytes = 0
    var milliseconds: Int64 = 0
    var decided = 0
    var buckets = [Int](repeating: 0, count: Meters.bounds.count)
  }

  /// Upper bounds, milliseconds.
  private static let bounds: [Int64] = [50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000, 300_000]
  private let counts = Mutex(Counts())

  package init() {}

  package func count(_ event: Event) {
    let name = event.shape.name
    counts.withLock { counts in
      counts.events[name, default: 0] += 1
      if case .releaseDelivered(_, _, let bytes) = event { counts.bytes += bytes }
      if case .releaseStaged(_, _, _, let milliseconds) = event {
        counts.milliseconds += Int64(milliseconds)
        counts.decided += 1
        for (index, bound) in Self.bounds.enumerated() where milliseconds <= bound {
          counts.buckets[index] += 1
        }
      }
    }
  }

  func write(to text: inout Exposition) {
    let counts = counts.withLock { $0 }
    text.add(
      "chartgate_events_total", .counter, "Events since the start, by name; faults count each time.",
      Event.names.map { .init([("event", $0)], counts.events[$0] ?? 0) })
    text.add(
      "chartgate_delivered_bytes_total", .counter, "Bytes of the files that were put into the outbox.",
      counts.bytes)
    text.add(
      "chartgate_log_dropped_lines_total", .counter, "Log lines that nobody took.",
      StandardError.droppedLines)
    text.add(
      "chartgate_release_seconds", .histogram, "From the begin of an attempt to its staged release.",
      zip(Self.bounds, counts.buckets).map { bound, count in
        .init([("le", Exposition.seconds(bound))], ending: "_bucket", text: String(count))
      } + [
        .init([("le", "+Inf")], ending: "_bucket", text: String(counts.decided)),
        .init(ending: "_sum", text: Exposition.seconds(counts.milliseconds)),
        .init(ending: "_count", text: String(counts.decided)),
      ])
  }
}

extension Status {
  /// The house as metrics. Labels are ids of the configuration, states, and rules of our own book.
  package func exposition(_ meters: Meters?) -> String {
    var text = Exposition()
    text.add(
      "chartgate_build_info", .gauge, "The version that runs; always 1.", [.init([("version", version)], 1)])
    if let started {
      text.add(
        "chartgate_start_time_seconds", .gauge, "When the daemon began, Unix time.",
        [.init(text: Exposition.seconds(started.milliseconds))])
    }
    text.add(
      "chartgate_last_pass_time_seconds", .gauge,
      "When the daemon last came around, Unix time: it stands still when the daemon hangs.",
      [.init(text: Exposition.seconds(at.milliseconds))])
    text.add(
      "chartgate_configuration_valid", .gauge,
      "0 while the files hold a mistake, and the configuration of before is in force.", refusal == nil ? 1 : 0
    )
    text.add(
      "chartgate_state_usable", .gauge, "0 while ledger or state folder cannot be used.",
      houseRetryMilliseconds == nil ? 1 : 0)
    text.add(
      "chartgate_packets", .gauge, "Packets by state, closed ones too.",
      PacketState.allCases.map { .init([("state", $0.rawValue)], counts[$0] ?? 0) })
    text.add(
      "chartgate_stopped_packets", .gauge, "Packets that are held or rejected, by the rule that decided it.",
      stopped.prefix(Self.rulesShown).map {
        .init([("state", $0.state.rawValue), ("rule", $0.rule?.description ?? "none")], $0.count)
      })
    text.add(
      "chartgate_attempts_running", .gauge, "Packets that are worked on right now.", running)
    text.add(
      "chartgate_resting_packets", .gauge, "Packets that had a fault and wait to be tried again.",
      resting.count)
    if let oldestWaiting {
      text.add(
        "chartgate_oldest_waiting_time_seconds", .gauge,
        "When the oldest packet was claimed that has no outcome yet, Unix time; absent while there is none.",
        [.init(text: Exposition.seconds(oldestWaiting.milliseconds))])
    }
    text.add(
      "chartgate_inbox_entries", .gauge,
      "Entries of an inbox: ready, not complete yet, not complete for long.",
      sources.flatMap { source in
        [("ready", source.ready), ("waiting", source.waiting), ("stuck", source.stuck)].map {
          Exposition.Sample([("source", source.id), ("readiness", $0.0)], $0.1)
        }
      })
    text.add(
      "chartgate_source_reachable", .gauge, "0 while an inbox cannot be read.",
      sources.map { .init([("source", $0.id)], $0.retryMilliseconds == nil ? 1 : 0) })
    text.add(
      "chartgate_held_back_entries", .gauge, "Ready entries that are not taken for want of room.",
      heldBack.entries)
    text.add(
      "chartgate_held_back_releases", .gauge,
      "Releases that wait for an outbox channel: full, or its share away.",
      [("full", heldBack.releases), ("away", heldBack.away)].flatMap { why, channels in
        channels.sorted { $0.key < $1.key }.map { .init([("channel", $0.key), ("why", why)], $0.value) }
      })
    meters?.write(to: &text)
    return text.text
  }

  /// How many rules are told apart at most.
  static let rulesShown = 100
}
