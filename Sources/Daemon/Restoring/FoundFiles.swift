internal import Hashing
internal import Host
internal import JSON
internal import Ledger
internal import Policy
internal import Stages
internal import Values

/// Makes a packet and a release anew out of what lies in their folders, for a ledger that lost them.
struct FoundFiles: Sendable {
  let host: any Host
  let folders: WorkingFolders
  let limits: Limits
  let read: House.Read

  /// The packet of a folder. Its files get their own names back where the request lists exactly those that are
  /// there; else they are called as our copies are, which no request lists: it then cannot be released.
  func packet(_ number: PacketNumber, in room: Room?, now: Instant) throws -> PacketEntry {
    let copies = try room.map { try self.copies(folders.packet(number, in: $0)) } ?? []
    var facts = RequestFacts(id: nil, due: nil, listed: nil)
    var names = copies.indices.map { WorkingFolders.copyName($0).bytes }
    if let room, let named = try named(copies, in: folders.packet(number, in: room)) {
      (names, facts) = (named.paths, named.facts)
    }
    let files = zip(names, copies).map {
      ClaimedFile(path: $0, byteCount: $1.byteCount, digest: $1.digest, inode: 0, changed: 0)
    }
    return PacketEntry(
      number: number, source: "restored", form: .folder, entryName: Array("restored-\(number)".utf8),
      fingerprint: Fingerprint.of(files), requestID: facts.id, state: .claimed, files: files, due: facts.due,
      claimedAt: now)
  }

  private struct Copy { let name: FileName, byteCount: Int, digest: Digest }

  /// Our copies of a packet's files, in their order, which is that of their paths.
  private func copies(_ folder: FilePath) throws -> [Copy] {
    let there = Set(try host.list(folder))
    var copies: [Copy] = []
    while there.contains(WorkingFolders.copyName(copies.count)) {
      let name = WorkingFolders.copyName(copies.count)
      let (byteCount, digest) = try hash(folder.appending(name))
      copies.append(Copy(name: name, byteCount: byteCount, digest: digest))
    }
    return copies
  }

  private func hash(_ path: FilePath) throws -> (byteCount: Int, digest: Digest) {
    let source = try host.open(path)
    var hasher = SHA256Hasher()
    try source.copy(0..<source.byteCount, to: &hasher)
    return (source.byteCount, hasher.finalize())
  }

  private func named(_ copies: [Copy], in folder: FilePath) throws -> (
    paths: [[UInt8]], facts: RequestFacts
  )? {
    for (index, copy) in copies.enumerated() where copy.byteCount <= limits.requestBytes {
      let bytes = try host.read(folder.appending(copy.name), limit: limits.requestBytes)
      for name in ["request.json", "request.xml"] {
        let facts = try read(bytes, Array(name.utf8))
        guard let listed = facts.listed, listed.count == copies.count - 1 else { continue }
        let paths = (listed.map(\.path) + [Array(name.utf8)]).sorted { $0.lexicographicallyPrecedes($1) }
        guard Set(paths).count == copies.count, paths[index] == Array(name.utf8) else { continue }
        let given = Dictionary(listed.map { ($0.path, $0) }) { first, _ in first }
        let fits = zip(paths, copies).allSatisfy { path, copy in
          guard let file = given[path] else { return true }
          return file.byteCount ?? copy.byteCount == copy.byteCount
            && file.digest ?? copy.digest == copy.digest
        }
        if fits { return (paths, facts) }
      }
    }
    return nil
  }

  /// The release of a disclosure: where to from its ticket, which records from its inner manifest.
  func release(
    _ id: DisclosureID, _ place: TreeSurvey.Place?, in rooms: [PacketNumber: Room], now: Instant
  ) throws -> ReleaseEntry {
    let packet = id.packet ?? PacketNumber(0)
    let folder = rooms[packet].map { folders.packet(packet, in: $0).appending("release") }
    let files = try folder.map { try releaseFiles(id, in: $0) } ?? []
    let ticketFolder =
      place.map { folders.recipient($0.recipient, channel: $0.channel) } ?? folder
    let ticket = try ticketFolder.flatMap { try document($0.appending("\(id).delivery.json")) }
    let inner = try document(folders.inner(id.description))
    let basis = inner?.text("basis").flatMap(Basis.init(rawValue:))
    var release = ReleaseEntry(
      packet: packet, index: id.release ?? 1, disclosure: id,
      channel: place?.channel ?? ticket?.text("channel") ?? "unknown",
      recipient: place?.recipient ?? ticket?.text("recipient") ?? "unknown", files: files,
      conditions: DeliveryConditions(), records: records(inner) ?? .sha256(Array(id.description.utf8)),
      basis: basis?.rawValue ?? "unknown", purpose: "unknown",
      // What cannot be told is put into the patient's accounting rather than left out.
      isAccounted: basis?.isAccounted ?? true, stagedAt: now)
    release.state = .staged
    return release
  }

  /// The files of a release in the order of their renames, the bundle last.
  private func releaseFiles(_ id: DisclosureID, in folder: FilePath) throws -> [ReleaseFile] {
    guard try host.exists(folder) else { return [] }
    let prefix = Array("\(id).".utf8)
    let names = try host.list(folder).filter { $0.bytes.starts(with: prefix) }
    return try names.map { name in
      let (byteCount, digest) = try hash(folder.appending(name))
      return ReleaseFile(
        name: String(decoding: name.bytes, as: UTF8.self), byteCount: byteCount, digest: digest)
    }.sorted { Self.rank($0.name) < Self.rank($1.name) }
  }

  private static func rank(_ name: String) -> Int {
    [".zip.sha256", ".audit.json", ".delivery.json"].firstIndex { name.hasSuffix($0) } ?? 3
  }

  /// As a packet's own decision makes it: over the sorted digests of the records that are released.
  private func records(_ inner: JSONDocument?) -> Digest? {
    guard let inner, let inputs = inner.member(0, "inputs"),
      let whole = inner.member(0, "wholeRecordsWithheld")
    else { return nil }
    let withheld = Set(inner.children(whole).map { inner.bytes[inner.range($0)] })
    var digests: [Digest] = []
    for input in inner.children(inputs) {
      guard let number = inner.member(input, "record"), let digest = inner.member(input, "sha256"),
        let digest = inner.string(digest).flatMap({ Digest(hex: $0) })
      else { return nil }
      if !withheld.contains(inner.bytes[inner.range(number)]) { digests.append(digest) }
    }
    var hasher = SHA256Hasher()
    for digest in digests.sorted() { hasher.update(digest.bytes) }
    return hasher.finalize()
  }

  /// A JSON file of our own; nil when it is not there or is none.
  private func document(_ path: FilePath) throws -> JSONDocument? {
    guard try host.exists(path) else { return nil }
    let bytes = try host.read(path, limit: 64 << 20)
    do throws(PacketError) {
      return try JSONDocument(bytes, limits: .standard)
    } catch {
      return nil
    }
  }
}

extension JSONDocument {
  fileprivate func text(_ name: String) -> String? { member(0, name).flatMap(string) }
}
