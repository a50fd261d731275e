internal import CLibXML2
internal import Glibc
package import Values

extension XMLTree {
  /// Reads a document as ``XMLDocument`` does, with the same refusals, and also refuses prefixes that are
  /// not bound: what an element of an unknown namespace means cannot be known.
  ///
  /// - Parameters:
  ///   - names: local names whose index is their number in this list.
  ///   - spaces: namespaces likewise.
  /// - Throws: ``XMLError`` with code and line; never a word of the document.
  package init(parsing bytes: [UInt8], limits: Limits, names: [String], spaces: [String]) throws(XMLError) {
    LibXML2.setUp()
    try XMLPrescan.check(bytes.span, limits: limits)
    guard bytes.count <= Int(CInt.max), let context = unsafe xmlNewParserCtxt() else {
      throw XMLError(.memory)
    }
    defer { unsafe xmlFreeParserCtxt(context) }
    var builder = XMLTreeBuilder(limits: limits, byteCount: bytes.count)
    for name in names { unsafe builder.learn(name, context.pointee.dict, space: false) }
    for space in spaces { unsafe builder.learn(space, context.pointee.dict, space: true) }
    unsafe XMLTreeBuilder.install(on: context)
    let options = Int32(
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        | XML_PARSE_BIG_LINES.rawValue)
    unsafe withUnsafeMutablePointer(to: &builder) { pointer in
      unsafe context.pointee._private = UnsafeMutableRawPointer(pointer)
      let document = unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe buffer.withMemoryRebound(to: CChar.self) { text in
          unsafe xmlCtxtReadMemory(context, text.baseAddress, CInt(text.count), nil, nil, options)
        }
      }
      // It holds no node: all went to the builder.
      if let document = unsafe document { unsafe xmlFreeDoc(document) }
      unsafe context.pointee._private = nil
    }
    if let problem = builder.problem { throw problem }
    let code = unsafe Int(context.pointee.lastError.code)
    let line = unsafe Int(context.pointee.lastError.line)
    guard unsafe context.pointee.wellFormed == 1, unsafe context.pointee.nsWellFormed == 1,
      !builder.tree.nodes.isEmpty
    else { throw XMLError(.syntax(code), line: line > 0 ? line : nil) }
    self = builder.tree
  }
}

/// What libxml2's parser calls back. It lives on the stack of the one call that parses.
private struct XMLTreeBuilder {
  var tree = XMLTree()
  var problem: XMLError?
  private let limits: Limits
  private var open: Int32 = -1
  private var depth = 0
  /// The last child of the open element, if it is text that may grow.
  private var growing = -1
  private var nameNumbers = XMLPointerTable()
  private var spaceNumbers = XMLPointerTable()
  /// By their address in the parser's dictionary.
  private var declared: Set<Int> = []

  init(limits: Limits, byteCount: Int) {
    self.limits = limits
    tree.nodes.reserveCapacity(min(byteCount / 24, limits.xmlNodes))
    tree.attributes.reserveCapacity(byteCount / 32)
    tree.text.reserveCapacity(byteCount / 2)
  }

  /// Names live once in the parser's dictionary, so that a name is known by its address.
  mutating func learn(_ word: String, _ dictionary: xmlDictPtr?, space: Bool) {
    unsafe XMLText.withC(word) { raw in
      guard let interned = unsafe xmlDictLookup(dictionary, raw, -1) else { return }
      _ = unsafe space ? spaceNumber(interned) : nameNumber(interned)
    }
  }

  static func install(on context: xmlParserCtxtPtr) {
    // The parser's own context is handed to every callback; the builder hangs on it.
    func install(_ sax: inout xmlSAXHandler) {
      // A DOCTYPE is refused where libxml2 meets it, in whatever encoding (FAULTS.md, trap 14).
      unsafe sax.internalSubset = { context, _, _, _ in
        unsafe XMLTreeBuilder.with(context) { builder, parser in
          unsafe builder.stop(XMLError(.doctype, line: XMLTreeBuilder.line(parser)), parser)
        }
      }
      unsafe sax.startElementNs = { context, name, _, space, declared, spaces, count, _, attributes in
        unsafe XMLTreeBuilder.with(context) { builder, parser in
          unsafe builder.declare(Int(declared), spaces)
          unsafe builder.start(name, space, Int(count), attributes, parser)
        }
      }
      unsafe sax.endElementNs = { context, _, _, _ in
        unsafe XMLTreeBuilder.with(context) { builder, _ in builder.end() }
      }
      unsafe sax.characters = { context, text, count in
        unsafe XMLTreeBuilder.with(context) { builder, parser in
          unsafe builder.characters(text, Int(count), grows: true, parser)
        }
      }
      unsafe sax.ignorableWhitespace = sax.characters
      unsafe sax.cdataBlock = { context, text, count in
        unsafe XMLTreeBuilder.with(context) { builder, parser in
          unsafe builder.characters(text, Int(count), grows: false, parser)
        }
      }
      unsafe sax.comment = { context, text in
        unsafe XMLTreeBuilder.with(context) { builder, parser in
          unsafe builder.leaf(.comment, name: -1, text, parser)
        }
      }
      unsafe sax.processingInstruction = { context, target, text in
        unsafe XMLTreeBuilder.with(context) { builder, parser in
          let name = unsafe builder.nameNumber(target)
          unsafe builder.leaf(.instruction, name: name, text, parser)
        }
      }
    }
    unsafe install(&context.pointee.sax.pointee)
  }

  private static func with(
    _ context: UnsafeMutableRawPointer?, _ body: (inout XMLTreeBuilder, xmlParserCtxtPtr) -> Void
  ) {
    guard let parser = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self),
      let own = unsafe parser.pointee._private?.assumingMemoryBound(to: XMLTreeBuilder.self)
    else { return }
    unsafe body(&own.pointee, parser)
  }

  private static func line(_ parser: xmlParserCtxtPtr) -> Int {
    guard let input = unsafe parser.pointee.input else { return 1 }
    return unsafe max(1, Int(input.pointee.line))
  }

  private mutating func stop(_ error: XMLError, _ parser: xmlParserCtxtPtr) {
    if problem == nil { problem = error }
    unsafe xmlStopParser(parser)
  }

  private mutating func start(
    _ name: UnsafePointer<xmlChar>?, _ space: UnsafePointer<xmlChar>?, _ count: Int,
    _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ parser: xmlParserCtxtPtr
  ) {
    depth += 1
    guard depth <= limits.depth else {
      return unsafe stop(XMLError(.depth, line: Self.line(parser)), parser)
    }
    let first = tree.attributes.count
    if let values = unsafe values {
      for index in 0..<max(0, count) {
        // Five pointers each: local name, prefix, namespace, begin and end of the value.
        let at = index * 5
        guard let begin = unsafe values[at + 3], let end = unsafe values[at + 4] else { continue }
        let start = tree.text.count
        unsafe appendValue(begin, end - begin)
        unsafe tree.attributes.append(
          XMLTree.Attribute(
            name: nameNumber(values[at]), space: spaceNumber(values[at + 2]),
            start: UInt32(truncatingIfNeeded: start),
            count: UInt32(truncatingIfNeeded: tree.text.count - start)
          ))
      }
    }
    let number = Int32(truncatingIfNeeded: tree.nodes.count)
    unsafe add(
      XMLTree.Node(
        kind: .element, name: nameNumber(name), space: spaceNumber(space),
        line: Int32(truncatingIfNeeded: Self.line(parser)), parent: open, end: number + 1,
        start: UInt32(truncatingIfNeeded: first),
        count: UInt32(truncatingIfNeeded: tree.attributes.count - first)), parser)
    open = number
  }

  private mutating func end() {
    growing = -1
    depth -= 1
    let closed = Int(open)
    guard tree.nodes.indices.contains(closed) else { return }
    tree.nodes[closed].end = Int32(truncatingIfNeeded: tree.nodes.count)
    open = tree.nodes[closed].parent
  }

  private mutating func characters(
    _ text: UnsafePointer<xmlChar>?, _ count: Int, grows: Bool, _ parser: xmlParserCtxtPtr
  ) {
    guard let text = unsafe text, count > 0, open >= 0 else { return }
    if grows, growing >= 0 {
      unsafe tree.text.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
      tree.nodes[growing].count &+= UInt32(truncatingIfNeeded: count)
      guard tree.nodes[growing].count <= UInt32(clamping: limits.xmlTextBytes) else {
        return unsafe stop(XMLError(.size, line: Self.line(parser)), parser)
      }
      return
    }
    unsafe addLeaf(.text, name: -1, text, count, parser)
    if grows { growing = tree.nodes.count - 1 }
  }

  private mutating func leaf(
    _ kind: XMLTree.Node.Kind, name: Int32, _ text: UnsafePointer<xmlChar>?, _ parser: xmlParserCtxtPtr
  ) {
    let count =
      unsafe text.map { unsafe strlen(UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)) } ?? 0
    unsafe addLeaf(kind, name: name, text, Int(count), parser)
  }

  private mutating func addLeaf(
    _ kind: XMLTree.Node.Kind, name: Int32, _ text: UnsafePointer<xmlChar>?, _ count: Int,
    _ parser: xmlParserCtxtPtr
  ) {
    let start = tree.text.count
    unsafe tree.text.append(contentsOf: UnsafeBufferPointer(start: text, count: text == nil ? 0 : count))
    unsafe add(
      XMLTree.Node(
        kind: kind, name: name, space: -1, line: Int32(truncatingIfNeeded: Self.line(parser)), parent: open,
        end: Int32(truncatingIfNeeded: tree.nodes.count + 1), start: UInt32(truncatingIfNeeded: start),
        count: UInt32(truncatingIfNeeded: tree.text.count - start)), parser)
  }

  private mutating func add(_ node: XMLTree.Node, _ parser: xmlParserCtxtPtr) {
    growing = -1
    guard tree.nodes.count < min(limits.xmlNodes, Int(Int32.max) - 1), tree.text.count < Int(UInt32.max),
      node.kind == .element || node.count <= UInt32(clamping: limits.xmlTextBytes)
    else {
      let line = unsafe Self.line(parser)
      return unsafe stop(XMLError(tree.nodes.count < limits.xmlNodes ? .size : .nodes, line: line), parser)
    }
    tree.nodes.append(node)
  }

  /// Without NOENT, which stays off (trap 13), libxml2 leaves `&` in a value as `&#38;` for its tree to
  /// expand, and nothing else.
  private mutating func appendValue(_ begin: UnsafePointer<xmlChar>, _ count: Int) {
    guard count > 0 else { return }
    let value = unsafe UnsafeBufferPointer(start: begin, count: count)
    guard unsafe memchr(begin, 0x26, count) != nil else {
      unsafe tree.text.append(contentsOf: value)
      return
    }
    var index = 0
    while index < count {
      let byte = unsafe value[index]
      tree.text.append(byte)
      index += 1
      if byte == UInt8(ascii: "&"), index + 4 <= count, unsafe value[index] == UInt8(ascii: "#"),
        unsafe value[index + 1] == UInt8(ascii: "3"), unsafe value[index + 2] == UInt8(ascii: "8"),
        unsafe value[index + 3] == UInt8(ascii: ";")
      {
        index += 4
      }
    }
  }

  /// Notes the prefixes and namespaces that an element declares, whether anything uses them or not.
  private mutating func declare(_ count: Int, _ pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    guard let pairs = unsafe pairs else { return }
    for index in 0..<max(0, count * 2) {
      guard let text = unsafe pairs[index] else { continue }
      guard declared.insert(Int(bitPattern: text)).inserted else { continue }
      unsafe tree.declared.append(XMLText.string(text))
    }
  }

  private mutating func nameNumber(_ name: UnsafePointer<xmlChar>?) -> Int32 {
    guard let name = unsafe name else { return -1 }
    let address = Int(bitPattern: name)
    if let known = nameNumbers[address] { return known }
    let number = Int32(truncatingIfNeeded: tree.names.count)
    unsafe tree.names.append(XMLText.string(name))
    nameNumbers.insert(address, number)
    return number
  }

  private mutating func spaceNumber(_ space: UnsafePointer<xmlChar>?) -> Int32 {
    guard let space = unsafe space else { return -1 }
    let address = Int(bitPattern: space)
    if let known = spaceNumbers[address] { return known }
    let number = Int32(truncatingIfNeeded: tree.spaces.count)
    unsafe tree.spaces.append(XMLText.string(space))
    spaceNumbers.insert(address, number)
    return number
  }
}
