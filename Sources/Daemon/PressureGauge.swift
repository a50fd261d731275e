internal import Ledger

/// What room is left while a plan is made.
struct PressureGauge {
  private let limits: Backpressure
  private var left: Int
  private var channels: [String: Backpressure.Channel]
  private(set) var heldBack = Backpressure.HeldBack()

  init(_ limits: Backpressure, _ folders: FoldersView) {
    (self.limits, channels) = (limits, folders.channels)
    left = folders.freeBytes - limits.freeFloor
  }

  mutating func admits(_ entry: InboxWatch.Ready) -> Bool {
    let needed = limits.needed(for: entry.byteCount)
    guard heldBack.releaseCount < limits.mostHeldBack, needed <= left else {
      heldBack.entries += 1
      return false
    }
    left -= needed
    return true
  }

  mutating func admits(_ release: ReleaseEntry) -> Bool {
    guard var channel = channels[release.channel] else { return true }
    guard !channel.isAway else {
      heldBack.away[release.channel, default: 0] += 1
      return false
    }
    // What is intended was begun, and is brought to its end.
    if release.state == .intended { return true }
    let bytes = release.files.reduce(0) { $0 + $1.byteCount }
    let hasPlace = limits.bundlesPerChannel == 0 || channel.bundles < limits.bundlesPerChannel
    guard hasPlace, channel.freeBytes - bytes >= limits.freeFloor else {
      heldBack.releases[release.channel, default: 0] += 1
      return false
    }
    channel.bundles += 1
    channel.freeBytes -= bytes
    channels[release.channel] = channel
    return true
  }
}
