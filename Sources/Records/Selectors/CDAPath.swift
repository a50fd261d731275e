internal import Values
internal import XML

/// An XPath 1.0 expression over a CDA document, with the prefixes `hl7:`, `sdtc:` and `xsi:` bound.
///
/// What cannot match is refused when the policy is read: names that CDA does not have, names without their
/// prefix (CDA's elements are all in a namespace), what selects no nodes.
package struct CDAPath: Sendable, Equatable {
  let text: String

  static let prefixes: [(prefix: StaticString, namespace: StaticString)] = [
    ("hl7", "urn:hl7-org:v3"), ("sdtc", "urn:hl7-org:sdtc"),
    ("xsi", "http://www.w3.org/2001/XMLSchema-instance"),
  ]

  var xpath: XPath { XPath(text, prefixes: Self.prefixes) }

  /// - Throws: the first problem with its column.
  init(_ text: String) throws(SelectorProblem) {
    self.text = text
    try CDAPathCheck.check(text)
    let empty = try Self.emptyDocument()
    do throws(XPath.Failure) {
      _ = try xpath.matches(in: empty, operations: 1_000_000)
    } catch {
      throw SelectorProblem(error.column, Self.words(error.problem))
    }
  }

  private static func emptyDocument() throws(SelectorProblem) -> XMLDocument {
    do throws(XMLError) {
      return try XMLDocument(parsing: Array("<ClinicalDocument xmlns='urn:hl7-org:v3'/>".utf8))
    } catch {
      throw SelectorProblem(1, words(.memory))
    }
  }

  private static func words(_ problem: XPath.Failure.Problem) -> String {
    switch problem {
    case .syntax(let code): "not XPath 1.0 (libxml2 error \(code))"
    case .operations: "takes too many steps even in an empty document"
    case .noNodes: "selects no places of a document: it gives a truth, a number or a text"
    case .memory: "libxml2 has no memory to look at it"
    }
  }
}
