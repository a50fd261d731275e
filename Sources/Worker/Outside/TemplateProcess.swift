internal import Host
internal import Synchronization
internal import Values

/// A template, from outside: asked by one thread at a time. When the last who has work in hand lets go of it, it
/// ends.
final class TemplateProcess: Sendable {
  private static let patience = 10_000
  /// Compiling a large policy on a slow machine takes its time.
  private static let compilePatience = 120_000

  private let child: ChildProcess
  private let socket: MessageSocket
  private let turn = Mutex(())

  /// Starts the program and lets it compile the policy.
  init(_ settings: WorkforceSettings, policy: Descriptor, digest: Digest) throws(WorkforceFailure) {
    let reply: TemplateReply
    do throws(HostError) {
      let (own, other) = try MessageSocket.pair()
      socket = own
      child = try ChildProcess(settings.program, settings.arguments, socket: other)
    } catch {
      throw .host(error)
    }
    do throws(HostError) {
      reply = try ask(.policy(digest), [policy], milliseconds: Self.compilePatience).reply
    } catch {
      child.kill()
      throw .host(error)
    }
    guard reply == .ready else { throw .policy }
  }

  deinit {
    do throws(HostError) {
      try socket.send(TemplateRequest.end.bytes)
    } catch {
      child.kill()
    }
  }

  func kill() { child.kill() }

  /// Makes a worker.
  func worker(
    _ limits: Wall.Limits, _ parts: Set<Wall.Part>, decides: Bool, _ descriptors: [Descriptor]
  ) throws(HostError) -> (process: Int, handle: ProcessHandle) {
    let answer = try ask(.work(limits, parts, decides: decides), descriptors)
    switch answer.reply {
    case .worker(let process):
      guard let handle = answer.descriptors.first else { throw Self.confused }
      return (process, ProcessHandle(handle))
    case .failed(let code): throw HostError("make a worker", code: code, kind: .transient)
    case .ready, .refused, .ended: throw Self.confused
    }
  }

  /// How a worker ended; nil while it runs.
  func end(of process: Int) throws(HostError) -> ProcessEnd? {
    guard case .ended(let end) = try ask(.ended(process: process)).reply else { throw Self.confused }
    return end
  }

  func probe(_ number: Int, _ parts: Set<Wall.Part>) throws(HostError) -> ProcessEnd? {
    guard case .ended(let end) = try ask(.probe(number, parts), milliseconds: 60_000).reply else {
      throw Self.confused
    }
    return end
  }

  private func ask(
    _ request: TemplateRequest, _ descriptors: [Descriptor] = [], milliseconds: Int = patience
  ) throws(HostError) -> (reply: TemplateReply, descriptors: [Descriptor]) {
    try turn.withLock { _ throws(HostError) in
      try socket.send(request.bytes, descriptors)
      guard let message = try socket.receive(limit: TemplateReply.limit, milliseconds: milliseconds) else {
        throw HostError("hear from the template of the workers", code: 0, kind: .transient)
      }
      do throws(FrameError) {
        return (try TemplateReply(message.bytes), message.descriptors)
      } catch {
        throw Self.confused
      }
    }
  }

  private static let confused = HostError("understand the template of the workers", code: 0, kind: .transient)
}
