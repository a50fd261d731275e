internal import Values

/// Entries and the narrative that shows them (DESIGN.md §4.3).
extension CDACutPlan {
  /// Made when a section is touched, once.
  private mutating func narrative(of section: Int) -> CDANarrativeIndex {
    if let known = narrative[section] { return known }
    let runs = runsBySection ?? groupRuns()
    let made = CDANarrativeIndex(tree, outline, runs: runs[section], loose: looseEntries(of: section))
    narrative[section] = made
    return made
  }

  private mutating func groupRuns() -> CDAGroups {
    let groups = CDAGroups(
      count: outline.units.count,
      outline.runs.map { run in
        let section = run.kind == .words ? outline.spans[run.unit].section : 0
        return section > 0 ? Int32(truncatingIfNeeded: section) : -1
      })
    runsBySection = groups
    return groups
  }

  /// Entries of a section that do not point into its narrative, with the words that would show them there.
  private func looseEntries(of section: Int) -> [(entry: Int, terms: Set<CDATerm>)] {
    var loose: [(Int, Set<CDATerm>)] = []
    for unit in parts(of: section) where outline.units[unit].kind == .entry {
      let within = unit..<outline.spans[unit].end
      guard links.referencesByUnit.count(in: within) == 0 else { continue }
      loose.append((unit, links.terms(of: within)))
    }
    return loose
  }

  /// What a piece of narrative takes along besides the entries that point to it.
  mutating func loseNarrative(_ piece: Int) {
    if let group = outline.rowGroup[piece] {
      for row in rowGroups[group] { withhold(row) }
      rowGroups[group] = []
    }
    let section = outline.spans[piece].section
    guard section > 0, !gone[section] else { return }
    for entry in narrative(of: section).looseEntries(shownBy: piece) { withhold(entry) }
  }

  /// Withholds the pieces whose words name the entry's subject. If nothing ties an entry to any narrative
  /// although the section has some, what is around it goes.
  mutating func showNarrative(of entry: Int) {
    let section = outline.spans[entry].section
    guard section > 0, !gone[section] else { return }
    let index = narrative(of: section)
    let within = entry..<outline.spans[entry].end
    let shown = index.units(showing: links.terms(of: within))
    for unit in shown { withhold(unit) }
    let isTied =
      !shown.isEmpty || !index.hasNarrative || onlyPoints(entry) || outline.units[entry].kind == .attachment
      || within.contains { unit in
        links.referencesByUnit[unit].contains { reference in
          links.anchors(named: outline.references[Int(reference)].target).contains { hasText($0.unit) }
        }
      }
    if !isTied, let parent = outline.units[entry].parent { withhold(parent) }
  }
}
