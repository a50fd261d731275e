package import Host
internal import JSON
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
    package init() {}
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
  private let pool = BlockingPool()
  private let lock: TreeLock
  private let options: Options
  private let notifier: SystemdNotifier
  private let stop = StopFlag()
  private var engine: Engine
  private var lastStatus = ""
  /// Woken by results, commands, stop requests and the clock.
  private let (wakes, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
  private let results = Mutex<[Attempt.Result]>([])

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe thread.asUnownedSerialExecutor()
  }

  private init(_ engine: Engine, lock: TreeLock, options: Options, notifier: SystemdNotifier) {
    (self.engine, self.lock, self.options, self.notifier) = (engine, lock, options, notifier)
  }

  /// Runs the daemon until SIGTERM or SIGINT; then what is in hand ends or is given back, in bounded time.
  ///
  /// - Parameters:
  ///   - lock: of the tree; it is held until the end.
  ///   - reload: called at SIGHUP: the configuration read anew, or nil when it is bad, which keeps the old
  ///     one in force.
  /// - Throws: ``Engine/Stop`` when the ledger cannot be trusted; what the control socket could not do.
  package static func serve(
    _ engine: Engine, lock: TreeLock, options: Options = Options(),
    notifier: SystemdNotifier = SystemdNotifier(),
    reload: @escaping @Sendable () -> (house: House, sources: [SourceFolder])?
  ) async throws {
    let service = Service(engine, lock: lock, options: options, notifier: notifier)
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
    let service = Service(engine, lock: lock, options: options, notifier: SystemdNotifier(address: nil))
    return try await service.runToRest(isStopping)
  }

  // MARK: The daemon's loop

  fileprivate func run() async throws {
    engine.parts.tell(.serviceStarted(process: ThisProcess.number, version: options.version))
    var isReady = false
    var nextLook: Int64 = 0
    async let _ = Ticker(milliseconds: options.pollMilliseconds, wake: wake).run()
    while !stop.isSet {
      let now = engine.parts.host.ticks()
      if now >= nextLook {
        engine.look()
        nextLook = now + Int64(options.pollMilliseconds) * 1_000_000
      }
      let done = try step()
      notifier.progress()
      if !isReady {
        notifier.ready(statusLine())
        isReady = true
      }
      // Between two steps people are answered.
      await Task.yield()
      if done { continue }
      let status = statusLine()
      if status != lastStatus { notifier.status(status) }
      lastStatus = status
      await waitForWake()
    }
    engine.parts.tell(.serviceStopping)
    notifier.stopping()
    try await drain()
  }

  fileprivate nonisolated func requestStop() {
    stop.set()
    wake.yield()
  }

  fileprivate func use(_ loaded: (house: House, sources: [SourceFolder])?) {
    guard let loaded else { return engine.parts.tell(.configurationRefused) }
    notifier.reloading(microseconds: engine.parts.host.ticks() / 1000)
    engine.use(loaded.house, sources: loaded.sources)
    notifier.ready(statusLine())
  }

  fileprivate func control() -> ControlServer {
    ControlServer(path: engine.parts.folders.control, pool: pool, tell: engine.parts.tell) {
      command, person in
      await self.answer(command, by: person)
    }
  }

  fileprivate nonisolated func listen(_ control: ControlServer) async throws {
    try await control.run { self.stop.isSet }
  }

  private func answer(_ command: Command, by person: Person) -> JSONValue {
    defer { wake.yield() }
    do throws(Command.Refusal) {
      return try engine.answer(command, by: person, process: ThisProcess.number)
    } catch {
      return error.json()
    }
  }

  // MARK: One step

  /// Takes what attempts answered, looks at some more entries, does what is to do, begins attempts.
  ///
  /// - Returns: whether anything was done, so that there may be more to do.
  private func step() throws -> Bool {
    let finished = results.withLock { results in
      let all = results
      results = []
      return all
    }
    for result in finished {
      try engine.finish(result)
      notifier.progress()
    }
    if engine.isLooking { engine.lookOn() }
    let round = try engine.pass(isStopping: { stop.isSet }, progress: { notifier.progress() })
    for attempt in round.begun { begin(attempt) }
    return round.done > 0 || !finished.isEmpty || engine.isLooking
  }

  private func begin(_ attempt: Attempt) {
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
      let finished = results.withLock { results in
        let all = results
        results = []
        return all
      }
      for result in finished { try engine.finish(result) }
      if finished.isEmpty { await waitForWake() }
    }
    let count = try engine.giveAllBack()
    engine.parts.tell(.serviceStopped(givenBack: count))
  }

  private func waitForWake() async {
    for await _ in wakes { return }
  }

  private func statusLine() -> String {
    do throws(LedgerError) {
      return try engine.status(newest: 0).line
    } catch {
      return "the ledger cannot be read"
    }
  }

  // MARK: Run to rest

  private func runToRest(_ isStopping: @escaping @Sendable () -> Bool) async throws -> Summary {
    async let _ = Ticker(milliseconds: min(options.pollMilliseconds, 200), wake: wake).run()
    let poll = Int64(options.pollMilliseconds) * 1_000_000
    let settle = engine.parts.folders.sources.map(\.settle).max() ?? 0
    let start = engine.parts.host.ticks()
    let settled = start + settle + 2 * poll
    var nextLook: Int64 = 0
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
      if engine.running.isEmpty, !isWaiting { break }
      await waitForWake()
    }
    try await drain()
    let status = try engine.status(newest: 1000)
    return Summary(
      status: status, resting: engine.backoff.packets.count,
      waiting: status.sources.reduce(0) { $0 + $1.ready + $1.waiting + $1.stuck })
  }
}

/// The daemon as swift-service-lifecycle runs it: the engine's loop, the control socket and SIGHUP beside
/// each other; the end of the loop ends the others.
private struct Daemon: ServiceLifecycle.Service {
  let service: Service
  let reload: @Sendable () -> (house: House, sources: [SourceFolder])?

  @concurrent func run() async throws {
    let control = await service.control()
    let hangups = await UnixSignalsSequence(trapping: .sighup)
    try await withGracefulShutdownHandler {
      try await withThrowingTaskGroup { group in
        group.addTask(executorPreference: control.pool) { try await service.listen(control) }
        group.addTask {
          for await _ in hangups { await service.use(reload()) }
        }
        group.addTask { try await service.run() }
        // The first that ends, ends all: the loop after a stop, or the socket that could not be made.
        do {
          try await group.next()
        } catch {
          service.requestStop()
          group.cancelAll()
          throw error
        }
        service.requestStop()
        try await group.next()
        group.cancelAll()
      }
    } onGracefulShutdown: {
      service.requestStop()
    }
  }
}

/// Wakes the loop from time to time. What it wakes for is decided by the host's own clock.
private struct Ticker: Sendable {
  let milliseconds: Int
  let wake: AsyncStream<Void>.Continuation

  func run() async {
    do {
      while true {
        try await Task.sleep(for: .milliseconds(milliseconds))
        wake.yield()
      }
    } catch {
      return
    }
  }
}

/// Set once, by whoever asks for a stop.
private final class StopFlag: Sendable {
  private let flag = Atomic(false)
  var isSet: Bool { flag.load(ordering: .acquiring) }
  func set() { flag.store(true, ordering: .releasing) }
}
