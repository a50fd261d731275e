/// A plain table: columns aligned, two spaces between them, nothing else.
package struct Table {
  enum Alignment { case left, right }

  private let header: [String]
  private let alignments: [Alignment]
  private var rows: [[String]] = []

  /// A column is right-aligned where its name is listed among `numbers`.
  package init(_ header: [String], numbers: Set<String> = []) {
    self.header = header
    alignments = header.map { numbers.contains($0) ? .right : .left }
  }

  package var isEmpty: Bool { rows.isEmpty }

  /// - Parameter row: one cell a column; missing ones are empty.
  package mutating func add(_ row: [String]) {
    rows.append(row + Array(repeating: "", count: max(0, header.count - row.count)))
  }

  /// One line a row, without spaces at its end.
  package var text: String {
    let lines = [header] + rows
    let widths = header.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    var out = ""
    for line in lines {
      var text = ""
      for column in header.indices {
        let gap = String(repeating: " ", count: widths[column] - line[column].count)
        if column > 0 { text += "  " }
        text += alignments[column] == .right ? gap + line[column] : line[column] + gap
      }
      while text.last == " " { text.removeLast() }
      out += text + "\n"
    }
    return out
  }
}
