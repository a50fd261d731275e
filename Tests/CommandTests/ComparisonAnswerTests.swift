import Stages
import Testing
import Values
import chartgate

@Suite("explain --diff: two columns that fit a terminal, and cannot move its cursor")
struct ComparisonAnswerTests {
  private static func row(_ before: String?, _ after: String?, line: Int = 3) -> RecordComparison.Row {
    RecordComparison.Row(
      place: before.map { _ in Place(line: line) }, before: before.map { Sensitive($0) },
      after: after.map { Sensitive($0) })
  }

  @Test func `kept, gone, changed and new are told apart`() {
    let comparison = RecordComparison(
      record: 2, isWithheldWhole: false,
      rows: [
        Self.row("kept", "kept", line: 2), Self.row("gone", nil),
        Self.row("number 1", "[withheld]", line: 4), Self.row(nil, "new"),
      ])
    #expect(
      ComparisonAnswer.text([comparison], names: [2: "note.txt"], width: 43) == """

        record 2, note.txt: as it came | as it would leave  (patient data)
        kept                   kept
        -- line 3
        gone                 <
        -- line 4
        number 1             | [withheld]
                             > new

        """)
  }

  @Test func `a long text is cut between words, and what would act on a terminal is escaped`() {
    let long = Self.row("one two three four five six\u{1B}[2J", nil)
    let text = ComparisonAnswer.text(
      [RecordComparison(record: 1, isWithheldWhole: false, rows: [long])], names: [:], width: 43)
    #expect(text.contains("one two three four   <\nfive six\\u{001B}[2J  <\n"))
  }

  @Test func `a record of which nothing leaves is one line, and one that leaves whole is none`() {
    let gone = RecordComparison(record: 1, isWithheldWhole: true, rows: [])
    let whole = RecordComparison(record: 2, isWithheldWhole: false, rows: [])
    let text = ComparisonAnswer.text([gone, whole], names: [:], width: 80)
    #expect(text.contains("nothing of it leaves") && !text.contains("record 2"))
  }
}
