internal import Hashing
internal import Host
internal import Policy
internal import Requests
internal import Stages
internal import Values

/// What a worker says is believed of its own packet only, and only as far as it can be true (FAULTS.md S09): the
/// disclosure is the one that it was given, the files are the ones that it was handed and are read again, the
/// recipient is one of the house's and gets it by its own channel.
struct ReleaseCheck {
  let facts: HouseFacts
  let names: [String]
  let pipelines: Set<String>
  let outputs: HandedFiles

  /// nil when it cannot be true.
  func believed(_ frame: DecisionFrame) throws(HostError) -> Decision? {
    if let pipeline = frame.pipeline, !pipelines.contains(pipeline) { return nil }
    let verdict = frame.findings.map(\.verdict).max() ?? .note
    let outcome: Decision.Outcome
    switch frame.outcome {
    case .held:
      guard verdict != .reject else { return nil }
      outcome = .held
    case .rejected:
      guard verdict == .reject else { return nil }
      outcome = .rejected
    case .released(let release):
      // What a finding holds does not leave, whatever the answer says.
      guard verdict < .hold, frame.pipeline != nil, release.basis == frame.basis, isPossible(release),
        let files = try files(release)
      else { return nil }
      outcome = .released(
        StagedRelease(
          disclosure: release.disclosure, files: files, inner: release.inner,
          channel: release.channel.rawValue, recipient: release.recipient,
          authorization: release.authorization, lastDay: release.lastDay, records: release.records,
          basis: release.basis, purpose: release.purpose))
    }
    return Decision(
      outcome: outcome, findings: frame.findings, basis: frame.basis, pipeline: frame.pipeline)
  }

  private func isPossible(_ release: DecisionFrame.Release) -> Bool {
    guard release.disclosure == facts.disclosure, PurposeOfUse.of(code: release.purpose) != nil,
      (release.authorization == nil && release.lastDay == nil) || release.basis == .authorization
    else { return false }
    if let entry = facts.recipients.first(where: { $0.id == release.recipient }) {
      return entry.channel == release.channel
    }
    return release.recipient == "patient" || release.recipient == "once"
  }

  /// The files as they lie there, read again and made durable. The worker has ended: nobody writes them any more.
  private func files(_ release: DecisionFrame.Release) throws(HostError) -> [StagedRelease.File]? {
    guard release.files.count == names.count else { return nil }
    var files: [StagedRelease.File] = []
    for (index, file) in release.files.enumerated() {
      guard try outputs.byteCount(index) == file.byteCount, try digest(index) == file.digest else {
        return nil
      }
      try outputs.sync(index)
      files.append(StagedRelease.File(written: names[index], byteCount: file.byteCount, digest: file.digest))
    }
    return files
  }

  private func digest(_ index: Int) throws(HostError) -> Digest? {
    let source = try outputs.source(index)
    var hasher = SHA256Hasher()
    do throws(PacketError) {
      try source.copy(0..<source.byteCount, to: &hasher)
    } catch {
      throw HostError("read what a worker wrote", code: 0, kind: .transient)
    }
    return hasher.finalize()
  }
}
