package import Values

/// A parsed JSON text: its bytes as they came, and where each value lies in them. Values are named by
/// their index, 0 being the root; nothing is decoded before it is asked for.
package struct JSONDocument: Sendable {
  /// The bytes that were parsed, unchanged.
  package let bytes: [UInt8]
  private let nodes: [JSONNode]
  /// The names, without their quotes, that came before in the same object; compared by the bytes of their
  /// text, escapes undone. A reader for which that matters refuses the document.
  package let duplicateKeys: [Range<Int>]

  /// Parses one JSON text (RFC 8259).
  ///
  /// - Parameters:
  ///   - origin: what the places of errors say beside the bytes (record, path).
  ///   - skipsMark: a UTF-8 byte order mark before the text is passed over, as RFC 8259 §8.1 lets a reader do;
  ///     exporters on Windows write one. It stays in the bytes.
  /// - Throws: `json.syntax`, or `json.limit` for nesting beyond `limits.depth` and more than
  ///   `limits.jsonValues` values; both hold, and name the byte.
  package init(_ bytes: [UInt8], limits: Limits, origin: Place? = nil, skipsMark: Bool = false)
    throws(PacketError)
  {
    var parser = JSONParser(limits: limits, origin: origin)
    let start = skipsMark && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    _ = try parser.parse(bytes.span, in: start..<bytes.count)
    self.init(bytes, parser)
  }

  init(_ bytes: [UInt8], _ parser: JSONParser) {
    self.bytes = bytes
    (nodes, duplicateKeys) = (parser.nodes, parser.duplicateKeys)
  }

  /// How many values there are, those within others counted too.
  package var count: Int { nodes.count }

  /// What kind of value it is.
  package func kind(_ node: Int) -> JSONNode.Kind { nodes[node].kind }

  /// The bytes of a value, with a string's quotes and a container's brackets.
  package func range(_ node: Int) -> Range<Int> { Int(nodes[node].start)..<Int(nodes[node].end) }

  /// The bytes of a value without a string's quotes.
  package func content(_ node: Int) -> Range<Int> {
    let range = range(node)
    return nodes[node].kind == .string ? range.lowerBound + 1..<range.upperBound - 1 : range
  }

  /// The bytes of a member's name without its quotes; nil for what is not a member.
  package func key(_ node: Int) -> Range<Int>? {
    nodes[node].keyStart == 0 ? nil : nodes[node].keyRange
  }

  /// The index after the last value within this one: that of its next sibling, if it has one.
  package func subtreeEnd(_ node: Int) -> Int { Int(nodes[node].subtreeEnd) }

  /// Whether a string's bytes are not its text.
  package func isEscaped(_ node: Int) -> Bool { nodes[node].isEscaped }

  /// Whether a member's name is not its text.
  package func keyIsEscaped(_ node: Int) -> Bool { nodes[node].keyIsEscaped }

  /// The members of an object, the elements of an array, in their order; none for other values.
  package func children(_ node: Int) -> JSONChildren { JSONChildren(document: self, of: node) }
}

/// The values right within a container, by index.
package struct JSONChildren: Sequence, IteratorProtocol {
  private let document: JSONDocument
  private var at: Int
  private let end: Int

  init(document: JSONDocument, of node: Int) {
    self.document = document
    (at, end) = (node + 1, document.subtreeEnd(node))
  }

  package mutating func next() -> Int? {
    guard at < end else { return nil }
    defer { at = document.subtreeEnd(at) }
    return at
  }
}
