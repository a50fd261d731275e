internal import JSON
package import Stages

/// What `chartgate run` says: one line a packet, and what is left for another run.
package enum RunAnswer {
  package static func of(
    _ rows: [PacketRow], resting: Int, waiting: Int, isTrial: Bool,
    times: [(stage: StageName, milliseconds: Int)]? = nil
  ) -> Answer {
    var text = isTrial ? "TRIAL\n" : ""
    text += rows.isEmpty ? "nothing was ready\n" : PacketRow.table(rows)
    if waiting > 0 { text += "\(waiting) in the inboxes: not complete, or not still long enough\n" }
    if resting > 0 { text += "\(resting) had a fault that may pass; run again\n" }
    var members: [JSONValue.Member] = []
    if let times {
      var table = Table(["stage", "ms"], numbers: ["ms"])
      for row in times { table.add([row.stage.shown, String(row.milliseconds)]) }
      text += "\n" + table.text
      members.append(
        .init("times", .object(times.map { .init($0.stage.shown, .integer(Int64($0.milliseconds))) })))
    }
    let status: Ending =
      resting > 0 ? .again : rows.contains(where: \.needsAttention) ? .attention : .done
    return Answer(
      text,
      [
        .init("trial", .bool(isTrial)), .init("packets", .array(rows.map(\.json))),
        .init("waiting", .integer(Int64(waiting))), .init("resting", .integer(Int64(resting))),
      ] + members, status: status)
  }
}
