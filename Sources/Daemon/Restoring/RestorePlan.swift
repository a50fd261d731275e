package import Host
package import Ledger
internal import Policy
package import Values

/// What must be told to a restored ledger before it may serve, so that nothing leaves twice: a packet that went
/// on since the backup is either known to have left, goes on from where it stands, or is held for a person.
///
/// The evidence, for a disclosure that the backup does not know as intended or later:
///
///     in the outbox                      its intent was committed: the daemon completes it
///     packet's folder in archive/        it was delivered
///     no folder any more                 it was delivered, and the packet closed
///     folder in hold/ or rejected/       it was stopped before it left
///     folder in work/                    it may have left and been taken by the transfer job: a person decides
package struct RestorePlan: Sendable {
  /// What became of a disclosure since the backup.
  package enum Fate: String, Sendable {
    case left
    /// In the outbox, wholly or in part.
    case leaving
    case stopped
    /// It cannot be told whether it left.
    case unclear
  }

  package private(set) var found = Found()
  package private(set) var disclosures: [(id: DisclosureID, fate: Fate)] = []
  /// Packets that are held now, for a person.
  package private(set) var held: [PacketNumber] = []

  private let survey: TreeSurvey
  private let ledger: any Ledger
  private let reading: FoundFiles
  private let sources: [SourceFolder]
  private let now: Instant

  /// - Parameters:
  ///   - ledger: the backup's.
  ///   - isCurrent: the backup ends where the ledger ended: nothing went on since.
  ///   - read: to get the names of a packet's files back out of its request.
  package init(
    _ ledger: any Ledger, isCurrent: Bool = false, _ folders: WorkingFolders, host: any Host,
    limits: Limits = .standard, read: @escaping House.Read
  ) throws {
    survey = isCurrent ? TreeSurvey() : try TreeSurvey(host, folders)
    (self.ledger, sources, now) = (ledger, folders.sources, host.now())
    reading = FoundFiles(host: host, folders: folders, limits: limits, read: read)
    guard !isCurrent else { return }
    var packets = Set(survey.rooms.keys)
    for id in survey.manifests.union(survey.published.keys) {
      if let number = id.packet { packets.insert(number) }
    }
    packets.formUnion(try ledger.open().map(\.number))
    for number in packets.sorted() { try judge(number) }
  }

  /// Whether ledger and folders agree: nothing moved on since the backup.
  package var isEmpty: Bool { found.isEmpty }

  private mutating func judge(_ number: PacketNumber) throws {
    let known = try ledger.packet(number)
    let releases = try ledger.releases(of: number)
    let room = survey.rooms[number]
    let ids = survey.manifests.union(survey.published.keys).filter { id in
      guard id.packet == number else { return false }
      let state = releases.first { $0.disclosure == id }?.state
      return state == nil || state == .staged
    }
    var fates: [DisclosureID: Fate] = [:]
    for id in ids.sorted() {
      let fate = fate(id, room)
      fates[id] = fate
      disclosures.append((id, fate))
      found.releases.append(try release(id, fate, releases.first { $0.disclosure == id }))
    }
    guard let known else { return try adopt(number, room, fates) }
    try correct(known, room, fates)
  }

  private func fate(_ id: DisclosureID, _ room: Room?) -> Fate {
    if survey.published[id] != nil { return .leaving }
    switch room {
    case .archive, nil: return .left
    case .hold, .rejected: return .stopped
    case .work: return .unclear
    }
  }

  /// A packet that the backup does not know.
  private mutating func adopt(_ number: PacketNumber, _ room: Room?, _ fates: [DisclosureID: Fate]) throws {
    var packet = try reading.packet(number, in: room, now: now)
    packet.source = sources.count == 1 ? sources[0].id : "restored"
    if fates.values.contains(.leaving) {
      packet.state = .released
    } else if fates.values.contains(.left) {
      packet.state = room == nil ? .closed : .released
    } else {
      return hold(packet, fates.values.contains(.unclear) ? Self.mayHaveLeft : Self.unknown)
    }
    found.packets.append(packet)
  }

  /// A packet that the backup knows, as it was then.
  private mutating func correct(_ known: PacketEntry, _ room: Room?, _ fates: [DisclosureID: Fate]) throws {
    var packet = known
    if fates.values.contains(.leaving) {
      packet.state = .released
    } else if fates.values.contains(.left) {
      packet.state = room == nil ? .closed : .released
    } else if fates.values.contains(.unclear) {
      return hold(packet, Self.mayHaveLeft)
    } else if fates.values.contains(.stopped), known.state == .released {
      return hold(packet, Self.stopped)
    } else if room == nil, known.state.isUndecided {
      return hold(packet, Self.bytesAreGone)
    } else {
      return
    }
    guard packet.state != known.state || known.state != .closed else { return }
    (packet.verdict, packet.lift) = (known.state == .released ? known.verdict : nil, nil)
    found.packets.append(packet)
  }

  private mutating func hold(_ packet: PacketEntry, _ finding: Finding) {
    var packet = packet
    (packet.state, packet.verdict, packet.lift) = (.held, .hold, finding.lift)
    found.packets.append(packet)
    found.findings[packet.number] = [finding]
    held.append(packet.number)
  }

  private func release(_ id: DisclosureID, _ fate: Fate, _ known: ReleaseEntry?) throws -> ReleaseEntry {
    var release = try known ?? reading.release(id, survey.published[id], in: survey.rooms, now: now)
    switch fate {
    case .left: (release.state, release.deliveredAt) = (.delivered, now)
    case .leaving: release.state = .intended
    // Its id is used up: what leaves later has another one.
    case .stopped, .unclear: release.state = .failed
    }
    return release
  }

  // MARK: What is said of those that are held

  private static func finding(_ problem: PlainText, _ remedy: PlainText) -> Finding {
    Finding(
      "house.restored", source: "45 CFR 164.308(a)(7)(ii)(B)", .hold, lift: .any, problem, remedy: remedy)
  }

  private static let mayHaveLeft = finding(
    "the ledger was restored, and this packet's release may have left after the backup was made",
    "ask whoever runs the transfer job; if it did not leave: chartgate retry; if it did: leave it held")
  private static let stopped = finding(
    "the ledger was restored, and this packet had been stopped after the backup was made",
    "read its reasons of before, in its folder; then: chartgate retry")
  private static let unknown = finding(
    "the ledger was restored from a backup that is older than this packet",
    "chartgate retry; if it is held again for its files' names, have its source drop it again")
  private static let bytesAreGone = finding(
    "the ledger was restored, and this packet's folder is gone: it was closed after the backup was made",
    "nothing, if its correction is there; else have its source drop it again")
}
