internal import Bundles
package import Policy
package import Stages
package import Values

/// Lays what became of a packet beside what its test expects; what it says is for the policy's author.
package enum PipelineTestJudge {
  /// Everything that is not as expected; empty when the test passes.
  package static func failures(
    of test: PipelineTest, _ decision: Decision, _ explained: Explanation, limits: Limits = .standard
  ) -> [String] {
    var failures: [String] = []
    let counting = decision.findings.filter { $0.verdict > .note }
    let found = outcome(decision)
    if found != test.outcome {
      let strongest = counting.filter { $0.verdict == decision.verdict }.map(\.rule.description)
      let why = strongest.isEmpty ? "" : " by " + Set(strongest).sorted().joined(separator: ", ")
      failures.append("expected \(test.outcome.rawValue), was \(found.rawValue)\(why)")
    }
    for rule in test.rules where !counting.contains(where: { $0.rule == rule }) {
      failures.append("no finding of \(rule)")
    }
    guard test.outcome == .released, case .released(let release) = decision.outcome else { return failures }
    if release.recipient != test.recipient {
      failures.append(
        "expected to leave for \(test.recipient ?? "nobody"), would leave for \(release.recipient)")
    }
    return failures + withheld(test, explained) + texts(test, release, limits)
  }

  private static func outcome(_ decision: Decision) -> PipelineTest.Outcome {
    switch decision.outcome {
    case .released: .released
    case .held: .held
    case .rejected: .rejected
    }
  }

  /// What stays behind: no less than expected, and no more.
  private static func withheld(_ test: PipelineTest, _ explained: Explanation) -> [String] {
    var failures: [String] = []
    // What a site rule marks stays behind too; a masked social security number is no more than a note.
    let staying =
      explained.withheld.map { (record: $0.record, rule: $0.rule) }
      + explained.redacted.filter { SiteRule.isID($0.rule) }.map { (record: $0.record, rule: $0.rule) }
    for expected in test.withheld {
      let rules = Set(staying.filter { $0.record == expected.record }.map(\.rule))
      for rule in expected.rules where !rules.contains(rule) {
        failures.append("record \(expected.record): nothing is withheld by \(rule)")
      }
    }
    let whole = explained.records.filter(\.isWithheldWhole).map(\.number)
    for number in test.wholeRecordsWithheld where !whole.contains(number) {
      failures.append("record \(number): leaves, and should be withheld whole")
    }
    for number in whole where !test.wholeRecordsWithheld.contains(number) {
      failures.append("record \(number): is withheld whole, and should leave")
    }
    let expected = Set(test.withheld.map(\.record) + test.wholeRecordsWithheld)
    for number in Set(staying.map(\.record)).subtracting(expected).sorted() {
      let rules = Set(staying.filter { $0.record == number }.map(\.rule.description)).sorted()
      failures.append("record \(number): more is withheld than expected, by \(rules.joined(separator: ", "))")
    }
    return failures
  }

  /// The opened bundle and the files beside it, searched: names and bytes.
  private static func texts(_ test: PipelineTest, _ release: StagedRelease, _ limits: Limits) -> [String] {
    var failures: [String] = []
    var contents: [(name: String, bytes: [UInt8])] = []
    for file in release.files {
      guard file.name.hasSuffix(".zip") else {
        contents.append((file.name, file.bytes))
        continue
      }
      let opened = BundleVerifier.open(file.bytes, limits: limits)
      failures += opened.report.problems.map { "the bundle: \($0)" }
      contents += opened.contents.map { ($0.key, $0.value) }
    }
    contents.sort { $0.name < $1.name }
    for text in test.absent {
      let wanted = folded(Array(text.utf8))
      for file in contents
      where contains(folded(file.bytes), wanted) || contains(folded(Array(file.name.utf8)), wanted) {
        failures.append("\"\(text)\" is in \(file.name), and should not leave")
      }
    }
    for text in test.present where !contents.contains(where: { contains($0.bytes, Array(text.utf8)) }) {
      failures.append("\"\(text)\" is in no file of the bundle, and should leave")
    }
    return failures
  }

  /// ASCII letters without case.
  private static func folded(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  private static func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
      if bytes[start..<start + wanted.count].elementsEqual(wanted) { return true }
    }
    return false
  }
}
