import Daemon
import Hashing
import Host
import Ledger
import Policy
import Requests
import Stages
import Synchronization
import Values

/// What a packet's request says is to become of it: its second line. The first is the request's id, the
/// others name files, with size and digest where the list is to be complete.
enum What: String, CaseIterable, Sendable {
  case release, hold, amend, reject
  /// Thrown by `decide`, not found.
  case held = "throw-hold"
  /// A fault of the house's for as long as the weather is bad; then a release.
  case flaky
  /// A worker that dies for as long as the weather is bad; then a release.
  case shaky
  /// A worker that dies over it each time.
  case worker
  /// A worker that answers for another packet than its own.
  case lie
  /// A worker whose digests are not those of its files.
  case forged
  /// Takes the process with it.
  case die
  /// Never answers.
  case hang
  /// Not to be read.
  case garbled

  init(request: [UInt8]) {
    let line = request.split(separator: 0x0A, omittingEmptySubsequences: false).dropFirst().first ?? []
    self = What(rawValue: String(decoding: line, as: UTF8.self)) ?? .garbled
  }
}

/// The two questions as the simulation answers them: deterministic in the packet's bytes and the facts.
enum Script {
  static func read(_ bytes: [UInt8], _ name: [UInt8]) -> RequestFacts {
    let lines = bytes.split(separator: 0x0A)
    let listed = lines.dropFirst(2).map { line in
      let words = line.split(separator: 0x20)
      return RequestFacts.Listed(
        path: Array(words.first ?? []),
        byteCount: words.count > 1 ? Int(String(decoding: words[1], as: UTF8.self)) : nil,
        digest: words.count > 2 ? Digest(hex: String(decoding: words[2], as: UTF8.self)) : nil)
    }
    return RequestFacts(
      id: lines.first.map { Sensitive(String(decoding: $0, as: UTF8.self)) },
      due: bytes.count % 3 == 0 ? nil : Day(daysSinceEpoch: 20_600 + bytes.count % 3),
      listed: listed.isEmpty ? nil : listed)
  }

  static func isRequest(_ path: [UInt8]) -> Bool { path.suffix(12).elementsEqual("request.json".utf8) }

  static let suffixes = ["zip.sha256", "audit.json", "delivery.json", "zip"]

  /// What a file of a release holds: all that it was made of.
  static func bundle(
    _ suffix: String, _ disclosure: String, _ fingerprint: Digest, _ instant: Instant, policy: Digest
  ) -> [UInt8] {
    var bytes = Array(suffix.utf8)
    bytes += disclosure.utf8
    bytes += fingerprint.bytes
    bytes.append(policy.bytes[0])
    var rest = UInt64(bitPattern: instant.milliseconds)
    while rest > 0 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
    return bytes
  }

  static let clinic = Recipient(id: "clinic", name: "Clinic", kinds: [], channel: .sftp)
  static let someDay: Day = Day(daysSinceEpoch: 20_000) ?? { preconditionFailure("a day") }()

  static func policy(_ version: Int) -> Digest {
    Digest(bytes: [UInt8](repeating: UInt8(truncatingIfNeeded: version), count: 32))
      ?? { preconditionFailure("32 bytes") }()
  }

  static func house(_ process: Process, version: Int) -> House {
    let policy = policy(version)
    return House(
      site: Site(name: "Test", kind: .hospital, state: "NY", timeZone: "UTC", isTrial: true),
      recipients: [clinic], policy: policy, today: { $0.utcDay ?? someDay }, read: read
    ) { packet, facts throws(PacketError) in try decide(packet, facts, policy, process) }
  }

  private static func decide(
    _ packet: ClaimedPacket, _ facts: HouseFacts, _ policy: Digest, _ process: Process
  ) throws(PacketError) -> Decision {
    var what = What.garbled
    for file in packet.files {
      var sink = MemorySink()
      try file.bytes.copy(0..<file.bytes.byteCount, to: &sink)
      guard digest(sink.bytes) == file.digest else {
        throw PacketError("tech.integrity", .hold, "the copy is not what was claimed", remedy: "none")
      }
      if isRequest(file.path) { what = What(request: sink.bytes) }
    }
    switch what {
    case .hold: return stopped(.held, .hold, .any)
    case .amend: return stopped(.held, .hold, .amend)
    case .reject: return stopped(.rejected, .reject, .amend)
    case .held, .garbled: throw PacketError("test.thrown", .hold, "thrown", remedy: "none")
    case .flaky where process.isBadWeather.withLock({ $0 }):
      throw PacketError("house.io", .retry, "not now", remedy: "wait")
    case .shaky where process.isBadWeather.withLock({ $0 }), .worker:
      throw PacketError("house.worker", .died, "the worker died", remedy: "none")
    case .die:
      process.die()
      throw PacketError("house.io", .retry, "gone", remedy: "none")
    case .hang:
      process.hung.withLock { _ = $0.insert(packet.number) }
      throw PacketError("house.io", .retry, "never said", remedy: "none")
    case .release, .flaky, .shaky, .lie, .forged: break
    }
    let disclosure = what == .lie ? "d99999999-1" : facts.disclosure
    let files = suffixes.map { suffix in
      let bytes = bundle(suffix, disclosure, packet.fingerprint, facts.instant, policy: policy)
      return StagedRelease.File(
        name: "\(disclosure).\(suffix)", bytes: bytes, digest: digest(what == .forged ? [] : bytes))
    }
    return Decision(
      outcome: .released(
        StagedRelease(
          disclosure: disclosure, files: files, inner: Array("inner".utf8), channel: "sftp",
          recipient: "clinic", authorization: nil,
          lastDay: Day(daysSinceEpoch: facts.today.daysSinceEpoch + 1), records: packet.fingerprint,
          basis: .treatment, purpose: "TREAT")),
      findings: [finding(.note, .notApplicable)], basis: .treatment, pipeline: "care")
  }

  private static func stopped(_ outcome: Decision.Outcome, _ verdict: Verdict, _ lift: Lift) -> Decision {
    Decision(outcome: outcome, findings: [finding(verdict, lift)], basis: .treatment, pipeline: "care")
  }

  private static func finding(_ verdict: Verdict, _ lift: Lift) -> Finding {
    Finding(
      "test.rule", source: "45 CFR 164.502(a)", verdict, lift: lift, "something is off", remedy: "mend it")
  }

  /// SHA-256, of what was seen before without reckoning it again.
  static func digest(_ bytes: [UInt8]) -> Digest {
    digests.withLock { digests in
      if let known = digests[bytes] { return known }
      if digests.count > 20_000 { digests = [:] }
      let digest = Digest.sha256(bytes)
      digests[bytes] = digest
      return digest
    }
  }
  private static let digests = Mutex<[[UInt8]: Digest]>([:])
}

/// One life of the daemon, from its start to its death.
final class Process: Sendable {
  let host: SimulatedHost
  let ledger: MemoryLedger
  let isBadWeather = Mutex(false)
  /// What the world outside knows by now, in a recovery: its transfer job may have come.
  let model = Mutex<Model?>(nil)
  /// Packets whose attempt never answers.
  let hung = Mutex<Set<Int>>([])

  init(_ host: SimulatedHost, _ ledger: MemoryLedger) { (self.host, self.ledger) = (host, ledger) }

  var isDead: Bool { host.isDead }
  func die() {
    host.die()
    ledger.die()
  }
}

/// Where everything lies.
enum Tree {
  static let state = Root("/state")
  static let inbox = Root("/in")
  static let outbox = Root("/out")
  static let sources = ["er", "lab"]
  static let folders = WorkingFolders(
    state: state,
    sources: sources.map {
      SourceFolder(id: $0, inbox: FilePath(inbox).appending($0), settle: 10_000_000_000)
    }, outbox: outbox)
  static let staging = folders.staging("sftp")
  static let recipient = folders.recipient("clinic", channel: "sftp")
  static func inbox(_ source: Int) -> FilePath { folders.sources[source].inbox }

  static func disk(_ journal: SimulatedDisk.Journal) -> SimulatedDisk {
    var disk = SimulatedDisk(journal: journal)
    for root in [state, inbox, outbox] { disk.addRoot(root) }
    for room in Room.allCases { disk.makeFolder(folders.room(room)) }
    disk.makeFolder(folders.audit)
    for source in folders.sources { disk.makeFolder(source.inbox) }
    disk.settleAll()
    return disk
  }
}
