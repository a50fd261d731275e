internal import Bundles
internal import JSON
internal import Policy
internal import Records
package import Stages
internal import Values

/// What `chartgate explain` says: the outcome, every rule with its law, what would be withheld where, and what
/// the leak check seeks.
package enum ExplainAnswer {
  /// - Parameter names: each record's file, escaped, by its number; empty where nobody asked for it.
  package static func of(_ explained: Explanation, names: [Int: String], isTrial: Bool) -> Answer {
    var text = isTrial ? "TRIAL\n" : ""
    text += "would be \(explained.outcome.rawValue)"
    text += explained.outcome == .released ? " to \(explained.recipient ?? "nobody")\n" : "\n"
    text += "basis: \(explained.basis?.rawValue ?? "none follows from the request")\n"
    text += "pipeline: \(explained.pipeline ?? "none takes it, or more than one")\n"
    for section in [
      rules(explained), records(explained, names), withheld(explained), redacted(explained),
      sought(explained),
    ] where !section.isEmpty { text += "\n" + section }
    return Answer(
      text, members(explained, names, isTrial), status: explained.outcome == .released ? .done : .attention)
  }

  /// What was found, strongest first, each with its law and what to do; then the rules that are met.
  private static func rules(_ explained: Explanation) -> String {
    let inOrder = explained.findings.enumerated().sorted {
      ($1.element.verdict, $0.offset) < ($0.element.verdict, $1.offset)
    }.map(\.element)
    var text = ""
    for finding in inOrder {
      let place = place(finding)
      text += "\(finding.verdict.rawValue): \(finding.rule)  [\(law(finding.source.description))]"
      text += (place.isEmpty ? "" : "  \(place)") + "\n"
      text += "    \(finding.problem); \(finding.remedy)\n"
    }
    var table = Table(["met", "law"])
    for rule in explained.met { table.add([rule.rule.description, law(rule.source)]) }
    if !table.isEmpty { text += (text.isEmpty ? "" : "\n") + table.text }
    return text
  }

  private static func law(_ source: String) -> String { source.isEmpty ? "house rule" : source }

  private static func place(_ finding: Finding) -> String {
    if let place = finding.place, !place.shown.isEmpty { return place.shown }
    if case .record(let number) = finding.subject { return "record \(number)" }
    return ""
  }

  private static func records(_ explained: Explanation, _ names: [Int: String]) -> String {
    let columns = ["record", "format", "leaves", "redacted", "also withheld"]
    var table = Table(names.isEmpty ? columns : columns + ["file"], numbers: ["record"])
    for record in explained.records {
      let parts = explained.withheld.contains { $0.record == record.number }
      let leaves =
        record.isWithheldWhole ? "nothing" : parts || record.redactions > 0 ? "in part" : "whole"
      let cells = [
        "\(record.number)", record.format?.rawValue ?? "unreadable", record.format == nil ? "held" : leaves,
        record.redactions == 0 ? "" : "\(record.redactions)",
        record.alsoWithheld == 0 ? "" : "\(record.alsoWithheld)",
      ]
      table.add(names.isEmpty ? cells : cells + [names[record.number] ?? ""])
    }
    return table.isEmpty ? "" : table.text
  }

  private static func withheld(_ explained: Explanation) -> String {
    var table = Table(
      ["record", "withheld", "where", "rule", "category", "signs"], numbers: ["record", "signs"])
    for part in explained.withheld {
      table.add([
        "\(part.record)", part.part.rawValue, part.place.shown, part.rule.description, part.category ?? "",
        "\(part.signs)",
      ])
    }
    return table.isEmpty ? "" : table.text
  }

  private static func redacted(_ explained: Explanation) -> String {
    var table = Table(["record", "redacted", "rule"], numbers: ["record"])
    for one in explained.redacted {
      table.add(["\(one.record)", one.place.shown, one.rule.description])
    }
    return table.isEmpty ? "" : table.text
  }

  private static func sought(_ explained: Explanation) -> String {
    var table = Table(["leak check", "values", "kind", "because"], numbers: ["values"])
    for kind in explained.sought {
      table.add([
        kind.kind.isSought ? "seeks" : "does not seek", "\(kind.count)", kind.kind.shown,
        kind.kind.reason.description,
      ])
    }
    return table.isEmpty ? "" : table.text
  }

  private static func members(_ explained: Explanation, _ names: [Int: String], _ isTrial: Bool)
    -> [JSONValue.Member]
  {
    [
      .init("trial", .bool(isTrial)), .init("outcome", .string(explained.outcome.rawValue)),
      .init("basis", explained.basis.map { .string($0.rawValue) } ?? .null),
      .init("pipeline", explained.pipeline.map { .string($0) } ?? .null),
      .init("recipient", explained.recipient.map { .string($0) } ?? .null),
      .init("findings", .array(explained.findings.map(Manifests.finding))),
      .init(
        "met",
        .array(
          explained.met.map { ["rule": .string($0.rule.description), "source": .string($0.source)] })),
      .init(
        "records",
        .array(
          explained.records.map { record in
            [
              "record": .integer(Int64(record.number)),
              "format": record.format.map { .string($0.rawValue) } ?? .null,
              "withheldWhole": .bool(record.isWithheldWhole),
              "redactions": .integer(Int64(record.redactions)),
              "alsoWithheld": .integer(Int64(record.alsoWithheld)),
              "file": names[record.number].map { .string($0) } ?? .null,
            ]
          })),
      .init(
        "withheld",
        .array(
          explained.withheld.map { part in
            [
              "record": .integer(Int64(part.record)), "part": .string(part.part.rawValue),
              "place": .string(part.place.shown), "rule": .string(part.rule.description),
              "category": part.category.map { .string($0) } ?? .null, "signs": .integer(Int64(part.signs)),
            ]
          })),
      .init(
        "redacted",
        .array(
          explained.redacted.map { one in
            [
              "record": .integer(Int64(one.record)), "place": .string(one.place.shown),
              "rule": .string(one.rule.description),
            ]
          })),
      .init(
        "sought",
        .array(
          explained.sought.map { kind in
            [
              "kind": .string(kind.kind.shown), "count": .integer(Int64(kind.count)),
              "sought": .bool(kind.kind.isSought), "because": .string(kind.kind.reason.description),
            ]
          })),
    ]
  }
}
