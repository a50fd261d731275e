/// What FHIR R4 says of elements, out of ``R4ElementText``: made once, when something first asks.
struct R4Elements: Sendable {
  struct Element: Sendable, Equatable {
    /// Types that it may have.
    var types: Set<String>
    var repeats: Bool
    /// `value[x]`: in JSON its type is part of the member's name.
    var isChoice: Bool
  }

  static let shared = R4Elements()

  /// By type, its own elements and those of its bases.
  private let elements: [String: [String: Element]]
  private let bases: [String: String]
  /// Every name that a member of JSON may have by the standard, choices with their types.
  let memberNames: Set<String>

  private init() {
    var own: [String: [String: Element]] = [:]
    var bases: [String: String] = [:]
    for line in Self.lines(R4ElementText.text.description) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let head = line[..<colon].split(separator: "<")
      guard let type = head.first.map(String.init) else { continue }
      if head.count > 1 { bases[type] = String(head[1]) }
      own[type] = [:]
      for word in line[line.index(after: colon)...].split(separator: " ") {
        let parts = word.split(separator: "=")
        guard parts.count == 2 else { continue }
        own[type]?[String(parts[0].filter { $0 != "*" })] = Self.element(parts[0], parts[1])
      }
    }
    var names: Set<String> = ["resourceType"]
    for (name, element) in own.values.joined() {
      names.insert(name)
      if element.isChoice { names.formUnion(element.types.map { name + Self.suffix($0) }) }
    }
    (elements, self.bases) = (own, bases)
    memberNames = names.union(names.map { "_" + $0 })
  }

  private static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix(" "), let last = lines.popLast() {
        lines.append(last + " " + line.drop { $0 == " " })
      } else {
        lines.append(String(line))
      }
    }
    return lines
  }

  private static func element(_ name: Substring, _ type: Substring) -> Element {
    let types = type.split(separator: "|").map(String.init)
    return Element(
      types: types == ["any"] ? datatypes : Set(types), repeats: name.hasSuffix("*"),
      isChoice: type.hasSuffix("|"))
  }

  /// How a type stands in the name of a choice: `valueQuantity`, `valueString`.
  static func suffix(_ type: String) -> String { type.prefix(1).uppercased() + type.dropFirst() }

  /// FHIR R4, Extensibility: the types of `value[x]`.
  static let datatypes: Set<String> = [
    "Address", "Age", "Annotation", "Attachment", "CodeableConcept", "Coding", "ContactDetail",
    "ContactPoint",
    "Contributor", "Count", "DataRequirement", "Distance", "Dosage", "Duration", "Expression", "HumanName",
    "Identifier", "Meta", "Money", "ParameterDefinition", "Period", "Quantity", "Range", "Ratio", "Reference",
    "RelatedArtifact", "SampledData", "Signature", "Timing", "TriggerDefinition", "UsageContext",
    "base64Binary", "boolean", "canonical", "code", "date", "dateTime", "decimal", "id", "instant", "integer",
    "markdown", "oid", "positiveInt", "string", "time", "unsignedInt", "uri", "url", "uuid",
  ]

  /// By the name's ending in JSON.
  static let datatypeOfSuffix: [String: String] = datatypes.reduce(into: [:]) { $0[suffix($1)] = $1 }

  static let numbers: Set<String> = ["decimal", "integer", "positiveInt", "unsignedInt"]

  var types: some Collection<String> { elements.keys }

  /// nil for what has none, `Element` and `Resource`.
  func base(of type: String) -> String? { bases[type] }

  /// A type's own elements by name, without those of its bases.
  func elements(of type: String) -> [String: Element] { elements[type] ?? [:] }

  /// Whether the type's elements are known.
  func knows(_ type: String) -> Bool { elements[type] != nil }

  /// A value without elements of its own but `id` and `extension`.
  static func isPrimitive(_ type: String) -> Bool { type.utf8.first.map { $0 >= 0x61 } ?? false }

  /// nil when the type is known and has no element of that name.
  func element(_ name: String, of type: String) -> Element? {
    var at: String? = Self.isPrimitive(type) ? "Element" : type
    while let type = at {
      if let found = elements[type]?[name] { return found }
      at = bases[type]
    }
    return nil
  }

  /// The names of a type's elements, for the nearest one.
  func names(of type: String) -> [String] {
    var names: [String] = []
    var at: String? = Self.isPrimitive(type) ? "Element" : type
    while let type = at {
      names += elements[type].map { Array($0.keys) } ?? []
      at = bases[type]
    }
    return names.sorted()
  }

  /// The resource types that are here.
  var resources: [String] {
    elements.keys.filter { bases[$0] == "DomainResource" || bases[$0] == "Resource" }
  }
}
