internal import Records
internal import Requests
internal import Values

/// What is known of one person, as it was written: names, addresses, telephones, numbers, employers.
struct PersonValues {
  struct Name {
    var family: [UInt8] = []
    var given: [[UInt8]] = []
  }

  var names: [Name] = []
  var wholeNames: [[UInt8]] = []
  /// What somebody or something that acted is called.
  var displays: [[UInt8]] = []
  var streets: [[UInt8]] = []
  /// Telephones and emails; what stands in one field together is one.
  var contacts: [[[UInt8]]] = []
  var numbers: [[UInt8]] = []
  var employers: [[UInt8]] = []
  /// Towns, postal codes: they are redacted in their place and sought nowhere.
  var towns: [[UInt8]] = []
  var days = 0
  /// A provider of care and nothing else to the patient.
  var isStaff = false

  init(_ person: KnownPeople.Person, _ facts: RecordFacts) {
    var group = -1
    isStaff = person.roles == .provider
    for part in facts.people.parts(of: person) {
      let text = Array(facts.arena[part.range.clamped(to: facts.arena.indices)])
      let isNew = part.group != group
      group = part.group
      switch part.what {
      case .family:
        if isNew || names.isEmpty || !(names.last?.family.isEmpty ?? true) { names.append(Name()) }
        names[names.count - 1].family = text
      case .given:
        if isNew || names.isEmpty { names.append(Name()) }
        names[names.count - 1].given.append(text)
      case .wholeName: wholeNames.append(text)
      case .display: displays.append(text)
      case .title: break
      case .street: streets.append(text)
      case .town: towns.append(text)
      case .birthDate: days += 1
      case .contact:
        if isNew || contacts.isEmpty { contacts.append([]) }
        contacts[contacts.count - 1].append(text)
      case .number: numbers.append(text)
      case .employer: employers.append(text)
      }
    }
  }

  init(_ patient: Patient) {
    for name in patient.names + patient.otherNames {
      names.append(
        Name(
          family: Array(name.family.reveal(.redact).utf8),
          given: name.given.map { Array($0.reveal(.redact).utf8) }))
    }
    streets = patient.addresses.flatMap(\.lines).map { Array($0.reveal(.redact).utf8) }
    towns = patient.addresses.flatMap { [$0.city, $0.postalCode].compactMap { $0 } }
      .map { Array($0.reveal(.redact).utf8) }
    contacts = (patient.phones + patient.emails).map { [Array($0.reveal(.redact).utf8)] }
    numbers = patient.identifiers.map { Array($0.value.reveal(.redact).utf8) }
  }

  init(_ identity: PatientIdentity) {
    for name in identity.names {
      names.append(
        Name(
          family: Array((name.family?.reveal(.redact) ?? "").utf8),
          given: name.given.map { Array($0.reveal(.redact).utf8) }))
    }
    numbers = identity.identifiers.map { Array($0.value.reveal(.redact).utf8) }
  }
}
