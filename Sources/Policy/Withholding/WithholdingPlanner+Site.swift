internal import Records
internal import Values

/// The pipeline's site rules, like any other: they only add to what stays behind.
extension WithholdingPlanner {
  mutating func withholdSelected(_ index: Int) throws(PacketError) {
    for rule in facts.pipeline?.siteRules ?? [] where rule.selector.applies(to: drafts[index].facts.format) {
      // Who did not look cannot say that there is nothing.
      guard let selection = drafts[index].record.selected[rule.id] else {
        drafts[index].withhold(0, rule.id)
        continue
      }
      for unit in selection.units.sorted() {
        drafts[index].withhold(drafts[index].holds(unit) ? unit : 0, rule.id)
      }
    }
    guard !drafts[index].record.selected.isEmpty else { return }
    try collectWithheld(index)
  }

  /// Ids in what went by a site rule are sought like the codes of a category.
  private mutating func collectWithheld(_ index: Int) throws(PacketError) {
    let draft = drafts[index]
    let own = draft.reasons.keys.filter { SiteRule.isID($0.rule) }.map(\.unit)
    guard !own.isEmpty else { return }
    for number in draft.parts {
      let part = try draft.part(number)
      let (facts, gone) = (part.facts, draft.gone(part))
      for run in facts.runs where run.kind != .words && gone.contains(run.unit) {
        telling.add(withheld: facts.arena[run.range.clamped(to: facts.arena.indices)])
      }
    }
  }

  /// What is marked, in what stays.
  mutating func redactSelected() throws(PacketError) {
    for index in drafts.indices where !drafts[index].isWhole {
      for rule in facts.pipeline?.siteRules ?? [] {
        guard let selection = drafts[index].record.selected[rule.id] else { continue }
        let count = try redact(selection, rule, index)
        guard count > 0 else { continue }
        let number = drafts[index].record.number
        findings.append(
          .of(
            rule.id, subject: .record(number), at: Place(record: number),
            "\(count) values that a site rule names are redacted", remedy: "nothing to do",
            pipeline: facts.pipeline))
      }
    }
  }

  private mutating func redact(
    _ selection: Selection, _ rule: SiteRule, _ index: Int
  ) throws(PacketError) -> Int {
    var count = 0
    var placed = 0
    for number in drafts[index].parts where !selection.redactions.isEmpty {
      let part = try drafts[index].part(number)
      let facts = part.facts
      for range in part.own(selection.redactions) {
        guard let run = facts.run(at: range.lowerBound), range.upperBound <= facts.runs[run].range.upperBound
        else { continue }
        placed += 1
        let unit = part.whole(unit: facts.runs[run].unit)
        guard !drafts[index].isGone(unit) else { continue }
        drafts[index].site.add(part.whole(range), unit: unit, rule.id)
        telling.add(redacted: facts.arena[range])
        count += 1
      }
    }
    // What cannot be marked must not leave.
    if placed < selection.redactions.count { drafts[index].withhold(0, rule.id) }
    for value in selection.values.sorted() {
      drafts[index].site.add(value: value, rule.id)
      count += 1
    }
    return count
  }
}
