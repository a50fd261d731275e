extension BadExample {
  static let all = values + paths + members + jsonAlone + xmlAlone

  /// A value that is not of its shape.
  private static let values = [
    BadExample(
      "birth-date-no-day", at: "/patient/birthDate", "birthDate", "1971-04-02", "1971-02-30",
      says: "not a day of the calendar"),
    BadExample(
      "birth-date-american", at: "/patient/birthDate", "birthDate", "1971-04-02", "04/02/1971",
      says: "not a day of the calendar"),
    BadExample(
      "birth-date-zone", at: "/patient/birthDate", "birthDate", "1971-04-02", "1971-04-02Z",
      says: "not a day of the calendar"),
    BadExample(
      "birth-date-year-zero", at: "/patient/birthDate", "birthDate", "1971-04-02", "0000-04-02",
      says: "not a day of the calendar"),
    BadExample(
      "received-without-zone", at: "/received", "received", "2026-03-02T14:15:00.000Z", "2026-03-02T14:15:00",
      says: "not a time with its zone"),
    BadExample(
      "received-day", at: "/received", "received", "2026-03-02T14:15:00.000Z", "2026-03-02",
      says: "not a time with its zone"),
    BadExample(
      "received-hour-24", at: "/received", "received", "2026-03-02T14:15:00.000Z", "2026-03-02T24:00:00Z",
      says: "not a time with its zone"),
    BadExample(
      "received-far-zone", at: "/received", "received", "2026-03-02T14:15:00.000Z",
      "2026-03-02T14:15:00+14:01", says: "not a time with its zone"),
    BadExample(
      "kind-misspelt", at: "/requester/kind", "kind", "attorney", "atorney",
      says: "not one of the words for this (nearest: attorney)"),
    BadExample(
      "kind-upper-case", at: "/requester/kind", "kind", "attorney", "Attorney",
      says: "not one of the words for this (nearest: attorney)"),
    BadExample(
      "kind-unknown", at: "/requester/kind", "kind", "attorney", "Jane Doe, neighbor",
      says: "not one of the words for this"),
    BadExample(
      "channel-unknown", at: "/delivery/channel", "channel", "portal", "pigeon",
      says: "not one of the words for this"),
    BadExample(
      "basis-misspelt", at: "/basis", "basis", "authorization", "authorisation",
      says: "not one of the words for this (nearest: authorization)"),
    BadExample(
      "part2-unknown-word", at: "/records/1/part2", "part2", "unknown", "maybe",
      says: "neither true, false nor unknown"),
    BadExample(
      "digest-short", at: "/records/0/sha256", "sha256", String(repeating: "2", count: 64),
      String(repeating: "2", count: 62), says: "not a SHA-256 digest"),
    BadExample(
      "digest-letters", at: "/records/0/sha256", "sha256", String(repeating: "2", count: 64),
      "g" + String(repeating: "2", count: 63), says: "not a SHA-256 digest"),
    BadExample(
      "fee-comma", at: "/delivery/fee/amount", "amount", "6.50", "6,50", says: "not an amount in US dollars"),
    BadExample(
      "fee-negative", at: "/delivery/fee/amount", "amount", "6.50", "-6.50",
      says: "not an amount in US dollars"),
    BadExample(
      "fee-one-digit", at: "/delivery/fee/amount", "amount", "6.50", "6.5",
      says: "not an amount in US dollars"),
    BadExample("code-with-space", at: "/purpose/code", "code", "HLEGAL", "H LEGAL", says: "not a code"),
    BadExample(
      "text-empty", at: "/purpose/words", "words", "claim after a fall", "", says: "the value is empty"),
    BadExample(
      "text-blank", at: "/purpose/words", "words", "claim after a fall", "   ", says: "the value is empty"),
    BadExample("id-empty", at: "/id", "id", "2026-000417", "", says: "the value is empty"),
  ]

  /// A path that is not within the packet, or is there twice (FAULTS.md P10, A04).
  private static let paths = [
    path("path-climbs", "../visit.xml", "a path leaves the packet"),
    path("path-climbs-later", "records/../../visit.xml", "a path leaves the packet"),
    path("path-ends-above", "records/..", "a path leaves the packet"),
    path("path-absolute", "/etc/passwd", "a path leaves the packet"),
    path("path-backslash", #"records\visit.xml"#, "a path is not of plain names"),
    path("path-backslash-climbs", #"..\..\visit.xml"#, "a path is not of plain names"),
    path("path-empty-part", "records//visit.xml", "a path is not of plain names"),
    path("path-ends-in-slash", "records/", "a path is not of plain names"),
    path("path-dot", "./visit.xml", "a path is not of plain names"),
    path("path-empty", "", "a path is not of plain names"),
    BadExample(
      "document-climbs", at: "/authorization/document", "document", "papers/authorization.pdf",
      "../authorization.pdf", says: "a path leaves the packet"),
    BadExample(
      "record-twice", at: "/records/1/path", "path", "records/labs.hl7", "records/visit.xml",
      says: "a file is listed twice"),
    BadExample(
      "record-and-paper", at: "/papers/0/path", "path", "papers/authorization.pdf", "records/labs.hl7",
      says: "a file is listed twice"),
  ]

  private static func path(_ name: String, _ new: String, _ says: String) -> BadExample {
    BadExample(name, at: "/records/0/path", "path", "records/visit.xml", new, says: says)
  }

  /// A name that is missing, unknown or there twice.
  private static let members = [
    BadExample(
      "id-missing", at: "/id", says: "a value is missing",
      json: Change("  \"id\": \"2026-000417\",\n", ""), xml: Change("  <id>2026-000417</id>\n", "")),
    BadExample(
      "family-missing", at: "/patient/otherNames/0/family", says: "a value is missing",
      json: Change("{\n        \"family\": \"Muster\"\n      }", "{}"),
      xml: Change("<otherNames>\n      <family>Muster</family>\n    </otherNames>", "<otherNames/>")),
    BadExample(
      "path-missing", at: "/records/1/path", says: "a value is missing",
      json: Change("      \"path\": \"records/labs.hl7\",\n", ""),
      xml: Change("    <path>records/labs.hl7</path>\n", "")),
    BadExample(
      "field-misspelt", at: "/patient", says: "(nearest: birthDate)",
      json: Change("\"birthDate\"", "\"birthdate\""),
      xml: Change("<birthDate>1971-04-02</birthDate>", "<birthdate>1971-04-02</birthdate>")),
    BadExample(
      "field-unknown", at: "/", says: "unknown",
      json: Change("  \"sample\": true", "  \"AlmaExample\": true"),
      xml: Change("<sample>true</sample>", "<AlmaExample>true</AlmaExample>")),
    BadExample(
      "field-of-another-group", at: "/patient", says: "unknown",
      json: Change("    \"birthDate\": \"1971-04-02\"", "    \"mediaType\": \"text/plain\""),
      xml: Change("<birthDate>1971-04-02</birthDate>", "<mediaType>text/plain</mediaType>")),
    BadExample(
      "field-twice", at: "/patient/birthDate", says: "is given more than once",
      json: Change("    \"birthDate\": \"1971-04-02\",\n", twice("    \"birthDate\": \"1971-04-02\",\n")),
      xml: Change("    <birthDate>1971-04-02</birthDate>\n", twice("    <birthDate>1971-04-02</birthDate>\n"))
    ),
    BadExample(
      "group-twice", at: "/transcribed", says: "is given more than once",
      json: Change("  \"sample\": true", "  \"transcribed\": {},\n  \"sample\": true"),
      xml: Change("  </transcribed>\n", "  </transcribed>\n  <transcribed/>\n")),
  ]

  private static func twice(_ text: String) -> String { text + text }

  private static let jsonAlone = [
    json(
      "key-twice-escaped", "/patient/birthDate", "is given more than once",
      "    \"birthDate\": \"1971-04-02\",\n",
      "    \"birthDate\": \"1971-04-02\",\n    \"birth\\u0044ate\": \"1971-04-03\",\n"),
    json("null", "/patient/birthDate", "null stands where a text is expected", "\"1971-04-02\"", "null"),
    json("number-for-text", "/id", "a number stands where a text is expected", "\"2026-000417\"", "417"),
    json(
      "number-for-day", "/patient/birthDate", "a number stands where a text", "\"1971-04-02\"", "19710402"),
    json("number-for-amount", "/delivery/fee/amount", "a number stands where a text", "\"6.50\"", "6.50"),
    json(
      "text-for-list", "/patient/phones", "a text stands where an array", "[\n      \"413-555-0100\"\n    ]",
      "\"413\""),
    json(
      "list-for-text", "/patient/addresses/0/city", "an array stands where a text", "\"Springfield\"",
      "[\"S\"]"),
    json(
      "list-for-group", "/authorization/expires", "an array stands where an object",
      "{\n      \"date\": \"2026-12-31\"\n    }", "[]"),
    json(
      "text-in-list-of-groups", "/patient/otherNames/0", "a text stands where an object",
      "{\n        \"family\": \"Muster\"\n      }", "\"Muster\""),
    json("null-in-list", "/patient/phones/0", "null stands where a text", "\"413-555-0100\"", "null"),
    json(
      "text-for-flag", "/authorization/statements/conditioning", "a text stands where true or false",
      "\"conditioning\": true", "\"conditioning\": \"true\""),
    json(
      "number-for-flag", "/authorization/statements/conditioning", "a number stands where true or false",
      "\"conditioning\": true", "\"conditioning\": 1"),
    json("text-for-count", "/records/0/size", "a text stands where a number", "20480", "\"20480\""),
    json("count-negative", "/records/0/size", "not a whole number", "20480", "-1"),
    json("count-fraction", "/records/0/size", "not a whole number", "20480", "20480.5"),
    json("count-exponent", "/records/0/size", "not a whole number", "20480", "2048e1"),
    json("count-huge", "/records/0/size", "not a whole number", "20480", "99999999999999999999"),
    json("control-character", "/purpose/words", "control character", "after a fall", "after\\u0001a fall"),
    json(
      "path-nul", "/records/0/path", "a path is not of plain names", "records/visit.xml",
      "records/visit.xml\\u0000.txt"),
    json(
      "path-line-feed", "/records/0/path", "a path is not of plain names", "records/visit.xml",
      "records/visit\\n.xml"),
    json("not-closed", nil, "closed", "\"on\": \"2026-03-02\"\n  }\n}", "\"on\": \"2026-03-02\"\n  }\n"),
    json("comma-missing", nil, "comma", "\"sample\": true,", "\"sample\": true"),
    json("comment", nil, "", "  \"sample\": true,", "  // a sample\n  \"sample\": true,"),
    json("byte-order-mark", "/", "UTF-8 without a byte order mark", "{\n  \"id\"", "\u{feff}{\n  \"id\""),
  ]

  private static func json(
    _ name: String, _ pointer: String?, _ says: String, _ old: String, _ new: String
  ) -> BadExample {
    BadExample(name, at: pointer, says: says, json: Change(old, new))
  }

  private static let xmlAlone = [
    xml(
      "flag-as-number", "/authorization/statements/conditioning", "neither true nor false",
      "<conditioning>true<", "<conditioning>1<"),
    xml("count-negative", "/records/0/size", "not a whole number", "<size>20480<", "<size>-1<"),
    xml("count-fraction", "/records/0/size", "not a whole number", "<size>20480<", "<size>20480.0<"),
    xml(
      "out-of-order", "/authorization/signed/on", "out of order",
      "      <on>2026-02-20</on>\n      <by>Alma Example</by>",
      "      <by>Alma Example</by>\n      <on>2026-02-20</on>", line: 62),
    xml("attribute", "/patient", "an attribute is not known", "<patient>", "<patient id=\"7\">"),
    xml(
      "attribute-as-value", "/patient/birthDate", "an attribute is not known", "<birthDate>",
      "<birthDate value=\"1971-04-02\">"),
    xml(
      "nil", "/patient/birthDate", "an attribute is not known", "<birthDate>",
      "<birthDate xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"true\">"),
    xml(
      "type", "/patient", "an attribute is not known", "<patient>",
      "<patient xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:type=\"Paper\">"),
    xml(
      "text-between", "/transcribed", "text stands between the elements", "<transcribed>", "<transcribed>Alma"
    ),
    xml(
      "element-in-value", "/patient/birthDate", "elements stand where a value",
      "<birthDate>1971-04-02</birthDate>", "<birthDate><year>1971</year></birthDate>"),
    xml(
      "wrapper", "/patient/phones/0", "elements stand where a value", "<phones>413-555-0100</phones>",
      "<phones><phone>413-555-0100</phone></phones>"),
    xml(
      "foreign-element", "/patient", "not of the request's namespace", "<birthDate>1971-04-02</birthDate>",
      "<birthDate xmlns=\"urn:other\">1971-04-02</birthDate>"),
    xml(
      "namespace-missing", "/", "the outermost element is not the request",
      " xmlns=\"urn:chartgate:request:1\"", ""),
    xml("namespace-other", "/", "the outermost element is not the request", "request:1\"", "request:2\""),
    xml(
      "doctype", "/", "a DOCTYPE is not allowed", "<request xmlns=",
      "<!DOCTYPE request [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><request xmlns=", line: 0),
    xml("entity-unknown", "/", "not well-formed", "claim after a fall", "claim &nbsp; fall"),
    xml("not-closed", "/", "not well-formed", "</transcribed>\n</request>", "</transcribed>\n", line: 0),
    xml("not-closed-inside", "/", "not well-formed", "</birthDate>", "</birthdate>"),
    xml(
      "encoding-latin-1", "/", "a request is read in UTF-8 or UTF-16 only", "encoding=\"UTF-8\"",
      "encoding=\"ISO-8859-1\""),
    xml(
      "encoding-ascii", "/", "a request is read in UTF-8 or UTF-16 only", "encoding=\"UTF-8\"",
      "encoding=\"US-ASCII\""),
    xml(
      "encoding-utf-7", "/", "a request is read in UTF-8 or UTF-16 only", "encoding=\"UTF-8\"",
      "encoding=\"UTF-7\""),
    xml(
      "encoding-lies", "/", "a request is read in UTF-8 or UTF-16 only", "encoding=\"UTF-8\"",
      "encoding=\"UTF-16\"", line: 0),
    xml(
      "path-control-character", "/records/0/path", "a path is not of plain names", "records/visit.xml",
      "records/visit&#9;.xml"),
  ]

  private static func xml(
    _ name: String, _ pointer: String?, _ says: String, _ old: String, _ new: String, line: Int? = nil
  ) -> BadExample {
    BadExample(name, at: pointer, says: says, xml: Change(old, new), line: line)
  }
}
