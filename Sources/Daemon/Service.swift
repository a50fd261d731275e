package import Host
internal import Ledger
internal import Values

internal import ServiceLifecycle
internal import Synchronization
internal import UnixSignals

/// The engine at work: its passes one after the other on a thread of their own, its attempts beside each
/// other on others, until it is told to stop or there is nothing more to do.
package actor Service {
  package struct Options: Sendable {
    /// Milliseconds between two looks at the inboxes.
    package var pollMilliseconds = 1000
    /// Milliseconds that what is in hand may take to end after a stop was asked for; then it is given back.
    package var stopMilliseconds = 20_000
    package var version = "0"
    /// A file for node_exporter's textfile collector; nil writes none.
    package var metricsFile: FilePath?
    /// A socket that answers GET /metrics; nil opens none.
    package var metricsSocket: FilePath?
    package init() {}
  }

  /// What came of reading the configuration again.
  package enum Reloaded: Sendable {
    case taken(House, Engine.Settings)
    /// It is bad: the old one stays in force. The caller has said what is wrong with it.
    case refused(problems: Int)
  }

  /// Why the service ends by itself, beside ``Engine/Stop``.
  package enum Stop: Error, Equatable, Sendable, CustomStringConvertible {
    case lockLost

    package var description: String {
      switch self {
      case .lockLost:
        "the tree's lock was removed or replaced while the daemon ran, so that another could start; it "
          + "stopped: leave state/lock alone, and start one daemon"
      }
    }
  }

  /// What `run` leaves behind.
  package struct Summary: Sendable {
    package let status: Status
    /// Packets that rest after a fault and want another run.
    package let resting: Int
    /// Inbox entries that are not complete, or not yet long enough unchanged.
    package let waiting: Int
  }

  private let thread = BlockingThread()
  let pool = BlockingPool()
  private let lock: TreeLock
  let options: Options
  let notifier: SystemdNotifier
  let stop: StopFlag
  let meters = Meters()
  let page = MetricsPage()
  var engine: Engine
  var lastStatus = ""
  /// Counts over the ledger, until something is committed.
  var counts: LedgerCounts?
  /// When it is time to tell how things stand, monotonic nanoseconds.
  var nextTelling: Int64 = 0
  var metricsFile: MetricsFile?
  /// Whether a socket shows the metrics.
  var isScraped = false
  /// Since when the configuration is refused.
  var refusal: Status.Refusal?
  let started: Instant
  /// All that was owed at the start is done, or begun.
  private var isReady = false
  /// When each attempt in hand began, monotonic nanoseconds.
  var begun: [PacketNumber: Int64] = [:]
  /// Woken by results, commands, stop requests and the clock.
  let (wakes, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
  private let results = Mutex<[Attempt.Result]>([])

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe thread.asUnownedSerialExecutor()
  }

  private init(
    _ engine: Engine, lock: TreeLock, options: Options, notifier: SystemdNotifier
  ) throws(HostError) {
    stop = try StopFlag()
    (self.engine, self.lock, self.options, self.notifier) = (engine, lock, options, notifier)
    started = engine.parts.host.now()
    metricsFile = options.metricsFile.map { MetricsFile($0) }
    let (tell, meters) = (engine.parts.tell, meters)
    self.engine.parts.tell = { event in
      meters.count(event)
      tell(event)
    }
  }

  /// Runs the daemon until SIGTERM or SIGINT; then what is in hand ends or is given back, in bounded time.
  ///
  /// - Parameters:
  ///   - lock: of the tree; it is held until the end.
  ///   - reload: called at SIGHUP: the configuration read anew.
  /// - Throws: ``Engine/Stop`` when the ledger cannot be trusted, ``Stop``; what the sockets could not do.
  package static func serve(
    _ engine: Engine, lock: TreeLock, options: Options = Options(),
    notifier: SystemdNotifier = SystemdNotifier(),
    reload: @escaping @Sendable () -> Reloaded
  ) async throws {
    let service = try Service(engine, lock: lock, options: options, notifier: notifier)
    let main = ServiceGroupConfiguration.ServiceConfiguration(
      service: Daemon(service: service, reload: reload),
      successTerminationBehavior: .gracefullyShutdownGroup,
      failureTerminationBehavior: .gracefullyShutdownGroup, serviceName: "chartgate")
    var configuration = ServiceGroupConfiguration(
      services: [main], gracefulShutdownSignals: [.sigterm, .sigint], logger: EventLog.silent)
    configuration.maximumGracefulShutdownDuration = .milliseconds(options.stopMilliseconds + 10_000)
    try await ServiceGroup(configuration: configuration).run()
  }

  /// Does everything that is ready now, and waits for entries that lie still for their settle time from the
  /// first look on; then returns. What is incomplete, changes, or rests after a fault is left and counted.
  ///
  /// - Parameter isStopping: asked between steps, and answered by giving back what is in hand.
  package static func runOnce(
    _ engine: Engine, lock: TreeLock, options: Options = Options(),
    isStopping: @escaping @Sendable () -> Bool = { false }
  ) async throws -> Summary {
    let service = try Service(engine, lock: lock, options: options, notifier: SystemdNotifier(address: nil))
    return try await service.runToRest(isStopping)
  }

  // MARK: The daemon's loop

  func run() async throws {
    engine.parts.tell(.serviceStarted(process: ThisProcess.number, version: options.version))
    let longest = Int64(min(options.pollMilliseconds, notifier.longestPause ?? .max)) * 1_000_000
    var isChecked = false
    var nextLook: Int64 = 0
    while !stop.isSet {
      // One that came before the group listened to the signals.
      if StopSignals.isSet { break }
      guard lock.isInPlace else {
        engine.parts.tell(.lockLost)
        throw Stop.lockLost
      }
      if !isChecked { isChecked = try engine.agrees() }
      let now = engine.parts.host.ticks()
      if isChecked, now >= nextLook {
        engine.look()
        nextLook = now + Int64(options.pollMilliseconds) * 1_000_000
      }
      let done = try isChecked && step()
      // Up is who has done once, or begun, all that was owed; while the state folder cannot be used, nothing
      // could be. The hand-over of an attempt is enough: what it finds is no part of the recovery.
      if !isReady, isChecked, engine.isAble {
        notifier.ready(statusLine())
        isReady = true
      }
      notifier.progress()
      // Between two steps people are answered.
      await Task.yield()
      if done { continue }
      tellStatus()
      await waitForWake(until: min(isChecked ? nextLook : .max, engine.parts.host.ticks() + longest))
    }
    engine.parts.tell(.serviceStopping)
    notifier.stopping("stopping: \(engine.running.count) attempts in hand")
    try await drain()
  }

  nonisolated func requestStop() {
    stop.set()
    wake.yield()
  }

  func reload(_ read: @Sendable () -> Reloaded) {
    guard !stop.isSet else { return }
    if isReady { notifier.reloading() }
    switch read() {
    case .taken(let house, let settings):
      refusal = nil
      engine.use(house, settings)
    case .refused(let problems):
      // Since when counts from the first refusal of this kind.
      refusal = Status.Refusal(at: refusal?.at ?? engine.parts.host.now(), problems: problems)
      engine.parts.tell(.configurationRefused(problems: problems))
    }
    if isReady { notifier.ready(statusLine()) } else { notifier.status(statusLine()) }
  }

  // MARK: One step

  /// Takes what attempts answered, looks at some more entries, does what is to do, begins attempts.
  ///
  /// - Returns: whether anything was done, so that there may be more to do.
  private func step() throws -> Bool {
    let finished = takeResults()
    for result in finished {
      begun[result.packet] = nil
      try engine.finish(result)
      notifier.progress()
    }
    if engine.isLooking { engine.lookOn() }
    let round = try engine.pass(isStopping: { stop.isSet }, progress: { notifier.progress() })
    for attempt in round.begun { begin(attempt) }
    let isDone = round.done > 0 || !finished.isEmpty
    if isDone { counts = nil }
    return isDone || engine.mayLookOn
  }

  /// What attempts answered since the last time.
  private func takeResults() -> [Attempt.Result] {
    results.withLock { results in
      defer { results = [] }
      return results
    }
  }

  private func begin(_ attempt: Attempt) {
    begun[attempt.packet.number] = engine.parts.host.ticks()
    pool.run { [wake] in
      let result = attempt.run()
      self.results.withLock { $0.append(result) }
      wake.yield()
    }
  }

  /// Waits for what is in hand, so long as it may take; then gives back what has not ended. Its thread may
  /// still write into the packet's folder: the next attempt begins by clearing that.
  private func drain() async throws {
    let end = engine.parts.host.ticks() + Int64(options.stopMilliseconds) * 1_000_000
    while !engine.running.isEmpty, engine.parts.host.ticks() < end {
      let finished = takeResults()
      for result in finished { try engine.finish(result) }
      if finished.isEmpty { await waitForWake(until: end) }
    }
    let count = try engine.giveAllBack()
    engine.parts.tell(.serviceStopped(givenBack: count))
  }

  /// Waits for a result, a command or a stop request, or until the host's clock shows so many ticks: the moment
  /// itself and no beat beside it, which would miss a look whenever it came a little early.
  private func waitForWake(until ticks: Int64) async {
    let milliseconds = max(1, (ticks - engine.parts.host.ticks() + 999_999) / 1_000_000)
    let alarm = Task { @concurrent [wake] in
      try await Task.sleep(for: .milliseconds(milliseconds), tolerance: .milliseconds(1))
      wake.yield()
    }
    defer { alarm.cancel() }
    for await _ in wakes { return }
  }

  // MARK: Run to rest

  private func runToRest(_ isStopping: @escaping @Sendable () -> Bool) async throws -> Summary {
    let poll = Int64(options.pollMilliseconds) * 1_000_000
    let settle = engine.parts.folders.sources.map(\.settle).max() ?? 0
    let start = engine.parts.host.ticks()
    let settled = start + settle + 2 * poll
    var nextLook: Int64 = 0
    guard try engine.agrees() else { throw HostError("look at the state folder", code: 0, kind: .transient) }
    while !isStopping() {
      let now = engine.parts.host.ticks()
      if now >= nextLook {
        engine.look()
        nextLook = now + poll
      }
      let done = try step()
      await Task.yield()
      if done { continue }
      let isWaiting = engine.mayStillSettle() && now < settled
      if engine.running.isEmpty, !isWaiting, !engine.isLooking { break }
      await waitForWake(until: min(nextLook, engine.parts.host.ticks() + 200_000_000))
    }
    try await drain()
    let status = try engine.status(newest: 1000)
    return Summary(
      status: status, resting: engine.backoff.packets.count,
      waiting: status.sources.reduce(0) { $0 + $1.ready + $1.waiting + $1.stuck })
  }
}
