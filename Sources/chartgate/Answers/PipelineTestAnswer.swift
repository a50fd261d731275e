internal import JSON

/// What `chartgate pipeline test` says: each failure with its place, then the counts.
package enum PipelineTestAnswer {
  /// One test that was run.
  package struct Run: Sendable {
    package let file: String
    package let line: Int
    package let title: String
    package let failures: [String]

    package init(file: String, line: Int, title: String, failures: [String]) {
      (self.file, self.line, self.title, self.failures) = (file, line, title, failures)
    }
  }

  package static func of(_ runs: [Run]) -> Answer {
    let failed = runs.filter { !$0.failures.isEmpty }
    var text = ""
    for run in failed {
      text += "\(run.file):\(run.line): \(run.title)\n"
      text += run.failures.map { "    \($0)\n" }.joined()
    }
    text += "\(runs.count - failed.count) passed, \(failed.count) failed\n"
    return Answer(
      text,
      [
        .init(
          "tests",
          .array(
            runs.map { run in
              [
                "file": .string(run.file), "line": .integer(Int64(run.line)), "title": .string(run.title),
                "failures": .array(run.failures.map { .string($0) }),
              ]
            })),
        .init("passed", .integer(Int64(runs.count - failed.count))),
        .init("failed", .integer(Int64(failed.count))),
      ], status: failed.isEmpty ? .done : .failed)
  }
}
