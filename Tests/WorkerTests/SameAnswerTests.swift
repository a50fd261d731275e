import Host
import Stages
import Testing
import Values
import Worker

extension Walls {
  @Suite("DESIGN.md §5: behind the wall the answer is the same")
  struct SameAnswerTests {
    @Test(arguments: TestPacket.names) func `a packet is decided alike, byte for byte`(_ name: String) throws
    {
      let force = try TestWorkforce.shared.get()
      let packet = try TestPacket(name)
      let walled = try force.decide(packet)
      let here = try Deciding.decide(packet.claimed, packet.facts, force.policy, limits: force.limits)

      #expect(walled.findings == here.findings)
      #expect(walled.basis == here.basis && walled.pipeline == here.pipeline)
      switch (walled.outcome, here.outcome) {
      case (.held, .held), (.rejected, .rejected): #expect(packet.released == nil)
      case (.released(let one), .released(let other)):
        #expect(one.files.map(\.name) == other.files.map(\.name))
        #expect(one.files.map(\.digest) == other.files.map(\.digest))
        #expect(one.inner == other.inner && one.channel == other.channel && one.recipient == other.recipient)
        #expect(one.authorization == other.authorization && one.lastDay == other.lastDay)
        #expect(one.records == other.records && one.basis == other.basis && one.purpose == other.purpose)
        #expect(packet.released == other.files.map(\.name).sorted())
        for file in other.files { #expect(try packet.file(file.name) == file.bytes) }
      case (.released, _), (.held, _), (.rejected, _): Issue.record("the outcomes differ")
      }
    }

    @Test(arguments: TestPacket.names) func `a request is read alike`(_ name: String) throws {
      let force = try TestWorkforce.shared.get()
      let packet = try TestPacket(name)
      for file in packet.claimed.files
      where file.path.reversed().starts(with: "nosj.tseuqer".utf8)
        || file.path.reversed().starts(with: "lmx.tseuqer".utf8)
      {
        var sink = MemorySink()
        try file.bytes.copy(0..<file.bytes.byteCount, to: &sink)
        let walled = try force.workforce.read(sink.bytes, name: file.path)
        let here = RequestReading.read(sink.bytes, name: file.path, limits: force.limits)
        #expect(walled.id == here.id && walled.due == here.due && walled.listed == here.listed)
      }
    }

    @Test func `a record in Windows-1252 is read, though its conversion lies in a file of the system`() throws
    {
      let force = try TestWorkforce.shared.get()
      let packet = try TestPacket("02-claim-part-cda") { path, bytes in
        guard path.hasSuffix(".xml") else { return bytes }
        let text = String(decoding: bytes, as: UTF8.self).replacing("UTF-8", with: "Windows-1252")
        // What lies beyond one byte becomes the euro sign, which only a conversion by this name can read.
        return text.unicodeScalars.map { $0.value < 0x80 ? UInt8($0.value) : 0x80 }
      }
      let walled = try force.decide(packet)
      let here = try Deciding.decide(packet.claimed, packet.facts, force.policy, limits: force.limits)
      #expect(walled.findings == here.findings)
      #expect(!here.findings.map(\.rule).contains("house.malformed"))
    }
  }
}
