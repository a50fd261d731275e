internal import Records
internal import Requests
internal import Values

/// Plans in steps that only ever add: their order does not matter for what goes.
struct WithholdingPlanner {
  let facts: Case
  private let categories: CategorySet
  private let policy: CategoryPolicy
  var drafts: [RecordDraft] = []
  /// By draft: hits of all categories.
  private var hits: [[CategoryHit]] = []
  var telling = TellingCollector()
  var findings: [Finding] = []
  /// nil where the pipeline redacts nobody.
  private var people: KnownIdentities?

  /// Narrative is followed so many times; a record in which it still moves goes whole.
  private static let roundLimit = 8

  init(_ facts: Case, _ categories: CategorySet) {
    (self.facts, self.categories) = (facts, categories)
    policy = CategoryPolicy(facts, categories)
    for record in facts.records {
      guard let read = record.facts else { continue }
      let draft = RecordDraft(record, read)
      drafts.append(draft)
      hits.append(categories.hits(read, draft.looks))
    }
  }

  mutating func plan() -> WithholdingPlan {
    for index in drafts.indices {
      withholdOutsideOfScope(index)
      withholdUnknownParts(index)
      withholdLabelled(index)
      withholdAttachments(index)
      withholdSelected(index)
    }
    people = KnownIdentities(facts, drafts)
    withholdHiddenValues()
    withholdCategories()
    noteWeakHits()
    let redactions = redactions()
    redactSelected()
    for draft in drafts { telling.add(removedPartsOf: draft) }
    for draft in drafts { findings += PlanFindings.of(draft, facts, policy) }
    let values = telling.values(retained: drafts, categories: categories, withheld: policy.everywhere)
    return WithholdingPlan(
      records: facts.records.map { plan(of: $0, redactions) }, findings: findings, telling: values,
      released: released(), policy: policy, categories: categories,
      cases: facts.records.map { RecordCase(number: $0.number, listed: $0.listed, facts: nil) })
  }

  private func plan(of record: RecordCase, _ redactions: [Int: [Range<Int>]]) -> WithholdingPlan.RecordPlan {
    guard let draft = drafts.first(where: { $0.record.number == record.number }) else {
      // It could not be read: the reader's finding holds it, and nothing of it leaves.
      return WithholdingPlan.RecordPlan(
        number: record.number, cut: Cut(units: [0]), isWithheldWhole: true, reasons: [:], redacted: [])
    }
    let numbers = redactions[record.number] ?? []
    return WithholdingPlan.RecordPlan(
      number: record.number,
      cut: Cut(
        units: draft.units, redactions: numbers + draft.site.redactions, values: draft.site.values),
      isWithheldWhole: draft.isWhole, reasons: draft.reasons,
      redacted: numbers.map {
        WithholdingPlan.Redacted(rule: "house.redacted", part: .text(at: $0.lowerBound))
      }
        + draft.site.redacted)
  }

  // MARK: What does not depend on categories

  private mutating func withholdOutsideOfScope(_ index: Int) {
    for judgement in ReleaseScope(facts).judge(drafts[index].record, drafts[index].facts) {
      switch judgement {
      case .outside(let unit, let rule): drafts[index].withhold(unit, rule)
      case .unsaid(let isDate):
        let number = drafts[index].record.number
        findings.append(
          .of(
            "house.scope-unknown", subject: .record(number), at: Place(record: number),
            isDate
              ? "the record does not say its date, and a period was asked for"
              : "the record does not say its kind, and kinds of documents were asked for",
            remedy: "look at it, and state date and kind in the request", pipeline: facts.pipeline))
      }
    }
    // A form for psychotherapy notes opens nothing else (45 CFR 164.508(b)(3)(ii)).
    if facts.basis == .authorization, CategoryPolicy.isPsychotherapyForm(facts.request.authorization),
      !hits[index].contains(where: { $0.category == "PSYTHPN" && $0.certainty > .weak })
    {
      drafts[index].withhold(0, "auth.scope.records")
    }
  }

  /// DESIGN.md §4.9. The pipeline may name a segment, a resource type or a section's code.
  private mutating func withholdUnknownParts(_ index: Int) {
    let allowed = Set(facts.pipeline?.allowUnknown ?? [])
    let units = drafts[index].facts.units
    for number in units.indices where !units[number].isKnown {
      let unit = units[number]
      let isAllowed =
        unit.type.map(allowed.contains) ?? false
        || unit.codes.contains { allowed.contains($0.code.reveal(.match)) }
      if !isAllowed { drafts[index].withhold(number, "house.unknown-part") }
    }
  }

  /// Restricted records are believed, unless what the patient opened explains the label.
  private mutating func withholdLabelled(_ index: Int) {
    let verdict = facts.pipeline?.verdicts["cat.label"] ?? .withhold
    guard !policy.isOwnAccess, verdict >= .withhold else { return }
    let record = drafts[index].record
    for number in drafts[index].facts.units.indices {
      for label in drafts[index].facts.units[number].labels {
        let meaning = BelievedLabels.meaning(of: label, categories)
        guard meaning != .nothing else { continue }
        let isExplained = hits[index].contains { hit in
          guard hit.certainty > .weak, policy.opens(hit, in: record) else { return false }
          guard isWithin(hit.unit, number, drafts[index].facts) else { return false }
          return meaning == .restricted || policy.confidentiality(of: hit.category) == .veryRestricted
        }
        if !isExplained { drafts[index].withhold(number, "cat.label") }
      }
    }
  }

  private func isWithin(_ unit: Int, _ ancestor: Int, _ facts: RecordFacts) -> Bool {
    var at = unit
    while true {
      if at == ancestor { return true }
      guard facts.units.indices.contains(at), let parent = facts.units[at].parent, parent < at else {
        return false
      }
      at = parent
    }
  }

  /// What cannot be looked into stays behind wherever something may have to be withheld or redacted; a
  /// record that is opaque as a whole is held by cat.opaque.
  private mutating func withholdAttachments(_ index: Int) {
    guard !policy.isEmpty || facts.pipeline?.redact.isEmpty == false else { return }
    let (facts, looks) = (drafts[index].facts, drafts[index].looks)
    for (number, run) in facts.runs.enumerated() where looks[number].contains(.data) {
      guard facts.units.indices.contains(run.unit), !drafts[index].isGone(run.unit) else { continue }
      let areWords =
        switch run.kind {
        case .words: true
        case .value, .socialSecurityNumber: false
        }
      if HiddenData.isIn(facts.arena[run.range.clamped(to: facts.arena.indices)], areWords: areWords) {
        drafts[index].withhold(run.unit, "house.opaque-part")
      }
    }
    for number in facts.units.indices.dropFirst() {
      switch facts.units[number].kind {
      // One that is wholly decoded text is searched like any other part.
      case .attachment where facts.units[number].isKnown: continue
      case .attachment: drafts[index].withhold(number, "house.opaque-part")
      case .record, .header, .section, .entry, .narrative, .resource, .contained, .message, .group, .segment,
        .paragraph, .remark:
        continue
      }
    }
  }

  // MARK: Categories, and the narrative that follows them

  private mutating func withholdCategories() {
    let termsAct = facts.pipeline?.verdicts["cat.term-only"] == .withhold
    var pending: [[CategoryHit]] = []
    for index in drafts.indices {
      let record = drafts[index].record
      let protected = hits[index].filter { policy.withholds($0, in: record) }
      drafts[index].sure = CategorySigns.sure(protected)
      if termsAct { drafts[index].sure.formUnion(protected.filter(\.isTerm).map(\.category)) }
      pending.append(protected)
    }
    var changed = Set(drafts.indices)
    for _ in 0..<Self.roundLimit where !changed.isEmpty {
      changed = []
      for index in drafts.indices where act(index, &pending[index]) { changed.insert(index) }
      for index in drafts.indices where follow(index) { changed.insert(index) }
    }
    // It did not come to rest.
    for index in changed { drafts[index].withhold(0, "house.follow") }
  }

  /// Takes out what speaks of a category that is surely there. True when something new went or became
  /// telling.
  private mutating func act(_ index: Int, _ pending: inout [CategoryHit]) -> Bool {
    var changed = false
    var waiting: [CategoryHit] = []
    for hit in pending {
      if telling.weakConcepts.contains(hit.concept), drafts[index].sure.insert(hit.category).inserted {
        changed = true
      }
    }
    for hit in pending {
      guard drafts[index].sure.contains(hit.category) else {
        waiting.append(hit)
        continue
      }
      changed = true
      drafts[index].withhold(hit.unit, policy.rule(for: hit.category), hit.category)
      collect(hit, drafts[index].facts)
    }
    pending = waiting
    return changed
  }

  private mutating func collect(_ hit: CategoryHit, _ facts: RecordFacts) {
    switch hit.what {
    case .code(let number): telling.add(facts.units[hit.unit].codes[number], of: hit.category)
    case .documentType(let number): telling.add(facts.documentTypes[number], of: hit.category)
    case .label: break
    case .writtenCode(let range):
      // A longer text is one in which the code does not stand as it reads.
      guard range.count <= 32 else { break }
      let text = String(decoding: facts.arena[range.clamped(to: facts.arena.indices)], as: UTF8.self)
      telling.add(Code(system: nil, code: text), of: hit.category)
    case .term:
      // What acts only near another sign is sought nowhere else.
      if hit.certainty == .weak, !hit.actsNear { telling.add(weakConcept: hit.concept) }
    }
  }

  /// Takes out what repeats a telling value, in this record or another one of the packet.
  private mutating func follow(_ index: Int) -> Bool {
    // What was sought before and found is gone; only more values can find more.
    guard telling.followed.count > drafts[index].followedCount, !drafts[index].isWhole else { return false }
    drafts[index].followedCount = telling.followed.count
    var found: [(unit: Int, category: String)] = []
    let draft = drafts[index]
    let gone = draft.gone
    let values = telling
    PhraseReader.forEachWord(
      in: draft.facts, longest: values.lengths.longest, endingAs: values.lengths,
      where: { !gone.contains($0.unit) }
    ) { reader, run in
      if let category = values.category(at: reader) { found.append((run.unit, category)) }
    }
    PhraseReader.forEachOther(
      in: draft.facts, draft.looks, values.followed, values.lengths, where: { !gone.contains($0.unit) }
    ) { tag, run in
      found.append((run.unit, values.category(tag)))
    }
    PhraseFinder.forEachAcross(in: draft.facts, values.followed, values.lengths) { phrase, parts in
      guard let category = values.category(of: phrase) else { return }
      for part in parts {
        let unit = draft.facts.runs[part.run].unit
        if !gone.contains(unit) { found.append((unit, category)) }
      }
    }
    for number in draft.facts.units.indices where !gone.contains(number) {
      for code in draft.facts.units[number].codes {
        if let category = telling.category(of: code) { found.append((number, category)) }
      }
    }
    var changed = false
    for (unit, category) in found {
      if drafts[index].withhold(unit, policy.rule(for: category), category) { changed = true }
      if drafts[index].sure.insert(category).inserted { changed = true }
    }
    return changed
  }

  /// A weak sign alone takes nothing out: a term is shown to a person, a code is noted.
  private mutating func noteWeakHits() {
    for index in drafts.indices {
      let draft = drafts[index]
      let lone = hits[index].filter { hit in
        hit.certainty == .weak && hit.part == nil && policy.withholds(hit, in: draft.record)
          && !draft.sure.contains(hit.category) && !draft.isGone(hit.unit)
      }
      for category in Set(lone.map(\.category)).sorted() {
        let own = lone.filter { $0.category == category }
        findings += PlanFindings.weak(own, draft, rule: policy.rule(for: category), facts.pipeline)
      }
    }
  }

  // MARK: Redaction and what leaves

  /// nil where the pipeline does not redact them.
  private func socialSecurityNumbers() -> SocialSecurityNumbers? {
    guard facts.pipeline?.redact.contains("ssn") == true else { return nil }
    var numbers = SocialSecurityNumbers()
    for identifier in facts.request.patient?.identifiers ?? [] {
      numbers.add(identifier.value.reveal(.redact), system: identifier.system)
    }
    for draft in drafts { numbers.addKnown(from: draft.facts) }
    return numbers
  }

  private mutating func withholdHiddenValues() {
    let numbers = socialSecurityNumbers()
    for index in drafts.indices where !drafts[index].isWhole {
      var units = numbers?.hiddenUnits(of: drafts[index].facts, drafts[index].looks) ?? []
      units.formUnion(people?.hiddenUnits(of: drafts[index].facts, drafts[index].looks) ?? [])
      for unit in units.sorted() { drafts[index].withhold(unit, "house.opaque-part") }
    }
  }

  /// By record: what is masked, in order.
  private mutating func redactions() -> [Int: [Range<Int>]] {
    let numbers = socialSecurityNumbers()
    var all: [Int: [Range<Int>]] = [:]
    for draft in drafts where !draft.isWhole {
      func stays(_ run: Int) -> Bool { !draft.isGone(draft.facts.runs[run].unit) }
      let found = numbers?.ranges(in: draft.facts, draft.looks).filter { stays($0.run) } ?? []
      for one in found { telling.add(identifier: one.digits) }
      let ofPeople = people?.ranges(in: draft.facts).filter { stays($0.run) } ?? []
      let resolved = KnownIdentities.resolved(
        found.map { KnownIdentities.Found(run: $0.run, range: $0.range) } + ofPeople)
      guard !resolved.isEmpty else { continue }
      all[draft.record.number] = resolved.map(\.range)
      if !found.isEmpty { findings.append(redacted("\(found.count) numbers are redacted", draft)) }
      if !ofPeople.isEmpty {
        findings.append(redacted("\(ofPeople.count) values of other people are redacted", draft))
      }
    }
    if let people { telling.add(people) }
    return all
  }

  private func redacted(_ words: PlainText, _ draft: RecordDraft) -> Finding {
    .of(
      "house.redacted", subject: .record(draft.record.number), at: Place(record: draft.record.number), words,
      remedy: "nothing to do", pipeline: facts.pipeline)
  }

  private func released() -> Set<String> {
    var released: Set<String> = []
    for index in drafts.indices {
      for hit in hits[index] where hit.certainty > .weak && !drafts[index].isGone(hit.unit) {
        released.insert(hit.category)
      }
    }
    return released
  }
}
