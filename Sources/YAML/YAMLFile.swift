internal import Values
internal import Yams

/// A YAML file read strictly: composed to its tree, then refused where two readers might take it
/// differently. Anchors and aliases (a bomb in 500 bytes), tags, merge keys, double keys and a second
/// document are errors; every scalar is text, so that `no` stays a state's code and `12:30` a time.
package struct YAMLFile: Sendable {
  package let name: String
  package let root: YAMLValue

  /// - Throws: the one problem that kept the file from being read.
  package init(_ bytes: [UInt8], name: String, limit: Int = 1 << 20) throws(YAMLProblem) {
    self.name = name
    func problem(_ line: Int, _ column: Int, _ message: String) -> YAMLProblem {
      YAMLProblem(file: name, line: line, column: column, message: message)
    }
    guard bytes.count <= limit else { throw problem(1, 1, "larger than \(limit) bytes") }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw problem(1, 1, "not UTF-8") }
    guard !text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) else {
      throw problem(1, 1, "begins with a byte order mark")
    }
    try Self.refuseAliases(text, problem)
    var nodes: [Node] = []
    do {
      var documents = try Yams.compose_all(yaml: text)
      // The sequence ends at a mistake as it ends at the end, and keeps the error to itself.
      while nodes.count < 2, let node = documents.next() { nodes.append(node) }
      if let error = documents.error { throw error }
    } catch let error as YamlError {
      let (line, column) = Self.place(of: error, in: bytes)
      throw problem(line, column, "not YAML: \(Self.words(of: error))")
    } catch {
      throw problem(1, 1, "not YAML")
    }
    guard let first = nodes.first, nodes.count == 1 else {
      throw problem(1, 1, nodes.isEmpty ? "is empty" : "holds more than one document")
    }
    var budget = 200_000
    root = try Self.convert(first, problem: problem, depth: 0, budget: &budget)
  }

  /// Aliases are found before composing expands them: an event of libyaml's would be surer, but a tree
  /// without `&name` and `*name` at the start of a value cannot hold any.
  private static func refuseAliases(_ text: String, _ problem: (Int, Int, String) -> YAMLProblem)
    throws(YAMLProblem)
  {
    var line = 1
    var column = 1
    var quote: UInt8 = 0
    var isStart = true
    var isComment = false
    for byte in text.utf8 {
      defer { column += 1 }
      if byte == 0x0A {
        (line, column, isStart, isComment) = (line + 1, 0, true, false)
        continue
      }
      if isComment { continue }
      if quote != 0 {
        if byte == quote { quote = 0 }
        continue
      }
      switch byte {
      case UInt8(ascii: "\t") where column == 1: throw problem(line, column, "a tab indents; use spaces")
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: ","),
        UInt8(ascii: "{"):
        if byte != UInt8(ascii: "-") || isStart { isStart = true }
        continue
      case UInt8(ascii: "#") where isStart: isComment = true
      case UInt8(ascii: "&") where isStart, UInt8(ascii: "*") where isStart:
        throw problem(line, column, "anchors and aliases are not allowed")
      case UInt8(ascii: "!") where isStart: throw problem(line, column, "tags are not allowed")
      case UInt8(ascii: "\"") where isStart, UInt8(ascii: "'") where isStart: quote = byte
      default: break
      }
      isStart = false
    }
  }

  private static func convert(
    _ node: Node, problem: (Int, Int, String) -> YAMLProblem, depth: Int, budget: inout Int
  ) throws(YAMLProblem) -> YAMLValue {
    let line = node.mark?.line ?? 1
    let column = node.mark?.column ?? 1
    budget -= 1
    guard depth <= 20, budget > 0 else { throw problem(line, column, "too deep or too large") }
    switch node {
    case .scalar(let scalar):
      return YAMLValue(
        line: line, column: column, content: .text(scalar.string, isPlain: scalar.style == .plain))
    case .sequence(let sequence):
      var items: [YAMLValue] = []
      for item in sequence {
        items.append(try convert(item, problem: problem, depth: depth + 1, budget: &budget))
      }
      return YAMLValue(line: line, column: column, content: .list(items))
    case .mapping(let mapping):
      var members: [YAMLValue.Member] = []
      for (key, value) in mapping {
        guard case .scalar(let name) = key else { throw problem(line, column, "a key must be a word") }
        let at = (key.mark?.line ?? line, key.mark?.column ?? column)
        guard name.string != "<<" else { throw problem(at.0, at.1, "merge keys are not allowed") }
        guard !members.contains(where: { $0.key == name.string }) else {
          throw problem(at.0, at.1, "the key \"\(TerminalText.escaped(name.string))\" stands twice")
        }
        members.append(
          YAMLValue.Member(
            key: name.string, line: at.0, column: at.1,
            value: try convert(value, problem: problem, depth: depth + 1, budget: &budget)))
      }
      return YAMLValue(line: line, column: column, content: .map(members))
    case .alias: throw problem(line, column, "anchors and aliases are not allowed")
    }
  }

  private static func place(of error: YamlError, in bytes: [UInt8]) -> (line: Int, column: Int) {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      return (mark.line, mark.column)
    case .duplicatedKeysInMapping(_, let context): return (context.mark.line, context.mark.column)
    case .reader(_, let offset?, _, _):
      let before = bytes.prefix(max(0, offset))
      let line = before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
      return (line, before.count - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1)
    default: return (1, 1)
    }
  }

  private static func words(of error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _):
      problem
    case .duplicatedKeysInMapping: "a key stands twice"
    case .reader: "a character that YAML does not allow"
    default: "it cannot be read"
    }
  }
}

/// A value of a YAML file with its place.
package struct YAMLValue: Sendable {
  package struct Member: Sendable {
    package let key: String
    package let line: Int
    package let column: Int
    package let value: YAMLValue
  }
  package enum Content: Sendable {
    case text(String, isPlain: Bool)
    case list([YAMLValue])
    case map([Member])
  }
  package let line: Int
  package let column: Int
  package let content: Content
}
