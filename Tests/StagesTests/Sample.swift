import Foundation
import Hashing
import Policy
import Requests
import Stages
import Testing
import Values

/// A packet in memory and a house for it, which a test changes in one thing.
struct Sample {
  static let note = """
    Progress note
    Patient: Jane Roe
    DOB: 1980-02-03
    MRN: 4711
    Date of service: 2026-01-05

    Blood pressure is within the agreed target, and she feels well.

    She is HIV positive and takes Biktarvy every day without missing a dose.
    """

  var records: [(name: String, text: String)] = [("note.txt", note)]
  var extra: [(name: String, text: String)] = []
  var request = Self.treatment
  /// Replaces the request's bytes when set.
  var requestText: String?
  var today: Day
  var house: HouseFacts

  init() throws {
    today = try #require(Day("2026-03-02"))
    let site = Site(
      name: "Alder Falls", kind: .hospital, state: "NY", timeZone: "America/New_York", isTrial: true)
    house = HouseFacts(
      today: today, instant: Instant(milliseconds: 1_772_448_900_000), disclosure: "d00000001-1", site: site,
      recipients: [
        Recipient(
          id: "clinic", name: "Valley Clinic", kinds: [.provider], channel: .direct, address: ["a@b.example"]),
        Recipient(id: "insurer", name: "Example Insurance", kinds: [.payer], channel: .sftp),
      ])
    house.served = ["clinic", "insurer"]
  }

  static var treatment: Request {
    var request = Request(id: "R-1")
    request.received = Instant("2026-02-20T09:00:00Z")
    request.sample = true
    var patient = Patient()
    patient.names = [PersonName(family: "Roe", given: ["Jane"])]
    patient.birthDate = Day("1980-02-03").map { Sensitive($0) }
    patient.identifiers = [Identifier(system: "1.2.3", value: "4711")]
    request.patient = patient
    var requester = Requester()
    requester.kind = .provider
    var identity = IdentityProof()
    (identity.method, identity.checkedBy, identity.checkedOn) = (
      .inNetwork, Sensitive("desk"), Day("2026-02-20")
    )
    requester.identity = identity
    request.requester = requester
    var purpose = Purpose()
    purpose.code = "TREAT"
    request.purpose = purpose
    var recipient = RequestedRecipient()
    recipient.id = "clinic"
    request.recipient = recipient
    return request
  }

  var packet: ClaimedPacket {
    var request = request
    request.records = records.map { ListedRecord(path: $0.name) }
    let bytes = requestText.map { Array($0.utf8) } ?? RequestWriter.json(request)
    let files =
      (records + extra).map { Self.file($0.name, Array($0.text.utf8)) } + [Self.file("request.json", bytes)]
    return ClaimedPacket(number: 1, fingerprint: .sha256(bytes), files: files)
  }

  private static func file(_ name: String, _ bytes: [UInt8]) -> ClaimedPacket.File {
    ClaimedPacket.File(path: Array(name.utf8), digest: .sha256(bytes), bytes: MemorySource(bytes))
  }

  /// A pipeline that takes treatment and withholds these categories.
  ///
  /// - Parameter more: further keys of the file.
  static func policy(
    withhold categories: [String], redact: [String] = [], more: String = ""
  ) throws -> PolicySet {
    let set = try categorySet.get()
    let text = """
      name: sample
      title: A sample
      version: 1
      takes:
        bases: [treatment]
      match: standard
      withhold: [\(categories.joined(separator: ", "))]
      redact: [\(redact.joined(separator: ", "))]
      \(more)
      """
    guard
      case .read(let pipeline) = PipelineReader.read(
        Array(text.utf8), name: "sample.yaml", categories: set.names)
    else { throw Unreadable() }
    return PolicySet(
      pipelines: [PolicySet.Versioned(pipeline: pipeline, digest: .sha256(Array(text.utf8)))],
      categories: set,
      digest: .sha256([1]))
  }

  struct Unreadable: Error {}

  private static let categorySet: Result<CategorySet, any Error> = Result {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Pipelines/categories")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
      .sorted()
    let files = try names.filter { $0.hasSuffix(".yaml") }.map {
      (name: $0, bytes: Array(try Data(contentsOf: folder.appending(path: $0))))
    }
    guard case .read(let set) = CategoryReader.read(files) else { throw Unreadable() }
    return set
  }

  func decided(withhold categories: [String] = ["HIV"]) throws -> Decision {
    try Deciding.decide(packet, house, Self.policy(withhold: categories))
  }
}

extension Decision {
  var release: StagedRelease? { if case .released(let release) = outcome { release } else { nil } }
  var isHeld: Bool { if case .held = outcome { true } else { false } }
  var isRejected: Bool { if case .rejected = outcome { true } else { false } }
  func stops(by rule: RuleID) -> Bool { findings.contains { $0.rule == rule && $0.verdict >= .hold } }
}
