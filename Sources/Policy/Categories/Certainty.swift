internal import Values

/// How sure a code or term is to mean its category; a hit of the highest counts.
package enum Certainty: String, Sendable, CaseIterable, Comparable, Showable {
  /// Acts only with another sign of the same category in the same record.
  case weak
  /// Acts by itself.
  case likely
  /// Acts by itself.
  case certain

  package var shown: String { rawValue }

  private var rank: Int {
    switch self {
    case .weak: 0
    case .likely: 1
    case .certain: 2
    }
  }
  package static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
}
