package import Host
internal import Ledger
internal import Stages
package import Values

/// Looks into inboxes: one directory read a poll, and one look into each entry not yet judged ready.
/// What it sees is plain values; it takes nothing and judges nothing.
package struct Intake: Sendable {
  private let host: any Host
  private let limits: Limits
  private let read: House.Read

  /// - Parameter read: DESIGN.md §5's `read`: the daemon itself parses nothing from outside.
  package init(host: any Host, limits: Limits, read: @escaping House.Read) {
    (self.host, self.limits, self.read) = (host, limits, read)
  }

  /// What the inbox itself says of its names: its change time is another after each that comes or goes.
  package func status(of source: SourceFolder) throws(HostError) -> FileStatus {
    try host.status(source.inbox)
  }

  /// Every name that is there, in no order.
  package func names(in source: SourceFolder) throws(HostError) -> [FileName] { try host.list(source.inbox) }

  /// What one look at a name shows.
  package enum Look: Sendable {
    case entry(EntryView)
    /// There, and no packet.
    case nothing
    /// Taken away while we looked, or something in it: the next look will tell.
    case gone
  }

  /// Looks at one name. What cannot be looked into is an entry with that obstacle: it is not the source's fault
  /// as a whole.
  ///
  /// - Parameter known: what an earlier look read of requests, which are read again only once they changed.
  package func look(at name: FileName, in source: SourceFolder, known: KnownRequests) -> Look {
    do throws(HostError) {
      return try look(at: name, in: source, known).map { .entry($0) } ?? .nothing
    } catch {
      guard error.kind != .missing else { return .gone }
      var entry = EntryView(source: source.id, name: name.bytes, form: .folder)
      entry.obstacle = .unreadable
      return .entry(entry)
    }
  }

  /// One entry whose turn it is, looked at anew; nil when it is gone or no packet.
  package func look(at key: EntryKey, in source: SourceFolder) throws(HostError) -> EntryView? {
    guard let name = FileName(key.name) else { return nil }
    do throws(HostError) {
      return try look(at: name, in: source, KnownRequests())
    } catch  where error.kind == .missing {
      return nil
    }
  }

  /// Whether a name is there, in the inbox.
  private func isThere(_ name: [UInt8], in source: SourceFolder) throws(HostError) -> Bool {
    guard let name = FileName(name) else { return false }
    return try host.exists(source.inbox.appending(name))
  }

  /// When the marker beside an entry changed; nil when there is none.
  private func marker(_ stem: [UInt8], in source: SourceFolder) throws(HostError) -> Int64? {
    guard let name = FileName(stem + Array(".ready".utf8)) else { return nil }
    return try host.statusIfThere(source.inbox.appending(name))?.changed
  }

  private func look(at name: FileName, in source: SourceFolder, _ known: KnownRequests) throws(HostError)
    -> EntryView?
  {
    let path = source.inbox.appending(name)
    let status = try host.status(path)
    switch status.kind {
    case .folder: return try folder(name, in: source, known)
    case .file:
      if InboxNames.isFlatRequest(name.bytes) { return try flat(name, in: source, known) }
      guard InboxNames.isArchive(name.bytes) else { return nil }
      var entry = EntryView(source: source.id, name: name.bytes, form: .flat)
      entry.obstacle = .archive
      entry.files = [Self.file(name.bytes, status)]
      entry.note(marker: try marker(name.bytes, in: source))
      return entry
    case .link, .other:
      // Removed by its name once it is claimed, what a link points to is never touched.
      var entry = EntryView(source: source.id, name: name.bytes, form: .folder)
      entry.note(marker: try marker(name.bytes, in: source))
      entry.obstacle = .unsafe
      entry.offences = 1
      return entry
    }
  }

  private func folder(_ name: FileName, in source: SourceFolder, _ known: KnownRequests) throws(HostError)
    -> EntryView
  {
    var entry = EntryView(source: source.id, name: name.bytes, form: .folder)
    var marker = try marker(name.bytes, in: source)
    let root = source.inbox.appending(name)
    var pending: [(path: FilePath, names: [UInt8], depth: Int)] = [(root, [], 1)]
    var seen = 0
    while let next = pending.popLast() {
      for child in try host.list(next.path).sorted() {
        let path = next.path.appending(child)
        let names = next.names.isEmpty ? child.bytes : next.names + [0x2f] + child.bytes
        if next.names.isEmpty, child.bytes == Array(".ready".utf8) {
          marker = max(try host.status(path).changed, marker ?? .min)
          continue
        }
        if InboxNames.isPart(child.bytes) { entry.hasPart = true }
        seen += 1
        guard seen <= 2 * limits.recordsPerPacket else {
          entry.note(marker: marker)
          entry.obstacle = .tooLarge
          return entry
        }
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
          entry.note(marker: marker)
          entry.obstacle = .tooLarge
          return entry
        }
      }
    }
    entry.files.sort { $0.path.lexicographicallyPrecedes($1.path) }
    entry.note(marker: marker)
    if entry.offences > 0 { entry.obstacle = .unsafe }
    if isTooLarge(entry.files) { entry.obstacle = .tooLarge }
    if entry.requests.count == 1, let request = FileName(entry.requests[0]) {
      try readRequest(at: root.appending(request), name: request.bytes, into: &entry, known)
    }
    return entry
  }

  private func flat(_ name: FileName, in source: SourceFolder, _ known: KnownRequests) throws(HostError)
    -> EntryView?
  {
    let stem = InboxNames.flatStem(name.bytes)
    let twin = InboxNames.twin(name.bytes) ?? []
    // Two requests of one name are one packet, which is rejected; it goes by the name of the JSON one.
    if InboxNames.isXML(name.bytes), try isThere(twin, in: source) { return nil }
    var entry = EntryView(source: source.id, name: name.bytes, form: .flat)
    entry.requests = [name.bytes]
    if try isThere(twin, in: source), let other = FileName(twin) {
      entry.requests.append(twin)
      entry.files.append(Self.file(twin, try host.status(source.inbox.appending(other))))
    }
    let marker = try marker(stem, in: source)
    let status = try host.status(source.inbox.appending(name))
    guard status.links == 1 else {
      entry.note(marker: marker)
      entry.offences = 1
      entry.obstacle = .unsafe
      return entry
    }
    entry.files.append(Self.file(name.bytes, status))
    try readRequest(at: source.inbox.appending(name), name: name.bytes, into: &entry, known)
    for file in entry.listed ?? [] {
      // A flat packet names files beside it and nowhere else.
      guard let other = FileName(file.path), !entry.files.contains(where: { $0.path == file.path }),
        let status = try host.statusIfThere(source.inbox.appending(other))
      else { continue }
      if status.kind == .file, status.links == 1 {
        entry.files.append(Self.file(file.path, status))
      } else {
        entry.offences += 1
      }
      for suffix in [".part", ".tmp"] where try isThere(file.path + Array(suffix.utf8), in: source) {
        entry.hasPart = true
      }
    }
    entry.note(marker: marker)
    if entry.offences > 0 { entry.obstacle = .unsafe }
    if isTooLarge(entry.files) { entry.obstacle = .tooLarge }
    entry.files.sort { $0.path.lexicographicallyPrecedes($1.path) }
    return entry
  }

  private func isTooLarge(_ files: [EntryView.File]) -> Bool {
    var left = limits.packetBytes
    for file in files {
      guard file.byteCount <= left else { return true }
      left -= file.byteCount
    }
    return files.count > limits.recordsPerPacket
  }

  private func readRequest(
    at path: FilePath, name: [UInt8], into entry: inout EntryView, _ known: KnownRequests
  ) throws(HostError) {
    if let facts = known.facts(of: entry, request: name) {
      (entry.listed, entry.due) = facts
      return
    }
    do throws(HostError) {
      let facts = try read(try host.read(path, limit: limits.requestBytes), name)
      (entry.listed, entry.due) = (facts.listed, facts.due)
    } catch  where error.kind == .unsafe {
      return
    }
  }

  private static func file(_ path: [UInt8], _ status: FileStatus) -> EntryView.File {
    EntryView.File(path: path, byteCount: status.byteCount, inode: status.inode, changed: status.changed)
  }
}
