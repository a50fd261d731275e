package import Host
internal import Synchronization
package import Values

/// The daemon's side of the wall, for one loaded policy: each question of a packet is answered by a process of
/// its own, which is made for it, may use so much and no more, and ends. Whatever it does, this process goes on.
package final class Workforce: Sendable {
  /// What became of a worker.
  enum Ending {
    case answered(Reply)
    /// It used more than it may.
    case over(Limit)
    /// It died, hung, or said what cannot be.
    case lost(Loss)
  }

  enum Limit { case memory, cpu, output }

  enum Loss: Equatable {
    case ended(signal: Int?, exitCode: Int?)
    case forbidden
    case time
    case nonsense

    /// By SIGKILL, which is not ours here: a system short of memory.
    var wasKilled: Bool {
      switch self {
      case .ended(let signal, _): signal == 9
      case .forbidden, .time, .nonsense: false
      }
    }
  }

  let settings: WorkforceSettings
  let limits: Limits
  /// Names of the policy's pipelines.
  let pipelines: Set<String>
  private let digest: Digest
  private let policy: Descriptor
  private let template: Mutex<TemplateProcess?>

  /// Starts a template, and tries whether the wall holds.
  ///
  /// - Parameters:
  ///   - files: the configuration's files as they were read and digested.
  ///   - digest: of the policy that they compile to.
  package init(
    _ settings: WorkforceSettings, files: [(name: String, bytes: [UInt8])], digest: Digest,
    pipelines: Set<String>, limits: Limits
  ) throws(WorkforceFailure) {
    for part in Wall.Part.allCases
    where !settings.available.contains(part) && !settings.without.contains(part) {
      throw .lacks(part)
    }
    (self.settings, self.limits, self.pipelines, self.digest) = (settings, limits, pipelines, digest)
    do throws(HostError) {
      policy = try SealedMemory.make(PolicyFrame.bytes(files))
    } catch {
      throw .host(error)
    }
    template = Mutex(try Self.first(settings, policy, digest))
  }

  /// A template that holds. One that goes while it is made may have been ended by a system short of memory:
  /// another one tells.
  private static func first(_ settings: WorkforceSettings, _ policy: Descriptor, _ digest: Digest)
    throws(WorkforceFailure) -> TemplateProcess
  {
    var tries = 3
    while true {
      tries -= 1
      do throws(WorkforceFailure) {
        let template = try TemplateProcess(settings, policy: policy, digest: digest)
        try test(template, settings)
        return template
      } catch {
        guard tries > 0, case .host = error else { throw error }
      }
    }
  }

  /// Parts of the wall that this kernel lacks and that the configuration lets go.
  package var missing: Set<Wall.Part> { Set(Wall.Part.allCases).subtracting(settings.available) }

  /// Every way out is tried, each by a process of its own within the wall (FAULTS.md S08).
  private static func test(_ template: TemplateProcess, _ settings: WorkforceSettings)
    throws(WorkforceFailure)
  {
    for (number, probe) in Wall.Probe.all.enumerated() where settings.parts.contains(probe.part) {
      let end: ProcessEnd?
      do throws(HostError) {
        end = try template.probe(number, settings.parts)
      } catch {
        throw .host(error)
      }
      guard let end, end.exitCode == 0 || end.wasForbidden else { throw .holds(not: probe.name) }
    }
  }

  /// Has a task done by a worker of its own.
  ///
  /// - Parameter descriptors: what it is handed beside its stream.
  /// - Throws: when no worker could be made, or asked: nobody's fault, to be tried again.
  func done(_ task: WorkerTask, _ descriptors: [Descriptor]) throws(HostError) -> Ending {
    let decides = !descriptors.isEmpty
    let template = try current()
    let made = try made(by: template, decides: decides, descriptors)
    let milliseconds =
      decides ? settings.milliseconds : min(settings.milliseconds, WorkforceSettings.readMilliseconds)
    return try watched(made.worker, template) { () throws(HostError) in
      try Self.exchange(
        task, over: made.channel, deadline: RealHost().ticks() + Int64(milliseconds) * 1_000_000)
    }
  }

  /// Makes a worker. The other end of its stream is closed here once it has it: else its end would not be seen.
  private func made(by template: TemplateProcess, decides: Bool, _ descriptors: [Descriptor])
    throws(HostError)
    -> (channel: ByteChannel, worker: (process: Int, handle: ProcessHandle))
  {
    let (own, other) = try ByteChannel.pair()
    do throws(HostError) {
      let worker = try template.worker(
        decides ? settings.decides : settings.reads, settings.parts, decides: decides, [other] + descriptors)
      return (own, worker)
    } catch {
      // One that was refused a process is good; one that does not answer is not.
      if error.code == 0 || !Self.isRefusal(error) { discard(template) }
      // A pipe that broke is nothing that lasts: the next one is asked.
      throw HostError(error.operation, code: error.code, kind: .transient)
    }
  }

  /// What came over a worker's stream.
  private enum Heard {
    case frame([UInt8])
    case nothing
    case nonsense
    case late
  }

  /// Hands over the task and hears the whole of what is said.
  private static func exchange(_ task: WorkerTask, over channel: ByteChannel, deadline: Int64)
    throws(HostError) -> Heard
  {
    do throws(HostError) {
      _ = try channel.write(Framing.framed(task.bytes), deadline: deadline)
      var heard: [UInt8] = []
      let most = WorkerTask.replyBytes + Framing.prefix
      while true {
        // Memory is taken for what came, never for what was announced.
        let piece = try channel.read(upTo: min(1 << 16, most + 1 - heard.count), deadline: deadline)
        if piece.isEmpty { break }
        heard += piece
        guard heard.count <= most else { return .nonsense }
      }
      guard !heard.isEmpty else { return .nothing }
      // Neither half of an answer, nor more than one.
      guard heard.count >= Framing.prefix,
        Framing.length(Array(heard[..<Framing.prefix])) == heard.count - Framing.prefix
      else { return .nonsense }
      return .frame(Array(heard[Framing.prefix...]))
    } catch  where error.isTimeout {
      return .late
    }
  }

  /// Hears a worker, sees to its end, and judges both.
  private func watched(
    _ worker: (process: Int, handle: ProcessHandle), _ template: TemplateProcess,
    _ hear: () throws(HostError) -> Heard
  ) throws(HostError) -> Ending {
    let heard: Heard
    do throws(HostError) {
      heard = try hear()
    } catch {
      worker.handle.kill()
      _ = try end(of: worker, template)
      throw error
    }
    switch heard {
    case .late, .nonsense: worker.handle.kill()
    case .frame, .nothing: break
    }
    let end = try end(of: worker, template)
    if Wall.couldNotStand(end) { throw HostError("build a worker's wall", code: 0, kind: .transient) }
    if end.wasOverCPU { return .over(.cpu) }
    if end.wasOverOutput { return .over(.output) }
    if end.wasOverMemory { return .over(.memory) }
    if end.wasForbidden { return .lost(.forbidden) }
    switch heard {
    case .late: return .lost(.time)
    case .nonsense: return .lost(.nonsense)
    case .nothing: return .lost(.ended(signal: end.signal, exitCode: end.exitCode))
    case .frame(let bytes):
      guard end.exitCode == 0 else { return .lost(.ended(signal: end.signal, exitCode: end.exitCode)) }
      do throws(FrameError) {
        return .answered(try Reply(bytes, limits))
      } catch {
        return .lost(.nonsense)
      }
    }
  }

  /// Waits a moment for a worker that has said what it had to say; one that stays is ended.
  private func end(of worker: (process: Int, handle: ProcessHandle), _ template: TemplateProcess)
    throws(HostError) -> ProcessEnd
  {
    if try !worker.handle.hasEnded(within: 2_000) { worker.handle.kill() }
    // A process in the middle of a disk's silence ends when the disk speaks.
    _ = try worker.handle.hasEnded(within: 30_000)
    do throws(HostError) {
      guard let end = try template.end(of: worker.process) else {
        throw HostError("wait for a worker's end", code: 0, kind: .transient)
      }
      return end
    } catch {
      worker.handle.kill()
      discard(template)
      throw error
    }
  }

  /// The template, a new one when the last one went.
  private func current() throws(HostError) -> TemplateProcess {
    do throws(WorkforceFailure) {
      return try template.withLock { template throws(WorkforceFailure) in
        if let template { return template }
        let new = try TemplateProcess(settings, policy: policy, digest: digest)
        template = new
        return new
      }
    } catch {
      if case .host(let error) = error {
        throw HostError(error.operation, code: error.code, kind: .transient)
      }
      throw HostError("start the template of the workers", code: 0, kind: .transient)
    }
  }

  /// Who has work of it in hand keeps it until that is done.
  private func discard(_ old: TemplateProcess) {
    let isDropped = template.withLock { template in
      guard template === old else { return false }
      template = nil
      return true
    }
    if isDropped { old.kill() }
  }

  private static func isRefusal(_ error: HostError) -> Bool { error.operation == "make a worker" }
}
