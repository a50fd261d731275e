internal import Configuration
internal import Daemon
internal import Host
internal import Requests

extension WorkingFolders {
  /// As the configuration says; nil where a folder of it is no path.
  init?(_ folder: HouseFolder, _ settings: HouseSettings) {
    guard let state = folder.state(settings), let outbox = folder.outbox(settings) else { return nil }
    let sources = settings.sources.compactMap { source in
      folder.inbox(source).map {
        SourceFolder(
          id: source.id, inbox: $0, settle: source.settle * 1_000_000,
          isMount: settings.mounts.contains(source.inbox))
      }
    }
    let written = settings.folders.outbox
    let channels = Delivery.Channel.allCases.map(\.rawValue).filter {
      settings.mounts.contains("\(written)/\($0)")
    }
    self.init(
      state: HousePath.root(state), sources: sources, outbox: HousePath.root(outbox),
      outboxMounts: OutboxMounts(isWhole: settings.mounts.contains(written), channels: Set(channels)))
  }
}
