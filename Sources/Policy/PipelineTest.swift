package import Values

/// What a pipeline must do with a packet on a day: a row of `<pipeline>.tests.yaml`, which lies beside the
/// pipeline and is run by `chartgate pipeline test` (Documentation/Pipelines.md).
package struct PipelineTest: Sendable, Equatable {
  package enum Outcome: String, Sendable, CaseIterable { case released, held, rejected }

  /// Something that is withheld from a record, by the rules that say so.
  package struct Withheld: Sendable, Equatable {
    package let record: Int
    package let rules: [RuleID]
    package init(record: Int, rules: [RuleID]) { (self.record, self.rules) = (record, rules) }
  }

  package let title: String
  /// The packet's folder, or its request in the flat form, from the folder of the tests' file.
  package let packet: String
  package let day: Day
  package let outcome: Outcome
  /// Each has a finding that counts (above `note`).
  package let rules: [RuleID]
  package let withheld: [Withheld]
  /// Records of which nothing leaves, by their numbers in the request; of all others something does.
  package let wholeRecordsWithheld: [Int]
  /// Who receives: an id of the directory, or `patient`; nil unless it is released.
  package let recipient: String?
  /// What no file of the opened bundle and of the outbox holds.
  package let absent: [String]
  /// What some file of the opened bundle holds.
  package let present: [String]
  /// Where the test stands, for a failure's message.
  package let line: Int
}
