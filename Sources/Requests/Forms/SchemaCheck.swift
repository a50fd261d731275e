internal import Values
internal import XML

/// libxml2's look at a request in XML with the published schema. Its words quote values, so only code and
/// line are used; the words are ours.
enum SchemaCheck {
  /// - Returns: a problem for each line with a violation.
  static func problems(in document: XMLDocument) throws(XMLError) -> [RequestProblem] {
    let schema = try XMLSchema(xsd: XSDText.bytes)
    var problems: [RequestProblem] = []
    for violation in try schema.violations(in: document) where problems.last?.place.line != violation.line {
      problems.append(
        RequestProblem(
          Place(line: violation.line), words(violation.code),
          remedy: "compare this line with the schema, request-1.xsd"))
    }
    return problems
  }

  /// libxml2's `xmlParserErrors` of schema validation.
  private static func words(_ code: Int) -> PlainText {
    switch code {
    case 1824...1840: "a value is not of the form that the schema asks for"
    case 1841...1844: "text or elements stand where the schema has none"
    case 1861...1868: "an attribute is not known"
    case 1845, 1871: "an element is unknown, missing, out of order or given more than once"
    default: "the schema does not allow this (libxml2 error \(code))"
    }
  }
}
