import Configuration
import Foundation
import Glibc
import Hashing
import Host
import Policy
import Stages
import Testing
import Values
import Worker

/// A workforce whose workers run `break-out`, over the policies that ship, and packets for it.
struct TestWorkforce {
  static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The walls of a sanitized program cannot be tried: its shadow memory is larger than any bound.
  static let isSanitized = unsafe dlsym(nil, "__asan_init") != nil || dlsym(nil, "__tsan_init") != nil

  /// One for all that need no bound of their own: compiling the policies takes a debug build a while.
  static let shared = Result { try TestWorkforce("") }

  let workforce: Workforce
  let policy: PolicySet
  let limits: Limits

  init(_ deed: String, _ change: (inout WorkforceSettings) -> Void = { _ in }) throws {
    let files = try Self.files()
    let compiled = try #require(PolicyFiles.compile(files))
    (policy, limits) = (compiled.policy, compiled.limits)
    var settings = WorkforceSettings(arguments: [deed])
    settings.program = try #require(Self.program)
    settings.memory = Self.isSanitized ? nil : 512 << 20
    settings.cpuSeconds = 60
    settings.milliseconds = 60_000
    change(&settings)
    workforce = try Workforce(
      settings, files: files, digest: policy.digest, pipelines: Set(policy.pipelines.map(\.pipeline.name)),
      limits: limits)
  }

  /// Beside the program of these tests.
  static var program: String? {
    ProgramPlace.executable.map {
      URL(filePath: $0).deletingLastPathComponent().appending(path: "break-out").path(percentEncoded: false)
    }
  }

  /// The files of a house: a site and what ships.
  static func files() throws -> [(name: String, bytes: [UInt8])] {
    let site = """
      site:
        name: "Alder Falls Medical Center"
        kind: hospital
        state: NY
        timeZone: America/New_York
        trial: true

      """
    var files: [(name: String, bytes: [UInt8])] = [("chartgate.yaml", Array(site.utf8))]
    for (folder, place) in [("categories", "Pipelines/categories"), ("pipelines", "Pipelines")] {
      let path = checkout.appending(path: place)
      for name in try FileManager.default.contentsOfDirectory(atPath: path.path(percentEncoded: false))
        .sorted()
      where name.hasSuffix(".yaml") && !name.hasSuffix(".tests.yaml") {
        files.append(("\(folder)/\(name)", Array(try Data(contentsOf: path.appending(path: name)))))
      }
    }
    return files
  }

  func decide(_ packet: TestPacket) throws -> Decision {
    try workforce.decide(
      packet.claimed, packet.facts, in: FilePath(packet.folder).appending("7"),
      copies: packet.claimed.files.indices.map { TestPacket.copy($0) },
      writing: FilePath(packet.folder).appending("7").appending("release"))
  }
}

/// What starts and counts processes is tried one after the other.
@Suite(.serialized) struct Walls {}

/// A packet of SampleInbox, claimed into a scratch folder of its own as the daemon does it.
final class TestPacket {
  let folder: Root
  let claimed: ClaimedPacket
  var facts: HouseFacts

  static let names: [String] = {
    let path = TestWorkforce.checkout.appending(path: "SampleInbox").path(percentEncoded: false)
    let all = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return all.filter { $0.first?.isNumber ?? false }.sorted()
  }()

  /// One that is released.
  /// - Parameter deed: what its worker does, of `break-out`; nil: what its template was started for.
  convenience init(deed: String? = nil) throws {
    try self.init("01-treatment-whole")
    if let deed { facts.site.alsoKnownAs.append("deed:\(deed)") }
  }

  init(_ name: String, _ change: (_ path: String, _ bytes: [UInt8]) -> [UInt8] = { $1 }) throws {
    let place = TestWorkforce.checkout.appending(path: "SampleInbox/\(name)")
    let scratch = FileManager.default.temporaryDirectory.appending(path: "wall-\(UUID().uuidString)")
    let own = scratch.appending(path: "7")
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    try Data("canary".utf8).write(to: scratch.appending(path: "canary"))
    folder = Root(scratch.path(percentEncoded: false))
    let paths = try FileManager.default.subpathsOfDirectory(atPath: place.path(percentEncoded: false)).filter
    {
      let path = place.appending(path: $0).path(percentEncoded: false)
      return try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        == .typeRegular
    }.sorted()
    var files: [ClaimedPacket.File] = []
    for (index, path) in paths.enumerated() {
      let bytes = change(path, Array(try Data(contentsOf: place.appending(path: path))))
      let copy = String(decoding: Self.copy(index).bytes, as: UTF8.self)
      try Data(bytes).write(to: own.appending(path: copy))
      files.append(
        ClaimedPacket.File(path: Array(path.utf8), digest: .sha256(bytes), bytes: MemorySource(bytes)))
    }
    claimed = ClaimedPacket(number: 7, fingerprint: .sha256(Array(name.utf8)), files: files)
    var facts = HouseFacts(
      today: try #require(Day("2026-03-02")), instant: Instant(milliseconds: 1_772_448_900_000),
      disclosure: "d00000007-1", site: ExampleHouse.site, recipients: ExampleHouse.recipients)
    facts.utcOffset = -18_000
    self.facts = facts
  }

  deinit { try? FileManager.default.removeItem(atPath: folder.path) }

  static func copy(_ index: Int) -> FileName {
    let digits = String(index + 1)
    return FileName(ours: "f" + String(repeating: "0", count: 5 - digits.utf8.count) + digits)
  }

  /// What lies in the release's folder; nil when there is none.
  var released: [String]? {
    try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/7/release").sorted()
  }

  func file(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: folder.path + "/7/release/" + name)))
  }
}

/// Children of this process, and descriptors that it has open.
enum ThisTest {
  static var children: Set<Int> {
    var all: Set<Int> = []
    for thread in (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? [] {
      let text = (try? String(contentsOfFile: "/proc/self/task/\(thread)/children", encoding: .utf8)) ?? ""
      all.formUnion(text.split(separator: " ").compactMap { Int($0) })
    }
    return all
  }

  static func children(of process: Int) -> String {
    (try? String(contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .utf8)) ?? ""
  }

  static var descriptors: Int {
    ((try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []).count
  }
}
