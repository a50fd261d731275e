internal import CLibXML2
package import Values

/// A parsed document. Nodes point into it and keep it alive; what is removed from the tree is freed with
/// the document and not before, so that no node can dangle.
///
/// Parsing asks the least of libxml2: no network, no DTD, no entities, no XInclude, its own size limits on.
@safe package final class XMLDocument {
  let pointer: xmlDocPtr
  private var removed: [xmlNodePtr] = unsafe []

  /// - Throws: ``XMLError`` with code and line; never a word of the document.
  package init(parsing bytes: [UInt8], limits: Limits = .standard) throws(XMLError) {
    LibXML2.setUp()
    try XMLPrescan.check(bytes.span, limits: limits)
    guard bytes.count <= Int(CInt.max), let context = unsafe xmlNewParserCtxt() else {
      throw XMLError(.memory)
    }
    defer { unsafe xmlFreeParserCtxt(context) }
    // A DOCTYPE is refused where libxml2 meets it, in whatever encoding (trap 14).
    unsafe context.pointee.sax.pointee.internalSubset = { context, _, _, _ in
      guard let parser = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self) else { return }
      unsafe parser.pointee._private = UnsafeMutableRawPointer(bitPattern: 1)
      unsafe xmlStopParser(parser)
    }
    let options = Int32(
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        | XML_PARSE_COMPACT.rawValue | XML_PARSE_BIG_LINES.rawValue)
    let document = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { text in
        unsafe xmlCtxtReadMemory(context, text.baseAddress, CInt(text.count), nil, nil, options)
      }
    }
    let sawDoctype = unsafe context.pointee._private != nil
    let code = unsafe context.pointee.lastError.code
    let line = unsafe Int(context.pointee.lastError.line)
    guard let document = unsafe document else {
      throw sawDoctype ? XMLError(.doctype) : XMLError(.syntax(Int(code)), line: line > 0 ? line : nil)
    }
    guard !sawDoctype, unsafe context.pointee.wellFormed == 1, unsafe xmlGetIntSubset(document) == nil else {
      unsafe xmlFreeDoc(document)
      throw sawDoctype ? XMLError(.doctype) : XMLError(.syntax(Int(code)), line: line > 0 ? line : nil)
    }
    unsafe pointer = document
    try checkSize(limits)
  }

  deinit {
    unsafe removed.forEach { unsafe xmlFreeNode($0) }
    unsafe xmlFreeDoc(pointer)
  }

  /// The outermost element.
  package var root: XMLNode? {
    guard let node = unsafe xmlDocGetRootElement(pointer) else { return nil }
    return unsafe XMLNode(document: self, pointer: node)
  }

  /// Every node in document order, numbered as in ``XMLTree``.
  package var nodesInOrder: XMLNodes {
    var all: [xmlNodePtr] = unsafe []
    var next = unsafe pointer.pointee.children
    while let node = unsafe next {
      unsafe all.append(node)
      if unsafe node.pointee.type == XML_ELEMENT_NODE, let child = unsafe node.pointee.children {
        unsafe next = child
        continue
      }
      var at: xmlNodePtr? = unsafe node
      while let current = unsafe at, unsafe current.pointee.next == nil {
        let parent = unsafe current.pointee.parent
        unsafe at = parent?.pointee.type == XML_ELEMENT_NODE ? parent : nil
      }
      unsafe next = at?.pointee.next
    }
    return unsafe XMLNodes(document: self, pointers: all)
  }

  /// Once; a node that is out of the tree already has no parent.
  func unlink(_ node: xmlNodePtr) {
    guard unsafe node.pointee.parent != nil else { return }
    unsafe xmlUnlinkNode(node)
    unsafe removed.append(node)
  }

  /// The document in UTF-8 with its declaration.
  package func serialized() throws(XMLError) -> [UInt8] {
    var text: UnsafeMutablePointer<xmlChar>?
    var count: CInt = 0
    unsafe xmlDocDumpMemoryEnc(pointer, &text, &count, "UTF-8")
    guard let text = unsafe text else { throw XMLError(.memory) }
    defer { unsafe XMLText.free(text) }
    return unsafe Array(UnsafeBufferPointer(start: text, count: Int(count)))
  }

  /// Canonical XML 1.0 without comments (W3C REC-xml-c14n-20010315): equal for documents that say the same.
  package func canonical() throws(XMLError) -> [UInt8] {
    var text: UnsafeMutablePointer<xmlChar>?
    let count = unsafe xmlC14NDocDumpMemory(pointer, nil, CInt(XML_C14N_1_0.rawValue), nil, 0, &text)
    guard count >= 0, let text = unsafe text else { throw XMLError(.memory) }
    defer { unsafe XMLText.free(text) }
    return unsafe Array(UnsafeBufferPointer(start: text, count: Int(count)))
  }

  /// Walks the tree without recursion and bounds its depth and number of nodes.
  private func checkSize(_ limits: Limits) throws(XMLError) {
    var depth = 1
    var count = 0
    var next = unsafe xmlDocGetRootElement(pointer)
    while let node = unsafe next {
      count += 1
      guard depth <= limits.depth else { throw XMLError(.depth, line: unsafe Int(xmlGetLineNo(node))) }
      guard count <= limits.xmlNodes else { throw XMLError(.nodes) }
      if let child = unsafe node.pointee.children, unsafe node.pointee.type == XML_ELEMENT_NODE {
        depth += 1
        unsafe next = child
        continue
      }
      var at: xmlNodePtr? = unsafe node
      while let current = unsafe at, unsafe current.pointee.next == nil {
        unsafe at = current.pointee.parent
        depth -= 1
        if depth == 0 { return }
      }
      unsafe next = at?.pointee.next
    }
  }
}

/// libxml2's global state, set once before its first use: it is not thread-safe in doing so itself.
enum LibXML2 {
  private static let ready: Bool = {
    xmlInitParser()
    // Its words quote the document: they go nowhere.
    unsafe xmlSetStructuredErrorFunc(nil) { _, _ in }
    return true
  }()
  static func setUp() { _ = ready }
}
