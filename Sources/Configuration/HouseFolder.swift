package import Host

/// Names and places in a house's folder, as configuration and commands need them; what the daemon makes within the
/// state folder and the outbox is its ``WorkingFolders``' to say.
package struct HouseFolder: Sendable {
  package static let settingsName = "chartgate.yaml"
  package static let recipientsName = "recipients.yaml"
  package static let pipelinesName = "pipelines"
  package static let categoriesName = "categories"
  /// In the state folder.
  package static let keyName = "house.key"
  /// Folders of the state folder, each of the daemon's alone.
  package static let rooms = ["work", "hold", "rejected", "archive", "audit"]

  package let root: Root

  /// - Parameter path: absolute.
  package init(_ path: String) { root = Root(path) }

  package var settings: FilePath { FilePath(root).appending(Self.settingsName) }
  package var recipients: FilePath { FilePath(root).appending(Self.recipientsName) }
  package var pipelines: FilePath { FilePath(root).appending(Self.pipelinesName) }
  package var categories: FilePath { FilePath(root).appending(Self.categoriesName) }

  package func state(_ settings: HouseSettings) -> FilePath? {
    HousePath.resolve(settings.folders.state, in: root)
  }
  /// The ledger's file; with its `-wal` and `-shm` it lies in the state folder.
  package func ledger(_ settings: HouseSettings) -> FilePath? { state(settings)?.appending("ledger.sqlite") }
  package func outbox(_ settings: HouseSettings) -> FilePath? {
    HousePath.resolve(settings.folders.outbox, in: root)
  }
  package func receipts(_ settings: HouseSettings) -> FilePath? {
    HousePath.resolve(settings.folders.receipts, in: root)
  }
  package func inbox(_ source: HouseSettings.Source) -> FilePath? {
    HousePath.resolve(source.inbox, in: root)
  }
}
