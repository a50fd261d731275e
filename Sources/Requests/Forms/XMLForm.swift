internal import Values
internal import XML

/// A request in XML: a group is an element with elements, a list is its element repeated.
struct XMLForm: RequestForm {
  static let namespace = "urn:chartgate:request:1"
  private static let instanceNamespace = "http://www.w3.org/2001/XMLSchema-instance"
  var isOrdered: Bool { true }
  var listsRepeatNames: Bool { true }
  var memberWord: PlainText { "element" }

  func members(of node: XMLNode) -> [FormMember<XMLNode>] {
    node.elements.map { FormMember(name: $0.namespace == Self.namespace ? $0.name : nil, node: $0) }
  }

  func groupFaults(_ node: XMLNode) -> [Unfit] {
    var faults = attributeFaults(node)
    if node.children.contains(where: { $0.kind == .text && !Self.trimmed($0.text).isEmpty }) {
      faults.append(
        Unfit("text stands between the elements", remedy: "put it into the element that it belongs to"))
    }
    if node.children.contains(where: { $0.kind == .other }) {
      faults.append(Unfit("an entity is not allowed here", remedy: "write what it stands for"))
    }
    return faults
  }

  func elements(_ named: [XMLNode]) throws(Unfit) -> [XMLNode] { named }

  func text(_ node: XMLNode, _ shape: FieldShape) throws(Unfit) -> String {
    if let fault = attributeFaults(node).first { throw fault }
    for child in node.children {
      switch child.kind {
      case .text, .comment, .instruction: break
      case .element, .other:
        throw Unfit("elements stand where a value is expected", remedy: "write the value alone")
      }
    }
    return shape.keepsOuterSpace ? node.text : Self.trimmed(node.text)
  }

  func place(of node: XMLNode, _ pointer: PlainText) -> Place {
    Place(path: pointer, line: node.line > 0 ? node.line : nil)
  }

  func unknownMember(_ member: FormMember<XMLNode>) -> PlainText {
    member.name == nil ? "an element that is not of the request's namespace" : "unknown element"
  }

  /// Only a hint for editors, `xsi:schemaLocation` on the outermost element, may stand: nothing is
  /// fetched for it.
  private func attributeFaults(_ node: XMLNode) -> [Unfit] {
    let isHint = { (name: String, space: String?) in
      node.parent == nil && name == "schemaLocation" && space == Self.instanceNamespace
    }
    guard node.attributes.contains(where: { !isHint($0.name, $0.namespace) }) else { return [] }
    return [Unfit("an attribute is not known", remedy: "take it out: a request is made of elements only")]
  }

  /// Without XML's white space (XML 1.0 §2.3) at its ends, as XML Schema collapses it.
  private static func trimmed(_ text: String) -> String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: { !isSpace($0) }),
      let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
