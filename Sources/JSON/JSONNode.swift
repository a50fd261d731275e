/// One value of a JSON text, as places in its bytes; nothing is decoded yet.
///
/// A document's nodes lie in one array in the order of the text, parents before their children. So the
/// first child of a container is the next node, and each node says where its subtree ends, which is where
/// its next sibling is:
///
///     {"a": [1, 2], "b": true}
///     0 object, end 5 | 1 array "a", end 4 | 2 number, end 3 | 3 number, end 4 | 4 true "b", end 5
///
/// Offsets are 32 bits wide, which keeps a node at 24 bytes; the parser refuses longer texts.
package struct JSONNode: Sendable {
  /// What kind of value it is (RFC 8259 §3).
  package enum Kind: UInt8, Sendable { case object, array, string, number, `true`, `false`, null }

  let kind: Kind
  /// Whether the string, or the member's name, holds an escape: if not, its bytes are its text.
  var isEscaped = false
  var keyIsEscaped = false
  /// The whole value, with the quotes of a string and the brackets of a container.
  var start: UInt32
  var end: UInt32
  /// The member's name without its quotes; 0 (where no name can be) for what is not a member.
  var keyStart: UInt32 = 0
  var keyEnd: UInt32 = 0
  /// The index after the last node within this one.
  var subtreeEnd: UInt32 = 0

  init(_ kind: Kind, start: Int) {
    self.kind = kind
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = self.start
  }
}
