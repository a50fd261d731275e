internal import ArgumentParser
internal import Configuration
internal import Daemon
internal import Host
internal import Ledger
internal import Policy

/// `chartgate run`: everything that is ready now, then exit.
struct RunCommand: Verb {
  static let words = "run"
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Does everything that is ready now, and says what became of it.",
    discussion: """
      Example:  chartgate run /srv/chartgate
      Ends with 0, 2 when something was held or rejected, 75 when something is to be tried again.
      """)

  @Argument(help: "The house's folder. (default: .)") var folder: String?
  @Flag(help: "Show also how long each stage took, over all packets.") var times = false
  @OptionGroup var house: HouseOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws(Failure) -> Answer {
    let path = try house.enter(folder, asRoot: .refused)
    let host = RealHost()
    let working = try WorkingHouse(try house.open(path, host))
    let lock = try working.lock()
    let progress = Progress()
    let ledger = try working.ledger()
    let measured = times ? StageTimes() : nil
    let key = try HouseKeyFile(working.folders, host).readOrMake(ledger)
    let engine = try working.engine(ledger, host, key: key, times: measured) { progress.tell($0) }
    StopSignals.watch()
    let summary: Service.Summary
    let rows: [PacketRow]
    do {
      let record = try RunRecord(before: ledger)
      summary = try await Service.runOnce(engine, lock: lock, options: working.options) { StopSignals.isSet }
      progress.clear()
      rows = try record.touched(in: ledger)
    } catch {
      progress.clear()
      throw Failure(stopped: error)
    }
    return RunAnswer.of(
      rows, resting: summary.resting, waiting: summary.waiting, isTrial: working.house.site.isTrial,
      times: measured?.rows)
  }
}
