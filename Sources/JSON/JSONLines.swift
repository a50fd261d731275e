package import Values

/// A file of JSON texts, one a line (NDJSON), as one document with a root for each line.
package struct JSONLines: Sendable {
  /// One line with its JSON text.
  package struct Line: Sendable {
    /// From 1, blank lines counted.
    package let number: Int
    /// The value of the line in ``JSONLines/document``.
    package let root: Int
    /// The line's bytes with its line end.
    package let bytes: Range<Int>
  }

  package let document: JSONDocument
  package let lines: [Line]

  /// Parses every line that holds more than space; lines end with LF or CRLF, the last one may do without.
  ///
  /// - Parameter firstLine: the number of the first line, where the bytes are a part of a file.
  /// - Throws: `json.syntax` or `json.limit` (hold) with line and byte, the latter also for more than
  ///   `limits.messages` lines.
  package init(
    _ bytes: [UInt8], limits: Limits, origin: Place? = nil, skipsMark: Bool = false, firstLine: Int = 1
  )
    throws(PacketError)
  {
    var parser = JSONParser(limits: limits, origin: origin)
    var lines: [Line] = []
    let span = bytes.span
    // A byte order mark before the first line is passed over, as in ``JSONDocument``.
    var (start, number) = (skipsMark && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0, firstLine - 1)
    while start < span.count {
      number += 1
      var end = start
      var isBlank = true
      while end < span.count, span[end] != 0x0A {
        if isBlank, !JSONBytes.isSpace(span[end]) { isBlank = false }
        end += 1
      }
      let next = min(end + 1, span.count)
      if !isBlank {
        guard lines.count < limits.messages else {
          throw PacketError(
            "json.limit", .hold, at: Place(record: origin?.record, bytes: start..<next, line: number),
            "there are more than \(limits.messages) lines", remedy: "split the record")
        }
        let root = try parser.parse(span, in: start..<end, line: number)
        lines.append(Line(number: number, root: root, bytes: start..<next))
      }
      start = next
    }
    self.lines = lines
    document = JSONDocument(bytes, parser)
  }
}
