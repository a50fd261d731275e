internal import Host
internal import Requests

extension HouseCheck {
  /// What lies on a volume of its own may be a share that is not there one day: then an empty folder is in its
  /// place, and only its mark tells (FAULTS.md I12).
  static func mounts(_ loading: HouseLoader, _ host: any Host) -> [HouseProblem] {
    let (settings, folder) = (loading.settings, loading.folder)
    var problems: [HouseProblem] = []
    for mount in settings.mounts {
      guard let path = HousePath.resolve(mount, in: folder.root) else { continue }
      let mark = path.appending(MountMark.name)
      guard !isFile(mark, host) else { continue }
      problems.append(
        HouseProblem(
          .warning, "mounts",
          "\(mount) is not mounted, or has no mark yet; mount it, then lay the mark on it",
          command: "touch \(HousePath.quoted(HousePath.text(mark)))"))
    }
    guard let outbox = folder.outbox(settings), let own = device(FilePath(folder.root), host) else {
      return problems
    }
    let channels = Delivery.Channel.allCases.map {
      (settings.folders.outbox + "/" + $0.rawValue, outbox.appending($0.rawValue))
    }
    let inboxes = settings.sources.compactMap { source in folder.inbox(source).map { (source.inbox, $0) } }
    for (name, path) in inboxes + [(settings.folders.outbox, outbox)] + channels {
      guard !settings.mounts.contains(name), !settings.mounts.contains(settings.folders.outbox),
        let device = device(path, host), device != own
      else { continue }
      problems.append(
        HouseProblem(
          .warning, "mounts",
          "\(name) lies on a volume of its own; name it here, so that nothing is written in its place while it is "
            + "not mounted"))
    }
    return problems
  }

  /// Whether a folder is named as a mount and is not mounted now: what is in its place is not the house's, and is
  /// neither judged nor used.
  static func isAway(_ name: String, _ loading: HouseLoader, _ host: any Host) -> Bool {
    guard loading.settings.mounts.contains(name),
      let path = HousePath.resolve(name, in: loading.folder.root)
    else { return false }
    return !isFile(path.appending(MountMark.name), host)
  }

  private static func isFile(_ path: FilePath, _ host: any Host) -> Bool {
    do throws(HostError) {
      return try host.status(path).kind == .file
    } catch {
      return false
    }
  }

  private static func device(_ path: FilePath, _ host: any Host) -> UInt64? {
    do throws(HostError) {
      return try host.statusIfThere(path)?.device
    } catch {
      return nil  // the check of the folder says so
    }
  }
}
