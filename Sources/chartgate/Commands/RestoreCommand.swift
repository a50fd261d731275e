internal import ArgumentParser
internal import Configuration
internal import Daemon
internal import Host
internal import Ledger
internal import Values

/// `chartgate restore`: puts a backup in the ledger's place, and tells it what the folders know better.
struct RestoreCommand: Verb {
  static let words = "restore"
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Puts a backup in the ledger's place; only with no daemon running.",
    discussion: """
      Example:  chartgate restore /backup/ledger-monday.sqlite --house /srv/chartgate --dry-run
      The old ledger is kept beside it. What went on since the backup is compared with the folders, the \
      manifests in audit/ and the outbox, so that nothing leaves twice; what cannot be told is held for a \
      person. Ends with 0, or 2 when packets are held.
      """)

  @Argument(help: "A file that chartgate backup made.") var file: String
  @Flag(help: "Say what would be done, and do nothing.") var dryRun = false
  @OptionGroup var house: HouseOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws(Failure) -> Answer {
    let path = try house.enter(asRoot: .refused)
    let source = try HouseOptions.absolute(file)
    let host = RealHost()
    let working = try WorkingHouse(try house.read(path, host))
    guard let source = FilePath(file: source), let ledger = FilePath(file: working.ledgerPath) else {
      throw Failure(.usage, "the backup needs a file's name")
    }
    let lock = try working.lock()
    defer { withExtendedLifetime(lock) {} }
    do {
      guard try host.exists(source) else { throw Failure(.failed, "there is no such backup") }
      let restored = try RestoredLedger(source, for: ledger)
      let settings = working.house.settings
      let plan = try RestorePlan(
        restored.ledger, isCurrent: restored.lastKnown == restored.last, working.folders, host: host,
        limits: settings.limits,
        read: try working.walled().read)
      if dryRun {
        try restored.discard()
        return RestoreAnswer.of(
          plan, last: restored.last, lastKnown: restored.lastKnown, old: nil, isDone: false)
      }
      let now = host.now()
      try restored.adopt(plan.found, at: now)
      let old = try restored.takeOver(keepingOldAs: ".before-restore-\(Self.stamp(now))")
      return RestoreAnswer.of(
        plan, last: restored.last, lastKnown: restored.lastKnown, old: old?.text, isDone: true)
    } catch {
      throw Failure(stopped: error)
    }
  }

  /// `20260302T091500Z`: fit for a file's name.
  private static func stamp(_ instant: Instant) -> String {
    instant.description.prefix { $0 != "." }.filter { $0 != "-" && $0 != ":" } + "Z"
  }
}
