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
