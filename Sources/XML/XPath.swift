internal import CLibXML2

/// An XPath 1.0 expression (W3C REC-xpath-19991116), evaluated by libxml2 with bound prefixes and a bound on its
/// operations: some expressions need time quadratic in the document (FAULTS.md, trap 16).
@safe package struct XPath: Sendable {
  /// A node that was found.
  package enum Match {
    /// The document itself, `/`.
    case document
    case node(XMLNode)
    case attribute(of: XMLNode, name: String, namespace: String?)
  }

  /// Why there is no result: libxml2's own words quote the expression and go nowhere.
  package struct Failure: Error, Equatable, Sendable {
    package enum Problem: Equatable, Sendable {
      /// libxml2's error code.
      case syntax(Int)
      /// More operations than were allowed.
      case operations
      /// It gives a truth, number or text.
      case noNodes
      case memory
    }
    package let problem: Problem
    /// The byte of the expression, from 1.
    package let column: Int
  }

  package let text: String
  private let prefixes: [(prefix: StaticString, namespace: StaticString)]

  package init(_ text: String, prefixes: [(prefix: StaticString, namespace: StaticString)]) {
    (self.text, self.prefixes) = (text, prefixes)
  }

  /// The nodes that it names, in no order: sorting them can take time quadratic in the document.
  ///
  /// - Parameter operations: how many steps libxml2 may take.
  package func matches(in document: XMLDocument, operations: Int) throws(Failure) -> [Match] {
    guard let context = unsafe xmlXPathNewContext(document.pointer) else {
      throw Failure(problem: .memory, column: 1)
    }
    defer { unsafe xmlXPathFreeContext(context) }
    // Its errors are read from the context; no handler is told their words.
    unsafe context.pointee.error = { _, _ in }
    unsafe context.pointee.opLimit = UInt(max(1, operations))
    for (prefix, namespace) in prefixes {
      guard unsafe xmlXPathRegisterNs(context, prefix.utf8Start, namespace.utf8Start) == 0 else {
        throw Failure(problem: .memory, column: 1)
      }
    }
    var result: xmlXPathObjectPtr?
    unsafe XMLText.withC(text) { raw in
      guard let compiled = unsafe xmlXPathCtxtCompile(context, raw) else { return }
      unsafe result = xmlXPathCompiledEval(compiled, context)
      unsafe xmlXPathFreeCompExpr(compiled)
    }
    guard let found = unsafe result else { throw unsafe failure(context) }
    defer { unsafe xmlXPathFreeObject(found) }
    guard unsafe found.pointee.type == XPATH_NODESET else { throw Failure(problem: .noNodes, column: 1) }
    return unsafe nodes(found, document)
  }

  private func failure(_ context: xmlXPathContextPtr) -> Failure {
    let code = unsafe Int(context.pointee.lastError.code)
    let column = unsafe Int(context.pointee.lastError.int1) + 1
    let limit = Int(XML_XPATH_EXPRESSION_OK.rawValue) + Int(XPATH_OP_LIMIT_EXCEEDED.rawValue)
    let isLimit = unsafe code == limit || context.pointee.opCount >= context.pointee.opLimit
    return Failure(
      problem: isLimit ? .operations : .syntax(code), column: min(max(1, column), text.utf8.count + 1))
  }

  private func nodes(_ found: xmlXPathObjectPtr, _ document: XMLDocument) -> [Match] {
    guard let set = unsafe found.pointee.nodesetval else { return [] }
    var matches: [Match] = []
    for index in unsafe 0..<Int(max(0, set.pointee.nodeNr)) {
      guard let node = unsafe set.pointee.nodeTab[index] else { continue }
      switch unsafe node.pointee.type {
      case XML_DOCUMENT_NODE: matches.append(.document)
      case XML_ATTRIBUTE_NODE:
        guard let owner = unsafe node.pointee.parent else { continue }
        // An attribute begins like a node, and has its namespace where the tree's own reader looks for it.
        let attribute = unsafe UnsafeMutableRawPointer(node).assumingMemoryBound(to: xmlAttr.self)
        let space = unsafe attribute.pointee.ns?.pointee.href
        unsafe matches.append(
          .attribute(
            of: XMLNode(document: document, pointer: owner), name: XMLText.string(attribute.pointee.name),
            namespace: space.map { unsafe XMLText.string($0) }))
      case XML_NAMESPACE_DECL: continue
      default: unsafe matches.append(.node(XMLNode(document: document, pointer: node)))
      }
    }
    return matches
  }
}
