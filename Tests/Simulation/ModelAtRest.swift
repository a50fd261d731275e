import Daemon
import Host
import Ledger
import Values

/// What must hold once nothing more is to do: FAULTS.md Part 3, "M".
extension Model {
  func checkRest(_ disk: SimulatedDisk, _ ledger: LedgerState) throws(Violation) {
    try checkOutbox(disk, ledger)
    try checkLoss(disk, ledger)
    try checkInboxes(disk, ledger)
    for packet in ledger.packets.values { try check(packet, disk, ledger) }
    try checkClaims(ledger)
    try checkRooms(disk, ledger)
    try checkReleases(disk, ledger)
  }

  /// What may be taken was taken, and nothing of it is left.
  private func checkInboxes(_ disk: SimulatedDisk, _ ledger: LedgerState) throws(Violation) {
    var known: Set<FilePath> = []
    for entry in entries {
      guard let seen = Version.seen(on: disk, entry.path, entry.form) else {
        // A folder whose files a power cut took.
        if powerCuts > 0, disk.kind(entry.path) == .folder { known.insert(entry.path) }
        continue
      }
      guard !seen.isPacket else {
        throw Violation("starved", "\(shown(entry)) lies in its inbox still")
      }
      known.insert(entry.path)
      if let marker = FileName(entry.name.bytes + Array(".ready".utf8)) {
        known.insert(entry.path.parent.appending(marker))
      }
      if entry.form == .flat {
        for file in seen.files {
          if let name = FileName(file.path) { known.insert(entry.path.parent.appending(name)) }
        }
      }
    }
    for late in entries.flatMap({ places(of: $0, ledger) }) where !late.isHidden {
      if let seen = Version.seen(on: disk, late, .folder), !seen.isPacket { known.insert(late) }
    }
    for source in Tree.folders.sources {
      for name in disk.names(in: source.inbox) {
        guard !known.contains(source.inbox.appending(name)),
          !looseMarkers.contains(source.inbox.appending(name))
        else { continue }
        let text = String(decoding: name.bytes, as: UTF8.self)
        // A producer's own: it has not renamed it yet, or not yet dropped what it belongs to.
        if text.hasPrefix(".making") { continue }
        let request = Array((text.prefix { $0 != "." } + ".request.json").utf8)
        let isClaimed = ledger.packets.values.contains { packet in
          packet.entryName == request && packet.files.contains { $0.path == name.bytes }
        }
        if text.hasPrefix("flat"), !isClaimed || tornRequests.contains(request) { continue }
        throw Violation("left", "\(source.id)/\(text) is left in the inbox")
      }
    }
  }

  /// A packet is one that was dropped, and rests in the state that its request asks for.
  private func check(_ packet: PacketEntry, _ disk: SimulatedDisk, _ ledger: LedgerState) throws(Violation) {
    let number = packet.number
    let content = Content(fingerprint: packet.fingerprint, offences: packet.offences)
    guard let version = versions[content], version.isOf(packet) else {
      throw Violation("fingerprint", "packet \(number) is nothing that ever lay in an inbox")
    }
    let rules = ledger.findings[number]?.map(\.rule.description) ?? []
    let isFit: Bool =
      switch packet.state {
      case .claimed, .working: false
      case .closed:
        packet.repeats != nil
          || ledger.packets.values.contains { $0.replaces == number }
          || ledger.releases.values.contains { $0.packet == number && $0.state == .acknowledged }
      case .released: version.offences == 0 && [.release, .flaky, .shaky].contains(version.what)
      case .held:
        switch version.what {
        case .hold, .amend, .held, .garbled: true
        // The jump of a clock let the conditions of delivery pass.
        case .release, .flaky, .shaky: rules.contains("auth.defect.expired")
        case .lie: rules.contains("house.answer")
        case .forged: rules.contains("tech.integrity")
        case .reject, .worker, .die, .hang: false
        }
      case .rejected:
        version.offences > 0 || [.reject, .worker, .die, .hang, .garbled].contains(version.what)
          || rules.contains("auth.defect.expired")
          || (rules == ["house.poison"] && packet.deaths >= 2)
      }
    guard isFit else {
      throw Violation(
        packet.state == .claimed || packet.state == .working ? "starved" : "state",
        "packet \(number) of \(version.what) is \(packet.state) for \(rules)")
    }
  }

  /// One claim for each time it was dropped, and one path for each content.
  private func checkClaims(_ ledger: LedgerState) throws(Violation) {
    for entry in entries {
      for (content, count) in entry.made {
        guard let version = versions[content] else { continue }
        let claimed = claims(of: entry, version, ledger).count
        guard claimed <= count else {
          throw Violation("claimed-once", "\(shown(entry)) was dropped \(count) times, claimed \(claimed)")
        }
      }
    }
    var first: [Content: PacketNumber] = [:]
    for packet in ledger.packets.values where packet.repeats == nil && !packet.files.isEmpty {
      let content = Content(fingerprint: packet.fingerprint, offences: packet.offences)
      guard first.updateValue(packet.number, forKey: content) == nil else {
        throw Violation("repeat", "packet \(packet.number) repeats another and was not taken for it")
      }
    }
  }

  /// Every folder is a packet's, in the one room where its state says it lies, with all that it must hold.
  private func checkRooms(_ disk: SimulatedDisk, _ ledger: LedgerState) throws(Violation) {
    for room in Room.allCases {
      let expected = ledger.packets.values.filter { Self.room(of: $0) == room }
      let names = disk.names(in: Tree.folders.room(room))
      guard Set(names) == Set(expected.map { FileName(ours: String($0.number.value)) }) else {
        let shown = names.map { String(decoding: $0.bytes, as: UTF8.self) }
        throw Violation("rooms", "\(room.rawValue)/ holds \(shown), not \(expected.map(\.number).sorted())")
      }
      for packet in expected { try checkFolder(of: packet, in: room, disk, ledger) }
    }
    for name in disk.names(in: Tree.folders.audit) {
      let text = String(decoding: name.bytes, as: UTF8.self)
      guard text.hasSuffix(".json"), let id = DisclosureID(String(text.dropLast(5))),
        ledger.releases[id] != nil
      else { throw Violation("audit", "audit/\(text) is of no release") }
    }
    guard disk.names(in: Tree.staging).isEmpty else {
      throw Violation("staging", "staging holds \(disk.names(in: Tree.staging).count) files")
    }
  }

  private static func room(of packet: PacketEntry) -> Room? {
    switch packet.state {
    case .claimed, .working: .work
    case .held: .hold
    case .rejected: .rejected
    case .released: .archive
    case .closed: nil
    }
  }

  private func checkFolder(
    of packet: PacketEntry, in room: Room, _ disk: SimulatedDisk, _ ledger: LedgerState
  ) throws(Violation) {
    let folder = Tree.folders.packet(packet.number, in: room)
    var expected = Set(packet.files.indices.map(WorkingFolders.copyName))
    for (index, file) in packet.files.enumerated() {
      let bytes = disk.bytes(folder.appending(WorkingFolders.copyName(index)))
      guard let bytes, Script.digest(bytes) == file.digest else {
        throw Violation("copy", "file \(index + 1) of packet \(packet.number) is not what was claimed")
      }
    }
    switch room {
    case .hold, .rejected: for name in Reasons.names { expected.insert(FileName(ours: name)) }
    case .work, .archive: break
    }
    let names = disk.names(in: folder)
    let release = FileName(ours: "release")
    let known = ledger.releases.values.filter { $0.packet == packet.number }
    guard Set(names).subtracting([release]) == expected, !names.contains(release) || !known.isEmpty else {
      let shown = names.map { String(decoding: $0.bytes, as: UTF8.self) }
      throw Violation("folder", "\(room.rawValue)/\(packet.number) holds \(shown)")
    }
  }

  /// Each release came to its end: delivered and there, or taken; or failed and nowhere.
  private func checkReleases(_ disk: SimulatedDisk, _ ledger: LedgerState) throws(Violation) {
    var delivered: [Digest: DisclosureID] = [:]
    for (id, release) in ledger.releases {
      guard (ledger.disclosures[id] != nil) == (release.deliveredAt != nil) else {
        throw Violation("disclosures", "\(id) is \(release.state) and its disclosure does not say so")
      }
      guard disk.bytes(Tree.folders.inner(id.description)) != nil else {
        throw Violation("audit", "the manifest of \(id) that stays is missing")
      }
      switch release.state {
      case .staged, .intended: throw Violation("starved", "release \(id) is \(release.state)")
      case .failed: continue
      case .delivered, .acknowledged: break
      }
      if let other = delivered.updateValue(id, forKey: release.records) {
        throw Violation("once", "\(id) and \(other) are of the same records")
      }
      try check(release, disk, ledger)
    }
  }

  private func check(_ release: ReleaseEntry, _ disk: SimulatedDisk, _ ledger: LedgerState) throws(Violation)
  {
    let id = release.disclosure.description
    guard let packet = ledger.packets[release.packet], let facts = packet.facts else {
      throw Violation("state", "release \(id) is of no packet that was worked on")
    }
    for (suffix, file) in zip(Script.suffixes, release.files) {
      let bytes = Script.bundle(suffix, id, packet.fingerprint, facts.instant, policy: facts.policy)
      guard Script.digest(bytes) == file.digest else {
        throw Violation("bytes", "\(file.name) is not what packet and facts give")
      }
    }
    guard let bundle = release.files.last else { throw Violation("bytes", "release \(id) has no files") }
    if disk.kind(Tree.recipient.appending(bundle.name)) == nil, taken[id] == nil {
      throw Violation("lost", "\(bundle.name) was delivered, is not there and was not taken")
    }
  }
}

extension FilePath {
  fileprivate var isHidden: Bool { names.last?.bytes.first == UInt8(ascii: ".") }
}
