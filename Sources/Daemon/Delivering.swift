package import Host
package import Ledger
package import Values

/// Brings a staged release into the outbox: stage beside the last names, commit the intent, rename in
/// order, sync, commit that it was delivered. Each step may be found done already.
package struct Delivering: Sendable {
  private let host: any Host
  private let ledger: any Ledger
  private let folders: HouseFolders

  package init(host: any Host, ledger: any Ledger, folders: HouseFolders) {
    (self.host, self.ledger, self.folders) = (host, ledger, folders)
  }

  /// - Parameter conditions: what must still hold right now; a finding stops the release before its intent.
  /// - Returns: the findings that stopped it; empty when it was delivered.
  package func deliver(
    _ release: ReleaseEntry, conditions: (ReleaseEntry) throws -> [Finding]
  ) throws -> [Finding] {
    if release.state == .staged {
      try stage(release)
      let broken = try conditions(release)
      guard broken.isEmpty else {
        try unstage(release)
        return broken
      }
      // A crash before this commit leaves staged files of a release that is known: they are staged again.
      try ledger.commit([.intent(release.disclosure)], at: host.now())
    }
    // A crash from here on: what is still in staging is renamed; what is not there any more was renamed,
    // whether or not the transfer job has already taken it (FAULTS.md C10).
    try publish(release)
    try ledger.commit([.delivered(release.disclosure)], at: host.now())
    return []
  }

  private func stage(_ release: ReleaseEntry) throws {
    let staging = folders.staging(release.channel)
    try host.ensureFolder(staging.parent, mode: 0o750)
    try host.ensureFolder(staging, mode: 0o700)
    let source = folders.packet(release.packet, in: .work).appending("release")
    for file in release.files {
      let target = staging.appending(FileName(ours: file.name))
      try host.removeIfThere(target)
      let copy = try host.claimCopy(
        source.appending(FileName(ours: file.name)), to: target, limit: file.byteCount)
      guard copy.digest == file.digest, copy.byteCount == file.byteCount else {
        try host.removeFile(target)
        throw PacketError(
          "tech.integrity", .hold, "a file of the release is not what was staged",
          remedy: "look at the disk; put the packet back on the path with: chartgate retry")
      }
    }
    try host.sync(staging)
  }

  private func unstage(_ release: ReleaseEntry) throws(HostError) {
    for file in release.files {
      try host.removeIfThere(folders.staging(release.channel).appending(FileName(ours: file.name)))
    }
  }

  private func publish(_ release: ReleaseEntry) throws(HostError) {
    let staging = folders.staging(release.channel)
    let recipient = folders.recipient(release.recipient, channel: release.channel)
    try host.ensureFolder(recipient, mode: 0o750)
    try host.sync(recipient.parent)
    for file in release.files {
      let name = FileName(ours: file.name)
      _ = try host.renameIfThere(staging.appending(name), to: recipient.appending(name))
    }
    try host.sync(recipient)
    try host.sync(staging)
  }
}
