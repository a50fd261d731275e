internal import Values

/// A file system in memory, with the semantics of POSIX while it runs and those of a disk when the power
/// goes: a name is safe once its folder was synced, bytes are safe once their file was (FAULTS.md §1.3).
/// A value, so that any moment of it can be kept and crashed in more than one way.
package struct SimulatedDisk: Sendable {
  /// Which changes of names survive a crash when their folder was not synced.
  package enum Journal: Sendable, CaseIterable {
    /// Any of them, in any combination; a file that is renamed into another folder may have both names.
    case anySubset
    /// Those before some moment, as on ext4 and XFS; every sync makes all earlier ones safe.
    case prefix
  }

  struct Node: Sendable {
    var kind: FileKind
    var bytes: [UInt8] = []
    /// What a sync made safe; nil when the file was never synced.
    var safe: [UInt8]?
    var entries = FolderEntries()
    /// The entries that are safe.
    var safeEntries = FolderEntries()
    var mode: UInt32
    var changed: Int64
    /// The change time that belongs to what is safe: a rename that is undone takes its change time with it.
    var safeChanged: Int64
    var links = 1
    var isFree = false

    static let free: Node = {
      var node = Node(kind: .other, mode: 0, changed: 0, safeChanged: 0)
      node.isFree = true
      return node
    }()

    /// Whether a crash would leave its bytes as they are.
    var isSafe: Bool { kind != .file || safe.map { $0 == bytes } ?? false }
  }

  /// A change of names that no sync has made safe yet.
  enum NameChange: Sendable {
    case link(folder: Int, FileName, Int)
    case unlink(folder: Int, FileName, Int)
    case rename(from: Int, FileName, to: Int, FileName, Int, changed: Int64)

    var node: Int {
      switch self {
      case .link(_, _, let node), .unlink(_, _, let node), .rename(_, _, _, _, let node, _): node
      }
    }

    private func names(_ folder: Int, _ name: FileName) -> Bool {
      switch self {
      case .link(let own, let other, _), .unlink(let own, let other, _): own == folder && other == name
      case .rename(let from, let old, let to, let new, _, _):
        (from == folder && old == name) || (to == folder && new == name)
      }
    }

    /// Whether it is about the same file or folder, or about the same name.
    func concerns(_ other: NameChange) -> Bool {
      if node == other.node { return true }
      return switch self {
      case .link(let folder, let name, _), .unlink(let folder, let name, _): other.names(folder, name)
      case .rename(let from, let old, let to, let new, _, _):
        other.names(from, old) || other.names(to, new)
      }
    }
  }

  package let journal: Journal
  /// By number, from 1.
  private var nodes: [Node] = [.free]
  private(set) var pending: [NameChange] = []
  private var roots: [(root: Root, node: Int)] = []
  /// Numbers are used again, as a file system does with inodes; change times are not.
  private var free: [Int] = []
  /// Nanoseconds; every change is later than the one before, whatever the clocks say.
  private var changes: Int64 = 0

  package init(journal: Journal) { self.journal = journal }

  /// A tree of its own: a mount, with all that is in it safe.
  package mutating func addRoot(_ root: Root) {
    roots.append((root, newNode(.folder, mode: 0o700)))
  }

  // MARK: Looking

  /// What a path leads to.
  enum Found {
    case node(Int)
    case missing
    /// A name on the way is no folder.
    case blocked
  }

  func find(_ path: FilePath) -> Found {
    guard var at = root(path.root) else { return .missing }
    for name in path.names {
      guard self[at].kind == .folder else { return .blocked }
      guard let next = self[at].entries[name] else { return .missing }
      at = next
    }
    return .node(at)
  }

  func node(_ path: FilePath) -> Int? {
    switch find(path) {
    case .node(let node): node
    case .missing, .blocked: nil
    }
  }

  subscript(node: Int) -> Node {
    _read { yield nodes[node] }
    _modify { yield &nodes[node] }
  }

  private func root(_ root: Root) -> Int? { roots.first { $0.root == root }?.node }

  func device(_ path: FilePath) -> UInt64 { UInt64(root(path.root) ?? 0) }

  // MARK: Changing

  mutating func newNode(_ kind: FileKind, mode: UInt32) -> Int {
    changes += 1
    let node = Node(kind: kind, mode: mode, changed: changes, safeChanged: changes)
    if let number = free.popLast() {
      nodes[number] = node
      return number
    }
    nodes.append(node)
    return nodes.count - 1
  }

  mutating func link(_ node: Int, in folder: Int, as name: FileName) {
    self[folder].entries[name] = node
    touch(folder)
    pending.append(.link(folder: folder, name, node))
  }

  mutating func unlink(_ name: FileName, in folder: Int) {
    guard let node = self[folder].entries[name] else { return }
    self[folder].entries[name] = nil
    if self[node].links > 1 { self[node].links -= 1 }
    touch(node)
    touch(folder)
    pending.append(.unlink(folder: folder, name, node))
  }

  mutating func rename(_ name: FileName, in from: Int, to: Int, as new: FileName) {
    guard let node = self[from].entries[name] else { return }
    self[from].entries[name] = nil
    self[to].entries[new] = node
    touch(from)
    touch(to)
    touch(node)
    pending.append(.rename(from: from, name, to: to, new, node, changed: changes))
  }

  mutating func append(_ bytes: [UInt8], to node: Int) {
    touch(node)
    if self[node].bytes.isEmpty { self[node].bytes = bytes } else { self[node].bytes += bytes }
  }

  mutating func replace(_ bytes: [UInt8], of node: Int) {
    self[node].bytes = bytes
    touch(node)
  }

  mutating func setLinks(_ count: Int, of node: Int) {
    self[node].links = count
    touch(node)
  }

  private mutating func touch(_ node: Int) {
    changes += 1
    self[node].changed = changes
  }

  // MARK: Making safe

  mutating func syncFile(_ node: Int) {
    self[node].safe = self[node].bytes
    self[node].safeChanged = self[node].changed
    if journal == .prefix { settleAllNames() }
  }

  mutating func syncFolder(_ node: Int) {
    switch journal {
    case .anySubset: settle(node)
    case .prefix: settleAllNames()
    }
  }

  private mutating func settleAllNames() {
    for change in pending { makeSafe(change) }
    pending = []
  }

  private mutating func settle(_ folder: Int) {
    let isWanted = withWhatCameBefore { change in
      switch change {
      case .link(folder, _, _), .unlink(folder, _, _), .rename(folder, _, _, _, _, _),
        .rename(_, _, folder, _, _, _):
        true
      case .link, .unlink, .rename: false
      }
    }
    var rest: [NameChange] = []
    for (change, isWanted) in zip(pending, isWanted) {
      guard isWanted else {
        rest.append(change)
        continue
      }
      if case .rename(let from, let old, folder, let new, let node, let changed) = change, from != folder,
        self[node].kind == .file
      {
        // The new name is safe; that the old one is gone is a change of the other folder.
        makeSafe(.link(folder: folder, new, node))
        self[node].safeChanged = changed
        rest.append(.unlink(folder: from, old, node))
      } else {
        makeSafe(change)
      }
    }
    pending = rest
  }

  /// Which pending changes become safe when these do: of one file, and of one name, no later change without
  /// the earlier ones.
  private func withWhatCameBefore(_ isWanted: (NameChange) -> Bool) -> [Bool] {
    var wanted = pending.map(isWanted)
    for later in pending.indices.reversed() where wanted[later] {
      for earlier in pending.indices.prefix(later) where !wanted[earlier] {
        if pending[earlier].concerns(pending[later]) { wanted[earlier] = true }
      }
    }
    return wanted
  }

  private mutating func makeSafe(_ change: NameChange) {
    switch change {
    case .link(let folder, let name, let node): self[folder].safeEntries[name] = node
    case .unlink(let folder, let name, let node): forget(name, node, in: folder)
    case .rename(let from, let old, let to, let new, let node, let changed):
      forget(old, node, in: from)
      self[to].safeEntries[new] = node
      self[node].safeChanged = changed
    }
  }

  private mutating func forget(_ name: FileName, _ node: Int, in folder: Int) {
    if self[folder].safeEntries[name] == node { self[folder].safeEntries[name] = nil }
  }

  /// All that an outside process did is safe: it synced, or the moment is long past.
  package mutating func settleAll() {
    settleAllNames()
    for number in nodes.indices where !nodes[number].isFree {
      nodes[number].safeChanged = nodes[number].changed
      if !nodes[number].isSafe { nodes[number].safe = nodes[number].bytes }
    }
  }

  // MARK: Losing power

  /// Whether a crash would change anything.
  package var isAllSafe: Bool { pending.isEmpty && nodes.allSatisfy(\.isSafe) }

  /// The disk as it may be found after the power went, one of the many ways it may be, drawn from `random`.
  package func crashed(using random: inout some RandomNumberGenerator) -> SimulatedDisk {
    var disk = self
    switch journal {
    case .prefix:
      for change in pending.prefix(Int.random(in: 0...pending.count, using: &random)) {
        disk.makeSafe(change)
      }
    case .anySubset:
      var drawn = pending.map { _ in Bool.random(using: &random) }
      let isKept = withWhatCameBefore { _ in drawn.removeFirst() }
      for (at, change) in pending.enumerated() where isKept[at] {
        let isLast = !pending.dropFirst(at + 1).contains { $0.concerns(change) }
        if case .rename(let from, _, let to, let new, let node, _) = change, from != to, isLast,
          self[node].kind == .file, Bool.random(using: &random)
        {
          disk.makeSafe(.link(folder: to, new, node))
        } else {
          disk.makeSafe(change)
        }
      }
    }
    disk.pending = []
    disk.keepWhatIsSafe(using: &random)
    return disk
  }

  private mutating func keepWhatIsSafe(using random: inout some RandomNumberGenerator) {
    free(all: reached { $0.safeEntries.all })
    for number in nodes.indices where !nodes[number].isFree {
      nodes[number].entries = nodes[number].safeEntries
      guard !nodes[number].isSafe else {
        nodes[number].changed = nodes[number].safeChanged
        continue
      }
      nodes[number].bytes = Self.survived(nodes[number], using: &random)
      nodes[number].safe = nodes[number].bytes
      nodes[number].safeChanged = nodes[number].changed
    }
  }

  /// Frees the numbers of files and folders that nothing leads to any more. Nothing may be pending: a crash
  /// could bring them back.
  package mutating func collect() {
    guard pending.isEmpty else { return }
    free(all: reached { $0.entries.all + $0.safeEntries.all })
  }

  private func reached(_ children: (Node) -> [(name: FileName, node: Int)]) -> [Bool] {
    var isReached = [Bool](repeating: false, count: nodes.count)
    var open = roots.map(\.node)
    for root in open { isReached[root] = true }
    while let at = open.popLast() {
      for (_, child) in children(nodes[at]) where !isReached[child] {
        isReached[child] = true
        open.append(child)
      }
    }
    return isReached
  }

  private mutating func free(all isReached: [Bool]) {
    for number in nodes.indices.dropFirst() where !isReached[number] && !nodes[number].isFree {
      nodes[number] = .free
      free.append(number)
    }
  }

  /// Bytes that no sync made safe: all of them, none, or a torn part.
  private static func survived(_ node: Node, using random: inout some RandomNumberGenerator) -> [UInt8] {
    switch Int.random(in: 0..<3, using: &random) {
    case 0: node.bytes
    case 1: node.safe ?? []
    default: Array(node.bytes.prefix(Int.random(in: 0...node.bytes.count, using: &random)))
    }
  }
}
