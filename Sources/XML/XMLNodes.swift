internal import CLibXML2

/// Nodes of one document, which they keep alive together: a large one has millions, and each ``XMLNode`` would
/// count a reference to it.
@safe package struct XMLNodes: RandomAccessCollection {
  private let document: XMLDocument
  private let pointers: [xmlNodePtr]

  init(document: XMLDocument, pointers: [xmlNodePtr]) {
    self.document = document
    unsafe self.pointers = pointers
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { unsafe pointers.count }
  package subscript(index: Int) -> XMLNode { unsafe XMLNode(document: document, pointer: pointers[index]) }
}
