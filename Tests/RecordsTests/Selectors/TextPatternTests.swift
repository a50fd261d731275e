import Records
import Testing
import Values

@Suite("patterns of site rules in texts")
struct TextPatternTests {
  static let note = """
    Patient: Roe, Jane
    EMPLOYEE  no: 48213
    Employee no:\u{A0}48214, and employee no:
    48215
    Employee no: 482166
    Badge ab-12 and badge abc-7.

    """

  /// Where a text begins in the note, in bytes.
  private static func at(_ text: String) -> Int {
    let (note, wanted) = (Array(note.utf8), Array(text.utf8))
    return note.indices.first { note[$0...].starts(with: wanted) } ?? -1
  }

  private func record(_ text: String = note) throws -> TextRecord {
    try TextRecord(reading: bytes(text), number: 2, limits: .standard)
  }

  @Test(arguments: [
    ("Employee no: #####", ["EMPLOYEE  no: 48213", "Employee no:\u{A0}48214", "employee no:\n48215"]),
    ("no: #####+", ["no: 48213", "no:\u{A0}48214", "no:\n48215", "no: 482166"]),
    ("badge @@+-#+", ["Badge ab-12", "badge abc-7"]), ("48214", ["48214"]), ("ROE, jane", ["Roe, Jane"]),
    ("Roe, Jan", []), ("#", ["7"]),
  ])
  func `a pattern marks whole words, letters' case and kinds of blanks aside:`(
    _ pattern: String, _ texts: [String]
  )
    throws
  {
    let found = try record().marked(.text, pattern).joined(separator: "\n")
    #expect(found == texts.joined(separator: "\n"))
  }

  @Test(arguments: [
    ("", "1: a pattern has a letter or a digit at least"),
    (" a", "1: a pattern does not begin or end with a blank"),
    ("a+", "2: \"+\" stands after # or @; write \\+ for the sign itself"),
    ("#+5", "1: what repeats must be followed by something of another kind"),
    ("a\\b", "2: only # @ + \\ are written"),
    ("a\\", "2: only"),
  ])
  func `a pattern that cannot be used is refused, with its column:`(_ pattern: String, _ problem: String)
    throws
  {
    let found = try #require(Selector.problem(.text, pattern))
    #expect(found.hasPrefix(problem), "\(found)")
  }

  @Test func `redact marks the phrase, withhold takes its entry`() throws {
    let marked = try record().applying(.text, "Employee no: #####", .redact)
    #expect(!marked.contains("48213") && !marked.contains("48215") && marked.contains("482166"))
    let taken = try record().applying(.text, "EMPLOYEE no: 48213", .withhold)
    #expect(!taken.contains("48213") && taken.contains("Badge"))
  }

  @Test func `addresses are bytes and lines`() throws {
    #expect(
      try record().addressesMarked(.text, "badge @@+-#+") == [
        "record 2, line 6, byte \(Self.at("Badge"))", "record 2, line 6, byte \(Self.at("badge abc"))",
      ])
  }

  @Test func `a broken pattern is refused or read, and never traps`() throws {
    try record().selectByBroken(.text, "Badge @@+-#+ \\# x")
  }
}
