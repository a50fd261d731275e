internal import Values

/// A strict parser of RFC 8259 JSON: one pass, no recursion, functions named after the productions.
///
/// Stricter than the grammar where another reader may take it differently: escapes that are no Unicode
/// scalar (lone surrogates), a byte order mark, and bytes that are not UTF-8 are refused. Names that come
/// twice in an object are taken and marked, since the grammar allows them.
struct JSONParser {
  private(set) var nodes: [JSONNode] = []
  private(set) var duplicateKeys: [Range<Int>] = []
  /// The containers that are open, outermost first: the stack that recursion would be.
  private var open: [Int] = []
  private var names = NameTable()
  private var at = 0
  private var end = 0
  private let limits: Limits
  private var origin: Place?

  init(limits: Limits, origin: Place?) { (self.limits, self.origin) = (limits, origin) }

  /// Parses one JSON text, which must fill the range but for space, and gives its root.
  ///
  /// - Throws: `json.syntax` or `json.limit` (hold) with the byte.
  mutating func parse(
    _ bytes: Span<UInt8>, in range: Range<Int>, line: Int? = nil
  ) throws(PacketError) -> Int {
    if let line { origin = Place(record: origin?.record, path: origin?.path, line: line) }
    (at, end) = (range.lowerBound, range.upperBound)
    guard range.lowerBound >= 0, end <= bytes.count, bytes.count < Int(UInt32.max) else {
      throw limit("the text is longer than can be read", remedy: "split the record")
    }
    let root = nodes.count
    skipSpace(bytes)
    try value(bytes)
    while let container = open.last {
      skipSpace(bytes)
      guard at < end else {
        throw nodes[container].kind == .object
          ? syntax("an object is not closed") : syntax("an array is not closed")
      }
      let isObject = nodes[container].kind == .object
      if bytes[at] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
        close(container, bytes)
        continue
      }
      if nodes.count > container + 1 {
        guard bytes[at] == UInt8(ascii: ",") else { throw syntax("a comma or a closing bracket is missing") }
        at += 1
        skipSpace(bytes)
      }
      if isObject { try member(bytes) } else { try value(bytes) }
    }
    skipSpace(bytes)
    guard at == end else { throw syntax("something follows the end of the JSON text") }
    return root
  }

  private mutating func skipSpace(_ bytes: Span<UInt8>) {
    var at = at
    while at < end, JSONBytes.isSpace(bytes[at]) { at &+= 1 }
    self.at = at
  }

  /// `member = string name-separator value`
  private mutating func member(_ bytes: Span<UInt8>) throws(PacketError) {
    guard at < end, bytes[at] == UInt8(ascii: "\"") else { throw syntax("a member's name is missing") }
    let keyStart = at + 1
    let keyIsEscaped = try string(bytes)
    let keyEnd = at - 1
    skipSpace(bytes)
    guard at < end, bytes[at] == UInt8(ascii: ":") else { throw syntax("a colon is missing") }
    at += 1
    skipSpace(bytes)
    let index = nodes.count
    try value(bytes)
    nodes[index].keyStart = UInt32(truncatingIfNeeded: keyStart)
    nodes[index].keyEnd = UInt32(truncatingIfNeeded: keyEnd)
    nodes[index].keyIsEscaped = keyIsEscaped
  }

  /// Reads a value, or opens a container.
  private mutating func value(_ bytes: Span<UInt8>) throws(PacketError) {
    guard at < end else { throw syntax("a value is missing") }
    guard nodes.count < min(limits.jsonValues, Int(UInt32.max)) else {
      throw limit("there are more than \(limits.jsonValues) values", remedy: "split the record")
    }
    let start = at
    switch bytes[at] {
    case UInt8(ascii: "\""):
      let isEscaped = try string(bytes)
      append(.string, from: start)
      nodes[nodes.count - 1].isEscaped = isEscaped
    case UInt8(ascii: "{"): try open(.object)
    case UInt8(ascii: "["): try open(.array)
    case UInt8(ascii: "t"): try literal([0x74, 0x72, 0x75, 0x65], .true, bytes)
    case UInt8(ascii: "f"): try literal([0x66, 0x61, 0x6C, 0x73, 0x65], .false, bytes)
    case UInt8(ascii: "n"): try literal([0x6E, 0x75, 0x6C, 0x6C], .null, bytes)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try number(bytes)
      append(.number, from: start)
    default: throw syntax("no value begins so")
    }
  }

  private mutating func open(_ kind: JSONNode.Kind) throws(PacketError) {
    guard open.count < limits.depth else {
      throw limit("values are nested deeper than \(limits.depth)", remedy: "export this again")
    }
    open.append(nodes.count)
    nodes.append(JSONNode(kind, start: at))
    at += 1
  }

  private mutating func close(_ container: Int, _ bytes: Span<UInt8>) {
    at += 1
    nodes[container].end = UInt32(truncatingIfNeeded: at)
    nodes[container].subtreeEnd = UInt32(truncatingIfNeeded: nodes.count)
    open.removeLast()
    if nodes[container].kind == .object {
      names.findTwins(of: container, nodes, bytes) { duplicateKeys.append($0) }
    }
  }

  private mutating func append(_ kind: JSONNode.Kind, from start: Int) {
    var node = JSONNode(kind, start: start)
    node.end = UInt32(truncatingIfNeeded: at)
    node.subtreeEnd = UInt32(truncatingIfNeeded: nodes.count + 1)
    nodes.append(node)
  }

  private mutating func literal<let count: Int>(
    _ word: [count of UInt8], _ kind: JSONNode.Kind, _ bytes: Span<UInt8>
  ) throws(PacketError) {
    let start = at
    for index in word.indices {
      guard at < end, bytes[at] == word[index] else { throw syntax("no value begins so") }
      at += 1
    }
    append(kind, from: start)
  }

  /// `number = [ minus ] int [ frac ] [ exp ]`; the bytes stay, nothing is computed.
  private mutating func number(_ bytes: Span<UInt8>) throws(PacketError) {
    if bytes[at] == UInt8(ascii: "-") { at += 1 }
    let first = at
    try digits(bytes)
    guard at == first + 1 || bytes[first] != UInt8(ascii: "0") else {
      throw syntax("a number has a leading zero")
    }
    if at < end, bytes[at] == UInt8(ascii: ".") {
      at += 1
      try digits(bytes)
    }
    if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < end, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
      try digits(bytes)
    }
  }

  private mutating func digits(_ bytes: Span<UInt8>) throws(PacketError) {
    var at = at
    let start = at
    while at < end, JSONBytes.isDigit(bytes[at]) { at &+= 1 }
    self.at = at
    guard at > start else { throw syntax("a number lacks a digit") }
  }

  /// `string = quotation-mark *char quotation-mark`; tells whether there is an escape in it.
  private mutating func string(_ bytes: Span<UInt8>) throws(PacketError) -> Bool {
    let opening = at
    var isEscaped = false
    var at = at &+ 1
    let end = end
    while at < end {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        self.at = at &+ 1
        return isEscaped
      }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        self.at = at
        try escape(bytes)
        at = self.at
      } else if byte < 0x20 {
        self.at = at
        throw syntax("a control character stands in a string; it must be escaped")
      } else if byte < 0x80 {
        at &+= 1
      } else {
        let length = UTF8Sequence.length(at: at, before: end, in: bytes)
        guard length > 0 else {
          self.at = at
          throw syntax("a string is not UTF-8")
        }
        at &+= length
      }
    }
    self.at = opening
    throw syntax("a string is not closed")
  }

  private mutating func escape(_ bytes: Span<UInt8>) throws(PacketError) {
    let start = at
    at += 1
    guard at < end else { throw syntax("a string is not closed") }
    switch bytes[at] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      at += 1
    case UInt8(ascii: "u"):
      let first = try codeUnit(bytes)
      if (0xD800..<0xDC00).contains(first) {
        guard at + 1 < end, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u"),
          (0xDC00..<0xE000).contains(try secondUnit(bytes))
        else {
          at = start
          throw syntax("an escape is half of a character (a lone surrogate)")
        }
      } else if (0xDC00..<0xE000).contains(first) {
        at = start
        throw syntax("an escape is half of a character (a lone surrogate)")
      }
    default: throw syntax("no escape has this letter")
    }
  }

  private mutating func secondUnit(_ bytes: Span<UInt8>) throws(PacketError) -> Int {
    at += 1
    return try codeUnit(bytes)
  }

  /// Reads `uXXXX`.
  private mutating func codeUnit(_ bytes: Span<UInt8>) throws(PacketError) -> Int {
    var value = 0
    at += 1
    for _ in 0..<4 {
      guard at < end, let digit = JSONBytes.hexValue(bytes[at]) else {
        throw syntax("an escape lacks one of its four hexadecimal digits")
      }
      value = value << 4 | Int(digit)
      at += 1
    }
    return value
  }

  private func here() -> Place {
    Place(record: origin?.record, bytes: at..<at + 1, path: origin?.path, line: origin?.line)
  }

  private func syntax(_ problem: PlainText) -> PacketError {
    PacketError("json.syntax", .hold, at: here(), problem, remedy: "export this again as JSON (RFC 8259)")
  }

  private func limit(_ problem: PlainText, remedy: PlainText) -> PacketError {
    PacketError("json.limit", .hold, at: here(), problem, remedy: remedy)
  }
}
