package import Records
internal import Values

/// All categories of the house with their codes, labels and terms, ready to be sought in records. It is
/// made by ``CategoryReader`` only.
///
/// A class, though all of it is constant: it has a dozen tables, and a copy of it for each text that is searched
/// cost more than the search.
package final class CategorySet: Sendable {
  /// By name.
  package let categories: [Category]
  let codes: CodeTable
  /// What each statement on codes says and where it is from; entries of ``codes`` point here.
  let statements: [Statement]
  /// By id, as sources.yaml has them.
  let sources: [String: CategorySource]
  /// Terminologies whose codes the site has left out.
  package let leftOut: Set<Terminology>
  private let labels: [String: [Int]]
  let terms: TermAutomaton
  let termEntries: [TermEntry]
  private let patterns: [(pattern: SpelledPattern, category: Int, concept: Int)]
  /// By the first two bytes, as one number: whether a pattern can begin so.
  private let patternStarts: [Bool]

  /// A line of a category file on codes.
  struct Statement: Sendable {
    var words: String
    var source: String
  }

  struct TermEntry: Sendable {
    var category: Int
    var certainty: Certainty
    var concept: Int
    /// As written, for abbreviations that mean something only so.
    var exact: [UInt8]?
    var actsNear: Bool
    var spelling: String
    var expansion: String?
    var ambiguity: String?
  }

  package var names: Set<String> { Set(categories.map(\.name)) }

  package func category(_ name: String) -> Category? { categories.first { $0.name == name } }

  /// A category and the whole that it is part of.
  package func chain(_ name: String) -> [String] { [name] + (category(name)?.partOf.map { [$0] } ?? []) }

  /// What a code means: category, certainty and whether its source was checked; for `labels lookup`.
  package func meanings(system: String?, code: String) -> [CodeMeaning] {
    codes.entries(system: system, code: code).map {
      CodeMeaning(
        category: categories[$0.category].name, certainty: $0.certainty, isConfirmed: $0.isConfirmed)
    }
  }

  package struct CodeMeaning: Sendable, Hashable {
    package let category: String
    package let certainty: Certainty
    package let isConfirmed: Bool
  }

  /// The categories that a security label names.
  package func categories(labelled code: String) -> [String] {
    var found = labels[code.uppercased()] ?? []
    found += codes.labels(code).map(\.category)
    return Set(found).sorted().map { categories[$0].name }
  }

  init(_ files: [CategoryFile], sources: [String: CategorySource], leavingOut leftOut: Set<Terminology>) {
    // Document types are LOINC's too.
    let leftOut = leftOut.contains(.loinc) ? leftOut.union([.loincDocuments]) : leftOut
    (self.sources, self.leftOut) = (sources, leftOut)
    let files = files.sorted { $0.category.name < $1.category.name }.map { file in
      var kept = file
      kept.codes.removeAll { leftOut.contains($0.terminology) }
      kept.lists.removeAll { leftOut.contains($0.terminology) }
      return kept
    }
    categories = files.map(\.category)
    var concepts = ConceptCounter()
    var spellings: [[UInt8]] = []
    var entries: [TermEntry] = []
    var byName: [[UInt8]: Int] = [:]
    for (number, file) in files.enumerated() {
      for term in file.terms {
        let expanded = term.expansion.map { [UInt8(clamping: number)] + TextFolding.symbols(of: $0) }
        let concept = expanded.flatMap { byName[$0] } ?? concepts.next()
        for spelling in term.spellings {
          let symbols = TextFolding.symbols(of: spelling)
          if byName[[UInt8(clamping: number)] + symbols] == nil {
            byName[[UInt8(clamping: number)] + symbols] = concept
          }
          spellings.append(symbols)
          entries.append(
            TermEntry(
              category: number, certainty: term.certainty, concept: concept,
              exact: term.isExact ? Array(spelling.utf8) : nil, actsNear: term.actsNear, spelling: spelling,
              expansion: term.expansion, ambiguity: term.ambiguity))
        }
      }
    }
    (terms, termEntries) = (TermAutomaton(spellings), entries)

    var singles: [(Terminology, [UInt8], CodeTable.Entry)] = []
    var ranges: [(Terminology, CodeTable.Range)] = []
    var statements: [Statement] = []
    for (number, file) in files.enumerated() {
      for code in file.codes {
        // A code whose words are a term of its category means the same as that term.
        var named: Int?
        terms.forEachMatch(in: Array(code.words.utf8)) { match in
          if entries[match.term].category == number, named == nil { named = entries[match.term].concept }
        }
        let entry = CodeTable.Entry(
          category: number, certainty: code.certainty, isConfirmed: code.isConfirmed,
          concept: named ?? concepts.next(), weakIfSixth: code.weakIfSixth.flatMap { Array($0.utf8) },
          excluded: code.excluded.map { CodeText.compared(CodeText.plain($0), in: code.terminology) },
          statement: statements.count)
        statements.append(Statement(words: code.words, source: code.source))
        let from = CodeText.compared(CodeText.plain(code.from), in: code.terminology)
        let to = CodeText.compared(CodeText.plain(code.to), in: code.terminology)
        if code.isRange {
          ranges.append((code.terminology, CodeTable.Range(from: from, to: to, entry: entry)))
        } else {
          singles.append((code.terminology, from, entry))
        }
      }
      for list in file.lists {
        let entry = CodeTable.Entry(
          category: number, certainty: list.certainty, isConfirmed: list.isConfirmed,
          concept: concepts.next(),
          statement: statements.count)
        statements.append(Statement(words: list.title, source: list.source))
        for code in list.codes {
          singles.append(
            (list.terminology, CodeText.compared(CodeText.plain(code), in: list.terminology), entry))
        }
      }
    }
    codes = CodeTable(singles: singles, ranges: ranges)
    self.statements = statements

    var labels: [String: [Int]] = [:]
    var patterns: [(pattern: SpelledPattern, category: Int, concept: Int)] = []
    var starts = [Bool](repeating: false, count: 1 << 16)
    for (number, file) in files.enumerated() {
      for label in file.category.labels { labels[label.uppercased(), default: []].append(number) }
      for pattern in file.patterns {
        patterns.append((pattern, number, concepts.next()))
        for first in pattern.opening.first.members {
          for second in pattern.opening.second.members { starts[Int(first) << 8 | Int(second)] = true }
        }
      }
    }
    (self.labels, self.patterns, patternStarts) = (labels, patterns, starts)
  }

  private struct ConceptCounter {
    private var last = 0
    mutating func next() -> Int {
      last += 1
      return last
    }
  }
}

extension CategorySet {
  /// Everything in a record that speaks of a category: codes, labels, types and terms, of all certainties.
  /// A hit in a part is a second one in its whole.
  package func hits(_ facts: RecordFacts) -> [CategoryHit] { hits(facts, RunLooks(facts)) }

  func hits(_ facts: RecordFacts, _ looks: RunLooks) -> [CategoryHit] {
    var found: [CategoryHit] = []
    var known = KnownCodes()
    for number in facts.units.indices {
      for (index, code) in facts.units[number].codes.enumerated() {
        for entry in known.entries(code, or: entries) {
          add(entry, of: code, .code(index), unit: number, to: &found)
        }
      }
      for (index, label) in facts.units[number].labels.enumerated() {
        for category in categories(labelled: label.code.reveal(.match)) {
          add(category: category, .certain, .label(index), unit: number, concept: -1, to: &found)
        }
      }
    }
    for (index, code) in facts.documentTypes.enumerated() where !facts.units.isEmpty {
      for entry in entries(code) { add(entry, of: code, .documentType(index), unit: 0, to: &found) }
    }
    let runs = RunIndex(facts)
    let arena = runs.joined(facts)
    forEachTerm(in: arena) { term in
      guard let number = runs.run(at: term.range.lowerBound) else { return }
      let run = facts.runs[number]
      // A weak term is a word for people; among identifiers and codes two letters mean nothing.
      guard term.certainty > .weak || run.kind == .words, facts.units.indices.contains(run.unit) else {
        return
      }
      add(
        category: term.category, term.certainty, .term(term.range), unit: run.unit, concept: term.concept,
        actsNear: term.actsNear, to: &found)
    }
    var lists = DiagnosisLists(facts)
    addWrittenCodes(facts, looks, &lists, to: &found)
    addOtherReadings(facts, looks, &lists, to: &found)
    return CategorySigns.supported(found, in: facts)
  }

  /// Weak terms do not count there: two letters and a chance are no sign.
  private func addOtherReadings(
    _ facts: RecordFacts, _ looks: RunLooks, _ lists: inout DiagnosisLists, to found: inout [CategoryHit]
  ) {
    // What stands there letter by letter is found already, and a reading has most of it again.
    struct Spot: Hashable {
      var unit: Int
      var concept: Int
    }
    var seen = Set(
      found.lazy.filter { $0.certainty > .weak }.map { Spot(unit: $0.unit, concept: $0.concept) })
    var borders = RunBorders(facts, self)
    OtherReadings.forEach(facts, looks) {
      borders.mayGoOn($0)
    } _: { reading in
      var isFound = false
      forEachTerm(in: reading.text) { term in
        guard term.certainty > .weak, reading.isNew(term.range) else { return }
        isFound = true
        for number in reading.runs {
          let run = facts.runs[number]
          guard seen.insert(Spot(unit: run.unit, concept: term.concept)).inserted else { continue }
          add(
            category: term.category, term.certainty, .term(run.range), unit: run.unit, concept: term.concept,
            to: &found)
        }
      }
      guard reading.mayHoldCodes else { return isFound }
      WrittenCodes.forEach(in: reading.text[...], mayBeBare: true) {
        context(of: reading.runs, in: facts, &lists)
      } _: { written in
        for entry in codes.entries(system: written.system, code: written.code) where entry.certainty > .weak {
          isFound = true
          for number in reading.runs {
            let run = facts.runs[number]
            guard !written.isBare || mayBeBare(run, in: facts),
              seen.insert(Spot(unit: run.unit, concept: entry.concept)).inserted
            else { continue }
            add(
              category: categories[entry.category].name, entry.certainty, .writtenCode(run.range),
              unit: run.unit, concept: entry.concept, to: &found)
          }
        }
      }
      return isFound
    }
  }

  private func addWrittenCodes(
    _ facts: RecordFacts, _ looks: RunLooks, _ lists: inout DiagnosisLists, to found: inout [CategoryHit]
  ) {
    // Texts without a code of ours, by whether they could be one bare: nearly all come again.
    var barren: Set<BarrenText> = []
    for number in facts.runs.indices where !looks[number].isDisjoint(with: [.code, .bareCode]) {
      let run = facts.runs[number]
      guard facts.units.indices.contains(run.unit) else { continue }
      let mayBeBare = mayBeBare(run, in: facts)
      let text = BarrenText(text: looks.alike(number), mayBeBare: mayBeBare)
      if barren.contains(text) { continue }
      // A text that asks for its place is another one elsewhere.
      var isFound = false
      let bytes = facts.arena[run.range.clamped(to: facts.arena.indices)]
      WrittenCodes.forEach(in: bytes, mayBeBare: mayBeBare) {
        isFound = true
        return context(of: [number], in: facts, &lists)
      } _: { written in
        for entry in codes.entries(system: written.system, code: written.code) where entry.certainty > .weak {
          isFound = true
          if written.range == run.range, isOfAnotherSystem(written.code, run.unit, in: facts) { continue }
          add(
            category: categories[entry.category].name, entry.certainty, .writtenCode(written.range),
            unit: run.unit, concept: entry.concept, to: &found)
        }
      }
      if !isFound { barren.insert(text) }
    }
  }

  /// Whether a text is a code that its own field gives in a system of which no category speaks: a detailed race
  /// of CDC's list (2113-9 Irish) has the shape and the number of a pregnancy test's LOINC.
  private func isOfAnotherSystem(_ code: String, _ unit: Int, in facts: RecordFacts) -> Bool {
    let same = facts.units[unit].codes.filter { $0.code.reveal(.match) == code }
    return !same.isEmpty
      && same.allSatisfy { $0.system.flatMap { Terminology.named($0.reveal(.match)) }?.isEmpty ?? false }
  }

  private func context(
    of runs: [Int], in facts: RecordFacts, _ lists: inout DiagnosisLists
  ) -> ListedCodes.Context {
    guard let run = runs.first, facts.runs[run].kind == .words else {
      return ListedCodes.Context(isOfDiagnoses: false)
    }
    let unit = facts.runs[run].unit
    return ListedCodes.Context(isOfDiagnoses: lists.hold(unit), head: lists.head(of: unit))
  }

  private func mayBeBare(_ run: TextRun, in facts: RecordFacts) -> Bool {
    run.kind == .words && Self.speaksOfCare(facts.units[run.unit])
  }

  private struct BarrenText: Hashable {
    var text: Int32
    var mayBeBare: Bool
  }

  /// Units whose words are of care, rather than of people and places: there a bed may be called B20.
  private static func speaksOfCare(_ unit: RecordUnit) -> Bool {
    switch unit.kind {
    case .header, .record, .message, .remark: false
    case .section, .entry, .narrative, .paragraph, .attachment: true
    case .resource, .contained, .segment, .group: unit.type.map { !ofPeopleAndPlaces.contains($0) } ?? true
    }
  }
  private static let ofPeopleAndPlaces: Set<String> = [
    "Account", "Appointment", "CareTeam", "Coverage", "Device", "Encounter", "Endpoint", "HealthcareService",
    "Location", "Organization", "Patient", "Person", "Practitioner", "PractitionerRole", "RelatedPerson",
    "Specimen", "AIL", "AIP", "EVN", "GT1", "IN1", "IN2", "IN3", "LOC", "MRG", "MSH", "NK1", "ORG", "PD1",
    "PID",
    "PRT", "PV1", "PV2", "ROL", "SFT", "SPM", "STF", "TXA",
  ]

  /// A term in a text: its category, its place and what it means.
  struct FoundTerm {
    var category: String
    var certainty: Certainty
    var range: Range<Int>
    var concept: Int
    var actsNear = false
    /// Its place among the terms; nil for a pattern.
    var entry: Int?
  }

  /// Every term in a text.
  func forEachTerm(in text: [UInt8], _ body: (FoundTerm) -> Void) {
    terms.forEachMatch(in: text) { match in
      let entry = termEntries[match.term]
      if let exact = entry.exact, !ExactSpelling.isWritten(exact, in: text[match.range]) { return }
      body(
        FoundTerm(
          category: categories[entry.category].name, certainty: entry.certainty, range: match.range,
          concept: entry.concept, actsNear: entry.actsNear, entry: match.term))
    }
    guard !patterns.isEmpty else { return }
    let span = text.span
    let patternStarts = patternStarts
    let starts = patternStarts.span
    var pair = 0
    for next in span.indices {
      pair = (pair << 8 | Int(span[next])) & 0xFFFF
      guard starts[pair], next > 0 else { continue }
      for index in patterns.indices where patterns[index].pattern.mayBegin(in: span, at: next - 1) {
        guard let end = patterns[index].pattern.end(in: span, from: next - 1) else { continue }
        body(
          FoundTerm(
            category: categories[patterns[index].category].name, certainty: .likely, range: next - 1..<end,
            concept: patterns[index].concept))
      }
    }
  }

  /// Whether a pattern may begin at a place that this byte follows.
  func patternMayBegin(in bytes: Span<UInt8>, at place: Int, before second: UInt8) -> Bool {
    patternStarts[Int(bytes[place]) << 8 | Int(second)]
      && patterns.contains { $0.pattern.mayBegin(in: bytes, at: place) }
  }

  private func entries(_ code: Code) -> [CodeTable.Entry] {
    let text = code.code.reveal(.match)
    let system = code.system?.reveal(.match)
    if let system, Terminology.named(system) == [.labels] { return codes.labels(text) }
    return codes.entries(system: system, code: text)
  }

  private func add(
    _ entry: CodeTable.Entry, of code: Code, _ what: CategoryHit.What, unit: Int,
    to found: inout [CategoryHit]
  ) {
    // A weak code and the name beside it are one sign.
    var concept = entry.concept
    if entry.certainty == .weak, let name = code.display?.reveal(.match) {
      var named: Int?
      terms.forEachMatch(in: Array(name.utf8)) { match in
        let term = termEntries[match.term]
        if term.category == entry.category, named == nil { named = term.concept }
      }
      concept = named ?? concept
    }
    add(
      category: categories[entry.category].name, entry.certainty, what, unit: unit, concept: concept,
      to: &found)
  }

  private func add(
    category: String, _ certainty: Certainty, _ what: CategoryHit.What, unit: Int, concept: Int,
    actsNear: Bool = false, to found: inout [CategoryHit]
  ) {
    for (place, name) in chain(category).enumerated() {
      found.append(
        CategoryHit(
          unit: unit, category: name, part: place == 0 ? nil : category, certainty: certainty, what: what,
          concept: concept, actsNear: actsNear))
    }
  }
}
