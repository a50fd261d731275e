package import Ledger
package import Stages

/// What one look at an inbox entry shows. Plain values: whether it is ready is for ``Readiness`` to say.
package struct EntryView: Sendable, Equatable {
  package struct File: Sendable, Equatable {
    /// Path inside the packet, bytes, `/` between folders.
    package var path: [UInt8]
    package var byteCount: Int
    package var inode: UInt64
    /// Change time, nanoseconds; a file's own mtime proves nothing, copies keep it.
    package var changed: Int64
    package init(path: [UInt8], byteCount: Int, inode: UInt64, changed: Int64) {
      (self.path, self.byteCount, self.inode, self.changed) = (path, byteCount, inode, changed)
    }
  }

  /// What the request says of its files, if it could be read: path and, where given, size and digest.
  package typealias Listed = RequestFacts.Listed

  /// What stands in the way of ever taking the entry as a packet.
  package enum Obstacle: Sendable, Equatable {
    /// `.zip`, `.tar` and the like: not taken yet.
    case archive
    /// A link, a device, a pipe, a hard link, a folder too deep: rejected, naming how many.
    case unsafe
    /// More files or bytes than the limits allow: left where it is and reported.
    case tooLarge
    /// The system does not let us look into it: left where it is and reported.
    case unreadable
  }

  package var source: String
  package var name: [UInt8]
  package var form: PacketForm
  package var files: [File]
  /// Requests found at the root: exactly one makes a packet.
  package var requests: [[UInt8]]
  package var hasMarker: Bool
  /// A `.part`-like name inside: the producer is still writing.
  package var hasPart: Bool
  package var obstacle: Obstacle?
  /// Links, devices and the like inside: they are never followed or copied.
  package var offences = 0
  /// nil when the request was not read or could not be.
  package var listed: [Listed]?

  package init(source: String, name: [UInt8], form: PacketForm) {
    (self.source, self.name, self.form) = (source, name, form)
    (files, requests, hasMarker, hasPart) = ([], [], false, false)
  }
}

/// An entry of an inbox: the source's id and the name's bytes.
package struct EntryKey: Hashable, Sendable {
  package let source: String
  package let name: [UInt8]
  package init(source: String, name: [UInt8]) { (self.source, self.name) = (source, name) }
}
