/// What FHIR R4 says of its elements: which repeat, which are numbers, booleans or objects. XML tells none of
/// it, JSON all (FHIR R4, JSON: an element that may repeat is an array even with one).
struct FHIRDefinitions: Sendable {
  struct Element: Sendable, Equatable {
    enum Kind: Sendable { case string, number, boolean, object }
    var repeats = false
    var kind = Kind.string
    /// Of an object; nil where nothing says.
    var type: Int?
  }

  private struct Key: Hashable {
    let type: Int
    let name: String
  }

  private var types: [String: Int] = [:]
  private var bases: [Int?] = []
  private var elements: [Key: Element] = [:]
  /// What all types that have an element of this name agree on, for types that R4 does not have.
  private var anywhere: [String: Element] = [:]

  static let shared = FHIRDefinitions()

  /// The number of a type; nil for what R4 does not have.
  func type(_ name: String) -> Int? { types[name] }

  /// What is said of an element; a plain string that does not repeat is not listed, in a type that R4 has.
  func element(_ name: String, of type: Int?) -> Element? {
    var at = type
    while let type = at {
      if let found = elements[Key(type: type, name: name)] { return found }
      at = bases[type]
    }
    return nil
  }

  func guess(_ name: String) -> Element? { anywhere[name] }

  // MARK: Out of the table

  private init() {
    for type in R4Elements.shared.types.sorted() {
      let own = number(of: type)
      if let base = R4Elements.shared.base(of: type) { bases[own] = number(of: base) }
      for (name, element) in R4Elements.shared.elements(of: type) {
        for kind in element.types {
          let isObject = !R4Elements.isPrimitive(kind)
          add(
            Element(
              repeats: element.repeats, kind: Self.kind(of: kind), type: isObject ? number(of: kind) : nil),
            as: element.isChoice ? name + R4Elements.suffix(kind) : name, of: own)
        }
      }
    }
  }

  private static func kind(of type: String) -> Element.Kind {
    if type == "boolean" { return .boolean }
    if R4Elements.numbers.contains(type) { return .number }
    return R4Elements.isPrimitive(type) ? .string : .object
  }

  private mutating func number(of type: String) -> Int {
    if let known = types[type] { return known }
    bases.append(nil)
    types[type] = bases.count - 1
    return bases.count - 1
  }

  private mutating func add(_ element: Element, as name: String, of type: Int) {
    guard element != Element() else { return }
    elements[Key(type: type, name: name)] = element
    guard let known = anywhere[name] else {
      anywhere[name] = element
      return
    }
    anywhere[name] = Element(
      repeats: known.repeats && element.repeats, kind: known.kind == element.kind ? known.kind : .string,
      type: known.type == element.type ? known.type : nil)
  }
}
