internal import Daemon
internal import Hashing
internal import Host
internal import Policy
internal import Records
internal import Requests
internal import Values

/// Reads the files of a folder of which a packet is to be made.
struct PacketFolder {
  let files: [PacketDraft.File]
  /// What could not be read, for the operator: file and reason.
  let notes: [String]

  /// - Throws: everything that may not lie in a packet, at once.
  init(_ path: String, host: any Host, limits: Limits) throws(Failure) {
    let root = FilePath(Root(path))
    var problems: [String] = []
    var found: [(names: [FileName], path: String)] = []
    do throws(HostError) {
      try Self.walk(root, [], host: host, limits: limits, &found, &problems)
    } catch {
      throw Failure("the folder could not be read", error)
    }
    if found.count > limits.recordsPerPacket {
      problems.append("the folder holds more than \(limits.recordsPerPacket) files; split it")
    }
    guard problems.isEmpty else { throw Failure(.failed, problems) }
    var files: [PacketDraft.File] = []
    var notes: [String] = []
    for (index, file) in found.sorted(by: { $0.path < $1.path }).enumerated() {
      do {
        let bytes = try host.open(root.appending(file.names))
        let facts = Self.facts(bytes, index + 1, file.path, limits, &notes)
        var hasher = SHA256Hasher()
        try bytes.copyAll(to: &hasher)
        files.append(
          PacketDraft.File(
            path: file.path, byteCount: bytes.byteCount, digest: hasher.finalize(), facts: facts))
      } catch {
        throw Failure(.failed, "\(TerminalText.escaped(file.path)): \(error)")
      }
    }
    (self.files, self.notes) = (files, notes)
  }

  /// nil for a file that is no record, or one that will be held.
  private static func facts(
    _ file: any ByteSource, _ number: Int, _ path: String, _ limits: Limits, _ notes: inout [String]
  ) -> RecordFacts? {
    do throws(PacketError) {
      var hasher = SHA256Hasher()
      if let parts = try RecordReader.read(byParts: file, number: number, limits: limits, also: &hasher) {
        return parts.facts
      }
      let bytes = try file.whole(limit: limits.recordBytes)
      return try RecordReader.read(bytes, number: number, limits: limits).facts
    } catch {
      notes.append("\(TerminalText.escaped(path)): \(error)")
      return nil
    }
  }

  private static func walk(
    _ folder: FilePath, _ above: [FileName], host: any Host, limits: Limits,
    _ found: inout [(names: [FileName], path: String)], _ problems: inout [String]
  ) throws(HostError) {
    for name in try host.list(folder).sorted() {
      let names = above + [name]
      let bytes = Array(names.map(\.bytes).joined(separator: [0x2F]))
      let shown = TerminalText.escaped(bytes)
      let path = folder.appending(name)
      let status = try host.status(path)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        problems.append("\(shown): its name is not UTF-8, so no request can name it; rename it")
        continue
      }
      guard name.bytes.first != UInt8(ascii: ".") else {
        problems.append("\(shown): a dot file may not lie in a packet; take it away")
        continue
      }
      guard !InboxNames.isPart(name.bytes) else {
        problems.append("\(shown): is named like something half written; such a packet is never taken")
        continue
      }
      switch status.kind {
      case .folder where names.count < limits.folderDepth:
        try walk(path, names, host: host, limits: limits, &found, &problems)
      case .folder: problems.append("\(shown): the folder lies too deep; move its files up")
      case .link, .other: problems.append("\(shown): is a link or no plain file; take it away")
      case .file where RequestName(fileName: name.bytes) != nil:
        problems.append("\(shown): there is a request already; take it away to make another")
      case .file: found.append((names, text))
      }
    }
  }
}
