internal import Values

/// Collects the fields that are set, in the order of the schemas, for a form to lay out.
struct FieldWriter: FieldVisitor {
  indirect enum Content {
    case value(String, FieldShape)
    case values([String], FieldShape)
    case group([Field])
    case groups([[Field]])
  }
  struct Field {
    let name: StaticString
    let content: Content
  }
  private var fields: [Field] = []

  static func fields<Group: FieldGroup>(of group: Group) -> [Field] {
    var (writer, group) = (FieldWriter(), group)
    group.visit(&writer)
    return writer.fields
  }

  mutating func one<Value>(
    _ name: StaticString, _ field: inout Value?, _ kind: FieldKind<Value>, _ about: StaticString
  ) {
    guard let value = field else { return }
    fields.append(Field(name: name, content: .value(kind.write(value), kind.shape)))
  }

  mutating func required<Value>(
    _ name: StaticString, _ field: inout Value, _ kind: FieldKind<Value>, _ about: StaticString
  ) {
    fields.append(Field(name: name, content: .value(kind.write(field), kind.shape)))
  }

  mutating func many<Value>(
    _ name: StaticString, _ field: inout [Value], _ kind: FieldKind<Value>, _ about: StaticString
  ) {
    guard !field.isEmpty else { return }
    fields.append(Field(name: name, content: .values(field.map(kind.write), kind.shape)))
  }

  mutating func group<Group: FieldGroup>(
    _ name: StaticString, _ field: inout Group?, _ about: StaticString
  ) {
    guard let group = field else { return }
    fields.append(Field(name: name, content: .group(Self.fields(of: group))))
  }

  mutating func groups<Group: FieldGroup>(
    _ name: StaticString, _ field: inout [Group], _ about: StaticString
  ) {
    guard !field.isEmpty else { return }
    fields.append(Field(name: name, content: .groups(field.map { Self.fields(of: $0) })))
  }
}
