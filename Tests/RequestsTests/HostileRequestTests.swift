import Requests
import Testing
import Values

@Suite("What is no request gives an error with a place, and no trap")
struct HostileRequestTests {
  private static func problems(
    _ bytes: [UInt8], _ form: RequestName, _ limits: Limits = .standard
  ) -> [RequestProblem] {
    do throws(RequestProblems) {
      _ = try RequestReader.read(bytes, name: form, limits: limits)
      return []
    } catch {
      return error.all
    }
  }

  @Test(arguments: RequestName.allCases) func `cut at every byte it errs`(_ form: RequestName) throws {
    let bytes = Array(try Examples.good("attorney", form).utf8)
    for end in 0..<bytes.count - 1 {
      #expect(!Self.problems(Array(bytes.prefix(end)), form).isEmpty, "at \(end)")
    }
  }

  @Test(arguments: RequestName.allCases, 0..<8)
  func `flipped bytes give an error or a request`(_ form: RequestName, _ seed: UInt64) throws {
    let good = Array(try Examples.good("court-order", form).utf8)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      var bytes = good
      for _ in 0...Int.random(in: 0..<3, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      for problem in Self.problems(bytes, form) { #expect(!problem.description.isEmpty) }
    }
  }

  @Test(arguments: RequestName.allCases, 0..<8)
  func `no value of the request is in a problem's text`(_ form: RequestName, _ seed: UInt64) throws {
    let mark = "Qzxcanary"
    let full = RoundTripTests.written(Filler.request(seed: seed, mark: mark), form)
    let ways: [(String, String)] = [
      ("\(mark)", "\(mark)\(mark)"), ("true", mark), ("kind", mark), ("<names>", "<\(mark)>"),
      ("\"names\"", "\"\(mark)\""),
      ("-0", mark), ("</", "<"), ("\",", "\""), (".", "\(mark)/../"), ("Z<", "\(mark)<"),
      ("Z\"", "\(mark)\""),
      ("<given>", "<given \(mark)=\"\(mark)\">"), ("<request", "<!DOCTYPE \(mark)><request"), ("UTF-8", mark),
      ("encoding", mark), ("<patient>", "<patient>\(mark)"), ("patient", mark), ("given", "given\(mark)"),
      ("<family>", "<family xmlns=\"\(mark)\">"), ("<city>", "<\(mark):city>"), ("\"", "\u{1}"),
      ("size", "\(mark)"),
      (": [", ": {\"\(mark)\": 1}, \"\(mark)\": ["), (":", "\(mark)"),
      ("<id>", "<?\(mark) \(mark)?>&\(mark);<id>"),
    ]
    var told = 0
    for (old, new) in ways {
      let text = String(decoding: full, as: UTF8.self).replacing(old, with: new)
      for problem in Self.problems(Array(text.utf8), form) {
        told += 1
        #expect(!problem.description.lowercased().contains("canary"), "\(old)")
      }
    }
    #expect(told > 50)
  }

  @Test(arguments: RequestName.allCases) func `a request above the limit is not parsed`(_ form: RequestName)
    throws
  {
    var limits = Limits.standard
    limits.requestBytes = 100
    let problems = Self.problems(Array(try Examples.good("attorney", form).utf8), form, limits)
    #expect(problems.map(\.problem) == ["the request is larger than \(100) bytes"])
  }

  @Test(arguments: RequestName.allCases) func `more records than the limit are told`(_ form: RequestName)
    throws
  {
    var limits = Limits.standard
    limits.recordsPerPacket = 1
    let problems = Self.problems(Array(try Examples.good("attorney", form).utf8), form, limits)
    #expect(problems.map(\.problem) == ["more than \(1) records are listed"])
  }

  @Test(arguments: RequestName.allCases) func `ever so many problems are told as a hundred`(
    _ form: RequestName
  ) {
    let unknown = (0..<5000).map { form == .xml ? "<u\($0)/>" : "\"u\($0)\": {}" }
    let text =
      form == .xml
      ? "<request xmlns=\"urn:chartgate:request:1\"><id>1</id>\(unknown.joined())</request>"
      : "{\"id\": \"1\", \(unknown.joined(separator: ", "))}"
    #expect(Self.problems(Array(text.utf8), form).count == 101)
  }

  @Test(arguments: [
    [], [0x20], [0xFF, 0xFE], [0xFE, 0xFF], [0, 0x7B], [0x7B, 0], [0xEF, 0xBB, 0xBF], [0x5B, 0x5D],
  ])
  func `a few bytes are no request in either form`(_ bytes: [UInt8]) {
    for form in RequestName.allCases { #expect(Self.problems(bytes, form).count == 1) }
  }

  @Test func `JSON in UTF-16 is refused by its encoding`() throws {
    let wide = try Examples.good("least", .json).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let problems = Self.problems(wide, .json)
    #expect(problems.first?.problem.description.contains("UTF-8") == true)
  }

  @Test func `XML in UTF-16 that calls itself UTF-8 is refused by its encoding`() throws {
    let wide = try Examples.good("least", .xml).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let problems = Self.problems([0xFF, 0xFE] + wide, .xml)
    #expect(problems.first?.problem.description.contains("UTF-8 or UTF-16") == true, "\(problems)")
  }

  @Test(arguments: RequestName.allCases) func `bytes that are no UTF-8 are refused`(_ form: RequestName)
    throws
  {
    let bytes = Array(try Examples.good("least", form).utf8).map { $0 == UInt8(ascii: "6") ? 0xE9 : $0 }
    #expect(Self.problems(bytes, form).count == 1)
  }

  @Test(arguments: RequestName.allCases) func `nesting beyond the limit is refused`(_ form: RequestName) {
    let depth = 100_000
    let text =
      form == .json
      ? "{\"patient\": " + String(repeating: "[", count: depth)
      : "<request xmlns=\"urn:chartgate:request:1\">" + String(repeating: "<patient>", count: depth)
    #expect(Self.problems(Array(text.utf8), form).count == 1)
  }

  /// A schema whose patterns go back over a value (quadratic time) would take hours here.
  @Test(.timeLimit(.minutes(10)), arguments: ["a", " ", ".", "a/", "..a/", ".../"])
  func `a value of almost a million letters passes the schema in linear time`(_ part: String) throws {
    var request = Request(id: "1")
    let value = String(repeating: part, count: 900_000 / part.utf8.count) + "x"
    request.purpose = .blank
    request.purpose?.words = Sensitive(value)
    request.records = [ListedRecord(path: "x")]
    if part != " " { (request.purpose, request.records) = (nil, [ListedRecord(path: value)]) }
    let read = try RequestReader.read(RequestWriter.xml(request), name: .xml, limits: .standard)
    #expect(read == request)
  }

  @Test func `a hint for editors may stand on the outermost element`() throws {
    let text = try Examples.good("least", .xml).replacing(
      "<request ",
      with: "<request xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
        + "xsi:schemaLocation=\"urn:chartgate:request:1 http://example.org/request-1.xsd\" ")
    #expect(Self.problems(Array(text.utf8), .xml).isEmpty)
  }

  @Test func `a control character that code put into a request is refused, not changed`() {
    let request = Request(id: "a\u{1}b")
    for form in RequestName.allCases {
      #expect(!Self.problems(RoundTripTests.written(request, form), form).isEmpty)
    }
  }

  @Test func `twins in another Unicode form are two files`() {
    var request = Request(id: "1")
    request.records = [ListedRecord(path: "\u{e9}"), ListedRecord(path: "e\u{301}")]
    for form in RequestName.allCases {
      #expect(Self.problems(RoundTripTests.written(request, form), form).isEmpty)
    }
  }
}

struct RequestNameTests {
  @Test(arguments: [
    ("request.xml", RequestName.xml), ("request.json", .json), ("a b.request.xml", .xml),
    ("X.REQUEST.JSON", .json),
    ("requests.xml", nil), ("request.xml.tmp", nil), (".request.xml", nil), ("myrequest.json", nil),
    ("", nil),
  ]) func `the file's name says the form`(_ name: String, _ form: RequestName?) {
    #expect(RequestName(fileName: Array(name.utf8)) == form)
  }
}
