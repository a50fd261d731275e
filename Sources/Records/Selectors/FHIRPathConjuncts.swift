/// What a test, and the tests before it on the same value, say all at once: found out when they contradict.
///
/// An element that stands once cannot be equal to two literals, nor equal and unequal to one; nothing exists and is
/// missing, is true and is not.
struct FHIRPathConjuncts {
  typealias Expression = FHIRPath.Expression
  typealias Steps = [FHIRPath.Step.Kind]

  private var equal: [(path: Steps, literal: String)] = []
  private var unequal: [(path: Steps, literal: String)] = []
  private var truths: [(path: Steps, isTrue: Bool)] = []

  static func of(_ test: Expression) -> [Expression] {
    switch test {
    case .and(let left, let right): of(left) + of(right)
    case .group(let inner, let steps) where steps.isEmpty: of(inner)
    case .group, .path, .text, .number, .boolean, .equal, .or: [test]
    }
  }

  static func literal(_ test: Expression) -> String? {
    switch test {
    case .text(let text, _): "'" + text
    case .number(let text, _): Double(text).map { "\($0)" }
    case .boolean(let truth, _): "\(truth)"
    case .path, .group, .equal, .and, .or: nil
    }
  }

  /// - Parameter repeats: whether the value of a path may stand more than once.
  mutating func add(
    _ part: Expression, repeats: ([FHIRPath.Step]) throws(SelectorProblem) -> Bool
  ) throws(SelectorProblem) {
    switch part {
    case .boolean(false, let column):
      throw SelectorProblem(column, "false is never true, so that this cannot match")
    case .equal(let left, let right, let isNegated, let column):
      if let one = Self.literal(left), let other = Self.literal(right) {
        guard (one == other) != isNegated else {
          throw SelectorProblem(column, "this is never true, so that this cannot match")
        }
      }
      let (side, value) = Self.literal(left) == nil ? (left, right) : (right, left)
      guard case .path(let steps, _) = side else { return }
      // A comparison holds for values only.
      try add(steps.map(\.kind) + [.exists(nil)], isTrue: true, column)
      guard let literal = Self.literal(value), try !repeats(steps) else { return }
      try add(steps.map(\.kind), literal, isNegated: isNegated, column)
    case .path(let steps, let column):
      var path = steps.map(\.kind)
      var isTrue = true
      while path.last == .not {
        path.removeLast()
        isTrue.toggle()
      }
      if path.last == .empty {
        path[path.count - 1] = .exists(nil)
        isTrue.toggle()
      }
      if case .exists(nil)? = path.last { return try add(path, isTrue: isTrue, column) }
      guard try !repeats(steps) else { return }
      try add(path, isTrue: isTrue, column)
    case .boolean, .text, .number, .group, .and, .or: return
    }
  }

  private mutating func add(
    _ path: Steps, _ literal: String, isNegated: Bool, _ column: Int
  ) throws(SelectorProblem) {
    let isTwo = !isNegated && equal.contains { $0.path == path && $0.literal != literal }
    guard !isTwo else {
      throw SelectorProblem(column, "one value cannot be equal to two, so that this cannot match")
    }
    guard !(isNegated ? equal : unequal).contains(where: { $0.path == path && $0.literal == literal }) else {
      throw SelectorProblem(column, "a value is not equal and unequal to one, so that this cannot match")
    }
    if isNegated { unequal.append((path, literal)) } else { equal.append((path, literal)) }
  }

  private mutating func add(_ path: Steps, isTrue: Bool, _ column: Int) throws(SelectorProblem) {
    guard !truths.contains(where: { $0.path == path && $0.isTrue != isTrue }) else {
      throw SelectorProblem(column, "nothing is so and not so, so that this cannot match")
    }
    truths.append((path, isTrue))
  }
}
