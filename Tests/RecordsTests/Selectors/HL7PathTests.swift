import Records
import Testing
import Values

@Suite("HL7 v2 paths of site rules")
struct HL7PathTests {
  static let message = HL7Sample.message(
    HL7Sample.segment("PV1", [1: "1", 2: "O", 44: "20260228"]), "AL1|1|DA|X^Pollen^L",
    "OBR|1|A1|F1|58410-2^CBC^LN", "OBX|1|CE|X^Y^LN||A&B^second^L~C^third^L||", #"OBX|2|ST|Z||one \T\ two"#,
    "NTE|1||called", "ZPI|1|shelf 12")

  @Test(arguments: [
    ("PID-5", ["ROE", "JANE", "ANN"]), ("PID-5.1", ["ROE"]), ("PID-3.1", ["4711", "899990000"]),
    ("PID-3[2].1", ["899990000"]), ("PID-3[2]", ["899990000", "USSSA", "SS"]),
    ("PID-3.4.2", ["2.16.840.1.113883.19.5"]),
    ("OBX-5.2", ["second", "third"]), ("OBX-5.1.2", ["B"]), ("OBX-5[1].1.1", ["A", "one & two"]),
    ("OBX-5[2]", ["C", "third", "L"]),
    ("PV1-44", ["20260228"]), ("PID-39", []), ("PID-5.9", []), ("DG1-3", []),
  ])
  func `a path marks what it names:`(_ path: String, _ texts: [String]) throws {
    #expect(try HL7Sample.read(Self.message).marked(.hl7v2, path) == texts)
  }

  @Test func `a whole field with an escape is one mark for each component`() throws {
    let edited = try HL7Sample.read(Self.message).applying(.hl7v2, "OBX-5", .redact)
    #expect(
      edited.contains("OBX|2|ST|Z||[withheld]\r")
        && edited.contains("OBX|1|CE|X^Y^LN||[withheld]^[withheld]^"))
  }

  @Test func `a mark takes one subcomponent and leaves the other`() throws {
    let edited = try HL7Sample.read(Self.message).applying(.hl7v2, "OBX-5.1.2", .redact)
    #expect(edited.contains("||A&[withheld]^second^L~C^third^L|"))
  }

  @Test func `withhold takes the segment, and with it what belongs to it`() throws {
    let edited = try HL7Sample.read(Self.message).applying(.hl7v2, "OBR", .withhold)
    #expect(!edited.contains("CBC") && !edited.contains("called") && edited.contains("PV1|1|O"))
    let visit = try HL7Sample.read(Self.message).applying(.hl7v2, "PV1-44", .withhold)
    #expect(!visit.contains("PV1") && visit.contains("CBC"))
  }

  @Test func `embedded data goes with its segment`() throws {
    let text = HL7Sample.message(
      "OBR|1|A1|F1|18842-5^Note^LN", "OBX|1|ED|18842-5^Note^LN||^application^pdf^Base64^JVBERi0xLjQK",
      "OBX|2|ST|Y||kept")
    let edited = try HL7Sample.read(text).applying(.hl7v2, "OBX-5", .redact)
    #expect(!edited.contains("JVBERi0"))
  }

  @Test(arguments: [
    ("pid-5", "1: a path begins with three capitals or digits, such as PID"),
    (
      "PIX-5",
      "1: no segment \"PIX\" is known, and allowUnknown does not name it, so that it stays behind anyway"
    ),
    ("ZPI-2", "1: no segment \"ZPI\" is known"),
    ("PID-", "5: here a number from 1 to 999 names a field, as in PID-5"),
    ("PID-0", "5: here a number"), ("PID-5[0]", "7: here a number"), ("PID-5[1", "8: \"]\" is missing"),
    ("PID-5.1.2.3", "10: the path should end here"), ("PID.5", "4: the path should end here"),
    ("PID", "4: a whole segment is withheld; redact is of a field, such as PID-1"),
    ("MSH-2", "5: MSH-2 says how the message is read, and cannot be redacted"),
    ("PID-12345", "5: here a number"),
    ("PID-99", "5: HL7 v2.8.2 ends PID with PID-40, so that this cannot match"),
    ("PID-1[2]", "6: PID-1 is one number, without repetitions and components"),
    ("OBX-1.2", "6: OBX-1 is one number"), ("PID-19.2", "5: PID-19 is one number, without components"),
  ])
  func `a path that cannot match is refused, with its column:`(_ path: String, _ problem: String) throws {
    let found = try #require(Selector.problem(.hl7v2, path))
    #expect(found.hasPrefix(problem), "\(found)")
  }

  @Test func `an unknown segment that the pipeline lets pass can be named`() throws {
    let selector = try Selector.of(.hl7v2, "ZPI-2", allowed: ["ZPI"])
    let record = try HL7Sample.read(Self.message)
    let selection = try record.selected(by: selector, .redact)
    #expect(try record.edited(Cut(redactions: selection.redactions)).contains("ZPI|1|[withheld]"))
  }

  @Test func `a broken path is refused or read, and never traps`() throws {
    try HL7Sample.read(Self.message).selectByBroken(.hl7v2, "OBX-5[2].1.12")
  }

  @Test func `addresses count segments among their like, from 1`() throws {
    let record = try HL7Sample.read(Self.message + Self.message)
    #expect(
      try record.addressesMarked(.hl7v2, "OBX-5.1")[1...3] == [
        "record 3, message 1, OBX[1]-5[2].1, line 6", "record 3, message 1, OBX[2]-5[1], line 7",
        "record 3, message 2, OBX[1]-5[1].1.1, line 15",
      ])
    #expect(try record.addressesWithheld(.hl7v2, "PV1").first == "record 3, message 1, PV1[1], line 3")
    let unknown = try record.selected(by: .of(.hl7v2, "ZPI-2", allowed: ["ZPI"]), .redact)
    let address = record.addresses(of: unknown.redactions.map { .text(at: $0.lowerBound) })
    #expect(address.first?.shown == "record 3, message 1, segment[9]-2[1], line 9")
  }
}
