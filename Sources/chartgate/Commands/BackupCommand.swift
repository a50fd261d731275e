internal import ArgumentParser
internal import Configuration
internal import Daemon
internal import Host
internal import JSON
internal import Ledger
internal import Values

/// `chartgate backup`: copies the ledger into a file, whether or not a daemon works on it.
///
/// It opens the ledger for reading alone and takes no lock: SQLite's online backup copies one snapshot of it while
/// others write. So it neither needs the daemon nor delays it.
struct BackupCommand: Verb {
  static let words = "backup"
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copies the ledger into a new file, also while the daemon runs.",
    discussion: """
      Example:  chartgate backup /backup/ledger-monday.sqlite --house /srv/chartgate
      The copy is one file (0600), checked and durable; nothing is overwritten. Back up state/audit and \
      the packets' folders with your file backup, after this.
      """)

  @Argument(help: "The file to make.") var file: String
  @OptionGroup var house: HouseOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws(Failure) -> Answer {
    let path = try house.enter(asRoot: .refused)
    let target = try HouseOptions.absolute(file)
    guard let target = FilePath(file: target) else { throw Failure(.usage, "the backup needs a file's name") }
    let places = try HousePlaces(path, RealHost())
    guard !places.folders.hold(target) else {
      throw Failure(
        .usage, "the backup would lie in a folder that the daemon works in; name a place outside of the house"
      )
    }
    do throws(LedgerError) {
      guard let ledger = try places.reading() else {
        throw LedgerError(.conflict, "is not there yet: there is nothing to back up")
      }
      let summary = try ledger.backup(to: target)
      return Answer(
        "\(HousePath.quoted(target.text)): \(summary.packets) packets, \(summary.disclosures) disclosures, "
          + "events up to \(summary.sequence)\n",
        [
          .init("file", .string(target.text)), .init("packets", .integer(Int64(summary.packets))),
          .init("disclosures", .integer(Int64(summary.disclosures))),
          .init("lastEvent", .integer(Int64(summary.sequence))),
          .init("schema", .integer(Int64(summary.schema))),
        ])
    } catch {
      throw Failure(error)
    }
  }
}
