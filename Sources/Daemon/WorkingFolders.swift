package import Host
package import Ledger
internal import Values

/// One inbox: where a source drops, and how long it must lie still.
package struct SourceFolder: Sendable, Equatable {
  package var id: String
  package var inbox: FilePath
  /// Nanoseconds without a change before an entry without marker or digest list is taken.
  package var settle: Int64
  /// It is a share, and shows by its mark that it is there.
  package var isMount: Bool
  package init(id: String, inbox: FilePath, settle: Int64, isMount: Bool = false) {
    (self.id, self.inbox, self.settle, self.isMount) = (id, inbox, settle, isMount)
  }
}

/// Where everything lies. work, hold, rejected, archive, audit and the ledger are on one mount, the state
/// folder; inboxes and outbox channels may be mounts of their own (DESIGN.md §2).
package struct WorkingFolders: Sendable {
  package var state: Root
  package var sources: [SourceFolder]
  package var outbox: Root
  /// Which of the outbox's folders are shares.
  package var outboxMounts: OutboxMounts

  package init(
    state: Root, sources: [SourceFolder], outbox: Root, outboxMounts: OutboxMounts = OutboxMounts()
  ) {
    (self.state, self.sources, self.outbox) = (state, sources, outbox)
    self.outboxMounts = outboxMounts
  }

  package func room(_ room: Room) -> FilePath { FilePath(state).appending(room.rawValue) }
  package func packet(_ number: PacketNumber, in room: Room) -> FilePath {
    self.room(room).appending(String(number.value))
  }
  /// The copy of a packet that is being claimed, until the ledger knows it.
  package func claim(_ number: PacketNumber) -> FilePath { room(.work).appending(".claim-\(number)") }
  /// What an attempt staged.
  package func release(_ number: PacketNumber) -> FilePath {
    packet(number, in: .work).appending("release")
  }
  package var audit: FilePath { FilePath(state).appending("audit") }
  /// The manifest of a disclosure that stays in the house.
  package func inner(_ disclosure: String) -> FilePath { audit.appending("\(disclosure).json") }
  /// Locked for as long as a process works on the tree.
  package var lock: FilePath { FilePath(state).appending("lock") }
  /// Where the daemon listens for commands.
  package var control: FilePath { FilePath(state).appending("control.sock") }
  package func channel(_ channel: String) -> FilePath { FilePath(outbox).appending(channel) }
  package func staging(_ channel: String) -> FilePath { self.channel(channel).appending(".staging") }
  package func recipient(_ recipient: String, channel: String) -> FilePath {
    self.channel(channel).appending(recipient)
  }

  /// Whether a file lies in a folder in which every name means something to the daemon.
  package func hold(_ file: FilePath) -> Bool {
    let folders = [FilePath(state), FilePath(outbox)] + sources.map(\.inbox)
    return folders.contains { file.text.hasPrefix($0.text + "/") }
  }

  /// The packet of a folder in a room; nil for what is no packet's.
  static func packetNumber(_ name: FileName) -> PacketNumber? {
    guard name.bytes.count < 18, name.bytes.first != 0x30,
      name.bytes.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return PacketNumber(name.bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) })
  }

  /// The packet of a copy that is being claimed; nil for what is none.
  static func claimNumber(_ name: FileName) -> PacketNumber? {
    let prefix = Array(".claim-".utf8)
    guard name.bytes.starts(with: prefix), let rest = FileName(Array(name.bytes.dropFirst(prefix.count)))
    else { return nil }
    return packetNumber(rest)
  }

  /// The private copy of a packet's n-th file, in the order of its paths: a name of ours, since names from
  /// outside never become paths.
  package static func copyName(_ index: Int) -> FileName {
    let digits = String(index + 1)
    return FileName(ours: "f" + String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits)
  }
}
