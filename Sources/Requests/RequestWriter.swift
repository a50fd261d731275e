internal import JSON
internal import Values

/// Writes a request in either form: one request, one sequence of bytes; only the fields that are set.
package enum RequestWriter {
  /// Indented, a line feed at the end.
  package static func json(_ request: Request) -> [UInt8] {
    JSONWriter(layout: .indented).bytes(object(FieldWriter.fields(of: request)))
  }

  /// Indented, UTF-8. A control character, which XML cannot hold, is written as a reference, so that
  /// the whole is refused rather than changed.
  package static func xml(_ request: Request) -> [UInt8] {
    var writer = XMLFieldText()
    writer.write(FieldWriter.fields(of: request))
    return writer.bytes
  }

  private static func object(_ fields: [FieldWriter.Field]) -> JSONValue {
    .object(
      fields.map { field in
        let value: JSONValue =
          switch field.content {
          case .value(let text, let shape): scalar(text, shape)
          case .values(let texts, let shape): .array(texts.map { scalar($0, shape) })
          case .group(let fields): object(fields)
          case .groups(let groups): .array(groups.map(object))
          }
        return JSONValue.Member(field.name.description, value)
      })
  }

  private static func scalar(_ text: String, _ shape: FieldShape) -> JSONValue {
    switch shape {
    case .flag, .threeWay:
      switch text {
      case "true": .bool(true)
      case "false": .bool(false)
      default: .string(text)
      }
    case .count: Int64(text).map(JSONValue.integer) ?? .string(text)
    case .text, .code, .path, .day, .instant, .digest, .dollars, .word: .string(text)
    }
  }
}
