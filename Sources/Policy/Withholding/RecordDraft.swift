internal import Records
internal import Values

/// A record while it is planned: what of it goes, and why.
struct RecordDraft {
  let record: RecordCase
  let facts: RecordFacts
  let looks: RunLooks
  private(set) var withheld: Set<Int> = []
  private(set) var isWhole = false
  private(set) var reasons: [WithholdingPlan.Reason: Int] = [:]
  /// Categories of which something else than a weak hit was found, or a telling value.
  var sure: Set<String> = []
  /// What the site's own rules mark in what stays.
  var site = SiteRedactions()

  /// How many values its narrative was searched for last.
  var followedCount = 0

  init(_ record: RecordCase, _ facts: RecordFacts) {
    (self.record, self.facts, looks) = (record, facts, RunLooks(facts))
  }

  /// The smallest part that can be taken out and holds the unit; 0 is the whole record.
  private func removable(_ unit: Int) -> Int {
    var at = unit
    while at > 0, at < facts.units.count {
      if facts.units[at].isRemovable { return at }
      // A parent stands before its children; a tree that says otherwise is not trusted.
      guard let parent = facts.units[at].parent, parent < at else { return 0 }
      at = parent
    }
    return 0
  }

  func isGone(_ unit: Int) -> Bool {
    if isWhole { return true }
    var at = unit
    while true {
      if withheld.contains(at) { return true }
      guard facts.units.indices.contains(at), let parent = facts.units[at].parent, parent < at else {
        return false
      }
      at = parent
    }
  }

  /// Every unit that is gone, told at once, for whoever asks of all of them.
  var gone: GoneUnits { GoneUnits(facts, isWhole: isWhole, withheld) }

  /// Takes the unit out, and what must go with it. True when it was still there.
  @discardableResult
  mutating func withhold(_ unit: Int, _ rule: RuleID, _ category: String? = nil) -> Bool {
    let target = removable(unit)
    let isNew = !isGone(target)
    reasons[WithholdingPlan.Reason(rule: rule, unit: target, category: category), default: 0] += 1
    if target == 0 { isWhole = true }
    withheld.insert(target)
    return isNew
  }

  /// The units to take out, none within another.
  var units: Set<Int> {
    if isWhole { return [0] }
    return withheld.filter { unit in
      guard let parent = facts.units[unit].parent, parent < unit else { return true }
      return !isGone(parent)
    }
  }
}
