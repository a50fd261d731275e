/// Sees to it that a source whose share answers slowly takes no more than a tenth of the engine's one thread for each
/// kind of step, so that the packets of the others meet their due dates all the same. One slow step may be a hiccup; the
/// second in a row is not. Only in memory.
package struct Pace: Sendable {
  /// False where no other source wants the time.
  package var isShared = true

  /// What is done with a source.
  package enum Step: Hashable, Sendable {
    /// Its inbox is listed.
    case listing
    /// One of its entries is looked at.
    case look
    case claim
  }

  private struct Subject: Hashable {
    var step: Step
    var source: String
  }

  /// Nanoseconds that a step may take before its source has to rest.
  private let patience: Int64 = 200_000_000
  private let longest: Int64 = 30_000_000_000
  /// What a share at work moves in a nanosecond at least, bytes: 5 MB/s. Copying is no slowness.
  private let rate = 0.005
  /// Of steps that were slow the last time: until when they rest, monotonic nanoseconds.
  private var until: [Subject: Int64] = [:]

  package init() {}

  /// Notes a step.
  ///
  /// - Parameter bytes: how many were copied in it.
  package mutating func took(
    _ step: Step, of source: String, from start: Int64, to end: Int64, bytes: Int = 0
  ) {
    let subject = Subject(step: step, source: source)
    let slowness = end - start - patience - Int64(Double(bytes) / rate)
    guard slowness > 0 else { return until[subject] = nil }
    let wasSlow = until[subject] != nil
    until[subject] = wasSlow ? end + min(longest, 9 * min(slowness, longest)) : end
  }

  /// Whether the others have their turn before it.
  package func isResting(_ step: Step, of source: String, now: Int64) -> Bool {
    isShared && now < until[Subject(step: step, source: source)] ?? now
  }

  /// When the next of those that rest has its turn again; nil when none rests.
  package func next(after now: Int64) -> Int64? {
    isShared ? until.values.filter { $0 > now }.min() : nil
  }
}
