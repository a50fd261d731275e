import Records
import Testing
import Values
import XML

struct CDAPropertyTests {
  @Test(arguments: 0..<120 as Range<UInt64>)
  func `a random cut leaves a document that says nothing of what went and all else as it was`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let record = try CDAFixture.read(CDAFixture.whole)
    let units = record.facts.units.indices.filter { $0 > 1 && record.facts.units[$0].isRemovable }
    let chosen = Set(units.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random)))
    let edited = try record.cutting(Cut(units: chosen))
    guard !edited.isEmpty else { return }

    // It is a document, and stable.
    let again = try CDARecord(reading: edited.bytes, number: 7, limits: .standard)
    #expect(try again.cutting(Cut()).bytes == edited.bytes)
    let result = try CDAFixture.canonical(edited.bytes)

    // Nothing of what went is left, unless it also stands in what stayed.
    let gone = chosen.union(edited.alsoWithheld)
    let isGone = record.facts.units.indices.map { unit in gone.contains { record.isWithin(unit, $0) } }
    let stayed = Set(
      record.facts.runs.filter { !isGone[$0.unit] }.map { Array(record.facts.arena[$0.range]) })
    let left = Set(again.facts.runs.map { Array(again.facts.arena[$0.range]) })
    for run in record.facts.runs where isGone[run.unit] && run.range.count > 4 {
      let text = Array(record.facts.arena[run.range])
      // The code of an emptied section stays.
      if stayed.contains(text) || record.facts.units[run.unit].kind == .section { continue }
      #expect(!left.contains(text), "\(String(decoding: text, as: UTF8.self))")
    }

    // All that stayed is there.
    let comments = Set(["exported by the ward"].map { Array($0.utf8) })
    for text in stayed where !comments.contains(text) && !record.isPointer(text) {
      #expect(left.contains(text), "\(String(decoding: text, as: UTF8.self))")
    }

    // And in its order: what is left is the original with parts taken out, emptied sections apart.
    let parts = Self.parts(result)
    let original = Self.parts(try CDAFixture.canonical(Array(CDAFixture.whole.utf8)))
    #expect(Self.firstNotInOrder(parts, original) == nil)
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func `random redactions leave a document without the texts`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let record = try CDAFixture.read(CDAFixture.whole)
    let runs = record.facts.runs.shuffled(using: &random).prefix(5)
    let edited = try record.cutting(Cut(redactions: runs.map(\.range)))
    let again = try CDARecord(reading: edited.bytes, number: 7, limits: .standard)
    func count(_ text: [UInt8], _ record: CDARecord) -> Int {
      record.facts.runs.count { Array(record.facts.arena[$0.range]) == text }
    }
    for run in runs {
      let text = Array(record.facts.arena[run.range])
      #expect(count(text, again) < count(text, record))
    }
  }

  @Test func `withholding each unit alone gives a document or nothing`() throws {
    let record = try CDAFixture.read(CDAFixture.whole)
    for unit in record.facts.units.indices {
      let edited = try record.cutting(Cut(units: [unit]))
      #expect(edited.isEmpty == edited.bytes.isEmpty)
      if !edited.isEmpty { _ = try CDARecord(reading: edited.bytes, number: 7, limits: .standard) }
    }
  }

  @Test func `an emptied section emptied again is the same`() throws {
    let record = try CDAFixture.read(CDAFixture.whole)
    let first = try record.cutting(Cut(units: [try record.unit(.section, saying: "Diabetes mellitus")]))
    let again = try CDARecord(reading: first.bytes, number: 7, limits: .standard)
    let second = try again.cutting(Cut(units: [try again.unit(.section, saying: "Problems")]))
    #expect(try CDAFixture.canonical(second.bytes) == CDAFixture.canonical(first.bytes))
  }

  @Test func `a document in UTF-16 is cut as one in UTF-8`() throws {
    let wide = CDAFixture.whole.replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"")
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in wide.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let record = try CDARecord(reading: bytes, number: 7, limits: .standard)
    let narrow = try CDAFixture.read(CDAFixture.whole)
    #expect(record.facts.arena == narrow.facts.arena)
    let unit = try record.unit(.entry, saying: "Diabetes mellitus")
    #expect(
      try CDAFixture.canonical(record.cutting(Cut(units: [unit])).bytes)
        == CDAFixture.canonical(narrow.cutting(Cut(units: [unit])).bytes))
  }

  /// The words of tags and texts; without what an emptied section says in our words.
  private static func parts(_ canonical: String) -> [String] {
    let texts = canonical.components(of: "<").flatMap { $0.components(of: ">") }
    return texts.filter { !$0.hasPrefix("Some information was left out") }
      .flatMap { $0.split(whereSeparator: \.isWhitespace) }.map { String($0) }
      .filter { $0 != "nullFlavor=\"MSK\"" }
  }

  /// The first piece that does not follow in the original; nil when all do.
  private static func firstNotInOrder(_ part: [String], _ whole: [String]) -> String? {
    var at = whole.startIndex
    for piece in part {
      guard let found = whole[at...].firstIndex(where: { $0 == piece }) else { return piece }
      at = found + 1
    }
    return nil
  }
}

extension CDARecord {
  /// Whether a text is only a pointer to something, which goes with it.
  fileprivate func isPointer(_ text: [UInt8]) -> Bool {
    text.first == UInt8(ascii: "#") || text == Array("MM1".utf8)
  }
}
