internal import Records
internal import Requests
internal import Values

/// Plans in steps that only ever add: their order does not matter for what goes. Each step goes through the records
/// part by part, so that none needs to lie in memory.
struct WithholdingPlanner {
  let facts: Case
  private let categories: CategorySet
  private let policy: CategoryPolicy
  var drafts: [RecordDraft] = []
  /// By draft and category: the units that surely speak of it.
  private var spoken: [[String: [Int32]]] = []
  /// By draft: hits of what must not leave that have not acted yet, each with the code that it has, if any.
  private var pending: [[PendingHit]] = []
  /// Codes by which something was found: a long record says few of them again and again.
  private var codes: [Code] = []
  private var numberOfCode: [Code: Int] = [:]
  var telling: TellingCollector
  var findings: [Finding] = []
  /// nil where the pipeline redacts nobody.
  private var people: KnownIdentities?
  /// nil where the pipeline does not redact them.
  private var numbers: SocialSecurityNumbers?

  /// Narrative is followed so many times; a record in which it still moves goes whole.
  private static let roundLimit = 8

  /// - Throws: when a part of a record can no longer be read as it was; so do the steps.
  init(_ facts: Case, _ categories: CategorySet) throws(PacketError) {
    self.facts = facts
    self.categories = categories
    policy = CategoryPolicy(facts, categories)
    telling = TellingCollector(categories.names)
    numbers = socialSecurityNumbers()
    var named = NamedPeople()
    for record in facts.records {
      guard let read = record.facts else { continue }
      try begin(record, read, &named)
    }
    people = KnownIdentities(facts, drafts.flatMap(\.facts.identities), named)
  }

  /// Goes through a record once: what is found in it, whom it names, and what goes whatever else is found.
  private mutating func begin(
    _ record: RecordCase, _ read: RecordFacts, _ named: inout NamedPeople
  ) throws(PacketError) {
    var draft = RecordDraft(record, read)
    var judged = PartJudgements()
    var own: [String: [Int32]] = [:]
    var waiting: [PendingHit] = []
    func note(_ hits: [CategoryHit], of part: DraftPart?) {
      for hit in hits where hit.certainty > .weak {
        let unit = Int32(clamping: part?.whole(unit: hit.unit) ?? hit.unit)
        if own[hit.category]?.last != unit { own[hit.category, default: []].append(unit) }
      }
    }
    let judge = PartJudge(facts, categories, policy)
    if record.parts != nil {
      // What a document is, the record says as a whole.
      let hits = categories.hits(read)
      note(hits, of: nil)
      waiting = pending(hits, read, record)
      judged.scope += judge.scope(of: read, record)
    }
    for number in draft.parts {
      let part = try draft.part(number, people: true)
      draft.add(part)
      let looks = part.looks
      let hits = categories.hits(part.facts, looks).filter { record.parts == nil || !$0.isOfDocument }
      judged.add(judge.judgements(of: part, record, looks, hits), of: part, isWhole: record.parts == nil)
      waiting += pending(hits, part.facts, record).map { PendingHit(part.whole($0.hit), code: $0.code) }
      note(hits, of: part)
      if facts.pipeline?.redactedRoles.isEmpty == false { named.add(part.facts) }
      numbers?.addKnown(from: part.facts)
    }
    drafts.append(draft)
    spoken.append(own)
    pending.append(waiting)
    withhold(judged, drafts.count - 1)
  }

  mutating func plan() throws(PacketError) -> WithholdingPlan {
    for index in drafts.indices { try withholdSelected(index) }
    try withholdCategories()
    try noteWeakHits()
    try redactSelected()
    let redactions = try redactions()
    for draft in drafts { findings += try PlanFindings.of(draft, facts, policy) }
    for draft in drafts where telling.hasCandidates {
      for number in draft.parts { telling.add(retained: try draft.part(number), of: draft) }
    }
    let values = telling.values(categories: categories, withheld: policy.everywhere)
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

  private mutating func withhold(_ judged: PartJudgements, _ index: Int) {
    for judgement in judged.scope {
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
      spoken[index]["PSYTHPN"] == nil
    {
      drafts[index].withhold(0, "auth.scope.records")
    }
    for unit in judged.unknown { drafts[index].withhold(unit, "house.unknown-part") }
    for unit in judged.labelled { drafts[index].withhold(unit, "cat.label") }
    for unit in judged.data where !drafts[index].isGone(unit) {
      drafts[index].withhold(unit, "house.opaque-part")
    }
    for unit in judged.attachments { drafts[index].withhold(unit, "house.opaque-part") }
  }

  // MARK: Categories, and the narrative that follows them

  /// Hits of what must not leave.
  private mutating func pending(
    _ hits: [CategoryHit], _ facts: RecordFacts, _ record: RecordCase
  ) -> [PendingHit] {
    var found: [PendingHit] = []
    for hit in hits where policy.withholds(hit, in: record) {
      found.append(PendingHit(hit, code: Self.code(of: hit, facts).map { number(of: $0) }))
    }
    return found
  }

  private mutating func number(of code: Code) -> Int {
    if let known = numberOfCode[code] { return known }
    numberOfCode[code] = codes.count
    codes.append(code)
    return codes.count - 1
  }

  private struct PendingHit {
    let hit: CategoryHit
    /// Its place among ``codes``.
    let code: Int?
    init(_ hit: CategoryHit, code: Int?) { (self.hit, self.code) = (hit, code) }
  }

  private static func code(of hit: CategoryHit, _ facts: RecordFacts) -> Code? {
    switch hit.what {
    case .code(let number): facts.units[hit.unit].codes[number]
    case .documentType(let number): facts.documentTypes[number]
    // A longer text is one in which the code does not stand as it reads.
    case .writtenCode(let range) where range.count > 32: nil
    case .writtenCode(let range):
      Code(
        system: nil,
        code: String(decoding: facts.arena[range.clamped(to: facts.arena.indices)], as: UTF8.self))
    case .label, .term: nil
    }
  }

  private mutating func withholdCategories() throws(PacketError) {
    let termsAct = facts.pipeline?.verdicts["cat.term-only"] == .withhold
    for index in drafts.indices {
      let protected = pending[index].map(\.hit)
      drafts[index].sure = CategorySigns.sure(protected)
      if termsAct { drafts[index].sure.formUnion(protected.filter(\.isTerm).map(\.category)) }
    }
    var changed = Set(drafts.indices)
    for round in 0..<Self.roundLimit where !changed.isEmpty {
      changed = []
      for index in drafts.indices where act(index) { changed.insert(index) }
      for index in drafts.indices {
        if try follow(index, seekingHidden: round == 0) { changed.insert(index) }
      }
    }
    // It did not come to rest.
    for index in changed { drafts[index].withhold(0, "house.follow") }
  }

  /// Takes out what speaks of a category that is surely there. True when something new went or became
  /// telling.
  private mutating func act(_ index: Int) -> Bool {
    var changed = false
    var waiting: [PendingHit] = []
    for hit in pending[index].map(\.hit) {
      if telling.weakConcepts.contains(hit.concept), drafts[index].sure.insert(hit.category).inserted {
        changed = true
      }
    }
    for one in pending[index] {
      let hit = one.hit
      guard drafts[index].sure.contains(hit.category) else {
        waiting.append(one)
        continue
      }
      changed = true
      drafts[index].withhold(hit.unit, policy.rule(for: hit.category), hit.category)
      if let code = one.code { telling.add(codes[code], of: hit.category) }
      // What acts only near another sign is sought nowhere else.
      if hit.isTerm, hit.certainty == .weak, !hit.actsNear { telling.add(weakConcept: hit.concept) }
    }
    pending[index] = waiting
    return changed
  }

  /// Takes out what repeats a telling value, in this record or another one of the packet; and, where that is asked
  /// for, what names somebody only as it reads once an encoding in it is undone.
  private mutating func follow(_ index: Int, seekingHidden: Bool) throws(PacketError) -> Bool {
    // What was sought before and found is gone; only more values can find more.
    let isMore = telling.followed.count > drafts[index].followedCount
    let seekingHidden = seekingHidden && (numbers != nil || people != nil)
    guard isMore || seekingHidden, !drafts[index].isWhole else { return false }
    drafts[index].followedCount = telling.followed.count
    var found: [(unit: Int, category: String)] = []
    for number in drafts[index].parts {
      let part = try drafts[index].part(number)
      let looks = part.looks
      if seekingHidden { withholdHidden(in: part, looks, index) }
      guard isMore else { continue }
      found += repeated(in: part, looks, drafts[index].gone(part))
        .map { (part.whole(unit: $0.unit), $0.category) }
    }
    var changed = false
    for (unit, category) in found {
      if drafts[index].withhold(unit, policy.rule(for: category), category) { changed = true }
      if drafts[index].sure.insert(category).inserted { changed = true }
    }
    return changed
  }

  private mutating func withholdHidden(in part: DraftPart, _ looks: RunLooks, _ index: Int) {
    var units = numbers?.hiddenUnits(of: part.facts, looks) ?? []
    units.formUnion(people?.hiddenUnits(of: part.facts, looks) ?? [])
    for unit in units.sorted() { drafts[index].withhold(part.whole(unit: unit), "house.opaque-part") }
  }

  /// The units of a part in which a telling value stands.
  private func repeated(
    in part: DraftPart, _ looks: RunLooks, _ gone: GoneUnits
  ) -> [(unit: Int, category: String)] {
    var found: [(unit: Int, category: String)] = []
    let (facts, values) = (part.facts, telling)
    PhraseReader.forEachWord(
      in: facts, longest: values.lengths.longest, endingAs: values.lengths,
      where: { !gone.contains($0.unit) }
    ) { reader, run in
      if let category = values.category(at: reader) { found.append((run.unit, category)) }
    }
    PhraseReader.forEachOther(
      in: facts, looks, values.followed, values.lengths, where: { !gone.contains($0.unit) }
    ) { tag, run in
      found.append((run.unit, values.category(tag)))
    }
    PhraseFinder.forEachAcross(in: facts, values.followed, values.lengths) { phrase, parts in
      guard let category = values.category(of: phrase) else { return }
      for part in parts {
        let unit = facts.runs[part.run].unit
        if !gone.contains(unit) { found.append((unit, category)) }
      }
    }
    for number in facts.units.indices where !gone.contains(number) {
      for code in facts.units[number].codes {
        if let category = values.category(of: code) { found.append((number, category)) }
      }
    }
    return found
  }

  /// A weak sign alone takes nothing out: a term is shown to a person, a code is noted.
  private mutating func noteWeakHits() throws(PacketError) {
    for index in drafts.indices {
      let draft = drafts[index]
      let lone = pending[index].map(\.hit).filter { hit in
        hit.certainty == .weak && hit.part == nil && !draft.sure.contains(hit.category)
          && !draft.isGone(hit.unit)
      }
      for category in Set(lone.map(\.category)).sorted() {
        let own = lone.filter { $0.category == category }
        findings += try PlanFindings.weak(own, draft, rule: policy.rule(for: category), facts.pipeline)
      }
    }
  }

  // MARK: Redaction and what leaves

  private func socialSecurityNumbers() -> SocialSecurityNumbers? {
    guard facts.pipeline?.redact.contains("ssn") == true else { return nil }
    var numbers = SocialSecurityNumbers()
    for identifier in facts.request.patient?.identifiers ?? [] {
      numbers.add(identifier.value.reveal(.redact), system: identifier.system)
    }
    return numbers
  }

  /// By record: what is masked, in order. What went is told to the leak check on the way.
  private mutating func redactions() throws(PacketError) -> [Int: [Range<Int>]] {
    var all: [Int: [Range<Int>]] = [:]
    for draft in drafts {
      var (ranges, ofNumbers, ofPeople): ([Range<Int>], Int, Int) = ([], 0, 0)
      for number in draft.parts {
        let part = try draft.part(number, people: people != nil)
        let gone = draft.gone(part)
        telling.add(removedFrom: part.facts, gone)
        guard !draft.isWhole, numbers != nil || people != nil else { continue }
        func stays(_ run: Int) -> Bool { !gone.contains(part.facts.runs[run].unit) }
        let found = numbers?.ranges(in: part.facts, part.looks).filter { stays($0.run) } ?? []
        for one in found { telling.add(identifier: one.digits) }
        let named = people?.ranges(in: part.facts).filter { stays($0.run) } ?? []
        let resolved = KnownIdentities.resolved(
          found.map { KnownIdentities.Found(run: $0.run, range: $0.range) } + named)
        ranges += resolved.map { part.whole($0.range) }
        (ofNumbers, ofPeople) = (ofNumbers + found.count, ofPeople + named.count)
      }
      guard !ranges.isEmpty else { continue }
      all[draft.record.number] = ranges
      if ofNumbers > 0 { findings.append(redacted("\(ofNumbers) numbers are redacted", draft)) }
      if ofPeople > 0 {
        findings.append(redacted("\(ofPeople) values of other people are redacted", draft))
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
      for (category, units) in spoken[index] where units.contains(where: { !drafts[index].isGone(Int($0)) }) {
        released.insert(category)
      }
    }
    return released
  }
}
