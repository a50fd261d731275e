import Policy
import Requests
import Stages
import Testing
import Values
import Worker

@Suite("Frames: what crosses the wall is bounded, and nothing in it is believed before it is checked")
struct FrameTests {
  private static let decision: Decision = {
    let digest = Digest(bytes: [UInt8](repeating: 7, count: 32)) ?? { preconditionFailure("32 bytes") }()
    let release = StagedRelease(
      disclosure: "d00000001-1",
      files: ["zip.sha256", "audit.json", "delivery.json", "zip"].map {
        StagedRelease.File(name: "d00000001-1.\($0)", bytes: Array($0.utf8), digest: digest)
      }, inner: Array("{}".utf8), channel: "sftp", recipient: "prairie-mutual", authorization: digest,
      lastDay: Day("2026-12-31"), records: digest, basis: .payment, purpose: "CLMATTCH")
    let finding = Finding(
      "test.rule", source: "45 CFR 164.502(a)", .note, lift: .any, subject: .record(3),
      at: Place(record: 3, bytes: 4..<9, path: "section 2", line: 5), "something is off", remedy: "mend it")
    return Decision(
      outcome: .released(release), findings: [finding], basis: .payment, pipeline: "insurance-claim")
  }()

  private func reply() throws -> Reply {
    .decided(try DecisionFrame(Self.decision, times: [(.request, 12), (.seal, 3)]))
  }

  @Test func `an answer comes over as it was`() throws {
    guard case .decided(let frame) = try Reply(try reply().bytes, .standard) else {
      Issue.record("another answer")
      return
    }
    #expect(frame.findings == Self.decision.findings && frame.pipeline == "insurance-claim")
    guard case .released(let release) = frame.outcome, case .released(let staged) = Self.decision.outcome
    else {
      Issue.record("no release")
      return
    }
    #expect(release.files.map(\.digest) == staged.files.map(\.digest))
    #expect(release.files.map(\.byteCount) == staged.files.map(\.bytes.count))
    #expect(release.lastDay == staged.lastDay && release.purpose == "CLMATTCH" && release.channel == .sftp)
  }

  @Test func `cut anywhere, or with a byte too many, it is none`() throws {
    let bytes = try reply().bytes
    for end in bytes.indices {
      #expect(throws: FrameError.self) { try Reply(Array(bytes[..<end]), .standard) }
    }
    #expect(throws: FrameError.length) { try Reply(bytes + [0], .standard) }
  }

  @Test(arguments: 0..<400) func `whatever is changed in it, reading it ends and traps nowhere`(seed: UInt64)
    throws
  {
    var bytes = try reply().bytes
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    for _ in 0..<1 + next(4) { bytes[next(bytes.count)] = UInt8(truncatingIfNeeded: next(256)) }
    // An answer or an error: both are fine, and neither is waited for.
    #expect(throws: Never.self) { _ = Result { try Reply(bytes, .standard) } }
  }

  @Test(arguments: ["line\nfeed", "bell\u{7}", "turned \u{202E}", "zero\u{200B}width"])
  func `words that hide something are shown as what they are`(_ words: String) throws {
    let error = PacketError("test.rule", .hold, PlainText(ours: words), remedy: "none")
    guard case .failed(let told) = try Reply(Reply.failed(error).bytes, .standard) else {
      Issue.record("another answer")
      return
    }
    #expect(told.problem.description == TerminalText.escaped(words))
  }

  @Test func `the house's facts come over as they were`() throws {
    var facts = HouseFacts(
      today: try #require(Day("2026-03-02")), instant: Instant(milliseconds: -5), disclosure: "d00000001-1",
      site: Site(
        name: "Ålder", alsoKnownAs: ["any hospital"], kind: .va, state: "NY", timeZone: "UTC", isTrial: true),
      recipients: [
        Recipient(
          id: "a", name: "B", kinds: [.payer, .court], channel: .direct, address: ["x", "y"],
          validFrom: Day("2026-01-01"), validTo: nil, mayReceive: ["HIV"]),
        Recipient(id: "c", name: "D", kinds: [], channel: .fax),
      ])
    let digest = try #require(Digest(bytes: [UInt8](repeating: 9, count: 32)))
    facts.utcOffset = -18_000
    (facts.served, facts.revoked, facts.believes) = (["a"], [digest], [.authorization])
    facts.sentBefore = [Disclosed(records: digest, recipient: "a")]
    (facts.conflicts, facts.offences) = (true, 3)
    let packet = WorkerTask.Packet(
      number: 7, fingerprint: digest,
      files: [
        WorkerTask.Packet.File(path: [0x2F, 0xFF], digest: digest, byteCount: 12, copy: Array("f00001".utf8))
      ])
    guard case .decide(let files, let told) = try WorkerTask(WorkerTask.decide(packet, facts).bytes) else {
      Issue.record("another task")
      return
    }
    #expect(files.number == 7 && files.files.map(\.path) == [[0x2F, 0xFF]])
    #expect(told.today == facts.today && told.instant == facts.instant && told.utcOffset == facts.utcOffset)
    #expect(told.site == facts.site && told.recipients == facts.recipients && told.served == facts.served)
    #expect(told.revoked == facts.revoked && told.believes == facts.believes)
    #expect(told.sentBefore == facts.sentBefore && told.conflicts && told.offences == 3)
    #expect(told.disclosure == facts.disclosure)
  }
}
