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
      folders.ready = watch.readyEntries().filter {
        !backoff.isResting(.entry($0.entry), now: now)
          && !backoff.isResting(.source($0.entry.source), now: now)
      }
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
      backoff.clear(.folders)
      return view
    } catch {
      let fault = rest(.folders)
      parts.tell(.foldersFailed(code: error.code, fault))
      return nil
    }
  }

  /// Makes safe what lies in the rooms as it is seen: a process that was killed, or a step that failed, may
  /// have renamed a folder and not come to the sync; what is then built on it must not outlast it.
  private mutating func syncRooms() throws(HostError) {
    guard !areRoomsSynced else { return }
    for room in Room.allCases { try parts.host.sync(parts.folders.room(room)) }
    areRoomsSynced = true
  }
}
