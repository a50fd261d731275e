import JSON
import Testing
import Values

/// Parses the text as a packet's bytes would be.
func parsed(_ text: String, limits: Limits = .standard) throws(PacketError) -> JSONDocument {
  try JSONDocument(Array(text.utf8), limits: limits)
}

@Suite("RFC 8259: JSON is read strictly, and every refusal names the byte")
struct JSONParserTests {
  struct Refused: CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let offset: Int
    init(_ what: String, _ text: String, at offset: Int) {
      (testDescription, bytes, self.offset) = (what, Array(text.utf8), offset)
    }
    init(_ what: String, bytes: [UInt8], at offset: Int) {
      (testDescription, self.bytes, self.offset) = (what, bytes, offset)
    }
  }

  static let refused = [
    Refused("nothing", "", at: 0),
    Refused("space alone", " \n", at: 2),
    Refused("an open object", #"{"a":1"#, at: 6),
    Refused("an open array", "[1", at: 2),
    Refused("an open string", #"["abc"#, at: 1),
    Refused("a comma before the bracket", "[1,]", at: 3),
    Refused("a comma before the brace", #"{"a":1,}"#, at: 7),
    Refused("two values", "1 2", at: 2),
    Refused("the wrong bracket", "[1}", at: 2),
    Refused("a name without quotes", "{a:1}", at: 1),
    Refused("a name without a value", #"{"a"}"#, at: 4),
    Refused("a leading zero", "[01]", at: 3),
    Refused("a plus", "[+1]", at: 1),
    Refused("a minus alone", "[-]", at: 2),
    Refused("a point without digits", "[1.]", at: 3),
    Refused("an exponent without digits", "[1e+]", at: 4),
    Refused("NaN", "[NaN]", at: 1),
    Refused("a word cut short", "[tru]", at: 4),
    Refused("an unknown escape", #"["a\q"]"#, at: 4),
    Refused("an escape cut short", #"["\u12"]"#, at: 6),
    Refused("a high surrogate alone", #"["ab\ud800x"]"#, at: 4),
    Refused("a low surrogate alone", #"["\udc00"]"#, at: 2),
    Refused("a line feed in a string", "[\"a\nb\"]", at: 3),
    Refused("a byte order mark", "\u{FEFF}[]", at: 0),
    Refused("an overlong slash", bytes: [0x22, 0xC0, 0xAF, 0x22], at: 1),
    Refused("a surrogate in UTF-8", bytes: [0x22, 0x61, 0xED, 0xA0, 0x80, 0x22], at: 2),
    Refused("beyond U+10FFFF", bytes: [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], at: 1),
    Refused("UTF-8 cut short", bytes: [0x22, 0xE2, 0x82, 0x22], at: 1),
    Refused("UTF-16", bytes: [0x5B, 0x00, 0x5D, 0x00], at: 1),
  ]

  @Test(arguments: refused) func `what is not JSON is held, and its byte named`(_ example: Refused) {
    let error = #expect(throws: PacketError.self) {
      try JSONDocument(example.bytes, limits: .standard, origin: Place(record: 4))
    }
    #expect(error?.rule == "json.syntax")
    #expect(error?.outcome == .hold)
    #expect(error?.place == Place(record: 4, bytes: example.offset..<example.offset + 1))
  }

  @Test func `every value knows its bytes, its name and its siblings`() throws {
    let text = #" {"a": [1, -2.50e+1, "x\n"], "b" : {"c":null}, "":true} "#
    let document = try parsed(text)
    func shown(_ node: Int) -> String {
      String(decoding: document.bytes[document.range(node)], as: UTF8.self)
    }
    let members = Array(document.children(0))
    #expect(members.map(shown) == [#"[1, -2.50e+1, "x\n"]"#, #"{"c":null}"#, "true"])
    #expect(members.map { document.keyText($0) } == [Array("a".utf8), Array("b".utf8), []])
    #expect(document.children(members[0]).map(shown) == ["1", "-2.50e+1", #""x\n""#])
    #expect(document.children(members[0]).map(document.kind) == [.number, .number, .string])
    #expect(document.member(0, "b") == members[1])
    #expect(document.member(0, "c") == nil)
    #expect(document.key(0) == nil)
    #expect(document.count == 8)
  }

  @Test func `escapes are undone to UTF-8, pairs of surrogates to one character`() throws {
    let document = try parsed(#"["\"\\\/\b\f\n\r\t\u0041\u00e9\u20AC\ud83d\uDE00z", "é"]"#)
    let strings = document.children(0).map { document.string($0) }
    #expect(strings == ["\"\\/\u{8}\u{C}\n\r\tAé€😀z", "é"])
  }

  @Test func `a cursor tells which source bytes a character came from`() throws {
    let document = try parsed(#""a\u20acb""#)
    var cursor = JSONCursor(document.content(0))
    var offsets: [Int] = []
    while cursor.next(in: document.bytes.span) != nil { offsets.append(cursor.offset) }
    #expect(offsets == [2, 8, 8, 8, 9])
  }

  @Test func `names that come twice are marked, by the bytes of their text`() throws {
    #expect(try parsed(#"{"a":1,"b":2,"a":3}"#).duplicateKeys == [14..<15])
    #expect(try parsed(#"{"a":1,"\u0061":{"x":1,"x":2}}"#).duplicateKeys == [24..<25, 8..<14])
    #expect(try parsed("{\"\u{e9}\":1,\"e\u{301}\":2}").duplicateKeys.isEmpty)
    #expect(try parsed(#"[{"a":1},{"a":1}]"#).duplicateKeys.isEmpty)
  }

  @Test func `twins are found among many names too`() throws {
    let names = (0..<1000).map { #""name \#($0)":0"# }
    #expect(try parsed("{\(names.joined(separator: ","))}").duplicateKeys.isEmpty)
    let twice = try parsed("{\(names.joined(separator: ",")),\"n\\u0061me 7\":0}").duplicateKeys
    #expect(twice.count == 1)
  }

  @Test(arguments: ["[", #"{"a":"#, #"[{"a":"#])
  func `nesting stops at the limit and needs no stack`(_ opening: String) {
    let text = String(repeating: opening, count: 100_000)
    let error = #expect(throws: PacketError.self) { try parsed(text) }
    #expect(error?.rule == "json.limit")
    var deep = Limits()
    deep.depth = 1_000_000
    let unclosed = #expect(throws: PacketError.self) { try parsed(text, limits: deep) }
    #expect(unclosed?.rule == "json.syntax")
  }

  @Test func `depth 100,000 that is closed is read when the limit allows it`() throws {
    var deep = Limits()
    deep.depth = 100_000
    let text = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    #expect(try parsed(text, limits: deep).count == 100_000)
  }

  @Test func `more values than the limit are refused`() throws {
    var few = Limits()
    few.jsonValues = 4
    #expect(try parsed("[1,2,3]", limits: few).count == 4)
    let error = #expect(throws: PacketError.self) { try parsed("[1,2,3,4]", limits: few) }
    #expect(error?.rule == "json.limit")
    #expect(error?.place?.bytes == 7..<8)
  }

  @Test func `cut at every byte it errs and does not trap`() throws {
    let text = Array(#"{"a":[1.5e3,"\u00e9\ud83d\ude00é",{"b":null}],"c":false}"#.utf8)
    for end in text.indices {
      #expect(throws: PacketError.self) { try JSONDocument(Array(text[..<end]), limits: .standard) }
    }
  }

  @Test func `an error never quotes the text`() {
    let error = #expect(throws: PacketError.self) { try parsed(#"{"Roe, Jane": Doe}"#) }
    #expect(error?.description.contains("Doe") == false)
    #expect(error?.description.contains("Roe") == false)
  }

  @Test func `a pointer shows known names only`() throws {
    let document = try parsed(#"{"records":[{"path":1},{"Roe, Jane":[2]}]}"#)
    let last = document.count - 1
    #expect(document.pointer(last, knownKeys: ["records"]) == "/records/1/{1}/0")
    #expect(document.pointer(0, knownKeys: []) == "/")
  }
}

@Suite("NDJSON: each line is a text of its own")
struct JSONLinesTests {
  @Test func `lines end with LF or CRLF, blank ones are counted and skipped`() throws {
    let lines = try JSONLines(Array("{\"a\":1}\r\n\n[2]\n \n3".utf8), limits: .standard)
    #expect(lines.lines.map(\.number) == [1, 3, 5])
    #expect(lines.lines.map(\.bytes) == [0..<9, 10..<14, 16..<17])
    #expect(lines.lines.map { lines.document.kind($0.root) } == [.object, .array, .number])
  }

  @Test(arguments: [("{}\n{}{}\n", 2), ("{}\n{\n}\n", 2), ("\u{FEFF}{}\n", 1), ("{}\n\n{]\n", 3)])
  func `a bad line is named`(_ text: String, _ line: Int) {
    let error = #expect(throws: PacketError.self) { try JSONLines(Array(text.utf8), limits: .standard) }
    #expect(error?.rule == "json.syntax")
    #expect(error?.place?.line == line)
  }

  @Test func `more lines than the limit are refused`() {
    var few = Limits()
    few.messages = 2
    #expect(throws: PacketError.self) { try JSONLines(Array("1\n2\n3\n".utf8), limits: few) }
  }
}

@Suite("Hostile names take time linear in their bytes")
struct JSONNamesTests {
  @Test(.timeLimit(.minutes(1))) func `a hundred thousand names of one object`() throws {
    let members = (0..<100_000).map { #""\#($0)":0"# }.joined(separator: ",")
    #expect(try parsed("{\(members),\"7\":0}").duplicateKeys.count == 1)
  }

  @Test(.timeLimit(.minutes(1))) func `a name of many escapes, twice`() throws {
    let name = String(repeating: #"\u0061"#, count: 200_000)
    #expect(try parsed(#"{"\#(name)":0,"\#(name)":0}"#).duplicateKeys.count == 1)
  }
}
