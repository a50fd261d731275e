internal import Values

/// Reads a path by recursive descent; nesting is bounded.
struct FHIRPathParser {
  typealias Step = FHIRPath.Step
  typealias Expression = FHIRPath.Expression

  private let tokens: [FHIRPathLexer.Token]
  private var at = 0
  private var depth = 0
  /// Tests within tests.
  private static let deepest = 12

  static let functions = [
    "empty", "exists", "extension", "first", "last", "not", "ofType", "resolve", "where",
  ]

  init(_ text: String) throws(SelectorProblem) { tokens = try FHIRPathLexer.tokens(text) }

  /// The end stands last and is never passed.
  private var token: FHIRPathLexer.Token { tokens[min(at, tokens.count - 1)] }
  private mutating func advance() { at = min(at + 1, tokens.count - 1) }

  private mutating func take(_ sign: Character) -> Bool {
    guard let byte = sign.asciiValue, token.kind == .sign(byte) else { return false }
    advance()
    return true
  }

  private mutating func need(_ sign: Character, _ why: String) throws(SelectorProblem) {
    guard take(sign) else { throw SelectorProblem(token.column, "\"\(sign)\" is missing \(why)") }
  }

  /// `Type` and its steps, and nothing after them.
  mutating func whole() throws(SelectorProblem) -> (type: String, column: Int, steps: [Step]) {
    let start = token
    guard case .name(let type) = start.kind else {
      throw SelectorProblem(start.column, "a path begins with a resource type, such as Patient")
    }
    advance()
    let steps = try steps()
    switch token.kind {
    case .end: return (type, start.column, steps)
    case .sign(UInt8(ascii: "=")), .notEqual, .name("and"), .name("or"):
      throw SelectorProblem(
        token.column, "a rule selects places and no truth; put the test into where(…)")
    case .name, .text, .number, .sign, .this:
      throw SelectorProblem(token.column, "the path should end here, or go on with \".\" or \"[\"")
    }
  }

  private mutating func steps() throws(SelectorProblem) -> [Step] {
    var steps: [Step] = []
    while true {
      let start = token
      if take("[") {
        guard case .number(let text) = token.kind, let index = Int(text) else {
          throw SelectorProblem(token.column, "an index is a whole number, from 0")
        }
        advance()
        try need("]", "after the index")
        steps.append(Step(kind: .index(index), column: start.column))
      } else if take(".") {
        steps.append(try step())
      } else {
        return steps
      }
    }
  }

  /// A name, or a function with what stands in its parentheses.
  private mutating func step() throws(SelectorProblem) -> Step {
    let start = token
    guard case .name(let name) = start.kind else {
      throw SelectorProblem(start.column, "a name is missing after \".\"")
    }
    advance()
    guard take("(") else { return Step(kind: .member(name), column: start.column) }
    let kind: Step.Kind
    switch name {
    case "where": kind = .where(try test())
    case "exists": kind = .exists(token.kind == .sign(UInt8(ascii: ")")) ? nil : try test())
    case "empty": kind = .empty
    case "not": kind = .not
    case "first": kind = .first
    case "last": kind = .last
    case "resolve": kind = .resolve
    case "ofType":
      guard case .name(let type) = token.kind else {
        throw SelectorProblem(token.column, "ofType() needs a type, such as Quantity")
      }
      advance()
      kind = .ofType(type)
    case "extension":
      guard case .text(let url) = token.kind else {
        throw SelectorProblem(token.column, "extension() needs a URL in single quotes")
      }
      advance()
      kind = .extension(url)
    default:
      let near = Nearest.word(to: name, of: Self.functions)
      throw SelectorProblem(
        start.column,
        "no function \"\(name)\" in the subset"
          + (near.map { "; did you mean \"\($0)\"?" } ?? "; it has \(Self.functions.joined(separator: ", "))")
      )
    }
    try need(")", "after \(name)(…")
    return Step(kind: kind, column: start.column)
  }

  // MARK: Tests

  private mutating func test() throws(SelectorProblem) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw SelectorProblem(token.column, "tests are nested too deep") }
    var left = try conjunction()
    while token.kind == .name("or") {
      advance()
      left = .or(left, try conjunction())
    }
    return left
  }

  private mutating func conjunction() throws(SelectorProblem) -> Expression {
    var left = try comparison()
    while token.kind == .name("and") {
      advance()
      left = .and(left, try comparison())
    }
    return left
  }

  private mutating func comparison() throws(SelectorProblem) -> Expression {
    let left = try operand()
    let sign = token
    let isNegated = sign.kind == .notEqual
    guard isNegated || sign.kind == .sign(UInt8(ascii: "=")) else { return left }
    advance()
    return .equal(left, try operand(), isNegated: isNegated, column: sign.column)
  }

  private mutating func operand() throws(SelectorProblem) -> Expression {
    let start = token
    switch start.kind {
    case .text(let text):
      advance()
      return .text(text, column: start.column)
    case .number(let text):
      advance()
      return .number(text, column: start.column)
    case .name("true"), .name("false"):
      advance()
      return .boolean(start.kind == .name("true"), column: start.column)
    case .sign(UInt8(ascii: "(")):
      advance()
      let inner = try test()
      try need(")", "after a test in parentheses")
      return .group(inner, try steps())
    case .this:
      advance()
      return .path(try steps(), column: start.column)
    case .name:
      let first = try step()
      return .path([first] + (try steps()), column: start.column)
    case .sign, .notEqual, .end:
      throw SelectorProblem(
        start.column, "a path, a text in single quotes, a number, true or false is missing")
    }
  }
}
