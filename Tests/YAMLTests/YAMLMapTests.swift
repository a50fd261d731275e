import Testing
import YAML

struct YAMLMapTests {
  private func map(_ text: String) throws -> YAMLMap {
    YAMLMap(try YAMLFile(Array(text.utf8), name: "house.yaml"))
  }

  @Test func `an unknown key names its place and the nearest known one`() throws {
    var map = try map("name: a\nwitholds: [HIV]\n")
    _ = map.text("name")
    _ = map.texts("withholds")
    #expect(
      map.finish().map(\.description) == [
        "house.yaml:2:1: unknown key \"witholds\"; did you mean \"withholds\"?"
      ])
  }

  @Test func `Norway stays a text`() throws {
    var map = try map("state: no\nopens: 12:30\n")
    #expect(map.text("state") == "no" && map.text("opens") == "12:30" && map.finish().isEmpty)
  }

  @Test(arguments: [
    "a: &x [1]\nb: *x\n", "a: !!str b\n", "<<: {a: b}\n", "a: 1\na: 2\n", "a: 1\n---\nb: 2\n", "", "a: [1\n",
    "\ta: 1\n",
  ])
  func `what two readers might take differently is refused`(_ text: String) {
    #expect(throws: YAMLProblem.self) { try YAMLFile(Array(text.utf8), name: "bad.yaml") }
  }

  /// The parser's sequence ends at a mistake as if the file did.
  @Test(arguments: [
    ("a: 1\nb: 2\nb: 3\n", "house.yaml:2:1"), ("a: 1\nb: [1\n", "house.yaml:3:1"),
    ("a: 1\n---\nb: [\n", "house.yaml:4:1"), ("a: \"x\n", "house.yaml:"),
    ("a: 1\nb: \u{1B}\n", "house.yaml:2:4"),
  ])
  func `a mistake is told at its place, not as an empty file`(_ text: String, _ place: String) {
    let problem = #expect(throws: YAMLProblem.self) { try YAMLFile(Array(text.utf8), name: "house.yaml") }
    let words = problem?.description ?? ""
    #expect(words.hasPrefix(place) && !words.contains("is empty"), "\(words)")
  }

  @Test func `a key that would move the cursor is shown escaped`() throws {
    var map = try map("\"\\e[31mname\": a\n")
    let words = map.finish().map(\.description).joined()
    #expect(words.contains("\\u{001B}[31mname") && !words.contains("\u{1B}"))
  }

  @Test func `an alias bomb is refused before it goes off`() {
    var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (name, last) in zip("bcdefgh", "abcdefg") {
      text +=
        "\(name): &\(name) [*\(last), *\(last), *\(last), *\(last), *\(last), *\(last), *\(last), *\(last), *\(last)]\n"
    }
    #expect(throws: YAMLProblem.self) { try YAMLFile(Array(text.utf8), name: "bomb.yaml") }
  }

  @Test(
    arguments: zip(
      ["10s", "250ms", "5m", "2h", "30d"], [10_000, 250, 300_000, 7_200_000, 2_592_000_000] as [Int64]))
  func `a time needs its unit`(text: String, milliseconds: Int64) throws {
    var map = try map("settle: \(text)\n")
    #expect(map.duration("settle") == milliseconds)
    var bare = try self.map("settle: 10\n")
    #expect(bare.duration("settle") == nil && bare.finish().count == 1)
  }

  @Test func `all problems are told at once`() throws {
    var map = try map("a: [1]\nb: {c: d}\nz: 1\n")
    _ = map.text("a")
    _ = map.flag("b")
    #expect(map.finish().count == 3)
  }
}
