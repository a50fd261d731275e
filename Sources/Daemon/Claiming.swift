internal import Hashing
package import Host
package import Ledger
package import Values

/// Takes a packet out of its producer's reach: a private copy, hashed in the same reading; then the ledger;
/// then, and only then, the inbox entry goes.
package struct Claiming: Sendable {
  package enum Result: Sendable, Equatable {
    case claimed(PacketNumber)
    /// The same bytes came before; the entry is taken and changes nothing.
    case repeated(PacketNumber, of: PacketNumber)
    /// It is not what it was when it was judged ready, or a digest disagrees: left where it is.
    case undone
  }

  /// What the request itself says, read by DESIGN.md §5's `read`.
  package struct RequestSaid: Sendable {
    package var id: Sensitive<String>?
    package var due: Day?
    package init(id: Sensitive<String>?, due: Day?) { (self.id, self.due) = (id, due) }
  }

  private let host: any Host
  private let ledger: any Ledger
  private let folders: HouseFolders
  private let limits: Limits
  private let said: @Sendable (_ bytes: [UInt8], _ name: [UInt8]) -> RequestSaid

  package init(
    host: any Host, ledger: any Ledger, folders: HouseFolders, limits: Limits,
    said: @escaping @Sendable (_ bytes: [UInt8], _ name: [UInt8]) -> RequestSaid
  ) {
    (self.host, self.ledger, self.folders, self.limits, self.said) = (host, ledger, folders, limits, said)
  }

  /// Claims an entry.
  ///
  /// A crash before the commit leaves a folder in work/ that the ledger does not know: it is swept, and the
  /// entry is still in its inbox. A crash after it leaves the entry in the inbox: it is recognised by its
  /// inodes and removed, not taken as a repeat.
  package func claim(_ entry: EntryView, how: Readiness.How, from source: SourceFolder) throws -> Result {
    if let known = try sameClaim(entry) {
      try clear(known, from: source)
      return .claimed(known)
    }
    let number = try ledger.nextNumber()
    let copy = folders.room(.work).appending(".claim-\(number)")
    if try host.exists(copy) { try host.removeTree(copy) }
    try host.makeFolder(copy, mode: 0o700)
    guard let files = try copied(entry, from: source, to: copy) else {
      try host.removeTree(copy)
      return .undone
    }
    guard agree(files, entry.listed) || how != .digests else {
      try host.removeTree(copy)
      return .undone
    }
    var packet = try entryOfLedger(number, entry, files, copy)
    let judgement = ClaimJudgement.of(
      sameBytes: try ledger.packets(fingerprint: packet.fingerprint),
      sameRequest: try packet.requestID.map { try ledger.packets(source: source.id, requestID: $0) } ?? [])
    if case .repeats(let first) = judgement {
      packet.state = .closed
      packet.repeats = first
      try host.removeTree(copy)
      try ledger.commit([.claimed(packet)], at: host.now())
      try clear(number, from: source)
      return .repeated(number, of: first)
    }
    try host.sync(copy)
    let place = folders.packet(number, in: .work)
    if try host.exists(place) { try host.removeTree(place) }
    try host.rename(copy, to: place)
    try host.sync(folders.room(.work))
    var changes: [Change] = []
    switch judgement {
    case .corrects(let old):
      packet.replaces = old
      changes = [.claimed(packet), .closed(old, because: .replaced)]
    case .conflicts(let other):
      packet.conflictsWith = other
      changes = [.claimed(packet)]
    case .new, .repeats: changes = [.claimed(packet)]
    }
    try ledger.commit(changes, at: host.now())
    try clear(number, from: source)
    return .claimed(number)
  }

  /// Removes a claimed packet's files from its inbox; may be done again at any point of it.
  ///
  /// The entry first gets a hidden name, which no look takes for a packet. What is then found in it and was
  /// not claimed is put back under its old name: it came after the claim, and nothing is lost.
  package func clear(_ number: PacketNumber, from source: SourceFolder) throws {
    guard let packet = try ledger.packet(number), let name = FileName(packet.entryName) else { return }
    let hidden = source.inbox.appending(
      FileName(ours: String(decoding: InboxNames.claimed(number.value), as: UTF8.self)))
    let entry = source.inbox.appending(name)
    if try !host.exists(hidden) {
      guard try isStill(packet, at: entry) else { return }
      guard try host.renameIfThere(entry, to: hidden) else { return }
      try host.sync(source.inbox)
    }
    switch packet.form {
    case .folder:
      if packet.offences == 0, try holdsMore(hidden, than: packet) {
        try host.rename(hidden, to: entry)
        try host.sync(source.inbox)
        return
      }
      try host.removeTree(hidden)
    case .flat:
      for file in packet.files where file.path != packet.entryName {
        guard let other = FileName(file.path) else { continue }
        try removeIfSame(file, at: source.inbox.appending(other))
      }
      try host.removeFile(hidden)
    }
    let stem =
      packet.form == .flat && InboxNames.isFlatRequest(packet.entryName)
      ? InboxNames.flatStem(packet.entryName) : packet.entryName
    if let marker = FileName(stem + Array(".ready".utf8)) {
      try host.removeIfThere(source.inbox.appending(marker))
    }
    try host.sync(source.inbox)
  }

  /// The packet whose claim was committed and whose inbox entry this still is.
  private func sameClaim(_ entry: EntryView) throws(LedgerError) -> PacketNumber? {
    for packet in try ledger.packets(source: entry.source, entryName: entry.name) {
      guard !packet.files.isEmpty, packet.files.count == entry.files.count else { continue }
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

  private func isStill(_ packet: PacketEntry, at entry: FilePath) throws(HostError) -> Bool {
    for file in packet.files {
      let path: FilePath
      switch packet.form {
      case .folder:
        guard let names = FilePath.names(of: file.path) else { return false }
        path = entry.appending(names)
      case .flat:
        guard let name = FileName(file.path) else { return false }
        path = entry.parent.appending(name)
      }
      guard let status = try host.statusIfThere(path), status.inode == file.inode,
        status.changed == file.changed
      else { return false }
    }
    return true
  }

  private func removeIfSame(_ file: ClaimedFile, at path: FilePath) throws(HostError) {
    guard let status = try host.statusIfThere(path) else { return }
    if status.inode == file.inode, status.changed == file.changed { try host.removeFile(path) }
  }

  private func holdsMore(_ folder: FilePath, than packet: PacketEntry) throws(HostError) -> Bool {
    let known = Dictionary(packet.files.map { ($0.path, $0) }) { first, _ in first }
    var pending: [(FilePath, [UInt8])] = [(folder, [])]
    while let (path, names) = pending.popLast() {
      for child in try host.list(path) {
        let below = names.isEmpty ? child.bytes : names + [0x2f] + child.bytes
        if below == Array(".ready".utf8) { continue }
        let status = try host.status(path.appending(child))
        if status.kind == .folder {
          pending.append((path.appending(child), below))
        } else if known[below]?.inode != status.inode || known[below]?.changed != status.changed {
          return true
        }
      }
    }
    return false
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
          path, to: copy.appending(HouseFolders.copyName(index)), limit: limits.packetBytes)
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

  private func entryOfLedger(
    _ number: PacketNumber, _ entry: EntryView, _ files: [ClaimedFile], _ copy: FilePath
  ) throws(HostError) -> PacketEntry {
    var request = RequestSaid(id: nil, due: nil)
    if let name = entry.requests.first, entry.requests.count == 1,
      let index = files.firstIndex(where: { $0.path == name }),
      files[index].byteCount <= limits.requestBytes
    {
      request = said(
        try host.read(copy.appending(HouseFolders.copyName(index)), limit: limits.requestBytes), name)
    }
    var packet = PacketEntry(
      number: number, source: entry.source, form: entry.form, entryName: entry.name,
      fingerprint: Fingerprint.of(files), requestID: request.id, state: .claimed, files: files,
      due: request.due, claimedAt: host.now())
    packet.offences = entry.offences
    return packet
  }
}
