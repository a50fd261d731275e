internal import JSON
package import Ledger
internal import Values

/// What `chartgate status` says: how many packets stand where, and the newest of them.
package enum StatusAnswer {
  /// - Parameters:
  ///   - state: the state folder's path, in which the reasons lie.
  ///   - page: what the daemon, or a look without one, shows beside the ledger.
  package static func of(
    _ rows: [PacketRow], counts: [PacketState: Int], state: String, isTrial: Bool,
    page: HousePage? = nil
  ) -> Answer {
    let states = PacketState.allCases.filter { counts[$0, default: 0] > 0 }
    let summary = states.map { "\(counts[$0, default: 0]) \($0.rawValue)" }.joined(separator: ", ")
    var text = isTrial ? "TRIAL\n" : ""
    text += summary.isEmpty ? "no packet was taken yet\n" : "packets: \(summary)\n"
    if let page {
      for line in page.warnings { text += "! \(line)\n" }
      for line in page.waiting { text += "\(line)\n" }
      // Inboxes in which nothing lies are no news.
      if page.sources.contains(where: \.isNews) { text += "\n\(page.sourceTable)" }
    }
    if !rows.isEmpty { text += "\n" + PacketRow.table(rows) }
    if rows.contains(where: \.needsAttention) {
      text += "\nwhy:  less \(state)/hold/N/reasons.txt  (rejected: \(state)/rejected/N/reasons.txt)\n"
    }
    return Answer(
      text,
      [
        .init("trial", .bool(isTrial)),
        .init(
          "counts",
          .object(states.map { JSONValue.Member($0.rawValue, .integer(Int64(counts[$0, default: 0]))) })),
        .init("packets", .array(rows.map(\.json))),
      ] + (page.map(\.json) ?? []))
  }
}

extension HousePage {
  /// Beside the packets: whether a daemon runs, what waits in the inboxes, what rests until when.
  fileprivate var json: [JSONValue.Member] {
    [
      .init("daemon", process.map { .integer(Int64($0)) } ?? .null),
      .init("warnings", .array(warnings.map { .string($0) })),
      .init(
        "heldBack",
        [
          "entries": .integer(Int64(heldBack.entries)), "full": Self.json(heldBack.full),
          "away": Self.json(heldBack.away),
        ]),
      .init("oldestWaiting", oldestWaiting.map { .string($0.description) } ?? .null),
      .init(
        "resting",
        .array(
          resting.map { ["packet": .integer(Int64($0.packet)), "retryMs": .integer(Int64($0.milliseconds))] })
      ),
      .init(
        "sources",
        .array(
          sources.map {
            [
              "id": .string($0.id), "ready": .integer(Int64($0.ready)),
              "waiting": .integer(Int64($0.waiting)),
              "stuck": .integer(Int64($0.stuck)),
              "retryMs": $0.retryMilliseconds.map { .integer(Int64($0)) } ?? .null,
            ]
          })),
    ]
  }

  private static func json(_ channels: [Channel]) -> JSONValue {
    .array(channels.map { ["id": .string($0.id), "releases": .integer(Int64($0.releases))] })
  }
}
