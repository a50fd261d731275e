/// A site's own rule for one format, compiled when the policy is read: what it cannot match is refused there
/// (DESIGN.md §4.1).
package enum Selector: Sendable, Equatable {
  case fhir(FHIRPath)
  case cda(CDAPath)
  case hl7v2(HL7Path)
  case text(TextPattern)

  /// The formats that a selector is for.
  package enum Format: String, Sendable, CaseIterable { case fhir, cda, hl7v2, text }

  /// Compiles a selector.
  ///
  /// - Parameter allowed: unknown segments and resource types that the pipeline lets pass.
  /// - Throws: the first problem with its column.
  package init(
    _ text: String, for format: Format, action: SelectorAction, allowed: Set<String>
  ) throws(SelectorProblem) {
    guard text.utf8.count <= Self.longest else {
      throw SelectorProblem(Self.longest + 1, "longer than \(Self.longest) bytes")
    }
    if let at = Array(text.utf8).firstIndex(where: { $0 < 0x20 || $0 == 0x7F }) {
      throw SelectorProblem(at + 1, "a control character")
    }
    switch format {
    case .fhir: self = .fhir(try FHIRPath(text, allowed: allowed))
    case .cda: self = .cda(try CDAPath(text))
    case .hl7v2: self = .hl7v2(try HL7Path(text, action: action, allowed: allowed))
    case .text: self = .text(try TextPattern(text))
    }
  }

  static let longest = 1_000
  /// The greatest column that a problem may have.
  package static let longestColumn = longest + 1

  /// Whether it says something of records of a format.
  package func applies(to format: RecordFormat) -> Bool {
    switch self {
    case .fhir: format == .fhirJSON || format == .fhirNDJSON || format == .fhirXML
    case .cda: format == .cda
    case .hl7v2: format == .hl7v2
    case .text: format == .text
    }
  }
}
