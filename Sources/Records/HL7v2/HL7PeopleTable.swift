/// Which fields of a segment say something of a person, and of whom (HL7 v2.5.1 §3.4, §6.5): names (XPN, XCN),
/// addresses (XAD), telephones (XTN), numbers (CX), employers (XON).
///
/// Every field that ``HL7SegmentTable`` reads as XCN names a provider of care, whatever the segment, but for those
/// that the rows here say more of.
enum HL7PeopleTable {
  enum Kind {
    case name, staff, address, telephone, number, organization, day
    /// A text that is one value by itself.
    case plainName, plainNumber
  }

  struct Field: Sendable {
    var number: Int
    var kind: Kind
  }

  struct Person: Sendable {
    var roles: KnownPeople.Roles
    var fields: [Field]
  }

  /// Those of one kind of segment, in the order of its fields.
  static func people(_ id: String, _ fields: [UInt8]) -> [Person] {
    var people = rows[id] ?? []
    let taken = Set(people.flatMap { $0.fields.map(\.number) })
    for (index, letter) in fields.enumerated()
    where letter == UInt8(ascii: "p") && !taken.contains(index + 1) {
      people.append(Person(roles: .provider, fields: [Field(number: index + 1, kind: .staff)]))
    }
    return people
  }

  private static func person(_ roles: KnownPeople.Roles, _ fields: (Int, Kind)...) -> Person {
    Person(roles: roles, fields: fields.map { Field(number: $0.0, kind: $0.1) })
  }

  private static let rows: [String: [Person]] = [
    "PID": [
      person(
        .patient, (2, .number), (3, .number), (4, .number), (5, .name), (7, .day), (9, .name), (11, .address),
        (13, .telephone), (14, .telephone), (18, .number), (19, .plainNumber), (20, .plainNumber)),
      // The mother's maiden name and numbers.
      person(.relative, (6, .name), (21, .number)),
    ],
    "NK1": [
      person(
        .relative, (2, .name), (4, .address), (5, .telephone), (6, .telephone), (12, .number),
        (13, .organization), (16, .day), (32, .address), (33, .number), (37, .plainNumber)),
      person(.relative, (26, .name)),
      // Whom to call in its place.
      person(.relative, (30, .name), (31, .telephone)),
    ],
    "GT1": [
      person(
        .guarantor, (2, .number), (3, .name), (5, .address), (6, .telephone), (7, .telephone), (8, .day),
        (12, .plainNumber), (16, .plainName), (17, .address), (18, .telephone), (19, .number),
        (51, .organization)),
      person(.relative, (4, .name)),
      person(.relative, (42, .name)),
      person(.guarantor, (45, .name), (46, .telephone)),
    ],
    "IN1": [
      person(
        .guarantor, (11, .organization), (16, .name), (18, .day), (19, .address), (36, .plainNumber),
        (49, .number))
    ],
    "IN2": [
      person(
        .guarantor, (1, .number), (2, .plainNumber), (3, .plainName), (6, .plainNumber), (61, .number),
        (63, .telephone), (64, .telephone), (69, .organization), (70, .organization)),
      person(.relative, (40, .name)),
      person(.guarantor, (49, .name), (50, .telephone)),
      person(.guarantor, (52, .name), (53, .telephone)),
    ],
    // Who told of the allergy.
    "IAM": [person(.informant, (14, .name))],
    "PRD": [
      person(.provider, (2, .name), (3, .address), (5, .telephone), (7, .plainNumber))
    ],
    "STF": [
      person(
        .provider, (2, .number), (3, .name), (6, .day), (10, .telephone), (11, .address), (15, .plainNumber))
    ],
    // Of the patient or of a provider: the segment does not say.
    "CTD": [person([.relative, .provider], (2, .name), (3, .address), (5, .telephone), (7, .plainNumber))],
  ]
}
