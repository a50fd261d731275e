internal import Records
internal import Values

/// Everyone whom the records of a packet name, each once for all that is said alike of people of the same roles.
struct NamedPeople {
  private(set) var all: [(roles: KnownPeople.Roles, values: PersonValues)] = []
  private var seen: Set<[UInt8]> = []
  /// Numbers that are codes of a terminology in some record, by phrase: 99213 is an office visit there, whoever's
  /// number it may be too.
  private(set) var codes: Set<UInt64> = []

  mutating func add(_ facts: RecordFacts) {
    for person in facts.people.all {
      guard seen.insert(Self.key(of: person, facts)).inserted else { continue }
      all.append((person.roles, PersonValues(person, facts)))
    }
    for unit in facts.units {
      for code in unit.codes where code.system?.reveal(.match, { Terminology.named($0) != nil }) ?? false {
        code.code.reveal(.match) { code in
          if let phrase = PhraseReader.whole(code)?.phrase { codes.insert(phrase) }
        }
      }
    }
  }

  private static func key(of person: KnownPeople.Person, _ facts: RecordFacts) -> [UInt8] {
    var key = [person.roles.rawValue]
    for part in facts.people.parts(of: person) {
      key.append(part.what.rawValue)
      key.append(UInt8(truncatingIfNeeded: part.group))
      key += facts.arena[part.range.clamped(to: facts.arena.indices)]
      key.append(0)
    }
    return key
  }
}
