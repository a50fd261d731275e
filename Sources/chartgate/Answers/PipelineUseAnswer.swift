internal import JSON
package import Policy
internal import Values

/// What `chartgate pipeline unused` says: the dead lines first.
package enum PipelineUseAnswer {
  /// - Parameter packets: how many were looked at; nil when there is no house to look into.
  package static func of(_ lines: [PipelineUse.Line], packets: Int?) -> Answer {
    let inOrder = lines.filter(\.isDead) + lines.filter { !$0.isDead }
    let columns = ["pipeline", "key", "entry", "rule", "tests"] + (packets == nil ? [] : ["packets"])
    var table = Table(columns + [""], numbers: ["tests", "packets"])
    for line in inOrder {
      table.add(
        [line.pipeline, line.key, line.entry, line.rule.description, "\(line.inTests)"]
          + (packets == nil ? [] : ["\(line.inPackets)"]) + [line.isDead ? "never acted" : ""])
    }
    let dead = lines.count(where: \.isDead)
    var text = table.isEmpty ? "" : table.text + "\n"
    text += "\(dead) of \(lines.count) lines never acted"
    text += packets.map { ", over the tests and \($0) packets\n" } ?? ", over the tests\n"
    return Answer(
      text,
      [
        .init(
          "lines",
          .array(
            inOrder.map { line in
              [
                "pipeline": .string(line.pipeline), "key": .string(line.key),
                "entry": .string(line.entry), "rule": .string(line.rule.description),
                "tests": .integer(Int64(line.inTests)), "packets": .integer(Int64(line.inPackets)),
                "dead": .bool(line.isDead),
              ]
            })),
        .init("packets", packets.map { .integer(Int64($0)) } ?? .null),
      ])
  }
}
