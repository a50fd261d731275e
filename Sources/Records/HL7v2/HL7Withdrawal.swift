internal import Values

/// Which units go: those of the cut, all within them, and what says nothing without them.
struct HL7Withdrawal {
  private(set) var isGone: [Bool]
  private(set) var alsoWithheld: [Int] = []
  private let record: HL7Record

  /// Nothing is left of the record.
  var isWhole: Bool { isGone[0] || record.layout.messages.allSatisfy { isGone[$0.unit] } }

  /// - Throws: `house.range` (hold) when the cut names what the record does not have.
  init(
    _ cut: Cut, _ redactions: [HL7Masking.Redaction], from record: HL7Record
  ) throws(PacketError) {
    self.record = record
    isGone = Array(repeating: false, count: record.facts.units.count)
    for unit in cut.units {
      guard record.facts.units.indices.contains(unit) else { throw Self.unknownUnit(record.number) }
      take(unit, asked: cut.units)
    }
    if !record.decodedRuns.isEmpty {
      for redaction in redactions where record.decodedRuns.contains(redaction.run) {
        // What was decoded cannot be replaced in its place: the embedded data goes whole.
        take(record.facts.runs[redaction.run].unit, asked: cut.units)
      }
    }
    spread()
    takeEmptied(asked: cut.units)
    spread()
    takeBareMessages(asked: cut.units)
    spread()
    alsoWithheld.sort()
  }

  func removeSegments(from plan: inout EditPlan) {
    for segment in record.layout.segments where isGone[Int(segment.unit)] { plan.remove(segment.whole) }
  }

  /// Takes a unit out, or the nearest one around it that can be taken out.
  private mutating func take(_ unit: Int, asked: Set<Int>) {
    var at = unit
    while !record.facts.units[at].isRemovable, let parent = record.facts.units[at].parent { at = parent }
    guard !isGone[at] else { return }
    isGone[at] = true
    if !asked.contains(at) { alsoWithheld.append(at) }
  }

  /// What lies within a unit that goes, goes: parents stand before what is in them.
  private mutating func spread() {
    let units = record.facts.units
    for index in units.indices {
      if let parent = units[index].parent, isGone[parent] { isGone[index] = true }
    }
  }

  /// An order, specimen or document that loses all its results tells only that something was there.
  private mutating func takeEmptied(asked: Set<Int>) {
    var kept = [Int](repeating: 0, count: isGone.count)
    var lost = kept
    let units = record.facts.units
    for index in units.indices.reversed() {
      if !isGone[index], lost[index] > 0, kept[index] == 0,
        Self.containers.contains(units[index].type ?? "")
      {
        take(index, asked: asked)
      }
      guard let parent = units[index].parent, let type = units[index].type, Self.givesMeaning(type) else {
        continue
      }
      if isGone[index] { lost[parent] += 1 } else { kept[parent] += 1 }
    }
  }

  private static let containers: Set<String> = ["OBR", "ORC", "SPM", "TXA", "ODS", "RXA"]
  /// What gives its container a meaning. No set: it is asked of every segment.
  private static func givesMeaning(_ type: String) -> Bool { type == "OBX" || type == "OBR" || type == "ORC" }

  /// A message that keeps only who and where tells nothing but that something was withheld.
  private mutating func takeBareMessages(asked: Set<Int>) {
    var kept = [Int](repeating: 0, count: isGone.count)
    var lost = kept
    let units = record.facts.units
    for index in units.indices {
      // A message that keeps something already need not be asked again.
      guard let parent = units[index].parent, kept[parent] == 0, units[index].isKnown,
        let type = units[index].type, units[index].kind != .message, units[parent].kind == .message,
        !Self.frame.contains(type)
      else { continue }
      if isGone[index] { lost[parent] += 1 } else { kept[parent] += 1 }
    }
    for message in record.layout.messages where lost[message.unit] > 0 && kept[message.unit] == 0 {
      take(message.unit, asked: asked)
    }
  }

  private static let frame: Set<String> = [
    "MSH", "SFT", "UAC", "MSA", "EVN", "PID", "PD1", "MRG", "NK1", "PV1", "PV2", "ARV", "ROL", "PRT", "NTE",
    "CON",
  ]

  private static func unknownUnit(_ record: Int) -> PacketError {
    PacketError(
      "house.range", .hold, at: Place(record: record),
      "a part is to be withheld that the record does not have",
      remedy: "report this as a bug")
  }
}
