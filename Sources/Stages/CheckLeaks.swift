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
    let opened = BundleVerifier.open(bundle.bytes, limits: packet.limits)
    guard opened.report.problems.isEmpty else {
      packet.findings.append(
        .of(
          "tech.integrity", "the bundle that was written does not open as written",
          remedy: "report this as a bug"))
      return
    }
    guard !plan.telling.isEmpty else { return }
    let named = zip(bundle.content.records, packet.released).map { ("data/\($0.name)", $1) }
    let released = Dictionary(named) { first, _ in first }
    let searches = Parallel.map(opened.contents.sorted { $0.key < $1.key }) { name, bytes in
      guard let record = released[name] else {
        return Self.findings(plan.telling.found(inText: bytes), record: nil)
      }
      // The bytes are those that the facts were read from, or nothing is sure.
      guard bytes == record.bytes else { return Self.findings(1, record: record.number) }
      let hits = plan.leaks(in: record.facts, bytes: bytes, record: record.number)
      return Self.findings(hits, record: record.number)
    }
    packet.findings += searches.flatMap(\.self)
  }

  private static func findings(_ hits: Int, record: Int?) -> [Finding] {
    guard hits > 0 else { return [] }
    let place = record.map { Place(record: $0) } ?? Place(path: "index, names or notices of the bundle")
    return [
      .of(
        "house.leak", subject: record.map { .record($0) } ?? .packet, at: place,
        "\(hits) withheld values are still in the release",
        remedy: "nothing was delivered; withhold the record whole, or report what the format left behind")
    ]
  }
}
