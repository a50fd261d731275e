internal import Host
package import Stages
package import Values

/// The process from which workers are made: it has compiled the policy once, and each worker is a copy of it
/// (fork(2)), so that none parses a configuration and each starts in about a millisecond. It sees no packet, has
/// one thread, and ends when the daemon's socket does; its workers end with it.
package enum Template {
  /// What the configuration's files compile to.
  package struct Compiled: Sendable {
    package let policy: PolicySet
    package let limits: Limits
    package init(policy: PolicySet, limits: Limits) { (self.policy, self.limits) = (policy, limits) }
  }

  /// Compiles the configuration's files; nil where one of them has a mistake.
  package typealias Compile = (_ files: [(name: String, bytes: [UInt8])]) -> Compiled?

  /// Serves until the daemon goes. To be called before the process has made a thread.
  ///
  /// - Parameters:
  ///   - compile: makes the policy.
  ///   - answer: what a worker does within the wall; gives its exit code. Another one is for tests.
  package static func serve(
    _ compile: Compile, answer: (borrowing WorkerSide, Compiled) -> Int32 = WorkerSide.answer
  )
    -> Never
  {
    Wall.setSignals()
    guard Forking.threadCount == 1 else { Forking.exit(now: 70) }
    let socket = MessageSocket(.inherited(3))
    var compiled: Compiled?
    do throws(HostError) {
      while let message = try socket.receive(limit: TemplateRequest.limit) {
        let request: TemplateRequest
        do throws(FrameError) {
          request = try TemplateRequest(message.bytes)
        } catch {
          Forking.exit(now: 70)
        }
        switch request {
        case .policy(let digest):
          compiled = Self.compiled(message.descriptors, digest, compile)
          try socket.send((compiled == nil ? TemplateReply.refused : .ready).bytes)
        case .work(let limits, let parts, let decides):
          guard let compiled else { Forking.exit(now: 70) }
          let made: (process: Int, handle: ProcessHandle)
          do throws(HostError) {
            made = try Forking.fork(keeping: message.descriptors) { kept in
              WorkerSide.enter(kept, limits, parts, decides: decides) { answer($0, compiled) }
            }
          } catch {
            try socket.send(TemplateReply.failed(error.code).bytes)
            continue
          }
          try socket.send(TemplateReply.worker(process: made.process).bytes, [made.handle.handed])
        case .ended(let process):
          try socket.send(TemplateReply.ended(try ProcessEnd.of(child: process)).bytes)
        case .probe(let number, let parts):
          try socket.send(TemplateReply.ended(try Self.probe(number, parts)).bytes)
        case .end: Forking.exit(now: 0)
        }
      }
    } catch {
      Forking.exit(now: 71)
    }
    Forking.exit(now: 0)
  }

  private static func compiled(_ descriptors: [Descriptor], _ digest: Digest, _ compile: Compile) -> Compiled?
  {
    guard descriptors.count == 1 else { return nil }
    do {
      let files = try PolicyFrame.files(try SealedMemory.read(descriptors[0], limit: PolicyFrame.limit))
      guard let compiled = compile(files), compiled.policy.digest == digest else { return nil }
      WarmUp.run(compiled)
      // What made a second thread would make the copies unsafe.
      return Forking.threadCount == 1 ? compiled : nil
    } catch {
      return nil
    }
  }

  /// A process within the wall tries one thing and ends: with 0 when it was refused.
  private static func probe(_ number: Int, _ parts: Set<Wall.Part>) throws(HostError) -> ProcessEnd? {
    guard Wall.Probe.all.indices.contains(number) else { return nil }
    let probe = Wall.Probe.all[number]
    let parent = ThisProcess.number
    let limits = Wall.Limits(memory: 64 << 20, cpuSeconds: 5, output: 1 << 20)
    let child = try Forking.fork(keeping: []) { _ in
      do throws(HostError) {
        try Wall.build(limits, reading: [], mayOpen: true, parts: parts)
      } catch {
        return 2
      }
      return probe.isRefused(parent: parent) ? 0 : 1
    }
    if try !child.handle.hasEnded(within: 10_000) { child.handle.kill() }
    _ = try child.handle.hasEnded(within: 10_000)
    return try ProcessEnd.of(child: child.process)
  }
}
