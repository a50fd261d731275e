package import Host
package import Policy
package import Values
internal import Requests

/// Makes a house that works: configuration, recipients, policies, and folders with the right modes.
package struct NewHouse: Sendable {
  /// Why none was made.
  package enum Refusal: Sendable, Equatable {
    /// There is something in the folder already: nothing is ever overwritten.
    case notEmpty
    case notAFolder
    case host(HostError)
  }

  package static let exampleName = "example-packet"

  package let site: Site
  package let fixedDay: Day?
  package let policies: ShippedPolicies
  /// A packet to try, by path below `example-packet/`.
  package let example: [ShippedPolicies.File]

  package init(
    site: Site, fixedDay: Day? = nil, policies: ShippedPolicies, example: [ShippedPolicies.File] = []
  ) {
    (self.site, self.fixedDay, self.policies, self.example) = (site, fixedDay, policies, example)
  }

  /// chartgate.yaml is written last: a folder without it is no house, so a half-made one is none.
  ///
  /// - Parameter path: absolute; made if it is not there, refused if anything lies in it.
  /// - Returns: nil when the house stands.
  package func make(at path: String, host: any Host) -> Refusal? {
    // The last name below its parent: so the folder's mode is the one asked for, whatever the umask.
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    guard let last = parts.last.flatMap({ FileName(Array($0)) }) else { return .notAFolder }
    let above = "/" + parts.dropLast().map { String(Substring($0)) }.joined(separator: "/")
    let root = FilePath(Root(above), [last])
    do throws(HostError) {
      if let status = try host.statusIfThere(root) {
        guard status.kind == .folder else { return .notAFolder }
        guard try host.list(root).isEmpty else { return .notEmpty }
      } else {
        try host.makeFolder(root, mode: 0o750)
      }
      try makeFolders(root, host)
      try write(policies.pipelines, in: root.appending(HouseFolder.pipelinesName), host)
      try write(policies.categories, in: root.appending(HouseFolder.categoriesName), host)
      if !example.isEmpty { try write(example, in: root.appending(Self.exampleName), host) }
      let recipients = site.isTrial ? HouseTemplate.trialRecipients : HouseTemplate.recipients
      try create(root.appending(HouseFolder.recipientsName), Array(recipients.utf8), host)
      let settings = HouseTemplate.settings(site, fixedDay: fixedDay)
      try create(root.appending(HouseFolder.settingsName), Array(settings.utf8), host)
      try host.sync(root)
      return nil
    } catch {
      return .host(error)
    }
  }

  private func makeFolders(_ root: FilePath, _ host: any Host) throws(HostError) {
    let settings = HouseSettings()
    let state = root.appending(settings.folders.state)
    try host.makeFolder(state, mode: 0o700)
    for room in HouseFolder.rooms { try host.makeFolder(state.appending(room), mode: 0o700) }
    // Producers, pickers and senders of receipts each come through a group of their own.
    try host.makeFolder(root.appending("inbox"), mode: 0o750)
    for source in settings.sources {
      try host.makeFolder(root.appending("inbox").appending(source.id), mode: 0o770)
    }
    for name in [settings.folders.outbox, settings.folders.receipts] {
      try host.makeFolder(root.appending(name), mode: 0o750)
      for channel in Delivery.Channel.allCases {
        try host.makeFolder(root.appending(name).appending(channel.rawValue), mode: 0o770)
      }
    }
  }

  private func write(_ files: [ShippedPolicies.File], in folder: FilePath, _ host: any Host)
    throws(HostError)
  {
    try host.ensureFolder(folder, mode: 0o750)
    for file in files { try create(folder.appending(file.name), file.bytes, host) }
    try host.sync(folder)
  }

  private func create(_ path: FilePath, _ bytes: [UInt8], _ host: any Host) throws(HostError) {
    try host.create(path, bytes, mode: 0o640)
  }
}
