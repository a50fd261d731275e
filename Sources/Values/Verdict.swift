/// What a finding asks for; the highest one wins for the packet (RULES.md §1).
package enum Verdict: String, Sendable, Comparable, CaseIterable, Showable {
  case note, withhold, hold, reject

  package var shown: String { rawValue }

  private var rank: Int {
    switch self {
    case .note: 0
    case .withhold: 1
    case .hold: 2
    case .reject: 3
    }
  }
  package static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
}

/// Who ends a hold (RULES.md §1).
package enum Lift: String, Sendable, CaseIterable, Showable {
  /// A specialist, with a reason.
  case any
  /// A privacy officer.
  case po
  /// Two different people.
  case two
  /// Only new facts or a new document.
  case amend
  /// Nobody: it can only be closed.
  case none
  /// Does not apply.
  case notApplicable = "-"

  package var shown: String { rawValue }
}
