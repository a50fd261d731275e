internal import Host
internal import Ledger

extension Engine {
  /// What ledger and folders show right now; nil when they cannot be read, which then rests.
  mutating func views() throws(Stop) -> (LedgerView, FoldersView)? {
    var unknown = 0
    var view: (LedgerView, FoldersView)?
    do throws(LedgerError) {
      let packets = try parts.ledger.open()
      let releases = try parts.ledger.openReleases()
      guard var folders = foldersView() else { return nil }
      let now = parts.host.ticks()
      folders.owed = watch.owedRemovals()
      let resting = backoff
      folders.ready = watch.readyEntries(parts.brain.mostWaiting) {
        resting.isResting(.entry($0), now: now)
      }.filter { !resting.isResting(.source($0.entry.source), now: now) }
      folders.channels = channels(of: releases)
      let open = Set(packets.map(\.number))
      var closed: Set<PacketNumber> = []
      let lying = folders.rooms.values.reduce(into: Set<PacketNumber>()) { $0.formUnion($1) }
      for number in lying.subtracting(open) {
        if try parts.ledger.packet(number) == nil { unknown += 1 } else { closed.insert(number) }
      }
      backoff.clear(.ledger)
      view = (LedgerView(packets: packets, releases: releases, closed: closed), folders)
    } catch {
      try failed(error)
    }
    guard unknown == 0 else { throw .ledgerIsOlder(packets: unknown) }
    return view
  }

  private mutating func foldersView() -> FoldersView? {
    var view = FoldersView()
    do throws(HostError) {
      try syncRooms()
      for room in Room.allCases {
        var numbers: Set<PacketNumber> = []
        for name in try parts.host.list(parts.folders.room(room)) {
          if let number = HouseFolders.packetNumber(name) { numbers.insert(number) }
          if room == .work, let number = HouseFolders.claimNumber(name) { view.copies.insert(number) }
        }
        view.rooms[room] = numbers
      }
      view.freeBytes = try parts.host.freeBytes(FilePath(parts.folders.state))
      backoff.clear(.folders)
      return view
    } catch {
      let fault = rest(.folders)
      parts.tell(.foldersFailed(code: error.code, fault))
      return nil
    }
  }

  /// The channels for which a release waits, each counted at most once a poll; what we put into it since then is
  /// counted as we put it. A channel that cannot be read is not known to be full: its deliveries will tell.
  private mutating func channels(of releases: [ReleaseEntry]) -> [String: Backpressure.Channel] {
    for release in releases where channels[release.channel] == nil {
      guard release.state == .staged || release.state == .intended else { continue }
      let folder = parts.folders.channel(release.channel)
      guard isThere(release.channel) else {
        channels[release.channel] = Backpressure.Channel(bundles: 0, freeBytes: 0, isAway: true)
        continue
      }
      do throws(HostError) {
        channels[release.channel] = Backpressure.Channel(
          bundles: try bundles(in: folder), freeBytes: try parts.host.freeBytes(folder))
      } catch {
        continue
      }
    }
    return channels
  }

  /// Whether the shares of a channel are mounted, as far as it shows; what else is wrong its deliveries tell.
  private func isThere(_ channel: String) -> Bool {
    do throws(HostError) {
      try parts.folders.requireMounts(of: channel, parts.host)
      return true
    } catch {
      return error.kind != .missing
    }
  }

  private func bundles(in channel: FilePath) throws(HostError) -> Int {
    var count = 0
    for recipient in try parts.host.list(channel) where recipient.bytes.first != UInt8(ascii: ".") {
      do throws(HostError) {
        count += try parts.host.list(channel.appending(recipient)).count(where: Delivering.isBundle)
      } catch  where error.kind == .missing || error.kind == .unsafe {
        continue
      }
    }
    return count
  }

  /// Makes safe what lies in the rooms as it is seen: a process that was killed, or a step that failed, may
  /// have renamed a folder and not come to the sync; what is then built on it must not outlast it.
  private mutating func syncRooms() throws(HostError) {
    guard !areRoomsSynced else { return }
    for room in Room.allCases { try parts.host.sync(parts.folders.room(room)) }
    areRoomsSynced = true
  }
}
