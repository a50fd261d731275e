/// Goes through the bytes of a well-formed document in UTF-8, once, and notes every node as ``XMLTree`` has it.
///
/// Each step ends behind what it read, and is false where the scanner does not know better.
struct XMLScanner {
  /// Of a node, among the bytes.
  struct Place: Sendable {
    var start: UInt32
    var end: UInt32
  }

  private(set) var places: [Place] = []
  private var tree = XMLTree()
  /// What could not stay as it stands; it comes after the bytes.
  private var decoded: [UInt8] = []
  private let byteCount: Int
  private var names: XMLNameTable
  private var at = 0
  private var open: Int32 = -1

  init(byteCount: Int, names: [String], spaces: [String]) {
    self.byteCount = byteCount
    self.names = XMLNameTable(names: names, spaces: spaces)
    tree.nodes.reserveCapacity(byteCount / 32)
    places.reserveCapacity(byteCount / 32)
    tree.attributes.reserveCapacity(byteCount / 32)
  }

  /// Where the document begins after a mark and its declaration; nil where that says another encoding than
  /// UTF-8 or a part of it.
  static func start(of bytes: Span<UInt8>) -> Int? {
    var at = 0
    if stands("\u{FEFF}", at: 0, in: bytes) { at = 3 }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "<") || bytes[at].isSpaceOfXML else { return nil }
    guard stands("<?xml", at: at, in: bytes), at + 5 < bytes.count, bytes[at + 5].isSpaceOfXML else {
      return at
    }
    guard let end = end(of: "?>", from: at, in: bytes), end - at < 400 else { return nil }
    guard var key = (at..<end).first(where: { stands("encoding", at: $0, in: bytes) }) else { return end }
    while key < end, bytes[key] != UInt8(ascii: "\""), bytes[key] != UInt8(ascii: "'") { key += 1 }
    var name: [UInt8] = []
    while key + 1 < end, name.count < 10, bytes[key + 1] > 0x27 {
      key += 1
      name.append(bytes[key] | 0x20)
    }
    return name == Array("utf-8".utf8) || name == Array("us-ascii".utf8) ? end : nil
  }

  mutating func scan(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    at = start
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else {
        guard readText(bytes) else { return false }
        continue
      }
      guard at + 1 < bytes.count else { return false }
      let isRead =
        switch bytes[at + 1] {
        case UInt8(ascii: "/"): readEndTag(bytes)
        case UInt8(ascii: "!"): readQuietPart(bytes)
        case UInt8(ascii: "?"): readInstruction(bytes)
        default: readStartTag(bytes)
        }
      guard isRead else { return false }
    }
    return open < 0 && byteCount + decoded.count < Int(Int32.max)
  }

  consuming func finish(_ bytes: [UInt8]) -> XMLTree {
    var tree = tree
    tree.text = decoded.isEmpty ? bytes : bytes + decoded
    (tree.names, tree.spaces, tree.declared) = (names.names, names.spaces, names.declared)
    return tree
  }

  // MARK: Texts

  private mutating func readText(_ bytes: Span<UInt8>) -> Bool {
    let start = at
    var isPlain = true
    while at < bytes.count {
      let byte = bytes[at]
      if byte <= UInt8(ascii: "<") {
        if byte == UInt8(ascii: "<") { break }
        if byte == UInt8(ascii: "&") || byte == 0x0D { isPlain = false }
      }
      at &+= 1
    }
    // Beside the outermost element is nothing but white space, which is no node.
    guard open >= 0 else { return true }
    return add(.text, name: -1, start..<at, said: start..<at, isPlain ? nil : .text, bytes)
  }

  /// A comment or CDATA.
  private mutating func readQuietPart(_ bytes: Span<UInt8>) -> Bool {
    let start = at
    let isComment = Self.stands("<!--", at: at, in: bytes)
    guard isComment || (open >= 0 && Self.stands("<![CDATA[", at: at, in: bytes)) else { return false }
    let said = at + (isComment ? 4 : 9)
    guard let end = Self.end(of: isComment ? "-->" : "]]>", from: said, in: bytes) else { return false }
    at = end
    // libxml2's readers differ about an empty CDATA section.
    guard isComment || said < end - 3 else { return false }
    return add(isComment ? .comment : .text, name: -1, start..<end, said: said..<end - 3, .verbatim, bytes)
  }

  private mutating func readInstruction(_ bytes: Span<UInt8>) -> Bool {
    let start = at
    at += 2
    guard let target = names.read(bytes, &at), names.prefix(of: target) == XMLNameTable.noPrefix,
      let end = Self.end(of: "?>", from: at, in: bytes)
    else { return false }
    while at < end - 2, bytes[at].isSpaceOfXML { at += 1 }
    let said = at..<end - 2
    at = end
    return add(.instruction, name: names.local(of: target), start..<end, said: said, .verbatim, bytes)
  }

  /// - Parameter form: nil for what says what it is.
  private mutating func add(
    _ kind: XMLTree.Node.Kind, name: Int32, _ place: Range<Int>, said: Range<Int>, _ form: XMLRawText?,
    _ bytes: Span<UInt8>
  ) -> Bool {
    guard let range = decode(said, form, bytes) else { return false }
    tree.nodes.append(
      XMLTree.Node(
        kind: kind, name: name, space: -1, line: 0, parent: open,
        end: Int32(truncatingIfNeeded: tree.nodes.count + 1),
        start: UInt32(truncatingIfNeeded: range.lowerBound), count: UInt32(truncatingIfNeeded: range.count)))
    places.append(
      Place(
        start: UInt32(truncatingIfNeeded: place.lowerBound), end: UInt32(truncatingIfNeeded: place.upperBound)
      ))
    return true
  }

  /// Where what these bytes say stands in the tree's text.
  private mutating func decode(_ said: Range<Int>, _ form: XMLRawText?, _ bytes: Span<UInt8>) -> Range<Int>? {
    guard let form else { return said }
    let start = byteCount + decoded.count
    guard form.append(said, of: bytes, to: &decoded) else { return nil }
    return start..<byteCount + decoded.count
  }

  // MARK: Tags

  private mutating func readStartTag(_ bytes: Span<UInt8>) -> Bool {
    let start = at
    let number = Int32(truncatingIfNeeded: tree.nodes.count)
    let first = tree.attributes.count
    at += 1
    guard let name = names.read(bytes, &at) else { return false }
    var hasPrefixes = false
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
      if byte.isSpaceOfXML {
        at &+= 1
      } else if !readAttribute(bytes, of: number, &hasPrefixes) {
        return false
      }
    }
    if hasPrefixes {
      for index in first..<tree.attributes.count {
        guard let space = names.space(ofPrefix: tree.attributes[index].space) else { return false }
        tree.attributes[index].space = space
      }
    }
    guard at < bytes.count, let space = names.space(ofPrefix: names.prefix(of: name)) else { return false }
    tree.nodes.append(
      XMLTree.Node(
        kind: .element, name: names.local(of: name), space: space, line: 0, parent: open, end: number + 1,
        start: UInt32(truncatingIfNeeded: first),
        count: UInt32(truncatingIfNeeded: tree.attributes.count - first)))
    places.append(Place(start: UInt32(truncatingIfNeeded: start), end: 0))
    open = number
    guard bytes[at] == UInt8(ascii: "/") else {
      at += 1
      return true
    }
    guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: ">") else { return false }
    at += 2
    close()
    return true
  }

  private mutating func readAttribute(
    _ bytes: Span<UInt8>, of element: Int32, _ hasPrefixes: inout Bool
  ) -> Bool {
    guard let name = names.read(bytes, &at) else { return false }
    while at < bytes.count, bytes[at].isSpaceOfXML || bytes[at] == UInt8(ascii: "=") { at &+= 1 }
    guard at < bytes.count else { return false }
    let quote = bytes[at]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return false }
    at += 1
    let start = at
    var isPlain = true
    while at < bytes.count {
      let byte = bytes[at]
      if byte <= UInt8(ascii: "'") {
        if byte == quote { break }
        if byte == UInt8(ascii: "&") || byte < 0x20 { isPlain = false }
      }
      at &+= 1
    }
    guard at < bytes.count else { return false }
    let said = start..<at
    at += 1
    if let prefix = names.declared(by: name) {
      guard isPlain, !said.isEmpty else { return false }
      return names.bind(prefix, to: said, of: bytes, within: element)
    }
    guard let range = decode(said, isPlain ? nil : .value, bytes) else { return false }
    let prefix = names.prefix(of: name)
    if prefix != XMLNameTable.noPrefix { hasPrefixes = true }
    tree.attributes.append(
      XMLTree.Attribute(
        name: names.local(of: name), space: prefix == XMLNameTable.noPrefix ? -1 : prefix,
        start: UInt32(truncatingIfNeeded: range.lowerBound), count: UInt32(truncatingIfNeeded: range.count)))
    return true
  }

  private mutating func readEndTag(_ bytes: Span<UInt8>) -> Bool {
    guard open >= 0 else { return false }
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") { at &+= 1 }
    guard at < bytes.count else { return false }
    at += 1
    close()
    return true
  }

  private mutating func close() {
    let closed = Int(open)
    tree.nodes[closed].end = Int32(truncatingIfNeeded: tree.nodes.count)
    places[closed].end = UInt32(truncatingIfNeeded: at)
    names.leave(open)
    open = tree.nodes[closed].parent
  }

  // MARK: Words

  private static func stands(_ word: StaticString, at start: Int, in bytes: Span<UInt8>) -> Bool {
    let count = word.utf8CodeUnitCount
    guard start + count <= bytes.count else { return false }
    for offset in 0..<count where unsafe bytes[start + offset] != word.utf8Start[offset] { return false }
    return true
  }

  /// Behind the next such word.
  private static func end(of word: StaticString, from start: Int, in bytes: Span<UInt8>) -> Int? {
    let last = unsafe word.utf8Start[word.utf8CodeUnitCount - 1]
    var at = start + word.utf8CodeUnitCount - 1
    while at < bytes.count {
      if bytes[at] == last, stands(word, at: at + 1 - word.utf8CodeUnitCount, in: bytes) { return at + 1 }
      at &+= 1
    }
    return nil
  }
}
