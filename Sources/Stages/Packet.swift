internal import Bundles
internal import Hashing
internal import Policy
internal import Records
internal import Requests
internal import Values

/// A packet in hand: what the stages so far have made of it.
struct Packet: Sendable {
  /// One record that the request lists.
  struct Record: Sendable {
    /// In the request's order, from 1.
    let number: Int
    let listed: ListedRecord
    /// nil when the packet has no such file.
    let file: ClaimedPacket.File?
    /// nil when it could not be read.
    var read: (any ReadRecord)?
    /// It is read part by part, since it is too long to lie in memory.
    var parts: FHIRLinesParts? { read as? FHIRLinesParts }
  }

  let claimed: ClaimedPacket
  let limits: Limits
  var findings: [Finding] = []
  var request: Request?
  var records: [Record] = []
  /// Papers that lie in the packet as listed, by digest.
  var papers: Set<Digest> = []
  var basis: Basis?
  var pipeline: PolicySet.Versioned?
  var plan: WithholdingPlan?
  /// What leaves of each record, in the request's order.
  var released: [ReleasedRecord] = []
  var bundle: WrittenBundle?
  /// Where the bundle is written; nil is memory.
  let file: (any BundleFile)?

  init(_ claimed: ClaimedPacket, limits: Limits, file: (any BundleFile)? = nil) {
    (self.claimed, self.limits, self.file) = (claimed, limits, file)
  }

  /// SHA-256 over the sorted digests of the input records of which something leaves: tells a repeat.
  var releasing: Digest {
    let numbers = Set(released.map(\.number))
    var hasher = SHA256Hasher()
    for digest in records.filter({ numbers.contains($0.number) }).compactMap({ $0.file?.digest }).sorted() {
      hasher.update(digest.bytes)
    }
    return hasher.finalize()
  }

  /// The strongest verdict so far.
  var verdict: Verdict { findings.map(\.verdict).max() ?? .note }

  /// What the rules look at; nil when there is no request to judge.
  func facts(_ house: HouseFacts) -> Case? {
    guard let request else { return nil }
    return Case(
      request: request,
      records: records.map {
        RecordCase(number: $0.number, listed: $0.listed, facts: $0.read?.facts, parts: $0.parts)
      },
      papers: papers, house: house, basis: basis, pipeline: pipeline?.pipeline)
  }
}

/// A record after the redactions.
struct ReleasedRecord: Sendable {
  /// What leaves of it.
  enum Content: Sendable {
    /// With what is read again from it.
    case held([UInt8], RecordFacts)
    case lines(ReleasedLines)
  }

  /// Its number in the packet.
  let number: Int
  let format: RecordFormat
  let content: Content
  /// Read again from what leaves, as days of service are.
  let documentTypes: [Code]
  let serviceDays: ClosedRange<Day>?
  let isWhole: Bool
  /// Units that went beyond the policy's wish.
  let alsoWithheld: Int
}

/// A bundle as it was written, not yet believed: the leak check opens it again.
struct WrittenBundle: Sendable {
  let content: BundleContent
  /// nil where it lies in a file.
  let bytes: [UInt8]?
  let source: any ByteSource
  let files: [BundledFile]
}
