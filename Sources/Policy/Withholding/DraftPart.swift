internal import Records

/// What is read of a record at one time: all of it, or the lines of one of its parts. Its facts have the part's own
/// numbers; what is said of it elsewhere has the record's.
struct DraftPart: Sendable {
  let facts: RecordFacts
  /// nil for a record that lies in memory whole.
  private let place: FHIRLinesPart?
  private let known: RunLooks?

  /// A whole record, whose looks are kept.
  init(_ facts: RecordFacts) { (self.facts, place, known) = (facts, nil, RunLooks(facts)) }

  /// A part; it is let go of soon, and of what is asked of it not all needs the looks.
  init(_ facts: RecordFacts, _ place: FHIRLinesPart) { (self.facts, self.place, known) = (facts, place, nil) }

  /// To be asked for once.
  var looks: RunLooks { known ?? RunLooks(facts) }

  func whole(unit: Int) -> Int { place?.whole(unit: unit) ?? unit }

  func whole(_ range: Range<Int>) -> Range<Int> { place?.whole(range) ?? range }

  /// Places of the record that are this part's, by its own numbers.
  func own(_ ranges: [Range<Int>]) -> [Range<Int>] {
    guard let place else { return ranges }
    return ranges.compactMap { place.own($0) }
  }

  /// A hit by the record's numbers.
  func whole(_ hit: CategoryHit) -> CategoryHit {
    guard let place else { return hit }
    let what: CategoryHit.What =
      switch hit.what {
      case .code, .documentType, .label: hit.what
      case .term(let range): .term(place.whole(range))
      case .writtenCode(let range): .writtenCode(place.whole(range))
      }
    return CategoryHit(
      unit: place.whole(unit: hit.unit), category: hit.category, part: hit.part, certainty: hit.certainty,
      what: what, concept: hit.concept, actsNear: hit.actsNear)
  }
}
