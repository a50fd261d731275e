internal import Host
internal import ServiceLifecycle
internal import Synchronization
internal import UnixSignals

/// The daemon as swift-service-lifecycle runs it: the engine's loop, the control socket and SIGHUP beside
/// each other; the end of the loop ends the others.
struct Daemon: ServiceLifecycle.Service {
  let service: Service
  let reload: @Sendable () -> Service.Reloaded

  @concurrent func run() async throws {
    let control = await service.control()
    let metrics = await service.metrics()
    let hangups = await UnixSignalsSequence(trapping: .sighup)
    // However many signals come while the configuration is read: it is read once more.
    let (asked, ask) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    try await withGracefulShutdownHandler {
      try await withThrowingTaskGroup { group in
        group.addTask(executorPreference: control.pool) { try await service.listen(control) }
        if let metrics {
          group.addTask(executorPreference: control.pool) {
            service.show(metrics)
            try await Task.sleep(for: .seconds(86_400 * 365))
          }
        }
        group.addTask {
          for await _ in hangups { ask.yield() }
        }
        group.addTask {
          for await _ in asked { await service.reload(reload) }
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

/// Set once, by whoever asks for a stop; who waits for a connection hears the bell.
final class StopFlag: Sendable {
  let bell: Bell
  private let flag = Atomic(false)

  init() throws(HostError) { bell = try Bell() }

  var isSet: Bool { flag.load(ordering: .acquiring) }
  func set() {
    flag.store(true, ordering: .releasing)
    bell.ring()
  }
}
