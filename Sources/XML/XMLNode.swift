internal import CLibXML2
internal import Glibc

/// A node of a document: element, text, comment or processing instruction. Cheap to copy.
@safe package struct XMLNode {
  package enum Kind: Sendable { case element, text, comment, instruction, other }

  package let document: XMLDocument
  let pointer: xmlNodePtr

  init(document: XMLDocument, pointer: xmlNodePtr) {
    self.document = document
    unsafe self.pointer = pointer
  }

  package var kind: Kind {
    switch unsafe pointer.pointee.type {
    case XML_ELEMENT_NODE: .element
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: .text
    case XML_COMMENT_NODE: .comment
    case XML_PI_NODE: .instruction
    default: .other
    }
  }

  /// The same node, for sets and dictionaries while the document lives.
  package var identity: Int { unsafe Int(bitPattern: pointer) }

  /// Local name.
  package var name: String { unsafe XMLText.string(pointer.pointee.name) }

  /// Whether this is an element of that local name, without making a String.
  package func isElement(_ name: StaticString) -> Bool {
    guard unsafe pointer.pointee.type == XML_ELEMENT_NODE, let own = unsafe pointer.pointee.name else {
      return false
    }
    return unsafe xmlStrcmp(own, name.utf8Start) == 0
  }

  package var namespace: String? {
    guard let space = unsafe pointer.pointee.ns, let href = unsafe space.pointee.href else { return nil }
    return unsafe XMLText.string(href)
  }

  package var line: Int { unsafe Int(xmlGetLineNo(pointer)) }

  package var parent: XMLNode? {
    guard let parent = unsafe pointer.pointee.parent, unsafe parent.pointee.type == XML_ELEMENT_NODE else {
      return nil
    }
    return unsafe XMLNode(document: document, pointer: parent)
  }

  package var firstChild: XMLNode? {
    guard unsafe pointer.pointee.type == XML_ELEMENT_NODE, let child = unsafe pointer.pointee.children else {
      return nil
    }
    return unsafe XMLNode(document: document, pointer: child)
  }

  package var nextSibling: XMLNode? {
    guard let next = unsafe pointer.pointee.next else { return nil }
    return unsafe XMLNode(document: document, pointer: next)
  }

  package var children: [XMLNode] {
    var nodes: [XMLNode] = []
    var next = firstChild
    while let node = next {
      nodes.append(node)
      next = node.nextSibling
    }
    return nodes
  }

  package var elements: [XMLNode] { children.filter { $0.kind == .element } }

  package func elements(_ name: StaticString) -> [XMLNode] { children.filter { $0.isElement(name) } }

  package func first(_ name: StaticString) -> XMLNode? {
    var next = firstChild
    while let node = next {
      if node.isElement(name) { return node }
      next = node.nextSibling
    }
    return nil
  }

  /// All attributes: local name, namespace, value.
  package var attributes: [(name: String, namespace: String?, value: String)] {
    guard unsafe pointer.pointee.type == XML_ELEMENT_NODE else { return [] }
    var all: [(String, String?, String)] = []
    var next = unsafe pointer.pointee.properties
    while let attribute = unsafe next {
      let value = unsafe xmlNodeListGetString(document.pointer, attribute.pointee.children, 1)
      let space = unsafe attribute.pointee.ns?.pointee.href
      unsafe all.append(
        (
          XMLText.string(attribute.pointee.name), space.map { unsafe XMLText.string($0) },
          value.map { unsafe XMLText.string($0) } ?? ""
        ))
      if let value = unsafe value { unsafe XMLText.free(value) }
      unsafe next = attribute.pointee.next
    }
    return all
  }

  /// The text of this node and all within it.
  package var text: String {
    guard let text = unsafe xmlNodeGetContent(pointer) else { return "" }
    defer { unsafe XMLText.free(text) }
    return unsafe XMLText.string(text)
  }

  /// Takes the node out of the tree.
  package func remove() { unsafe document.unlink(pointer) }

  package func setAttribute(_ name: StaticString, _ value: StaticString) {
    _ = unsafe xmlSetProp(pointer, name.utf8Start, value.utf8Start)
  }

  /// Changes the value of an attribute that is there; namespaced ones by their namespace.
  package func replaceAttribute(_ name: String, namespace: String?, with value: String) {
    var next = unsafe pointer.pointee.properties
    while let attribute = unsafe next {
      let space = unsafe attribute.pointee.ns?.pointee.href.map { unsafe XMLText.string($0) }
      if unsafe XMLText.string(attribute.pointee.name) == name, space == namespace {
        unsafe XMLText.withC(value) { text in
          if let space = unsafe attribute.pointee.ns {
            _ = unsafe xmlSetNsProp(pointer, space, attribute.pointee.name, text)
          } else {
            _ = unsafe xmlSetProp(pointer, attribute.pointee.name, text)
          }
        }
        return
      }
      unsafe next = attribute.pointee.next
    }
  }

  /// Takes an attribute away, if it is there; namespaced ones by their namespace.
  package func removeAttribute(_ name: String, namespace: String?) {
    guard unsafe pointer.pointee.type == XML_ELEMENT_NODE else { return }
    var next = unsafe pointer.pointee.properties
    while let attribute = unsafe next {
      let space = unsafe attribute.pointee.ns?.pointee.href.map { unsafe XMLText.string($0) }
      if unsafe XMLText.string(attribute.pointee.name) == name, space == namespace {
        _ = unsafe xmlRemoveProp(attribute)
        return
      }
      unsafe next = attribute.pointee.next
    }
  }

  /// Replaces the text of a text node.
  package func setText(_ text: String) {
    unsafe XMLText.withC(text) { raw in unsafe xmlNodeSetContent(pointer, raw) }
    guard kind == .element || kind == .text else { return }
  }

  /// Adds an element of this one's namespace and prefix.
  ///
  /// - Parameter next: the child before which it stands; nil for the end.
  /// - Returns: nil when there is no memory for it.
  package func addElement(_ name: StaticString, before next: XMLNode? = nil) -> XMLNode? {
    guard kind == .element,
      let node = unsafe xmlNewDocNode(document.pointer, pointer.pointee.ns, name.utf8Start, nil)
    else { return nil }
    let isAdded =
      if let next { unsafe xmlAddPrevSibling(next.pointer, node) != nil } else {
        unsafe xmlAddChild(pointer, node) != nil
      }
    guard isAdded else {
      unsafe xmlFreeNode(node)
      return nil
    }
    return unsafe XMLNode(document: document, pointer: node)
  }

  /// Removes all within, then sets this text.
  package func replaceContent(with text: String) {
    for child in children { child.remove() }
    guard !text.isEmpty else { return }
    unsafe XMLText.withC(text) { raw in
      if let node = unsafe xmlNewDocText(document.pointer, raw) { _ = unsafe xmlAddChild(pointer, node) }
    }
  }
}

/// Between libxml2's strings and ours.
enum XMLText {
  static func string(_ text: UnsafePointer<xmlChar>?) -> String {
    guard let text = unsafe text else { return "" }
    return unsafe String(cString: text)
  }

  /// Gives back what libxml2 allocated. `xmlFree` is a global variable to Swift; the function behind it,
  /// without a custom allocator, is `free`.
  static func free(_ text: UnsafeMutablePointer<xmlChar>) { unsafe Glibc.free(text) }

  /// A NUL cannot stand in XML: what holds one is cut there, as libxml2 would.
  static func withC(_ text: String, _ body: (UnsafePointer<xmlChar>) -> Void) {
    let bytes = Array(text.utf8) + [0]
    unsafe bytes.withUnsafeBufferPointer { buffer in
      if let start = buffer.baseAddress { unsafe body(start) }
    }
  }
}
