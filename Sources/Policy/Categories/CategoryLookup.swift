/// Where a statement of a category file is from, as sources.yaml says.
package struct CategorySource: Sendable, Hashable {
  package let id: String
  package let name: String
  package let licence: String
}

/// One reason why a code, a label or a word belongs to a category: what `chartgate labels lookup` tells.
package struct CategoryMeaning: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case code(Terminology)
    /// A security label that names the category.
    case label
    /// A word for people, with what it stands for and what else it may mean.
    case term(expansion: String?, ambiguity: String?, actsNear: Bool)
    /// A spelling of one of the file's patterns.
    case pattern
  }

  package let category: String
  package let title: String
  package let kind: Kind
  /// What the file says beside it: a code's words, a list's title, a term's spelling.
  package let words: String
  package let certainty: Certainty
  /// Whether the source was looked at; always for labels and words, which are the file's own.
  package let isConfirmed: Bool
  package let source: CategorySource?
  package let law: [String]
}

extension CategorySet {
  /// Every reason why a text may mean a category: as a code of each terminology, as a label, and by the words in
  /// it. Nothing of a record is asked; the text is the operator's.
  package func lookup(_ text: String) -> [CategoryMeaning] {
    var found: [CategoryMeaning] = []
    for terminology in Terminology.allCases where terminology != .labels {
      for entry in codes.statements(of: text, in: terminology) {
        let statement = statements[entry.statement]
        found.append(
          meaning(
            entry.category, .code(terminology), statement.words, entry.certainty, entry.isConfirmed,
            statement.source))
      }
    }
    for name in categories(labelled: text) {
      guard let number = categories.firstIndex(where: { $0.name == name }) else { continue }
      found.append(meaning(number, .label, text, .certain, true, nil))
    }
    var seen: Set<Int> = []
    forEachTerm(in: Array(text.utf8)) { term in
      guard let number = categories.firstIndex(where: { $0.name == term.category }) else { return }
      guard let entry = term.entry else {
        found.append(meaning(number, .pattern, text, term.certainty, true, nil))
        return
      }
      guard seen.insert(entry).inserted else { return }
      let own = termEntries[entry]
      found.append(
        meaning(
          number, .term(expansion: own.expansion, ambiguity: own.ambiguity, actsNear: own.actsNear),
          own.spelling,
          own.certainty, true, nil))
    }
    var told: Set<CategoryMeaning> = []
    return found.filter { told.insert($0).inserted }
  }

  private func meaning(
    _ category: Int, _ kind: CategoryMeaning.Kind, _ words: String, _ certainty: Certainty,
    _ isConfirmed: Bool,
    _ source: String?
  ) -> CategoryMeaning {
    let own = categories[category]
    // `ecqm:2.16.840…` names a value set of ecqm; of `a+b` the first is told.
    let id = source.map { String($0.prefix { $0 != ":" && $0 != "+" }) }
    return CategoryMeaning(
      category: own.name, title: own.title, kind: kind, words: words, certainty: certainty,
      isConfirmed: isConfirmed, source: id.flatMap { sources[$0] }, law: own.law)
  }
}
