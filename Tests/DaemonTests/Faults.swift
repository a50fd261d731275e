import Host
import Ledger
import Synchronization
import Values

/// Faults at the n-th step that changes the world, of host and ledger counted together.
final class Faults: Sendable {
  enum Kind: Sendable, CaseIterable {
    /// The process dies before the step; nothing works from then on.
    case deathBefore
    /// It dies after the step took effect: the answer is lost.
    case deathAfter
    /// The step alone fails, as a full disk does, without and with its effect.
    case faultBefore
    case faultAfter
  }

  private struct State {
    var count = 0
    var isDead = false
  }
  private let state = Mutex(State())
  private let kind: Kind
  private let at: Int

  /// - Parameter at: which step fails, from 1; 0 for none.
  init(_ kind: Kind = .deathBefore, at: Int = 0) { (self.kind, self.at) = (kind, at) }

  var count: Int { state.withLock(\.count) }
  var isDead: Bool { state.withLock(\.isDead) }

  func step<Value, Failure: Error>(
    _ failure: @autoclosure () -> Failure, _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let (isHit, wasDead) = state.withLock { state in
      state.count += 1
      let wasDead = state.isDead
      let isHit = state.count == at
      if isHit, kind == .deathBefore || kind == .deathAfter { state.isDead = true }
      return (isHit, wasDead)
    }
    guard !wasDead else { throw failure() }
    guard isHit else { return try body() }
    switch kind {
    case .deathBefore, .faultBefore: throw failure()
    case .deathAfter, .faultAfter:
      _ = try body()
      throw failure()
    }
  }

  /// What only reads does not count, and does not work in a dead process.
  func reading<Value, Failure: Error>(
    _ failure: @autoclosure () -> Failure, _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    guard !isDead else { throw failure() }
    return try body()
  }
}

/// A clock that stands still until it is moved.
final class Clock: Sendable {
  private let milliseconds = Mutex<Int64>(1_780_000_000_000)
  var now: Instant { Instant(milliseconds: milliseconds.withLock { $0 }) }
  var ticks: Int64 { milliseconds.withLock { $0 } &* 1_000_000 }
  func advance(seconds: Int64) { milliseconds.withLock { $0 += seconds * 1000 } }
}

/// The real host with a clock of the test's, and faults.
struct TestHost: Host {
  let clock: Clock
  var faults = Faults()
  /// Bytes that are free on a folder's volume; nil asks the system.
  var free: (@Sendable (FilePath) -> Int)?
  /// Called before each look at a path.
  var onLook: @Sendable (FilePath) -> Void = { _ in }
  /// Paths that this user may not take away.
  var isKept: @Sendable (FilePath) -> Bool = { _ in false }
  private let real = RealHost()
  private var fault: HostError { HostError("injected", code: 28, kind: .transient) }
  private var refused: HostError { HostError("injected", code: 13, kind: .permanent) }

  init(clock: Clock, faults: Faults = Faults()) { (self.clock, self.faults) = (clock, faults) }

  func list(_ folder: FilePath) throws(HostError) -> [FileName] {
    onLook(folder)
    return try faults.reading(fault) { () throws(HostError) in try real.list(folder) }
  }
  func status(_ path: FilePath) throws(HostError) -> FileStatus {
    onLook(path)
    return try faults.reading(fault) { () throws(HostError) in try real.status(path) }
  }
  func open(_ path: FilePath) throws(HostError) -> any ByteSource {
    try faults.reading(fault) { () throws(HostError) in try real.open(path) }
  }
  func read(_ path: FilePath, limit: Int) throws(HostError) -> [UInt8] {
    try faults.reading(fault) { () throws(HostError) in try real.read(path, limit: limit) }
  }
  func claimCopy(_ path: FilePath, to copy: FilePath, limit: Int, mode: UInt32) throws(HostError)
    -> CopiedFile
  {
    try faults.step(fault) { () throws(HostError) in
      try real.claimCopy(path, to: copy, limit: limit, mode: mode)
    }
  }
  func create(_ path: FilePath, _ bytes: [UInt8], mode: UInt32) throws(HostError) {
    try faults.step(fault) { () throws(HostError) in try real.create(path, bytes, mode: mode) }
  }
  func makeFolder(_ path: FilePath, mode: UInt32) throws(HostError) {
    try faults.step(fault) { () throws(HostError) in try real.makeFolder(path, mode: mode) }
  }
  func rename(_ from: FilePath, to: FilePath) throws(HostError) {
    try faults.step(fault) { () throws(HostError) in try real.rename(from, to: to) }
  }
  func removeFile(_ path: FilePath) throws(HostError) {
    guard !isKept(path) else { throw refused }
    try faults.step(fault) { () throws(HostError) in try real.removeFile(path) }
  }
  func removeTree(_ path: FilePath) throws(HostError) {
    guard !isKept(path) else { throw refused }
    try faults.step(fault) { () throws(HostError) in try real.removeTree(path) }
  }
  func sync(_ folder: FilePath) throws(HostError) {
    try faults.step(fault) { () throws(HostError) in try real.sync(folder) }
  }
  func freeBytes(_ folder: FilePath) throws(HostError) -> Int {
    if let free { free(folder) } else { try real.freeBytes(folder) }
  }
  func now() -> Instant { clock.now }
  func ticks() -> Int64 { clock.ticks }
}

/// A ledger whose commits may fail, with and without effect.
struct TestLedger: Ledger {
  let real: any Ledger
  let faults: Faults
  private var fault: LedgerError { LedgerError(.transient, "failed as the test wants it") }

  init(_ real: any Ledger, faults: Faults) { (self.real, self.faults) = (real, faults) }

  func commit(_ changes: [Change], at instant: Instant) throws(LedgerError) {
    try faults.step(fault) { () throws(LedgerError) in try real.commit(changes, at: instant) }
  }
  func nextNumber() throws(LedgerError) -> PacketNumber {
    try faults.reading(fault) { () throws(LedgerError) in try real.nextNumber() }
  }
  func open() throws(LedgerError) -> [PacketEntry] {
    try faults.reading(fault) { () throws(LedgerError) in try real.open() }
  }
  func packet(_ number: PacketNumber) throws(LedgerError) -> PacketEntry? { try real.packet(number) }
  func packets(fingerprint: Digest) throws(LedgerError) -> [PacketEntry] {
    try real.packets(fingerprint: fingerprint)
  }
  func packets(source: String, requestID: Sensitive<String>) throws(LedgerError) -> [PacketEntry] {
    try real.packets(source: source, requestID: requestID)
  }
  func packets(source: String, entryName: [UInt8]) throws(LedgerError) -> [PacketEntry] {
    try real.packets(source: source, entryName: entryName)
  }
  func releases(of packet: PacketNumber) throws(LedgerError) -> [ReleaseEntry] {
    try real.releases(of: packet)
  }
  func openReleases() throws(LedgerError) -> [ReleaseEntry] { try real.openReleases() }
  func findings(of packet: PacketNumber) throws(LedgerError) -> [Finding] { try real.findings(of: packet) }
  func releases(of records: Digest, to recipient: String) throws(LedgerError) -> [ReleaseEntry] {
    try real.releases(of: records, to: recipient)
  }
  func sent(
    sharingFilesWith packet: PacketNumber, in span: Range<Instant>
  ) throws(LedgerError) -> Set<SentRecords> {
    try real.sent(sharingFilesWith: packet, in: span)
  }
  func counts() throws(LedgerError) -> [PacketState: Int] { try real.counts() }
  func newest(_ limit: Int) throws(LedgerError) -> [PacketEntry] { try real.newest(limit) }
  func events(after sequence: Int, limit: Int) throws(LedgerError) -> [EventLine] {
    try real.events(after: sequence, limit: limit)
  }
}
