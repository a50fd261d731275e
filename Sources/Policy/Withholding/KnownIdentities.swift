internal import Records
internal import Requests
internal import Values

/// The people whom a pipeline redacts, and how they are found: at the places that are theirs, each part whatever it
/// is; and everywhere else in the packet by what names them alone.
///
/// Phrases of ``FoldedWords`` in a ``PhraseTable`` do what an automaton would, in the pass that narrative is searched
/// by anyway: a name costs one number, words are compared without case, accents, punctuation and line ends, and each
/// word has its place in the arena.
struct KnownIdentities {
  /// What stands in one run, to be replaced there.
  struct Found: Hashable {
    var run: Int
    var range: Range<Int>
  }

  private let roles: KnownPeople.Roles
  /// What names somebody, by phrase: its kind.
  private(set) var table = PhraseTable()
  private(set) var lengths = PhraseLengths()
  /// Names that are told by two of their words alone.
  private var gaps = NameGaps()
  private(set) var summary: [TellingKind: Int] = [:]
  /// The patient's names in full.
  private var patient: Set<[UInt64]> = []

  /// nil where the pipeline redacts nobody.
  ///
  /// - Parameters:
  ///   - identities: whom the records state as their patient.
  ///   - people: all others whom they name.
  init?(_ facts: Case, _ identities: [PatientIdentity], _ people: NamedPeople) {
    guard let roles = facts.pipeline?.redactedRoles, !roles.isEmpty else { return nil }
    self.roles = roles
    var kept = KeptValues()
    if let own = facts.request.patient { add(patient: PersonValues(own), to: &kept) }
    kept.add(words: [facts.house.site.name] + facts.house.site.alsoKnownAs)
    // A batch names the same people a thousand times.
    var seen: Set<PatientIdentity> = []
    for var identity in identities {
      (identity.place, identity.unit) = (Place(), 0)
      guard seen.insert(identity).inserted else { continue }
      add(patient: PersonValues(identity), to: &kept)
    }
    for person in people.all where person.roles.contains(.patient) {
      add(patient: person.values, to: &kept)
    }
    var removed: Set<PersonSpellings.Spelling> = []
    var gapped: Set<[UInt64]> = []
    var unsought: [TellingKind: Int] = [:]
    for person in people.all where !person.roles.contains(.patient) {
      let spellings = PersonSpellings(person.values)
      if isRemoved(person.roles, spellings.fullNames) {
        removed.formUnion(spellings.all)
        gapped.formUnion(spellings.gapped)
        unsought.merge(spellings.unsought, uniquingKeysWith: +)
      } else if person.roles.isDisjoint(with: roles) {
        kept.add(familiesOf: spellings)
      }
    }
    for spelling in removed { add(spelling, besides: kept, people.codes) }
    for name in gapped where !kept.has(PersonSpellings.Spelling(kind: .personName, words: name)) {
      if let given = name.first, let family = name.last { gaps.insert(given, family) }
    }
    summary.merge(unsought, uniquingKeysWith: +)
  }

  private mutating func add(patient values: PersonValues, to kept: inout KeptValues) {
    let spellings = PersonSpellings(values)
    patient.formUnion(spellings.fullNames)
    kept.add(spellings)
    // Dr. Houston's patient may live there, and a doctor's number may be their ZIP.
    kept.add(towns: values.towns)
  }

  private mutating func add(
    _ spelling: PersonSpellings.Spelling, besides kept: KeptValues, _ codes: Set<UInt64>
  ) {
    guard !kept.has(spelling) else {
      summary[.patientsOwn, default: 0] += 1
      return
    }
    guard spelling.kind != .identifier || !codes.contains(FoldedWords.phrase(spelling.words)) else {
      summary[.shared, default: 0] += 1
      return
    }
    let words = spelling.words.prefix(PhraseReader.longest)
    table.insert(FoldedWords.phrase(words), tag: spelling.kind.rawValue)
    if let last = words.last { lengths.insert(words.count, endingWith: last) }
    summary[spelling.kind, default: 0] += 1
  }

  /// A guarantor, an author or an informant who has the patient's name is the patient; a relative is another.
  private func isRemoved(
    _ own: KnownPeople.Roles, _ fullNames: @autoclosure () -> Set<[UInt64]>
  ) -> Bool {
    guard !own.isDisjoint(with: roles) else { return false }
    return own.contains(.relative) || fullNames().isDisjoint(with: patient)
  }

  // MARK: Where they stand

  /// Arena ranges to redact, each within one run; in order, none overlapping.
  func ranges(in facts: RecordFacts) -> [Found] {
    var found = ownPlaces(in: facts)
    let own = Set(found.map(\.run))
    PhraseFinder.forEach(in: facts, table, lengths, gaps: gaps) { _, words in found += Self.merged(words) }
    PhraseFinder.forEachAcross(in: facts, table, lengths) { _, parts in
      // A line does not go on in the fields of a next of kin.
      if parts.allSatisfy({ !own.contains($0.run) }) { found += parts }
    }
    return Self.resolved(found)
  }

  /// What is known of somebody goes where it stands, be it ever so short.
  private func ownPlaces(in facts: RecordFacts) -> [Found] {
    let index = RunIndex(facts)
    var found: [Found] = []
    for person in facts.people.all where !person.roles.isDisjoint(with: roles) {
      guard !person.roles.contains(.patient) else { continue }
      guard isRemoved(person.roles, PersonSpellings.fullNames(of: PersonValues(person, facts))) else {
        continue
      }
      for part in facts.people.parts(of: person) where part.what != .title {
        guard let run = index.run(at: part.range.lowerBound), !Self.isMark(facts.arena[part.range]) else {
          continue
        }
        found.append(Found(run: run, range: part.range))
      }
    }
    return found
  }

  /// What was redacted before needs no more.
  private static func isMark(_ text: ArraySlice<UInt8>) -> Bool {
    text.elementsEqual("[withheld]".utf8) || text.elementsEqual("withheld".utf8)
  }

  /// The units whose text names somebody only as it reads once an encoding or a break in it is undone: what has no
  /// bytes of its own there cannot be cut in its place.
  func hiddenUnits(of facts: RecordFacts, _ looks: RunLooks) -> Set<Int> {
    guard table.count > 0 else { return [] }
    var plain: [Int: Int] = [:]
    PhraseFinder.forEach(in: facts, table, lengths) { _, words in
      for run in Set(words.map(\.run)) { plain[run, default: 0] += 1 }
    }
    var units: Set<Int> = []
    OtherReadings.ofRuns(facts, looks) { reading in
      // A reading has what stands there plainly once more, perhaps otherwise (Garcia-Lopez, GarciaLopez): what it
      // has besides is hidden.
      var count = 0
      PhraseFinder.forEach(in: reading.text, table, lengths) { _, _ in count += 1 }
      for run in reading.runs where count > plain[run, default: 0] { units.insert(facts.runs[run].unit) }
      return count > 0
    }
    return units
  }

  /// The words of one run are one range, with what stands between them.
  private static func merged(_ words: [Found]) -> [Found] {
    var merged: [Found] = []
    for word in words {
      if let last = merged.last, last.run == word.run {
        merged[merged.count - 1].range = last.range.lowerBound..<word.range.upperBound
      } else {
        merged.append(word)
      }
    }
    return merged
  }

  /// In order, and those that overlap made one.
  static func resolved(_ found: [Found]) -> [Found] {
    var resolved: [Found] = []
    for one in found.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      if let last = resolved.last, one.range.lowerBound < last.range.upperBound {
        resolved[resolved.count - 1].range =
          last.range.lowerBound..<max(last.range.upperBound, one.range.upperBound)
      } else {
        resolved.append(one)
      }
    }
    return resolved
  }
}

/// What is not sought because somebody has it who stays: the patient, the house, people whom the pipeline does not
/// redact.
struct KeptValues {
  /// Every stretch of words of what the patient is called and has.
  private var phrases: Set<UInt64> = []
  /// Words of family names of whoever stays.
  private var families: Set<UInt64> = []

  mutating func add(_ spellings: PersonSpellings) {
    for spelling in spellings.all { add(stretchesOf: spelling.words) }
    for family in spellings.families {
      add(stretchesOf: family)
      families.formUnion(family)
    }
    // Given names too: a relative's family name may be the patient's given one.
    for name in spellings.fullNames { families.formUnion(name) }
  }

  mutating func add(familiesOf spellings: PersonSpellings) {
    for family in spellings.families { families.formUnion(family) }
  }

  mutating func add(towns texts: [[UInt8]]) {
    for text in texts {
      var words: [UInt64] = []
      FoldedWords.forEach(in: text.span, text.indices) { words.append($0.hash) }
      add(stretchesOf: words)
    }
  }

  /// The house's own names.
  mutating func add(words texts: [String]) {
    for text in texts {
      let words = FoldedWords.words(of: text).map(\.hash)
      add(stretchesOf: words)
      families.formUnion(words)
    }
  }

  private mutating func add(stretchesOf words: [UInt64]) {
    for start in words.indices {
      for end in words.indices where end >= start { phrases.insert(FoldedWords.phrase(words[start...end])) }
    }
  }

  func has(_ spelling: PersonSpellings.Spelling) -> Bool {
    if phrases.contains(FoldedWords.phrase(spelling.words)) { return true }
    return spelling.kind == .familyName && spelling.words.allSatisfy(families.contains)
  }
}
