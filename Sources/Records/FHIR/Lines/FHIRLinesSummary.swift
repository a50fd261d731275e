internal import Values

/// What the parts of a record of lines say together.
struct FHIRLinesSummary {
  /// People whom free text names behind a label: so many are enough, as in ``LabelledPeople``.
  private static let mostMentions = LabelledPeople.most
  /// What the format itself finds is looked at by a person.
  private static let mostFindings = 100_000

  private var facts: RecordFacts
  private var identities: IdentityList
  private var mentioned: Set<PatientIdentity> = []
  private let number: Int

  /// - Parameter patients: the Patients of all parts, who stand before those whom other lines name.
  init(number: Int, byteCount: Int, patients: IdentityList) {
    self.number = number
    facts = RecordFacts(format: .fhirNDJSON, byteCount: byteCount)
    facts.units = [RecordUnit(.record, parent: nil, place: Place(record: number))]
    identities = patients
  }

  /// Takes in what a part says; parts come in order.
  mutating func add(_ part: RecordFacts, _ place: FHIRLinesPart, patientCount: Int) {
    for identity in part.identities.dropFirst(patientCount) {
      var identity = identity
      identity.unit = place.whole(unit: identity.unit)
      identities.add(identity)
    }
    for mention in part.mentions {
      var person = mention
      (person.place, person.unit) = (Place(), 0)
      guard facts.mentions.count < Self.mostMentions, mentioned.insert(person).inserted else { continue }
      person.place = mention.place
      person.unit = place.whole(unit: mention.unit)
      facts.mentions.append(person)
    }
    for type in part.documentTypes where !facts.documentTypes.contains(type) {
      facts.documentTypes.append(type)
    }
    if let days = part.serviceDays {
      facts.serviceDays = facts.serviceDays.map { Day.span($0, days) } ?? days
    }
    facts.findings += part.findings.prefix(max(0, Self.mostFindings - facts.findings.count))
  }

  /// - Throws: `house.malformed` (hold) when no line is a resource that is known, `fhir.json.limit` (hold) for a
  ///   record of too many people.
  func checked(hasKnownResource: Bool) throws(PacketError) -> RecordFacts {
    guard hasKnownResource else { throw RecordReader.notFHIR(facts.byteCount, number: number) }
    var facts = facts
    facts.identities = try identities.checked(record: number)
    return facts
  }
}
