/// The names that a member may have by FHIR R4, looked up in bytes, out of ``R4Elements``; made once, when something
/// first asks. The name of a choice ends with its type: `valueQuantity`.
struct R4Names: Sendable {
  static let shared = R4Names()

  private var elements: Set<ReferenceKey> = []
  private var choices: Set<ReferenceKey> = []
  /// As they stand in the name of a choice.
  private var types: Set<ReferenceKey> = []

  private init() {
    let table = R4Elements.shared
    for type in table.types {
      for (name, element) in table.elements(of: type) {
        elements.insert(ReferenceKey(copying: name.utf8))
        guard element.isChoice else { continue }
        choices.insert(ReferenceKey(copying: name.utf8))
        for one in element.types { types.insert(ReferenceKey(copying: R4Elements.suffix(one).utf8)) }
      }
    }
    for type in R4Elements.datatypes { types.insert(ReferenceKey(copying: R4Elements.suffix(type).utf8)) }
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
