internal import Host
internal import Stages
internal import Synchronization

/// How long each stage of one decision took.
final class StageClock: Sendable {
  private struct Marks {
    var entered: (stage: StageName, at: Int64)?
    var times: [(stage: StageName, nanoseconds: Int64)] = []
  }

  private let marks = Mutex(Marks())
  private let host = RealHost()

  /// Called at the entry of each stage, and with nil at the end.
  @Sendable func enter(_ stage: StageName?) {
    let now = host.ticks()
    marks.withLock { marks in
      if let last = marks.entered { marks.times.append((last.stage, max(0, now - last.at))) }
      marks.entered = stage.map { ($0, now) }
    }
  }

  var times: [(stage: StageName, nanoseconds: Int64)] { marks.withLock { $0.times } }
}
