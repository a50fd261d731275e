internal import Hashing
package import Host
package import Ledger
package import Values

/// Brings a staged release into the outbox: stage beside the last names, check the conditions, commit the
/// intent, rename in order, sync, commit that it was delivered. Each step may be found done already.
///
/// What a crash leaves: before the intent, files in .staging/ of a release that the ledger knows as staged:
/// they are staged anew. After it, what is still in .staging/ is renamed; what is not there any more was
/// renamed, whether or not the transfer job has already taken it (FAULTS.md C10). That is believed of a share
/// only while its mark shows that it is there, before the renames and after them.
package struct Delivering: Sendable {
  private let host: any Host
  private let ledger: any Ledger
  private let folders: WorkingFolders

  package init(host: any Host, ledger: any Ledger, folders: WorkingFolders) {
    (self.host, self.ledger, self.folders) = (host, ledger, folders)
  }

  /// - Parameter conditions: what must still hold right before the intent; a finding stops the release.
  /// - Returns: the findings that stopped it; empty when it was delivered.
  package func deliver(
    _ release: ReleaseEntry, conditions: (ReleaseEntry) throws -> [Finding]
  ) throws -> [Finding] {
    try folders.requireMounts(of: release.channel, host)
    if release.state == .staged {
      var broken = try stage(release)
      if broken.isEmpty { broken = try conditions(release) }
      guard broken.isEmpty else {
        try unstage(release)
        return broken
      }
      try ledger.commit([.intent(release.disclosure)], at: host.now())
    }
    try publish(release)
    try folders.requireMounts(of: release.channel, host)
    try ledger.commit([.delivered(release.disclosure)], at: host.now())
    return []
  }

  /// Whether a name in an outbox is the bundle itself, on which a transfer job acts. The files beside it do not
  /// count: of those that a job removed a power cut may bring some back, and nobody comes for them.
  static func isBundle(_ name: FileName) -> Bool {
    [".zip", ".zip.age", ".zip.p7m"].contains { name.bytes.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  private func stage(_ release: ReleaseEntry) throws(HostError) -> [Finding] {
    let staging = folders.staging(release.channel)
    try host.ensureFolder(staging.parent, mode: 0o750)
    try host.ensureFolder(staging, mode: 0o700)
    let source = folders.release(release.packet)
    for file in release.files {
      let name = FileName(ours: file.name)
      let target = staging.appending(name)
      try host.removeIfThere(target)
      do throws(HostError) {
        let copy = try host.claimCopy(
          source.appending(name), to: target, limit: file.byteCount, mode: 0o640)
        guard copy.digest == file.digest, copy.byteCount == file.byteCount else { return [.damagedRelease] }
      } catch  where error.kind == .missing || error.kind == .unsafe {
        return [.damagedRelease]
      }
    }
    try host.sync(staging)
    for file in release.files where try !isWhole(file, in: staging) { return [.damagedRelease] }
    return []
  }

  /// Whether what lies there is what was to be staged, read again: a disk may claim a write that it did not do
  /// (FAULTS.md I08).
  private func isWhole(_ file: ReleaseFile, in staging: FilePath) throws(HostError) -> Bool {
    let staged = try host.open(staging.appending(FileName(ours: file.name)))
    guard staged.byteCount == file.byteCount else { return false }
    var hasher = SHA256Hasher()
    do throws(PacketError) {
      try staged.copy(0..<staged.byteCount, to: &hasher)
    } catch {
      throw HostError("read back what was staged", code: 0, kind: .transient)
    }
    return hasher.finalize() == file.digest
  }

  /// Takes back what was staged. Synced before the ledger calls the release failed, so that no later power
  /// cut brings back files that nobody owns.
  private func unstage(_ release: ReleaseEntry) throws(HostError) {
    let staging = folders.staging(release.channel)
    for file in release.files { try host.removeIfThere(staging.appending(FileName(ours: file.name))) }
    try host.sync(staging)
  }

  private func publish(_ release: ReleaseEntry) throws(HostError) {
    let staging = folders.staging(release.channel)
    let recipient = folders.recipient(release.recipient, channel: release.channel)
    try host.ensureFolder(recipient, mode: 0o750)
    for file in release.files.dropLast() { try publish(file, from: staging, to: recipient) }
    // The transfer job acts on the last file: the others must be durable before it can be seen.
    try host.sync(recipient)
    if let bundle = release.files.last { try publish(bundle, from: staging, to: recipient) }
    try host.sync(recipient)
    try host.sync(staging)
  }

  private func publish(_ file: ReleaseFile, from staging: FilePath, to recipient: FilePath)
    throws(HostError)
  {
    let name = FileName(ours: file.name)
    let (from, to) = (staging.appending(name), recipient.appending(name))
    do throws(HostError) {
      _ = try host.renameIfThere(from, to: to)
    } catch  where error.kind == .exists {
      // Both names of one file: a power cut may leave half a rename. Another file is never replaced.
      let (old, new) = (try host.status(from), try host.status(to))
      guard old.inode == new.inode, old.device == new.device else { throw error }
      try host.removeFile(from)
    }
  }
}

extension Finding {
  /// What lies in work/ is not what the outcome was about.
  static let damagedRelease = Finding(
    "tech.integrity", source: "45 CFR 164.312(c)", .hold, lift: .any,
    "a file of the release is not what was staged",
    remedy: "look at the disk; then put the packet back on the path with: chartgate retry")
}
