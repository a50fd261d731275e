internal import Values

/// Whom a record states at many places, most of them the same few people: a million lines need not be a million
/// identities.
struct IdentityList {
  /// Places that are told of one person.
  static let placesEach = 100
  /// People of one record; of more, it is held.
  static let mostPeople = 10_000

  private(set) var all: [PatientIdentity] = []
  private var places: [PatientIdentity: Int] = [:]

  mutating func add(_ identity: PatientIdentity) {
    var person = identity
    (person.place, person.unit) = (Place(), 0)
    let count = places[person, default: 0]
    places[person] = count + 1
    if count < Self.placesEach { all.append(identity) }
  }

  /// - Throws: `fhir.json.limit` (hold) for a record of too many people.
  func checked(record: Int) throws(PacketError) -> [PatientIdentity] {
    guard places.count <= Self.mostPeople else {
      throw PacketError(
        "fhir.json.limit", .hold, at: Place(record: record),
        "the record states more than \(Self.mostPeople) people as its patient", remedy: "split the record")
    }
    return all
  }
}
