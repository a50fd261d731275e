import Policy
import Testing

@Suite("how somebody is written elsewhere than in their own place")
struct PersonSpellingTests {
  static let w = "[withheld]"

  /// What is left of a note beside one next of kin.
  static func left(of note: String, beside kin: String) throws -> String {
    try KnownIdentityTests.redacted(note, besides: ["NK1|1|\(kin)"])
  }

  static let names: [(String, String, String)] = [
    ("YOUNG^JOHN", "J. Young called", "\(w) called"),
    ("YOUNG^JOHN", "Young, J: father", "\(w): father"),
    ("YOUNG^JOHN^LOUIS", "J. L. Young called", "\(w) called"),
    ("YOUNG^JOHN", "K. Young called, a young man", "K. Young called, a young man"),
    ("GARCIA KOWALCZYK^MARIA", "Mrs. Kowalczyk", "Mrs. \(w)"),
    ("GARCIA-KOWALCZYK^MARIA", "Maria Garcia", w),
    ("VAN DER YOUNG^MARIA", "a young woman, Maria Young", "a young woman, \(w)"),
    ("KOWALCZYK^MARY", "the Kowalczyks came", "the \(w) came"),
    ("KOWALCZYK JR^OTTO", "Mr. Kowalczyk and Otto Kowalczyk", "Mr. \(w) and \(w)"),
    ("MC ZAMBOAN^MARY", "Mrs. McZamboan", "Mrs. \(w)"),
    ("MCZAMBOAN^MARY", "Mrs. Mc Zamboan", "Mrs. \(w)"),
    ("MUELLERZAM^MARY", "Mrs. Mullerzam, M\u{FC}llerzam", "Mrs. \(w), \(w)"),
    ("M\u{FC}LLERZAM^MARY", "Mrs. Muellerzam", "Mrs. \(w)"),
    // Something between.
    ("YOUNG^JOHN", "John Louis Young called", "\(w) called"),
    ("YOUNG^JOHN", "seen by John (his father) Young", "seen by \(w)"),
    ("YOUNG^JOHN", "John L. M. Young and JOHN LOUIS YOUNG", "\(w) and \(w)"),
    ("YOUNG^JOHN", "John is young, and JOHN IS YOUNG", "John is young, and JOHN IS YOUNG"),
    (
      "YOUNG^JOHN", "John came. Young as ever; John, Louis, Young",
      "John came. Young as ever; John, Louis, Young"
    ),
    ("KOWALCZYK^JOHN", "John Louis Kowalczyk", "John Louis \(w)"),
    // Other letters, with and without blanks, case, points and accents.
    (
      "\u{6B27}\u{9633}^\u{5A1C}", "\u{6BCD}\u{6B27}\u{9633}\u{5A1C}\u{6765}, \u{6B27}\u{9633}",
      "\u{6BCD}\(w)\u{6765}, \(w)"
    ),
    ("\u{738B}^\u{5C0F}\u{660E}", "\u{738B}\u{5C0F}\u{660E}\u{6765}\u{738B}", "\(w)\u{6765}\u{738B}"),
    ("\u{AE40}^\u{BBFC}\u{C218}", "\u{AE40}\u{BBFC}\u{C218}\u{B294}", "\(w)\u{B294}"),
    (
      "\u{5DB}\u{5D4}\u{5DF}^\u{5DE}\u{5E8}\u{5D9}\u{5DD}",
      "\u{5DE}\u{5E8}\u{5D9}\u{5DD} \u{5DB}\u{5D4}\u{5DF} (\u{5DB}\u{5B9}\u{5D4}\u{5B5}\u{5DF})",
      "\(w) (\(w))"
    ),
    (
      "\u{62D}\u{62F}\u{627}\u{62F}^\u{645}\u{631}\u{64A}\u{645}",
      "\u{645}\u{631}\u{64A}\u{645} \u{62D}\u{62F}\u{627}\u{62F}", w
    ),
    ("ВОРОНОВА^АННА", "Анна Воронова, ВОРОНОВА", "\(w), \(w)"),
    ("ΠΑΠΑΔΟΠΟΥΛΟΣ^ΝΙΚΟΣ", "Νίκος Παπαδόπουλος", w),
    ("KOWALCZYK^MARY", "Ko\u{432}alczyk K\u{43E}w\u{430}lczyk", "Ko\u{432}alczyk \(w)"),
  ]
  @Test(arguments: names) func `names:`(_ kin: String, _ note: String, _ expected: String) throws {
    #expect(try Self.left(of: note, beside: kin) == expected)
  }

  static let telephones: [(String, String, String)] = [
    ("+44 20 7946 0958", "call +44 20 7946 0958", "call +\(w)"),
    ("+44 20 7946 0958", "call 020 7946 0958", "call \(w)"),
    ("+44 20 7946 0958", "call 7946 0958", "call \(w)"),
    ("+44 20 7946 0958", "call 442079460958", "call \(w)"),
    ("7946 0958", "call 7946-0958", "call \(w)"),
    ("+44 20 7946 0958", "of 20 and 0958", "of 20 and 0958"),
  ]
  @Test(arguments: telephones) func `telephones of other countries:`(
    _ number: String, _ note: String, _ expected: String
  ) throws {
    #expect(try Self.left(of: note, beside: "DOE^MARY|MTH||\(number)") == expected)
  }

  static let streets: [(String, String, String)] = [
    ("12 NORTH QUARRYSTONE STREET", "12 N. Quarrystone Street", w),
    ("12 NORTH QUARRYSTONE STREET", "12 North Quarrystone St", w),
    ("12 NORTH QUARRYSTONE STREET", "12 N Quarrystone St.", "\(w)."),
    ("12 QUARRYSTONE STREET APT 3", "12 Quarrystone St", w),
    ("12 QUARRYSTONE STREET APT 3", "12 apples", "12 apples"),
  ]
  @Test(arguments: streets) func `streets:`(_ line: String, _ note: String, _ expected: String) throws {
    #expect(try Self.left(of: note, beside: "DOE^MARY|MTH|\(line)") == expected)
  }

  @Test func `a name in letters that the search does not compare is counted`() throws {
    let text = KnownIdentityTests.message("NK1|1|\u{269}\u{26F}^\u{277}|MTH")
    let outcome = try #require(try KnownIdentityTests.outcomes(text, redact: "relatives").first)
    #expect(outcome.text.contains("NK1|1|\(Self.w)^\(Self.w)|MTH"))
    #expect(outcome.plan.telling.summary[.otherScript] == 1)
  }

  @Test func `a long name in one text is a name, a sentence is none`() throws {
    func left(_ name: String) throws -> String {
      let record = #"""
        {"resourceType":"Bundle","type":"collection","entry":[
        {"resource":{"resourceType":"Patient","id":"p","name":[{"family":"Roe","given":["Jane"]}],"birthDate":"1970-01-05"}},
        {"resource":{"resourceType":"RelatedPerson","patient":{"reference":"Patient/p"},"name":[{"text":"\#(name)"}]}},
        {"resource":{"resourceType":"Observation","status":"final","subject":{"reference":"Patient/p"},"code":{"text":"x"},
         "note":[{"text":"Mrs. Quibbler came"}]}}]}
        """#
      return try #require(try KnownIdentityTests.outcomes(record, redact: "relatives").first).text
    }
    #expect(try left("Maria del Carmen Garcia Zamboano Quibbler").contains("Mrs. \(Self.w) came"))
    #expect(try left("is not known and nobody could tell of Quibbler").contains("Mrs. Quibbler came"))
  }
}
