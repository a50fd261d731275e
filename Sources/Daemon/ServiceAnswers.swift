internal import Host
internal import JSON
internal import Ledger
internal import Values

/// What people, the service manager and whoever scrapes metrics are told.
extension Service {
  func control() -> ControlServer {
    ControlServer(
      path: engine.parts.folders.control, pool: pool, bell: stop.bell, tell: engine.parts.tell
    ) { command, person in
      await self.answer(command, by: person)
    }
  }

  nonisolated func listen(_ control: ControlServer) async throws {
    try await control.run { self.stop.isSet }
  }

  /// nil when no socket for metrics is asked for and none was handed over, or it cannot be made: metrics stop
  /// nothing.
  func metrics() -> MetricsServer? {
    if let listener = ListenSockets.named("metrics") {
      isScraped = true
      return MetricsServer(listener: listener, path: nil, page: page, bell: stop.bell)
    }
    guard let path = options.metricsSocket else { return nil }
    do throws(HostError) {
      // Its folder's mode says who may come in.
      let listener = try LocalListener(path, mode: 0o660)
      isScraped = true
      return MetricsServer(listener: listener, path: path, page: page, bell: stop.bell)
    } catch {
      engine.parts.tell(.metricsFailed(code: error.code, Event.Fault(count: 1, retryMilliseconds: 0)))
      return nil
    }
  }

  nonisolated func show(_ metrics: MetricsServer) {
    metrics.run { self.stop.isSet }
  }

  private func answer(_ command: Command, by person: Person) -> JSONValue {
    defer { wake.yield() }
    do throws(Command.Refusal) {
      switch command {
      case .status(let newest): return try status(newest: newest, events: 20).json()
      case .metrics:
        return ["ok": true, "text": .string(try status(newest: 0, events: 0).exposition(meters))]
      case .retry:
        counts = nil
        return try engine.answer(command, by: person, process: ThisProcess.number)
      }
    } catch {
      return error.json()
    }
  }

  /// The engine's status, with what only this process knows.
  private func status(newest: Int, events: Int) throws(Command.Refusal) -> Status {
    let now = engine.parts.host.ticks()
    do throws(LedgerError) {
      if counts == nil { counts = try LedgerCounts(engine.parts.ledger) }
      var status = try engine.status(
        newest: newest, events: events, process: ThisProcess.number, known: counts)
      (status.version, status.started, status.refusal) = (options.version, started, refusal)
      status.attempts = engine.running.map { packet in
        Status.Running(packet: packet, milliseconds: Int((now - (begun[packet] ?? now)) / 1_000_000))
      }.sorted { ($1.milliseconds, $0.packet) < ($0.milliseconds, $1.packet) }
      return status
    } catch {
      throw Engine.refusal(error)
    }
  }

  /// Tells the manager and the metrics how things stand: at once after something was done, but not more often
  /// than once a second; else every five, for what the inboxes show.
  func tellStatus() {
    let now = engine.parts.host.ticks()
    guard now >= nextTelling || counts == nil && now >= nextTelling - 4_000_000_000 else { return }
    nextTelling = now + 5_000_000_000
    do throws(Command.Refusal) {
      let status = try status(newest: 0, events: 0)
      if status.line != lastStatus { notifier.status(status.line) }
      lastStatus = status.line
      guard isScraped || metricsFile != nil else { return }
      let text = status.exposition(meters)
      page.write(text)
      if let fault = metricsFile?.write(text, now: engine.parts.host.ticks()) {
        engine.parts.tell(.metricsFailed(code: fault.code, fault.fault))
      }
    } catch {
      notifier.status("the ledger cannot be read")
    }
  }

  func statusLine() -> String {
    do throws(Command.Refusal) {
      return try status(newest: 0, events: 0).line
    } catch {
      return "the ledger cannot be read"
    }
  }
}
