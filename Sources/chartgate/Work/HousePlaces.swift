internal import Configuration
internal import Daemon
internal import Host
internal import Ledger
internal import Policy
internal import Values

/// Where a house's things lie, also while its configuration has a mistake: that is when people ask most how it does,
/// and when a backup is wanted.
struct HousePlaces {
  let loading: HouseLoader
  let folders: WorkingFolders
  let ledger: FilePath
  private let host: any Host

  /// - Throws: what is wrong with a configuration that does not even say where things lie.
  init(_ path: String, _ host: any Host) throws(Failure) {
    let loading = HouseLoader(path, host: host)
    let (folder, settings) = (loading.folder, loading.settings)
    guard let state = folder.state(settings), let folders = WorkingFolders(folder, settings),
      let ledger = folder.ledger(settings).flatMap({ FilePath(file: HousePath.text($0)) })
    else { throw Failure(loading.problems) }
    // What cannot be read at all leaves the places that hold without it; a state folder there says that they do.
    let isThere: Bool
    do throws(HostError) {
      isThere = try host.exists(state)
    } catch {
      throw Failure("the state folder could not be looked at", error)
    }
    guard loading.hasSettings || isThere else { throw Failure(loading.problems) }
    (self.loading, self.ledger, self.host) = (loading, ledger, host)
    self.folders = folders
  }

  var isTrial: Bool { loading.settings.site?.isTrial ?? false }

  /// The house at work.
  ///
  /// - Throws: every mistake in its configuration.
  func house() throws(Failure) -> WorkingHouse {
    guard let house = loading.house else { throw Failure(loading.problems) }
    return try WorkingHouse(house)
  }

  /// The ledger for reading, beside the daemon; nil while there is none.
  func reading() throws(LedgerError) -> GRDBLedger? { try LedgerFile.reading(ledger, host) }
}
