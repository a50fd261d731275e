import JSON
import Testing
import Values

@Suite("JSON that we write has one form")
struct JSONWriterTests {
  static let sample: JSONValue = [
    "b": [1, -2, true, .null], "a": "x", "empty": [:], "none": [],
  ]

  @Test func `names stay in their order`() {
    #expect(text(JSONWriter().bytes(Self.sample)) == #"{"b":[1,-2,true,null],"a":"x","empty":{},"none":[]}"#)
  }

  @Test func `names are sorted by UTF-16 code units`() {
    let value: JSONValue = [
      "\u{20ac}": 1, "\r": 2, "\u{fb33}": 3, "1": 4, "\u{1f600}": 5, "\u{80}": 6, "ö": 7,
    ]
    let expected =
      "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"ö\":7,\"\u{20ac}\":1,\"\u{1f600}\":5,\"\u{fb33}\":3}"
    #expect(text(JSONWriter(order: .sorted).bytes(value)) == expected)
  }

  @Test func `the indented form has a line for each part`() {
    let expected = """
      {
        "b": [
          1,
          -2,
          true,
          null
        ],
        "a": "x",
        "empty": {},
        "none": []
      }

      """
    #expect(text(JSONWriter(layout: .indented).bytes(Self.sample)) == expected)
  }

  @Test func `strings are escaped as RFC 8785 has it`() {
    let value = JSONValue.string("\"\\/\u{8}\u{9}\n\u{C}\r\u{0}\u{1f}\u{7f}é")
    #expect(text(JSONWriter().bytes(value)) == "\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0000\\u001f\u{7f}é\"")
  }

  @Test func `what is written is read as it was`() throws {
    let strings = (0..<128).map { String(UnicodeScalar(UInt8($0))) } + ["😀", "e\u{301}"]
    let bytes = JSONWriter(layout: .indented).bytes(.array(strings.map { .string($0) }))
    let document = try JSONDocument(bytes, limits: .standard)
    #expect(document.children(0).map { document.text($0) } == strings.map { Array($0.utf8) })
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
