import Glibc
import Host
import Requests
import Values
import Worker

/// An answer that is not true, made from the true one where it can be.
enum Lie: String, CaseIterable {
  case half, twice
  case longPrefix = "long-prefix"
  case flood, nonsense
  case emptyFrame = "empty-frame"
  case wrongDigest = "wrong-digest"
  case wrongSize = "wrong-size"
  case fewerFiles = "fewer-files"
  case otherDisclosure = "other-disclosure"
  case otherRecipient = "other-recipient"
  case otherChannel = "other-channel"
  case otherPipeline = "other-pipeline"
  case heldAndReleased = "held-and-released"
  case recordBeyond = "record-beyond"
  case hiddenText = "hidden-text"
  case requestFacts = "request-facts"
  case writtenAfter = "written-after"

  func tell(_ side: borrowing WorkerSide, _ truth: Reply) throws -> Int32 {
    let framed = Framing.framed(truth.bytes)
    switch self {
    case .half: try side.channel.write(Array(framed.prefix(framed.count / 2)))
    case .twice: try side.channel.write(framed + framed)
    case .longPrefix: try side.channel.write([0xFF, 0xFF, 0xFF, 0xFF] + truth.bytes)
    case .flood:
      let piece = [UInt8](repeating: 0xFF, count: 1 << 20)
      while true { try side.channel.write(piece) }
    case .nonsense:
      try side.channel.write(Framing.framed((0..<500).map { UInt8(truncatingIfNeeded: $0 * 37) }))
    case .emptyFrame: try side.channel.write([0, 0, 0, 0])
    case .requestFacts:
      // `read`'s answer to `decide`: no id, no date, no list.
      try side.channel.write(Framing.framed([3, 0, 0, 0]))
    case .writtenAfter:
      try side.outputs[3].write([0])
      try side.channel.write(framed)
    case .wrongDigest, .wrongSize, .fewerFiles, .otherDisclosure, .otherRecipient, .otherChannel,
      .otherPipeline,
      .heldAndReleased, .recordBeyond, .hiddenText:
      guard case .decided(var frame) = truth else { return 6 }
      try twist(&frame)
      try side.channel.write(Framing.framed(Reply.decided(frame).bytes))
    }
    return 0
  }

  private func twist(_ frame: inout DecisionFrame) throws {
    guard case .released(var release) = frame.outcome else { return }
    switch self {
    case .wrongDigest: release.files[3].digest = release.files[0].digest
    case .wrongSize: release.files[3].byteCount += 1
    case .fewerFiles: release.files.removeLast()
    case .otherDisclosure: release.disclosure = "d00000099-1"
    case .otherRecipient: release.recipient = "nobody-here"
    case .otherChannel: release.channel = release.channel == .fax ? .mail : .fax
    case .otherPipeline: frame.pipeline = "made-up"
    case .heldAndReleased:
      frame.findings.append(
        Finding("test.hold", source: "none", .hold, lift: .any, "a person must look", remedy: "look"))
    case .recordBeyond:
      frame.findings.append(
        Finding(
          "test.note", source: "none", .note, lift: .any, subject: .record(1 << 40), "beyond", remedy: "none")
      )
    case .hiddenText:
      // A rule's name is sent as it is: this one would turn the reading direction of a log.
      frame.pipeline = "care\u{202E}"
    case .half, .twice, .longPrefix, .flood, .nonsense, .emptyFrame, .requestFacts, .writtenAfter: break
    }
    frame.outcome = .released(release)
  }
}
