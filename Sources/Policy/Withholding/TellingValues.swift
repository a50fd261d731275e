package import Records
package import Values

/// A place of a release where something stands that was taken out; without the value.
package struct LeakHit: Sendable, Hashable {
  package let kind: TellingKind
  package let unit: Int
  package let place: Place
}

/// All that must not be found in a release, as numbers of phrases and of meanings: what was withheld or
/// redacted can be sought in these values, and not be read out of them.
package struct TellingValues: Sendable {
  /// By phrase: the kind.
  private let phrases: Sensitive<PhraseTable>
  /// The lengths in words that occur.
  private let lengths: PhraseLengths
  /// Weak terms that were part of what was withheld, by what they mean.
  private let weakConcepts: Sensitive<Set<Int>>
  private let categories: CategorySet
  /// Categories that are withheld in every record.
  private let withheld: Set<String>
  /// How many values are sought and not sought, by kind; for `explain`.
  package let summary: [TellingKind: Int]

  init(
    phrases: PhraseTable, lengths: PhraseLengths, weakConcepts: Set<Int>, categories: CategorySet,
    withheld: Set<String>, summary: [TellingKind: Int]
  ) {
    (self.phrases, self.lengths) = (Sensitive(phrases), lengths)
    (self.weakConcepts, self.categories) = (Sensitive(weakConcepts), categories)
    (self.withheld, self.summary) = (withheld, summary)
  }

  /// Nothing was taken out whose values could be sought.
  package var isEmpty: Bool {
    phrases.reveal(.match) { $0.count == 0 } && weakConcepts.reveal(.match) { $0.isEmpty }
  }

  /// Every place of a record, read from a release, that holds a telling value.
  package func found(in facts: RecordFacts) -> [LeakHit] {
    let looks = RunLooks(facts)
    return found(in: facts, looks, categories.hits(facts, looks))
  }

  /// - Parameter signs: of all categories, in this record.
  func found(in facts: RecordFacts, _ looks: RunLooks, _ signs: [CategoryHit]) -> [LeakHit] {
    var hits: [LeakHit] = []
    func add(_ kind: TellingKind, unit: Int) {
      let place = facts.units.indices.contains(unit) ? facts.units[unit].place : Place()
      hits.append(LeakHit(kind: kind, unit: unit, place: place))
    }
    phrases.reveal(.match) { table in
      PhraseReader.forEachWord(
        in: facts, longest: lengths.longest, endingAs: lengths, where: { _ in true }
      ) { reader, run in
        if let kind = reader.tag(in: table, lengths).flatMap({ TellingKind(rawValue: $0) }) {
          add(kind, unit: run.unit)
        }
      }
      PhraseReader.forEachOther(in: facts, looks, table, lengths, where: { _ in true }) { tag, run in
        if let kind = TellingKind(rawValue: tag), kind != .words { add(kind, unit: run.unit) }
      }
      PhraseFinder.forEachAcross(in: facts, table, lengths) { phrase, parts in
        guard let kind = table.tag(phrase).flatMap({ TellingKind(rawValue: $0) }), kind.isFollowed else {
          return
        }
        for part in parts { add(kind, unit: facts.runs[part.run].unit) }
      }
    }
    for hit in signs where hit.isTerm {
      if let kind = kind(hit.category, hit.certainty, hit.concept) { add(kind, unit: hit.unit) }
    }
    return hits
  }

  /// How many telling values stand in a text that is not a record: a manifest, an index, a name.
  /// As it stands; where that has none, as it reads once encodings and breaks in it are undone.
  package func found(inText utf8: [UInt8]) -> Int {
    let count = found(in: utf8, weakTermsToo: true)
    guard count == 0 else { return count }
    let readings = DecodedText.layers(of: utf8[...]) + WordReadings.all(of: utf8[...], areWords: true)
    return readings.map { found(in: $0, weakTermsToo: false) }.max() ?? 0
  }

  /// How many stand in the plain bytes of a record. Weak terms do not count there: they are words for people,
  /// sought in the record's texts, and its grammar is full of them (`xsi:type="CD"`, `nullFlavor="NA"`).
  package func found(inBytes bytes: [UInt8]) -> Int { found(in: bytes, weakTermsToo: false) }

  private func found(in utf8: [UInt8], weakTermsToo: Bool) -> Int {
    var count = 0
    phrases.reveal(.match) { table in
      var reader = PhraseReader(longest: lengths.longest)
      FoldedWords.forEach(in: utf8.span, utf8.indices) { word in
        reader.take(word)
        if lengths.mayEnd(with: word.hash), reader.tag(in: table, lengths) != nil { count += 1 }
      }
    }
    categories.forEachTerm(in: utf8) { term in
      guard term.certainty > .weak || (weakTermsToo && !term.actsNear) else { return }
      let chain = categories.chain(term.category)
      if chain.contains(where: { kind($0, term.certainty, term.concept) != nil }) { count += 1 }
    }
    return count
  }

  private func kind(_ category: String, _ certainty: Certainty, _ concept: Int) -> TellingKind? {
    if certainty > .weak { return withheld.contains(category) ? .categoryTerm : nil }
    return weakConcepts.reveal(.match) { $0.contains(concept) } ? .term : nil
  }
}
