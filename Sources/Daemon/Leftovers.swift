internal import Host
internal import Ledger
internal import Values

/// What an attempt leaves that came to no outcome, or to another one than a release: files of a release
/// that the ledger does not know, its inner manifest, reasons of a hold that a person ended. What the
/// ledger knows of an earlier release has another disclosure id.
struct Leftovers {
  let host: any Host
  let folders: WorkingFolders
  let packet: PacketNumber
  let disclosure: DisclosureID

  /// Removes them durably: a power cut after the outcome would bring them back, and nobody would own them.
  func remove() throws(HostError) {
    let folder = folders.packet(packet, in: .work)
    let release = folders.release(packet)
    if try host.exists(release) {
      try host.removeTree(release)
      try host.sync(folder)
    }
    try remove(Reasons.names.map { folder.appending($0) }, in: folder)
    try remove([folders.inner(disclosure.description)], in: folders.audit)
  }

  private func remove(_ files: [FilePath], in folder: FilePath) throws(HostError) {
    var wereThere = false
    for file in files where try host.isWritten(file) {
      try host.removeWritten(file)
      wereThere = true
    }
    if wereThere { try host.sync(folder) }
  }
}
