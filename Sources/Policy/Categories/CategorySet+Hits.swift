package import Records
internal import Values

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
