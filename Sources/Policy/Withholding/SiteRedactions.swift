internal import Records
internal import Values

/// What the site's own rules mark in one record, and which rule each.
struct SiteRedactions {
  private(set) var redactions: [Range<Int>] = []
  private(set) var values: Set<Int> = []
  private(set) var redacted: [WithholdingPlan.Redacted] = []
  /// Units of which some text is marked: their codes are not surely released.
  private(set) var units: Set<Int> = []

  mutating func add(_ range: Range<Int>, unit: Int, _ rule: RuleID) {
    redactions.append(range)
    units.insert(unit)
    redacted.append(WithholdingPlan.Redacted(rule: rule, part: .text(at: range.lowerBound)))
  }

  mutating func add(value: Int, _ rule: RuleID) {
    values.insert(value)
    redacted.append(WithholdingPlan.Redacted(rule: rule, part: .value(value)))
  }

  /// The texts of a part of the record without what is marked, for what may be taken as released.
  func retained(of part: DraftPart) -> RecordFacts {
    var facts = part.facts
    let ranges = part.own(redactions).sorted { $0.lowerBound < $1.lowerBound }
    guard !ranges.isEmpty else { return facts }
    var runs: [TextRun] = []
    runs.reserveCapacity(facts.runs.count)
    var next = 0
    for run in facts.runs {
      var start = run.range.lowerBound
      while next < ranges.count, ranges[next].lowerBound < run.range.upperBound {
        let gone = ranges[next]
        if gone.lowerBound > start {
          runs.append(TextRun(unit: run.unit, kind: run.kind, range: start..<gone.lowerBound))
        }
        start = min(max(start, gone.upperBound), run.range.upperBound)
        next += 1
      }
      if start < run.range.upperBound {
        runs.append(TextRun(unit: run.unit, kind: run.kind, range: start..<run.range.upperBound))
      }
    }
    facts.runs = runs
    return facts
  }
}
