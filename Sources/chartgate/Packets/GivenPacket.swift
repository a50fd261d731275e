internal import Configuration
internal import Daemon
internal import Hashing
internal import Host
internal import Ledger
internal import Stages
internal import Values

/// A packet that is looked at where it lies: a folder, a request in the flat form, or one that the house has.
/// Nothing of it is copied or changed.
struct GivenPacket {
  let packet: ClaimedPacket
  /// The source that it came from; nil outside of a house.
  var source: String?
  /// Links, devices and the like, which no claim would take.
  var offences = 0
  var conflicts = false

  private init(number: Int, fingerprint: Digest, _ files: [ClaimedPacket.File]) {
    packet = ClaimedPacket(number: number, fingerprint: fingerprint, files: files)
  }

  /// One that lies outside, by the path of its folder or of its flat request.
  init(at path: String, host: any Host, limits: Limits) throws(Failure) {
    let root = FilePath(Root(path))
    var files: [ClaimedPacket.File] = []
    var offences = 0
    do throws(HostError) {
      switch try host.status(root).kind {
      case .folder: try Self.walk(root, [], host, limits, &files, &offences)
      case .file: files = try Self.flat(path, host, limits)
      case .link, .other: throw HostError("open the packet", code: 0, kind: .unsafe)
      }
    } catch  where error.kind == .missing {
      throw Failure(.failed, "there is no such packet, or a file that it names is not there")
    } catch {
      throw Failure("the packet could not be read", error)
    }
    files.sort { $0.path.lexicographicallyPrecedes($1.path) }
    self.init(number: 0, fingerprint: Self.fingerprint(files), files)
    self.offences = offences
  }

  /// One that the house has, by its number.
  init(_ entry: PacketEntry, in folders: WorkingFolders, host: any Host) throws(Failure) {
    var files: [ClaimedPacket.File] = []
    do throws(HostError) {
      var found: Room?
      for room in Room.allCases where try host.exists(folders.packet(entry.number, in: room)) { found = room }
      guard let room = found else {
        throw HostError("find the packet's files", code: 0, kind: .missing)
      }
      for (index, file) in entry.files.enumerated() {
        let path = folders.packet(entry.number, in: room).appending(WorkingFolders.copyName(index))
        files.append(
          ClaimedPacket.File(path: file.path, digest: file.digest, bytes: try host.open(path)))
      }
    } catch  where error.kind == .missing {
      throw Failure(.failed, "packet \(entry.number): its files are no longer kept")
    } catch {
      throw Failure("packet \(entry.number) could not be read", error)
    }
    self.init(number: entry.number.value, fingerprint: entry.fingerprint, files)
    (source, offences, conflicts) = (entry.source, entry.offences, entry.conflictsWith != nil)
  }

  private static func walk(
    _ folder: FilePath, _ above: [UInt8], _ host: any Host, _ limits: Limits,
    _ files: inout [ClaimedPacket.File], _ offences: inout Int, depth: Int = 1
  ) throws(HostError) {
    for name in try host.list(folder).sorted() where !(above.isEmpty && isMarker(name)) {
      let path = folder.appending(name)
      let inside = above.isEmpty ? name.bytes : above + [0x2F] + name.bytes
      let status = try host.status(path)
      switch status.kind {
      case .folder where depth < limits.folderDepth:
        try walk(path, inside, host, limits, &files, &offences, depth: depth + 1)
      case .file where status.links == 1: files.append(try file(path, inside, host))
      case .file, .folder, .link, .other: offences += 1
      }
    }
  }

  private static func isMarker(_ name: FileName) -> Bool { name.bytes == Array(".ready".utf8) }

  private static func flat(_ path: String, _ host: any Host, _ limits: Limits) throws(HostError)
    -> [ClaimedPacket.File]
  {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    let folder = FilePath(Root("/" + parts.dropLast().map { String(Substring($0)) }.joined(separator: "/")))
    guard let name = parts.last.flatMap({ FileName(Array($0)) }) else { return [] }
    let bytes = try host.read(folder.appending(name), limit: limits.requestBytes)
    var files = [try file(folder.appending(name), name.bytes, host)]
    for listed in RequestReading.read(bytes, name: name.bytes, limits: limits).listed ?? [] {
      // A flat packet names files beside it and nowhere else.
      guard let beside = FileName(listed.path) else { continue }
      if try host.exists(folder.appending(beside)) {
        files.append(try file(folder.appending(beside), listed.path, host))
      }
    }
    return files
  }

  private static func file(_ path: FilePath, _ inside: [UInt8], _ host: any Host) throws(HostError)
    -> ClaimedPacket.File
  {
    let source = try host.open(path)
    var hasher = SHA256Hasher()
    do throws(PacketError) {
      try source.copy(0..<source.byteCount, to: &hasher)
    } catch {
      throw HostError("read a file of the packet", code: 0, kind: .transient)
    }
    return ClaimedPacket.File(path: inside, digest: hasher.finalize(), bytes: source)
  }

  private static func fingerprint(_ files: [ClaimedPacket.File]) -> Digest {
    Fingerprint.of(
      files.map {
        ClaimedFile(path: $0.path, byteCount: $0.bytes.byteCount, digest: $0.digest, inode: 0, changed: 0)
      })
  }
}
