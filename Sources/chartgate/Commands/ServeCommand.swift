internal import ArgumentParser
internal import Configuration
internal import Daemon
internal import Host

/// `chartgate serve`: the daemon.
struct ServeCommand: Verb {
  static let words = "serve"
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Watches the inboxes and releases, holds or rejects what comes, until stopped.",
    discussion: """
      Example:  chartgate serve /srv/chartgate
      SIGTERM ends it after what is in hand; SIGHUP reads the configuration again, and keeps the old one if \
      the new one has a mistake. The log goes to standard error.
      """)

  @Argument(help: "The house's folder. (default: .)") var folder: String?
  @OptionGroup var house: HouseOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws(Failure) -> Answer {
    StopSignals.ignoreHangups()
    // A stop that is asked for while the house is opened is done once it is open.
    StopSignals.watch()
    let path = try house.enter(folder, asRoot: .refused)
    let notifier = SystemdNotifier()
    // A packet of many gigabytes, copied from a slow share, is no hang.
    let host = RealHost(moved: { notifier.progress() })
    let working = try WorkingHouse(try house.open(path, host))
    let lock = try working.lock()
    let log = EventLog()
    let ledger = try working.ledger()
    let key = try HouseKeyFile(working.folders, host).readOrMake(ledger)
    let engine = try working.engine(ledger, host, key: key) { log.tell($0) }
    let house = self.house
    do {
      try await Service.serve(engine, lock: lock, options: working.options, notifier: notifier) {
        Self.reload(path, house, working, host)
      }
    } catch {
      throw Failure(stopped: error)
    }
    return Answer("")
  }

  /// The configuration read anew; with every problem said when it is bad.
  private static func reload(
    _ path: String, _ options: HouseOptions, _ old: WorkingHouse, _ host: any Host
  ) -> Service.Reloaded {
    do throws(Failure) {
      let new = try WorkingHouse(try options.open(path, host))
      try new.requireSamePlaces(as: old)
      return .taken(try new.walled(), new.settings)
    } catch {
      for problem in error.problems { Output.talk("chartgate: \(problem)") }
      return .refused(problems: error.problems.count)
    }
  }
}
