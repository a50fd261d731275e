package import JSON
package import Stages
internal import Values

/// What `chartgate explain --diff` adds: each record that does not leave whole, as it came on the left and as
/// it would leave on the right, with the marks of diff(1): `<` gone, `>` new, `|` changed.
package enum ComparisonAnswer {
  /// - Parameters:
  ///   - names: each record's file, escaped, by its number.
  ///   - width: of the terminal, in characters.
  package static func text(_ comparisons: [RecordComparison], names: [Int: String], width: Int) -> String {
    var text = ""
    for comparison in comparisons where comparison.isWithheldWhole || !comparison.rows.isEmpty {
      let name = names[comparison.record].map { ", \($0)" } ?? ""
      text += "\nrecord \(comparison.record)\(name): as it came | as it would leave  (patient data)\n"
      text +=
        comparison.isWithheldWhole
        ? "    nothing of it leaves\n" : rows(comparison, column: max(20, (width - 3) / 2))
    }
    return text
  }

  private static func rows(_ comparison: RecordComparison, column: Int) -> String {
    var text = ""
    var last = ""
    for row in comparison.rows {
      if let place = row.place?.shown, place != last, !row.isKept {
        text += "-- \(place)\n"
        last = place
      }
      let left = lines(row.before?.reveal(.console) ?? "", column)
      let right = lines(row.after?.reveal(.console) ?? "", column)
      for number in 0..<max(left.count, right.count, 1) {
        let one = number < left.count ? left[number] : ""
        let other = number < right.count ? right[number] : ""
        let gap = String(repeating: " ", count: max(0, column - one.count))
        text += trimmed("\(one)\(gap) \(mark(row)) \(other)") + "\n"
      }
    }
    return text
  }

  private static func mark(_ row: RecordComparison.Row) -> String {
    switch (row.before, row.after) {
    case (_?, nil): "<"
    case (nil, _?): ">"
    default: row.isKept ? " " : "|"
    }
  }

  /// Escaped, its spaces made one, and cut into lines of a width.
  private static func lines(_ text: String, _ width: Int) -> [String] {
    var rest = Substring(
      TerminalText.escaped(text.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
    var lines: [String] = []
    while rest.count > width {
      let head = rest.prefix(width)
      let end = head.lastIndex(of: " ").map { head.index(after: $0) } ?? head.endIndex
      lines.append(trimmed(String(rest[..<end])))
      rest = rest[end...]
    }
    return lines + (rest.isEmpty ? [] : [String(rest)])
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  package static func json(_ comparisons: [RecordComparison]) -> JSONValue {
    .array(
      comparisons.map { comparison in
        [
          "record": .integer(Int64(comparison.record)), "withheldWhole": .bool(comparison.isWithheldWhole),
          "changes": .array(
            comparison.rows.filter { !$0.isKept }.map { row in
              [
                "place": row.place.map { .string($0.shown) } ?? .null,
                "before": row.before.map { .string($0.reveal(.console)) } ?? .null,
                "after": row.after.map { .string($0.reveal(.console)) } ?? .null,
              ]
            }),
        ]
      })
  }
}
