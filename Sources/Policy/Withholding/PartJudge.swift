internal import Records
internal import Values

/// What of a record goes whatever else is found in it, as it was judged part by part; by the record's numbers.
struct PartJudgements {
  var scope: [ReleaseScope.Judgement] = []
  var unknown: [Int] = []
  var labelled: [Int] = []
  /// Units with a long row of letters and digits.
  var data: [Int] = []
  var attachments: [Int] = []

  /// - Parameter isWhole: the part is all of the record, and what it says of that counts.
  mutating func add(_ own: PartJudgements, of part: DraftPart, isWhole: Bool) {
    for judgement in own.scope {
      switch judgement {
      case .outside(let unit, let rule) where isWhole || unit > 0:
        scope.append(.outside(unit: part.whole(unit: unit), rule))
      case .unsaid where isWhole: scope.append(judgement)
      case .outside, .unsaid: continue
      }
    }
    unknown += own.unknown.map { part.whole(unit: $0) }
    labelled += own.labelled.map { part.whole(unit: $0) }
    data += own.data.map { part.whole(unit: $0) }
    attachments += own.attachments.map { part.whole(unit: $0) }
  }
}

/// Judges a part of a record by itself: scope, parts of an unknown kind, labels that are believed, what cannot be
/// looked into. Nothing goes yet.
struct PartJudge {
  private let facts: Case
  private let categories: CategorySet
  private let policy: CategoryPolicy
  private let scope: ReleaseScope
  private let allowed: Set<String>

  init(_ facts: Case, _ categories: CategorySet, _ policy: CategoryPolicy) {
    (self.facts, self.categories, self.policy) = (facts, categories, policy)
    scope = ReleaseScope(facts)
    allowed = Set(facts.pipeline?.allowUnknown ?? [])
  }

  /// - Parameter hits: of all categories, in this part and by its numbers.
  func judgements(
    of part: DraftPart, _ record: RecordCase, _ looks: RunLooks, _ hits: [CategoryHit]
  ) -> PartJudgements {
    PartJudgements(
      scope: scope(of: part.facts, record), unknown: unknown(part.facts, record),
      labelled: labelled(part.facts, record, hits), data: data(part.facts, looks),
      attachments: attachments(part.facts))
  }

  func scope(of facts: RecordFacts, _ record: RecordCase) -> [ReleaseScope.Judgement] {
    scope.judge(record, facts)
  }

  /// DESIGN.md §4.9. The pipeline may name a segment, a resource type or a section's code.
  private func unknown(_ facts: RecordFacts, _ record: RecordCase) -> [Int] {
    let nameless = Set(policy.withholdsAnything(of: record) ? NamelessDrugs.units(facts) : [])
    return facts.units.indices.filter { number in
      let unit = facts.units[number]
      guard !unit.isKnown || nameless.contains(number) else { return false }
      let isAllowed =
        unit.type.map(allowed.contains) ?? false
        || unit.codes.contains { allowed.contains($0.code.reveal(.match)) }
      return !isAllowed
    }
  }

  /// Restricted records are believed, unless what the patient opened explains the label.
  private func labelled(_ own: RecordFacts, _ record: RecordCase, _ hits: [CategoryHit]) -> [Int] {
    let verdict = facts.pipeline?.verdicts["cat.label"] ?? .withhold
    guard !policy.isOwnAccess, verdict >= .withhold else { return [] }
    var found: [Int] = []
    for number in own.units.indices {
      for label in own.units[number].labels {
        let meaning = BelievedLabels.meaning(of: label, categories)
        guard meaning != .nothing else { continue }
        let isExplained = hits.contains { hit in
          guard hit.certainty > .weak, policy.opens(hit, in: record) else { return false }
          guard isWithin(hit.unit, number, own) else { return false }
          return meaning == .restricted || policy.confidentiality(of: hit.category) == .veryRestricted
        }
        if !isExplained { found.append(number) }
      }
    }
    return found
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

  // MARK: What cannot be looked into stays behind wherever something may have to be withheld or redacted; a record
  // that is opaque as a whole is held by cat.opaque.

  private var looksInto: Bool { !policy.isEmpty || facts.pipeline?.redact.isEmpty == false }

  private func data(_ own: RecordFacts, _ looks: RunLooks) -> [Int] {
    guard looksInto else { return [] }
    return own.runs.indices.compactMap { number in
      let run = own.runs[number]
      let look = looks[number]
      guard !look.isDisjoint(with: [.data, .spelled]), own.units.indices.contains(run.unit) else {
        return nil
      }
      let areWords =
        switch run.kind {
        case .words: true
        case .value, .socialSecurityNumber: false
        }
      let text = own.arena[run.range.clamped(to: own.arena.indices)]
      if look.contains(.data), HiddenData.isIn(text, areWords: areWords) { return run.unit }
      guard areWords, look.contains(.spelled) else { return nil }
      return SpacedRows.rows(in: text).contains { HiddenData.isIn($0[...], areWords: true) } ? run.unit : nil
    }
  }

  private func attachments(_ own: RecordFacts) -> [Int] {
    guard looksInto else { return [] }
    return own.units.indices.dropFirst().filter { number in
      switch own.units[number].kind {
      // One that is wholly decoded text is searched like any other part.
      case .attachment: !own.units[number].isKnown
      case .record, .header, .section, .entry, .narrative, .resource, .contained, .message, .group, .segment,
        .paragraph, .remark:
        false
      }
    }
  }
}
