/// How the values of a person may be written elsewhere, as numbers of words, and as what they tell (``TellingKind``).
/// Case, accents, punctuation and line ends are the search's; here are order, middle names, initials, groups of
/// digits.
struct PersonSpellings {
  struct Spelling: Hashable {
    var kind: TellingKind
    /// Numbers of its words (``FoldedWords``).
    var words: [UInt64]
  }

  private(set) var all: Set<Spelling> = []
  /// The family names, each as its words.
  private(set) var families: Set<[UInt64]> = []
  /// Names in full: family and first given name.
  private(set) var fullNames: Set<[UInt64]> = []
  private(set) var unsought: [TellingKind: Int] = [:]

  init(_ values: PersonValues) {
    for name in values.names { add(name) }
    for text in values.wholeNames { add(whole: text) }
    for text in values.streets { add(street: text) }
    for group in values.contacts { add(contact: group) }
    for text in values.numbers { add(number: text) }
    for text in values.employers { add(employer: text) }
    if values.places > 0 { unsought[.personsPlace, default: 0] += values.places }
  }

  // MARK: Names

  private mutating func add(_ name: PersonValues.Name) {
    let given = name.given.map { Self.words($0) }.filter { !$0.isEmpty }
    let initials = name.given.dropFirst().compactMap { Self.initial(of: $0) }
    let family = Self.words(name.family)
    // O'Brien is OBrien too.
    let joined = Self.words(Self.withoutApostrophes(name.family))
    for family in joined.count < family.count ? [family, joined] : [family] where !family.isEmpty {
      add(family: family, given: given)
      guard let first = given.first else { continue }
      for initial in initials { add(name: first.map(\.hash) + [initial], family.map(\.hash)) }
    }
    if family.isEmpty, !given.isEmpty { unsought[.givenName, default: 0] += 1 }
  }

  private mutating func add(family: [FoldedWords.Word], given: [[FoldedWords.Word]]) {
    let hashes = family.map(\.hash)
    families.insert(hashes)
    add(lone: family)
    guard let first = given.first else { return }
    let all = given.flatMap(\.self)
    for part in [all, first] + given where part.reduce(0, { $0 + $1.letterCount }) >= 2 {
      add(name: part.map(\.hash), hashes)
    }
    fullNames.insert(first.map(\.hash) + hashes)
  }

  /// Given names first, and last.
  private mutating func add(name given: [UInt64], _ family: [UInt64]) {
    guard !(given + family).allSatisfy(OrdinaryWords.placeholders.contains) else {
      unsought[.ordinaryName, default: 0] += 1
      return
    }
    all.insert(Spelling(kind: .personName, words: given + family))
    all.insert(Spelling(kind: .personName, words: family + given))
  }

  private mutating func add(lone family: [FoldedWords.Word]) {
    let letters = family.reduce(0) { $0 + $1.letterCount }
    let isOrdinary = family.allSatisfy {
      OrdinaryWords.hashes.contains($0.hash) || OrdinaryWords.placeholders.contains($0.hash)
        || $0.letterCount < 3
    }
    guard letters >= 4, !isOrdinary else {
      unsought[.ordinaryName, default: 0] += 1
      return
    }
    all.insert(Spelling(kind: .familyName, words: family.map(\.hash)))
  }

  /// `Roe, Mary`, `Mary Ann Roe`, `Dr. Mary Roe MD (mother)`.
  private mutating func add(whole text: [UInt8]) {
    let name = text.prefix { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: "[") }
    let pieces = name.split(separator: UInt8(ascii: ","), maxSplits: 1)
    func telling(_ piece: some Sequence<UInt8>) -> [FoldedWords.Word] {
      Self.words(Array(piece)).filter { !Self.titles.contains($0.hash) }
    }
    let before = pieces.first.map { telling($0) } ?? []
    let behind = pieces.count > 1 ? telling(pieces[1]) : []
    if !before.isEmpty, !behind.isEmpty {
      add(family: before, given: behind.map { [$0] })
    } else if let last = before.last, before.count > 1, before.count <= 5 {
      // Which of the words before it belong to the family name is not told.
      add(family: [last], given: before.dropLast().map { [$0] })
    } else if let only = before.first, before.count == 1 {
      add(lone: [only])
    }
  }

  private static let titles = Set(
    FoldedWords.words(of: "dr doctor mr mrs ms miss mx prof sr jr ii iii iv md do np rn pa phd dds dmd lcsw")
      .map(\.hash))

  // MARK: Addresses, telephones, numbers, employers

  private mutating func add(street text: [UInt8]) {
    let words = Self.words(text)
    let hasNumber = text.contains { CodeText.isDigit($0) }
    guard words.count >= 2, hasNumber, words.contains(where: { $0.letterCount >= 2 }) else {
      unsought[.personsPlace, default: 0] += 1
      return
    }
    let plain = words.map(\.hash)
    all.insert(Spelling(kind: .contact, words: plain))
    // Street is St.
    let other = plain.map { Self.streets[$0] ?? $0 }
    all.insert(Spelling(kind: .contact, words: other))
  }

  private static let streets: [UInt64: UInt64] = {
    let pairs = [
      ("street", "st"), ("avenue", "ave"), ("road", "rd"), ("drive", "dr"), ("lane", "ln"),
      ("boulevard", "blvd"), ("court", "ct"), ("place", "pl"), ("apartment", "apt"), ("suite", "ste"),
      ("north", "n"), ("south", "s"), ("east", "e"), ("west", "w"), ("highway", "hwy"), ("terrace", "ter"),
    ]
    var map: [UInt64: UInt64] = [:]
    for (long, short) in pairs {
      for (from, to) in [(long, short), (short, long)] {
        guard let key = FoldedWords.words(of: from).first, let value = FoldedWords.words(of: to).first else {
          continue
        }
        map[key.hash] = value.hash
      }
    }
    return map
  }()

  private mutating func add(contact parts: [[UInt8]]) {
    for text in parts where text.contains(UInt8(ascii: "@")) { add(email: text) }
    let numbers = parts.filter { !$0.contains(UInt8(ascii: "@")) }.map { $0.filter { CodeText.isDigit($0) } }
    for digits in numbers + [numbers.flatMap(\.self)] { add(telephone: digits) }
  }

  private mutating func add(email text: [UInt8]) {
    let address = text.starts(with: "mailto:".utf8) ? text.dropFirst(7) : text[...]
    let words = Self.words(Array(address)).map(\.hash)
    guard words.count >= 2 else { return }
    all.insert(Spelling(kind: .contact, words: words))
  }

  /// Ten digits of the North American plan in the groups in which they are written, with the seven that are
  /// dialled locally; others as one group.
  private mutating func add(telephone digits: [UInt8]) {
    var digits = digits
    if digits.count == 11, digits.first == UInt8(ascii: "1") { digits.removeFirst() }
    guard digits.count >= 7, Set(digits).count > 1 else {
      if !digits.isEmpty { unsought[.shortNumber, default: 0] += 1 }
      return
    }
    func add(_ groups: [Int], of digits: some Collection<UInt8>) {
      var spelled: [UInt8] = []
      var rest = Array(digits)[...]
      for count in groups {
        spelled += rest.prefix(count) + [0x20]
        rest = rest.dropFirst(count)
      }
      all.insert(Spelling(kind: .contact, words: Self.words(spelled).map(\.hash)))
    }
    add([digits.count], of: digits)
    if digits.count == 10 {
      for groups in [[3, 3, 4], [3, 7], [6, 4]] { add(groups, of: digits) }
      add([11], of: [UInt8(ascii: "1")] + digits)
    }
    if digits.count == 10 || digits.count == 7 {
      for groups in [[3, 4], [7]] { add(groups, of: digits.suffix(7)) }
    }
  }

  private mutating func add(number text: [UInt8]) {
    let signs = Self.squeezed(text)
    let digits = signs.filter { CodeText.isDigit($0) }
    let isOID = digits.count == signs.count && text.count { $0 == UInt8(ascii: ".") } >= 3
    guard !isOID, digits.count >= 5 || digits.count >= 3 && signs.count >= 7, Set(digits).count > 1 else {
      unsought[isOID ? .templateID : .shortNumber, default: 0] += 1
      return
    }
    all.insert(Spelling(kind: .identifier, words: Self.words(text).map(\.hash)))
    all.insert(Spelling(kind: .identifier, words: Self.words(signs).map(\.hash)))
    if digits.count == 9, signs.count == 9 {
      let parted = digits.prefix(3) + [0x2D] + digits.dropFirst(3).prefix(2) + [0x2D] + digits.suffix(4)
      all.insert(Spelling(kind: .identifier, words: Self.words(Array(parted)).map(\.hash)))
    }
  }

  private mutating func add(employer text: [UInt8]) {
    let words = Self.words(text)
    let letters = words.reduce(0) { $0 + $1.letterCount }
    guard words.count >= 2, letters >= 8 else {
      unsought[.genericName, default: 0] += 1
      return
    }
    all.insert(Spelling(kind: .contact, words: words.map(\.hash)))
    if let last = words.last, Self.firms.contains(last.hash), words.count > 2 {
      all.insert(Spelling(kind: .contact, words: words.dropLast().map(\.hash)))
    }
  }

  private static let firms = Set(FoldedWords.words(of: "inc llc corp co ltd company plc lp").map(\.hash))

  // MARK: Words

  private static func words(_ text: [UInt8]) -> [FoldedWords.Word] {
    var words: [FoldedWords.Word] = []
    FoldedWords.forEach(in: text.span, text.indices) { words.append($0) }
    return words
  }

  /// The first letter of a name, as a word of its own.
  private static func initial(of text: [UInt8]) -> UInt64? {
    guard let lead = text.first else { return nil }
    let length = lead < 0x80 ? 1 : TextFolding.step(text.span, at: 0).length
    return words(Array(text.prefix(length))).first?.hash
  }

  private static func withoutApostrophes(_ text: [UInt8]) -> [UInt8] {
    Array(
      String(decoding: text, as: UTF8.self).unicodeScalars.filter {
        !"'\u{2019}\u{02BC}`".unicodeScalars.contains($0)
      }
      .map { Array(String($0).utf8) }.joined())
  }

  /// Without what stands between its letters and digits.
  private static func squeezed(_ text: [UInt8]) -> [UInt8] {
    text.filter { $0 >= 0x80 || TextFolding.isWord(TextFolding.ascii[Int($0)]) }
  }
}
