package import Bundles
internal import JSON
internal import Values

/// What `chartgate withheld` says: the report, or the replies to questions.
package enum WithheldAnswer {
  /// To one question: in which records the text stood and did not leave.
  package struct Reply: Sendable, Equatable {
    package let records: [Int]
    /// The question had no word in it.
    package let isEmpty: Bool
    /// A record that was too large to keep all of may have had it.
    package let isSure: Bool

    /// - Parameter digests: of the question, under the packet's key.
    package init(_ digests: [UInt64], _ report: RedactionReport) {
      isEmpty = digests.isEmpty
      records =
        digests.isEmpty
        ? [] : report.removed.filter { one in digests.allSatisfy { Self.has(one.digests, $0) } }.map(\.record)
      isSure = !records.isEmpty || report.removed.allSatisfy(\.isComplete)
    }

    /// Digests are in order.
    private static func has(_ digests: [UInt64], _ digest: UInt64) -> Bool {
      var (low, high) = (0, digests.count)
      while low < high {
        let middle = (low + high) / 2
        if digests[middle] < digest { low = middle + 1 } else { high = middle }
      }
      return low < digests.count && digests[low] == digest
    }

    fileprivate var text: String {
      if isEmpty { return "no word was asked for" }
      if !records.isEmpty {
        return "yes: stayed behind in record \(records.map(String.init).joined(separator: ", "))"
      }
      return isSure
        ? "no: it did not stand there, or it left"
        : "not found, but of a large record not everything is kept"
    }
  }

  package static func of(_ report: RedactionReport, disclosure: String) -> Answer {
    var table = Table(
      ["record", "withheld", "where", "rule", "category", "signs"], numbers: ["record", "signs"])
    for part in report.parts {
      table.add(
        ["\(part.record)", part.part, part.place, part.rule, part.category ?? "", "\(part.signs)"])
    }
    var text = table.isEmpty ? "nothing stayed behind by a rule\n" : table.text
    var counts = Table(["rule", "category", "records", "parts"], numbers: ["records", "parts"])
    for (group, parts) in Self.groups(report) {
      counts.add([group.rule, group.category, "\(Set(parts.map(\.record)).count)", "\(parts.count)"])
    }
    if !counts.isEmpty { text += "\n" + counts.text }
    return Answer(
      text,
      [
        .init("disclosure", .string(disclosure)),
        .init("canBeAsked", .bool(report.version != nil)),
        .init(
          "parts",
          .array(
            report.parts.map { part in
              [
                "record": .integer(Int64(part.record)), "part": .string(part.part),
                "place": .string(part.place), "rule": .string(part.rule),
                "category": part.category.map { .string($0) } ?? .null, "signs": .integer(Int64(part.signs)),
              ]
            })),
      ])
  }

  private static func groups(_ report: RedactionReport) -> [(
    group: (rule: String, category: String), parts: [RedactionReport.Part]
  )] {
    let grouped = Dictionary(grouping: report.parts) { [$0.rule, $0.category ?? ""] }
    return grouped.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
      (($0.key[0], $0.key[1]), $0.value)
    }
  }

  package static func of(_ replies: [Reply], disclosure: String) -> Answer {
    Answer(
      replies.map { $0.text + "\n" }.joined(),
      [
        .init("disclosure", .string(disclosure)),
        .init(
          "answers",
          .array(
            replies.map { reply in
              [
                "stayedBehind": .bool(!reply.records.isEmpty), "sure": .bool(reply.isSure),
                "records": .array(reply.records.map { .integer(Int64($0)) }),
              ]
            })),
      ])
  }
}
