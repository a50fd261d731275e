internal import JSON
internal import Values

/// The label of a record from which something was taken: ObservationValue `REDACTED` in `meta.security` of
/// the whole, never at the place of what went (DESIGN.md §4.7, RULES.md §9).
///
/// Lines of NDJSON get none: a line's meta is its own resource's, and a label there would tell which.
package enum FHIRSecurityLabel {
  /// What a cut itself writes into a record of FHIR: that other records write it too tells nothing.
  package static let ownURLs = [
    system, "http://hl7.org/fhir/StructureDefinition/data-absent-reason",
  ]

  static func add(to plan: inout EditPlan, _ closure: FHIRClosure) {
    let document = closure.tree.document
    let root = 0
    guard let meta = document.member(root, "meta"), !closure.isGone(meta), document.kind(meta) == .object
    else {
      insert(withMeta, into: root, &plan, closure)
      return
    }
    guard let security = document.member(meta, "security"), !closure.isGone(security),
      document.kind(security) == .array
    else {
      insert(withSecurity, into: meta, &plan, closure)
      return
    }
    if !isLabelled(security, document) { insert(coding, into: security, &plan, closure) }
  }

  /// Whether the label is among the codings of `meta.security`.
  static func isLabelled(_ security: Int, _ document: JSONDocument) -> Bool {
    document.children(security).contains { coding in
      document.member(coding, "code").map { document.isString($0, "REDACTED") } ?? false
        && document.member(coding, "system").map { document.isString($0, system) } ?? false
    }
  }

  /// Puts a text first in a container, with a comma if anything else stays in there.
  private static func insert(
    _ text: (last: StaticText, more: StaticText), into container: Int, _ plan: inout EditPlan,
    _ closure: FHIRClosure
  ) {
    let document = closure.tree.document
    let start = document.range(container).lowerBound + 1
    let isLast = document.children(container).allSatisfy { closure.isGone($0) }
    plan.replace(start..<start, with: .fixed(isLast ? text.last : text.more))
  }

  private static let system = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue"
  private static let coding = (
    last: StaticText(
      #"{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationValue","code":"REDACTED"}"#),
    more: StaticText(
      #"{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationValue","code":"REDACTED"},"#)
  )
  private static let withSecurity = (
    last: StaticText(
      #"""
      "security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationValue","code":"REDACTED"}]
      """#),
    more: StaticText(
      #"""
      "security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationValue","code":"REDACTED"}],
      """#)
  )
  private static let withMeta = (
    last: StaticText(
      #"""
      "meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationValue",\#
      "code":"REDACTED"}]}
      """#),
    more: StaticText(
      #"""
      "meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationValue",\#
      "code":"REDACTED"}]},
      """#)
  )
}
