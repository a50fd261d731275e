internal import JSON
internal import Values

/// A request in JSON.
struct JSONForm: RequestForm {
  let document: JSONDocument
  var isOrdered: Bool { false }
  var listsRepeatNames: Bool { false }
  var memberWord: PlainText { "key" }

  func members(of node: Int) -> [FormMember<Int>] {
    guard document.kind(node) == .object else { return [] }
    return document.children(node).map { child in
      FormMember(name: document.keyText(child).map { String(decoding: $0, as: UTF8.self) }, node: child)
    }
  }

  func groupFaults(_ node: Int) -> [Unfit] {
    document.kind(node) == .object ? [] : [mismatch(node, wanted: "an object")]
  }

  func elements(_ named: [Int]) throws(Unfit) -> [Int] {
    guard let list = named.first else { return [] }
    guard document.kind(list) == .array else { throw mismatch(list, wanted: "an array") }
    return Array(document.children(list))
  }

  func text(_ node: Int, _ shape: FieldShape) throws(Unfit) -> String {
    switch shape {
    case .flag:
      guard let flag = flag(node) else { throw mismatch(node, wanted: "true or false") }
      return flag
    case .count:
      guard document.kind(node) == .number else { throw mismatch(node, wanted: "a number") }
      return String(decoding: document.bytes[document.range(node)], as: UTF8.self)
    case .threeWay:
      guard let text = flag(node) ?? document.string(node) else {
        throw mismatch(node, wanted: "true, false or unknown")
      }
      return text
    case .text, .code, .path, .day, .instant, .digest, .dollars, .word:
      guard let text = document.string(node) else { throw mismatch(node, wanted: "a text") }
      return text
    }
  }

  func place(of node: Int, _ pointer: PlainText) -> Place { Place(path: pointer) }

  func unknownMember(_ member: FormMember<Int>) -> PlainText { "unknown key" }

  private func flag(_ node: Int) -> String? {
    switch document.kind(node) {
    case .true: "true"
    case .false: "false"
    case .object, .array, .string, .number, .null: nil
    }
  }

  private func mismatch(_ node: Int, wanted: PlainText) -> Unfit {
    let found: PlainText =
      switch document.kind(node) {
      case .object: "an object"
      case .array: "an array"
      case .string: "a text"
      case .number: "a number"
      case .true, .false: "true or false"
      case .null: "null"
      }
    if document.kind(node) == .null {
      return Unfit("null stands where \(wanted) is expected", remedy: "leave out what is not known")
    }
    return Unfit("\(found) stands where \(wanted) is expected", remedy: "write \(wanted)")
  }
}
