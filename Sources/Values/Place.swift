/// Where in a packet something is: a record's number, bytes, a path in words of the format. It never
/// holds a value or a file name: names from outside hold names of people.
package struct Place: Hashable, Sendable, Showable, CustomStringConvertible {
  /// The record's number in the request's order, from 1; nil for the request or the packet.
  package let record: Int?
  /// The bytes of the original file.
  package let bytes: Range<Int>?
  /// A path of fixed words and numbers: `/patient/birthDate`, `section 3, entry 2`, `message 4, PID-3`.
  package let path: PlainText?
  /// Line of the file, from 1.
  package let line: Int?

  package init(record: Int? = nil, bytes: Range<Int>? = nil, path: PlainText? = nil, line: Int? = nil) {
    (self.record, self.bytes, self.path, self.line) = (record, bytes, path, line)
  }

  package var shown: String {
    var parts: [String] = []
    if let record { parts.append("record \(record)") }
    if let path { parts.append(path.shown) }
    if let line { parts.append("line \(line)") }
    if let bytes {
      parts.append(
        bytes.count <= 1 ? "byte \(bytes.lowerBound)" : "bytes \(bytes.lowerBound)-\(bytes.upperBound - 1)")
    }
    return parts.joined(separator: ", ")
  }
  package var description: String { shown }
}
