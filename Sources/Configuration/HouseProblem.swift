package import YAML

/// One thing that is wrong with the house, where, and what mends it. The operator wrote these files and made
/// these folders, so their words and paths may be shown.
package struct HouseProblem: Hashable, Sendable, CustomStringConvertible {
  package enum Severity: String, Sendable {
    /// The house does not open.
    case error
    /// It opens; somebody should look.
    case warning
  }

  package let severity: Severity
  /// `chartgate.yaml:3:5`, or the folder by its place in the configuration: `inbox er-north`.
  package let place: String
  package let problem: String
  /// The command that mends it, if there is one.
  package let command: String?

  package init(_ severity: Severity, _ place: String, _ problem: String, command: String? = nil) {
    (self.severity, self.place, self.problem, self.command) = (severity, place, problem, command)
  }

  package init(_ problem: YAMLProblem) {
    self.init(.error, "\(problem.file):\(problem.line):\(problem.column)", problem.message)
  }

  package var description: String {
    let mending = command.map { "; run: \($0)" } ?? ""
    return "\(place): \(severity == .warning ? "warning: " : "")\(problem)\(mending)"
  }
}
