internal import Hashing
internal import Synchronization
package import Values

/// The host in memory: folders and a clock of its own, faults at any call, and a death after which nothing
/// more happens. What it does otherwise is what ``RealHost`` does; both pass one suite. A file is made in
/// three calls (its name, its bytes, their sync), a tree is removed in one for each thing that goes, so that
/// a death can lie between any two.
package final class SimulatedHost: Host {
  /// What a test sees of a call before it is made.
  package struct Moment: Sendable {
    package let call: HostCall
    package let path: FilePath
    /// The new name, of a rename.
    package let target: FilePath?
    /// From 1.
    package let number: Int
    /// As it is before the call.
    package let disk: SimulatedDisk
  }

  fileprivate struct Guarded: Sendable {
    var disk: SimulatedDisk
    var now: Instant
    var ticks: Int64
    var free: Int
    var isDead = false
    var calls = 0
    var fault: (@Sendable (Moment) -> SimulatedFault?)?
    var meanwhile: (@Sendable (HostCall, FilePath, inout SimulatedDisk) -> Void)?
  }

  private let guarded: Mutex<Guarded>

  /// - Parameters:
  ///   - now: the wall clock, which moves only when it is told to.
  ///   - ticks: monotonic nanoseconds, likewise.
  package init(_ disk: SimulatedDisk, now: Instant, ticks: Int64) {
    guarded = Mutex(
      Guarded(disk: disk, now: now, ticks: ticks, free: 1 << 40, fault: nil, meanwhile: nil))
  }

  package var disk: SimulatedDisk { guarded.withLock(\.disk) }
  package var isDead: Bool { guarded.withLock(\.isDead) }
  /// Calls so far, those that failed too.
  package var calls: Int { guarded.withLock(\.calls) }

  /// Asked at each call that changes the disk, and at each other one as well.
  package func fail(_ fault: @escaping @Sendable (Moment) -> SimulatedFault?) {
    guarded.withLock { $0.fault = fault }
  }

  /// What other processes do right before a call, of those that do not wait for us.
  package func meanwhile(_ change: @escaping @Sendable (HostCall, FilePath, inout SimulatedDisk) -> Void) {
    guarded.withLock { $0.meanwhile = change }
  }

  package func advance(milliseconds: Int64) {
    guarded.withLock { guarded in
      guarded.now = Instant(milliseconds: guarded.now.milliseconds + milliseconds)
      guarded.ticks += milliseconds * 1_000_000
    }
  }

  /// The wall clock jumps; the monotonic one does not.
  package func jump(milliseconds: Int64) {
    guarded.withLock { $0.now = Instant(milliseconds: $0.now.milliseconds + milliseconds) }
  }

  /// From now on only so many bytes can be written; what is removed does not make room by itself.
  package func setFree(_ byteCount: Int) { guarded.withLock { $0.free = byteCount } }

  /// From now on every call fails and nothing is changed: the process is gone.
  package func die() { guarded.withLock { $0.isDead = true } }

  /// What producers and transfer jobs do: other processes, which no fault of ours touches.
  package func outside(_ change: (inout SimulatedDisk) -> Void) {
    guarded.withLock { change(&$0.disk) }
  }

  // MARK: Looking

  package func list(_ folder: FilePath) throws(HostError) -> [FileName] {
    try look(.list, folder) { disk throws(HostError) in
      disk[try disk.folder(folder, "list a folder")].entries.all.map(\.name)
    }
  }

  package func status(_ path: FilePath) throws(HostError) -> FileStatus {
    try look(.status, path) { disk throws(HostError) in
      let number = try disk.any(path, "look at a file")
      return disk.status(of: number, device: disk.device(path))
    }
  }

  package func open(_ path: FilePath) throws(HostError) -> any ByteSource {
    try look(.open, path) { disk throws(HostError) in
      MemorySource(disk[try disk.file(path, "open a file")].bytes)
    }
  }

  package func read(_ path: FilePath, limit: Int) throws(HostError) -> [UInt8] {
    try look(.read, path) { disk throws(HostError) in
      let number = try disk.any(path, "read a file")
      guard disk[number].kind == .file, disk[number].bytes.count <= limit else {
        throw SimulatedDisk.unsafe("read a file")
      }
      return disk[number].bytes
    }
  }

  // MARK: Changing

  package func claimCopy(_ path: FilePath, to copy: FilePath, limit: Int, mode: UInt32) throws(HostError)
    -> CopiedFile
  {
    let (target, source, before) = try change(.create, copy) { guarded throws(HostError) in
      let source = try guarded.disk.file(path, "open a packet's file")
      let before = guarded.disk[source]
      guard before.bytes.count <= limit else { throw SimulatedDisk.unsafe("open a packet's file") }
      let target = try guarded.disk.make(.file, at: copy, mode: mode, "copy a packet's file")
      return (target, source, before)
    }
    try undoing(copy) { () throws(HostError) in
      try effect(.write, copy) { guarded throws(HostError) in
        guard guarded.disk[source].changed == before.changed else {
          throw SimulatedDisk.unsafe("a packet's file changed while it was copied")
        }
        try guarded.write(before.bytes, to: target)
      }
      try effect(.sync, copy) { guarded throws(HostError) in guarded.disk.syncFile(target) }
    }
    return CopiedFile(
      byteCount: before.bytes.count, digest: .sha256(before.bytes), inode: UInt64(source),
      changed: before.changed)
  }

  package func create(_ path: FilePath, _ bytes: [UInt8], mode: UInt32) throws(HostError) {
    let node = try change(.create, path) { guarded throws(HostError) in
      try guarded.disk.make(.file, at: path, mode: mode, "make a file")
    }
    try undoing(path) { () throws(HostError) in
      try effect(.write, path) { guarded throws(HostError) in try guarded.write(bytes, to: node) }
      try effect(.sync, path) { guarded throws(HostError) in guarded.disk.syncFile(node) }
    }
  }

  package func makeFolder(_ path: FilePath, mode: UInt32) throws(HostError) {
    try effect(.makeFolder, path) { guarded throws(HostError) in
      _ = try guarded.disk.make(.folder, at: path, mode: mode, "make a folder")
    }
  }

  package func rename(_ from: FilePath, to: FilePath) throws(HostError) {
    try effect(.rename, from, to: to) { guarded throws(HostError) in
      guard let old = from.names.last, let new = to.names.last else {
        throw HostError("rename", code: 22, kind: .permanent)
      }
      let source = try guarded.disk.folder(from.parent, "rename")
      let target = try guarded.disk.folder(to.parent, "rename")
      guard guarded.disk.device(from) == guarded.disk.device(to) else {
        throw HostError("rename", code: 18, kind: .permanent)
      }
      guard guarded.disk[source].entries[old] != nil else { throw SimulatedDisk.missing("rename") }
      guard guarded.disk[target].entries[new] == nil else {
        throw HostError("rename", code: 17, kind: .exists)
      }
      guarded.disk.rename(old, in: source, to: target, as: new)
    }
  }

  package func removeFile(_ path: FilePath) throws(HostError) {
    try effect(.remove, path) { guarded throws(HostError) in
      let number = try guarded.disk.any(path, "remove")
      guard guarded.disk[number].kind != .folder else { throw SimulatedDisk.unsafe("remove") }
      guarded.disk.take(path)
    }
  }

  package func removeTree(_ path: FilePath) throws(HostError) {
    var pending = [path]
    while let next = pending.last {
      let children = try change(.remove, next, lie: []) { guarded throws(HostError) -> [FileName] in
        switch guarded.disk.find(next) {
        case .missing: return []
        case .blocked: throw SimulatedDisk.unsafe("remove")
        case .node(let number):
          let names = guarded.disk[number].entries.all.map(\.name)
          if names.isEmpty { guarded.disk.take(next) }
          return names
        }
      }
      if children.isEmpty { pending.removeLast() } else { pending += children.map { next.appending($0) } }
    }
  }

  package func sync(_ folder: FilePath) throws(HostError) {
    try effect(.sync, folder) { guarded throws(HostError) in
      guarded.disk.syncFolder(try guarded.disk.folder(folder, "sync a folder"))
    }
  }

  package func freeBytes(_ folder: FilePath) throws(HostError) -> Int { guarded.withLock(\.free) }
  package func now() -> Instant { guarded.withLock(\.now) }
  package func ticks() -> Int64 { guarded.withLock(\.ticks) }

  // MARK: A call

  private func look<Result: Sendable>(
    _ call: HostCall, _ path: FilePath, _ work: @Sendable (SimulatedDisk) throws(HostError) -> Result
  ) throws(HostError) -> Result {
    try change(call, path) { guarded throws(HostError) in try work(guarded.disk) }
  }

  /// A call that answers nothing, so that a disk can lie about it.
  fileprivate func effect(
    _ call: HostCall, _ path: FilePath, to target: FilePath? = nil,
    _ work: @Sendable (inout Guarded) throws(HostError) -> Void
  ) throws(HostError) {
    try change(call, path, to: target, lie: (), work)
  }

  private func change<Result: Sendable>(
    _ call: HostCall, _ path: FilePath, to target: FilePath? = nil, lie: Result? = nil,
    _ work: @Sendable (inout Guarded) throws(HostError) -> Result
  ) throws(HostError) -> Result {
    try guarded.withLock { guarded throws(HostError) in
      guard !guarded.isDead else { throw Self.dead }
      guarded.calls += 1
      guarded.meanwhile?(call, path, &guarded.disk)
      guard let asked = guarded.fault else { return try work(&guarded) }
      let fault = asked(
        Moment(call: call, path: path, target: target, number: guarded.calls, disk: guarded.disk))
      switch fault {
      case .fails(let kind, let code): throw HostError("work", code: code, kind: kind)
      case .dies:
        guarded.isDead = true
        throw Self.dead
      case .lies:
        if let lie { return lie }
      case .failsAfter, .diesAfter, nil: break
      }
      let result = try work(&guarded)
      switch fault {
      case .failsAfter(let kind, let code): throw HostError("work", code: code, kind: kind)
      case .diesAfter:
        guarded.isDead = true
        throw Self.dead
      case .fails, .dies, .lies, nil: return result
      }
    }
  }

  /// What could not be finished leaves nothing, unless the process died or removing it fails too.
  private func undoing(_ path: FilePath, _ work: () throws(HostError) -> Void) throws(HostError) {
    do throws(HostError) {
      try work()
    } catch {
      try removeIfThere(path)
      throw error
    }
  }

  private static let dead = HostError("work", code: 0, kind: .transient)
}

extension SimulatedHost.Guarded {
  /// What does not fit is cut where the disk is full.
  fileprivate mutating func write(_ bytes: [UInt8], to node: Int) throws(HostError) {
    guard bytes.count <= free else {
      disk.append(Array(bytes.prefix(free)), to: node)
      free = 0
      throw HostError("write", code: 28, kind: .transient)
    }
    free -= bytes.count
    disk.append(bytes, to: node)
  }
}

extension SimulatedDisk {
  fileprivate static func missing(_ operation: PlainText) -> HostError {
    HostError(operation, code: 2, kind: .missing)
  }
  fileprivate static func unsafe(_ operation: PlainText) -> HostError {
    HostError(operation, code: 0, kind: .unsafe)
  }

  fileprivate func any(_ path: FilePath, _ operation: PlainText) throws(HostError) -> Int {
    switch find(path) {
    case .node(let number): return number
    case .missing: throw Self.missing(operation)
    case .blocked: throw Self.unsafe(operation)
    }
  }

  fileprivate func folder(_ path: FilePath, _ operation: PlainText) throws(HostError) -> Int {
    let number = try any(path, operation)
    guard self[number].kind == .folder else { throw Self.unsafe(operation) }
    return number
  }

  /// A regular file with a single link.
  fileprivate func file(_ path: FilePath, _ operation: PlainText) throws(HostError) -> Int {
    let number = try any(path, operation)
    guard self[number].kind == .file, self[number].links == 1 else { throw Self.unsafe(operation) }
    return number
  }

  fileprivate mutating func make(_ kind: FileKind, at path: FilePath, mode: UInt32, _ operation: PlainText)
    throws(HostError) -> Int
  {
    guard let name = path.names.last else { throw HostError(operation, code: 17, kind: .exists) }
    let parent = try folder(path.parent, operation)
    guard self[parent].entries[name] == nil else { throw HostError(operation, code: 17, kind: .exists) }
    let node = newNode(kind, mode: mode)
    link(node, in: parent, as: name)
    return node
  }

  fileprivate func status(of number: Int, device: UInt64) -> FileStatus {
    let node = self[number]
    return FileStatus(
      kind: node.kind, byteCount: node.bytes.count, inode: UInt64(number), device: device,
      changed: node.changed, links: node.links, mode: node.mode, owner: 0)
  }
}
