internal import Stages
internal import Synchronization

/// How long each stage took over all packets of a run: where the time goes, for `run --times`.
final class StageTimes: Sendable {
  private let total = Mutex<[StageName: Duration]>([:])

  /// What one packet's decision is told to call: at the entry of each stage, and with nil at the end.
  func watch() -> Deciding.Entering {
    let last = Mutex<(stage: StageName, since: ContinuousClock.Instant)?>(nil)
    return { stage in
      let now = ContinuousClock.now
      let ended = last.withLock { last in
        defer { last = stage.map { ($0, now) } }
        return last
      }
      guard let ended else { return }
      self.total.withLock { $0[ended.stage, default: .zero] += ended.since.duration(to: now) }
    }
  }

  /// In the order of the stages; the ones that nothing entered are not there.
  var rows: [(stage: StageName, milliseconds: Int)] {
    let total = total.withLock(\.self)
    return StageName.allCases.compactMap { stage in
      total[stage].map {
        (stage, Int($0.components.seconds * 1000 + $0.components.attoseconds / 1_000_000_000_000_000))
      }
    }
  }
}
