internal import Host
internal import Ledger
internal import Values

/// What the folders alone tell of packets and disclosures: by this a ledger is found that is older than they are
/// (FAULTS.md L05), and what left since.
struct TreeSurvey: Sendable {
  /// A folder of the outbox in which a file of a disclosure lies under its last name.
  struct Place: Sendable, Equatable {
    let channel: String
    let recipient: String
  }

  /// Where each packet's folder lies.
  var rooms: [PacketNumber: Room] = [:]
  /// Disclosures with an inner manifest in audit/: written before the outcome is committed and kept, so that
  /// nothing ever leaves without one.
  var manifests: Set<DisclosureID> = []
  /// Disclosures of which a file lies in the outbox: written after the intent is committed.
  var published: [DisclosureID: Place] = [:]

  init() {}

  /// - Throws: what the state folder could not show. A part of the outbox that cannot be looked at is taken for
  ///   empty: a transfer job may have emptied it too.
  init(_ host: any Host, _ folders: WorkingFolders) throws(HostError) {
    for room in Room.allCases {
      for name in try host.list(folders.room(room)) {
        if let number = WorkingFolders.packetNumber(name) { rooms[number] = room }
      }
    }
    for name in try host.list(folders.audit) {
      guard let id = Self.disclosure(name), name.bytes == Array("\(id).json".utf8) else { continue }
      manifests.insert(id)
    }
    readOutbox(host, folders)
  }

  private mutating func readOutbox(_ host: any Host, _ folders: WorkingFolders) {
    let outbox = FilePath(folders.outbox)
    for channel in Self.folders(in: outbox, host) {
      for recipient in Self.folders(in: outbox.appending(channel), host) {
        let place = Place(
          channel: String(decoding: channel.bytes, as: UTF8.self),
          recipient: String(decoding: recipient.bytes, as: UTF8.self))
        for name in Self.names(in: outbox.appending(channel).appending(recipient), host) {
          if let id = Self.disclosure(name) { published[id] = place }
        }
      }
    }
  }

  /// The disclosure that a file is of, by the name that we give such files.
  private static func disclosure(_ name: FileName) -> DisclosureID? {
    guard let dot = name.bytes.firstIndex(of: UInt8(ascii: ".")), dot > 0, dot <= 40 else { return nil }
    guard let id = DisclosureID(String(decoding: name.bytes[..<dot], as: UTF8.self)), id.packet != nil else {
      return nil
    }
    return id
  }

  private static func names(in folder: FilePath, _ host: any Host) -> [FileName] {
    do throws(HostError) {
      return try host.list(folder)
    } catch {
      return []
    }
  }

  /// Folders with plain names; `.staging` is not among them.
  private static func folders(in folder: FilePath, _ host: any Host) -> [FileName] {
    names(in: folder, host).filter { name in
      guard name.bytes.first != UInt8(ascii: ".") else { return false }
      do throws(HostError) {
        return try host.status(folder.appending(name)).kind == .folder
      } catch {
        return false
      }
    }
  }

  /// Packets that have come further, by the folders, than the ledger knows. None of this can be while ledger and
  /// folders belong together: a claim is committed before its folder has a packet's name, an intent before a
  /// file gets its last name, a delivery before the packet is archived.
  func ahead(of ledger: any Ledger) throws(LedgerError) -> Set<PacketNumber> {
    var ahead: Set<PacketNumber> = []
    var open: [PacketNumber: PacketState] = [:]
    for packet in try ledger.open() { open[packet.number] = packet.state }
    for (number, room) in rooms {
      let state = if let state = open[number] { state } else { try ledger.packet(number)?.state }
      switch state {
      case nil: ahead.insert(number)
      case .claimed, .working, .held, .rejected:
        if room == .archive { ahead.insert(number) }
      case .released, .closed: break
      }
    }
    let next = try ledger.nextNumber()
    for id in manifests {
      if let number = id.packet, number >= next { ahead.insert(number) }
    }
    for id in published.keys {
      // Nothing of ours leaves without a manifest: another file of such a name is a stranger's.
      guard let number = id.packet, !ahead.contains(number), manifests.contains(id) else { continue }
      switch try ledger.releases(of: number).first(where: { $0.disclosure == id })?.state {
      case .intended, .delivered, .acknowledged: break
      case nil, .staged, .failed: ahead.insert(number)
      }
    }
    return ahead
  }
}

extension Engine {
  /// Whether ledger and state folder could be used when they last were.
  var isAble: Bool { backoff.until(.ledger) == nil && backoff.until(.folders) == nil }

  /// Compares the ledger with what the folders show, once, before anything is done.
  ///
  /// - Returns: false when the folders cannot be looked at; that then rests.
  /// - Throws: `ledgerIsOlder`.
  package mutating func agrees() throws(Stop) -> Bool {
    guard !backoff.isResting(.folders, now: parts.host.ticks()),
      !backoff.isResting(.ledger, now: parts.host.ticks())
    else { return false }
    let survey: TreeSurvey
    do throws(HostError) {
      survey = try TreeSurvey(parts.host, parts.folders)
    } catch {
      let fault = rest(.folders)
      parts.tell(.foldersFailed(code: error.code, fault))
      return false
    }
    let ahead: Set<PacketNumber>
    do throws(LedgerError) {
      ahead = try survey.ahead(of: parts.ledger)
    } catch {
      try failed(error)
      return false
    }
    guard ahead.isEmpty else { throw .ledgerIsOlder(packets: ahead.count) }
    return true
  }
}
