internal import Values

/// Reads a map with a closed set of keys, and collects every problem on the way instead of stopping at
/// the first. `finish()` reports keys that nothing asked for.
package struct YAMLMap {
  private let file: String
  private let members: [YAMLValue.Member]
  package let line: Int
  package let column: Int
  private var asked: Set<String> = []
  package private(set) var problems: [YAMLProblem] = []

  /// The file's outermost map.
  package init(_ file: YAMLFile) { self.init(file.root, file: file.name, what: "the file") }

  package init(_ value: YAMLValue, file: String, what: String) {
    self.file = file
    (line, column) = (value.line, value.column)
    if case .map(let members) = value.content {
      self.members = members
    } else {
      members = []
      problems = [
        YAMLProblem(
          file: file, line: value.line, column: value.column, message: "\(what) must be a map of keys")
      ]
    }
  }

  package mutating func report(_ line: Int, _ column: Int, _ message: String) {
    problems.append(YAMLProblem(file: file, line: line, column: column, message: message))
  }

  package mutating func take(_ problems: [YAMLProblem]) { self.problems += problems }

  /// All keys, for maps whose keys are free.
  package var keys: [String] { members.map(\.key) }

  package mutating func value(_ key: String) -> YAMLValue? {
    asked.insert(key)
    return members.first { $0.key == key }?.value
  }

  package mutating func has(_ key: String) -> Bool { value(key) != nil }

  package mutating func text(_ key: String) -> String? {
    guard let value = value(key) else { return nil }
    guard case .text(let text, _) = value.content else {
      report(value.line, value.column, "\"\(key)\" must be a text")
      return nil
    }
    return text
  }

  package mutating func requiredText(_ key: String) -> String {
    if let text = text(key) {
      if text.isEmpty { report(line, column, "\"\(key)\" is empty") }
      return text
    }
    if !members.contains(where: { $0.key == key }) { report(line, column, "the key \"\(key)\" is missing") }
    return ""
  }

  package mutating func texts(_ key: String) -> [String] {
    guard let value = value(key) else { return [] }
    guard case .list(let items) = value.content else {
      report(value.line, value.column, "\"\(key)\" must be a list")
      return []
    }
    return items.compactMap { item in
      if case .text(let text, _) = item.content { return text }
      report(item.line, item.column, "an item of \"\(key)\" must be a text")
      return nil
    }
  }

  /// One of a closed set of words.
  package mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ type: Choice.Type
  )
    -> Choice?
  {
    guard let text = text(key), let value = value(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    report(
      value.line, value.column, Self.unknown("value", text, of: Choice.allCases.map(\.rawValue), in: key))
    return nil
  }

  package mutating func choices<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ type: Choice.Type
  )
    -> [Choice]
  {
    guard let value = value(key) else { return [] }
    return texts(key).compactMap { text in
      if let choice = Choice(rawValue: text) { return choice }
      report(
        value.line, value.column, Self.unknown("value", text, of: Choice.allCases.map(\.rawValue), in: key))
      return nil
    }
  }

  package mutating func flag(_ key: String) -> Bool? {
    guard let text = text(key), let value = value(key) else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      report(value.line, value.column, "\"\(key)\" must be true or false")
      return nil
    }
  }

  package mutating func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(key), let value = value(key) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      report(
        value.line, value.column,
        "\"\(key)\" must be a number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  /// A time with its unit: `250ms`, `10s`, `5m`, `2h`, `30d`; in milliseconds.
  package mutating func duration(_ key: String) -> Int64? {
    guard let text = text(key), let value = value(key) else { return nil }
    let units: [(String, Int64)] = [
      ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
    ]
    for (unit, factor) in units where text.hasSuffix(unit) {
      if let number = Int64(text.dropLast(unit.count)), (1...1_000_000).contains(number) {
        return number * factor
      }
    }
    report(value.line, value.column, "\"\(key)\" must be a time with its unit: 250ms, 10s, 5m, 2h, 30d")
    return nil
  }

  package mutating func map(_ key: String) -> YAMLMap? {
    guard let value = value(key) else { return nil }
    return YAMLMap(value, file: file, what: "\"\(key)\"")
  }

  package mutating func maps(_ key: String) -> [YAMLMap] {
    guard let value = value(key) else { return [] }
    guard case .list(let items) = value.content else {
      report(value.line, value.column, "\"\(key)\" must be a list")
      return []
    }
    return items.map { YAMLMap($0, file: file, what: "an item of \"\(key)\"") }
  }

  /// All problems, those of unknown keys among them.
  package mutating func finish() -> [YAMLProblem] {
    for member in members where !asked.contains(member.key) {
      report(member.line, member.column, Self.unknown("key", member.key, of: asked.sorted(), in: nil))
    }
    return problems
  }

  private static func unknown(_ what: String, _ word: String, of known: [String], in key: String?) -> String {
    let text = TerminalText.escaped(word)
    let place = key.map { " of \"\($0)\"" } ?? ""
    guard let near = Nearest.word(to: word, of: known) else {
      return "unknown \(what) \"\(text)\"\(place); known are: \(known.sorted().joined(separator: ", "))"
    }
    return "unknown \(what) \"\(text)\"\(place); did you mean \"\(near)\"?"
  }
}
