import Requests
import Testing
import Values
import XML

@Suite("Our reader and libxml2 with the published schema agree on every value")
struct AgreementTests {
  /// Values that one of the two might take.
  static let values = [
    "", " ", "\n", "x", " x ", "a b", "true", " true ", "TRUE", "1", "0", "01", "+1", "-0", "1.0", "1e3",
    "999999999999999", "1000000000000000", "6.50", "6.5", "6.", ".50", "06.50", "9999999.99", "10000000.00",
    "2026-03-02", " 2026-03-02\n", "2026-3-2", "2026-02-29", "2024-02-29", "1900-02-29", "0001-01-01",
    "9999-12-31", "10000-01-01", "-2026-01-01", "2026-03-02Z", "2026-03-02+01:00", "2026-13-01", "2026-00-01",
    "2026-03-02T00:00:00Z", "2026-03-02T00:00:00z", "2026-03-02t00:00:00Z", "2026-03-02T23:59:60Z",
    "2026-03-02T24:00:00Z", "2026-03-02T00:00:00+14:00", "2026-03-02T00:00:00-14:00",
    "2026-03-02T00:00:00+14:01",
    "2026-03-02T00:00:00-13:59", "2026-03-02T00:00:00+13:60", "2026-03-02T00:00:00.1234567890Z",
    "2026-03-02T00:00:00.Z", "2026-03-02T00:00:00.123456789-05:00", "2026-03-02T00:00:00",
    "2026-03-02 00:00:00Z",
    "2026-02-30T00:00:00Z", "hipaa", "patient", " patient", "Patient", "portal", "other", "unknown",
    "health-decisions", "abcdefABCDEF0123456789abcdefABCDEF0123456789abcdefABCDEF0123456789",
    "zbcdefABCDEF0123456789abcdefABCDEF0123456789abcdefABCDEF01234567",
    "abcdefABCDEF0123456789abcdefABCDEF0123456789abcdefABCDEF01234567", ".", "..", "...", "a/b", "a//b", "/a",
    "a/",
    "./a", "a/.", "a/..", "..a/b", ".a", "a\\b", "a\tb", "\u{7f}", "a\u{7f}b", "\u{a0}", "\u{85}", "é",
    "\u{2028}", "\u{212a}", "٣", "２０２６-03-02", "&#13;", "&#x9;x", "&amp;", "<![CDATA[x]]>", "a<!-- b -->c",
    String(repeating: "c", count: 200), String(repeating: "c", count: 201),
  ]

  /// A field of each shape, all of them in the good example.
  static let fields = [
    "<id>", "<received>", "<sample>", "<birthDate>", "<as>", "<code>", "<document>", "<sha256>", "<size>",
    "<amount>", "<part2>false", "<categories>",
  ]

  @Test(arguments: fields) func `value by value`(_ field: String) throws {
    let good = try Examples.good(field == "<categories>" ? "consent" : "attorney", .xml)
    let lines = good.split(separator: "\n").map(String.init)
    let schema = try XMLSchema(xsd: XSDText.bytes)
    let index = try #require(lines.firstIndex { $0.contains(field) })
    let line = lines[index]
    let (open, close) = (try #require(line.firstIndex(of: ">")), try #require(line.lastIndex(of: "<")))
    for value in Self.values {
      var changed = lines
      changed[index] = line[...open] + value + line[close...]
      let bytes = Array(changed.joined(separator: "\n").utf8)
      let isValid = try schema.violations(in: XMLDocument(parsing: bytes)).isEmpty
      let problems = Self.problems(bytes)
      #expect(isValid == problems.isEmpty, "\(line) as \(value): \(problems)")
      // Ours come first: what libxml2 alone found would have no pointer.
      #expect(problems.allSatisfy { $0.place.path != nil }, "\(line) as \(value): \(problems)")
    }
  }

  private static func problems(_ bytes: [UInt8]) -> [RequestProblem] {
    do throws(RequestProblems) {
      _ = try RequestReader.read(bytes, name: .xml, limits: .standard)
      return []
    } catch {
      // That a file is listed twice is beyond a schema.
      return error.all.filter { $0.problem != "a file is listed twice" }
    }
  }
}
