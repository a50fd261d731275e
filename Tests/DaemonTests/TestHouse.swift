import Daemon
import Foundation
import Hashing
import Host
import Ledger
import Policy
import Requests
import Stages
import Synchronization
import Values

/// A house in a folder of its own, with a `decide` that does what the packet's request says: the first line
/// of `request.json` is the request's id, the second what to decide, the others files with their sizes and
/// digests.
final class TestHouse: Sendable {
  let path: String
  let clock = Clock()
  let folders: WorkingFolders
  let ledger: GRDBLedger
  let told = Mutex<[Event]>([])
  private let revoked = Mutex<Set<Digest>>([])

  static let form = Digest.sha256(Array("the authorization".utf8))

  init() throws {
    let base = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    path = base + "/chartgate-daemon-" + UUID().uuidString
    for name in [
      "state/work", "state/hold", "state/rejected", "state/archive", "state/audit", "in/er", "out",
    ] {
      try FileManager.default.createDirectory(
        atPath: path + "/" + name, withIntermediateDirectories: true)
    }
    folders = WorkingFolders(
      state: Root(path + "/state"),
      sources: [
        SourceFolder(id: "er", inbox: FilePath(Root(path + "/in/er")), settle: 10_000_000_000)
      ], outbox: Root(path + "/out"))
    ledger = try GRDBLedger(path: path + "/state/ledger.db")
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: path) } catch { print("left behind: \(path)") }
  }

  func revoke(_ digest: Digest) { revoked.withLock { _ = $0.insert(digest) } }

  /// An engine as a new process would make it.
  func engine(_ faults: Faults = Faults(), slots: Int = 2, host: RealHost? = nil, on test: TestHost? = nil)
    -> Engine
  {
    var parts = Engine.Parts(
      host: TestHost(clock: clock, faults: faults), ledger: TestLedger(ledger, faults: faults),
      folders: folders, house: house(faults), slots: slots,
      backoff: Backoff(random: SystemRandomNumberGenerator()),
      tell: { [weak self] event in self?.told.withLock { $0.append(event) } })
    if let host { parts.host = host }
    if let test { parts.host = test }
    // A volume in memory may be a small one.
    parts.brain.backpressure.freeFloor = 0
    return Engine(parts)
  }

  func house(_ faults: Faults = Faults()) -> House {
    House(
      site: Site(name: "Test", kind: .hospital, state: "NY", timeZone: "UTC", isTrial: true),
      recipients: [Recipient(id: "clinic", name: "Clinic", kinds: [], channel: .sftp)],
      revoked: revoked.withLock { $0 }, policy: .sha256([1]), today: { $0.utcDay ?? Self.someDay },
      read: Self.read, decide: Self.decide)
  }

  /// How an engine of this house works, as a reload gives it.
  var settings: Engine.Settings {
    Engine.Settings(
      sources: folders.sources, outboxMounts: folders.outboxMounts, brain: Brain(slots: 2),
      limits: .standard, stuckAfter: 3_600_000_000_000)
  }

  static let someDay: Day = Day(daysSinceEpoch: 20_000) ?? { preconditionFailure("a day") }()

  // MARK: Dropping

  /// Drops a packet by rename, with its marker inside.
  func drop(_ name: String, id: String = "R1", _ what: String = "release", record: String = "record") throws {
    let hidden = path + "/in/.making"
    try FileManager.default.createDirectory(atPath: hidden, withIntermediateDirectories: true)
    try write(hidden + "/request.json", "\(id)\n\(what)\n")
    try write(hidden + "/record.txt", record)
    try write(hidden + "/.ready", "")
    try FileManager.default.moveItem(atPath: hidden, toPath: path + "/in/er/" + name)
  }

  func write(_ path: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  // MARK: Looking

  /// All files below a folder, sorted, by their paths.
  func files(_ folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: path + "/" + folder)?.compactMap { $0 as? String } ?? []
    return all.filter { name in
      var isFolder: ObjCBool = false
      _ = unsafe FileManager.default.fileExists(
        atPath: path + "/" + folder + "/" + name, isDirectory: &isFolder)
      return !isFolder.boolValue
    }.sorted()
  }

  /// Everything that counts of an outcome: states, outbox, inbox, audit, rooms, disclosures.
  func outcome() throws -> Outcome {
    let entries = try ledger.newest(100)
    return Outcome(
      states: entries.map { "\($0.number) \($0.state.rawValue)" },
      outbox: files("out"), inbox: files("in"), audit: files("state/audit"),
      rooms: ["work", "hold", "rejected", "archive"].flatMap { room in
        self.files("state/" + room).map { room + "/" + $0 }
      },
      bundles: try files("out").map { try Data(contentsOf: URL(fileURLWithPath: path + "/out/" + $0)) },
      delivered: try ledger.events(after: 0, limit: 10_000).map(\.line).count {
        $0.contains("\"release.delivered\"")
      })
  }

  struct Outcome: Equatable {
    var states: [String]
    var outbox: [String]
    var inbox: [String]
    var audit: [String]
    var rooms: [String]
    var bundles: [Data]
    var delivered: Int
  }

  func text(_ name: String) throws -> String {
    try String(contentsOf: URL(fileURLWithPath: path + "/" + name), encoding: .utf8)
  }

  // MARK: The two questions

  static func read(_ bytes: [UInt8], _ name: [UInt8]) -> RequestFacts {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    let listed: [RequestFacts.Listed] = lines.dropFirst(2).map { line in
      let words = line.split(separator: " ").map(String.init)
      return RequestFacts.Listed(
        path: Array(words[0].utf8), byteCount: words.count > 1 ? Int(words[1]) : nil,
        digest: words.count > 2 ? Digest(hex: words[2]) : nil)
    }
    return RequestFacts(
      id: lines.first.map { Sensitive($0) }, due: nil, listed: listed.isEmpty ? nil : listed)
  }

  static func decide(_ packet: ClaimedPacket, _ house: HouseFacts) throws(PacketError) -> Decision {
    var texts: [String] = []
    for file in packet.files {
      var sink = MemorySink()
      try file.bytes.copy(0..<file.bytes.byteCount, to: &sink)
      texts.append(String(decoding: sink.bytes, as: UTF8.self))
    }
    let (record, request) = (texts.first ?? "", texts.last ?? "")
    let what = request.split(separator: "\n").dropFirst().first ?? ""
    switch what {
    case "hold":
      return Decision(
        outcome: .held, findings: [finding(.hold, record: 1)], basis: .treatment, pipeline: "care")
    case "amend":
      return Decision(
        outcome: .held, findings: [finding(.hold, lift: .amend)], basis: .treatment, pipeline: "care")
    case "reject":
      return Decision(outcome: .rejected, findings: [finding(.reject)], basis: nil, pipeline: nil)
    case "retry": throw PacketError("house.io", .retry, "not now", remedy: "wait")
    case "die": throw PacketError("house.worker", .died, "its worker died", remedy: "wait")
    default: break
    }
    let records = Digest.sha256(Array(record.utf8))
    if house.sentBefore.contains(Disclosed(records: records, recipient: "clinic")) {
      return Decision(
        outcome: .held, findings: [finding(.hold, rule: "house.repeat")], basis: .treatment, pipeline: "care")
    }
    let bundle = "\(record) \(house.today) \(house.instant)"
    let files = ["zip.sha256", "audit.json", "delivery.json", "zip"].map { suffix in
      let bytes = Array("\(suffix) \(bundle)".utf8)
      return StagedRelease.File(
        name: "\(house.disclosure).\(suffix)", bytes: bytes, digest: .sha256(bytes))
    }
    return Decision(
      outcome: .released(
        StagedRelease(
          disclosure: house.disclosure, files: files, inner: Array("inner".utf8), channel: "sftp",
          recipient: "clinic", authorization: form, lastDay: house.today, records: records,
          basis: .treatment, purpose: "TREAT")),
      findings: [finding(.note)], basis: .treatment, pipeline: "care")
  }

  static func finding(
    _ verdict: Verdict, rule: RuleID = "test.rule", lift: Lift = .any, record: Int? = nil
  ) -> Finding {
    Finding(
      rule, source: "45 CFR 164.502(a)", verdict, lift: lift,
      subject: record.map { .record($0) } ?? .packet, "something is off", remedy: "mend it")
  }
}

extension Digest {
  static func sample(_ text: String) -> Digest { .sha256(Array(text.utf8)) }
}
