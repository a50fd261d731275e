/// Where the parts of an element's tags stand among the bytes of a well-formed document.
package struct XMLTag {
  package struct Attribute {
    /// With the white space before it.
    package var whole: Range<Int>
    /// Without its quotes.
    package var value: Range<Int>
  }

  /// The element's name, with its prefix.
  package let name: Range<Int>
  /// Its prefix with the colon; empty for none.
  package let prefix: Range<Int>
  /// Those that are attributes in a tree, in its order: declarations of namespaces are none.
  package private(set) var attributes: [Attribute] = []
  /// Where one more attribute may be written.
  package private(set) var attributesEnd: Int
  /// Behind the element's last tag.
  package let end: Int
  /// What stands between the tags; nil for an element of one tag.
  package let content: Range<Int>?

  /// - Returns: nil where the bytes are not those of an element.
  init?(_ bytes: Span<UInt8>, _ element: Range<Int>) {
    var at = element.lowerBound + 1
    let end = element.upperBound
    self.end = end
    guard end <= bytes.count, at < end, bytes[at - 1] == UInt8(ascii: "<") else { return nil }
    while at < end, !Self.endsName(bytes[at]) { at += 1 }
    name = element.lowerBound + 1..<at
    let colon = name.first { bytes[$0] == UInt8(ascii: ":") }
    prefix = name.lowerBound..<(colon.map { $0 + 1 } ?? name.lowerBound)
    attributesEnd = at
    while true {
      let start = at
      while at < end, bytes[at].isSpaceOfXML { at += 1 }
      guard at < end else { return nil }
      if bytes[at] == UInt8(ascii: ">") || bytes[at] == UInt8(ascii: "/") { break }
      let name = at
      while at < end, !Self.endsName(bytes[at]) { at += 1 }
      let isDeclaration = Self.isDeclaration(bytes, name..<at)
      while at < end, bytes[at].isSpaceOfXML || bytes[at] == UInt8(ascii: "=") { at += 1 }
      guard at < end, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else { return nil }
      let quote = bytes[at]
      let value = at + 1
      at = value
      while at < end, bytes[at] != quote { at += 1 }
      guard at < end else { return nil }
      if !isDeclaration { attributes.append(Attribute(whole: start..<at + 1, value: value..<at)) }
      at += 1
      attributesEnd = at
    }
    guard bytes[at] == UInt8(ascii: ">") else {
      guard at + 2 == end, bytes[at + 1] == UInt8(ascii: ">") else { return nil }
      content = nil
      return
    }
    var last = end - 1
    while last > at, bytes[last] != UInt8(ascii: "<") { last -= 1 }
    guard last > at, bytes[last + 1] == UInt8(ascii: "/") else { return nil }
    content = at + 1..<last
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte.isSpaceOfXML || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
  }

  private static func isDeclaration(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
    let wanted: StaticString = "xmlns"
    guard name.count >= 5, zip(wanted.description.utf8, name).allSatisfy({ bytes[$1] == $0 }) else {
      return false
    }
    return name.count == 5 || bytes[name.lowerBound + 5] == UInt8(ascii: ":")
  }
}

extension UInt8 {
  /// XML 1.0 §2.3, S.
  var isSpaceOfXML: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
}
