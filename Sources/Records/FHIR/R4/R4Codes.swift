/// Which codes an element of type `code` may have, out of ``R4CodeText``.
struct R4Codes: Sendable {
  static let shared = R4Codes()

  /// By `Type.element`.
  private let lists: [String: Set<String>]

  private init() {
    var lists: [String: Set<String>] = [:]
    var names: [String] = []
    var isNamed = false
    for line in R4CodeText.text.description.split(separator: "\n") {
      if !line.hasPrefix(" ") { (names, isNamed) = ([], false) }
      for word in line.split(separator: " ").map(String.init) {
        if isNamed {
          for name in names { lists[name, default: []].insert(word) }
        } else {
          isNamed = word.hasSuffix(":")
          names.append(isNamed ? String(word.dropLast()) : word)
        }
      }
    }
    self.lists = lists
  }

  /// nil where any code may stand, or nothing is known.
  func codes(of element: String, in type: String) -> Set<String>? {
    var at: String? = type
    while let type = at {
      if let list = lists["\(type).\(element)"] { return list }
      at = R4Elements.shared.base(of: type)
    }
    return nil
  }
}
