import Bundles
import Testing
import chartgate

@Suite("withheld: the report of a release, and replies that say no more than yes or no")
struct WithheldAnswerTests {
  private static var report: RedactionReport {
    var report = RedactionReport()
    report.version = 1
    report.parts = [
      .init(record: 1, part: "entry", place: "record 1, line 7", rule: "cat.hiv", category: "HIV", signs: 2)
    ]
    report.removed = [
      .init(record: 1, digests: [2, 5, 9], isComplete: true),
      .init(record: 3, digests: [5], isComplete: true),
    ]
    return report
  }

  @Test func `parts stand in a table, then counts by rule and category`() {
    #expect(
      WithheldAnswer.of(Self.report, disclosure: "d1-1").text == """
        record  withheld  where             rule     category  signs
             1  entry     record 1, line 7  cat.hiv  HIV           2

        rule     category  records  parts
        cat.hiv  HIV             1      1

        """)
  }

  @Test(arguments: [([UInt64(5)], [1, 3]), ([5, 9], [1]), ([9, 5, 2], [1]), ([4], []), ([], [])])
  func `a text stayed behind where all its words did`(_ digests: [UInt64], _ records: [Int]) {
    #expect(WithheldAnswer.Reply(digests, Self.report).records == records)
  }

  @Test func `of a record that was too large to keep, no is not sure`() {
    var report = Self.report
    report.removed[0].isComplete = false
    #expect(!WithheldAnswer.Reply([4], report).isSure)
    #expect(WithheldAnswer.Reply([5], report).isSure)
  }
}
