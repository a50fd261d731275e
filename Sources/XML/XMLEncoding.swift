internal import CLibXML2

extension XMLDocument {
  /// The encoding that the document's declaration names, or its first bytes show; nil when neither does,
  /// which means UTF-8 (XML 1.0 §4.3.3).
  package var declaredEncoding: String? {
    guard let name = unsafe pointer.pointee.encoding else { return nil }
    return unsafe XMLText.string(name)
  }
}
