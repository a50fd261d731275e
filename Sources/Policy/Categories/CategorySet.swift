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
}
