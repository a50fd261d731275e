package import Values

/// Why a document was refused. libxml2's own words quote the document, so only its code and line are kept.
package struct XMLError: Error, Equatable, Sendable {
  package enum Problem: Sendable, Equatable {
    /// Not well formed, with libxml2's error code.
    case syntax(Int)
    /// A DOCTYPE: entities and files can hide behind it (FAULTS.md X01-X03).
    case doctype
    case encoding
    case attributes
    case depth
    case nodes
    case size
    case memory
  }
  package let problem: Problem
  /// From 1; nil where the document was refused before it was read.
  package let line: Int?

  package init(_ problem: Problem, line: Int? = nil) { (self.problem, self.line) = (problem, line) }

  /// What is wrong, in words of ours.
  package var words: PlainText {
    switch problem {
    case .syntax(let code): "not well-formed XML (libxml2 error \(code))"
    case .doctype: "a DOCTYPE is not allowed"
    case .encoding: "only UTF-8, UTF-16, US-ASCII, ISO-8859-1 and Windows-1252 are read"
    case .attributes: "an element has too many attributes"
    case .depth: "elements are nested too deep"
    case .nodes: "the document has too many nodes"
    case .size: "the document is too large"
    case .memory: "there is not enough memory for the document"
    }
  }
}
