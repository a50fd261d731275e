internal import Host
internal import Ledger

extension Engine {
  /// What ledger and folders show right now; nil when they cannot be read, which then rests.
  ///
  /// Mostly of what is under way alone: what is held, rejected or delivered and lies where it should needs nothing,
  /// however many there are. All is looked at when ``Attention`` says so.
  mutating func views(_ now: Now) throws(Stop) -> (LedgerView, FoldersView)? {
    let isWhole = attention.wantsAll(now)
    var unknown = 0
    var view: (LedgerView, FoldersView)?
    do throws(LedgerError) {
      var packets = isWhole ? try parts.ledger.open() : try parts.ledger.underWay()
      var releases = isWhole ? try parts.ledger.openReleases() : try parts.ledger.outgoing()
      guard var folders = foldersView(isWhole ? Room.allCases : [.work]) else { return nil }
      if !isWhole {
        try addAttended(&packets, &releases, folders.rooms[.work] ?? [])
        guard locate(packets.map(\.number), in: &folders) else { return nil }
      }
      folders.owed = watch.owedRemovals()
      let resting = backoff
      folders.ready = watch.readyEntries(parts.brain.mostWaiting) {
        resting.isResting(.entry($0), now: now.ticks)
      }.filter { !resting.isResting(.source($0.entry.source), now: now.ticks) }
      folders.channels = channels(of: releases)
      var closed = Set(packets.filter { $0.state == .closed }.map(\.number))
      let known = Set(packets.map(\.number))
      packets.removeAll { $0.state == .closed }
      let lying = folders.rooms.values.reduce(into: Set<PacketNumber>()) { $0.formUnion($1) }
      for number in lying.subtracting(known) {
        if try parts.ledger.packet(number) == nil { unknown += 1 } else { closed.insert(number) }
      }
      backoff.clear(.ledger)
      if isWhole { attention.sawAll(now) }
      view = (LedgerView(packets: packets, releases: releases, closed: closed), folders)
    } catch {
      try failed(error)
    }
    guard unknown == 0 else { throw .ledgerIsOlder(packets: unknown) }
    return view
  }

  /// Adds what has the engine's attention, or lies in work/, and is not among them.
  private func addAttended(
    _ packets: inout [PacketEntry], _ releases: inout [ReleaseEntry], _ work: Set<PacketNumber>
  ) throws(LedgerError) {
    let known = Set(packets.map(\.number))
    let outgoing = Set(releases.map(\.disclosure))
    for number in work.union(attention.packets).subtracting(known) {
      guard let packet = try parts.ledger.packet(number) else { continue }
      packets.append(packet)
      releases += try parts.ledger.releases(of: number).filter {
        $0.state.isOpen && !outgoing.contains($0.disclosure)
      }
    }
    packets.sort { $0.number < $1.number }
    releases.sort { $0.disclosure < $1.disclosure }
  }

  /// Finds the rooms of packets that do not lie in work/.
  ///
  /// - Returns: false when a room cannot be looked at, which then rests.
  private mutating func locate(_ packets: [PacketNumber], in folders: inout FoldersView) -> Bool {
    do throws(HostError) {
      for number in packets where folders.rooms[.work]?.contains(number) != true {
        for room in Room.allCases where room != .work {
          guard try parts.host.exists(parts.folders.packet(number, in: room)) else { continue }
          folders.rooms[room, default: []].insert(number)
        }
      }
      return true
    } catch {
      let fault = rest(.folders)
      parts.tell(.foldersFailed(code: error.code, fault))
      return false
    }
  }

  private mutating func foldersView(_ rooms: [Room]) -> FoldersView? {
    var view = FoldersView()
    do throws(HostError) {
      try syncRooms()
      for room in rooms {
        var numbers: Set<PacketNumber> = []
        for name in try parts.host.list(parts.folders.room(room)) {
          if let number = WorkingFolders.packetNumber(name) { numbers.insert(number) }
          if room == .work, let number = WorkingFolders.claimNumber(name) { view.copies.insert(number) }
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
      guard release.state.isOutgoing else { continue }
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
