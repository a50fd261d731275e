internal import Values

/// Reads the people whom one segment names, from the runs that its fields became.
struct HL7People {
  private let fields: HL7FieldReader
  private let context: HL7Context
  private let bytes: [UInt8]
  /// The first run of the segment.
  private let first: Int

  /// - Parameter first: how many runs there were before the segment was read.
  init(_ fields: HL7FieldReader, from first: Int, _ context: HL7Context, _ bytes: [UInt8]) {
    (self.fields, self.first, self.context, self.bytes) = (fields, first, context, bytes)
  }

  func read(_ table: [HL7PeopleTable.Person], into people: inout KnownPeople) {
    for person in table {
      guard person.fields.contains(where: { !fields.field($0.number).isEmpty }) else { continue }
      people.begin(person.roles)
      for field in person.fields where !fields.field(field.number).isEmpty {
        if field.kind == .staff {
          readStaff(field.number, person.roles, &people)
        } else {
          read(field, &people)
        }
      }
      people.end()
    }
  }

  private func read(_ field: HL7PeopleTable.Field, _ people: inout KnownPeople) {
    forEachRepetition(of: field.number) { components in
      people.beginGroup()
      func add(_ what: KnownPeople.Part.What, _ numbers: Int...) {
        for number in numbers where number <= components.count { people.add(what, components[number - 1]) }
      }
      switch field.kind {
      case .name:
        add(.family, 1)
        add(.given, 2, 3)
        add(.title, 4, 5, 6, 14)
      case .address:
        add(.street, 1, 2)
        add(.town, 3, 5, 8, 9)
      case .telephone: add(.contact, 1, 4, 6, 7, 12)
      case .number: add(.number, 1)
      case .organization:
        add(.employer, 1)
        add(.number, 3, 10)
      case .day: add(.birthDate, 1)
      case .plainName: add(.employer, 1, 2)
      case .plainNumber: add(.number, 1)
      case .staff: break
      }
    }
  }

  /// XCN: each repetition is a person of its own.
  private func readStaff(_ field: Int, _ roles: KnownPeople.Roles, _ people: inout KnownPeople) {
    forEachRepetition(of: field) { components in
      people.begin(roles)
      func add(_ what: KnownPeople.Part.What, _ numbers: Int...) {
        for number in numbers where number <= components.count { people.add(what, components[number - 1]) }
      }
      add(.number, 1)
      add(.family, 2)
      add(.given, 3, 4)
      add(.title, 5, 6, 7)
    }
  }

  /// The arena's ranges of the components of each repetition; nil for one without text.
  private func forEachRepetition(of field: Int, _ body: ([Range<Int>?]) -> Void) {
    let range = fields.field(field)
    var components: [Range<Int>?] = []
    var start = range.lowerBound
    for at in range.lowerBound...range.upperBound {
      let kind = at < range.upperBound ? context.classes[Int(bytes[at])] : HL7Context.Class.repetition
      guard kind == HL7Context.Class.component || kind == HL7Context.Class.repetition else { continue }
      components.append(run(from: start))
      start = at + 1
      guard kind == HL7Context.Class.repetition else { continue }
      body(components)
      components.removeAll(keepingCapacity: true)
    }
  }

  /// The run that begins at a byte of the record.
  private func run(from byte: Int) -> Range<Int>? {
    var (low, high) = (first, fields.runs.count)
    while low < high {
      let middle = low + (high - low) / 2
      if Int(fields.sources[middle]) < byte { low = middle + 1 } else { high = middle }
    }
    guard low < fields.runs.count, Int(fields.sources[low]) == byte else { return nil }
    return fields.runs[low].range
  }
}
