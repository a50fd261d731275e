import Bundles
import Hashing
import Policy
import Stages
import Testing
import Values

@Suite("The redaction report in the inner manifest: places and counts, and what only the house can ask")
struct RedactionReportTests {
  private static func report(key: Bool = true, packet: Int = 1) throws -> RedactionReport {
    var sample = try Sample()
    if key { sample.house.packetKey = try houseKey().packetKey(packet) }
    let release = try #require(try sample.decided().release)
    return try RedactionReport.read(release.inner, limits: .standard).report
  }

  private static func houseKey() throws -> HouseKey { try #require(HouseKey(Array(0..<32))) }

  private static func stayedBehind(_ text: String, _ report: RedactionReport, packet: Int = 1) throws -> Bool
  {
    let digests = try houseKey().packetKey(packet).digests(of: RemovedText.asked(text))
    return try #require(report.removed.first).digests.contains(digests)
  }

  @Test func `each part that stayed behind is there with place, rule and category`() throws {
    let parts = try Self.report().parts
    #expect(parts.contains { $0.rule == "cat.hiv" && $0.category == "HIV" && $0.place.contains("line") })
  }

  @Test(arguments: ["Biktarvy", "biktarvy EVERY day", "HIV positive"])
  func `words that stayed behind are found, in any case`(_ text: String) throws {
    #expect(try Self.stayedBehind(text, Self.report()))
  }

  @Test(arguments: ["aspirin", "Biktarvy positive", "Blood pressure", "day every"])
  func `words that left, were never there, or stood in another order are not`(_ text: String) throws {
    #expect(try !Self.stayedBehind(text, Self.report()))
  }

  @Test func `another packet's key opens nothing`() throws {
    #expect(try !Self.stayedBehind("Biktarvy", Self.report(packet: 2), packet: 1))
  }

  /// Worked out with Python's hmac: HKDF by RFC 5869, then HMAC-SHA-256 over the number, big-endian.
  @Test func `keys and digests are those of RFC 5869 and RFC 2104`() throws {
    let key = try Self.houseKey().packetKey(7)
    #expect(
      Digest(bytes: key.bytes.reveal(.match))?.hex
        == "9683a11dff6075a3101419cf6464913c25b96627e37586601128676762f1ef69")
    #expect(key.digests(of: [0x0102_0304_0506_0708]) == [0x408f01a51239a1ba])
  }

  @Test func `without a key there are no digests, and the release is the same`() throws {
    #expect(try Self.report(key: false).version == nil)
    #expect(try Self.report(key: false).removed.isEmpty)
  }

  @Test func `neither the bundle nor what leaves beside it changes with the key`() throws {
    var sample = try Sample()
    let plain = try #require(try sample.decided().release)
    sample.house.packetKey = try Self.houseKey().packetKey(1)
    let keyed = try #require(try sample.decided().release)
    #expect(plain.files.last?.digest == keyed.files.last?.digest)
    #expect(plain.inner != keyed.inner)
  }

  @Test func `what is no inner manifest is refused`() {
    #expect(throws: PacketError.self) {
      try RedactionReport.read(Array(#"{"manifest": "urn:chartgate:outer:1"}"#.utf8), limits: .standard)
    }
  }
}

extension [UInt64] {
  /// Whether every one of some numbers is among these; none is.
  fileprivate func contains(_ others: [UInt64]) -> Bool { !others.isEmpty && others.allSatisfy(contains) }
}
