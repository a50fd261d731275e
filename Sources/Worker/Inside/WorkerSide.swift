package import Host
internal import Policy
internal import Stages
internal import Values

/// A worker, from within: what it was handed, and its one answer. It can reach nothing else.
package struct WorkerSide: ~Copyable {
  /// Its stream to the daemon.
  package let channel: WorkerChannel
  /// The packet's folder; nil for one that only reads a request.
  package let folder: HandedFolder?
  /// The files that the release is written into, in the order of ``StagedRelease/names(of:)``.
  package let outputs: [HandedSink]

  /// Exit codes of a worker that ends by itself without an answer.
  private enum End {
    static let done: Int32 = 0
    static let wall: Int32 = 76
    static let task: Int32 = 79
    static let channel: Int32 = 80
  }

  /// Builds the wall, then does what there is to do. Nothing from outside is read before the wall stands.
  static func enter(
    _ kept: [Descriptor], _ limits: Wall.Limits, _ parts: Set<Wall.Part>, decides: Bool,
    _ run: (borrowing WorkerSide) -> Int32
  ) -> Int32 {
    guard let stream = kept.first, decides == (kept.count > 1) else { return End.task }
    let folder = decides ? HandedFolder(kept[1]) : nil
    do throws(HostError) {
      try Wall.build(limits, reading: folder.map { [$0] } ?? [], mayOpen: folder != nil, parts: parts)
    } catch {
      return End.wall
    }
    // The wall stands around this thread and those that it makes from here on.
    let code = Forking.onNewThread {
      run(
        WorkerSide(
          channel: WorkerChannel(stream), folder: folder, outputs: kept.dropFirst(2).map { HandedSink($0) }))
    }
    return code < 0 ? End.wall : code
  }

  /// Takes the task, answers it, and ends.
  package static func answer(_ side: borrowing WorkerSide, _ compiled: Template.Compiled) -> Int32 {
    do {
      guard let task = try side.task() else { return End.channel }
      try side.channel.write(Framing.framed(side.reply(to: task, compiled).bytes))
      return End.done
    } catch is FrameError {
      return End.task
    } catch {
      return End.channel
    }
  }

  /// What the worker is asked; nil when the daemon went.
  package func task() throws -> WorkerTask? {
    guard let prefix = try channel.read(exactly: Framing.prefix) else { return nil }
    let length = Framing.length(prefix)
    guard length <= WorkerTask.taskBytes, let bytes = try channel.read(exactly: length) else { return nil }
    return try WorkerTask(bytes)
  }

  /// The honest answer.
  package func reply(to task: WorkerTask, _ compiled: Template.Compiled) -> Reply {
    switch task {
    case .read(let bytes, let name):
      return .read(RequestReading.read(bytes, name: name, limits: compiled.limits))
    case .decide(let packet, let facts):
      do throws(PacketError) {
        let clock = StageClock()
        if packet.files.contains(where: { $0.byteCount > compiled.limits.wholeLinesBytes }) {
          ThisProcess.giveMemoryBack()
        }
        let decision = try Deciding.decide(
          try claimed(packet), facts, compiled.policy, limits: compiled.limits,
          into: outputs.last.map(WrittenBundleFile.init), entering: clock.enter)
        try write(decision)
        return .decided(try DecisionFrame(decision, times: clock.times))
      } catch {
        return .failed(error)
      }
    }
  }

  private func claimed(_ packet: WorkerTask.Packet) throws(PacketError) -> ClaimedPacket {
    guard let folder else {
      throw PacketError(
        "house.worker", .retry, "a worker was handed no folder", remedy: "report this as a bug")
    }
    var files: [ClaimedPacket.File] = []
    for file in packet.files {
      guard let name = FileName(file.copy) else {
        throw PacketError(
          "house.worker", .retry, "a worker was handed a name that is none", remedy: "report this as a bug")
      }
      files.append(
        ClaimedPacket.File(
          path: file.path, digest: file.digest, bytes: folder.source(name, byteCount: file.byteCount)))
    }
    return ClaimedPacket(number: packet.number, fingerprint: packet.fingerprint, files: files)
  }

  private func write(_ decision: Decision) throws(PacketError) {
    guard case .released(let release) = decision.outcome else { return }
    guard release.files.count == outputs.count else {
      throw PacketError(
        "house.answer", .hold, "a release has other files than it should", remedy: "report this as a bug")
    }
    // The bundle was written as it was made.
    for (file, output) in zip(release.files, outputs) where !file.isWritten {
      try output.write(file.bytes)
    }
  }
}

/// The bundle's own file: the last one of a release.
private struct WrittenBundleFile: BundleFile {
  let output: HandedSink
  init(_ output: HandedSink) { self.output = output }

  var sink: any PatchedSink { output }
  func written() throws(PacketError) -> any ByteSource { try output.written() }
}
