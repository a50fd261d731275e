internal import Values

/// Looks at the words of an XPath, told apart as XPath 1.0 §3.7 says, and refuses those that no CDA document can
/// have. Its grammar is libxml2's to judge.
enum CDAPathCheck {
  static func check(_ text: String) throws(SelectorProblem) {
    var reader = Reader(bytes: Array(text.utf8))
    try reader.read()
  }

  private struct Reader {
    let bytes: [UInt8]
    private var at = 0
    private var depth = 0
    /// Whether what came before ends an operand: then a name is an operator, and `*` a product.
    private var afterOperand = false
    private var afterAttributeSign = false
    /// The axis right before a name.
    private var axis: String?
    private var steps = CDAPathSteps()
    /// What the predicates of the step that was last read say of its attributes.
    private var stated: [String: String] = [:]

    init(bytes: [UInt8]) { self.bytes = bytes }

    private static let deepest = 40

    mutating func read() throws(SelectorProblem) {
      while at < bytes.count {
        let byte = bytes[at]
        switch byte {
        case 0x20: at += 1
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
          guard let close = bytes[(at + 1)...].firstIndex(of: byte) else {
            throw SelectorProblem(at + 1, "the quote is not closed")
          }
          at = close + 1
          steps.passesUnknown()
          operandEnds()
        case UInt8(ascii: "("), UInt8(ascii: "["):
          depth += 1
          guard depth <= Self.deepest else { throw SelectorProblem(at + 1, "nested too deep") }
          if byte == UInt8(ascii: "[") { try predicate() }
          steps.opens(predicate: byte == UInt8(ascii: "["))
          at += 1
          operatorEnds()
        case UInt8(ascii: ")"), UInt8(ascii: "]"):
          depth -= 1
          steps.closes()
          at += 1
          operandEnds()
        case UInt8(ascii: "$"): throw SelectorProblem(at + 1, "there are no variables here")
        case UInt8(ascii: "@"):
          at += 1
          operatorEnds()
          afterAttributeSign = true
        case UInt8(ascii: "*"):
          at += 1
          if afterOperand {
            steps.ends()
            operatorEnds()
          } else {
            try takeName("*", prefix: nil, isAttribute: afterAttributeSign || axis == "attribute", at)
          }
        case UInt8(ascii: "."):
          let isParent = at + 1 < bytes.count && bytes[at + 1] == byte
          isParent ? steps.passesUnknown() : steps.stays()
          at += isParent ? 2 : 1
          operandEnds()
        case 0x30...0x39:
          at += 1
          steps.passesUnknown()
          operandEnds()
        case UInt8(ascii: "/"):
          let isDouble = at + 1 < bytes.count && bytes[at + 1] == byte
          steps.slash(isDouble: isDouble, afterOperand: afterOperand)
          at += isDouble ? 2 : 1
          operatorEnds()
        case _ where Self.isNameStart(byte): try name()
        default:
          at += 1
          steps.ends()
          operatorEnds()
        }
      }
    }

    /// At its bracket.
    private mutating func predicate() throws(SelectorProblem) {
      let before = bytes[..<at].last { $0 != 0x20 }
      if before != UInt8(ascii: "]") { stated = [:] }
      guard var predicate = CDAPredicate(from: at + 1, in: bytes) else { return }
      try predicate.check(stated, column: at + 1)
      stated = predicate.stated
    }

    /// A name test, in its place.
    private mutating func takeName(
      _ name: String, prefix: String?, isAttribute: Bool, _ column: Int
    ) throws(SelectorProblem) {
      let isOwn = prefix == "hl7" && name != "*"
      if isAttribute {
        try steps.attribute(column: column)
      } else {
        try steps.element(isOwn ? name : nil, axis: axis, column: column)
      }
      operandEnds()
    }

    private mutating func operandEnds() { (afterOperand, afterAttributeSign, axis) = (true, false, nil) }
    private mutating func operatorEnds() { (afterOperand, afterAttributeSign, axis) = (false, false, nil) }

    private mutating func name() throws(SelectorProblem) {
      let column = at + 1
      let first = word()
      var (prefix, local): (String?, String) = (nil, first)
      if !afterOperand, at + 1 < bytes.count, bytes[at] == UInt8(ascii: ":"),
        bytes[at + 1] != UInt8(ascii: ":")
      {
        at += 1
        prefix = first
        if bytes[at] == UInt8(ascii: "*") {
          at += 1
          local = "*"
        } else {
          local = word()
        }
      }
      if afterOperand {
        guard ["and", "or", "div", "mod"].contains(first) else {
          throw SelectorProblem(column, "here and, or, div or mod may stand")
        }
        steps.ends()
        return operatorEnds()
      }
      var next = at
      while next < bytes.count, bytes[next] == 0x20 { next += 1 }
      if next < bytes.count, bytes[next] == UInt8(ascii: "("), prefix == nil {
        return try function(local, column)
      }
      if next + 1 < bytes.count, bytes[next] == UInt8(ascii: ":"), bytes[next + 1] == UInt8(ascii: ":") {
        return try takeAxis(local, column, next + 2)
      }
      let isAttribute = afterAttributeSign || axis == "attribute"
      try isAttribute ? checkAttribute(prefix, local, column) : checkElement(prefix, local, column)
      try takeName(local, prefix: prefix, isAttribute: isAttribute, column)
    }

    private mutating func word() -> String {
      let start = at
      while at < bytes.count, Self.isName(bytes[at]) { at += 1 }
      return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func takeAxis(_ name: String, _ column: Int, _ next: Int) throws(SelectorProblem) {
      guard name != "namespace" else {
        throw SelectorProblem(column, "namespaces cannot be taken out of a document")
      }
      at = next
      (afterOperand, axis) = (false, name)
    }

    private mutating func function(_ name: String, _ column: Int) throws(SelectorProblem) {
      guard !["comment", "node", "processing-instruction", "text"].contains(name) else {
        try steps.nodeTest(axis: axis, column: column)
        return operatorEnds()
      }
      steps.passesUnknown()
      guard name != "id" else {
        throw SelectorProblem(
          column, "id() finds nothing without a DTD, and none is read; write //*[@ID='…']")
      }
      guard CDAPathCheck.functions.contains(name) else {
        throw SelectorProblem(
          column,
          "XPath 1.0 has no function \"\(name)\"" + CDAPathCheck.near(name, CDAPathCheck.functions))
      }
      operatorEnds()
    }

    private func checkElement(_ prefix: String?, _ name: String, _ column: Int) throws(SelectorProblem) {
      let known: Set<String>
      guard !name.isEmpty else { throw Self.noName(prefix, column) }
      switch prefix {
      case "hl7": known = CDAVocabulary.elements
      case "sdtc": known = CDAVocabulary.extensions
      case nil:
        throw SelectorProblem(
          column, "elements of CDA are in a namespace, so that this cannot match; write hl7:\(name)")
      case "xsi":
        throw SelectorProblem(column, "xsi: is of attributes; write @xsi:type")
      case .some(let prefix):
        throw SelectorProblem(column, "the prefix \"\(prefix)\" is not bound; bound are hl7, sdtc and xsi")
      }
      guard name == "*" || known.contains(name) else {
        throw SelectorProblem(column, "CDA has no element \"\(name)\"" + CDAPathCheck.near(name, known))
      }
    }

    private func checkAttribute(_ prefix: String?, _ name: String, _ column: Int) throws(SelectorProblem) {
      guard !name.isEmpty else { throw Self.noName(prefix, column) }
      switch prefix {
      case "xsi", "xml":
        let known = CDAPathCheck.foreign[prefix ?? ""] ?? []
        guard name == "*" || known.contains(name) else {
          throw SelectorProblem(
            column,
            "there is no attribute \(prefix ?? ""):\(name)" + CDAPathCheck.near(name, known))
        }
      case "sdtc", nil:
        guard name == "*" || CDAVocabulary.attributes.contains(name) else {
          throw SelectorProblem(
            column, "CDA has no attribute \"\(name)\"" + CDAPathCheck.near(name, CDAVocabulary.attributes))
        }
      case .some:
        throw SelectorProblem(column, "attributes of CDA have no prefix but xsi: and sdtc:; write @\(name)")
      }
    }

    private static func noName(_ prefix: String?, _ column: Int) -> SelectorProblem {
      SelectorProblem(column, "a name is missing right after \"\(prefix ?? ""):\"")
    }

    private static func isNameStart(_ byte: UInt8) -> Bool {
      (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte >= 0x80
    }
    private static func isName(_ byte: UInt8) -> Bool {
      isNameStart(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ".")
    }
  }

  private static func near(_ name: String, _ known: Set<String>) -> String {
    Nearest.word(to: name, of: known.sorted()).map { "; did you mean \"\($0)\"?" } ?? ""
  }

  /// XML Schema part 1 §2.6, XML 1.0 and its namespaces.
  private static let foreign: [String: Set<String>] = [
    "xsi": ["type", "nil", "schemaLocation", "noNamespaceSchemaLocation"],
    "xml": ["lang", "space", "base", "id"],
  ]

  /// XPath 1.0 §4.
  private static let functions: Set<String> = [
    "boolean", "ceiling", "concat", "contains", "count", "false", "floor", "lang", "last", "local-name",
    "name",
    "namespace-uri", "normalize-space", "not", "number", "position", "round", "starts-with", "string",
    "string-length", "substring", "substring-after", "substring-before", "sum", "translate", "true",
  ]
}
