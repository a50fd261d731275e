package import Host
package import Policy
package import Stages
package import Values

extension Workforce {
  /// `read` (DESIGN.md §5): one worker for one request, so that no request can speak for another.
  ///
  /// - Returns: nothing of a request over which its worker died twice; `decide` tells why.
  /// - Throws: `transient` when no worker could be asked, or others ended both: of a request that was not read its id
  ///   would not be known, and it could be taken for another one.
  package func read(_ bytes: [UInt8], name: [UInt8]) throws(HostError) -> RequestFacts {
    // A worker that dies may have been ended by a system short of memory: the second one tells.
    var wasKilled = false
    for _ in 0..<2 {
      switch try done(.read(bytes: bytes, name: name), []) {
      case .answered(.read(let facts)): return facts
      case .over: return RequestFacts(id: nil, due: nil, listed: nil)
      case .lost(let loss): wasKilled = loss.wasKilled
      case .answered: wasKilled = false
      }
    }
    if wasKilled { throw HostError("read a request", code: 0, kind: .transient) }
    return RequestFacts(id: nil, due: nil, listed: nil)
  }

  /// `decide` (DESIGN.md §5): the worker reads the packet's folder and writes the release's files.
  ///
  /// - Parameters:
  ///   - folder: the packet's private copies.
  ///   - copies: the name of each of the packet's files in it, in the packet's order.
  ///   - timing: told how long each stage took, as the worker says.
  ///   - release: is made, and holds the release's files when there is a release; else it is gone again.
  /// - Throws: `retry` where nobody is to blame, `died` where the worker ended without an answer that can be
  ///   believed, `hold` where the packet needs more than a worker may use; and what `decide` throws.
  package func decide(
    _ packet: ClaimedPacket, _ facts: HouseFacts, in folder: FilePath, copies: [FileName],
    writing release: FilePath, timing: (StageName, Duration) -> Void = { _, _ in }
  ) throws(PacketError) -> Decision {
    let names = StagedRelease.names(of: facts.disclosure)
    let task = WorkerTask.decide(
      WorkerTask.Packet(
        number: packet.number, fingerprint: packet.fingerprint,
        files: zip(packet.files, copies).map { file, copy in
          WorkerTask.Packet.File(
            path: file.path, digest: file.digest, byteCount: file.bytes.byteCount, copy: copy.bytes)
        }), facts)
    let judged: Result<Decision, PacketError>
    do throws(HostError) {
      let outputs = try HandedFiles(making: release, names.map { FileName(ours: $0) })
      let ending = try done(task, [try HandedFolder.open(folder)] + outputs.descriptors)
      if case .answered(.decided(let frame)) = ending {
        for time in frame.times { timing(time.stage, .nanoseconds(time.nanoseconds)) }
      }
      judged = try Self.judged(
        ending, ReleaseCheck(facts: facts, names: names, pipelines: pipelines, outputs: outputs), settings)
      if !Self.isRelease(judged) {
        // By what it made itself: an attempt that was given up must not take the next one's release away.
        try outputs.remove()
        // A power cut after the outcome would bring it back, and nobody would own it.
        try RealHost().sync(folder)
      }
    } catch {
      throw PacketError(
        "house.worker", .retry, "\(error.operation): error \(error.code)",
        remedy: "look at the system's memory, processes and disk; it is tried again by itself")
    }
    return try judged.get()
  }

  private static func isRelease(_ judged: Result<Decision, PacketError>) -> Bool {
    guard case .success(let decision) = judged, case .released = decision.outcome else { return false }
    return true
  }

  private static func judged(_ ending: Ending, _ check: ReleaseCheck, _ settings: WorkforceSettings)
    throws(HostError) -> Result<Decision, PacketError>
  {
    switch ending {
    case .answered(.decided(let frame)):
      guard let decision = try check.believed(frame) else { return .failure(lost(.nonsense, settings)) }
      return .success(decision)
    case .answered(.failed(let error)):
      // How it ended is ours to say.
      return .failure(error.outcome == .died ? lost(.nonsense, settings) : error)
    case .answered(.read): return .failure(lost(.nonsense, settings))
    case .over(let limit): return .failure(over(limit, settings))
    case .lost(let loss): return .failure(lost(loss, settings))
    }
  }

  /// The same packet would need as much again: a person decides whether it may have more.
  private static func over(_ limit: Limit, _ settings: WorkforceSettings) -> PacketError {
    let (problem, key): (PlainText, PlainText) =
      switch limit {
      case .memory: ("more than \((settings.memory ?? 0) >> 20) MiB of memory", "memory")
      case .cpu: ("more than \(settings.cpuSeconds) s of a processor", "cpu")
      case .output: ("a file of more than \(settings.output >> 20) MiB", "output")
      }
    return PacketError(
      "house.limit", .hold, "work on it needs \(problem)",
      remedy: "raise \"\(key)\" under \"wall\" in chartgate.yaml, reload; then: chartgate retry")
  }

  private static func lost(_ loss: Loss, _ settings: WorkforceSettings) -> PacketError {
    let remedy: PlainText = "it is tried again by itself; a packet over which workers die is set aside"
    switch loss {
    case .ended(let signal?, _):
      return PacketError(
        "house.worker", .died, "its worker was ended by signal \(signal)", remedy: remedy)
    case .ended(nil, let code):
      return PacketError(
        "house.worker", .died, "its worker ended without an answer (exit code \(code ?? -1))", remedy: remedy)
    case .forbidden:
      return PacketError(
        "house.wall", .died, "its worker tried what the wall forbids, and was ended",
        remedy: "this may be an attack: keep the packet, look where it came from, and report it")
    case .time:
      return PacketError(
        "house.worker", .died, "its worker gave no answer within \(settings.milliseconds / 1000) s",
        remedy: remedy)
    case .nonsense:
      return PacketError(
        "house.worker", .died, "its worker gave an answer that cannot be right", remedy: remedy)
    }
  }
}
