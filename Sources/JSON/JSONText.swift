extension JSONDocument {
  /// The text of a string as UTF-8, escapes undone; nil for other values.
  package func text(_ node: Int) -> [UInt8]? {
    guard kind(node) == .string else { return nil }
    return decoded(content(node), isEscaped: isEscaped(node))
  }

  /// The text of a string; nil for other values.
  package func string(_ node: Int) -> String? {
    text(node).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The text of a member's name as UTF-8, escapes undone; nil for what is not a member.
  package func keyText(_ node: Int) -> [UInt8]? {
    key(node).map { decoded($0, isEscaped: keyIsEscaped(node)) }
  }

  /// Appends the text of a string, escapes undone; nothing for other values.
  package func appendText(_ node: Int, to out: inout [UInt8]) {
    guard kind(node) == .string else { return }
    append(content(node), isEscaped: isEscaped(node), to: &out)
  }

  /// Whether a value is a string with this text, by bytes.
  package func isString(_ node: Int, _ text: String) -> Bool {
    kind(node) == .string && matches(content(node), isEscaped: isEscaped(node), text)
  }

  /// Whether a member has this name, by bytes, escapes undone.
  package func isNamed(_ node: Int, _ name: String) -> Bool {
    guard let key = key(node) else { return false }
    return matches(key, isEscaped: keyIsEscaped(node), name)
  }

  /// The first member of that name; nil when there is none or the value is no object.
  package func member(_ object: Int, _ name: String) -> Int? {
    guard kind(object) == .object else { return nil }
    var child = object + 1
    let end = subtreeEnd(object)
    while child < end {
      if isNamed(child, name) { return child }
      child = subtreeEnd(child)
    }
    return nil
  }

  private func matches(_ range: Range<Int>, isEscaped: Bool, _ text: String) -> Bool {
    let (bytes, wanted) = (bytes.span, text.utf8.span)
    if isEscaped {
      var cursor = JSONCursor(range)
      for index in wanted.indices {
        guard cursor.next(in: bytes) == wanted[index] else { return false }
      }
      return cursor.next(in: bytes) == nil
    }
    guard range.count == wanted.count else { return false }
    for index in wanted.indices {
      guard bytes[range.lowerBound &+ index] == wanted[index] else { return false }
    }
    return true
  }

  private func decoded(_ range: Range<Int>, isEscaped: Bool) -> [UInt8] {
    guard isEscaped else { return Array(bytes[range]) }
    var out: [UInt8] = []
    append(range, isEscaped: isEscaped, to: &out)
    return out
  }

  private func append(_ range: Range<Int>, isEscaped: Bool, to out: inout [UInt8]) {
    guard isEscaped else {
      out.append(contentsOf: bytes[range])
      return
    }
    let span = bytes.span
    var at = range.lowerBound
    while at < range.upperBound {
      // What stands between escapes is taken as a whole.
      var end = at
      while end < range.upperBound, span[end] != UInt8(ascii: "\\") { end &+= 1 }
      if end > at { out.append(contentsOf: bytes[at..<end]) }
      var cursor = JSONCursor(end..<range.upperBound)
      repeat {
        guard let byte = cursor.next(in: span) else { return }
        out.append(byte)
      } while !cursor.isBetweenCharacters
      at = cursor.offset
    }
  }
}
