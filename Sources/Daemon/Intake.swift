package import Host
package import Ledger
internal import Stages
package import Values

/// Looks into inboxes: one directory read a poll, and one look into each entry that is not yet ready.
/// What it sees is plain values; it takes nothing and judges nothing.
package struct Intake: Sendable {
  /// Whether a name is there, in the inbox.
  private typealias Presence = ([UInt8]) throws(HostError) -> Bool

  /// What one look at an inbox shows.
  package struct Look: Sendable {
    /// Everything that may be a packet and was not skipped, in order of name.
    package var entries: [EntryView] = []
    /// Numbers of claims whose removal is owed.
    package var owed: [PacketNumber] = []
    /// Every name that is there, the skipped ones too.
    package var names: Set<[UInt8]> = []
  }

  private let host: any Host
  private let limits: Limits
  private let read: House.Read

  /// - Parameter read: DESIGN.md §5's `read`: the daemon itself parses nothing from outside.
  package init(host: any Host, limits: Limits, read: @escaping House.Read) {
    (self.host, self.limits, self.read) = (host, limits, read)
  }

  /// - Parameters:
  ///   - skipped: names that are known to be ready; what is ready is not looked at before its turn.
  ///   - known: what an earlier look read of requests, which are read again only once they changed.
  package func look(
    at source: SourceFolder, skipping skipped: Set<[UInt8]> = [], known: KnownRequests = KnownRequests()
  ) throws(HostError) -> Look {
    let names = try host.list(source.inbox).sorted()
    var look = Look()
    look.names = Set(names.map(\.bytes))
    let all = look.names
    for name in names {
      if let number = InboxNames.claimedNumber(name.bytes) {
        look.owed.append(PacketNumber(number))
        continue
      }
      guard !InboxNames.isPassedOver(name.bytes), !skipped.contains(name.bytes) else { continue }
      let marker = look.names.contains(name.bytes + Array(".ready".utf8))
      do throws(HostError) {
        if let entry = try entry(name, in: source, hasMarker: marker, known, { all.contains($0) }) {
          look.entries.append(entry)
        }
      } catch {
        // Taken away while we looked: the next look will tell. What cannot be looked into is not the
        // source's fault as a whole: the others go on.
        guard error.kind != .missing else { continue }
        var entry = EntryView(source: source.id, name: name.bytes, form: .folder)
        entry.obstacle = .unreadable
        look.entries.append(entry)
      }
    }
    // An archive that a flat request names is one of its records.
    let named = Set(look.entries.filter { $0.form == .flat }.flatMap { $0.listed ?? [] }.map(\.path))
    look.entries.removeAll { $0.obstacle == .archive && named.contains($0.name) }
    return look
  }

  /// One entry, looked at anew; nil when it is no packet.
  package func look(at key: EntryKey, in source: SourceFolder) throws(HostError) -> EntryView? {
    guard let name = FileName(key.name) else { return nil }
    let isThere: Presence = { (other: [UInt8]) throws(HostError) in
      guard let other = FileName(other) else { return false }
      return try host.exists(source.inbox.appending(other))
    }
    do throws(HostError) {
      return try entry(
        name, in: source, hasMarker: try isThere(key.name + Array(".ready".utf8)), KnownRequests(), isThere)
    } catch  where error.kind == .missing {
      return nil
    }
  }

  private func entry(
    _ name: FileName, in source: SourceFolder, hasMarker: Bool, _ known: KnownRequests, _ isThere: Presence
  ) throws(HostError) -> EntryView? {
    let path = source.inbox.appending(name)
    let status = try host.status(path)
    switch status.kind {
    case .folder: return try folder(name, in: source, hasMarker: hasMarker, known)
    case .file:
      if InboxNames.isFlatRequest(name.bytes) { return try flat(name, in: source, known, isThere) }
      guard InboxNames.isArchive(name.bytes) else { return nil }
      var entry = EntryView(source: source.id, name: name.bytes, form: .flat)
      entry.hasMarker = hasMarker
      entry.obstacle = .archive
      entry.files = [Self.file(name.bytes, status)]
      return entry
    case .link, .other:
      // Removed by its name once it is claimed, what a link points to is never touched.
      var entry = EntryView(source: source.id, name: name.bytes, form: .folder)
      entry.hasMarker = hasMarker
      entry.obstacle = .unsafe
      entry.offences = 1
      return entry
    }
  }

  private func folder(
    _ name: FileName, in source: SourceFolder, hasMarker: Bool, _ known: KnownRequests
  ) throws(HostError) -> EntryView {
    var entry = EntryView(source: source.id, name: name.bytes, form: .folder)
    entry.hasMarker = hasMarker
    let root = source.inbox.appending(name)
    var pending: [(path: FilePath, names: [UInt8], depth: Int)] = [(root, [], 1)]
    var seen = 0
    while let next = pending.popLast() {
      for child in try host.list(next.path).sorted() {
        let path = next.path.appending(child)
        let names = next.names.isEmpty ? child.bytes : next.names + [0x2f] + child.bytes
        if next.names.isEmpty, child.bytes == Array(".ready".utf8) {
          entry.hasMarker = true
          continue
        }
        if InboxNames.isPart(child.bytes) { entry.hasPart = true }
        seen += 1
        guard seen <= 2 * limits.recordsPerPacket else {
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
          entry.obstacle = .tooLarge
          return entry
        }
      }
    }
    entry.files.sort { $0.path.lexicographicallyPrecedes($1.path) }
    if entry.offences > 0 { entry.obstacle = .unsafe }
    if isTooLarge(entry.files) { entry.obstacle = .tooLarge }
    if entry.requests.count == 1, let request = FileName(entry.requests[0]) {
      entry.listed = try listed(root.appending(request), name: request.bytes, of: entry, known)
    }
    return entry
  }

  private func flat(
    _ name: FileName, in source: SourceFolder, _ known: KnownRequests, _ isThere: Presence
  ) throws(HostError) -> EntryView? {
    let stem = InboxNames.flatStem(name.bytes)
    let twin = InboxNames.twin(name.bytes) ?? []
    // Two requests of one name are one packet, which is rejected; it goes by the name of the JSON one.
    if InboxNames.isXML(name.bytes), try isThere(twin) { return nil }
    var entry = EntryView(source: source.id, name: name.bytes, form: .flat)
    entry.requests = [name.bytes]
    if try isThere(twin), let other = FileName(twin) {
      entry.requests.append(twin)
      entry.files.append(Self.file(twin, try host.status(source.inbox.appending(other))))
    }
    entry.hasMarker = try isThere(stem + Array(".ready".utf8))
    let status = try host.status(source.inbox.appending(name))
    guard status.links == 1 else {
      entry.offences = 1
      entry.obstacle = .unsafe
      return entry
    }
    entry.files.append(Self.file(name.bytes, status))
    entry.listed = try listed(source.inbox.appending(name), name: name.bytes, of: entry, known)
    for file in entry.listed ?? [] {
      // A flat packet names files beside it and nowhere else.
      guard let other = FileName(file.path), try isThere(file.path),
        !entry.files.contains(where: { $0.path == file.path })
      else { continue }
      let status = try host.status(source.inbox.appending(other))
      if status.kind == .file, status.links == 1 {
        entry.files.append(Self.file(file.path, status))
      } else {
        entry.offences += 1
      }
      for suffix in [".part", ".tmp"] where try isThere(file.path + Array(suffix.utf8)) {
        entry.hasPart = true
      }
    }
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

  private func listed(_ path: FilePath, name: [UInt8], of entry: EntryView, _ known: KnownRequests)
    throws(HostError) -> [EntryView.Listed]?
  {
    if let listed = known.listed(of: entry, request: name) { return listed }
    let bytes: [UInt8]
    do throws(HostError) {
      bytes = try host.read(path, limit: limits.requestBytes)
    } catch  where error.kind == .unsafe {
      return nil
    }
    return try read(bytes, name).listed
  }

  private static func file(_ path: [UInt8], _ status: FileStatus) -> EntryView.File {
    EntryView.File(path: path, byteCount: status.byteCount, inode: status.inode, changed: status.changed)
  }
}
