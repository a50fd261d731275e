internal import JSON

/// The JSON Schema (draft 2020-12) as it is published, made from the fields:
/// request-1.schema.json.
package enum JSONSchemaText {
  package static var bytes: [UInt8] {
    let groups = FieldLister.groups(of: Request.self)
    var members: [JSONValue.Member] = [
      .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
      .init("$id", "urn:chartgate:request:1"),
      .init("title", "A request for a patient's records, version 1"),
      .init("description", .string(about)),
    ]
    if let request = groups.first { members += object(request) }
    let types =
      groups.dropFirst().map { group in
        JSONValue.Member(
          group.name, .object([.init("description", .string(group.about))] + object(group)))
      } + values
    members.append(.init("$defs", .object(types)))
    return JSONWriter(layout: .indented).bytes(.object(members))
  }

  private static func object(_ group: FieldLister.Group) -> [JSONValue.Member] {
    let required = group.fields.filter(\.isRequired).map { JSONValue.string($0.name) }
    return [
      .init("type", "object"),
      .init("properties", .object(group.fields.map { .init($0.name, property($0)) })),
    ] + (required.isEmpty ? [] : [.init("required", .array(required))]) + [
      .init("additionalProperties", false)
    ]
  }

  private static func property(_ field: FieldLister.Field) -> JSONValue {
    let about = JSONValue.Member("description", .string(field.about))
    let type: JSONValue.Member =
      switch field.content {
      case .group(let name): .init("$ref", .string("#/$defs/\(name)"))
      case .value(.word(let words)): .init("enum", .array(words.map { .string($0) }))
      case .value(let shape): .init("$ref", .string("#/$defs/\(shape)"))
      }
    return field.isList
      ? ["description": .string(field.about), "type": "array", "items": .object([type])]
      : .object([about, type])
  }

  private static let about = """
    The same request as the XML form's, with the same names (request-1.xsd tells how a packet is made). A list \
    is an array, there is no null: what is not known is left out. Names may not come twice in an object. \
    UTF-8, without a byte order mark. Beyond this schema each file is listed once, as a record or a paper.
    """

  private static let name =
    #"(?:[^/\\.\u0000-\u001F\u007F\uFFFE\uFFFF][^/\\\u0000-\u001F\u007F\uFFFE\uFFFF]*"#
    + #"|\.[^/\\.\u0000-\u001F\u007F\uFFFE\uFFFF][^/\\\u0000-\u001F\u007F\uFFFE\uFFFF]*|\.\.[^/\\\u0000-\u001F\u007F\uFFFE\uFFFF]+)"#

  private static let values: [JSONValue.Member] = [
    .init(
      "text",
      [
        "description": "Any text that is not blank, of characters that XML 1.0 can hold.", "type": "string",
        "allOf": [
          ["pattern": #"[^ \t\r\n]"#],
          ["pattern": #"^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]*$"#],
        ],
      ]),
    .init(
      "code",
      [
        "description": "1 to 200 printable ASCII characters without space.", "type": "string",
        "pattern": "^[!-~]{1,200}$",
      ]),
    .init(
      "path",
      [
        "description": "The place of a file, relative to the packet's folder.", "type": "string",
        "pattern": .string("^\(name)(?:/\(name))*$"),
      ]),
    .init(
      "day",
      [
        "description": "YYYY-MM-DD", "type": "string", "format": "date",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
      ]),
    .init(
      "instant",
      [
        "description": "A time with its zone (RFC 3339).", "type": "string", "format": "date-time",
        "pattern":
          #"^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?(Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))$"#,
      ]),
    .init(
      "digest",
      [
        "description": "SHA-256 as 64 hexadecimal digits.", "type": "string", "pattern": "^[0-9A-Fa-f]{64}$",
      ]),
    .init("flag", ["type": "boolean"]),
    .init("count", ["type": "integer", "minimum": 0, "maximum": 999_999_999_999_999]),
    .init(
      "dollars",
      [
        "description": "US dollars, with cents in two digits or without.", "type": "string",
        "pattern": #"^(0|[1-9][0-9]{0,6})(\.[0-9]{2})?$"#,
      ]),
    .init(
      "threeWay",
      [
        "description": "true, false or \"unknown\"; the first two are read as texts too.",
        "enum": [true, false, "unknown", "true", "false"],
      ]),
  ]
}
