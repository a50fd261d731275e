internal import Records
internal import Values

/// The pipeline's site rules, like any other: they only add to what stays behind.
extension WithholdingPlanner {
  mutating func withholdSelected(_ index: Int) {
    for rule in facts.pipeline?.siteRules ?? [] where rule.selector.applies(to: drafts[index].facts.format) {
      // Who did not look cannot say that there is nothing.
      guard let selection = drafts[index].record.selected[rule.id] else {
        drafts[index].withhold(0, rule.id)
        continue
      }
      let record = drafts[index].facts
      for unit in selection.units.sorted() {
        drafts[index].withhold(record.units.indices.contains(unit) ? unit : 0, rule.id)
      }
    }
    guard !drafts[index].record.selected.isEmpty else { return }
    collectWithheld(index)
  }

  /// Ids in what went by a site rule are sought like the codes of a category.
  private mutating func collectWithheld(_ index: Int) {
    let draft = drafts[index]
    let own = draft.reasons.keys.filter { SiteRule.isID($0.rule) }.map(\.unit)
    guard !own.isEmpty else { return }
    for run in draft.facts.runs where run.kind != .words && draft.isGone(run.unit) {
      telling.add(withheld: draft.facts.arena[run.range.clamped(to: draft.facts.arena.indices)])
    }
  }

  /// What is marked, in what stays.
  mutating func redactSelected() {
    for index in drafts.indices where !drafts[index].isWhole {
      for rule in facts.pipeline?.siteRules ?? [] {
        guard let selection = drafts[index].record.selected[rule.id] else { continue }
        let count = redact(selection, rule, index)
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

  private mutating func redact(_ selection: Selection, _ rule: SiteRule, _ index: Int) -> Int {
    let facts = drafts[index].facts
    var count = 0
    for range in selection.redactions {
      guard let run = facts.run(at: range.lowerBound), range.upperBound <= facts.runs[run].range.upperBound
      else {
        // It cannot be marked, so that it must not leave.
        drafts[index].withhold(0, rule.id)
        continue
      }
      let unit = facts.runs[run].unit
      guard !drafts[index].isGone(unit) else { continue }
      drafts[index].site.add(range, unit: unit, rule.id)
      telling.add(redacted: facts.arena[range])
      count += 1
    }
    for value in selection.values.sorted() {
      drafts[index].site.add(value: value, rule.id)
      count += 1
    }
    return count
  }
}
