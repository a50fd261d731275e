import Records
import Testing
import Values

struct HL7CuttingTests {
  private let head = HL7Sample.header + "\r" + HL7Sample.patient + "\r"

  @Test func `an empty cut gives the very same bytes`() throws {
    let record = try HL7Sample.read(HL7Sample.results)
    #expect(try record.edited(Cut()) == HL7Sample.results)
  }

  @Test func `a result goes with its notes, and its siblings are numbered anew`() throws {
    let record = try HL7Sample.read(HL7Sample.results)
    let expected = HL7Sample.results.replacing(
      "OBX|1|NM|718-7^Hemoglobin^LN||13.9|g/dL\rNTE|1||taken twice\r", with: ""
    )
    .replacing("OBX|2|NM|4544", with: "OBX|1|NM|4544").replacing("OBX|3|NM", with: "OBX|2|NM")
    #expect(try record.without(record.units("OBX")[0]) == expected)
  }

  @Test func `an order goes with its ORC and all within, and the next is numbered anew`() throws {
    let record = try HL7Sample.read(HL7Sample.results)
    let edited = try record.without(record.units("OBR")[0])
    #expect(
      edited.hasSuffix(
        "20260301\rORC|RE|A2|F2\rOBR|1|A2|F2|75622-1^Serology^LN|||20260226\rOBX|1|ST|5221-7^Antibody^LN||REACTIVE\rSPM|1|S9\r"
      ))
    #expect(!edited.contains("58410-2") && !edited.contains("taken twice"))
  }

  @Test func `an order that loses all its results goes too, and that is told`() throws {
    let record = try HL7Sample.read(HL7Sample.results)
    let serology = record.units("OBX")[3]
    let edited = try record.cutting(Cut(units: [serology]))
    #expect(edited.alsoWithheld == [record.units("OBR")[1]])
    #expect(!String(decoding: edited.bytes, as: UTF8.self).contains("Serology"))
  }

  @Test(arguments: [
    (["1", "2", "3", "4"], 1, ["1", "2", "3"]), (["6", "7", "8"], 0, ["6", "7"]),
    (["1", "3", "4"], 1, ["1", "3"]),
    (["1", "1", "1"], 1, ["1", "1"]), (["1", "2", "1", "2"], 0, ["1", "1", "2"]),
    (["", "", ""], 1, ["", ""]),
    (["1", "x", "2"], 0, ["x", "2"]), (["9", "10", "11"], 0, ["9", "10"]),
  ]) func `set ids that counted up still do`(ids: [String], removed: Int, left: [String]) throws {
    let record = try HL7Sample.read(
      head + HL7Sample.lines(ids.enumerated().map { "AL1|\($1)||c\($0)^w^L" }))
    let edited = try record.without(record.units("AL1")[removed])
    let found = edited.split(separator: "\r").filter { $0.hasPrefix("AL1") }.map {
      String($0.split(separator: "|", omittingEmptySubsequences: false)[1])
    }
    #expect(found == left)
  }

  @Test func `set ids that count on through several orders leave no gap`() throws {
    let record = try HL7Sample.read(
      head + HL7Sample.lines(["OBR|1", "OBX|1|ST|a", "OBX|2|ST|b", "OBR|2", "OBX|3|ST|c", "OBX|4|ST|d"]))
    #expect(
      try record.without(record.units("OBX")[1]) == head
        + HL7Sample.lines(["OBR|1", "OBX|1|ST|a", "OBR|2", "OBX|2|ST|c", "OBX|3|ST|d"]))
  }

  @Test func `a message that keeps only who and where goes whole`() throws {
    let record = try HL7Sample.read(
      HL7Sample.message("PV1|1|I", "DG1|1||F10^x^I10") + HL7Sample.message("NTE|1||a"))
    let edited = try record.cutting(Cut(units: Set(record.units("DG1"))))
    #expect(String(decoding: edited.bytes, as: UTF8.self) == HL7Sample.message("NTE|1||a"))
    #expect(edited.alsoWithheld.map { record.facts.units[$0].kind } == [.message])
  }

  @Test func `losing only what is not known takes no message along`() throws {
    let record = try HL7Sample.read(HL7Sample.message("PV1|1|I", "ZXX|1"))
    let unknown = try #require(record.facts.units.firstIndex { !$0.isKnown })
    #expect(try record.without(unknown) == HL7Sample.message("PV1|1|I"))
  }

  @Test func `what cannot go alone takes the nearest that can`() throws {
    let record = try HL7Sample.read(
      HL7Sample.message("ORC|1", "RXE|1|a^b^c", "RXR|1^oral", "NTE|1||x", "AL1|1||c^w^L"))
    let edited = try record.cutting(Cut(units: Set(record.units("RXR"))))
    #expect(String(decoding: edited.bytes, as: UTF8.self) == HL7Sample.message("AL1|1||c^w^L"))
    #expect(edited.alsoWithheld == record.units("RXE"))
  }

  @Test(arguments: ["MSH", "PID"]) func `header or patient taken out empties the record`(type: String) throws
  {
    let record = try HL7Sample.read(HL7Sample.results)
    #expect(try record.cutting(Cut(units: [record.units(type).last ?? 0])).isEmpty)
  }

  @Test func `the record, or every message, withheld leaves nothing`() throws {
    let record = try HL7Sample.read(HL7Sample.results + HL7Sample.results)
    #expect(try record.cutting(Cut(units: [0])).isEmpty)
    let messages = record.facts.units.indices.filter { record.facts.units[$0].kind == .message }
    let edited = try record.cutting(Cut(units: Set(messages)))
    #expect(edited.isEmpty && edited.bytes.isEmpty)
  }

  @Test func `trailers count what is left, and an empty batch goes with its header`() throws {
    let one = HL7Sample.message("NTE|1||a")
    let text = "FHS|^~\\&\rBHS|^~\\&|A\r" + one + one + "BTS|2\rBHS|^~\\&|B\r" + one + "BTS|1|last\rFTS|2\r"
    let record = try HL7Sample.read(text)
    let messages = record.facts.units.indices.filter { record.facts.units[$0].kind == .message }
    #expect(
      try record.without(messages[1]) == "FHS|^~\\&\rBHS|^~\\&|A\r" + one + "BTS|1\rBHS|^~\\&|B\r" + one
        + "BTS|1|last\rFTS|2\r")
    #expect(try record.without(messages[2]) == "FHS|^~\\&\rBHS|^~\\&|A\r" + one + one + "BTS|2\rFTS|1\r")
  }

  @Test func `only the redacted text changes, to a mark`() throws {
    let record = try HL7Sample.read(HL7Sample.results)
    let edited = try record.edited(
      Cut(redactions: ["JANE", "taken", "4711"].compactMap { record.range(of: $0) }))
    #expect(
      edited
        == HL7Sample.results.replacing("JANE", with: "[withheld]").replacing("taken", with: "[withheld]")
        .replacing("4711", with: "[withheld]"))
  }

  @Test func `a redaction that touches an escape takes it whole`() throws {
    let record = try HL7Sample.read(HL7Sample.message(#"NTE|1||Roe \T\ Sons \X4A6F\e|L"#))
    let range = try #require(record.range(of: "e & S"))
    #expect(try record.edited(Cut(redactions: [range])).contains("NTE|1||Ro[withheld]ons \\X4A6F\\e|L"))
    let inHex = try #require(record.range(of: "o"))
    let hex = try #require(record.range(of: "Joe"))
    #expect(
      try record.edited(Cut(redactions: [inHex, hex.lowerBound..<hex.lowerBound + 1])).contains(
        "R[withheld]e \\T\\ Sons [withheld]e|L"))
  }

  @Test func `redactions that meet in one escape are one mark`() throws {
    let record = try HL7Sample.read(HL7Sample.message(#"NTE|1||\X4A6F65\"#))
    let range = try #require(record.range(of: "Joe"))
    let halves = [range.lowerBound..<range.lowerBound + 2, range.lowerBound + 2..<range.upperBound]
    #expect(try record.edited(Cut(redactions: halves)).hasSuffix("NTE|1||[withheld]\r"))
  }

  @Test func `brackets that are delimiters are not in the mark`() throws {
    let record = try HL7Sample.read("MSH|[~\\]|A||||||ORU[R01|1|P|2.5\rPID|1||1||ROE[JANE\r")
    let range = try #require(record.range(of: "JANE"))
    #expect(try record.edited(Cut(redactions: [range])).hasSuffix("PID|1||1||ROE[withheld\r"))
  }

  @Test func `text decoded from embedded data takes its result along when redacted`() throws {
    let record = try HL7Sample.read(
      HL7Sample.message("OBR|1", "OBX|1|ED|D||^TEXT^plain^Base64^cGF0aWVudCBpcyB3ZWxs", "OBX|2|ST|E||fine"))
    let range = try #require(record.range(of: "well"))
    let edited = try record.cutting(Cut(redactions: [range]))
    #expect(String(decoding: edited.bytes, as: UTF8.self) == HL7Sample.message("OBR|1", "OBX|1|ST|E||fine"))
    #expect(edited.alsoWithheld == [record.units("OBX")[0]])
  }

  @Test func `a cut of what the record does not have holds`() throws {
    let record = try HL7Sample.read(HL7Sample.results)
    for cut in [
      Cut(units: [9999]), Cut(units: [-1]), Cut(redactions: [0..<99_999]), Cut(redactions: [3..<3]),
      Cut(redactions: [-5..<2]),
    ] {
      #expect(throws: PacketError.self) { try record.cutting(cut) }
    }
  }

  @Test func `cutting what was cut changes nothing more`() throws {
    let record = try HL7Sample.read(HL7Sample.results)
    for unit in record.facts.units.indices.dropFirst() {
      let once = try record.cutting(Cut(units: [unit]))
      guard !once.isEmpty else { continue }
      let again = try HL7Record(reading: once.bytes, number: 3, limits: .standard)
      #expect(try again.cutting(Cut()).bytes == once.bytes && again.facts.findings.isEmpty)
      #expect(again.facts.units.count < record.facts.units.count)
    }
  }
}
