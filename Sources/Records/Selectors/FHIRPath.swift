/// A path of the FHIRPath subset that site rules use (HL7 FHIRPath N1), compiled.
///
///     path       = Type step*                    Patient.photo, Observation.where(code.coding.code = '5195-3')
///     step       = "." name | "[" number "]" | "." function
///     function   = where(test) | exists(test?) | empty() | not() | first() | last() | ofType(Type)
///                | resolve() | extension('url')
///     test       = comparison (("and" | "or") comparison)*          and binds before or
///     comparison = operand (("=" | "!=") operand)?
///     operand    = relative path | $this | 'text' | 12.5 | true | false | "(" test ")"
///
/// It differs from FHIRPath in one thing: a comparison holds when it does for any value of both sides, and not
/// when there is none. So `code.coding.code = 'x'` finds a concept with several codings, and more is withheld.
package struct FHIRPath: Sendable, Equatable {
  /// The type of the resources that it is evaluated on.
  let type: String
  let steps: [Step]

  struct Step: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
      case member(String)
      case index(Int)
      case first, last
      case `where`(Expression)
      case exists(Expression?)
      case empty, not
      case ofType(String)
      case resolve
      case `extension`(String)
    }
    let kind: Kind
    /// Where it stands, in bytes from 1.
    let column: Int
  }

  indirect enum Expression: Sendable, Equatable {
    /// Steps from what the test is about, `$this`.
    case path([Step], column: Int)
    /// Steps from the value of a test in parentheses.
    case group(Expression, [Step])
    case text(String, column: Int)
    case number(String, column: Int)
    case boolean(Bool, column: Int)
    case equal(Expression, Expression, isNegated: Bool, column: Int)
    case and(Expression, Expression)
    case or(Expression, Expression)

    var column: Int {
      switch self {
      case .path(_, let column), .text(_, let column), .number(_, let column), .boolean(_, let column),
        .equal(_, _, _, let column):
        column
      case .group(let inner, _): inner.column
      case .and(let left, _), .or(let left, _): left.column
      }
    }
  }

  /// - Parameter allowed: resource types beyond R4's that the pipeline lets pass.
  /// - Throws: the first problem with its column.
  init(_ text: String, allowed: Set<String>) throws(SelectorProblem) {
    var parser = try FHIRPathParser(text)
    let (type, column, steps) = try parser.whole()
    (self.type, self.steps) = (type, steps)
    try FHIRPathCheck(allowed: allowed).check(self, column: column)
  }

  /// Whether it follows references, for which a record's resources are put in an index.
  var resolves: Bool { Self.resolves(steps) }

  private static func resolves(_ steps: [Step]) -> Bool {
    steps.contains { step in
      switch step.kind {
      case .resolve: true
      case .where(let test): resolves(test)
      case .exists(let test): test.map { resolves($0) } ?? false
      case .member, .index, .first, .last, .empty, .not, .ofType, .extension: false
      }
    }
  }

  private static func resolves(_ test: Expression) -> Bool {
    switch test {
    case .path(let steps, _): resolves(steps)
    case .group(let inner, let steps): resolves(inner) || resolves(steps)
    case .text, .number, .boolean: false
    case .equal(let left, let right, _, _), .and(let left, let right), .or(let left, let right):
      resolves(left) || resolves(right)
    }
  }
}
