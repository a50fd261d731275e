import Daemon
import Host
import Ledger
import Synchronization
import Values

/// A daemon that was broken on purpose. The model must find each of them.
package enum Mutant: String, CaseIterable, Sendable {
  // A sync is left out.
  case copyUnsynced, claimFolderUnsynced, workUnsynced, inboxUnsynced, releaseFileUnsynced
  case releaseFolderUnsynced, stagedFileUnsynced, stagingUnsynced, recipientUnsynced, channelUnsynced,
    auditUnsynced
  // Two steps are swapped.
  case bundleFirst, intentLate, claimLate
  // A step is left out.
  case hiddenNameForgotten, inboxNotCleared, halfClaimsNotSwept, stagingNotCleared
  // Deaths are not counted.
  case deathsUncounted

  /// What the host leaves out.
  func omits(_ moment: SimulatedHost.Moment) -> Bool {
    let (call, path) = (moment.call, moment.path)
    switch self {
    case .copyUnsynced: return call == .sync && path.names.count == 3 && isClaim(path.names[1])
    case .claimFolderUnsynced: return call == .sync && path.names.count == 2 && isClaim(path.names[1])
    case .workUnsynced: return call == .sync && path == Tree.folders.room(.work)
    case .channelUnsynced:
      return call == .sync && path.root == Tree.outbox && path.names.count < 2
    case .auditUnsynced: return call == .sync && path == Tree.folders.audit
    case .inboxUnsynced: return call == .sync && path.root == Tree.inbox
    case .releaseFileUnsynced:
      return call == .sync && path.names.count == 4 && path.names[2] == FileName(ours: "release")
    case .releaseFolderUnsynced:
      return call == .sync && path.names.count == 3 && path.names[2] == FileName(ours: "release")
    case .stagedFileUnsynced: return call == .sync && path.parent == Tree.staging
    case .stagingUnsynced: return call == .sync && path == Tree.staging
    case .recipientUnsynced: return call == .sync && path == Tree.recipient
    case .hiddenNameForgotten:
      return call == .rename && moment.target?.names.last?.bytes.starts(with: Array(".claimed-".utf8)) == true
    case .inboxNotCleared: return call == .remove && path.root == Tree.inbox
    case .halfClaimsNotSwept: return call == .remove && path.names.count == 2 && isClaim(path.names[1])
    case .stagingNotCleared: return call == .remove && path.parent == Tree.staging
    case .bundleFirst, .intentLate, .claimLate, .deathsUncounted: return false
    }
  }

  private func isClaim(_ name: FileName) -> Bool { name.bytes.starts(with: Array(".claim-".utf8)) }
}

/// A host that shows a bundle before its papers.
struct BrokenHost: Host {
  let host: SimulatedHost
  let mutant: Mutant

  func rename(_ from: FilePath, to: FilePath) throws(HostError) {
    let name = String(decoding: from.names.last?.bytes ?? [], as: UTF8.self)
    if mutant == .bundleFirst, from.parent == Tree.staging, name.hasSuffix(".zip.sha256") {
      let bundle = String(name.dropLast(7))
      _ = try host.renameIfThere(from.parent.appending(bundle), to: to.parent.appending(bundle))
    }
    try host.rename(from, to: to)
  }

  func list(_ folder: FilePath) throws(HostError) -> [FileName] { try host.list(folder) }
  func status(_ path: FilePath) throws(HostError) -> FileStatus { try host.status(path) }
  func open(_ path: FilePath) throws(HostError) -> any ByteSource { try host.open(path) }
  func read(_ path: FilePath, limit: Int) throws(HostError) -> [UInt8] { try host.read(path, limit: limit) }
  func claimCopy(_ path: FilePath, to copy: FilePath, limit: Int, mode: UInt32) throws(HostError)
    -> CopiedFile
  {
    try host.claimCopy(path, to: copy, limit: limit, mode: mode)
  }
  func create(_ path: FilePath, _ bytes: [UInt8], mode: UInt32) throws(HostError) {
    try host.create(path, bytes, mode: mode)
  }
  func makeFolder(_ path: FilePath, mode: UInt32) throws(HostError) {
    try host.makeFolder(path, mode: mode)
  }
  func removeFile(_ path: FilePath) throws(HostError) { try host.removeFile(path) }
  func removeTree(_ path: FilePath) throws(HostError) { try host.removeTree(path) }
  func sync(_ folder: FilePath) throws(HostError) { try host.sync(folder) }
  func freeBytes(_ folder: FilePath) throws(HostError) -> Int { try host.freeBytes(folder) }
  func now() -> Instant { host.now() }
  func ticks() -> Int64 { host.ticks() }
}

/// A ledger some of whose commits are safe only with the next one, or that forgets deaths.
final class BrokenLedger: Ledger {
  let ledger: MemoryLedger
  let mutant: Mutant
  /// What a crash leaves.
  private let safe: Mutex<LedgerState>

  init(_ ledger: MemoryLedger, _ mutant: Mutant) {
    (self.ledger, self.mutant) = (ledger, mutant)
    safe = Mutex(ledger.state)
  }

  var durable: LedgerState { safe.withLock { $0 } }

  func commit(_ changes: [Change], at instant: Instant) throws(LedgerError) {
    var changes = changes
    var isLate = false
    for (index, change) in changes.enumerated() {
      switch (change, mutant) {
      case (.claimed, .claimLate), (.intent, .intentLate): isLate = true
      case (.attempt(let packet, let facts, true), .deathsUncounted):
        changes[index] = .attempt(packet, facts, died: false)
      default: continue
      }
    }
    try ledger.commit(changes, at: instant)
    if !isLate {
      let state = ledger.state
      safe.withLock { $0 = state }
    }
  }

  func nextNumber() throws(LedgerError) -> PacketNumber { try ledger.nextNumber() }
  func open() throws(LedgerError) -> [PacketEntry] { try ledger.open() }
  func packet(_ number: PacketNumber) throws(LedgerError) -> PacketEntry? { try ledger.packet(number) }
  func packets(fingerprint: Digest) throws(LedgerError) -> [PacketEntry] {
    try ledger.packets(fingerprint: fingerprint)
  }
  func packets(source: String, requestID: Sensitive<String>) throws(LedgerError) -> [PacketEntry] {
    try ledger.packets(source: source, requestID: requestID)
  }
  func packets(source: String, entryName: [UInt8]) throws(LedgerError) -> [PacketEntry] {
    try ledger.packets(source: source, entryName: entryName)
  }
  func releases(of packet: PacketNumber) throws(LedgerError) -> [ReleaseEntry] {
    try ledger.releases(of: packet)
  }
  func openReleases() throws(LedgerError) -> [ReleaseEntry] { try ledger.openReleases() }
  func findings(of packet: PacketNumber) throws(LedgerError) -> [Finding] { try ledger.findings(of: packet) }
  func releases(of records: Digest, to recipient: String) throws(LedgerError) -> [ReleaseEntry] {
    try ledger.releases(of: records, to: recipient)
  }
  func sent(
    sharingFilesWith packet: PacketNumber, in span: Range<Instant>
  ) throws(LedgerError) -> Set<SentRecords> {
    try ledger.sent(sharingFilesWith: packet, in: span)
  }
  func counts() throws(LedgerError) -> [PacketState: Int] { try ledger.counts() }
  func newest(_ limit: Int) throws(LedgerError) -> [PacketEntry] { try ledger.newest(limit) }
  func events(after sequence: Int, limit: Int) throws(LedgerError) -> [EventLine] {
    try ledger.events(after: sequence, limit: limit)
  }
}
