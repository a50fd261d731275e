import Records
import Testing
import Values

struct TextRecordTests {
  static let note = """
    GENERAL HOSPITAL

    Patient: Roe, Jane A.   DOB: 02/03/1970   MRN: 4711-A
    Date of service: March 1, 2026

    HISTORY:
    The patient was seen for a cough and was treated by
    Doctor Doe.

    - cough for two weeks
    - no fever

    Social history:
    Drinks rarely.

    """

  private func read(_ text: String) throws -> TextRecord { try read(bytes(text)) }
  private func read(_ bytes: [UInt8], limits: Limits = .standard) throws -> TextRecord {
    try TextRecord(reading: bytes, number: 2, limits: limits)
  }

  private func unit(_ record: TextRecord, holding text: String) throws -> Int {
    let range = try #require(record.range(of: text))
    return try #require(record.facts.runs.first { $0.range.contains(range.lowerBound) }).unit
  }

  @Test func `headings make sections that own their paragraphs`() throws {
    let record = try read(Self.note)
    let sections = record.facts.units.indices.filter { record.facts.units[$0].kind == .section }
    #expect(sections.count == 3)
    let edited = try record.without(sections[1])
    #expect(
      edited
        == Self.note.replacing(
          String(Self.note.split(separator: "HISTORY:\n")[1].split(separator: "Social")[0]), with: ""
        ).replacing("HISTORY:\n", with: ""))
  }

  @Test func `a paragraph, or one entry of it, is taken out alone`() throws {
    let record = try read(Self.note)
    let entry = try unit(record, holding: "cough for two weeks")
    #expect(try record.without(entry) == Self.note.replacing("- cough for two weeks\n", with: ""))
    let paragraph = try unit(record, holding: "Doctor Doe")
    #expect(record.facts.units[paragraph].kind == .paragraph)
    #expect(!(try record.without(paragraph)).contains("cough and was"))
  }

  @Test func `a wrapped line is one text with the line before`() throws {
    let record = try read(Self.note)
    #expect(record.range(of: "treated by\nDoctor Doe") != nil)
  }

  @Test func `a section that loses its last paragraph goes, and that is told`() throws {
    let record = try read(Self.note)
    let drinks = try unit(record, holding: "Drinks")
    let edited = try record.cutting(Cut(units: [drinks]))
    #expect(!String(decoding: edited.bytes, as: UTF8.self).contains("Social"))
    #expect(edited.alsoWithheld.map { record.facts.units[$0].kind } == [.section])
  }

  @Test func `the header says whose it is and when`() throws {
    let record = try read(Self.note)
    #expect(record.facts.identities.map(\.shown) == ["Roe Jane A; 1970-02-03; -=4711-A"])
    #expect(record.facts.identities.first?.place.line == 3)
    #expect(record.facts.serviceDays == Day("2026-03-01").map { $0...$0 })
  }

  @Test(arguments: [
    ("1970-02-03", "1970-02-03"), ("02/03/1970", "1970-02-03"), ("2/3/1970", "1970-02-03"),
    ("3 Feb 1970", "1970-02-03"),
    ("03-FEB-1970", "1970-02-03"), ("February 3, 1970", "1970-02-03"), ("Tue, Feb 3 1970", "1970-02-03"),
    ("19700203", "1970-02-03"), ("13/02/1970", "1970-02-13"), ("02/03/70", nil), ("02/30/1970", nil),
    ("unknown", nil), ("", nil),
  ]) func `dates of birth are read as they are written`(written: String, day: String?) throws {
    let record = try read("Name: Roe, Jane\nDate of Birth: \(written)\n")
    #expect(record.facts.identities.first?.birthDate?.reveal(.match) == day.flatMap { Day($0) })
  }

  @Test(arguments: [
    ("ROE, JANE ANN", "ROE JANE ANN"), ("Jane A. Roe", "Roe Jane A"), ("Mrs. Jane Roe", "Roe Jane"),
    ("Roe", "Roe"),
    ("Jane Roe, MD", "Roe Jane"), ("Jane Roe Jr.", "Roe Jane"), ("Jane Roe (4711)", "Roe Jane"),
    ("van der Roe, Jane", "van der Roe Jane"),
  ]) func `names are read as they are written`(written: String, name: String) throws {
    #expect(try read("Patient Name: \(written)\n").facts.identities.map(\.shown) == ["\(name); -"])
  }

  @Test(arguments: [
    ("Patient: Roe, Jane\nDOB: 1/2/1970\n\nPatient: ROE, JANE\n", 1),
    ("Patient: Roe, Jane\n\nPatient: Doe, John\n", 2),
    ("DOB: 1/2/1970\n\nDOB: 1/3/1970\n", 2), ("MRN: 1\nMRN: 2\nMRN: 1\n", 2),
    ("Provider name: Doe, John\n", 0), ("nothing\n", 0),
    // A page header of another patient, in capitals and without a colon.
    ("Patient: Roe, Jane\nDOB: 1/2/1970\nMRN: A-17\n\nDOE, JOHN  DOB 3/4/1980  MRN A-18\nPage 2\n", 2),
    ("Patient: Roe, Jane\nDOB: 1/2/1970\nMRN: A-17\n\nROE, JANE  DOB 1/2/1970  MRN A-17\nPage 2\n", 1),
    ("no MRN was given, DOB unknown\n", 0),
  ]) func `several patients are several identities`(text: String, count: Int) throws {
    #expect(try read(text).facts.identities.count == count)
  }

  static let page = "Patient: Roe, Jane\nDOB: 1/2/1970\nMRN: 4711\nDate of service: 2026-03-01\n\nWell.\n\n"

  @Test(arguments: [
    ("Doe, John\t1950-01-01\t777123\nChest pain.\n", 2), ("DOE, JOHN | 01/01/1950 | M | 777123\n", 2),
    ("777123     Doe, John Q.     1/1/1950\nPage 2\n", 2),
    ("MERCY HOSPITAL\nDoe, John\t1950-01-01\t777123\n", 2),
    ("Mercy Hospital\nDoe, John\t1950-01-01\t777123\n", 2),
    // The patient's own; a head of columns and an order; a day of now; no number, no name, a doctor's row.
    ("ROE, JANE A\t1970-01-02\t4711\nPage 2\n", 1),
    ("Ordered by\tOn\tNo\nDoe, John\t2010-01-01\t777123\n", 1),
    ("Doe, John\t2026-02-27\t777123\n", 1), ("Doe, John\t1950-01-01\t12\n", 1),
    ("Aspirin, coated\t1950-01-01\t777123\n", 1),
    ("Seen well.\nNo pain.\nDoe, John\t1950-01-01\t777123\n", 1),
  ]) func `a page's header in columns names its patient without labels`(text: String, count: Int) throws {
    #expect(try read(Self.page + text).facts.identities.count == count)
    #expect(try read(text).facts.identities.isEmpty)
  }

  /// A patient, then a block, then what stands behind it.
  @Test(arguments: [
    // A contact's own name and day of birth.
    ("EMERGENCY CONTACT\nName: Doe, John\nRelationship: brother\nDOB: 3/4/1980\n", 1),
    ("Next of Kin\n\nName: Doe, John\n\nDOB: 3/4/1980\n", 1),
    ("GUARANTOR INFORMATION:\nName: Doe, John\nDate of birth: 3/4/1980\n", 1),
    ("Name: Doe, John   Relationship to Patient: brother\n", 1),
    ("Name: Doe, John\nRelationship: brother\n", 1),
    // Somebody else's page after all.
    ("EMERGENCY CONTACT\nName: Doe, John\n\u{0C}Name: Poe, Edgar\n", 2),
    ("EMERGENCY CONTACT\nName: Doe, John\nDISCHARGE SUMMARY\nName: Poe, Edgar\n", 2),
    ("EMERGENCY CONTACT\nName: Poe, Edgar  DOB: 3/4/1980\n", 2), ("EMERGENCY CONTACT\nMRN: B-1\n", 2),
    ("EMERGENCY CONTACT\nPatient: Poe, Edgar\n", 2), ("EMERGENCY CARE\nName: Poe, Edgar\n", 2),
    ("Name: Poe, Edgar   Relationship to insured: self\n", 2), ("Name: Poe, Edgar\n", 2),
    ("DOB: 3/4/1980\n", 2),
    (
      "EMERGENCY CONTACT\n" + String(repeating: "Call first at night\n", count: 12)
        + "Name: Poe, Edgar\n", 2
    ),
  ]) func `a contact of the patient is no other patient, and another patient is`(block: String, count: Int)
    throws
  {
    let record = try read("Name: Roe, Jane\nDOB: 1/2/1970\nMRN: A-17\n\n" + block)
    #expect(record.facts.identities.count == count)
  }

  @Test func `only redacted text changes`() throws {
    let record = try read(Self.note)
    let range = try #require(record.range(of: "Roe, Jane"))
    #expect(
      try record.edited(Cut(redactions: [range])) == Self.note.replacing("Roe, Jane", with: "[withheld]"))
    let wrapped = try #require(record.range(of: "by\nDoctor"))
    #expect(
      try record.edited(Cut(redactions: [wrapped])) == Self.note.replacing("by\nDoctor", with: "[withheld]"))
  }

  @Test(arguments: [false, true]) func `UTF-16 is read and marked in UTF-16`(isBig: Bool) throws {
    func encoded(_ text: String) -> [UInt8] {
      text.utf16.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
    }
    let record = try read(encoded("\u{FEFF}Patient: Roë, Jane 😀\r\nDOB: 1970-02-03\r\n"))
    #expect(record.facts.identities.count == 1)
    let range = try #require(record.range(of: "Roë"))
    let edited = try record.cutting(Cut(redactions: [range])).bytes
    #expect(edited == encoded("\u{FEFF}Patient: [withheld], Jane 😀\r\nDOB: 1970-02-03\r\n"))
    #expect(record.range(of: "😀") != nil)
  }

  @Test func `Windows-1252 is read and its other bytes stay`() throws {
    let record = try read(
      bytes("Patient: Roe, Jos") + [0xE9] + bytes(" said ") + [0x93] + bytes("well") + [0x94] + bytes("\n"))
    #expect(record.range(of: "José said “well”") != nil)
    let range = try #require(record.range(of: "“well"))
    #expect(
      try record.cutting(Cut(redactions: [range])).bytes == bytes("Patient: Roe, Jos") + [0xE9]
        + bytes(" said [withheld]") + [0x94, 0x0A])
  }

  @Test(
    arguments: [
      [0x41, 0x00, 0x42], [0x41, 0x0B], [0x81, 0x41, 0x41, 0x41, 0x41], [0xFF, 0xFE, 0x41],
      [0xE9, 0xE9, 0xE9],
    ] as [[UInt8]])
  func `what is surely no text holds`(bytes: [UInt8]) {
    #expect(throws: PacketError.self) { try read(bytes) }
  }

  @Test func `an empty cut gives the same bytes, and all withheld leaves nothing`() throws {
    for text in [Self.note, "", "\n\n", "\u{FEFF}one", "a\r\nb\rc"] {
      let record = try read(text)
      #expect(try record.edited(Cut()) == text)
      #expect(try record.cutting(Cut(units: [0])).isEmpty)
      #expect(try record.cutting(Cut(units: Set(record.facts.units.indices))).bytes.isEmpty)
    }
  }

  @Test func `a number that is parted at a hyphen is one entry, and is marked once`() throws {
    let record = try read("Came in with a knee-\npain; on file as 123-\n45-6789 since May.\n")
    #expect(record.facts.units.count == 2)
    let number = try #require(record.range(of: "123-\n45-6789"))
    let second = try #require(record.facts.runs.last).range
    #expect(
      try record.edited(Cut(redactions: [number, second.upperBound - 20..<second.upperBound - 12]))
        == "Came in with a knee-\npain; on file as [withheld] since May.\n")
  }

  @Test func `limits hold`() {
    var limits = Limits()
    limits.textLines = 3
    let few = limits
    #expect(throws: PacketError.self) { try read(bytes("a\nb\nc\nd\n"), limits: few) }
  }

  @Test(arguments: 0..<200) func `bytes that are cut or flipped err or are read`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var all = bytes(Self.note)
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      all[Int.random(in: all.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    all = Array(all.prefix(Int.random(in: 0...all.count, using: &random)))
    do throws(PacketError) {
      let record = try TextRecord(reading: all, number: 1, limits: .standard)
      #expect(try record.cutting(Cut()).bytes == all)
      for unit in record.facts.units.indices { _ = try record.cutting(Cut(units: [unit])) }
      for run in record.facts.runs {
        let start = Int.random(in: run.range, using: &random)
        _ = try record.cutting(Cut(redactions: [start..<run.range.upperBound]))
      }
    } catch { #expect(error.outcome == .hold) }
  }
}
