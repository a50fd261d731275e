internal import Values

/// What the labelled lines of a text say: whose it is, and days of service.
///
/// A value that differs from what was said before opens another identity, so that another patient's page in the
/// middle is seen.
struct TextHeader {
  private struct Person {
    var line: Int
    var unit: Int
    var name: PatientIdentity.Name?
    var birthDate: Day?
    var number: String?
  }
  private var people: [Person] = []
  /// The one that was spoken of last.
  private var current = 0
  private(set) var days: [(day: Day, unit: Int)] = []

  /// Headers of pages without labels.
  private var pages: [TextPageHeader] = []

  func identities(record: Int) -> [PatientIdentity] {
    (people + others).map { person in
      var identity = PatientIdentity(
        place: Place(record: record, path: "header", line: person.line), unit: person.unit)
      identity.names = person.name.map { [$0] } ?? []
      identity.birthDate = person.birthDate.map { Sensitive($0) }
      identity.identifiers = person.number.map { [PatientIdentity.Number(system: nil, value: $0)] } ?? []
      return identity
    }
  }

  /// Whom a page's header names without a label, where labels have named others. A day at or near the days of
  /// service is none of birth.
  private var others: [Person] {
    guard !people.isEmpty else { return [] }
    let earliest = days.map(\.day).min()
    var others: [Person] = []
    for page in pages.prefix(200) {
      let isKnown = (people + others).contains { person in
        person.name.map { TextName.isSame($0, page.name) } ?? false || person.number == page.number
      }
      guard !isKnown, earliest.map({ $0.days(since: page.birthDate) > 365 }) ?? true else { continue }
      others.append(
        Person(
          line: page.line, unit: page.unit, name: page.name, birthDate: page.birthDate, number: page.number))
    }
    return others
  }

  mutating func read(pageHeader text: [UInt8], line: Int, unit: Int) {
    if let page = TextPageHeader(text, line: line, unit: unit) { pages.append(page) }
  }

  /// - Parameter text: one line, as UTF-8.
  mutating func read(_ text: [UInt8], line: Int, unit: Int) {
    for (label, value) in TextLabel.found(in: text) {
      switch label {
      case .name:
        guard let name = TextName.read(value) else { continue }
        settle(line, unit, \.name, name, same: TextName.isSame)
      case .birthDate:
        guard let day = TextDate.read(value) else { continue }
        settle(line, unit, \.birthDate, day, same: ==)
      case .number:
        guard let number = Self.number(value) else { continue }
        settle(line, unit, \.number, number, same: ==)
      case .serviceDay:
        if let day = TextDate.read(value) { days.append((day, unit)) }
      }
    }
  }

  /// Adds what is said of a person to the current one where it does not say yet, to one of whom it is known, or
  /// to a new one.
  private mutating func settle<Value>(
    _ line: Int, _ unit: Int, _ part: WritableKeyPath<Person, Value?>, _ value: Value,
    same: (Value, Value) -> Bool
  ) {
    if people.isEmpty { people.append(Person(line: line, unit: unit)) }
    guard let known = people[current][keyPath: part] else {
      people[current][keyPath: part] = value
      return
    }
    if same(known, value) { return }
    let other = people.firstIndex { $0[keyPath: part].map { same($0, value) } ?? false }
    if let other {
      current = other
      return
    }
    // Some hundred people in one text are too many to tell apart, and enough to hold it.
    guard people.count < 200 else { return }
    current = people.count
    people.append(Person(line: line, unit: unit))
    people[current][keyPath: part] = value
  }

  /// The first word of letters, digits and hyphens.
  static func number(_ value: ArraySlice<UInt8>) -> String? {
    let start = value.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "#") }
    let word = start.prefix { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"): true
      default: false
      }
    }
    return word.contains { (0x30...0x39).contains($0) } ? String(decoding: word, as: UTF8.self) : nil
  }
}
