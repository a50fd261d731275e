/// Lays fields out as XML.
struct XMLFieldText {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ request: [FieldWriter.Field]) {
    append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<request xmlns=\"\(XMLForm.namespace)\">\n")
    write(request, level: 1)
    append("</request>\n")
  }

  private mutating func write(_ fields: [FieldWriter.Field], level: Int) {
    for field in fields {
      let name = field.name.description
      switch field.content {
      case .value(let text, _): element(name, text, level)
      case .values(let texts, _): for text in texts { element(name, text, level) }
      case .group(let fields): element(name, fields, level)
      case .groups(let groups): for fields in groups { element(name, fields, level) }
      }
    }
  }

  private mutating func element(_ name: String, _ text: String, _ level: Int) {
    indent(level)
    append("<\(name)>")
    escaped(text)
    append("</\(name)>\n")
  }

  private mutating func element(_ name: String, _ fields: [FieldWriter.Field], _ level: Int) {
    indent(level)
    guard !fields.isEmpty else { return append("<\(name)/>\n") }
    append("<\(name)>\n")
    write(fields, level: level + 1)
    indent(level)
    append("</\(name)>\n")
  }

  private mutating func escaped(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case 0x09, 0x0A: bytes.append(byte)
      // A bare carriage return would be read as a line feed (XML 1.0 §2.11).
      case 0..<0x20: append("&#\(byte);")
      default: bytes.append(byte)
      }
    }
  }

  private mutating func indent(_ level: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
