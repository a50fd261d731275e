internal import Values

/// When something of a record happened: on a day, in a month or a year that nothing says more exactly, or from
/// one such time to another.
struct SpanOfDays: Equatable, Sendable {
  /// What is known of the beginning and of the end; the same where one time is all.
  let first: ClosedRange<Day>
  let last: ClosedRange<Day>

  init(_ days: ClosedRange<Day>) { (first, last) = (days, days) }

  /// A period that says where it begins, where it ends, or both; nil when it says neither.
  init?(from start: ClosedRange<Day>?, to end: ClosedRange<Day>?) {
    guard let one = start ?? end else { return nil }
    (first, last) = (start ?? one, end ?? one)
  }

  /// Every day that it may have been.
  var days: ClosedRange<Day> {
    Day.span(first, last)
  }
}

/// What a day says of the unit that names it.
struct DayWeight: OptionSet, Sendable {
  let rawValue: UInt8
  /// It tells when the record was made or how long it is good: it counts where the unit and what lies in it tell no
  /// other day.
  static let spare = DayWeight(rawValue: 1)
  /// It was planned: it may lie in the future.
  static let plan = DayWeight(rawValue: 2)
}

/// Days that wait until the whole record is read.
struct SpareDays: Sendable {
  private var found: [(unit: Int, span: SpanOfDays, weight: DayWeight)] = []

  /// Gives a unit a day, or keeps it until ``settle(into:)``.
  mutating func add(_ span: SpanOfDays, _ weight: DayWeight, to unit: Int, of facts: inout RecordFacts) {
    if weight.contains(.spare) {
      found.append((unit, span, weight))
    } else {
      facts.add(span, weight, to: unit)
    }
  }

  func settle(into facts: inout RecordFacts) {
    guard !found.isEmpty else { return }
    var isDated = Array(repeating: false, count: facts.units.count)
    for unit in facts.units.indices where !facts.units[unit].days.isEmpty {
      var at: Int? = unit
      while let unit = at, !isDated[unit] {
        isDated[unit] = true
        at = facts.units[unit].parent
      }
    }
    for (unit, span, weight) in found where !isDated[unit] { facts.add(span, weight, to: unit) }
  }
}

extension RecordFacts {
  fileprivate mutating func add(_ span: SpanOfDays, _ weight: DayWeight, to unit: Int) {
    let days = span.days
    if !units[unit].days.contains(days) { units[unit].days.append(days) }
    guard !weight.contains(.plan) else { return }
    serviceDays = serviceDays.map { Day.span($0, days) } ?? days
    let begun = max(span.first.lowerBound, span.last.lowerBound)
    let ended = min(span.first.upperBound, span.last.upperBound)
    lastBegun = lastBegun.map { max($0, begun) } ?? begun
    firstEnded = firstEnded.map { min($0, ended) } ?? ended
  }
}
