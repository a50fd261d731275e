import Host
import Stages
import Testing
import Values
import Worker

extension Walls {
  @Suite("A worker that is taken over reaches nothing and takes one attempt with it")
  struct WallTests {
    static let waysOut = [
      "open-passwd", "open-parent-memory", "open-above", "open-temporary", "write-packet", "create-in-packet",
      "list-packet", "descriptors", "environment", "stat-path", "truncate-path", "chmod-output",
      "rename-path",
      "raise-limit", "own-socket", "network", "exec", "trace", "kill-parent", "make-process", "run-memory",
      "dumpable",
    ]

    @Test(arguments: waysOut) func `a way out is closed`(_ deed: String) throws {
      let force = try TestWorkforce.shared.get()
      let packet = try TestPacket(deed: deed)
      let error = #expect(throws: PacketError.self) { try force.decide(packet) }
      // Refused, and told so; or ended by the kernel for trying.
      #expect(error?.rule == "test.refused" || error?.rule == "house.wall")
      #expect(packet.released == nil)
    }

    static let lies = [
      "half", "twice", "long-prefix", "flood", "nonsense", "empty-frame", "wrong-digest", "wrong-size",
      "fewer-files", "other-disclosure", "other-recipient", "other-channel", "other-pipeline",
      "held-and-released", "record-beyond", "hidden-text", "request-facts", "written-after",
    ]

    @Test(arguments: lies) func `a lie is an attempt lost`(_ deed: String) throws {
      let force = try TestWorkforce.shared.get()
      let packet = try TestPacket(deed: deed)
      let error = #expect(throws: PacketError.self) { try force.decide(packet) }
      #expect(error?.rule == "house.worker" && error?.outcome == .died)
      #expect(packet.released == nil)
    }

    @Test(arguments: ["exits", "segfault", "trap", "closes-stream", "answers-and-hangs", "answers-and-fails"])
    func `a death is an attempt lost`(_ deed: String) throws {
      let force = try TestWorkforce.shared.get()
      let packet = try TestPacket(deed: deed)
      let error = #expect(throws: PacketError.self) { try force.decide(packet) }
      #expect(error?.rule == "house.worker" && error?.outcome == .died)
      #expect(packet.released == nil)
    }

    @Test func `a worker that hangs is ended at its time`() throws {
      let force = try TestWorkforce("hangs") { $0.milliseconds = 300 }
      let error = #expect(throws: PacketError.self) { try force.decide(try TestPacket()) }
      #expect(error?.rule == "house.worker" && error?.outcome == .died)
    }

    @Test func `a packet that needs more time of a processor is held`() throws {
      let force = try TestWorkforce("spins") { $0.cpuSeconds = 1 }
      let error = #expect(throws: PacketError.self) { try force.decide(try TestPacket()) }
      #expect(error?.rule == "house.limit" && error?.outcome == .hold)
      #expect(error?.remedy.description.contains("\"cpu\"") == true)
    }

    @Test func `a packet that writes more is held`() throws {
      let force = try TestWorkforce("writes-too-much") { $0.output = 8 << 20 }
      let error = #expect(throws: PacketError.self) { try force.decide(try TestPacket()) }
      #expect(error?.rule == "house.limit" && error?.outcome == .hold)
      #expect(error?.remedy.description.contains("\"output\"") == true)
    }

    @Test(.disabled(if: TestWorkforce.isSanitized, "a sanitizer's own memory is beyond any bound"))
    func `a packet that needs more memory is held`() throws {
      let force = try TestWorkforce("eats") { $0.memory = 128 << 20 }
      let error = #expect(throws: PacketError.self) { try force.decide(try TestPacket()) }
      #expect(error?.rule == "house.limit" && error?.outcome == .hold)
      #expect(error?.remedy.description.contains("\"memory\"") == true)
    }

    @Test(arguments: ["exits", "nonsense", "segfault"])
    func `a request over which its worker dies says nothing`(_ deed: String) throws {
      let force = try TestWorkforce(deed)
      let facts = try force.workforce.read(Array("{}".utf8), name: Array("request.json".utf8))
      #expect(facts.id == nil && facts.listed == nil)
    }

    @Test(arguments: Wall.Part.allCases)
    func `a kernel without a part of the wall is refused, unless the site takes the risk`(_ part: Wall.Part)
      throws
    {
      let failure = #expect(throws: WorkforceFailure.self) {
        try TestWorkforce("honest") { $0.available.remove(part) }
      }
      #expect(failure == .lacks(part))
      let force = try TestWorkforce("honest") {
        $0.available.remove(part)
        $0.without = [part]
      }
      #expect(force.workforce.missing == [part])
      #expect(try force.decide(try TestPacket()).findings.map(\.verdict).max() ?? .note < .hold)
    }
  }
}
