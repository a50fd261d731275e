package import Host
internal import Policy
internal import Stages
internal import Requests
package import Values

/// Everything that is wrong with a house, in one go: its files, its folders, and what does not fit together.
/// `serve` and `run` start only when there is no error.
package struct HouseCheck {
  package let problems: [HouseProblem]

  /// - Parameters:
  ///   - user: whom the daemon runs as.
  ///   - now: to see which recipients are out of date.
  package init(_ loading: HouseLoader, host: any Host, user: UInt32, now: Instant) {
    var problems = loading.problems
    // Without a configuration there is nothing that the folders could be compared with.
    if loading.hasSettings {
      let check = FolderCheck(host: host, user: user)
      problems += Self.policyFiles(loading, check, host)
      problems += Self.rooms(loading, check, host)
      problems += Self.inboxes(loading, check)
      problems += Self.channels(loading, check)
      problems += Self.mounts(loading, host)
      problems += Self.metrics(loading, host)
      problems += Self.overlappingFolders(loading)
      problems += Self.pipelines(loading)
      problems += Self.recipients(loading, now)
      problems += Self.leftOut(loading)
    }
    self.problems = problems.filter { $0.severity == .error } + problems.filter { $0.severity == .warning }
  }

  package var errors: [HouseProblem] { problems.filter { $0.severity == .error } }
  package var warnings: [HouseProblem] { problems.filter { $0.severity == .warning } }

  /// What is not sought because the site left it out is said each time.
  private static func leftOut(_ loading: HouseLoader) -> [HouseProblem] {
    loading.settings.leftOut.map(\.rawValue).sorted().map { name in
      HouseProblem(
        .warning, HouseFolder.settingsName,
        "codes of \(name) are left out: what only they tell of a category is not withheld")
    }
  }

  private static func policyFiles(_ loading: HouseLoader, _ check: FolderCheck, _ host: any Host)
    -> [HouseProblem]
  {
    let folder = loading.folder
    var problems = check.folder(FilePath(folder.root), "the house's folder", .policy)
    problems += openParents(loading, host)
    problems += check.file(folder.settings, HouseFolder.settingsName)
    problems += check.file(folder.recipients, HouseFolder.recipientsName)
    for (path, name) in [
      (folder.pipelines, HouseFolder.pipelinesName), (folder.categories, HouseFolder.categoriesName),
    ] {
      do throws(HostError) {
        let names = try host.list(path).sorted()
        problems += check.folder(path, name, .policy)
        for file in names where file.bytes.reversed().starts(with: ".yaml".utf8.reversed()) {
          problems += check.file(path.appending(file), "\(name)/\(TerminalText.escaped(file.bytes))")
        }
      } catch {
        continue  // the loader said so
      }
    }
    return problems
  }

  /// Whoever may write in a folder above one of the house's may swap it for another (FAULTS.md S02): every folder
  /// above, up to `/`, is closed to others, or sticky as /tmp is. Each one is told once.
  private static func openParents(_ loading: HouseLoader, _ host: any Host) -> [HouseProblem] {
    let folder = loading.folder
    var below: [(place: String, path: String)] = [("the house's folder", folder.root.path)]
    func add(_ place: String, _ path: FilePath?) {
      if let path { below.append((place, HousePath.text(path))) }
    }
    add("state folder", folder.state(loading.settings))
    add("outbox", folder.outbox(loading.settings))
    add("receipts", folder.receipts(loading.settings))
    for source in loading.settings.sources { add("inbox of \(source.id)", folder.inbox(source)) }
    var problems: [HouseProblem] = []
    var seen: Set<String> = []
    for (place, path) in below {
      var path = path
      while let slash = path.lastIndex(of: "/"), path != "/" {
        path = slash == path.startIndex ? "/" : String(path[..<slash])
        guard path != folder.root.path, seen.insert(path).inserted else { continue }
        problems += openParent(path, of: place, host)
      }
    }
    return problems
  }

  private static func openParent(_ path: String, of place: String, _ host: any Host) -> [HouseProblem] {
    do throws(HostError) {
      let status = try host.status(FilePath(Root(path)))
      let quoted = HousePath.quoted(path)
      if status.kind == .link {
        return [HouseProblem(.error, place, "lies below \(path), which is a link; name the folder itself")]
      }
      guard status.mode & 0o002 != 0, status.mode & 0o1000 == 0 else { return [] }
      return [
        HouseProblem(
          .error, place, "lies below \(path), in which everybody may write", command: "chmod o-w \(quoted)")
      ]
    } catch {
      return []  // what we may not look at, we could not enter either: reading the house tells
    }
  }

  private static func rooms(_ loading: HouseLoader, _ check: FolderCheck, _ host: any Host) -> [HouseProblem]
  {
    guard let state = loading.folder.state(loading.settings) else {
      return [HouseProblem(.error, "folders.state", "is no path of a folder")]
    }
    var problems = check.folder(state, "state folder", .daemon)
    guard isFolder(state, host) else { return problems }
    if let ledger = loading.folder.ledger(loading.settings), let name = ledger.names.last {
      // Whoever opened it with sqlite3 as root left files that the daemon cannot open.
      for ending in ["", "-wal", "-shm"] {
        guard let file = FileName(name.bytes + Array(ending.utf8)) else { continue }
        problems += check.file(
          state.appending(file), "\(loading.settings.folders.state)/\(TerminalText.escaped(file.bytes))", .own
        )
      }
    }
    problems += check.file(
      state.appending(HouseFolder.keyName),
      "\(loading.settings.folders.state)/\(HouseFolder.keyName)", .secret)
    var devices: Set<UInt64> = []
    for room in HouseFolder.rooms {
      let path = state.appending(room)
      problems += check.folder(path, "\(loading.settings.folders.state)/\(room)", .daemon)
      do throws(HostError) {
        if let status = try host.statusIfThere(path) { devices.insert(status.device) }
      } catch {
        continue  // the check of the folder said so
      }
    }
    if devices.count > 1 {
      problems.append(
        HouseProblem(
          .error, "state folder",
          "its folders lie on different volumes; a packet moves between them by one rename"))
    }
    return problems
  }

  /// Whether it makes sense to look into it.
  private static func isFolder(_ path: FilePath, _ host: any Host) -> Bool {
    do throws(HostError) {
      return try host.status(path).kind == .folder
    } catch {
      return false
    }
  }

  private static func inboxes(_ loading: HouseLoader, _ check: FolderCheck) -> [HouseProblem] {
    loading.settings.sources.flatMap { source in
      guard let path = loading.folder.inbox(source) else {
        return [HouseProblem(.error, "inbox of \(source.id)", "is no path of a folder")]
      }
      guard !isAway(source.inbox, loading, check.host) else { return [] }
      return check.folder(path, "inbox of \(source.id)", .group)
    }
  }

  private static func channels(_ loading: HouseLoader, _ check: FolderCheck) -> [HouseProblem] {
    var problems: [HouseProblem] = []
    let folders = loading.settings.folders
    for (place, name, path) in [
      ("outbox", folders.outbox, loading.folder.outbox(loading.settings)),
      ("receipts", folders.receipts, loading.folder.receipts(loading.settings)),
    ] {
      guard let path else {
        problems.append(HouseProblem(.error, "folders.\(place)", "is no path of a folder"))
        continue
      }
      guard !isAway(name, loading, check.host) else { continue }
      problems += check.folder(path, place, .group)
      guard isFolder(path, check.host) else { continue }
      for channel in Set(loading.recipients.map { $0.channel.rawValue }).sorted()
      where !isAway("\(name)/\(channel)", loading, check.host) {
        problems += check.folder(path.appending(channel), "\(place) channel \(channel)", .group)
      }
    }
    return problems
  }

  /// Metrics stop nothing: what is wrong with their places is a warning.
  private static func metrics(_ loading: HouseLoader, _ host: any Host) -> [HouseProblem] {
    let settings = loading.settings.metrics
    return [("metrics.file", settings.file), ("metrics.socket", settings.socket)].compactMap { place, text in
      guard let text, let path = HousePath.resolve(text, in: loading.folder.root) else { return nil }
      let above = FilePath(file: HousePath.text(path))?.parent ?? path.parent
      guard !isFolder(above, host) else { return nil }
      return HouseProblem(.warning, place, "its folder is not there: \(HousePath.text(above))")
    }
  }

  private static func overlappingFolders(_ loading: HouseLoader) -> [HouseProblem] {
    let folder = loading.folder
    var all: [(place: String, path: FilePath)] = [
      (HouseFolder.pipelinesName, folder.pipelines), (HouseFolder.categoriesName, folder.categories),
    ]
    if let path = folder.state(loading.settings) { all.append(("state folder", path)) }
    if let path = folder.outbox(loading.settings) { all.append(("outbox", path)) }
    if let path = folder.receipts(loading.settings) { all.append(("receipts", path)) }
    for source in loading.settings.sources {
      if let path = folder.inbox(source) { all.append(("inbox of \(source.id)", path)) }
    }
    var problems: [HouseProblem] = []
    for (index, one) in all.enumerated() {
      for other in all[..<index] where HousePath.overlap(one.path, other.path) {
        problems.append(
          HouseProblem(.error, one.place, "lies in the same place as the \(other.place), or one in the other")
        )
      }
    }
    return problems
  }

  private static func pipelines(_ loading: HouseLoader) -> [HouseProblem] {
    var problems: [HouseProblem] = []
    if loading.pipelines.isEmpty, loading.problems.isEmpty {
      problems.append(
        HouseProblem(.warning, HouseFolder.pipelinesName, "there are none: every packet will be held"))
    }
    let all = loading.pipelines.map(\.pipeline)
    for (index, one) in all.enumerated() {
      for other in all[..<index] where one.overlaps(other) {
        problems.append(
          HouseProblem(
            .warning, HouseFolder.pipelinesName,
            "\"\(other.name)\" and \"\(one.name)\" could take the same request, which is then held; make "
              + "their takes disjoint"))
      }
    }
    return problems
  }

  private static func recipients(_ loading: HouseLoader, _ now: Instant) -> [HouseProblem] {
    guard let house = loading.house else { return [] }
    let today = house.clock.moment(at: now).today
    var problems: [HouseProblem] = []
    for recipient in loading.recipients {
      if let last = recipient.validTo, last < today {
        problems.append(
          HouseProblem(
            .warning, HouseFolder.recipientsName,
            "\"\(recipient.id)\" ended on \(last); check it and renew it"))
      }
    }
    return problems
  }
}
