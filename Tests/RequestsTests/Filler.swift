import Requests
import Values

/// Fills the fields of a request from a seed: every one, or some.
struct Filler: FieldVisitor {
  private var random: SeededGenerator
  /// How many of a hundred fields are set.
  private let share: Int
  /// Stands in every text, code and path.
  private let mark: String
  /// Which word of each closed set; any one when nil.
  private let word: Int?
  private var paths = 0

  static func request(seed: UInt64, share: Int = 100, mark: String = "", word: Int? = nil) -> Request {
    var filler = Filler(random: SeededGenerator(seed: seed), share: share, mark: mark, word: word)
    var request = Request.blank
    request.visit(&filler)
    return request
  }

  private init(random: SeededGenerator, share: Int, mark: String, word: Int?) {
    (self.random, self.share, self.mark, self.word) = (random, share, mark, word)
  }

  mutating func one<Value>(
    _ name: StaticString, _ field: inout Value?, _ kind: FieldKind<Value>, _ about: StaticString
  ) {
    field = isSet() ? value(kind) : nil
  }

  mutating func required<Value>(
    _ name: StaticString, _ field: inout Value, _ kind: FieldKind<Value>, _ about: StaticString
  ) {
    if let value = value(kind) { field = value }
  }

  mutating func many<Value>(
    _ name: StaticString, _ field: inout [Value], _ kind: FieldKind<Value>, _ about: StaticString
  ) {
    field = (0..<count()).compactMap { _ in value(kind) }
  }

  mutating func group<Group: FieldGroup>(
    _ name: StaticString, _ field: inout Group?, _ about: StaticString
  ) {
    field = isSet() ? group() : nil
  }

  mutating func groups<Group: FieldGroup>(
    _ name: StaticString, _ field: inout [Group], _ about: StaticString
  ) {
    field = (0..<count()).map { _ in group() }
  }

  private mutating func group<Group: FieldGroup>() -> Group {
    var group = Group.blank
    group.visit(&self)
    return group
  }

  private mutating func isSet() -> Bool { Int.random(in: 0..<100, using: &random) < share }
  private mutating func count() -> Int { isSet() ? Int.random(in: 1...3, using: &random) : 0 }
  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  /// A failure to read it back shows as a field that is missing after the round trip.
  private mutating func value<Value>(_ kind: FieldKind<Value>) -> Value? {
    let text = text(kind.shape)
    do throws(Unfit) { return try kind.read(text) } catch { return nil }
  }

  private mutating func text(_ shape: FieldShape) -> String {
    switch shape {
    case .text: return mark + letters(1...12, Self.letters) + "x"
    case .code: return mark + letters(1...8, ["a", "Z", "9", "-", ".", "&", "<", "\"", "\\", "~", "!"])
    case .path:
      paths += 1
      return "\(mark)p\(paths)/" + letters(1...6, ["a", "é", "e\u{301}", " ", "..", "&", "\"", "'", "]]>"])
        + ".f"
    case .day: return day()
    case .instant: return "\(day())T\(two(0...23)):\(two(0...59)):\(two(0...59)).\(number(100...999))Z"
    case .digest: return letters(64...64, "0123456789abcdef".map { String($0) })
    case .flag: return number(0...1) == 0 ? "true" : "false"
    case .count: return String(number(0...FieldShape.highestCount))
    case .dollars: return "\(number(0...9_999_999)).\(two(0...99))"
    case .threeWay: return ["true", "false", "unknown"][(word ?? number(0...2)) % 3]
    case .word(let words): return words[(word ?? number(0...words.count - 1)) % words.count]
    }
  }

  private mutating func letters(_ count: ClosedRange<Int>, _ letters: [String]) -> String {
    (0..<number(count)).map { _ in letters.randomElement(using: &random) ?? "" }.joined()
  }
  private mutating func two(_ range: ClosedRange<Int>) -> String {
    let number = number(range)
    return number < 10 ? "0\(number)" : String(number)
  }
  private mutating func day() -> String { "\(number(1000...9999))-\(two(1...12))-\(two(1...28))" }

  /// What one form or the other must escape, or could take for its own.
  private static let letters = [
    "a", "B", "7", " ", "\t", "\n", "\r", "\r\n", "&", "<", ">", "\"", "'", "\\", "/", "é", "e\u{301}",
    "\u{a0}",
    "𝄞", "\u{2028}", "\u{200d}", "]]>", "<!--", "&amp;", "\\u0041", "\u{feff}", "\u{7f}", "\u{85}",
  ]
}
