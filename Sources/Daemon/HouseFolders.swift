package import Host
package import Ledger
internal import Values

/// One inbox: where a source drops, and how long it must lie still.
package struct SourceFolder: Sendable, Equatable {
  package var id: String
  package var inbox: FilePath
  /// Nanoseconds without a change before an entry without marker or digest list is taken.
  package var settle: Int64
  package init(id: String, inbox: FilePath, settle: Int64) {
    (self.id, self.inbox, self.settle) = (id, inbox, settle)
  }
}

/// Where everything lies. work, hold, rejected, archive, audit and the ledger are on one mount, the state
/// folder; inboxes and outbox channels may be mounts of their own (DESIGN.md §2).
package struct HouseFolders: Sendable {
  package var state: Root
  package var sources: [SourceFolder]
  package var outbox: Root

  package init(state: Root, sources: [SourceFolder], outbox: Root) {
    (self.state, self.sources, self.outbox) = (state, sources, outbox)
  }

  package func room(_ room: Room) -> FilePath { FilePath(state).appending(room.rawValue) }
  package func packet(_ number: PacketNumber, in room: Room) -> FilePath {
    self.room(room).appending(String(number.value))
  }
  package var audit: FilePath { FilePath(state).appending("audit") }
  package func staging(_ channel: String) -> FilePath {
    FilePath(outbox).appending(channel).appending(".staging")
  }
  package func recipient(_ recipient: String, channel: String) -> FilePath {
    FilePath(outbox).appending(channel).appending(recipient)
  }

  /// The private copy of a packet's n-th file, in the order of its paths: a name of ours, since names from
  /// outside never become paths.
  package static func copyName(_ index: Int) -> FileName {
    let digits = String(index + 1)
    return FileName(ours: "f" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits)
  }
}
