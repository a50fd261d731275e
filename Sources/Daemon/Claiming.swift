package import Host
package import Ledger
internal import Stages
package import Values

/// Takes a packet out of its producer's reach: a private copy, hashed in the same reading; then the ledger;
/// then the copy gets its number; then, and only then, the inbox entry goes.
///
/// What a crash leaves, by where it falls:
///
///     copy to work/.claim-n, sync   half a copy that the ledger does not know: swept; the entry is untouched
///     ledger: claimed               .claim-n of a known packet: given its number; then the entry is cleared
///     .claim-n -> n, sync           the entry is known by its inodes: cleared, not taken as a repeat
///     entry -> .claimed-n, sync     the hidden entry is owed: cleared
///     removal                       the same, as often as it takes
///
/// So a number that lies in work/ without the ledger knowing it says that the ledger is older than the tree.
package struct Claiming: Sendable {
  package enum Result: Sendable, Equatable {
    case claimed(PacketNumber)
    /// The same bytes came before; the entry is taken and changes nothing.
    case repeated(PacketNumber, of: PacketNumber)
    /// It had been claimed already; only its removal was owed.
    case cleared(PacketNumber)
    /// It is not what it was when it was judged ready, or a digest disagrees: left where it is.
    case undone
  }

  private let host: any Host
  private let ledger: any Ledger
  private let folders: WorkingFolders
  private let limits: Limits
  private let read: House.Read

  package init(
    host: any Host, ledger: any Ledger, folders: WorkingFolders, limits: Limits, read: @escaping House.Read
  ) {
    (self.host, self.ledger, self.folders, self.limits, self.read) = (host, ledger, folders, limits, read)
  }

  /// Claims an entry; may be done again after a crash at any point of it.
  package func claim(_ entry: EntryView, how: Readiness.How, from source: SourceFolder) throws -> Result {
    if let known = try sameClaim(entry) {
      try settle(known)
      try clear(known, from: source)
      return .cleared(known)
    }
    let number = try ledger.nextNumber()
    let copy = folders.claim(number)
    try host.removeTree(copy)
    try host.makeFolder(copy, mode: 0o700)
    guard let files = try copied(entry, from: source, to: copy), how != .digests || agree(files, entry.listed)
    else {
      try host.removeTree(copy)
      return .undone
    }
    var packet = try packet(number, entry, files, copy)
    let judgement = ClaimJudgement.of(
      packet,
      sameBytes: files.isEmpty ? [] : try ledger.packets(fingerprint: packet.fingerprint),
      sameRequest: try packet.requestID.map { try ledger.packets(source: source.id, requestID: $0) } ?? [])
    var changes: [Change] = []
    switch judgement {
    case .repeats(let first):
      packet.state = .closed
      packet.repeats = first
      try host.removeTree(copy)
      try ledger.commit([.claimed(packet)], at: host.now())
      try clear(number, from: source)
      return .repeated(number, of: first)
    case .corrects(let old):
      packet.replaces = old
      // What takes the place of a conflict is still in conflict with the same packet.
      packet.conflictsWith = try ledger.packet(old)?.conflictsWith
      changes = [.claimed(packet), .closed(old, because: .replaced)]
    case .conflicts(let other):
      packet.conflictsWith = other
      changes = [.claimed(packet)]
    case .new: changes = [.claimed(packet)]
    }
    try host.sync(copy)
    try host.sync(folders.room(.work))
    try ledger.commit(changes, at: host.now())
    try settle(number)
    try clear(number, from: source)
    return .claimed(number)
  }

  /// Gives a claimed packet's copy its number; nothing to do when it has it.
  package func settle(_ number: PacketNumber) throws(HostError) {
    guard try host.renameIfThere(folders.claim(number), to: folders.packet(number, in: .work)) else { return }
    try host.sync(folders.room(.work))
  }

  /// Removes a claimed packet's files from its inbox; may be done again at any point of it.
  ///
  /// The entry first gets a hidden name, which no look takes for a packet. What is then found in it and was
  /// not claimed is put back: it came after the claim, and nothing is lost.
  package func clear(_ number: PacketNumber, from source: SourceFolder) throws {
    guard let packet = try ledger.packet(number), packet.source == source.id,
      let name = FileName(packet.entryName), let hiddenName = FileName(InboxNames.claimed(number.value))
    else { return }
    let known = InboxEntry(host: host, packet: packet, limits: limits)
    let hidden = source.inbox.appending(hiddenName)
    let entry = source.inbox.appending(name)
    if try !host.exists(hidden) {
      guard try known.isStill(at: entry), try host.renameIfThere(entry, to: hidden) else { return }
    }
    // Also of a name that was hidden before: a sync may have failed, or its process been killed before it. What
    // is half removed must not come back under the entry's own name.
    try host.sync(source.inbox)
    switch packet.form {
    case .folder:
      guard try !known.holdsMore(hidden) else { return try putBack(hidden, as: name, number, in: source) }
      try removeMarker(packet, from: source)
      guard try !known.holdsOnlyCopy(hidden) else { return try putAside(hidden, number, in: source) }
      try host.removeTree(hidden)
    case .flat:
      guard try known.isRequest(hidden) else { return try putBack(hidden, as: name, number, in: source) }
      for file in packet.files where file.path != packet.entryName {
        guard let other = FileName(file.path) else { continue }
        try known.removeIfSame(file, at: source.inbox.appending(other))
      }
      try removeMarker(packet, from: source)
      // The request goes last, and durably so: it alone says which files beside it are owed.
      try host.sync(source.inbox)
      try host.removeFile(hidden)
    }
    try host.sync(source.inbox)
  }

  /// Removes the marker, durably before the hidden entry that says what is owed: one that stayed behind
  /// would call the next packet of that name ready while it is still being written.
  private func removeMarker(_ packet: PacketEntry, from source: SourceFolder) throws(HostError) {
    let isRequest = packet.form == .flat && InboxNames.isFlatRequest(packet.entryName)
    let stem = isRequest ? InboxNames.flatStem(packet.entryName) : packet.entryName
    guard let name = FileName(stem + Array(".ready".utf8)) else { return }
    let marker = source.inbox.appending(name)
    guard try host.exists(marker) else { return }
    try host.removeIfThere(marker)
    try host.sync(source.inbox)
  }

  /// Gives the producer back what is not ours; under a name of ours when the old one is taken again.
  private func putBack(_ hidden: FilePath, as name: FileName, _ number: PacketNumber, in source: SourceFolder)
    throws(HostError)
  {
    do throws(HostError) {
      try host.rename(hidden, to: source.inbox.appending(name))
    } catch  where error.kind == .exists {
      try host.rename(hidden, to: source.inbox.appending("late-\(number)"))
    }
    try host.sync(source.inbox)
  }

  /// What a rejected packet held and could not be claimed is nowhere else: it stays in the inbox under a name of
  /// ours, which no look takes for a packet, until a person removes it.
  private func putAside(_ hidden: FilePath, _ number: PacketNumber, in source: SourceFolder) throws(HostError)
  {
    // The same name may come again, with other things in it.
    for turn in 0..<1_000 {
      let name = FileName(ours: ".refused-\(number)" + (turn == 0 ? "" : "-\(turn + 1)"))
      do throws(HostError) {
        try host.rename(hidden, to: source.inbox.appending(name))
        return try host.sync(source.inbox)
      } catch  where error.kind == .exists {
        continue
      }
    }
    throw HostError("put what was refused aside", code: 0, kind: .exists)
  }

  /// The packet whose claim was committed and whose inbox entry this still is.
  private func sameClaim(_ entry: EntryView) throws(LedgerError) -> PacketNumber? {
    for packet in try ledger.packets(source: entry.source, entryName: entry.name) {
      guard packet.files.count == entry.files.count, packet.offences == entry.offences else { continue }
      let known = Dictionary(packet.files.map { ($0.path, $0) }) { first, _ in first }
      let same = entry.files.allSatisfy { file in
        guard let claimed = known[file.path] else { return false }
        return claimed.inode == file.inode && claimed.changed == file.changed
          && claimed.byteCount == file.byteCount
      }
      if same { return packet.number }
    }
    return nil
  }

  /// nil when a file changed or went while it was copied.
  private func copied(_ entry: EntryView, from source: SourceFolder, to copy: FilePath) throws(HostError)
    -> [ClaimedFile]?
  {
    var files: [ClaimedFile] = []
    for (index, file) in entry.files.enumerated() {
      guard let names = FilePath.names(of: file.path), let name = FileName(entry.name) else { return nil }
      let path =
        entry.form == .folder ? source.inbox.appending(name).appending(names) : source.inbox.appending(names)
      do throws(HostError) {
        let done = try host.claimCopy(
          path, to: copy.appending(WorkingFolders.copyName(index)), limit: limits.packetBytes, mode: 0o600)
        guard done.inode == file.inode, done.changed == file.changed else { return nil }
        files.append(
          ClaimedFile(
            path: file.path, byteCount: done.byteCount, digest: done.digest, inode: done.inode,
            changed: done.changed))
      } catch  where error.kind == .unsafe || error.kind == .missing {
        return nil
      }
    }
    return files
  }

  private func agree(_ files: [ClaimedFile], _ listed: [EntryView.Listed]?) -> Bool {
    let digests = Dictionary(files.map { ($0.path, $0.digest) }) { first, _ in first }
    return (listed ?? []).allSatisfy { $0.digest == nil || digests[$0.path] == $0.digest }
  }

  private func packet(
    _ number: PacketNumber, _ entry: EntryView, _ files: [ClaimedFile], _ copy: FilePath
  ) throws(HostError) -> PacketEntry {
    var request = RequestFacts(id: nil, due: nil, listed: nil)
    if let name = entry.requests.first, entry.requests.count == 1,
      let index = files.firstIndex(where: { $0.path == name }),
      files[index].byteCount <= limits.requestBytes
    {
      let path = copy.appending(WorkingFolders.copyName(index))
      request = try read(try host.read(path, limit: limits.requestBytes), name)
    }
    var packet = PacketEntry(
      number: number, source: entry.source, form: entry.form, entryName: entry.name,
      fingerprint: Fingerprint.of(files), requestID: request.id, state: .claimed, files: files,
      due: request.due, claimedAt: host.now())
    packet.offences = entry.offences
    return packet
  }
}
