/// How much must stay free, and how much may wait: what the house takes in is bounded by what it can put out.
package struct Backpressure: Sendable {
  /// Bytes that stay free on the state volume and on each outbox channel.
  package var freeFloor = 256 << 20
  /// Bundles that may lie in a channel before its transfer job takes some; 0 for no limit.
  package var bundlesPerChannel = 1_000
  /// Bytes that even the smallest packet is reckoned to need.
  package var leastNeeded = 64 << 10
  /// Releases that may wait for full channels before nothing more is claimed.
  package var mostHeldBack = 10_000
  package init() {}

  /// What a claim needs on the state volume: the private copy, the bundle, and the same again while it is staged,
  /// where the outbox lies on that volume too.
  func needed(for byteCount: Int) -> Int {
    let (bytes, overflow) = byteCount.multipliedReportingOverflow(by: 3)
    return overflow ? .max : max(bytes, leastNeeded)
  }

  /// What is known of an outbox channel.
  package struct Channel: Sendable, Equatable {
    package var bundles: Int
    package var freeBytes: Int
    /// The share on which it lies is not there.
    package var isAway: Bool
    package init(bundles: Int, freeBytes: Int, isAway: Bool = false) {
      (self.bundles, self.freeBytes, self.isAway) = (bundles, freeBytes, isAway)
    }
  }

  /// What waits for room, as counts.
  package struct HeldBack: Sendable, Equatable {
    /// Entries that are ready, and would be claimed if there were room for them.
    package var entries = 0
    /// By channel, releases that wait for room in it.
    package var releases: [String: Int] = [:]
    /// By channel, releases that wait for the share on which it lies.
    package var away: [String: Int] = [:]
    package init() {}
    package var isNothing: Bool { entries == 0 && releases.isEmpty && away.isEmpty }
    /// Releases that wait, whatever for.
    var releaseCount: Int { releases.values.reduce(0, +) + away.values.reduce(0, +) }
  }
}

/// Tells what is held back: once when it begins, once when it ended and stayed so for a while, since a volume near
/// its floor goes to and fro.
struct BackpressureTeller: Sendable {
  private enum Subject: Hashable {
    case entries
    case channel(String)
    case share(String)
  }
  private var since: [Subject: Int64] = [:]
  /// Nanoseconds.
  private let calm: Int64 = 30_000_000_000

  init() {}

  mutating func events(of held: Backpressure.HeldBack, now: Int64) -> [Event] {
    var events: [Event] = []
    if held.entries > 0, since.updateValue(now, forKey: .entries) == nil {
      events.append(.intakeHeldBack(entries: held.entries))
    }
    for (channel, count) in held.releases.sorted(by: { $0.key < $1.key }) {
      if since.updateValue(now, forKey: .channel(channel)) == nil {
        events.append(.channelFull(channel: channel, releases: count))
      }
    }
    for (channel, count) in held.away.sorted(by: { $0.key < $1.key }) {
      if since.updateValue(now, forKey: .share(channel)) == nil {
        events.append(.channelAway(channel: channel, releases: count))
      }
    }
    for (subject, last) in since where now - last >= calm {
      since[subject] = nil
      switch subject {
      case .entries: events.append(.intakeGoesOn)
      case .channel(let channel), .share(let channel): events.append(.channelGoesOn(channel: channel))
      }
    }
    return events
  }
}
