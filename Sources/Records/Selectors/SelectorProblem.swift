/// Why a selector cannot be used: the operator wrote it, so its words may be shown.
package struct SelectorProblem: Error, Equatable, Sendable {
  /// In bytes of the selector, from 1.
  package let column: Int
  package let message: String

  init(_ column: Int, _ message: String) { (self.column, self.message) = (column, message) }
}
