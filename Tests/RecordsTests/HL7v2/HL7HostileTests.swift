import Records
import Testing
import Values

@Suite("FAULTS.md, hostile HL7 v2: an error, or facts that hold together; never a trap")
struct HL7HostileTests {
  private static let sample =
    "FHS|^~\\&\rBHS|^~\\&\r" + HL7Sample.results
    + HL7Sample.message(#"OBX|1|ED|D||^T^p^Base64^cGF0\.br\aWVu"#, "NTE|1||é\\X41\\\\F\\")
    + "BTS|2\rFTS|1\r"

  /// Reads and cuts; whatever can be read is whole again without a cut, and every unit and run lies within.
  private func check(_ bytes: [UInt8]) throws {
    let record: HL7Record
    do throws(PacketError) {
      record = try HL7Record(reading: bytes, number: 1, limits: .standard)
    } catch {
      #expect(error.outcome == .hold)
      return
    }
    #expect(try record.cutting(Cut()).bytes == bytes)
    for (index, unit) in record.facts.units.enumerated() {
      #expect(unit.parent.map { $0 < index } ?? (index == 0))
    }
    for run in record.facts.runs {
      #expect(record.facts.units.indices.contains(run.unit) && !record.facts.arena[run.range].contains(0))
    }
    #expect(String(validating: record.facts.arena, as: UTF8.self) != nil)
    if let last = record.facts.runs.last {
      _ = try record.cutting(Cut(units: [record.facts.units.count / 2], redactions: [last.range]))
    }
  }

  @Test func `a message that is cut anywhere errs or is read`() throws {
    let all = bytes(Self.sample)
    for end in all.indices { try check(Array(all[..<end])) }
    for start in all.indices { try check(Array(all[start...])) }
  }

  @Test(arguments: 0..<300) func `flipped bytes err or are read`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var all = bytes(Self.sample)
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let at = Int.random(in: all.indices, using: &random)
      all[at] =
        Bool.random(using: &random)
        ? UInt8.random(in: 0...255, using: &random) : bytes("|^~\\&\r\n\"[")[Int(all[at]) % 9]
    }
    try check(all)
  }

  @Test(arguments: 0..<200) func `bytes that no edit touches stay`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let record = try HL7Sample.read(Self.sample)
    let runs = record.facts.runs.filter { run in record.facts.units[run.unit].kind != .attachment }
    guard let run = runs.randomElement(using: &random) else { return }
    let start = Int.random(in: run.range, using: &random)
    let range = start..<Int.random(in: start + 1...run.range.upperBound, using: &random)
    let (before, after) = (bytes(Self.sample), try record.cutting(Cut(redactions: [range])).bytes)
    let same = zip(before, after).prefix { $0 == $1 }.count
    let sameEnd = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count
    // The mark has ten bytes; a coincidence of letters at its edges only makes the rest longer.
    #expect(same + sameEnd >= after.count - 10)
    #expect(
      try HL7Record(reading: after, number: 1, limits: .standard).facts.units.count
        == record.facts.units.count)
  }

  @Test func `many open escapes, delimiters and repetitions take linear time`() throws {
    for filler in ["\\", "^", "~", "\\X4", "\\.br", "&", "a^", "\\F\\"] {
      let record = try HL7Sample.read(HL7Sample.message("NTE|1||" + String(repeating: filler, count: 20_000)))
      #expect(record.units("NTE").count == 1)
    }
  }
}
