import Stages
import Testing
import Values

@Suite("A record as it came beside what would leave of it")
struct RecordComparisonTests {
  private static func compared(_ text: String, withhold: [String], redact: [String] = []) throws
    -> RecordComparison
  {
    var sample = try Sample()
    sample.records = [("note.txt", text)]
    let all = try Deciding.compare(
      sample.packet, sample.house, Sample.policy(withhold: withhold, redact: redact))
    return try #require(all.first)
  }

  private static func texts(_ comparison: RecordComparison) -> [(String?, String?)] {
    comparison.rows.map { ($0.before?.reveal(.match), $0.after?.reveal(.match)) }
  }

  @Test func `what is withheld stands on the left alone, between what is kept`() throws {
    let rows = Self.texts(try Self.compared(Sample.note, withhold: ["HIV"]))
    let gone = rows.filter { $0.1 == nil }.compactMap(\.0)
    #expect(gone.contains { $0.contains("Biktarvy") })
    #expect(!rows.contains { $0.1?.contains("Biktarvy") ?? false })
    #expect(rows.first?.0 == rows.first?.1, "the text before it, on both sides")
  }

  @Test func `what is masked stands beside its mark, and tells where`() throws {
    let note = Sample.note.replacing(
      "She is HIV positive and takes Biktarvy", with: "SSN 219-09-9999. She takes aspirin")
    let comparison = try Self.compared(note, withhold: [], redact: ["ssn"])
    let changed = try #require(comparison.rows.first { !$0.isKept })
    #expect(changed.before?.reveal(.match).contains("219-09-9999") == true)
    #expect(changed.after?.reveal(.match).contains("[withheld]") == true)
    #expect(changed.place?.line != nil)
  }

  @Test func `a record that leaves whole has nothing to show`() throws {
    let comparison = try Self.compared(Sample.note, withhold: [])
    #expect(comparison.rows.isEmpty && !comparison.isWithheldWhole)
  }
}
