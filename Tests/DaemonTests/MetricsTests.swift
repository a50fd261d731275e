import Daemon
import Foundation
import Glibc
import Host
import JSON
import Ledger
import Synchronization
import Testing
import Values

@Suite("Metrics are Prometheus text 0.0.4, bounded, and hold nothing of a packet")
struct MetricsTests {
  @Test func `the house as text is understood by a strict reader, and by promtool where there is one`() throws
  {
    let house = try TestHouse()
    try house.drop("ROE_JANE", id: "REQ-ROE", "hold")
    try house.drop("b", id: "2")
    var engine = house.engine()
    let meters = Meters()
    _ = try engine.runHere()
    for event in house.told.withLock({ $0 }) { meters.count(event) }
    let text = try engine.status(newest: 0).exposition(meters)
    let families = try Self.read(text)
    #expect(families["chartgate_packets"]?.contains("{state=\"held\"} 1") == true)
    #expect(families["chartgate_stopped_packets"] == ["{state=\"held\",rule=\"test.rule\"} 1"])
    #expect(families["chartgate_events_total"]?.contains("{event=\"release.delivered\"} 1") == true)
    #expect(!text.contains("ROE"))
    try Self.ask("promtool", text)
  }

  @Test func `labels and help are escaped`() throws {
    var text = Exposition()
    text.add("a", .gauge, "one\\two\nthree", [.init([("l", "q\"b\\n\n")], 1)])
    #expect(text.text == "# HELP a one\\\\two\\nthree\n# TYPE a gauge\na{l=\"q\\\"b\\\\n\\n\"} 1\n")
  }

  @Test(
    arguments: [(0, "0"), (1500, "1.500"), (-5, "-0.005"), (60_000, "60"), (50, "0.050")] as [(Int64, String)]
  )
  func `milliseconds are seconds`(_ milliseconds: Int64, _ seconds: String) {
    #expect(Exposition.seconds(milliseconds) == seconds)
  }

  @Test func `every event has its counter`() throws {
    let status = try TestHouse().engine().status(newest: 0)
    let names = try Self.read(status.exposition(Meters()))["chartgate_events_total"] ?? []
    let fault = Event.Fault(count: 1, retryMilliseconds: 1)
    let number = PacketNumber(1)
    let all: [Event] =
      [
        .serviceStarted(process: 1, version: ""), .serviceStopping, .serviceStopped(givenBack: 0),
        .configurationLoaded(policy: .sample("")), .configurationRefused(problems: 1), .lockLost,
        .metricsFailed(code: 1, fault), .packetClaimed(number, source: "", files: 1, bytes: 1),
        .packetRepeated(number, of: number, source: ""), .claimUndone(source: ""),
        .entryCleared(number, source: ""),
        .attemptBegun(number, attempt: 1, died: false),
        .attemptFailed(number, attempt: 1, rule: "house.io", why: "a read failed", fault: fault),
        .releaseStaged(number, DisclosureID(packet: number, release: 1), bytes: 1, milliseconds: 1),
        .releaseDelivered(number, DisclosureID(packet: number, release: 1), bytes: 1),
        .packetHeld(number, rule: nil), .packetRejected(number, rule: nil), .packetRetried(number, user: 1),
        .packetClosed(number, .receipt), .inboxStuck(source: "", entries: 1),
        .sourceUnreachable(source: "", code: 1, fault), .sourceBack(source: ""),
        .ledgerFailed(.transient, fault), .foldersFailed(code: 1, fault), .controlRefused(user: 1),
      ]
      + ([.claim, .removal, .move, .delivery, .closing, .attempt] as [Event.Step]).map {
        .stepFailed($0, nil, code: 1, fault)
      }
    for event in all { #expect(names.contains("{event=\"\(event.shape.name)\"} 0"), "\(event.shape.name)") }
  }

  /// In a process of its own, since the service listens to signals.
  @Test func `file and socket show what the daemon does`() async {
    await #expect(processExitsWith: .exitCode(0)) {
      let house = try TestHouse()
      try house.drop("b", id: "2", "hold")
      var options = Service.Options()
      options.pollMilliseconds = 10
      options.metricsFile = FilePath(file: house.path + "/chartgate.prom")
      let socket = house.path + "/metrics.sock"
      options.metricsSocket = FilePath(file: socket)
      let (start, lock) = (house.engine(host: RealHost()), try TreeLock(house.folders.lock))
      async let served: Void = Service.serve(
        start, lock: lock, options: options, notifier: SystemdNotifier(address: nil)
      ) { .refused(problems: 1) }
      try await ServiceTests.wait { FileManager.default.fileExists(atPath: socket) }
      try await ServiceTests.wait { FileManager.default.fileExists(atPath: house.path + "/chartgate.prom") }
      _ = try MetricsTests.read(house.text("chartgate.prom"))
      let manager = FileManager.default
      guard
        try manager.attributesOfItem(atPath: house.path + "/chartgate.prom")[.posixPermissions] as? Int
          == 0o644,
        try manager.attributesOfItem(atPath: socket)[.posixPermissions] as? Int == 0o660
      else { exit(2) }
      try await ServiceTests.wait {
        try MetricsTests.page(socket).contains("chartgate_packets{state=\"held\"} 1\n")
      }
      let page = try MetricsTests.page(socket)
      guard page.hasPrefix("HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4") else { exit(3) }
      guard try MetricsTests.page(socket, "GET / HTTP/1.1").hasPrefix("HTTP/1.1 404 ") else { exit(4) }
      guard try MetricsTests.page(socket, "POST /metrics HTTP/1.1").hasPrefix("HTTP/1.1 405 ") else {
        exit(5)
      }
      guard try MetricsTests.page(socket, "hello").hasPrefix("HTTP/1.1 400 ") else { exit(6) }
      let told = try ControlClient(house.folders).ask(.metrics)
      guard let told, told.problem == nil,
        String(decoding: told.json, as: UTF8.self).contains("chartgate_packets")
      else { exit(7) }
      kill(getpid(), SIGTERM)
      try await served
      exit(manager.fileExists(atPath: socket) ? 8 : 0)
    }
  }

  /// Asks the socket and reads until the other end closes.
  static func page(_ path: String, _ line: String = "GET /metrics HTTP/1.1") throws -> String {
    let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(number) }
    var name = sockaddr_un()
    name.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &name.sun_path) { unsafe $0.copyBytes(from: Array(path.utf8)) }
    let connected = unsafe withUnsafePointer(to: &name) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(number, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(connected == 0)
    let words = Array("\(line)\r\nHost: x\r\n\r\n".utf8)
    try #require(unsafe send(number, words, words.count, 0) == words.count)
    var page: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe recv(number, &buffer, buffer.count, 0)
      guard count > 0 else { return String(decoding: page, as: UTF8.self) }
      page += buffer[..<count]
    }
  }

  // MARK: A strict reader of the format

  struct Mistake: Error { let line: String }

  /// Samples by family, in their order. Every family has HELP and TYPE once, right before its samples, names and
  /// labels are of the grammar, no sample comes twice, and the text ends with a line feed.
  static func read(_ text: String) throws -> [String: [String]] {
    guard text.hasSuffix("\n") else { throw Mistake(line: "no end") }
    var families: [String: [String]] = [:]
    var (name, kind, seen) = ("", "", Set<String>())
    let label = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\""
    let sample = try NSRegularExpression(
      pattern: "^([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{\(label)(?:,\(label))*\\})? (-?[0-9]+(?:\\.[0-9]+)?)$")
    for line in text.dropLast().components(separatedBy: "\n") {
      let words = line.split(separator: " ", maxSplits: 3).map(String.init)
      if line.hasPrefix("# HELP ") {
        guard words.count == 4, families[words[2]] == nil else { throw Mistake(line: line) }
        (name, kind) = (words[2], "")
        families[name] = []
      } else if line.hasPrefix("# TYPE ") {
        guard words.count == 4, words[2] == name, kind.isEmpty,
          ["counter", "gauge", "histogram"].contains(words[3])
        else { throw Mistake(line: line) }
        kind = words[3]
        if kind == "counter", !name.hasSuffix("_total") { throw Mistake(line: line) }
      } else {
        let range = NSRange(line.startIndex..., in: line)
        guard let match = sample.firstMatch(in: line, range: range),
          let found = Range(match.range(at: 1), in: line), !kind.isEmpty
        else { throw Mistake(line: line) }
        let endings = kind == "histogram" ? ["_bucket", "_sum", "_count"] : [""]
        guard endings.contains(where: { line[found] == name + $0 }) else { throw Mistake(line: line) }
        guard let end = line.lastIndex(of: " "), seen.insert(String(line[..<end])).inserted else {
          throw Mistake(line: line)
        }
        families[name]?.append(String(line.dropFirst(name.count)))
      }
    }
    return families
  }

  static func ask(_ tool: String, _ text: String) throws {
    guard
      let path = ["/usr/bin/", "/usr/local/bin/"].map({ $0 + tool }).first(where: {
        FileManager.default.isExecutableFile(atPath: $0)
      })
    else { return print("MetricsTests: \(tool) is not here; the strict reader alone was asked") }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["check", "metrics"]
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput, process.standardError) = (input, output, output)
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try input.fileHandleForWriting.close()
    let words = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && words.isEmpty, "\(words)")
  }
}
