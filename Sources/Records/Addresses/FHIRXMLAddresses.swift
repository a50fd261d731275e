internal import JSON
internal import Values
internal import XML

/// Addresses in FHIR XML: XPath with a position at each step, `f:` bound to FHIR's namespace and `h:` to XHTML's.
///
/// Only names that FHIR R4 has are written: `*[3]` is the third child element, whatever its name says. A narrative
/// is given by its `div`, what the XML says outside of FHIR by its line.
struct FHIRXMLAddresses {
  private let tree: FHIRXMLTree
  private let origins: [FHIRXMLForm.Origin]
  private let contents: FHIRContents
  private let form: (units: Int, runs: Int)
  private var steps: XPathSteps

  init(
    _ tree: FHIRXMLTree, _ origins: [FHIRXMLForm.Origin], _ contents: FHIRContents,
    form: (units: Int, runs: Int)
  ) {
    (self.tree, self.origins, self.contents, self.form) = (tree, origins, contents, form)
    steps = XPathSteps(tree.xml)
  }

  consuming func places(of parts: [CutPart]) -> [Place] {
    var places: [Place] = []
    for part in parts { places.append(place(of: part)) }
    return places
  }

  private mutating func place(of part: CutPart) -> Place {
    switch part {
    case .unit(let unit):
      guard unit > 0, unit < form.units else { return own(unit) }
      return place(ofValue: contents.unitNodes[unit])
    case .text(let at):
      guard let run = contents.facts.run(at: at) else { return Place(record: contents.number) }
      guard run < form.runs else { return own(contents.facts.runs[run].unit) }
      return place(ofValue: Int(contents.sources[run].node))
    case .value(let value): return place(ofValue: value)
    }
  }

  /// The unit's place as it was read.
  private func own(_ unit: Int) -> Place {
    unit > 0 && contents.facts.units.indices.contains(unit)
      ? contents.facts.units[unit].place : Place(record: contents.number)
  }

  /// - Parameter value: a node of the JSON form.
  private mutating func place(ofValue value: Int) -> Place {
    guard origins.indices.contains(value) else { return Place(record: contents.number) }
    let node = Int(origins[value].node)
    let ending =
      switch origins[value].part {
      case .value: "/@value"
      case .id: "/@id"
      case .url: "/@url"
      case .element, .array, .companion, .type, .narrative, .absent: ""
      }
    return Place(
      record: contents.number, path: PlainText(ours: path(to: node) + ending), line: tree.line(node))
  }

  private mutating func path(to node: Int) -> String {
    steps.path(to: node) { [tree] in Self.shownName($0, in: tree) }
  }

  /// nil for an element that FHIR does not have.
  private static func shownName(_ node: Int, in tree: FHIRXMLTree) -> String? {
    guard tree.kind(node) == .element else { return nil }
    if tree.isNarrative(node) { return "h:div" }
    let name = tree.name(node)
    guard tree.isFHIR(node) else { return nil }
    if tree.isNamedLikeResource(node) { return FHIRResourceType.isName(name) ? "f:" + name : nil }
    return R4Elements.shared.memberNames.contains(name) ? "f:" + name : nil
  }
}
