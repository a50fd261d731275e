/// A place of a record that speaks of a category. It holds no value: what was found is told by places only.
package struct CategoryHit: Sendable, Hashable {
  package enum What: Sendable, Hashable {
    /// A code of the unit, by its place among the unit's codes.
    case code(Int)
    /// A type of the whole document, by its place among the record's.
    case documentType(Int)
    /// A security label of the unit, by its place among the unit's labels.
    case label(Int)
    /// A term, by its place in the arena.
    case term(Range<Int>)
    /// A code that stands in a text, by its place in the arena.
    case writtenCode(Range<Int>)
  }
  package let unit: Int
  package let category: String
  /// The part of that category whose file has the code or term; nil when it is the category's own.
  package let part: String?
  package let certainty: Certainty
  package let what: What
  /// Hits that mean the same thing share it: a code and its name are one sign, not two.
  let concept: Int
  /// It stands near another sign of its category, without which it would mean something else.
  let actsNear: Bool

  /// It is of what the record as a whole says it is.
  var isOfDocument: Bool {
    switch what {
    case .documentType: true
    case .code, .label, .term, .writtenCode: false
    }
  }

  package var isTerm: Bool {
    switch what {
    case .term: true
    case .code, .documentType, .label, .writtenCode: false
    }
  }
}
