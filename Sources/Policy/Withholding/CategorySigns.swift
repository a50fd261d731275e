internal import Records

/// Whether a record's hits say surely that a category is there.
enum CategorySigns {
  private struct Weak: Hashable {
    var concept: Int
    /// nil for a term.
    var codedIn: Int?

    /// Two codes of one part translate each other; what means the same is one sign wherever it stands.
    func isAnother(than other: Weak) -> Bool {
      guard concept != other.concept else { return false }
      return codedIn == nil || codedIn != other.codedIn
    }
  }

  /// The hits without those of terms that act only near another sign (`acts: near`) and have none: `ED` is the
  /// emergency department, `HAND` a hand, `NA` sodium, unless the same part, or one beside or around it, speaks
  /// of the category in another way. Two of them are no sign for each other (DESIGN.md §4.8: what is withheld
  /// without need harms care).
  static func supported(_ hits: [CategoryHit], in facts: RecordFacts) -> [CategoryHit] {
    guard hits.contains(where: \.actsNear) else { return hits }
    struct Spot: Hashable {
      var category: String
      var unit: Int
    }
    var signs: [Spot: Set<Int>] = [:]
    func around(_ unit: Int) -> Int? {
      guard let parent = facts.units[unit].parent, facts.units.indices.contains(parent) else { return nil }
      switch facts.units[parent].kind {
      case .record, .message, .header: return nil
      case .section, .entry, .narrative, .resource, .contained, .group, .segment, .paragraph, .attachment,
        .remark:
        return parent
      }
    }
    for hit in hits where !hit.actsNear && facts.units.indices.contains(hit.unit) {
      for unit in [hit.unit, around(hit.unit)].compactMap({ $0 }) {
        signs[Spot(category: hit.category, unit: unit), default: []].insert(hit.concept)
      }
    }
    return hits.filter { hit in
      guard hit.actsNear, facts.units.indices.contains(hit.unit) else { return true }
      return [hit.unit, around(hit.unit)].compactMap { $0 }.contains { unit in
        signs[Spot(category: hit.category, unit: unit)]?.contains { $0 != hit.concept } ?? false
      }
    }
  }

  /// Categories with a certain or likely hit, or with two weak ones that are signs of their own: a weak hit
  /// acts only with another hit of the same category in the same record, and a code's own name or its
  /// translation is no other one.
  static func sure(_ hits: [CategoryHit]) -> Set<String> {
    var sure: Set<String> = []
    var weak: [String: Set<Weak>] = [:]
    for hit in hits where !sure.contains(hit.category) {
      let sign = Weak(concept: hit.concept, codedIn: hit.isTerm ? nil : hit.unit)
      if hit.certainty > .weak || weak[hit.category]?.contains(where: sign.isAnother) ?? false {
        sure.insert(hit.category)
      } else {
        weak[hit.category, default: []].insert(sign)
      }
    }
    return sure
  }
}
