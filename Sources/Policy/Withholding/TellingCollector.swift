internal import Records
internal import Values

/// Gathers the telling values of what is withheld: first those that narrative is searched for while
/// planning, then all that the leak check seeks.
struct TellingCollector {
  /// Codes and names of what was found, by phrase: the place of their category in ``categories``.
  private(set) var followed = PhraseTable()
  private(set) var categories: [String] = []
  private var kinds = PhraseTable()
  private(set) var lengths = PhraseLengths()
  private(set) var weakConcepts: Set<Int> = []
  private var summary: [TellingKind: Int] = [:]
  /// Sought only where nothing that is released has them.
  private var candidates = PhraseTable()
  private var candidateLengths = PhraseLengths()
  private var shared = PhraseTable()

  /// - Parameter categories: those that there are. A phrase of two is the first one's, whichever was found first.
  init(_ categories: Set<String>) { self.categories = categories.sorted() }

  /// The code and the name by which something was found, and what else means the same.
  mutating func add(_ code: Code, of category: String) {
    let text = code.code.reveal(.match)
    let kind = TellingKind.of(code: text)
    if kind == .code {
      // In a narrative ICD codes stand with and without their dot.
      for spelling in Set([text, text.filter { $0 != "." }]) { follow(spelling, kind, category) }
    } else {
      summary[kind, default: 0] += 1
    }
    guard let name = code.display?.reveal(.match), !name.isEmpty else { return }
    let nameKind = TellingKind.of(name: name)
    if nameKind == .name { follow(name, nameKind, category) } else { summary[nameKind, default: 0] += 1 }
  }

  mutating func add(weakConcept concept: Int) {
    if weakConcepts.insert(concept).inserted { summary[.term, default: 0] += 1 }
  }

  private mutating func follow(_ text: String, _ kind: TellingKind, _ category: String) {
    guard let (phrase, length, last) = PhraseReader.whole(text) else { return }
    if followed.tag(phrase) == nil { summary[kind, default: 0] += 1 }
    let number = categories.firstIndex(of: category) ?? categories.count
    if number == categories.count { categories.append(category) }
    followed.insert(phrase, tag: UInt8(clamping: number))
    kinds.insert(phrase, tag: kind.rawValue)
    lengths.insert(length, endingWith: last)
  }

  /// The category whose telling value ends at the reader's last word.
  @inline(__always)
  func category(at reader: borrowing PhraseReader) -> String? {
    reader.tag(in: followed, lengths).map(category)
  }

  /// The category whose telling value a phrase is.
  func category(of phrase: UInt64) -> String? { followed.tag(phrase).map { categories[Int($0)] } }

  /// The category that a tag of ``followed`` stands for.
  func category(_ tag: UInt8) -> String { categories[Int(tag)] }

  /// The category whose telling value a code or its name is.
  func category(of code: Code) -> String? {
    for text in [code.code.reveal(.match), code.display?.reveal(.match) ?? ""] {
      if let (phrase, _, _) = PhraseReader.whole(text), let tag = followed.tag(phrase) {
        return categories[Int(tag)]
      }
    }
    return nil
  }

  /// A redacted number, as nine digits.
  mutating func add(identifier digits: [UInt8]) {
    guard digits.count == 9 else { return }
    let text = String(decoding: digits, as: UTF8.self)
    let parted = "\(text.prefix(3))-\(text.dropFirst(3).prefix(2))-\(text.suffix(4))"
    for spelling in [text, parted] {
      guard let (phrase, length, last) = PhraseReader.whole(spelling) else { continue }
      if kinds.tag(phrase) == nil { summary[.identifier, default: 0] += 1 }
      kinds.insert(phrase, tag: TellingKind.identifier.rawValue)
      lengths.insert(length, endingWith: last)
    }
  }

  /// People whom the pipeline redacts: none of what names them is to be found, whether it stood in a record or not.
  mutating func add(_ people: KnownIdentities) {
    people.table.forEach { phrase, tag, _ in kinds.insert(phrase, tag: tag) }
    lengths.formUnion(people.lengths)
    summary.merge(people.summary, uniquingKeysWith: +)
  }

  /// What a site rule took out of its place: what looks like an id is sought wherever it stands, a name and five
  /// words in a row unless released parts have them too (a city is part of many names).
  mutating func add(redacted text: ArraySlice<UInt8>) {
    let plain = String(decoding: text, as: UTF8.self)
    let words = FoldedWords.words(of: plain)
    for text in TellingKind.identifiers(in: plain) {
      guard let (phrase, length, last) = PhraseReader.whole(text) else { continue }
      if kinds.tag(phrase) == nil { summary[.identifier, default: 0] += 1 }
      kinds.insert(phrase, tag: TellingKind.identifier.rawValue)
      lengths.insert(length, endingWith: last)
    }
    if TellingKind.of(name: plain) == .name { addCandidate(plain) }
    var reader = PhraseReader(longest: PhraseReader.shingle)
    for word in words {
      reader.take(word)
      guard let phrase = reader.telling else { continue }
      candidates.insert(
        phrase, tag: TellingKind.words.rawValue, end: PhraseLengths.end(reader.lastWord))
      candidateLengths.insert(PhraseReader.shingle, endingWith: reader.lastWord)
    }
  }

  /// What a site rule took out with its part: ids, unless released parts have them too.
  mutating func add(withheld text: ArraySlice<UInt8>) {
    let plain = String(decoding: text, as: UTF8.self)
    for text in TellingKind.identifiers(in: plain) { addCandidate(text) }
  }

  /// Everything else in the units of a record that go: their other codes and names, and their text.
  mutating func add(removedFrom facts: RecordFacts, _ gone: GoneUnits) {
    for number in facts.units.indices where gone.contains(number) {
      for code in facts.units[number].codes {
        let kind = TellingKind.of(code: code.code.reveal(.match))
        if kind == .code { addCandidate(code.code.reveal(.match)) } else { summary[kind, default: 0] += 1 }
        if let name = code.display?.reveal(.match), TextFolding.symbols(of: name).count >= 4 {
          addCandidate(name)
        }
      }
    }
    PhraseReader.forEachWord(
      in: facts, longest: PhraseReader.shingle,
      where: { gone.contains($0.unit) && !Self.isRemark($0, facts) }
    ) { reader, _ in
      guard let phrase = reader.telling else { return }
      candidates.insert(
        phrase, tag: TellingKind.words.rawValue, end: PhraseLengths.end(reader.lastWord))
      candidateLengths.insert(PhraseReader.shingle, endingWith: reader.lastWord)
    }
  }

  /// Comments quote markup, which stands in the bytes of every record; their words tell of no patient. Terms
  /// and codes within them are sought all the same.
  private static func isRemark(_ run: TextRun, _ facts: RecordFacts) -> Bool {
    guard facts.units.indices.contains(run.unit) else { return false }
    return switch facts.units[run.unit].kind {
    case .remark: true
    case .record, .header, .section, .entry, .narrative, .resource, .contained, .message, .group, .segment,
      .paragraph, .attachment:
      false
    }
  }

  private mutating func addCandidate(_ text: String) {
    guard let (phrase, length, last) = PhraseReader.whole(text) else { return }
    candidates.insert(phrase, tag: TellingKind.companion.rawValue, end: PhraseLengths.end(last))
    candidateLengths.insert(length, endingWith: last)
  }

  /// Nothing is sought only where nothing that is released has it.
  var hasCandidates: Bool { candidates.count > 0 }

  /// What a part of a record has by right, because it stays: to be told once all that goes is known.
  mutating func add(retained part: DraftPart, of draft: RecordDraft) {
    let gone = draft.gone(part)
    let searched = candidateLengths
    var shared = PhraseTable()
    swap(&shared, &self.shared)
    PhraseReader.forEachWord(
      in: draft.site.retained(of: part), longest: searched.longest, endingAs: searched,
      where: { !gone.contains($0.unit) }
    ) { reader, _ in
      for length in 1...PhraseReader.longest where searched.contains(length) {
        guard let phrase = reader.phrase(ofLength: length) else { break }
        if candidates.tag(phrase) != nil { shared.insert(phrase, tag: TellingKind.shared.rawValue) }
      }
    }
    for number in part.facts.units.indices where !gone.contains(number) {
      if draft.site.units.contains(part.whole(unit: number)) { continue }
      for code in part.facts.units[number].codes {
        for text in [code.code.reveal(.match), code.display?.reveal(.match) ?? ""] {
          guard let (phrase, _, _) = PhraseReader.whole(text) else { continue }
          if candidates.tag(phrase) != nil { shared.insert(phrase, tag: TellingKind.shared.rawValue) }
        }
      }
    }
    swap(&shared, &self.shared)
  }

  /// All that is sought in a release, without what the retained parts have by right.
  consuming func values(categories set: CategorySet, withheld: Set<String>) -> TellingValues {
    var shared = shared
    shareOwnWords(&shared)
    var kept: [TellingKind: Int] = [:]
    candidates.forEach { phrase, tag, end in
      if let reason = shared.tag(phrase).flatMap({ TellingKind(rawValue: $0) }) {
        kept[reason, default: 0] += 1
      } else if let kind = TellingKind(rawValue: tag), kinds.tag(phrase) == nil {
        kinds.insert(phrase, tag: tag)
        lengths.insert(end: end)
        kept[kind, default: 0] += 1
      }
    }
    lengths.insert(lengthsOf: candidateLengths)
    return TellingValues(
      phrases: kinds, lengths: lengths, weakConcepts: weakConcepts, categories: set, withheld: withheld,
      summary: summary.merging(kept, uniquingKeysWith: +))
  }

  private func shareOwnWords(_ shared: inout PhraseTable) {
    for text in [Self.neutralSentence] + FHIRSecurityLabel.ownURLs {
      var reader = PhraseReader(longest: PhraseReader.shingle)
      for word in FoldedWords.words(of: text) {
        reader.take(word)
        if let phrase = reader.telling, candidates.tag(phrase) != nil {
          shared.insert(phrase, tag: TellingKind.ownWords.rawValue)
        }
      }
    }
  }

  /// notices.yaml `withheld-neutral`: a record that a sender had cut already holds it too.
  static let neutralSentence =
    "Some information was left out because the law or the request does not allow us to send it."
}
