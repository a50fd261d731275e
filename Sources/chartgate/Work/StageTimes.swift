internal import Stages
internal import Synchronization

/// How long each stage took over all packets of a run: where the time goes, for `run --times`.
final class StageTimes: Sendable {
  private let total = Mutex<[StageName: Duration]>([:])

  /// Adds what a worker measured.
  func add(_ stage: StageName, _ time: Duration) { total.withLock { $0[stage, default: .zero] += time } }

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
