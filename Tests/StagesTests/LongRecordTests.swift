import Bundles
import Hashing
import Policy
import Requests
import Stages
import Synchronization
import Testing
import Values

@Suite("a record of lines that does not lie in memory goes the same way as any other")
struct LongRecordTests {
  /// Lines of one patient: some of what must stay behind, some that points to it, some that retells it.
  private static func lines(_ count: Int) -> String {
    let patient =
      #"{"resourceType":"Patient","id":"p","name":[{"family":"Roe","given":["Jane"]}],"birthDate":"1980-02-03","identifier":[{"system":"1.2.3","value":"4711"},{"system":"http://hl7.org/fhir/sid/us-ssn","value":"219099918"}]}"#
    let others = (0..<count).map { number in
      switch number % 5 {
      case 0:
        #"{"resourceType":"Condition","id":"c\#(number)","code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"\#(number % 3 == 0 ? "B20" : "I10")"}],"text":"\#(number % 3 == 0 ? "HIV disease" : "hypertension")"},"subject":{"reference":"Patient/p"},"recordedDate":"2025-01-02"}"#
      case 1:
        #"{"resourceType":"Encounter","id":"e\#(number)","status":"finished","class":{"code":"AMB"},"subject":{"reference":"Patient/p"},"reasonReference":[{"reference":"Condition/c\#(max(0, number - 11) / 5 * 5)"}]}"#
      case 2:
        #"{"resourceType":"Observation","id":"o\#(number)","status":"final","code":{"text":"pulse"},"valueInteger":\#(60 + number % 9),"subject":{"reference":"Patient/p"},"note":[{"text":"SSN 219-09-9918, feels well"}]}"#
      case 3:
        #"{"resourceType":"Provenance","id":"v\#(number)","target":[{"reference":"Condition/c\#((number + 40) % count / 5 * 5)"}],"recorded":"2026-02-01T00:00:00Z","agent":[{"who":{"display":"Desk"}}]}"#
      default:
        #"{"resourceType":"Communication","id":"t\#(number)","status":"completed","subject":{"reference":"Patient/p"},"payload":[{"contentString":"\#(number % 4 == 0 ? "asked about HIV disease again" : "asked for a refill")"}]}"#
      }
    }
    return ([patient] + others).joined(separator: "\n") + "\n"
  }

  private static func sample(_ text: String) throws -> Sample {
    var sample = try Sample()
    sample.records = [("export.ndjson", text)]
    let key = try #require(HouseKey(Array(0..<32)))
    sample.house.packetKey = key.packetKey(1)
    return sample
  }

  private static func limits(_ partBytes: Int) -> Limits {
    var limits = Limits.standard
    (limits.wholeLinesBytes, limits.partBytes) = (0, partBytes)
    return limits
  }

  private static func decided(
    _ sample: Sample, _ limits: Limits, into file: (any BundleFile)? = nil
  ) throws -> Decision {
    try Deciding.decide(
      sample.packet, sample.house, Sample.policy(withhold: ["HIV"], redact: ["ssn"]), limits: limits,
      into: file)
  }

  /// A file of its own.
  private final class File: BundleFile, Sendable {
    let bytes = Mutex<[UInt8]>([])
    private struct Sink: PatchedSink {
      let file: File
      mutating func write(_ more: Span<UInt8>) {
        var sink = MemorySink()
        do throws(PacketError) { try sink.write(more) } catch { return }
        let piece = sink.bytes
        file.bytes.withLock { $0 += piece }
      }
      mutating func patch(_ more: [UInt8], at offset: Int) {
        file.bytes.withLock { $0.replaceSubrange(offset..<offset + more.count, with: more) }
      }
    }
    var sink: any PatchedSink { Sink(file: self) }
    func written() -> any ByteSource { MemorySource(bytes.withLock { $0 }) }
  }

  @Test(arguments: [1, 900, 5_000, 1 << 20])
  func `its release and its report are those of one that is read whole`(
    _ partBytes: Int
  ) throws {
    let sample = try Self.sample(Self.lines(60))
    let whole = try Self.decided(sample, .standard)
    let parts = try Self.decided(sample, Self.limits(partBytes))
    let (one, other) = (try #require(whole.release), try #require(parts.release))
    #expect(other.files.map(\.digest) == one.files.map(\.digest))
    #expect(String(decoding: other.inner, as: UTF8.self) == String(decoding: one.inner, as: UTF8.self))
    #expect(parts.findings == whole.findings)
    let bundle = BundleVerifier.open(try #require(other.files.last).bytes)
    let record = try #require(bundle.contents["data/001-record.ndjson"])
    let text = String(decoding: record, as: UTF8.self)
    #expect(!text.contains("HIV") && !text.contains("B20") && !text.contains("9918"))
    #expect(text.contains("feels well") && text.contains("asked for a refill"))
    let told = try RedactionReport.read(other.inner, limits: .standard).report.removed
    #expect(told.count == 1 && !(told.first?.digests.isEmpty ?? true))
  }

  @Test func `its bundle may be written into a file, and is the same`() throws {
    let sample = try Self.sample(Self.lines(60))
    let whole = try #require(try Self.decided(sample, .standard).release)
    let file = File()
    let other = try #require(try Self.decided(sample, Self.limits(900), into: file).release)
    let last = try #require(other.files.last)
    #expect(last.isWritten && last.bytes.isEmpty && other.files.map(\.digest) == whole.files.map(\.digest))
    let isSame = file.bytes.withLock { $0 } == whole.files.last?.bytes
    #expect(isSame && last.byteCount == whole.files.last?.byteCount)
  }

  @Test func `another patient's line in a part of its own holds the packet, with the line`() throws {
    let stranger =
      #"{"resourceType":"Patient","id":"s","name":[{"family":"Doe","given":["Rick"]}],"birthDate":"1944-05-06"}"#
    let sample = try Self.sample(Self.lines(40) + stranger + "\n" + Self.lines(1))
    let (whole, parts) = (try Self.decided(sample, .standard), try Self.decided(sample, Self.limits(700)))
    #expect(parts.isHeld && parts.findings == whole.findings)
    #expect(parts.findings.contains { $0.rule == "patient.mixed" && $0.place?.line == 42 })
  }

  @Test func `explain tells of it what it tells of one that is read whole`() throws {
    let sample = try Self.sample(Self.lines(60))
    let policy = try Sample.policy(withhold: ["HIV"], redact: ["ssn"])
    let whole = try Deciding.explain(sample.packet, sample.house, policy)
    let parts = try Deciding.explain(sample.packet, sample.house, policy, limits: Self.limits(900))
    func told(_ one: Explanation) -> [String] {
      one.withheld.map { "\($0.part) \($0.place) \($0.rule) \($0.signs)" }
        + one.redacted.map { "\($0.place) \($0.rule)" } + one.sought.map { "\($0.kind) \($0.count)" }
        + one.records.map { "\($0.redactions) \($0.alsoWithheld) \($0.isWithheldWhole)" }
    }
    #expect(told(parts) == told(whole) && !whole.withheld.isEmpty && !whole.redacted.isEmpty)
  }
}
