internal import ArgumentParser
internal import Configuration
internal import Daemon
internal import Host
internal import Ledger
internal import Policy

/// `chartgate status`: reads the ledger and asks the daemon, if one runs, what rests and waits; changes nothing.
struct StatusCommand: Verb {
  static let words = "status"
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Shows how many packets stand where and what became of the newest, what waits and what rests.",
    discussion: "Example:  chartgate status /srv/chartgate --last 50")

  @Argument(help: "The house's folder. (default: .)") var folder: String?
  @Option(help: "How many of the newest packets to show.") var last = 20
  @OptionGroup var house: HouseOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (0...100_000).contains(last) else { throw ValidationError("--last must be from 0 to 100000") }
  }

  func answer() async throws(Failure) -> Answer {
    let path = try house.enter(folder, asRoot: .refused)
    let host = RealHost()
    let places = try HousePlaces(path, host)
    let state = HousePath.text(places.folders.room(.hold).parent)
    let page: HousePage?
    do throws(Failure) {
      page = try HouseLook(places).page()
    } catch {
      // No daemon, and a configuration with a mistake: the ledger can be read all the same.
      for problem in error.problems { Output.talk("chartgate: \(problem)") }
      page = nil
    }
    let rows: [PacketRow]
    let counts: [PacketState: Int]
    do throws(LedgerError) {
      guard let ledger = try places.reading() else {
        return StatusAnswer.of([], counts: [:], state: state, isTrial: places.isTrial, page: page)
      }
      rows = try PacketRows.newest(last, in: ledger)
      counts = try ledger.counts()
    } catch {
      throw Failure(error)
    }
    return StatusAnswer.of(rows, counts: counts, state: state, isTrial: places.isTrial, page: page)
  }
}
