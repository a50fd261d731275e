/// Writes a ``JSONValue``: one value, one sequence of bytes.
///
/// Strings are escaped as RFC 8785 §3.2.2.2 has it: the two-letter escapes where there are some, `\u00xx` in
/// lower case for other control characters, all else as UTF-8. With names sorted and no indent the whole
/// is RFC 8785's canonical form (of values without fractions, integers within ±2^53).
package struct JSONWriter: Sendable {
  /// In which order an object's members are written.
  package enum Order: Sendable {
    case asGiven
    /// By UTF-16 code units (RFC 8785 §3.2.3).
    case sorted
  }
  /// How the text is laid out.
  package enum Layout: Sendable {
    /// Without any space.
    case compact
    /// Two spaces a level, one member or element a line, a line feed at the end.
    case indented
  }

  private let order: Order
  private let layout: Layout

  package init(order: Order = .asGiven, layout: Layout = .compact) {
    (self.order, self.layout) = (order, layout)
  }

  /// The value's bytes, UTF-8.
  package func bytes(_ value: JSONValue) -> [UInt8] {
    var out: [UInt8] = []
    write(value, level: 0, to: &out)
    if layout == .indented { out.append(0x0A) }
    return out
  }

  private func write(_ value: JSONValue, level: Int, to out: inout [UInt8]) {
    switch value {
    case .object(let members):
      let inOrder =
        order == .asGiven
        ? members : members.sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
      write(inOrder, between: (UInt8(ascii: "{"), UInt8(ascii: "}")), level: level, to: &out) {
        member, out in
        write(member.name, to: &out)
        out.append(UInt8(ascii: ":"))
        if layout == .indented { out.append(0x20) }
        write(member.value, level: level + 1, to: &out)
      }
    case .array(let elements):
      write(elements, between: (UInt8(ascii: "["), UInt8(ascii: "]")), level: level, to: &out) {
        element, out in write(element, level: level + 1, to: &out)
      }
    case .string(let text): write(text, to: &out)
    case .integer(let number): out.append(contentsOf: String(number).utf8)
    case .bool(let flag): out.append(contentsOf: (flag ? "true" : "false").utf8)
    case .null: out.append(contentsOf: "null".utf8)
    }
  }

  private func write<Part>(
    _ parts: [Part], between brackets: (UInt8, UInt8), level: Int, to out: inout [UInt8],
    _ writePart: (Part, inout [UInt8]) -> Void
  ) {
    out.append(brackets.0)
    for (index, part) in parts.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      breakLine(level + 1, &out)
      writePart(part, &out)
    }
    if !parts.isEmpty { breakLine(level, &out) }
    out.append(brackets.1)
  }

  private func breakLine(_ level: Int, _ out: inout [UInt8]) {
    guard layout == .indented else { return }
    out.append(0x0A)
    out.append(contentsOf: repeatElement(0x20, count: 2 * level))
  }

  private func write(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): out.append(contentsOf: [UInt8(ascii: "\\"), byte])
      case 0x08: out.append(contentsOf: "\\b".utf8)
      case 0x09: out.append(contentsOf: "\\t".utf8)
      case 0x0A: out.append(contentsOf: "\\n".utf8)
      case 0x0C: out.append(contentsOf: "\\f".utf8)
      case 0x0D: out.append(contentsOf: "\\r".utf8)
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        out.append(contentsOf: "\\u00".utf8)
        out.append(digits[Int(byte >> 4)])
        out.append(digits[Int(byte & 15)])
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}
