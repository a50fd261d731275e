internal import Values

/// A person's name taken apart for comparison: words of family and given names, and the generation (Jr., III)
/// apart from both, since some write it into either and most leave it out.
struct ComparedName {
  /// How far two names, or two parts of them, are the same.
  enum Agreement: Int, Comparable {
    case contradicts, unknown, partly, same
    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  let family: [NameWord]
  let given: [NameWord]
  /// 1 for Sr., 2 for Jr. and II, and so on.
  let generation: Int?

  init(family: String?, given: [String]) {
    var generation: Int?
    func words(_ text: String) -> [NameWord] {
      let all = NameFolding.pieces(text).map(NameWord.init).filter { !$0.plain.isEmpty }
      // Someone is called Senior: a word that stands alone is a name.
      guard all.count > 1 || family != text else { return all }
      return all.filter { word in
        guard let number = Self.generations[word.plain] else { return true }
        generation = number
        return false
      }
    }
    self.family = family.map(words) ?? []
    self.given = given.flatMap(words)
    self.generation = generation
  }

  /// Garcia Lopez is Garcia-Lopez; Garcia is a part of it, which alone proves nothing.
  static func families(_ a: ComparedName, _ b: ComparedName) -> Agreement {
    guard !a.family.isEmpty, !b.family.isEmpty else { return .unknown }
    if joined(a.family, b.family) { return .same }
    func lies(_ some: [NameWord], within all: [NameWord]) -> Bool {
      let telling = some.filter { !particles.contains($0.plain) }
      return !telling.isEmpty && telling.allSatisfy { word in all.contains { $0.agrees(with: word) } }
    }
    return lies(a.family, within: b.family) || lies(b.family, within: a.family) ? .partly : .contradicts
  }

  /// The first given names count. An initial, a name used in its place, or another second name (twins are
  /// called Ana María and Ana Sofía) leave it open.
  static func givens(_ a: ComparedName, _ b: ComparedName) -> Agreement {
    guard let first = a.given.first, let other = b.given.first else { return .unknown }
    if joined(a.given, b.given) { return .same }
    if first.agrees(with: other) {
      guard a.given.count > 1, b.given.count > 1 else { return .same }
      let second = a.given[1]
      let agrees = b.given.dropFirst().contains { $0.agrees(with: second) || $0.mayAbbreviate(second) }
      return agrees ? .same : .partly
    }
    let isOpen =
      first.mayAbbreviate(other) || b.given.dropFirst().contains { $0.agrees(with: first) }
      || a.given.dropFirst().contains { $0.agrees(with: other) }
    return isOpen ? .partly : .contradicts
  }

  /// Given name in the family's place, and the other way round.
  static func areSwapped(_ a: ComparedName, _ b: ComparedName) -> Bool {
    guard !a.family.isEmpty, !b.family.isEmpty, let first = a.given.first, let other = b.given.first else {
      return false
    }
    return a.family.contains { $0.agrees(with: other) } && b.family.contains { $0.agrees(with: first) }
  }

  /// All words of the family name are among these, and a given name or its initial.
  static func isWritten(_ name: ComparedName, in words: [NameWord]) -> Bool {
    let isFamily = name.family.allSatisfy { part in words.contains { $0.agrees(with: part) } }
    let isGiven =
      name.given.isEmpty
      || name.given.contains { part in words.contains { $0.agrees(with: part) || $0.mayAbbreviate(part) } }
    return isFamily && isGiven
  }

  private static func joined(_ a: [NameWord], _ b: [NameWord]) -> Bool {
    a.map(\.plain).joined() == b.map(\.plain).joined()
      || a.map(\.expanded).joined() == b.map(\.expanded).joined()
  }

  private static let generations: [String: Int] = [
    "sr": 1, "senior": 1, "jr": 2, "junior": 2, "ii": 2, "2nd": 2, "iii": 3, "3rd": 3, "iv": 4, "4th": 4,
  ]
  private static let particles: Set<String> = [
    "de", "del", "della", "di", "da", "das", "do", "dos", "du", "la", "las", "le", "los", "van", "von", "der",
    "den", "ter", "ten", "al", "el", "bin", "ibn", "bint", "y", "st", "san", "santa", "mc", "mac", "o",
  ]
}

/// A word of a name in the spellings that are held to be one.
struct NameWord: Hashable {
  let plain: String
  let expanded: String

  init(_ text: String) {
    plain = NameFolding.folded(text)
    expanded = NameFolding.expanded(text)
  }

  func agrees(with other: NameWord) -> Bool { plain == other.plain || expanded == other.expanded }

  /// One of the two is the other's initial.
  func mayAbbreviate(_ other: NameWord) -> Bool {
    plain.unicodeScalars.count == 1 && other.plain.hasPrefix(plain)
      || other.plain.unicodeScalars.count == 1 && plain.hasPrefix(other.plain)
  }
}
