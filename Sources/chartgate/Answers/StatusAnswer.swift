internal import JSON
package import Ledger

/// What `chartgate status` says: how many packets stand where, and the newest of them.
package enum StatusAnswer {
  /// - Parameter state: the state folder's path, in which the reasons lie.
  package static func of(
    _ rows: [PacketRow], counts: [PacketState: Int], state: String, isTrial: Bool
  ) -> Answer {
    let states = PacketState.allCases.filter { counts[$0, default: 0] > 0 }
    let summary = states.map { "\(counts[$0, default: 0]) \($0.rawValue)" }.joined(separator: ", ")
    var text = isTrial ? "TRIAL\n" : ""
    text += summary.isEmpty ? "no packet was taken yet\n" : "packets: \(summary)\n"
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
      ])
  }
}
