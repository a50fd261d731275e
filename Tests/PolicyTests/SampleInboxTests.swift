import Foundation
import Policy
import Requests
import Testing
import Values

/// The packets to try and the pipelines' own tests say the same, and name nothing that is not there. What becomes
/// of the packets is tested end to end.
struct SampleInboxTests {
  struct Expected: Decodable, Sendable {
    struct Packet: Decodable, Sendable {
      let outcome: String
      let recipient: String?
      let rules: [String]
      let absent: [String]?
      let present: [String]?
      let people: [String]
    }
    let packets: [String: Packet]
  }

  static let expected: Expected = {
    guard
      let all = try? JSONDecoder().decode(
        Expected.self, from: Data(CheckoutFile.bytes("SampleInbox/expected.json")))
    else { preconditionFailure("expected.json cannot be read") }
    return all
  }()

  static let names = expected.packets.keys.sorted()

  /// Those whose request is itself what is wrong.
  static let unreadable: Set<String> = ["10-rejected-malformed-request", "11-rejected-path-leaves"]

  @Test func `every folder is in expected.json and in the README, and the other way round`() throws {
    let folders = try CheckoutFile.names("SampleInbox").filter { $0.first?.isNumber ?? false }
    #expect(folders == Self.names && folders.count >= 10)
    let readme = String(decoding: CheckoutFile.bytes("SampleInbox/README.md"), as: UTF8.self)
    for name in folders { #expect(readme.contains("| `\(name)` |"), "\(name)") }
  }

  @Test(arguments: names) func `a packet's name says its outcome`(_ name: String) throws {
    let packet = try #require(Self.expected.packets[name])
    let words = name.split(separator: "-")
    let outcome = words.contains("held") ? "held" : words.contains("rejected") ? "rejected" : "released"
    #expect(packet.outcome == outcome)
    #expect((packet.recipient != nil) == (outcome == "released"))
    for rule in packet.rules { #expect(RuleID(checking: rule).flatMap(RuleText.of) != nil, "\(rule)") }
  }

  @Test(arguments: names) func `a readable request lists its files with their sizes`(_ name: String) throws {
    let (request, problems) = try Self.request(name)
    guard let request else {
      #expect(Self.unreadable.contains(name), "\(problems.map(\.description) ?? "")")
      return
    }
    #expect(!Self.unreadable.contains(name) && request.sample)
    for (path, size) in request.records.map({ ($0.path, $0.size) })
      + request.papers.map({ ($0.path, $0.size) })
    {
      let bytes = CheckoutFile.bytes("SampleInbox/\(name)/\(path.reveal(.match))")
      #expect(size == nil || size == bytes.count)
    }
  }

  /// The names that no log may hold are those of the packet.
  @Test(arguments: names) func `names of people are the request's`(_ name: String) throws {
    let packet = try #require(Self.expected.packets[name])
    guard let patient = try Self.request(name).request?.patient else { return }
    let known =
      patient.names.map { $0.family.reveal(.match) } + patient.identifiers.map { $0.value.reveal(.match) }
    #expect(packet.people.contains { person in known.contains { $0.contains(person) } })
  }

  private static func request(_ name: String) throws -> (request: Request?, problems: RequestProblems?) {
    let files = try CheckoutFile.names("SampleInbox/\(name)")
    let file = try #require(files.first { RequestName(fileName: Array($0.utf8)) != nil })
    let kind = try #require(RequestName(fileName: Array(file.utf8)))
    do {
      let bytes = CheckoutFile.bytes("SampleInbox/\(name)/\(file)")
      return (try RequestReader.read(bytes, name: kind, limits: .standard), nil)
    } catch {
      return (nil, error)
    }
  }

  // MARK: The pipelines' own tests

  static func tests(_ pipeline: String) throws -> [PipelineTest] {
    let bytes = CheckoutFile.bytes("Pipelines/\(pipeline).tests.yaml")
    switch PipelineTestReader.read(bytes, name: "\(pipeline).tests.yaml") {
    case .read(let tests): return tests
    case .refused(let problems): throw problems[0]
    }
  }

  @Test(arguments: ShippedPipelines.names)
  func `a shipped pipeline has tests, those for what must not leave first`(_ name: String) throws {
    let tests = try Self.tests(name)
    let first = try #require(tests.first)
    #expect(first.outcome != .released || !first.absent.isEmpty)
    #expect(tests.contains { $0.outcome == .released && !$0.present.isEmpty })
  }

  /// A test of a pipeline looks at a packet that this pipeline takes, and expects of it on its day what
  /// expected.json does.
  @Test(arguments: ShippedPipelines.names) func `a pipeline's tests agree with the samples`(_ name: String)
    throws
  {
    for test in try Self.tests(name) {
      let sample = try #require(test.packet.split(separator: "/").last.map(String.init))
      let packet = try #require(Self.expected.packets[sample], "\(test.title)")
      let request = try #require(try Self.request(sample).request)
      let choice = PipelineChoice.of(
        ShippedPipelines.names.map(ShippedPipelines.pipeline), for: request, on: Basis.derived(from: request))
      #expect(choice == .one(ShippedPipelines.pipeline(name)), "\(test.title)")
      guard test.day == "2026-03-02" else { continue }
      #expect(test.outcome.rawValue == packet.outcome && test.recipient == packet.recipient, "\(test.title)")
      #expect(Set(test.absent).isSubset(of: packet.absent ?? []), "\(test.title)")
      #expect(Set(test.present).isSubset(of: packet.present ?? []), "\(test.title)")
    }
  }

  @Test func `the guide's examples are read as they stand`() throws {
    let guide = String(decoding: CheckoutFile.bytes("Documentation/Pipelines.md"), as: UTF8.self)
    func example(_ key: String) throws -> String {
      let start = try #require(guide.range(of: "```yaml\n\(key):\n")).lowerBound
      let end = try #require(guide.range(of: "\n```\n", range: start..<guide.endIndex)).lowerBound
      return String(guide[start..<end].dropFirst("```yaml\n".count)) + "\n"
    }
    switch PipelineTestReader.read(Array(try example("tests").utf8), name: "Pipelines.md") {
    case .read(let tests): #expect(tests.count == 2)
    case .refused(let problems): Issue.record("\(problems)")
    }
    let rules =
      "name: p\ntitle: P\nversion: 1\ntakes: {bases: [treatment]}\nwithhold: []\n"
      + (try example("siteRules"))
    switch PipelineReader.read(Array(rules.utf8), name: "Pipelines.md", categories: []) {
    case .read(let pipeline): #expect(pipeline.siteRules.count == 4)
    case .refused(let problems): Issue.record("\(problems)")
    }
  }
}
