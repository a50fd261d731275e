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
  /// Given name and family name where the family name alone is not sought: something may stand between them.
  private(set) var gapped: Set<[UInt64]> = []
  /// Such family names.
  private var lonely: Set<UInt64> = []
  private(set) var unsought: [TellingKind: Int] = [:]
  private let isStaff: Bool

  init(_ values: PersonValues) {
    isStaff = values.isStaff
    for name in values.names { add(name) }
    for text in values.wholeNames { add(whole: text) }
    for text in values.displays { add(display: text) }
    for text in values.streets { add(street: text) }
    for group in values.contacts { add(contact: group) }
    for text in values.numbers { add(number: text) }
    for text in values.employers { add(employer: text) }
    let places = values.towns.count + values.days
    if places > 0 { unsought[.personsPlace, default: 0] += places }
  }

  /// The names in full alone, for who is asked of often.
  static func fullNames(of values: PersonValues) -> Set<[UInt64]> {
    var names: Set<[UInt64]> = []
    func add(_ family: [FoldedWords.Word], _ first: [FoldedWords.Word]?) {
      if let first, !family.isEmpty { names.insert(first.map(\.hash) + family.map(\.hash)) }
    }
    for name in values.names {
      let first = name.given.lazy.map { words($0) }.first { !$0.isEmpty }
      for family in Set([name.family, NameForms.withoutApostrophes(name.family)]) {
        add(withoutGeneration(words(family)), first)
      }
    }
    for text in values.wholeNames + values.displays {
      guard let read = Read(text) else { continue }
      add(read.family, read.given.first)
    }
    return names
  }

  // MARK: Names

  private mutating func add(_ name: PersonValues.Name) {
    let given = name.given.map { Self.words($0) }.filter { !$0.isEmpty }
    let initials = name.given.compactMap { Self.initial(of: $0) }
    var seen: Set<[UInt64]> = []
    for form in NameForms.all(of: name.family) {
      let family = Self.withoutGeneration(Self.words(form))
      guard !family.isEmpty, seen.insert(family.map(\.hash)).inserted else { continue }
      add(family: family, given: given, initials: initials)
    }
    guard seen.isEmpty else { return }
    if !given.isEmpty {
      unsought[.givenName, default: 0] += 1
    } else if !name.family.isEmpty || !name.given.isEmpty {
      unsought[.otherScript, default: 0] += 1
    }
  }

  /// Jr., Sr., the Third: some write them into the family name.
  private static func withoutGeneration(_ family: [FoldedWords.Word]) -> [FoldedWords.Word] {
    var family = family
    while family.count > 1, let last = family.last, generations.contains(last.hash) { family.removeLast() }
    return family
  }
  private static let generations = Set(FoldedWords.words(of: "jr sr ii iii iv").map(\.hash))

  private mutating func add(
    family: [FoldedWords.Word], given: [[FoldedWords.Word]], initials: [UInt64]
  ) {
    let hashes = family.map(\.hash)
    families.insert(hashes)
    add(lone: family)
    // Of Garcia Lopez and Garcia-Lopez people use one half as well.
    let halves = family.count > 1 && family.count <= 4 ? family.filter { isHalf($0) } : []
    for half in halves { add(lone: [half]) }
    guard let first = given.first else { return }
    fullNames.insert(first.map(\.hash) + hashes)
    if first.count == 1, first[0].letterCount >= 2, hashes.count == 1, lonely.contains(hashes[0]),
      !OrdinaryWords.placeholders.contains(hashes[0])
    {
      gapped.insert([first[0].hash, hashes[0]])
    }
    let all = given.flatMap(\.self)
    for part in [all, first] + given
    where part.reduce(0, { $0 + $1.letterCount }) >= 2 || part.contains(where: \.isForeign) {
      add(name: part.map(\.hash), hashes)
    }
    for initial in initials.dropFirst() { add(name: first.map(\.hash) + [initial], hashes) }
    if let initial = initials.first { add(name: [initial], hashes) }
    if initials.count > 1 { add(name: initials, hashes) }
    guard first.reduce(0, { $0 + $1.letterCount }) >= 2 else { return }
    for half in halves { add(name: first.map(\.hash), [half.hash]) }
  }

  private func isHalf(_ word: FoldedWords.Word) -> Bool {
    word.letterCount >= 4 && !OrdinaryWords.placeholders.contains(word.hash)
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
    guard letters >= (family.contains(where: \.isForeign) ? 2 : 4), !family.allSatisfy(Self.isOrdinary) else {
      if family.count == 1, let name = family.first { lonely.insert(name.hash) }
      unsought[.ordinaryName, default: 0] += 1
      return
    }
    all.insert(Spelling(kind: .familyName, words: family.map(\.hash)))
    // The Kowalczyks, the Roses.
    guard let last = family.last else { return }
    for plural in [FoldedWords.extended(last.hash, by: "s"), FoldedWords.extended(last.hash, by: "es")] {
      guard !OrdinaryWords.hashes.contains(plural), !OrdinaryWords.offices.contains(plural) else { continue }
      all.insert(Spelling(kind: .familyName, words: family.dropLast().map(\.hash) + [plural]))
    }
  }

  private static func isOrdinary(_ word: FoldedWords.Word) -> Bool {
    OrdinaryWords.hashes.contains(word.hash) || OrdinaryWords.placeholders.contains(word.hash)
      || OrdinaryWords.offices.contains(word.hash) || word.letterCount < 3 && !word.isForeign
  }

  /// A name in one text, taken apart: `Roe, Mary`, `Mary Ann Roe`, `Dr. Mary Roe MD (mother)`.
  private struct Read {
    var family: [FoldedWords.Word]
    var given: [[FoldedWords.Word]]
    var initials: [UInt64]
    /// A comma, a title or a degree says that it is a person.
    var isPerson: Bool

    init?(_ text: [UInt8]) {
      let name = text.prefix { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: "[") }
      let pieces = name.split(separator: UInt8(ascii: ","), maxSplits: 1)
      var titled = false
      func telling(_ piece: some Sequence<UInt8>) -> [(word: FoldedWords.Word, initial: UInt64?)] {
        let text = Array(piece)
        let words = PersonSpellings.words(text)
        let own = words.filter { !PersonSpellings.titles.contains($0.hash) }
        if own.count < words.count { titled = true }
        return own.map { ($0, PersonSpellings.initial(of: Array(text[$0.range]))) }
      }
      let before = pieces.first.map { telling($0) } ?? []
      let behind = pieces.count > 1 ? telling(pieces[1]) : []
      let names: [(word: FoldedWords.Word, initial: UInt64?)]
      if !before.isEmpty, !behind.isEmpty {
        (family, names, isPerson) = (before.map(\.word), behind, true)
      } else if let last = before.last, before.count <= PersonSpellings.longestName {
        // Which of the words before it belong to the family name is not told.
        (family, names, isPerson) = ([last.word], before.dropLast(), titled)
      } else {
        return nil
      }
      given = names.map { [$0.word] }
      initials = names.compactMap(\.initial)
    }
  }
  /// A text of more words is no name.
  private static let longestName = 8

  private mutating func add(whole text: [UInt8]) {
    guard !isOffice(text) else { return add(office: text) }
    let words = Self.words(text)
    // Which of the signs are the family's is not told.
    if words.count > 1, words.count <= PhraseReader.longest, !text.contains(UInt8(ascii: ",")),
      words.allSatisfy({ $0.isForeign && $0.letterCount == 1 })
    {
      all.insert(Spelling(kind: .personName, words: words.map(\.hash)))
      fullNames.insert(words.map(\.hash))
      return
    }
    guard let read = Read(text) else {
      let isRead = !Self.words(text).isEmpty
      if !text.isEmpty { unsought[isRead ? .genericName : .otherScript, default: 0] += 1 }
      return
    }
    guard !read.given.isEmpty else { return add(lone: read.family) }
    add(family: read.family, given: read.given, initials: read.initials)
  }

  /// What acted may be a ward or a firm: only who is surely a person is sought as one.
  private mutating func add(display text: [UInt8]) {
    if !isOffice(text), let read = Read(text), read.isPerson { return add(whole: text) }
    add(office: text)
    guard !isOffice(text), let read = Read(text), (1...2).contains(read.given.count) else { return }
    fullNames.insert((read.given.first ?? []).map(\.hash) + read.family.map(\.hash))
    add(name: read.given.flatMap(\.self).map(\.hash), read.family.map(\.hash))
  }

  /// A department, a role, a firm: sought in full, and only where it says more than any record does.
  private mutating func add(office text: [UInt8]) {
    let words = Self.words(text)
    guard words.count >= 2, words.count <= PhraseReader.longest, !words.allSatisfy(Self.isOrdinary) else {
      unsought[.genericName, default: 0] += 1
      return
    }
    all.insert(Spelling(kind: .personName, words: words.map(\.hash)))
  }

  private func isOffice(_ text: [UInt8]) -> Bool {
    Self.words(Array(text.prefix { $0 != UInt8(ascii: "(") })).contains {
      OrdinaryWords.offices.contains($0.hash)
    }
  }

  private static let titles = Set(
    FoldedWords.words(
      of: "dr doctor mr mrs ms miss mx prof sr jr ii iii iv md do np rn pa phd dds dmd lcsw bsn"
    )
    .map(\.hash))

  // MARK: Addresses, telephones, numbers, employers

  private mutating func add(street text: [UInt8]) {
    let words = Self.words(text)
    let hasNumber = text.contains { CodeText.isDigit($0) }
    guard words.count >= 2, hasNumber, words.contains(where: { $0.letterCount >= 2 }) else {
      unsought[.personsPlace, default: 0] += 1
      return
    }
    add(streetWords: words.map(\.hash)[...])
    // Whoever writes of the house leaves out the apartment.
    if let part = words.firstIndex(where: { Self.apartments.contains($0.hash) }), part >= 3 {
      add(streetWords: words[..<part].map(\.hash)[...])
    }
  }

  /// Street is St., North is N., each by itself.
  private mutating func add(streetWords words: ArraySlice<UInt64>) {
    var forms: [[UInt64]] = [[]]
    for word in words {
      let other = forms.count < 16 ? Self.streets[word] : nil
      forms = forms.flatMap { form in [form + [word]] + (other.map { [form + [$0]] } ?? []) }
    }
    for form in forms { all.insert(Spelling(kind: .contact, words: form)) }
  }

  private static let apartments = Set(
    FoldedWords.words(of: "apartment apt suite ste unit floor fl room rm lot trailer").map(\.hash))

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
    for text in parts where !text.contains(UInt8(ascii: "@")) { add(written: text) }
  }

  /// A number in the groups in which it stands: those of other countries have their own. Without the country's
  /// number, with the 0 that is dialled there in its place, and the last groups as they are dialled locally.
  private mutating func add(written text: [UInt8]) {
    let groups = text.split { !CodeText.isDigit($0) }.map(Array.init)
    let digits = groups.flatMap(\.self)
    guard (7...15).contains(digits.count), groups.count > 1, Set(digits).count > 1 else { return }
    func add(_ groups: some Collection<[UInt8]>) {
      guard groups.reduce(0, { $0 + $1.count }) >= 7 else { return }
      let spelled = Array(groups.joined(separator: [0x20]))
      all.insert(Spelling(kind: .contact, words: Self.words(spelled).map(\.hash)))
    }
    add(groups)
    guard digits.count != 10, digits.count != 11 || groups.first != [UInt8(ascii: "1")] else { return }
    add(groups.suffix(2))
    guard text.contains(UInt8(ascii: "+")), groups.count > 2 else { return }
    let rest = groups.dropFirst()
    let national = [[UInt8(ascii: "0")] + (rest.first ?? [])] + rest.dropFirst()
    add(rest)
    add(national)
    add([Array(rest.joined())])
    add([Array(national.joined())])
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
    // A short number of staff is as often a code, a dose or a postal code.
    guard !isOID, !isStaff || signs.count >= 7, digits.count >= 5 || digits.count >= 3 && signs.count >= 7,
      Set(digits).count > 1
    else {
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

  /// Without what stands between its letters and digits.
  private static func squeezed(_ text: [UInt8]) -> [UInt8] {
    text.filter { $0 >= 0x80 || TextFolding.isWord(TextFolding.ascii[Int($0)]) }
  }
}
