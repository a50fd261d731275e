import Policy
import Records
import Requests
import Testing
import Values

/// A case that passes, for a test to change in one thing.
struct Draft: Sendable {
  var request: Request
  var records: [RecordCase]
  var papers: Set<Digest> = []
  var house: HouseFacts
  var pipeline: Pipeline?

  /// As the stages judge it: on the ground that follows from the request.
  var asCase: Case {
    Case(
      request: request, records: records, papers: papers, house: house,
      basis: Basis.derived(from: request), pipeline: pipeline)
  }

  var findings: [Finding] { Verification.findings(asCase) }

  /// The strongest verdict of all rules.
  var verdict: Verdict { findings.map(\.verdict).max() ?? .note }

  /// The strongest verdict of one rule; nil when it is met or not looked at.
  func verdict(of rule: RuleID) -> Verdict? {
    findings.filter { $0.rule == rule }.map(\.verdict).max()
  }

  func with(_ change: (inout Draft) -> Void) -> Draft {
    var draft = self
    change(&draft)
    return draft
  }
}

/// A row of a table: a case, and what the rule named by its suite says of it.
struct Example: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let draft: Draft
  /// nil: the rule is met.
  let verdict: Verdict?

  init(_ words: String, _ verdict: Verdict?, _ draft: Draft) {
    (testDescription, self.verdict, self.draft) = (words, verdict, draft)
  }
  init(_ words: String, _ verdict: Verdict?, _ base: Draft, _ change: (inout Draft) -> Void) {
    self.init(words, verdict, base.with(change))
  }
}

/// Checks a row; the table's test gives the rule.
func expect(
  _ rule: RuleID, _ example: Example, _ location: SourceLocation = #_sourceLocation
) {
  #expect(example.draft.verdict(of: rule) == example.verdict, sourceLocation: location)
}

extension Day: ExpressibleByStringLiteral {
  /// A test's own day; a wrong one ends the test.
  public init(stringLiteral text: String) {
    guard let day = Day(text) else { preconditionFailure("a test's day is no day: \(text)") }
    self = day
  }
}

extension Instant: ExpressibleByStringLiteral {
  /// A test's own instant; a wrong one ends the test.
  public init(stringLiteral text: String) {
    guard let instant = Instant(text) else { preconditionFailure("a test's instant is none: \(text)") }
    self = instant
  }
}

extension Digest {
  /// A digest of one byte over and over.
  static func of(_ byte: UInt8) -> Digest {
    guard let digest = Digest(bytes: [UInt8](repeating: byte, count: 32)) else {
      preconditionFailure("32 bytes are a digest")
    }
    return digest
  }
}
