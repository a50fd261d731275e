package import Ledger
package import Stages
package import Values

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
  /// A file changed after the marker did: it may be left over from another drop of that name, or the first file that
  /// a copy brought. It says then no more than lying still.
  package var isMarkerStale = false
  /// A `.part`-like name inside: the producer is still writing.
  package var hasPart: Bool
  package var obstacle: Obstacle?
  /// Links, devices and the like inside: they are never followed or copied.
  package var offences = 0
  /// nil when the request was not read or could not be.
  package var listed: [Listed]?
  /// When the request says that it is due; it orders claims and decides nothing else.
  package var due: Day?

  package init(source: String, name: [UInt8], form: PacketForm) {
    (self.source, self.name, self.form) = (source, name, form)
    (files, requests, hasMarker, hasPart) = ([], [], false, false)
  }

  /// Of all files; sparse ones may claim to be longer than any number of ours.
  package var byteCount: Int {
    files.reduce(0) { sum, file in
      let (more, isOver) = sum.addingReportingOverflow(file.byteCount)
      return isOver ? .max : more
    }
  }

  /// Notes when the marker that is there, if any, changed; the files are known already.
  mutating func note(marker: Int64?) {
    hasMarker = marker != nil
    isMarkerStale = files.contains { $0.changed > marker ?? .max }
  }

  /// Its files' paths, sizes, inodes and change times in one number, with a key that is new in every process:
  /// two looks with the same number saw the same.
  package var sight: Int {
    var hasher = Hasher()
    hasher.combine(files.count)
    for file in files {
      hasher.combine(file.path)
      hasher.combine(file.byteCount)
      hasher.combine(file.inode)
      hasher.combine(file.changed)
    }
    return hasher.finalize()
  }
}

/// An entry of an inbox: the source's id and the name's bytes.
package struct EntryKey: Hashable, Sendable {
  package let source: String
  package let name: [UInt8]
  package init(source: String, name: [UInt8]) { (self.source, self.name) = (source, name) }
}
