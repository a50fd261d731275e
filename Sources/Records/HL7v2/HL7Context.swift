/// How the bytes of one message (or batch header) are read: its delimiters, and its characters.
struct HL7Context: Sendable {
  /// How bytes of 0x80 and more are read.
  enum Characters: Sendable, Equatable {
    case utf8
    /// ISO 8859-1, with Windows-1252's printable characters where ISO has controls.
    case latin1
  }
  /// What a byte of a field is.
  enum Class {
    static let plain: UInt8 = 0
    static let field: UInt8 = 1
    static let component: UInt8 = 2
    static let repetition: UInt8 = 3
    static let escape: UInt8 = 4
    /// A byte that does not stand in the arena as it stands here.
    static let foreign: UInt8 = 5
  }

  let delimiters: HL7Delimiters
  let characters: Characters
  /// By byte.
  let classes: [UInt8]

  init(_ delimiters: HL7Delimiters, _ characters: Characters) {
    (self.delimiters, self.characters) = (delimiters, characters)
    var classes = [UInt8](repeating: Class.plain, count: 256)
    if characters == .latin1 {
      for byte in 0x80..<0x100 { classes[byte] = Class.foreign }
    }
    classes[Int(delimiters.field)] = Class.field
    classes[Int(delimiters.component)] = Class.component
    classes[Int(delimiters.repetition)] = Class.repetition
    classes[Int(delimiters.escape)] = Class.escape
    self.classes = classes
  }
}
