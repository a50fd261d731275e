package import Values

/// What a name in a folder stands for.
package enum FileKind: String, Sendable { case file, folder, link, other }

/// What the system tells of a file, of the thing itself and never of what a link points to.
package struct FileStatus: Sendable, Equatable {
  package var kind: FileKind
  package var byteCount: Int
  package var inode: UInt64
  package var device: UInt64
  /// Change time (not mtime), nanoseconds.
  package var changed: Int64
  package var links: Int
  /// Permission bits.
  package var mode: UInt32
  package var owner: UInt32

  package init(
    kind: FileKind, byteCount: Int, inode: UInt64, device: UInt64, changed: Int64, links: Int, mode: UInt32,
    owner: UInt32
  ) {
    (self.kind, self.byteCount, self.inode, self.device) = (kind, byteCount, inode, device)
    (self.changed, self.links, self.mode, self.owner) = (changed, links, mode, owner)
  }
}

/// A file that was copied and hashed in one reading.
package struct CopiedFile: Sendable, Equatable {
  package var byteCount: Int
  package var digest: Digest
  package var inode: UInt64
  package var changed: Int64
  package init(byteCount: Int, digest: Digest, inode: UInt64, changed: Int64) {
    (self.byteCount, self.digest, self.inode, self.changed) = (byteCount, digest, inode, changed)
  }
}

/// The only door to files, folders and clocks. Nothing is synced that is not asked for: each durable step
/// is a call of its own, so that a simulated host can lose what was not synced.
package protocol Host: Sendable {
  /// Names and kinds in a folder, in no order. Links are shown, never followed.
  func list(_ folder: FilePath) throws(HostError) -> [FileName]
  func status(_ path: FilePath) throws(HostError) -> FileStatus
  /// Opens a regular file with a single link for reading; anything else is `unsafe`.
  func open(_ path: FilePath) throws(HostError) -> any ByteSource
  /// The whole of a small file; larger than the limit is `unsafe`.
  func read(_ path: FilePath, limit: Int) throws(HostError) -> [UInt8]
  /// Copies a file into a new one while hashing it. A file that changes under the copy is `unsafe` and
  /// leaves nothing. The copy is synced, its folder is not.
  func claimCopy(_ path: FilePath, to copy: FilePath, limit: Int, mode: UInt32) throws(HostError)
    -> CopiedFile
  /// Makes a new file, syncs it, not its folder. An existing one is `exists`.
  func create(_ path: FilePath, _ bytes: [UInt8], mode: UInt32) throws(HostError)
  /// Makes a folder; its mode is the one asked for, whatever the process's umask.
  func makeFolder(_ path: FilePath, mode: UInt32) throws(HostError)
  /// Renames within one mount and never over something that is there.
  func rename(_ from: FilePath, to: FilePath) throws(HostError)
  func removeFile(_ path: FilePath) throws(HostError)
  /// Removes a folder and all in it, links themselves and not what they point to.
  func removeTree(_ path: FilePath) throws(HostError)
  /// Makes names in a folder durable.
  func sync(_ folder: FilePath) throws(HostError)
  /// Bytes that may still be written on the volume of a folder.
  func freeBytes(_ folder: FilePath) throws(HostError) -> Int
  func now() -> Instant
  /// Monotonic nanoseconds, for settling and backing off.
  func ticks() -> Int64
}

extension Host {
  /// Writes a file so that after any crash there is either none or the whole of it: temporary name, sync,
  /// rename, sync of the folder. An older file of that name is removed first. The temporary name is the
  /// file's own, so that two files of one folder may be written at once.
  package func writeDurably(_ path: FilePath, _ bytes: [UInt8], mode: UInt32 = 0o600) throws(HostError) {
    let temporary = try Self.temporary(of: path)
    try removeIfThere(temporary)
    try create(temporary, bytes, mode: mode)
    try removeIfThere(path)
    try rename(temporary, to: path)
    try sync(path.parent)
  }

  /// Removes what ``writeDurably(_:_:mode:)`` wrote, and what a crash left of it.
  package func removeWritten(_ path: FilePath) throws(HostError) {
    try removeIfThere(try Self.temporary(of: path))
    try removeIfThere(path)
  }

  /// Whether it is there, or what a crash left of it.
  package func isWritten(_ path: FilePath) throws(HostError) -> Bool {
    if try exists(path) { return true }
    return try exists(try Self.temporary(of: path))
  }

  private static func temporary(of path: FilePath) throws(HostError) -> FilePath {
    guard let name = path.names.last, let hidden = FileName([0x2e] + name.bytes + Array(".tmp".utf8)) else {
      throw HostError("write", code: 0, kind: .permanent)
    }
    return path.parent.appending(hidden)
  }

  package func removeIfThere(_ path: FilePath) throws(HostError) {
    do {
      try removeFile(path)
    } catch  where error.kind == .missing {
      return
    }
  }

  package func exists(_ path: FilePath) throws(HostError) -> Bool { try statusIfThere(path) != nil }

  /// nil when there is nothing of that name.
  package func statusIfThere(_ path: FilePath) throws(HostError) -> FileStatus? {
    do {
      return try status(path)
    } catch  where error.kind == .missing {
      return nil
    }
  }

  /// Renames what is there; false when there is nothing of that name.
  package func renameIfThere(_ from: FilePath, to: FilePath) throws(HostError) -> Bool {
    do {
      try rename(from, to: to)
      return true
    } catch  where error.kind == .missing {
      return false
    }
  }

  /// Makes a folder if there is none, and its name durable: also of one that is there, since whoever made it
  /// may have died before the sync, and all that is put into it would go with it when the power does.
  package func ensureFolder(_ path: FilePath, mode: UInt32 = 0o700) throws(HostError) {
    do throws(HostError) {
      try makeFolder(path, mode: mode)
    } catch  where error.kind == .exists {
      // Whoever made it.
    }
    try sync(path.parent)
  }
}
