import Configuration
import Foundation
import Hashing
import Host
import Policy
import Stages
import Values

/// A packet's files as the daemon holds them when a worker is asked: private copies in a folder of its own.
final class WalledPacket {
  let folder: FilePath
  let claimed: ClaimedPacket
  let copies: [FileName]
  let facts: HouseFacts
  private let place: URL

  init(_ packet: URL) throws {
    place = FileManager.default.temporaryDirectory.appending(path: "bench-wall-\(UUID().uuidString)")
    let own = place.appending(path: "1")
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    let root = packet.path(percentEncoded: false)
    var files: [ClaimedPacket.File] = []
    var copies: [FileName] = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: root).sorted() {
      let attributes = try FileManager.default.attributesOfItem(atPath: root + "/" + path)
      guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
      let bytes = [UInt8](try Data(contentsOf: packet.appending(path: path)))
      copies.append(FileName(ours: String(format: "f%05d", copies.count + 1)))
      try Data(bytes).write(to: own.appending(path: String(format: "f%05d", copies.count)))
      files.append(
        ClaimedPacket.File(path: Array(path.utf8), digest: .sha256(bytes), bytes: MemorySource(bytes)))
    }
    self.copies = copies
    folder = FilePath(Root(place.path(percentEncoded: false)))
    claimed = ClaimedPacket(number: 1, fingerprint: .sha256(Array(root.utf8)), files: files)
    guard let today = Day("2026-03-02") else { throw BenchWall.Refused() }
    facts = HouseFacts(
      today: today, instant: Instant(milliseconds: 1_772_448_900_000), disclosure: "d00000001-1",
      site: ExampleHouse.site, recipients: ExampleHouse.recipients)
  }

  var byteCount: Int { claimed.files.reduce(0) { $0 + $1.bytes.byteCount } }

  /// Removes what a worker released.
  func clear() { try? FileManager.default.removeItem(at: place.appending(path: "1/release")) }

  func remove() { try? FileManager.default.removeItem(at: place) }
}

/// The files of a trial house: a site, and the policies of a folder.
enum HouseFiles {
  static func trial(_ pipelines: URL) throws -> [(name: String, bytes: [UInt8])] {
    let site = """
      site:
        name: "Alder Falls Medical Center"
        kind: hospital
        state: NY
        timeZone: America/New_York
        trial: true

      """
    var files: [(name: String, bytes: [UInt8])] = [("chartgate.yaml", Array(site.utf8))]
    for (folder, path) in [("categories", pipelines.appending(path: "categories")), ("pipelines", pipelines)]
    {
      for name in try FileManager.default.contentsOfDirectory(atPath: path.path(percentEncoded: false))
        .sorted()
      where name.hasSuffix(".yaml") && !name.hasSuffix(".tests.yaml") {
        files.append(("\(folder)/\(name)", [UInt8](try Data(contentsOf: path.appending(path: name)))))
      }
    }
    return files
  }
}
