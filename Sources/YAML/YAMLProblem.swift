/// A mistake in a file of the house, where it is and what to do. The operator wrote these files, so their
/// words may be shown.
package struct YAMLProblem: Error, Hashable, Sendable, Comparable, CustomStringConvertible {
  package let file: String
  package let line: Int
  package let column: Int
  package let message: String

  package init(file: String, line: Int, column: Int, message: String) {
    (self.file, self.line, self.column, self.message) = (file, line, column, message)
  }

  package var description: String { "\(file):\(line):\(column): \(message)" }

  package static func < (a: Self, b: Self) -> Bool {
    (a.file, a.line, a.column, a.message) < (b.file, b.line, b.column, b.message)
  }
}
