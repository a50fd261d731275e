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

  // MARK: Reading the list

  private init() {
    let words = FHIRElementList.text.description.split { $0 == " " || $0 == "\n" }
    var owner: (name: Substring, number: Int)?
    var anything: [(name: Substring, mark: Substring)] = []
    var isAnything = false
    for word in words {
      if word == "[x]" {
        isAnything = true
      } else if word.first?.isUppercase ?? false {
        isAnything = false
        owner = open(word)
      } else {
        let name = word.prefix { $0.isLetter || $0.isNumber }
        let mark = word[name.endIndex...]
        if isAnything {
          anything.append((name, mark))
        } else if let owner, mark == "[x]" {
          for kind in anything {
            add(name + kind.name.prefix(1).uppercased() + kind.name.dropFirst(), kind.mark, to: owner)
          }
        } else if let owner {
          add(String(name), mark, to: owner)
        }
      }
    }
  }

  private mutating func open(_ word: Substring) -> (name: Substring, number: Int) {
    let name = word.prefix { $0 != "<" }
    let own = number(of: String(name))
    let base = name.endIndex < word.endIndex ? word[word.index(after: name.endIndex)...] : "BackboneElement"
    if !base.isEmpty, base != name { bases[own] = number(of: String(base)) }
    return (name, own)
  }

  private mutating func number(of type: String) -> Int {
    if let known = types[type] { return known }
    bases.append(nil)
    types[type] = bases.count - 1
    return bases.count - 1
  }

  private mutating func add(
    _ name: String, _ mark: Substring, to owner: (name: Substring, number: Int)
  ) {
    var element = Element()
    var mark = mark
    if mark.first == "*" {
      element.repeats = true
      mark = mark.dropFirst()
    }
    switch mark.first {
    case "#": element.kind = .number
    case "?": element.kind = .boolean
    case ":":
      element.kind = .object
      element.type = number(of: typeName(mark.dropFirst(), name, owner.name))
    default: break
    }
    elements[Key(type: owner.number, name: name)] = element
    guard let known = anywhere[name] else {
      anywhere[name] = element
      return
    }
    anywhere[name] = Element(
      repeats: known.repeats && element.repeats, kind: known.kind == element.kind ? known.kind : .string,
      type: known.type == element.type ? known.type : nil)
  }

  private func typeName(_ word: Substring, _ name: String, _ owner: Substring) -> String {
    switch word {
    case "": owner + name.prefix(1).uppercased() + name.dropFirst()
    case "C": "CodeableConcept"
    case "I": "Identifier"
    case "P": "Period"
    case "Q": "Quantity"
    case "R": "Reference"
    default: String(word)
    }
  }
}
