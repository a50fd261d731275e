internal import Host
internal import Ledger
internal import Values

/// A claimed packet's entry in its inbox, compared with what lies there now: what came after the claim is
/// the producer's and is not removed.
struct InboxEntry {
  let host: any Host
  let packet: PacketEntry
  let limits: Limits

  /// Whether every file that was claimed is still the one that was claimed.
  func isStill(at entry: FilePath) throws(HostError) -> Bool {
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

  /// Whether a folder, or the thing that has its name, holds a file that could have been claimed and was
  /// not. Links, devices and what lies too deep were refused, not claimed.
  func holdsMore(_ hidden: FilePath) throws(HostError) -> Bool {
    let known = Dictionary(packet.files.map { ($0.path, $0) }) { first, _ in first }
    guard let top = try host.statusIfThere(hidden) else { return false }
    guard top.kind == .folder else { return top.kind == .file }
    return try hasFile(hidden, deepest: limits.folderDepth) { path, status in
      guard let claimed = known[path] else { return status.links == 1 }
      return claimed.inode != status.inode || claimed.changed != status.changed
    }
  }

  /// Whether a folder that was refused holds plain files that are nowhere else: too deep to be copied, or hard links
  /// to each other only. A hard link to a file outside is no loss.
  func holdsOnlyCopy(_ hidden: FilePath) throws(HostError) -> Bool {
    guard packet.offences > 0, try host.statusIfThere(hidden)?.kind == .folder else { return false }
    let known = Set(packet.files.map(\.path))
    var linked: [UInt64: (names: Int, links: Int)] = [:]
    let isAlone = try hasFile(hidden, deepest: .max) { path, status in
      guard status.links > 1 else { return !known.contains(path) }
      linked[status.inode, default: (0, status.links)].names += 1
      return false
    }
    return isAlone || linked.values.contains { $0.names >= $0.links }
  }

  /// Whether a folder has such a plain file, the marker aside, in it or in folders so deep below it.
  private func hasFile(
    _ folder: FilePath, deepest: Int, where isSought: (_ path: [UInt8], FileStatus) -> Bool
  ) throws(HostError) -> Bool {
    var pending: [(path: FilePath, names: [UInt8], depth: Int)] = [(folder, [], 1)]
    while let next = pending.popLast() {
      for child in try host.list(next.path) {
        let below = next.names.isEmpty ? child.bytes : next.names + [0x2f] + child.bytes
        if below == Array(".ready".utf8) { continue }
        let path = next.path.appending(child)
        let status = try host.status(path)
        switch status.kind {
        case .folder: if next.depth < deepest { pending.append((path, below, next.depth + 1)) }
        case .file: if isSought(below, status) { return true }
        case .link, .other: continue
        }
      }
    }
    return false
  }

  /// Whether the file under a flat packet's hidden name is its request. The rename changed its change time.
  func isRequest(_ hidden: FilePath) throws(HostError) -> Bool {
    guard let status = try host.statusIfThere(hidden) else { return false }
    let request = packet.files.first { $0.path == packet.entryName }
    // An entry that is nothing but a hard link has no claimed file; it is refused, and goes.
    guard let request else { return status.kind != .folder && packet.offences > 0 }
    return status.inode == request.inode && status.byteCount == request.byteCount
  }

  func removeIfSame(_ file: ClaimedFile, at path: FilePath) throws(HostError) {
    guard let status = try host.statusIfThere(path) else { return }
    if status.inode == file.inode, status.changed == file.changed { try host.removeFile(path) }
  }
}
