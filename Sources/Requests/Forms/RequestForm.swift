internal import Values

/// One of the two forms of a request as the reader of fields sees it: named members, lists and texts.
protocol RequestForm {
  associatedtype Node

  /// What stands in a group: each member's name and value, in order; none for what is no group.
  func members(of node: Node) -> [FormMember<Node>]
  /// What is wrong with a value as a group, its members apart; empty when it is one.
  func groupFaults(_ node: Node) -> [Unfit]
  /// The elements of a list, of all members that bear the list's name.
  func elements(_ named: [Node]) throws(Unfit) -> [Node]
  /// The text of a value that is to have this shape.
  func text(_ node: Node, _ shape: FieldShape) throws(Unfit) -> String
  func place(of node: Node, _ pointer: PlainText) -> Place

  /// Why a member that no field has is not known, but for the nearest name.
  func unknownMember(_ member: FormMember<Node>) -> PlainText
  /// Whether the members of a group must stand in the order of the schema.
  var isOrdered: Bool { get }
  /// Whether a list is its name repeated.
  var listsRepeatNames: Bool { get }
  /// What this form calls a member: `key`, `element`.
  var memberWord: PlainText { get }
}

/// A name with its value. The name may be anything: only one that equals a field's name is ours to show.
struct FormMember<Node> {
  /// nil when it cannot be a field's: an element of another namespace.
  let name: String?
  let node: Node
}
