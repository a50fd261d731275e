internal import Hashing
internal import Host
package import Ledger
internal import Policy
internal import Stages
internal import Values

/// One attempt of one packet, as plain values: it may run on any thread, beside others. It reads the
/// packet's private copies and writes into its folder and audit/; the ledger is not its business.
///
/// An attempt that is given up loses its ``Lease`` and with it the right to write: the next one has the folder
/// to itself. A worker process that hangs is killed by whoever runs it. A `decide` that hangs in this process
/// cannot be killed: its thread, and the memory that it holds, are lost until the process ends; only its slot is
/// free. A packet can do so as often as it may die, then it is poison.
package struct Attempt: Sendable {
  package let packet: PacketEntry
  /// Of all attempts of this process; a packet's own count starts anew when a person retries it.
  package let serial: Int
  let lease = Lease()
  let facts: HouseFacts
  let disclosure: DisclosureID
  let index: Int
  let host: any Host
  let folders: WorkingFolders
  let decide: House.Decide

  /// What came of it.
  package struct Result: Sendable {
    package let packet: PacketNumber
    let attempt: Int
    let serial: Int
    let began: Int64
    let answer: Swift.Result<Answer, PacketError>
  }

  struct Answer: Sendable {
    let outcome: Change.Outcome
  }

  package func run() -> Result {
    let began = host.ticks()
    let answer: Swift.Result<Answer, PacketError>
    do throws(PacketError) {
      answer = .success(Answer(outcome: try settled()))
    } catch {
      answer = .failure(error)
    }
    return Result(
      packet: packet.number, attempt: packet.attempts, serial: serial, began: began, answer: answer)
  }

  /// The outcome; only what is worth another try is thrown.
  private func settled() throws(PacketError) -> Change.Outcome {
    do throws(PacketError) {
      return try outcome()
    } catch {
      let state: PacketState
      switch error.outcome {
      case .retry, .died: throw error
      case .hold: state = .held
      case .reject: state = .rejected
      }
      try discard()
      return stopped(state, [Refusal.thrown(error)], pipeline: nil)
    }
  }

  private func outcome() throws(PacketError) -> Change.Outcome {
    try discard()
    let refused = Refusal.of(packet)
    guard refused.isEmpty else { return stopped(.rejected, refused, pipeline: nil) }
    let decision = try decide(claimed(), facts)
    switch decision.outcome {
    case .held: return stopped(.held, decision.findings, pipeline: decision.pipeline)
    case .rejected: return stopped(.rejected, decision.findings, pipeline: decision.pipeline)
    case .released(let release):
      return Change.Outcome(
        packet: packet.number, state: .released, pipeline: decision.pipeline, verdict: decision.verdict,
        lift: nil, findings: decision.findings, release: try stage(release))
    }
  }

  private func claimed() -> ClaimedPacket {
    let folder = folders.packet(packet.number, in: .work)
    let files = packet.files.enumerated().map { index, file in
      let path = folder.appending(WorkingFolders.copyName(index))
      return ClaimedPacket.File(
        path: file.path, digest: file.digest,
        bytes: PrivateCopy(host: host, path: path, byteCount: file.byteCount))
    }
    return ClaimedPacket(number: packet.number.value, fingerprint: packet.fingerprint, files: files)
  }

  private func stopped(_ state: PacketState, _ findings: [Finding], pipeline: String?) -> Change.Outcome {
    Change.Outcome(
      packet: packet.number, state: state, pipeline: pipeline, verdict: findings.map(\.verdict).max(),
      lift: Refusal.lift(of: findings), findings: findings, release: nil)
  }

  private func discard() throws(PacketError) {
    try lease.take()
    defer { lease.giveBack() }
    do throws(HostError) {
      try Leftovers(host: host, folders: folders, packet: packet.number, disclosure: disclosure).remove()
    } catch {
      throw PacketError(error)
    }
  }

  /// Writes the release's files and its inner manifest durably, so that after the outcome's commit they are
  /// there; a crash before it leaves what the next attempt removes.
  private func stage(_ release: StagedRelease) throws(PacketError) -> ReleaseEntry {
    try check(release)
    try lease.take()
    defer { lease.giveBack() }
    let folder = folders.release(packet.number)
    do throws(HostError) {
      // What a worker wrote lies there, synced and read again.
      if release.files.contains(where: { !$0.isWritten }) { try host.makeFolder(folder, mode: 0o700) }
      for file in release.files where !file.isWritten {
        try host.create(folder.appending(FileName(ours: file.name)), file.bytes, mode: 0o600)
      }
      try host.sync(folder)
      try host.sync(folder.parent)
      try host.writeDurably(folders.inner(disclosure.description), release.inner)
    } catch {
      throw PacketError(error)
    }
    var entry = ReleaseEntry(
      packet: packet.number, index: index, disclosure: disclosure, channel: release.channel,
      recipient: release.recipient,
      files: release.files.map { ReleaseFile(name: $0.name, byteCount: $0.byteCount, digest: $0.digest) },
      conditions: DeliveryConditions(authorization: release.authorization, lastDay: release.lastDay),
      records: release.records, basis: release.basis.rawValue, purpose: release.purpose,
      isAccounted: release.basis.isAccounted, stagedAt: host.now())
    entry.inner = .sha256(release.inner)
    return entry
  }

  /// What is answered is believed of this packet only: names that are not made of its own disclosure id, or
  /// a place that is no id of ours, would reach beyond it.
  private func check(_ release: StagedRelease) throws(PacketError) {
    let prefix = Array("\(disclosure).".utf8)
    let names = release.files.map { Array($0.name.utf8) }
    let areOurs = names.allSatisfy { name in
      name.starts(with: prefix) && name.count > prefix.count && name.count <= 80
        && name.allSatisfy(Self.isPlain)
    }
    let recipient = Array(release.recipient.utf8)
    guard release.disclosure == disclosure.description, !names.isEmpty, areOurs,
      Set(names).count == names.count, Self.isFolderName(recipient),
      Self.isFolderName(Array(release.channel.utf8))
    else {
      throw PacketError(
        "house.answer", .hold, "the release that was made is not this packet's",
        remedy: "report this as a bug, with the packet's number")
    }
  }

  private static func isFolderName(_ name: [UInt8]) -> Bool {
    !name.isEmpty && name.count <= 64 && name.first != UInt8(ascii: ".") && name.allSatisfy(isPlain)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
