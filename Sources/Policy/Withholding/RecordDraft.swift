internal import Records
internal import Values

/// A record while it is planned: what of it goes, and why. Units and places are the record's own, however it is
/// read.
struct RecordDraft {
  let record: RecordCase
  /// Of a record that is read part by part, what is said of the whole.
  let facts: RecordFacts
  /// nil when it is read part by part.
  private let held: DraftPart?
  private var tree = UnitTree()
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
    (self.record, self.facts) = (record, facts)
    held = record.parts == nil ? DraftPart(facts) : nil
  }

  // MARK: Its parts

  var parts: Range<Int> { 0..<(record.parts?.parts.count ?? 1) }

  /// - Parameter people: whether its people and identities are asked for.
  /// - Throws: when a part can no longer be read as it was.
  func part(_ number: Int, people: Bool = false) throws(PacketError) -> DraftPart {
    if let held { return held }
    guard let lines = record.parts else { return DraftPart(facts) }
    let place = lines.parts[number]
    var facts = try people ? lines.facts(of: place) : lines.facts(ofTexts: place)
    // What a document is, the record says as a whole.
    (facts.documentTypes, facts.serviceDays) = (self.facts.documentTypes, self.facts.serviceDays)
    return DraftPart(facts, place)
  }

  /// Takes in the units of a part, in order, before anything is said of them.
  mutating func add(_ part: DraftPart) { tree.add(part) }

  /// The places of some units.
  func places(of units: Set<Int>) throws(PacketError) -> [Int: Place] {
    guard let lines = record.parts else {
      let known = units.filter { facts.units.indices.contains($0) }.map { ($0, facts.units[$0].place) }
      return Dictionary(known) { first, _ in first }
    }
    return try lines.units(units).mapValues(\.place)
  }

  // MARK: What goes

  func holds(_ unit: Int) -> Bool { tree.holds(unit) }

  func isGone(_ unit: Int) -> Bool {
    if isWhole { return true }
    var at = unit
    while true {
      if withheld.contains(at) { return true }
      guard let parent = tree.parent(at) else { return false }
      at = parent
    }
  }

  /// Every unit of a part that is gone, told at once, for whoever asks of all of them.
  func gone(_ part: DraftPart) -> GoneUnits { GoneUnits(part, isWhole: isWhole, withheld) }

  /// Takes the unit out, and what must go with it. True when it was still there.
  @discardableResult
  mutating func withhold(_ unit: Int, _ rule: RuleID, _ category: String? = nil) -> Bool {
    let target = tree.removable(unit)
    let isNew = !isGone(target)
    reasons[WithholdingPlan.Reason(rule: rule, unit: target, category: category), default: 0] += 1
    if target == 0 { isWhole = true }
    withheld.insert(target)
    return isNew
  }

  /// The units to take out, none within another.
  var units: Set<Int> {
    if isWhole { return [0] }
    return withheld.filter { unit in tree.parent(unit).map { !isGone($0) } ?? true }
  }
}
