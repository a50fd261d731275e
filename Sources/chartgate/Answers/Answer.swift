package import JSON

/// What a command has to say: one meaning in two forms, for people and for programs.
package struct Answer: Sendable {
  /// For people, on standard output; ends with a line feed unless it is empty.
  package var text: String
  /// For programs, with `--json`: members of the one document.
  package var members: [JSONValue.Member]
  package var status: Ending

  package init(_ text: String, _ members: [JSONValue.Member] = [], status: Ending = .done) {
    (self.text, self.members, self.status) = (text, members, status)
  }

  /// The whole document: the command, how it ended, what it found, and no error.
  package func document(of command: String) -> [UInt8] {
    AnswerDocument.bytes(command: command, status: status, members: members, errors: [])
  }
}

/// The form that every `--json` document has.
package enum AnswerDocument {
  package static func bytes(
    command: String, status: Ending, members: [JSONValue.Member], errors: [String]
  ) -> [UInt8] {
    let frame: [JSONValue.Member] = [
      .init("command", .string(command)), .init("exit", .integer(Int64(status.rawValue))),
    ]
    let last = JSONValue.Member("errors", .array(errors.map { .string($0) }))
    return JSONWriter(layout: .indented).bytes(.object(frame + members + [last]))
  }
}
