import JSON
import Ledger
import Testing
import Values
import chartgate

@Suite("status and run")
struct StatusAnswerTests {
  static func packet(_ number: Int, _ state: PacketState, verdict: Verdict? = nil) throws -> PacketEntry {
    var packet = PacketEntry(
      number: PacketNumber(number), source: "er", form: .folder, entryName: Array("ROE_JANE".utf8),
      fingerprint: try #require(Digest(bytes: Array(repeating: 7, count: 32))),
      requestID: Sensitive("REQ-ROE"),
      state: state, files: [], due: nil, claimedAt: try #require(Instant("2026-03-02T09:00:00Z")))
    (packet.pipeline, packet.verdict) = ("legal", verdict)
    return packet
  }

  static func finding(_ rule: RuleID, _ verdict: Verdict) -> Finding {
    Finding(rule, source: "45 CFR", verdict, lift: .any, "a problem", remedy: "a remedy")
  }

  static func release(_ number: Int, _ state: ReleaseState) throws -> ReleaseEntry {
    let digest = try #require(Digest(bytes: Array(repeating: 8, count: 32)))
    let id = DisclosureID(packet: PacketNumber(number), release: 1)
    var release = ReleaseEntry(
      packet: PacketNumber(number), index: 1, disclosure: id, channel: "sftp", recipient: "law",
      files: [ReleaseFile(name: "\(id).zip", byteCount: 1, digest: digest)], conditions: DeliveryConditions(),
      records: digest, basis: "payment", purpose: "HPAYMT", isAccounted: false,
      stagedAt: try #require(Instant("2026-03-02T09:00:00Z")))
    release.state = state
    return release
  }

  @Test func `a row tells the first rule that decides, and where the bundle lies`() throws {
    let rows = [
      PacketRow(try Self.packet(2, .released), findings: [], releases: [try Self.release(2, .delivered)]),
      PacketRow(
        try Self.packet(1, .held, verdict: .hold),
        findings: [
          Self.finding("auth.scope.records", .withhold), Self.finding("patient.match", .hold),
          Self.finding("patient.match", .hold), Self.finding("cat.opaque", .hold),
        ], releases: []),
      PacketRow(try Self.packet(3, .released), findings: [], releases: [try Self.release(3, .staged)]),
    ]
    let answer = RunAnswer.of(rows, resting: 0, waiting: 0, isTrial: true)
    #expect(
      answer.text == """
        TRIAL
        packet  source  state     pipeline  why                       bundle
             1  er      held      legal     patient.match and 1 more
             2  er      released  legal                               sftp/law/d00000002-1.zip
             3  er      released  legal                               sftp/law/d00000003-1.zip (staged)

        """)
    #expect(answer.status == .attention)
  }

  @Test func `a repeat of a rejected packet says how to retry that one`() throws {
    var packet = try Self.packet(2, .closed)
    packet.repeats = PacketNumber(1)
    let row = PacketRow(packet, findings: [], releases: [], original: .rejected)
    #expect(PacketRow.table([row]).contains("repeats packet 1, which is rejected; chartgate retry 1"))
  }

  @Test func `neither form of a row holds a name of the inbox or the request's id`() throws {
    let row = PacketRow(try Self.packet(1, .rejected, verdict: .reject), findings: [], releases: [])
    let answer = StatusAnswer.of([row], counts: [.rejected: 1], state: "/h/state", isTrial: false)
    let all = answer.text + String(decoding: answer.document(of: "status"), as: UTF8.self)
    #expect(!all.contains("ROE"))
    #expect(answer.text.hasPrefix("packets: 1 rejected\n") && answer.status == .done)
  }

  @Test func `a run with nothing to do is done, one with a fault asks to be run again`() {
    #expect(RunAnswer.of([], resting: 0, waiting: 0, isTrial: false).status == .done)
    let answer = RunAnswer.of([], resting: 1, waiting: 2, isTrial: false)
    #expect(answer.status == .again)
    #expect(
      answer.text == """
        nothing was ready
        2 in the inboxes: not complete, or not still long enough
        1 had a fault that may pass; run again

        """)
  }
}
