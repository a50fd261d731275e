internal import Bundles
internal import Policy
internal import Records
internal import Values

/// Opens the finished bundle again and searches every file of it for the telling values of what was removed
/// (DESIGN.md §4.4): in the records as their formats read them, and in the plain bytes of all else. A hit
/// holds the packet; so does a bundle that cannot be opened.
struct CheckLeaks: Stage {
  var name: StageName { .leakCheck }

  func run(_ packet: inout Packet, _ house: HouseFacts, _ policy: PolicySet) throws(PacketError) {
    guard let plan = packet.plan, let bundle = packet.bundle else { return }
    let named = zip(bundle.content.records, packet.released).map { ("data/\($0.name)", $1) }
    let released = Dictionary(named) { first, _ in first }
    let lines = Set(released.filter { $0.value.isLines }.keys)
    let opened = BundleVerifier.open(bundle.source, besides: lines, limits: packet.limits)
    guard opened.report.problems.isEmpty else {
      packet.findings.append(
        .of(
          "tech.integrity", "the bundle that was written does not open as written",
          remedy: "report this as a bug"))
      return
    }
    guard !plan.telling.isEmpty else { return }
    let searches = Parallel.map(opened.names) { name in
      Result { () throws(PacketError) in try Self.search(name, in: opened, for: plan, released[name]) }
    }
    for search in searches { packet.findings += try search.get() }
  }

  private static func search(
    _ name: String, in opened: BundleVerifier.Opened, for plan: WithholdingPlan, _ record: ReleasedRecord?
  ) throws(PacketError) -> [Finding] {
    let bytes = opened.contents[name] ?? []
    switch record?.content {
    case nil: return findings(plan.telling.found(inText: bytes), record: nil)
    case .held(let own, let facts):
      // The bytes are those that the facts were read from, or nothing is sure.
      guard let record, bytes == own else { return findings(1, record: record?.number) }
      return findings(plan.leaks(in: facts, bytes: bytes, record: record.number), record: record.number)
    case .lines(let lines):
      guard let record else { return [] }
      var search = SearchedLines(lines, LeakSearch(plan, record: record.number))
      let isThere = try opened.copy(name, to: &search)
      guard isThere, search.isComplete else { return findings(1, record: record.number) }
      return findings(search.count, record: record.number)
    }
  }

  private static func findings(_ hits: Int, record: Int?) -> [Finding] {
    hits > 0 ? [WithholdingPlan.leak(hits, record: record)] : []
  }
}

extension ReleasedRecord {
  fileprivate var isLines: Bool {
    switch content {
    case .held: false
    case .lines: true
    }
  }
}

/// Searches the lines of a record as they come out of the bundle, part by part.
private struct SearchedLines: ByteSink {
  private let lines: ReleasedLines
  private var search: LeakSearch
  private var part = 0
  private var pending: [UInt8] = []

  init(_ lines: ReleasedLines, _ search: LeakSearch) { (self.lines, self.search) = (lines, search) }

  /// All of the record came by.
  var isComplete: Bool {
    pending.isEmpty && lines.lengths.dropFirst(part).allSatisfy { $0 == 0 }
  }

  var count: Int { search.count }

  mutating func write(_ bytes: Span<UInt8>) throws(PacketError) {
    var at = 0
    while at < bytes.count, part < lines.lengths.count {
      let taken = min(lines.lengths[part] - pending.count, bytes.count - at)
      pending.reserveCapacity(lines.lengths[part])
      for index in at..<at + taken { pending.append(bytes[index]) }
      at += taken
      guard pending.count == lines.lengths[part] else { continue }
      let facts = try lines.record.facts(readingCut: pending, of: lines.record.parts[part])
      search.add(facts, bytes: pending)
      pending = []
      part += 1
    }
    guard at == bytes.count else { throw ClaimedPacket.File.isRotten }
  }
}
