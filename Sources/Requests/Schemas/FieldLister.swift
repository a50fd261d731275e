/// Lists the fields of a group and of all groups within it, for the published schemas.
package struct FieldLister: FieldVisitor {
  package struct Field: Sendable {
    package enum Content: Sendable {
      case value(FieldShape)
      case group(String)
    }
    package let name: String
    package let content: Content
    package var isRequired = false
    package var isList = false
    package let about: String
  }
  package struct Group: Sendable {
    package let name: String
    package let about: String
    package let fields: [Field]
  }

  private var fields: [Field] = []
  private var below: [Group] = []

  /// The group first, then those within it, each once.
  package static func groups<Root: FieldGroup>(of type: Root.Type) -> [Group] {
    var (lister, blank) = (FieldLister(), Root.blank)
    blank.visit(&lister)
    let own = Group(
      name: Root.typeName.description, about: Root.about.description, fields: lister.fields)
    var seen: Set<String> = []
    return ([own] + lister.below).filter { seen.insert($0.name).inserted }
  }

  package mutating func one<Value>(
    _ name: StaticString, _ field: inout Value?, _ kind: FieldKind<Value>, _ about: StaticString
  ) {
    fields.append(Field(name: name.description, content: .value(kind.shape), about: about.description))
  }

  package mutating func required<Value>(
    _ name: StaticString, _ field: inout Value, _ kind: FieldKind<Value>, _ about: StaticString
  ) {
    fields.append(
      Field(name: name.description, content: .value(kind.shape), isRequired: true, about: about.description))
  }

  package mutating func many<Value>(
    _ name: StaticString, _ field: inout [Value], _ kind: FieldKind<Value>, _ about: StaticString
  ) {
    fields.append(
      Field(name: name.description, content: .value(kind.shape), isList: true, about: about.description))
  }

  package mutating func group<Group: FieldGroup>(
    _ name: StaticString, _ field: inout Group?, _ about: StaticString
  ) {
    add(Group.self, name, isList: false, about)
  }

  package mutating func groups<Group: FieldGroup>(
    _ name: StaticString, _ field: inout [Group], _ about: StaticString
  ) {
    add(Group.self, name, isList: true, about)
  }

  private mutating func add<Part: FieldGroup>(
    _ type: Part.Type, _ name: StaticString, isList: Bool, _ about: StaticString
  ) {
    fields.append(
      Field(
        name: name.description, content: .group(Part.typeName.description), isList: isList,
        about: about.description))
    below += Self.groups(of: type)
  }
}
