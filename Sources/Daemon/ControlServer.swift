internal import Host
internal import JSON
internal import Synchronization

/// Answers people over a unix socket in the state folder: one line of JSON in, one line out, then the
/// connection ends. The kernel says who asks.
///
/// Bounded: so many connections at once, so long a line, so much time; who asks for more is cut off.
struct ControlServer: Sendable {
  static let lineLimit = 4096
  static let milliseconds = 5000
  static let connections = 8

  let path: FilePath
  let pool: BlockingPool
  /// Rings when it is to end.
  let bell: Bell
  let tell: @Sendable (Event) -> Void
  let answer: @Sendable (Command, Person) async -> JSONValue

  /// Listens until the bell rings, which `isStopping` tells; an error of one connection ends that one only.
  func run(isStopping: @Sendable () -> Bool) async throws(HostError) {
    let listener = try LocalListener(path, mode: 0o600)
    let gate = Gate()
    await withDiscardingTaskGroup { group in
      while !isStopping() {
        guard let connection = listener.next(unless: bell) else { continue }
        guard gate.enter(upTo: Self.connections) else { continue }
        group.addTask(executorPreference: pool) {
          await serve(connection)
          gate.leave()
        }
      }
    }
    do throws(HostError) {
      try RealHost().removeIfThere(path)
    } catch {
      return
    }
  }

  private func serve(_ connection: LocalConnection) async {
    do throws(HostError) {
      let peer = try connection.peer()
      let person = Person(user: peer.user, name: ThisProcess.userName(peer.user))
      let line = try connection.readLine(limit: Self.lineLimit, milliseconds: Self.milliseconds)
      let reply: JSONValue
      do throws(Command.Refusal) {
        reply = await answer(try Command(line), person)
      } catch {
        tell(.controlRefused(user: Int(peer.user)))
        reply = error.json()
      }
      try connection.write(JSONWriter().bytes(reply) + [0x0A], milliseconds: Self.milliseconds)
    } catch {
      // Who goes away, or is too slow, gets no answer; what was done is in the ledger.
      return
    }
  }
}

/// How many are within.
private final class Gate: Sendable {
  private let count = Mutex(0)

  func enter(upTo limit: Int) -> Bool {
    count.withLock { count in
      guard count < limit else { return false }
      count += 1
      return true
    }
  }

  func leave() { count.withLock { $0 -= 1 } }
}
