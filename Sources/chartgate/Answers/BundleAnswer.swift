package import Bundles
internal import JSON
internal import Values

/// What `chartgate bundle verify` says of a bundle.
package enum BundleAnswer {
  package static func of(_ report: BundleVerifier.Report) -> Answer {
    let isGood = report.problems.isEmpty
    // A bundle may come from anywhere: whatever it names itself is escaped.
    let name = report.disclosure.map { TerminalText.escaped($0) } ?? "the bundle"
    let problems = report.problems.map { TerminalText.escaped($0) }
    var text = problems.map { $0 + "\n" }.joined()
    text += report.isTrial ? "TRIAL " : ""
    text += isGood ? "\(name): whole, \(report.files.count) files\n" : "\(name): does not verify\n"
    return Answer(
      text,
      [
        .init("disclosure", report.disclosure.map { .string($0) } ?? .null),
        .init("trial", .bool(report.isTrial)),
        .init(
          "files",
          .array(
            report.files.map { file in
              [
                "name": .string(file.name), "bytes": .integer(Int64(file.byteCount)),
                "sha256": .string(file.digest.hex),
              ]
            })),
        .init("problems", .array(report.problems.map { .string($0) })),
      ], status: isGood ? .done : .unverified)
  }
}
