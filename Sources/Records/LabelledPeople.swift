internal import Values

/// People whom free text names behind a label of its own (`MRN: 7788`, `DOB 1/2/1950`, `Patient name: …`): the
/// page of another chart that was pasted into a note, a comment, a narrative. Whether they are the patient,
/// Policy judges; a text record's own header is ``TextHeader``'s.
enum LabelledPeople {
  /// So many are enough to hold a record.
  static let most = 200
  /// No value ends farther from its label.
  private static let reach = 160

  /// Each label's value with the unit that it stands in, the same one once.
  static func read(_ facts: RecordFacts) -> [PatientIdentity] {
    var found: [PatientIdentity] = []
    var seen: Set<PatientIdentity> = []
    let arena = facts.arena
    var cell: (label: TextLabel, unit: Int)?
    for run in facts.runs {
      switch run.kind {
      case .words: break
      case .value, .socialSecurityNumber: continue
      }
      guard run.range.upperBound <= arena.count, facts.units.indices.contains(run.unit) else { continue }
      if let before = cell, before.unit == run.unit, found.count < most,
        var person = person(before.label, inCell: arena[run.range]), seen.insert(person).inserted
      {
        person.unit = run.unit
        person.place = facts.units[run.unit].place
        found.append(person)
      }
      cell = label(run, facts).map { ($0, run.unit) }
      for end in ends(in: arena, run.range) {
        guard let start = TextLabel.ofPerson(endingAt: end, in: arena, from: run.range.lowerBound),
          found.count < most
        else { continue }
        let rest = arena[start..<min(run.range.upperBound, end + reach)]
        guard let (label, value) = TextLabel.found(in: Array(rest.prefix { $0 != 0x0A && $0 != 0x0D })).first,
          var person = person(label, value), seen.insert(person).inserted
        else { continue }
        person.unit = run.unit
        person.place = facts.units[run.unit].place
        found.append(person)
      }
    }
    return found
  }

  /// The label that is all of a text of narrative: a cell of a table, whose value is the next one.
  private static func label(_ run: TextRun, _ facts: RecordFacts) -> TextLabel? {
    guard run.range.count <= 40 else { return nil }
    switch facts.units[run.unit].kind {
    case .section, .narrative, .paragraph: return TextLabel.ofPerson(whole: Array(facts.arena[run.range]))
    case .record, .header, .entry, .resource, .contained, .message, .group, .segment, .attachment, .remark:
      return nil
    }
  }

  /// What a cell behind such a label says. Heads of columns stand side by side too, so a name is one only as
  /// `Roe, Jane`, and a number has four digits.
  private static func person(_ label: TextLabel, inCell text: ArraySlice<UInt8>) -> PatientIdentity? {
    let value = text.prefix(reach)
    switch label {
    case .name: guard value.contains(UInt8(ascii: ",")) else { return nil }
    case .number: guard value.count(where: { (0x30...0x39).contains($0) }) >= 4 else { return nil }
    case .birthDate, .serviceDay: break
    }
    return person(label, value)
  }

  /// Where a label may end: at a colon, or before the number that follows it bare.
  private static func ends(in arena: [UInt8], _ range: Range<Int>) -> [Int] {
    var ends: [Int] = []
    let bytes = arena.span
    for at in range {
      switch bytes[at] {
      case UInt8(ascii: ":"): ends.append(at)
      case 0x20, 0x09, UInt8(ascii: "#"):
        if at > range.lowerBound, mayEndBare(bytes[at - 1]) { ends.append(at) }
      default: continue
      }
    }
    return ends
  }

  /// The last byte of a label that stands without a colon: mrn, mr#, dob, d.o.b.
  private static func mayEndBare(_ byte: UInt8) -> Bool {
    byte | 0x20 == UInt8(ascii: "n") || byte | 0x20 == UInt8(ascii: "b") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "#")
  }

  private static func person(_ label: TextLabel, _ value: ArraySlice<UInt8>) -> PatientIdentity? {
    var person = PatientIdentity(place: Place(), unit: 0)
    switch label {
    case .name:
      guard let name = TextName.read(value) else { return nil }
      person.names = [name]
    case .birthDate:
      guard let day = TextDate.read(value) else { return nil }
      person.birthDate = Sensitive(day)
    case .number:
      guard let number = TextHeader.number(value) else { return nil }
      person.identifiers = [PatientIdentity.Number(system: nil, value: number)]
    case .serviceDay: return nil
    }
    return person
  }
}
