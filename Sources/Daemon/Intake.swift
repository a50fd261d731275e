package import Host
package import Ledger
package import Values

/// Looks into inboxes: one directory read a poll, and one look into each entry that is not yet ready.
/// What it sees is plain values; it takes nothing and judges nothing.
package struct Intake: Sendable {
  /// Reads what a request lists of its files; nil when it cannot be read. The daemon parses nothing from
  /// outside itself: this is DESIGN.md §5's `read`.
  package typealias Listing = @Sendable (_ bytes: [UInt8], _ name: [UInt8]) -> [EntryView.Listed]?

  private let host: any Host
  private let limits: Limits
  private let listing: Listing

  package init(host: any Host, limits: Limits, listing: @escaping Listing) {
    (self.host, self.limits, self.listing) = (host, limits, listing)
  }

  /// Everything in a source's inbox that may be a packet, in order of name, and the numbers of claims whose
  /// removal is owed.
  package func look(at source: SourceFolder) throws(HostError) -> (entries: [EntryView], owed: [PacketNumber])
  {
    let names = try host.list(source.inbox).sorted()
    let all = Set(names.map(\.bytes))
    var entries: [EntryView] = []
    var owed: [PacketNumber] = []
    for name in names {
      if let number = InboxNames.claimedNumber(name.bytes) {
        owed.append(PacketNumber(number))
        continue
      }
      guard !InboxNames.isPassedOver(name.bytes) else { continue }
      let marker = all.contains(name.bytes + Array(".ready".utf8))
      do throws(HostError) {
        if let entry = try entry(name, in: source, hasMarker: marker, siblings: all) { entries.append(entry) }
      } catch  where error.kind == .missing {
        continue  // taken away while we looked: the next look will tell
      }
    }
    return (entries, owed)
  }

  /// One entry, looked at anew; nil when it is no packet.
  package func look(at key: EntryKey, in source: SourceFolder) throws(HostError) -> EntryView? {
    guard let name = FileName(key.name) else { return nil }
    let all = Set(try host.list(source.inbox).map(\.bytes))
    guard all.contains(key.name) else { return nil }
    return try entry(
      name, in: source, hasMarker: all.contains(key.name + Array(".ready".utf8)), siblings: all)
  }

  private func entry(_ name: FileName, in source: SourceFolder, hasMarker: Bool, siblings: Set<[UInt8]>)
    throws(HostError) -> EntryView?
  {
    let path = source.inbox.appending(name)
    let status = try host.status(path)
    switch status.kind {
    case .folder: return try folder(name, in: source, hasMarker: hasMarker)
    case .file:
      if InboxNames.isFlatRequest(name.bytes) { return try flat(name, in: source, siblings: siblings) }
      guard InboxNames.isArchive(name.bytes) else { return nil }
      var entry = EntryView(source: source.id, name: name.bytes, form: .flat)
      entry.hasMarker = hasMarker
      entry.obstacle = .archive
      entry.files = [Self.file(name.bytes, status)]
      return entry
    case .link, .other:
      var entry = EntryView(source: source.id, name: name.bytes, form: .folder)
      entry.obstacle = .unsafe
      entry.offences = 1
      return entry
    }
  }

  private func folder(_ name: FileName, in source: SourceFolder, hasMarker: Bool) throws(HostError)
    -> EntryView
  {
    var entry = EntryView(source: source.id, name: name.bytes, form: .folder)
    entry.hasMarker = hasMarker
    let root = source.inbox.appending(name)
    var pending: [(path: FilePath, names: [UInt8], depth: Int)] = [(root, [], 1)]
    while let next = pending.popLast() {
      for child in try host.list(next.path).sorted() {
        let path = next.path.appending(child)
        let names = next.names.isEmpty ? child.bytes : next.names + [0x2f] + child.bytes
        if next.names.isEmpty, child.bytes == Array(".ready".utf8) {
          entry.hasMarker = true
          continue
        }
        if InboxNames.isPart(child.bytes) { entry.hasPart = true }
        let status = try host.status(path)
        switch status.kind {
        case .folder where next.depth < limits.folderDepth: pending.append((path, names, next.depth + 1))
        case .file where status.links == 1:
          entry.files.append(Self.file(names, status))
          if next.names.isEmpty, InboxNames.isRequest(child.bytes) { entry.requests.append(child.bytes) }
        case .folder, .file, .link, .other:
          entry.offences += 1
        }
        guard entry.files.count + entry.offences <= limits.recordsPerPacket else {
          entry.obstacle = .tooLarge
          return entry
        }
      }
    }
    entry.files.sort { $0.path.lexicographicallyPrecedes($1.path) }
    if entry.offences > 0 { entry.obstacle = .unsafe }
    if entry.files.reduce(0, { $0 + $1.byteCount }) > limits.packetBytes { entry.obstacle = .tooLarge }
    if entry.requests.count == 1, let request = FileName(entry.requests[0]) {
      entry.listed = try listed(root.appending(request), name: request.bytes)
    }
    return entry
  }

  private func flat(_ name: FileName, in source: SourceFolder, siblings: Set<[UInt8]>) throws(HostError)
    -> EntryView
  {
    var entry = EntryView(source: source.id, name: name.bytes, form: .flat)
    entry.requests = [name.bytes]
    entry.hasMarker = siblings.contains(InboxNames.flatStem(name.bytes) + Array(".ready".utf8))
    entry.files = [Self.file(name.bytes, try host.status(source.inbox.appending(name)))]
    entry.listed = try listed(source.inbox.appending(name), name: name.bytes)
    for file in entry.listed ?? [] {
      // A flat packet names files beside it and nowhere else.
      guard let other = FileName(file.path), siblings.contains(file.path), file.path != name.bytes else {
        continue
      }
      let status = try host.status(source.inbox.appending(other))
      if status.kind == .file, status.links == 1 {
        entry.files.append(Self.file(file.path, status))
      } else {
        entry.offences += 1
      }
      if siblings.contains(file.path + Array(".part".utf8))
        || siblings.contains(file.path + Array(".tmp".utf8))
      {
        entry.hasPart = true
      }
    }
    if entry.offences > 0 { entry.obstacle = .unsafe }
    entry.files.sort { $0.path.lexicographicallyPrecedes($1.path) }
    return entry
  }

  private func listed(_ path: FilePath, name: [UInt8]) throws(HostError) -> [EntryView.Listed]? {
    let bytes: [UInt8]
    do throws(HostError) {
      bytes = try host.read(path, limit: limits.requestBytes)
    } catch  where error.kind == .unsafe {
      return nil
    }
    return listing(bytes, name)
  }

  private static func file(_ path: [UInt8], _ status: FileStatus) -> EntryView.File {
    EntryView.File(path: path, byteCount: status.byteCount, inode: status.inode, changed: status.changed)
  }
}
