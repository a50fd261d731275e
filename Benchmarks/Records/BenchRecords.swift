import Foundation
import Glibc
import Policy
import Records
import Values

/// One record through all that is done with it in memory, a step at a time (Scripts/bench-redact):
///
///     bench-records PIPELINES FILE [PASSES]
///
/// Prints a line for each step: its name, megabytes of the record a second of processor time (the best of the
/// passes), and the process' peak memory in MB so far.
@main
struct BenchRecords {
  private enum Step: String, CaseIterable {
    case parse, libxml2, read, plan, cut, reread, leaks, whole
  }

  private let file: RecordFile
  private let policy: ShippedPolicy
  private let limits: Limits
  private var best: [Step: Double] = [:]
  private var peak: [Step: Int] = [:]

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else {
      print("bench-records PIPELINES FILE [PASSES]")
      exit(64)
    }
    var bench = BenchRecords(
      file: try RecordFile(arguments[2]),
      policy: try ShippedPolicy(URL(filePath: arguments[1]), pipeline: "legal"))
    let passes = arguments.count > 3 ? Int(arguments[3]) ?? 1 : 3
    for _ in 0..<passes { try bench.pass() }
    for step in Step.allCases {
      guard let seconds = bench.best[step] else { continue }
      let rate = Double(bench.file.byteCount) / 1_000_000 / seconds
      print(step.rawValue, String(format: "%.2f", rate), bench.peak[step] ?? 0)
    }
  }

  private init(file: RecordFile, policy: ShippedPolicy) {
    (self.file, self.policy) = (file, policy)
    var limits = Limits.standard
    limits.recordBytes = 1 << 31
    limits.messages = 10_000_000
    self.limits = limits
  }

  private mutating func pass() throws {
    var sink = NoSink()
    let began = clock()
    let (file, limits) = (file, limits)
    guard let parts = try RecordReader.read(byParts: file, number: 1, limits: limits, also: &sink) else {
      return try passWhole()
    }
    note(.read, since: began)
    try pass(parts, since: began)
  }

  /// A record that is read part by part: what leaves of it goes nowhere.
  private mutating func pass(_ record: FHIRLinesParts, since began: clock_t) throws {
    let policy = policy
    let question = try policy.asking(for: record.facts, record)
    let plan = try measured(.plan) { try WithholdingPlan.plan(question, categories: policy.categories) }
    guard let own = plan.record(1), !own.isWithheldWhole, !own.cut.isEmpty else { throw Nothing.wasCut }
    let cut = try measured(.cut) {
      let cut = try FHIRLinesCut(record, own.cut)
      for number in record.parts.indices { _ = try cut.part(number) }
      return cut
    }
    var search = LeakSearch(plan, record: 1)
    var (reread, leaks): (clock_t, clock_t) = (0, 0)
    for (number, part) in record.parts.enumerated() {
      let bytes = try cut.part(number).bytes
      let start = clock()
      let facts = try record.facts(readingCut: bytes, of: part)
      let between = clock()
      search.add(facts, bytes: bytes)
      reread += between - start
      leaks += clock() - between
    }
    note(.reread, after: reread)
    note(.leaks, after: leaks)
    guard search.count == 0 else { throw Nothing.isReleased }
    note(.whole, since: began)
  }

  private mutating func passWhole() throws {
    let (bytes, policy, limits) = (try file.bytes(), policy, limits)
    let began = clock()
    let record = try measured(.read) { try RecordReader.read(bytes, number: 1, limits: limits) }
    let question = try policy.asking(for: record.facts)
    let plan = try measured(.plan) { try WithholdingPlan.plan(question, categories: policy.categories) }
    guard let own = plan.record(1), !own.isWithheldWhole, !own.cut.isEmpty else { throw Nothing.wasCut }
    let edited = try measured(.cut) { try record.cutting(own.cut) }
    let facts = try measured(.reread) {
      try RecordReader.read(edited.bytes, number: 1, limits: limits).facts
    }
    let hits = measured(.leaks) {
      plan.leaks(in: facts, bytes: edited.bytes, record: 1)
    }
    guard hits == 0 else { throw Nothing.isReleased }
    note(.whole, since: began)
    if record.facts.format == .cda || record.facts.format == .fhirXML {
      measured(.parse) { precondition(LibXML2Baseline.parse(bytes)) }
      measured(.libxml2) { precondition(LibXML2Baseline.parseAndSerialise(bytes) != nil) }
    }
  }

  private enum Nothing: Error { case wasCut, isReleased }

  private mutating func measured<Result>(_ step: Step, _ work: () throws -> Result) rethrows -> Result {
    let began = clock()
    defer { note(step, since: began) }
    return try work()
  }

  private mutating func note(_ step: Step, since began: clock_t) { note(step, after: clock() - began) }

  private mutating func note(_ step: Step, after ticks: clock_t) {
    let seconds = Double(ticks) / Double(CLOCKS_PER_SEC)
    best[step] = min(best[step] ?? .infinity, max(seconds, 1e-6))
    peak[step] = max(peak[step] ?? 0, Self.peakMegabytes)
  }

  /// VmHWM of proc(5).
  private static var peakMegabytes: Int {
    let status = FileManager.default.contents(atPath: "/proc/self/status") ?? Data()
    let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("VmHWM") }
    return (line?.split { !$0.isNumber }.first.flatMap { Int($0) } ?? 0) / 1024
  }
}
