/// What a predicate of an XPath says that can never be true: a place before the first, an attribute that is two
/// things at once, a comparison of two different literals.
struct CDAPredicate {
  private let bytes: ArraySlice<UInt8>

  /// What stands between `[` and its `]`; nil where brackets stand in it, or paths are joined.
  init?(from start: Int, in bytes: [UInt8]) {
    var end = start
    var quote: UInt8?
    while end < bytes.count {
      let byte = bytes[end]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "|") {
        return nil
      } else if byte == UInt8(ascii: "]") {
        break
      }
      end += 1
    }
    guard end < bytes.count else { return nil }
    self.bytes = bytes[start..<end]
  }

  /// What is said of attributes, by name: `@root = 'x'`.
  private(set) var stated: [String: String] = [:]

  /// - Parameter known: what predicates before it on the same step say.
  mutating func check(_ known: [String: String], column: Int) throws(SelectorProblem) {
    stated = known
    // Within a function what is said may be denied again.
    let parts = bytes.contains(UInt8(ascii: "(")) ? [bytes] : Self.split(bytes, at: " and ")
    for part in parts {
      let words = Self.trimmed(part)
      let sides = Self.split(words, at: "=").map(Self.trimmed)
      if words.elementsEqual("0".utf8)
        || sides.count == 2 && sides[0].filter({ $0 != 0x20 }).elementsEqual("position()".utf8)
          && sides[1].elementsEqual("0".utf8)
      {
        throw SelectorProblem(column, "places count from 1, so that this cannot match")
      }
      guard sides.count == 2, let value = Self.literal(sides[1]) else { continue }
      if let other = Self.literal(sides[0]), other != value {
        throw SelectorProblem(column, "two different values are never equal, so that this cannot match")
      }
      guard sides[0].first == UInt8(ascii: "@"), sides[0].dropFirst().allSatisfy(Self.isName) else {
        continue
      }
      let name = String(decoding: sides[0].dropFirst(), as: UTF8.self)
      if let other = stated[name], other != value {
        throw SelectorProblem(column, "@\(name) cannot be equal to two values, so that this cannot match")
      }
      stated[name] = value
    }
  }

  /// Parts at a text outside of quotes; the whole where `or` stands in it, as then nothing is sure.
  private static func split(_ bytes: ArraySlice<UInt8>, at text: StaticString) -> [ArraySlice<UInt8>] {
    let sign = Array(text.description.utf8)
    var parts: [ArraySlice<UInt8>] = []
    var (start, at) = (bytes.startIndex, bytes.startIndex)
    var quote: UInt8?
    while at < bytes.endIndex {
      if let open = quote {
        if bytes[at] == open { quote = nil }
      } else if bytes[at] == UInt8(ascii: "'") || bytes[at] == UInt8(ascii: "\"") {
        quote = bytes[at]
      } else if bytes[at...].starts(with: " or ".utf8) {
        return [bytes]
      } else if bytes[at...].starts(with: sign) {
        parts.append(bytes[start..<at])
        at += sign.count
        start = at
        continue
      }
      at += 1
    }
    return parts + [bytes[start...]]
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop { $0 == 0x20 }
    while bytes.last == 0x20 { bytes = bytes.dropLast() }
    return bytes
  }

  /// A quoted text with its quotes' inside, or a whole number.
  private static func literal(_ bytes: ArraySlice<UInt8>) -> String? {
    if let quote = bytes.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\""), bytes.count >= 2,
      bytes.dropFirst().firstIndex(of: quote) == bytes.indices.last
    {
      return "'" + String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
    }
    let isNumber = !bytes.isEmpty && bytes.count < 10 && bytes.allSatisfy { (0x30...0x39).contains($0) }
    return isNumber ? Int(String(decoding: bytes, as: UTF8.self)).map { "\($0)" } : nil
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
  }
}
