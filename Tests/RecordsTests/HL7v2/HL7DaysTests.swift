import Records
import Testing
import Values

@Suite("HL7 v2: on which days something happened")
struct HL7DaysTests {
  /// The spans of everything in a message but those of the message itself.
  static func days(_ segments: String) throws -> [String] {
    let record = try HL7Sample.read(HL7Sample.message(segments))
    return record.facts.units.filter { $0.kind != .message }.flatMap(\.days).map {
      $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0)"
    }
  }

  @Test(arguments: [
    HL7Sample.segment("OBR", [7: "20100505103000-0500"]), "AL1|1|DA|1^Penicillin|SV|x|20100505",
    HL7Sample.segment("IAM", [11: "20100505"]), "PRB|AD|20100505|1^Asthma|p1",
    "PRB|AD|20260101|1^Asthma|p1|||20100505", HL7Sample.segment("PRB", [1: "AD", 9: "20100505"]),
    HL7Sample.segment("GOL", [1: "AD", 7: "20100505"]), HL7Sample.segment("ORC", [1: "NW", 9: "20100505"]),
    HL7Sample.segment("ORC", [1: "NW", 9: "20260101"]) + "\rRXE||x\r"
      + HL7Sample.segment("TQ1", [1: "1", 7: "20100505"]),
    HL7Sample.segment("RXE", [2: "x", 32: "20100505"]),
    HL7Sample.segment("OBR", [4: "x", 14: "20260101", 7: "20100505"]),
    HL7Sample.segment("OBR", [4: "x", 14: "20100505"]), HL7Sample.segment("AIS", [3: "x", 4: "20100505"]),
    HL7Sample.segment("ORC", [1: "RE", 9: "20260101"]) + "\rOBR|1\r"
      + HL7Sample.segment("OBX", [1: "1", 2: "ST", 5: "x", 14: "20100505"]),
  ])
  func `a segment's own days count, and else when it was written`(segments: String) throws {
    #expect(try Self.days(segments) == ["2010-05-05"])
  }

  @Test(arguments: ["00010101", "17530101", "19000101000000", "99991231", "1900"])
  func `a day that stands for an unknown one is none`(day: String) throws {
    #expect(try Self.days(HL7Sample.segment("OBR", [4: "x", 7: day])) == [])
  }

  @Test func `a month and a year have all of their days`() throws {
    #expect(try Self.days(HL7Sample.segment("OBR", [7: "201002"])) == ["2010-02-01...2010-02-28"])
    #expect(try Self.days(HL7Sample.segment("OBR", [7: "2010"])) == ["2010-01-01...2010-12-31"])
    #expect(try Self.days(HL7Sample.segment("OBR", [7: "20101301"])) == [])
  }

  @Test func `when a list's line began leaves the message the day on which it was sent`() throws {
    let record = try HL7Sample.read(HL7Sample.message("AL1|1|DA|1^Penicillin|SV|x|20100505"))
    #expect(record.facts.serviceDays?.upperBound == Day("2026-03-01"))
    #expect(try Self.days(HL7Sample.segment("IN1", [12: "20100505", 13: "20110505"])) == [])
  }
}
