internal import Values

/// Refuses a path that cannot match: types and elements that R4 does not have, tests that compare what cannot
/// be equal, contradictions. Where R4's table is silent (an allowed type, a type of ``R4ElementText``'s limits)
/// nothing is refused.
struct FHIRPathCheck {
  let allowed: Set<String>
  private let table = R4Elements.shared

  init(allowed: Set<String>) { self.allowed = allowed }

  /// What a path or test gives.
  private struct Value {
    /// nil: nothing is known of it.
    var types: Set<String>?
    var repeats: Bool
    /// A truth that was made by a test, which is no place in a record.
    var isTest = false
    /// Of an element of type code, those of its list.
    var codes: Set<String>?
    /// What where() has said of it.
    var tests: [FHIRPath.Expression] = []

    static let truth = Value(types: ["boolean"], repeats: false, isTest: true)
  }

  func check(_ path: FHIRPath, column: Int) throws(SelectorProblem) {
    try checkResource(path.type, column)
    let isKnown = table.knows(path.type) && !allowed.contains(path.type)
    let start = Value(types: isKnown ? [path.type] : nil, repeats: false)
    let value = try follow(path.steps, from: start)
    if value.isTest, let last = path.steps.last {
      throw SelectorProblem(last.column, "a rule selects places and no truth; put the test into where(…)")
    }
  }

  private func checkResource(_ type: String, _ column: Int) throws(SelectorProblem) {
    guard !FHIRResourceType.isName(type), !allowed.contains(type) else { return }
    let near = Nearest.word(to: type, of: FHIRResourceType.allNames)
    throw SelectorProblem(
      column, "FHIR R4 has no resource type \"\(type)\"" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
  }

  private func follow(_ steps: [FHIRPath.Step], from start: Value) throws(SelectorProblem) -> Value {
    var value = start
    for step in steps { value = try follow(step, from: value) }
    return value
  }

  private func follow(_ step: FHIRPath.Step, from value: Value) throws(SelectorProblem) -> Value {
    switch step.kind {
    case .member(let name): return try member(name, of: value, step.column)
    case .index(let index):
      guard index == 0 || value.repeats || value.types == nil else {
        throw SelectorProblem(
          step.column, "what stands there is one, and [\(index)] cannot match; places count from 0")
      }
      return Self.one(of: value)
    case .first, .last: return Self.one(of: value)
    case .where(let test): return try filtered(value, by: test)
    case .exists(let test):
      if let test { _ = try filtered(value, by: test) }
      return .truth
    case .empty: return .truth
    case .not:
      guard value.types?.contains("boolean") ?? true else {
        throw SelectorProblem(step.column, "not() is of true or false, and this is \(Self.shown(value))")
      }
      return .truth
    case .ofType(let type): return try narrowed(value, to: type, step.column)
    case .resolve:
      guard value.types.map({ !$0.isDisjoint(with: ["Reference", "uri", "canonical", "url"]) }) ?? true else {
        throw SelectorProblem(step.column, "resolve() is of a Reference, and this is \(Self.shown(value))")
      }
      return Value(types: ["Resource"], repeats: value.repeats)
    case .extension(let url):
      guard !url.isEmpty else {
        throw SelectorProblem(step.column, "no extension has an empty URL, so that this cannot match")
      }
      return Value(types: ["Extension"], repeats: true)
    }
  }

  /// A test is about one value after the other.
  private static func one(of value: Value) -> Value {
    var value = value
    value.repeats = false
    return value
  }

  private func filtered(_ value: Value, by test: FHIRPath.Expression) throws(SelectorProblem) -> Value {
    let one = Self.one(of: value)
    try needTruth(test, about: one)
    var value = value
    value.tests += FHIRPathConjuncts.of(test)
    try refuseContradiction(value.tests, about: one)
    return value
  }

  private func member(_ name: String, of value: Value, _ column: Int) throws(SelectorProblem) -> Value {
    guard !value.isTest else { throw SelectorProblem(column, "true and false have no elements") }
    guard let types = value.types else { return Value(types: nil, repeats: true) }
    // Any resource may stand there: what some type has can match.
    let candidates = types.contains("Resource") ? types.union(table.resources) : types
    var found: Set<String> = []
    var repeats = value.repeats
    var codes: Set<String>? = []
    for type in candidates {
      guard let element = table.element(name, of: type) else { continue }
      found.formUnion(element.types)
      repeats = repeats || element.repeats
      codes = R4Codes.shared.codes(of: name, in: type).flatMap { list in codes?.union(list) }
    }
    if found.isEmpty, types.contains("Resource") { return Value(types: nil, repeats: true) }
    guard !found.isEmpty else { throw unknown(name, candidates, column) }
    return Value(types: found, repeats: repeats, codes: codes)
  }

  private func unknown(_ name: String, _ types: Set<String>, _ column: Int) -> SelectorProblem {
    // `valueQuantity` is how JSON writes it.
    for type in types {
      for known in table.names(of: type) where name.hasPrefix(known) && name != known {
        let suffix = String(name.dropFirst(known.utf8.count))
        guard let element = table.element(known, of: type), element.isChoice,
          let wanted = R4Elements.datatypeOfSuffix[suffix], element.types.contains(wanted)
        else { continue }
        return SelectorProblem(column, "\"\(name)\" is JSON's; write \(known).ofType(\(wanted))")
      }
    }
    let near = Nearest.word(to: name, of: types.flatMap { table.names(of: $0) })
    return SelectorProblem(
      column,
      "FHIR R4 has no element \"\(name)\" of \(types.sorted().joined(separator: " or "))"
        + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
  }

  private func narrowed(_ value: Value, to type: String, _ column: Int) throws(SelectorProblem) -> Value {
    guard
      R4Elements.datatypes.contains(type) || table.knows(type) || FHIRResourceType.isName(type)
        || allowed.contains(type)
    else {
      let near = Nearest.word(to: type, of: R4Elements.datatypes.sorted() + FHIRResourceType.allNames)
      throw SelectorProblem(
        column, "FHIR R4 has no type \"\(type)\"" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
    }
    if let types = value.types, !types.contains(type), !types.contains("Resource") {
      throw SelectorProblem(column, "this is never a \(type): it is \(Self.shown(value))")
    }
    let isKnown = table.knows(type) || R4Elements.isPrimitive(type)
    return Value(
      types: isKnown ? [type] : nil, repeats: value.repeats, codes: value.codes, tests: value.tests)
  }

  // MARK: Tests

  private func needTruth(_ test: FHIRPath.Expression, about value: Value) throws(SelectorProblem) {
    let result = try self.value(of: test, about: value)
    guard result.types?.contains("boolean") ?? true else {
      throw SelectorProblem(
        test.column, "a test is true or false, and this is \(Self.shown(result)); write .exists() after it?")
    }
  }

  private func value(of test: FHIRPath.Expression, about value: Value) throws(SelectorProblem) -> Value {
    switch test {
    case .path(let steps, _): return try follow(steps, from: value)
    case .group(let inner, let steps): return try follow(steps, from: self.value(of: inner, about: value))
    case .text: return Value(types: ["string"], repeats: false)
    case .number: return Value(types: ["decimal"], repeats: false)
    case .boolean: return .truth
    case .equal(let left, let right, _, let column):
      let (a, b) = (try self.value(of: left, about: value), try self.value(of: right, about: value))
      try refuseUnknownCode(left, b.codes)
      try refuseUnknownCode(right, a.codes)
      guard let one = a.types, let other = b.types else { return .truth }
      guard !Set(one.compactMap(Self.kind)).isDisjoint(with: other.compactMap(Self.kind)) else {
        throw SelectorProblem(
          column, "\(Self.shown(a)) is never equal to \(Self.shown(b)), so that this cannot match")
      }
      return .truth
    case .and(let left, let right):
      try needTruth(left, about: value)
      try needTruth(right, about: value)
      try refuseContradiction(FHIRPathConjuncts.of(test), about: value)
      return .truth
    case .or(let left, let right):
      try needTruth(left, about: value)
      try needTruth(right, about: value)
      return .truth
    }
  }

  private enum Kind { case text, number, truth }

  /// What a value of that type can be compared as; nil for what has elements.
  private static func kind(_ type: String) -> Kind? {
    guard R4Elements.isPrimitive(type) else { return nil }
    return type == "boolean" ? .truth : R4Elements.numbers.contains(type) ? .number : .text
  }

  private func refuseUnknownCode(
    _ literal: FHIRPath.Expression, _ codes: Set<String>?
  ) throws(SelectorProblem) {
    guard case .text(let text, let column) = literal, let codes, !codes.contains(text) else { return }
    let near = Nearest.word(to: text, of: codes.sorted())
    throw SelectorProblem(
      column,
      "FHIR R4 has no code \"\(text)\" for this"
        + (near.map { "; did you mean \"\($0)\"?" } ?? "; it has \(codes.sorted().joined(separator: ", "))"))
  }

  private func refuseContradiction(
    _ parts: [FHIRPath.Expression], about value: Value
  ) throws(SelectorProblem) {
    var known = FHIRPathConjuncts()
    for part in parts {
      try known.add(part) { steps throws(SelectorProblem) in try follow(steps, from: value).repeats }
    }
  }

  private static func shown(_ value: Value) -> String {
    guard let types = value.types else { return "of an unknown type" }
    let names = types.sorted()
    let some = names.prefix(4).joined(separator: " or ")
    return names.count > 4 ? "\(some) or others" : some
  }
}
