package import Policy
package import Requests
package import Stages
package import Values

/// What a worker answers: one frame, and then its end. The bundle is not in it: the worker wrote it into the
/// files that it was handed.
package enum Reply: Sendable {
  case decided(DecisionFrame)
  case failed(PacketError)
  case read(RequestFacts)

  private enum Tag: UInt8 { case decided = 1, failed, read }

  package var bytes: [UInt8] {
    var frame = FrameWriter()
    switch self {
    case .decided(let decision):
      frame.byte(Tag.decided.rawValue)
      frame.decision(decision)
    case .failed(let error):
      frame.byte(Tag.failed.rawValue)
      frame.error(error)
    case .read(let facts):
      frame.byte(Tag.read.rawValue)
      frame.requestFacts(facts)
    }
    return frame.bytes
  }

  package init(_ bytes: [UInt8], _ limits: Limits) throws(FrameError) {
    var frame = FrameReader(bytes)
    guard let tag = Tag(rawValue: try frame.byte()) else { throw .value }
    switch tag {
    case .decided: self = .decided(try frame.decision(limits))
    case .failed: self = .failed(try frame.error(records: limits.recordsPerPacket))
    case .read: self = .read(try frame.requestFacts(limits))
    }
    try frame.finish()
  }
}

/// A decision as it crosses the wall: with what the files of its release should be, not with their bytes.
package struct DecisionFrame: Sendable {
  package struct File: Sendable, Equatable {
    package var byteCount: Int
    package var digest: Digest
  }

  package struct Release: Sendable {
    package var disclosure: String
    /// In the order of ``StagedRelease/names(of:)``.
    package var files: [File]
    package var inner: [UInt8]
    package var channel: Delivery.Channel
    package var recipient: String
    package var authorization: Digest?
    package var lastDay: Day?
    package var records: Digest
    package var basis: Basis
    package var purpose: String
  }

  package enum Outcome: Sendable {
    case released(Release)
    case held
    case rejected
  }

  package var outcome: Outcome
  package var findings: [Finding]
  package var basis: Basis?
  package var pipeline: String?
  /// Nanoseconds that each stage took.
  package var times: [(stage: StageName, nanoseconds: Int64)]
}

extension DecisionFrame {
  package init(_ decision: Decision, times: [(stage: StageName, nanoseconds: Int64)]) throws(PacketError) {
    let outcome: Outcome
    switch decision.outcome {
    case .released(let release):
      guard let channel = Delivery.Channel(rawValue: release.channel) else {
        throw PacketError(
          "house.answer", .hold, "a release has a channel that there is none of",
          remedy: "report this as a bug")
      }
      outcome = .released(
        Release(
          disclosure: release.disclosure,
          files: release.files.map { File(byteCount: $0.byteCount, digest: $0.digest) }, inner: release.inner,
          channel: channel, recipient: release.recipient, authorization: release.authorization,
          lastDay: release.lastDay, records: release.records, basis: release.basis, purpose: release.purpose))
    case .held: outcome = .held
    case .rejected: outcome = .rejected
    }
    self.init(
      outcome: outcome, findings: decision.findings, basis: decision.basis, pipeline: decision.pipeline,
      times: times)
  }
}

extension FrameWriter {
  fileprivate mutating func decision(_ decision: DecisionFrame) {
    list(decision.findings) { $0.finding($1) }
    optional(decision.basis) { $0.text($1.rawValue) }
    optional(decision.pipeline) { $0.text($1) }
    list(decision.times) { frame, time in
      frame.text(time.stage.rawValue)
      frame.number(time.nanoseconds)
    }
    switch decision.outcome {
    case .held: byte(0)
    case .rejected: byte(1)
    case .released(let release):
      byte(2)
      text(release.disclosure)
      list(release.files) { frame, file in
        frame.number(file.byteCount)
        frame.digest(file.digest)
      }
      block(release.inner)
      text(release.channel.rawValue)
      text(release.recipient)
      optional(release.authorization) { $0.digest($1) }
      optional(release.lastDay) { $0.day($1) }
      digest(release.records)
      text(release.basis.rawValue)
      text(release.purpose)
    }
  }
}

extension FrameReader {
  private static let mostFindings = 500_000

  fileprivate mutating func decision(_ limits: Limits) throws(FrameError) -> DecisionFrame {
    let records = limits.recordsPerPacket
    let findings = try list(limit: Self.mostFindings) { frame throws(FrameError) in
      try frame.finding(records: records)
    }
    let basis = try optional { frame throws(FrameError) in try frame.word(Basis.self) }
    let pipeline = try optional { frame throws(FrameError) in try frame.plainText(limit: 200) }
    let times = try list(limit: 2 * StageName.allCases.count) { frame throws(FrameError) in
      (stage: try frame.word(StageName.self), nanoseconds: try frame.number(in: 0...Int64(1) << 53))
    }
    let outcome: DecisionFrame.Outcome
    switch try byte() {
    case 0: outcome = .held
    case 1: outcome = .rejected
    case 2: outcome = .released(try release())
    default: throw .value
    }
    return DecisionFrame(
      outcome: outcome, findings: findings, basis: basis, pipeline: pipeline, times: times)
  }

  private mutating func release() throws(FrameError) -> DecisionFrame.Release {
    let disclosure = try plainText(limit: 64)
    let files = try list(limit: 16) { frame throws(FrameError) in
      DecisionFrame.File(byteCount: try frame.number(in: 0...Int.max), digest: try frame.digest())
    }
    return DecisionFrame.Release(
      disclosure: disclosure, files: files, inner: try block(limit: WorkerTask.replyBytes),
      channel: try word(Delivery.Channel.self), recipient: try plainText(limit: 64),
      authorization: try optional { frame throws(FrameError) in try frame.digest() },
      lastDay: try optional { frame throws(FrameError) in try frame.day() }, records: try digest(),
      basis: try word(Basis.self), purpose: try plainText(limit: 64))
  }
}
