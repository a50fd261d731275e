internal import Records
internal import Values

/// Where a record lists diagnoses: short codes mean something there that elsewhere are rooms and beds (FAULTS.md
/// H04). Asked of few texts, so that nothing is read before.
struct DiagnosisLists {
  private let facts: RecordFacts
  private var known: [Int: Bool] = [:]
  /// The first text of each unit that has one, and the first unit with a text within each unit.
  private var firsts: (runs: [Int32], children: [Int32])?

  init(_ facts: RecordFacts) { self.facts = facts }

  /// Whether a unit is of diagnoses, or stands in a section whose title or code says so.
  mutating func hold(_ unit: Int) -> Bool {
    var path: [Int] = []
    var at: Int? = unit
    var answer = false
    while let one = at, facts.units.indices.contains(one) {
      if let told = known[one] {
        answer = told
        break
      }
      path.append(one)
      if isOfDiagnoses(one) {
        answer = true
        break
      }
      at = facts.units[one].parent.flatMap { $0 < one ? $0 : nil }
    }
    for one in path { known[one] = answer }
    return answer
  }

  /// The first line beside a unit's: the head of its columns.
  mutating func head(of unit: Int) -> ArraySlice<UInt8>? {
    guard facts.units.indices.contains(unit), let parent = facts.units[unit].parent,
      facts.units.indices.contains(parent)
    else { return nil }
    switch facts.units[unit].kind {
    case .narrative, .paragraph: break
    case .record, .header, .section, .entry, .resource, .contained, .message, .group, .segment, .attachment,
      .remark:
      return nil
    }
    let firsts = read()
    let first = Int(firsts.children[parent])
    return first >= 0 && first != unit ? text(of: first, firsts.runs) : nil
  }

  private mutating func isOfDiagnoses(_ unit: Int) -> Bool {
    let own = facts.units[unit]
    switch own.kind {
    case .section:
      if own.codes.contains(where: { code in code.code.reveal(.match) { Self.sections.contains($0) } }) {
        return true
      }
      return text(of: unit, read().runs).map { ListWords.announce($0.prefix(80)) } ?? false
    case .resource, .contained, .segment, .group: return own.type.map(Self.types.contains) ?? false
    case .record, .header, .message, .entry, .narrative, .paragraph, .attachment, .remark: return false
    }
  }

  private static let types: Set<String> = ["Condition", "DG1", "PRB"]
  /// LOINC: problem list, history of past illness, discharge, admission, encounter and preoperative diagnosis,
  /// resolved problems, assessment, assessment and plan.
  private static let sections: Set<String> = [
    "11450-4", "11348-0", "11535-2", "42347-5", "46241-6", "29308-4", "29548-5", "10219-4", "10218-6",
    "52797-8",
    "51848-0", "51847-2", "57852-6",
  ]

  private func text(of unit: Int, _ runs: [Int32]) -> ArraySlice<UInt8>? {
    let run = Int(runs[unit])
    return run >= 0 ? facts.arena[facts.runs[run].range.clamped(to: facts.arena.indices)] : nil
  }

  private mutating func read() -> (runs: [Int32], children: [Int32]) {
    if let firsts { return firsts }
    var runs = [Int32](repeating: -1, count: facts.units.count)
    var children = runs
    for (number, run) in facts.runs.enumerated()
    where run.kind == .words && runs.indices.contains(run.unit) && runs[run.unit] < 0 {
      runs[run.unit] = Int32(truncatingIfNeeded: number)
      guard let parent = facts.units[run.unit].parent, children.indices.contains(parent), children[parent] < 0
      else { continue }
      children[parent] = Int32(truncatingIfNeeded: run.unit)
    }
    firsts = (runs, children)
    return (runs, children)
  }
}

/// Words that tell what the codes after them are.
enum ListWords {
  /// Whether a title, a label or the head of a column says that diagnoses follow.
  static func announce(_ text: ArraySlice<UInt8>) -> Bool {
    hasWord(text) { word in
      openings.contains { word.starts(with: $0) }
    }
  }

  /// Whether a text that stands before a code says that it is a room, a bed or a number of some other thing.
  static func namePlace(_ text: ArraySlice<UInt8>) -> Bool { hasWord(text) { places.contains(Array($0)) } }

  private static let openings = [
    "icd", "dx", "pdx", "sdx", "diagnos", "problem", "assessment", "impression", "billed", "comorbid",
    "conditions", "history", "pmh",
  ].map { Array($0.utf8) }

  private static let places: Set<[UInt8]> = Set(
    [
      "bed", "beds", "room", "rooms", "rm", "ward", "unit", "floor", "bay", "pod", "suite", "location", "loc",
      "level", "wing", "gate", "slot", "locker", "station", "building", "bldg", "lot", "batch", "cell",
      "desk",
      "table", "form", "page", "part", "model", "vitamin", "clinic", "chair", "door", "drawer", "shelf",
    ].map { Array($0.utf8) })

  private static func hasWord(_ text: ArraySlice<UInt8>, _ isWanted: ([UInt8]) -> Bool) -> Bool {
    var word: [UInt8] = []
    for byte in text {
      if (0x61...0x7A).contains(byte | 0x20) {
        word.append(byte | 0x20)
        continue
      }
      if !word.isEmpty, isWanted(word) { return true }
      word.removeAll(keepingCapacity: true)
    }
    return !word.isEmpty && isWanted(word)
  }
}
