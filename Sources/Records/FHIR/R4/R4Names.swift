/// The names that a member may have by FHIR R4, looked up in bytes, out of ``R4ElementText``; made once, when something
/// first asks. The name of a choice ends with its type: `valueQuantity`.
struct R4Names: Sendable {
  static let shared = R4Names()

  private var elements: Set<ReferenceKey> = []
  private var choices: Set<ReferenceKey> = []
  /// As they stand in the name of a choice.
  private var types: Set<ReferenceKey> = []

  private init() {
    let text = Array(R4ElementText.text.description.utf8)
    for word in text.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      guard let equals = word.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let name = word[..<equals].prefix { $0 != UInt8(ascii: "*") }
      let type = word[(equals + 1)...]
      elements.insert(ReferenceKey(bytes: name))
      guard type.last == UInt8(ascii: "|") else { continue }
      choices.insert(ReferenceKey(bytes: name))
      for one in type.split(separator: UInt8(ascii: "|")) { insert(type: Array(one)) }
    }
    for type in R4Elements.datatypes { insert(type: Array(type.utf8)) }
  }

  private mutating func insert(type: [UInt8]) {
    guard let first = type.first else { return }
    let capital = (0x61...0x7A).contains(first) ? first & 0xDF : first
    types.insert(ReferenceKey(bytes: [capital] + type.dropFirst()))
  }

  /// Whether it is an element's, or that of what stands beside an element's value (`_birthDate`).
  func has(_ name: ArraySlice<UInt8>) -> Bool {
    let name = name.first == UInt8(ascii: "_") ? name.dropFirst() : name
    if elements.contains(ReferenceKey(bytes: name)) { return true }
    return name.indices.dropFirst().contains { at in
      (0x41...0x5A).contains(name[at]) && types.contains(ReferenceKey(bytes: name[at...]))
        && choices.contains(ReferenceKey(bytes: name[..<at]))
    }
  }
}
