/// Something that is taken through every field of a request: a reader of one of its forms, a writer, a
/// lister.
///
/// Each ``FieldGroup`` names its fields once, in the order of the schemas; from that one description both
/// forms are read and written and both published schemas are made, so that they cannot come apart.
package protocol FieldVisitor {
  /// A value that may be missing.
  mutating func one<Value>(
    _ name: StaticString, _ field: inout Value?, _ kind: FieldKind<Value>, _ about: StaticString)
  /// A value that must be there.
  mutating func required<Value>(
    _ name: StaticString, _ field: inout Value, _ kind: FieldKind<Value>, _ about: StaticString)
  /// A list of values; an empty one and a missing one are the same.
  mutating func many<Value>(
    _ name: StaticString, _ field: inout [Value], _ kind: FieldKind<Value>, _ about: StaticString)
  /// Fields of their own that may be missing.
  mutating func group<Group: FieldGroup>(
    _ name: StaticString, _ field: inout Group?, _ about: StaticString)
  /// A list of groups; an empty one and a missing one are the same.
  mutating func groups<Group: FieldGroup>(
    _ name: StaticString, _ field: inout [Group], _ about: StaticString)
}

/// A part of the request with fields of its own: an object of the JSON form, an element with elements of
/// the XML form, a type of both schemas.
package protocol FieldGroup: Sendable, Equatable {
  /// The name of its type in the schemas.
  static var typeName: StaticString { get }
  /// What it tells, for the schemas.
  static var about: StaticString { get }
  /// One in which nothing is set yet, for a reader to fill.
  static var blank: Self { get }
  /// Takes the visitor through all fields, in the order of the schemas.
  mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor)
}
