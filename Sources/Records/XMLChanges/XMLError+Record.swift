internal import Values
internal import XML

extension XMLError {
  /// The rules of a format for what libxml2 does not read.
  struct Rules {
    let syntax: RuleID
    let doctype: RuleID
    let encoding: RuleID
    let limit: RuleID
  }

  /// The hold of a record that cannot be read.
  func held(_ rules: Rules, record: Int) -> PacketError {
    let (rule, remedy): (RuleID, PlainText) =
      switch problem {
      case .syntax: (rules.syntax, "export this record again")
      case .doctype: (rules.doctype, "export this record again")
      case .encoding: (rules.encoding, "export this record again")
      case .attributes, .depth, .nodes, .size, .memory: (rules.limit, "export this record in smaller parts")
      }
    return PacketError(rule, .hold, at: Place(record: record, line: line ?? 1), words, remedy: remedy)
  }
}
