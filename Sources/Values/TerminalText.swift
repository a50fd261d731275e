/// The one way in which text from outside (a file's name) is made fit for a terminal or a text file: nothing
/// of it can move the cursor, hide, or turn the reading direction (FAULTS.md N01). What comes out may still
/// be patient data: it belongs into reasons files and on the console, never into a log.
package enum TerminalText {
  /// Bytes that need not be UTF-8; a byte that is none is shown as `\xNN`.
  package static func escaped(_ bytes: [UInt8]) -> String {
    var out = ""
    var offset = 0
    while offset < bytes.count {
      let length = sequenceLength(bytes[offset])
      let end = min(offset + length, bytes.count)
      if let text = String(validating: bytes[offset..<end], as: UTF8.self),
        let scalar = text.unicodeScalars.first
      {
        append(scalar, to: &out)
        offset = end
      } else {
        out += "\\x" + hex(UInt32(bytes[offset]), width: 2)
        offset += 1
      }
    }
    return out
  }

  package static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars { append(scalar, to: &out) }
    return out
  }

  /// Whether nothing in a text would have to be escaped, but for backslashes.
  package static func isPlain(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { !isHidden($0) }
  }

  /// Bytes of a UTF-8 sequence by its first one (RFC 3629 §3); 1 for what begins none.
  private static func sequenceLength(_ first: UInt8) -> Int {
    switch first {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to out: inout String) {
    if isHidden(scalar) {
      out += "\\u{" + hex(scalar.value, width: 4) + "}"
    } else if scalar == "\\" {
      out += "\\\\"
    } else {
      out.unicodeScalars.append(scalar)
    }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
    default: false
    }
  }

  private static func hex(_ value: UInt32, width: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
