import Daemon
import Host
import Ledger
import Stages
import Values

/// What lay under one name of an inbox at one time, as its producer left it.
struct Version: Sendable {
  /// In order of path.
  let files: [(path: [UInt8], bytes: [UInt8])]
  /// Links and devices.
  let offences: Int
  let fingerprint: Digest
  let what: What
  /// Whether DESIGN.md §2 ("Ready") lets it be taken once it lies still.
  let isPacket: Bool

  /// What lies there; nil when there is nothing.
  ///
  /// - Parameter form: an archive is a flat entry that names nothing.
  static func seen(on disk: SimulatedDisk, _ entry: FilePath, _ form: PacketForm, as name: FileName? = nil)
    -> Version?
  {
    switch disk.kind(entry) {
    case nil: return nil
    case .link, .other: return Version([], offences: 1, isPacket: true)
    case .file:
      guard let name = (name ?? entry.names.last)?.bytes, let bytes = disk.bytes(entry) else { return nil }
      var files = [(path: name, bytes: bytes)]
      var isPacket = true
      for listed in form == .flat ? Script.read(bytes, name).listed ?? [] : [] {
        guard let other = FileName(listed.path), let bytes = disk.bytes(entry.parent.appending(other)) else {
          isPacket = false
          continue
        }
        files.append((listed.path, bytes))
      }
      return Version(files, offences: 0, isPacket: isPacket)
    case .folder:
      var files: [(path: [UInt8], bytes: [UInt8])] = []
      var offences = 0
      let name = entry.names.last?.bytes ?? []
      var hasMarker =
        FileName(name + Array(".ready".utf8)).map {
          disk.kind(entry.parent.appending($0)) != nil
        } ?? false
      var hasPart = false
      for (names, bytes) in disk.files(below: entry) {
        let path = Array(names.map(\.bytes).joined(separator: [0x2F]))
        if path.elementsEqual(".ready".utf8) {
          hasMarker = true
          continue
        }
        if path.suffix(5).elementsEqual(".part".utf8) { hasPart = true }
        if disk.kind(entry.appending(names)) == .file { files.append((path, bytes)) } else { offences += 1 }
      }
      guard !files.isEmpty || offences > 0 || hasMarker else { return nil }
      let hasRequest = files.contains { $0.path.elementsEqual("request.json".utf8) }
      let isPacket = !hasPart && (hasMarker || offences > 0 || (hasRequest && !hasWrongDigest(files)))
      return Version(files, offences: offences, isPacket: isPacket)
    }
  }

  private init(_ unsorted: [(path: [UInt8], bytes: [UInt8])], offences: Int, isPacket: Bool) {
    files = unsorted.sorted { $0.path.lexicographicallyPrecedes($1.path) }
    (self.offences, self.isPacket) = (offences, isPacket)
    fingerprint = Fingerprint.of(
      files.map {
        ClaimedFile(
          path: $0.path, byteCount: $0.bytes.count, digest: Script.digest($0.bytes), inode: 0, changed: 0)
      })
    what = files.first { Script.isRequest($0.path) }.map { What(request: $0.bytes) } ?? .garbled
  }

  /// A list whose sizes are right and whose digests are not: it is never taken.
  private static func hasWrongDigest(_ files: [(path: [UInt8], bytes: [UInt8])]) -> Bool {
    guard let request = files.first(where: { Script.isRequest($0.path) }),
      let listed = Script.read(request.bytes, request.path).listed
    else { return false }
    let isFull = listed.allSatisfy { item in
      item.digest != nil && files.contains { $0.path == item.path && $0.bytes.count == item.byteCount }
    }
    return isFull
      && listed.contains { item in
        files.contains { $0.path == item.path && Script.digest($0.bytes) != item.digest }
      }
  }

  var content: Model.Content { Model.Content(fingerprint: fingerprint, offences: offences) }

  func isSame(_ other: Version) -> Bool {
    fingerprint == other.fingerprint && offences == other.offences
  }

  /// Whether a claimed packet holds these very bytes.
  func isOf(_ packet: PacketEntry) -> Bool {
    packet.fingerprint == fingerprint && packet.offences == offences && packet.files.count == files.count
      && zip(packet.files, files).allSatisfy {
        $0.path == $1.path && $0.byteCount == $1.bytes.count && $0.digest == Script.digest($1.bytes)
      }
  }
}
