import Bundles
import Policy
import Requests
import Stages
import Testing
import Values

@Suite("DESIGN.md §5: decide is a pure function of claimed bytes and the house's facts")
struct DecidingTests {
  @Test func `the same packet and facts give the same bytes`() throws {
    let (one, two) = (try Sample().decided().release, try Sample().decided().release)
    #expect(one?.files.map(\.digest) == two?.files.map(\.digest))
    #expect(one?.inner == two?.inner && one != nil)
  }

  @Test func `the four files stand in the order in which they are renamed, the bundle last`() throws {
    let release = try #require(try Sample().decided().release)
    #expect(
      release.files.map(\.name) == [
        "d00000001-1.zip.sha256", "d00000001-1.audit.json", "d00000001-1.delivery.json", "d00000001-1.zip",
      ])
    #expect(release.channel == "direct" && release.recipient == "clinic" && release.basis == .treatment)
  }

  @Test func `a record from which nothing is withheld leaves byte for byte`() throws {
    let release = try #require(try Sample().decided(withhold: []).release)
    let bundle = BundleVerifier.open(try #require(release.files.last).bytes)
    #expect(bundle.report.problems == [])
    #expect(bundle.contents["data/001-record.txt"] == Array(Sample.note.utf8))
  }

  @Test func `what is withheld is in no file of the release, and nothing tells that it was there`() throws {
    let release = try #require(try Sample().decided().release)
    let bundle = BundleVerifier.open(try #require(release.files.last).bytes)
    let note = String(decoding: try #require(bundle.contents["data/001-record.txt"]), as: UTF8.self)
    #expect(note.contains("Blood pressure") && !note.contains("HIV") && !note.contains("Biktarvy"))
    let beside = release.files.dropLast().map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    let index = String(decoding: bundle.contents["data/release.json"] ?? [], as: UTF8.self)
    for word in ["HIV", "cat.", "withh", "rule"] { #expect(!beside.contains(word) && !index.contains(word)) }
    #expect(index.contains(Notice.neutralSentence))
    let inner = String(decoding: release.inner, as: UTF8.self)
    #expect(inner.contains("cat.hiv") && !inner.contains("Biktarvy") && !inner.contains("Roe"))
  }

  @Test func `a request that cannot be read is rejected with every problem`() throws {
    var sample = try Sample()
    sample.requestText = #"{"id": "R-1", "patient": {"birthDate": "03/02/1980"}, "purpose": 7}"#
    let decision = try sample.decided()
    #expect(decision.isRejected)
    #expect(decision.findings.filter { $0.rule == "house.malformed" && $0.verdict == .reject }.count >= 2)
  }

  @Test func `a file that the request does not list rejects the packet`() throws {
    var sample = try Sample()
    sample.extra = [("other.txt", "someone else's page")]
    #expect(try sample.decided().isRejected && sample.decided().stops(by: "tech.integrity"))
  }

  @Test func `a listed file that is not there rejects the packet`() throws {
    var sample = try Sample()
    sample.requestText = String(decoding: RequestWriter.json(Self.listing("gone.txt")), as: UTF8.self)
    sample.records = []
    let decision = try sample.decided()
    #expect(decision.isRejected && decision.stops(by: "tech.integrity"))
  }

  private static func listing(_ name: String) -> Request {
    var request = Sample.treatment
    request.records = [ListedRecord(path: name)]
    return request
  }

  @Test func `a digest that disagrees rejects the packet`() throws {
    var sample = try Sample()
    var request = Self.listing("note.txt")
    request.records[0].sha256 = Digest(bytes: Array(repeating: 7, count: 32))
    sample.requestText = String(decoding: RequestWriter.json(request), as: UTF8.self)
    let decision = try sample.decided()
    #expect(decision.isRejected && decision.stops(by: "tech.integrity"))
  }

  @Test(arguments: ["note.txt", "request.json"])
  func `a file whose bytes are not what was claimed holds the packet`(_ name: String) throws {
    let sample = try Sample()
    let claimed = sample.packet
    let files = try claimed.files.map { file in
      guard file.path == Array(name.utf8) else { return file }
      var bytes = MemorySink()
      try file.bytes.copy(0..<file.bytes.byteCount, to: &bytes)
      var rotten = bytes.bytes
      rotten[rotten.count / 2] ^= 1
      return ClaimedPacket.File(path: file.path, digest: file.digest, bytes: MemorySource(rotten))
    }
    let packet = ClaimedPacket(number: 1, fingerprint: claimed.fingerprint, files: files)
    let decision = try Deciding.decide(packet, sample.house, try Sample.policy(withhold: []))
    #expect(decision.isHeld && decision.stops(by: "tech.integrity"))
  }

  @Test func `another patient's record holds the packet and names the record`() throws {
    var sample = try Sample()
    sample.records.append(("other.txt", Sample.note.replacing("Jane Roe", with: "Mary Doe")))
    let decision = try sample.decided()
    let finding = try #require(decision.findings.first { $0.rule == "patient.match" && $0.verdict == .hold })
    #expect(decision.isHeld && finding.subject == .record(2))
  }

  @Test func `a record that cannot be read holds the packet with its place`() throws {
    var sample = try Sample()
    sample.records.append(("chart.json", #"{"resourceType":"Bundle","#))
    let decision = try sample.decided()
    let finding = try #require(decision.findings.first { $0.rule == "house.malformed" })
    #expect(decision.isHeld && finding.place?.record == 2 && finding.place?.bytes != nil)
  }

  @Test func `a packet of which nothing is left is held, not sent empty`() throws {
    var sample = try Sample()
    sample.records = [
      ("note.txt", "Patient: Jane Roe\nDOB: 1980-02-03\nMRN: 4711\n\nHIV positive, on Biktarvy.\n")
    ]
    let decision = try sample.decided()
    #expect(decision.release == nil || decision.findings.contains { $0.rule == "cat.hiv" })
  }

  @Test func `a request that no pipeline takes is held`() throws {
    var sample = try Sample()
    sample.request.purpose?.code = "HPAYMT"
    sample.request.requester?.kind = .payer
    sample.request.recipient?.id = "insurer"
    let decision = try sample.decided()
    #expect(decision.isHeld && decision.stops(by: "minnec.routine") && decision.pipeline == nil)
  }

  @Test func `the same records to the same recipient again are held`() throws {
    var sample = try Sample()
    let first = try #require(try sample.decided().release)
    sample.house.sentBefore = [Disclosed(records: first.records, recipient: first.recipient)]
    #expect(try sample.decided().isHeld && sample.decided().stops(by: "house.repeat"))
  }

  @Test func `no finding holds a value of the packet`() throws {
    var sample = try Sample()
    sample.records.append(("other.txt", Sample.note.replacing("Jane Roe", with: "Zacharias Qwertz")))
    sample.request.purpose?.code = "QWERTZ-PURPOSE"
    let decision = try sample.decided()
    for finding in decision.findings {
      let words = "\(finding.problem) \(finding.remedy) \(finding.place?.shown ?? "") \(finding.rule)"
      for value in ["Qwertz", "QWERTZ", "Roe", "4711", "Biktarvy", "1980"] {
        #expect(!words.contains(value), "\(finding.rule)")
      }
    }
  }
}
