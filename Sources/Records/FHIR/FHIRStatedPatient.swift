internal import JSON
internal import Values

/// What a reference to a patient says of them beside its URL: a `display`, an `identifier`. A URL of the
/// record's own patient with another's name or number behind it is two people on one page.
struct FHIRStatedPatient {
  /// Words of the display, lower case, what tells no name left out; nil where there is no display.
  private let words: Set<String>?
  private let number: PatientIdentity.Number?

  init(_ reference: FHIRContents.Reference, _ document: JSONDocument) {
    words = document.member(reference.object, "display").flatMap { document.string($0) }.map(Self.words)
    number = document.member(reference.object, "identifier").flatMap { Self.number($0, document) }
  }

  var isEmpty: Bool { words == nil && number == nil }

  /// FHIR R4 Identifier: value, system, and what it numbers (`type`).
  static func number(_ identifier: Int, _ document: JSONDocument) -> PatientIdentity.Number? {
    guard let value = document.member(identifier, "value").flatMap({ document.string($0) }) else {
      return nil
    }
    var kind: String?
    if let type = document.member(identifier, "type"), let codings = document.member(type, "coding"),
      document.kind(codings) == .array
    {
      kind =
        document.children(codings).lazy
        .compactMap { document.member($0, "code").flatMap { document.string($0) } }.first
    }
    return PatientIdentity.Number(
      system: document.member(identifier, "system").flatMap { document.string($0) }, value: value, kind: kind)
  }

  // MARK: Names

  /// The display says a name of one of them in full: the family name and the first given one.
  func names(oneOf people: [PatientIdentity]) -> Bool {
    guard let words else { return false }
    return people.contains { person in
      person.names.contains { name in
        let family = Self.words(of: name.family)
        let given = Self.words(of: name.given.first)
        return !family.isEmpty && !given.isEmpty && family.union(given).isSubset(of: words)
      }
    }
  }

  /// The display does not say that it is somebody else: it has a word of a name in common, or none that is a
  /// name.
  func mayName(oneOf people: [PatientIdentity]) -> Bool {
    guard let words, !words.isEmpty else { return true }
    return people.contains { person in
      let known = person.names.flatMap { [$0.family] + $0.given }.reduce(into: Set<String>()) {
        $0.formUnion(Self.words(of: $1))
      }
      return known.isEmpty || !known.isDisjoint(with: words)
    }
  }

  private static func words(of name: Sensitive<String>?) -> Set<String> {
    name?.reveal(.match) { words($0) } ?? []
  }

  private static func words(_ text: String) -> Set<String> {
    let pieces = text.lowercased().unicodeScalars.split { scalar in
      !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
    }
    return Set(pieces.map { String(String.UnicodeScalarView($0)) }).subtracting(nameless)
  }

  private static let nameless: Set<String> = [
    "patient", "subject", "self", "the", "mr", "mrs", "ms", "miss", "dr", "unknown",
  ]

  // MARK: Numbers

  /// The number is one of theirs. Of two systems that both are named, equal values are two numbers.
  func isNumber(ofOneOf people: [PatientIdentity]) -> Bool {
    guard let number else { return false }
    return people.contains { $0.identifiers.contains { Self.agree($0, number) } }
  }

  /// Each of them has a number of this system, and it is another one.
  func contradictsNumber(ofEach people: [PatientIdentity]) -> Bool {
    guard let number, let system = number.system else { return false }
    return people.allSatisfy { person in
      let same = person.identifiers.filter { $0.system == system }
      return !same.isEmpty && !same.contains { $0.value == number.value }
    }
  }

  private static func agree(_ a: PatientIdentity.Number, _ b: PatientIdentity.Number) -> Bool {
    a.value == b.value && (a.system == b.system || a.system == nil || b.system == nil)
  }
}
