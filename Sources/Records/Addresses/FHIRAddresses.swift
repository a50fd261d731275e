internal import JSON
internal import Values

/// Addresses in FHIR JSON: RFC 6901 pointers from the text's root, of NDJSON from that of a line, whose number
/// stands beside it.
///
/// Only names that FHIR R4 has are written. Another one could be a person's: such a member is `{3}`, the third
/// of its object. A value that is masked stands as `_name` in what leaves, and as `name` here.
struct FHIRAddresses {
  private let contents: FHIRContents
  private let document: JSONDocument
  /// Of containers with many values, where each begins: made once.
  private var children: [Int: [Int]] = [:]
  private static let many = 32

  init(_ contents: FHIRContents) { (self.contents, document) = (contents, contents.document) }

  consuming func places(of parts: [CutPart]) -> [Place] {
    var places: [Place] = []
    for part in parts { places.append(place(of: part)) }
    return places
  }

  private mutating func place(of part: CutPart) -> Place {
    var node: Int?
    switch part {
    case .unit(let unit):
      node = unit > 0 && contents.unitNodes.indices.contains(unit) ? contents.unitNodes[unit] : nil
    case .text(let at): node = contents.facts.run(at: at).map { Int(contents.sources[$0].node) }
    case .value(let value): node = value
    }
    guard let node, node >= 0, node < document.count else { return Place(record: contents.number) }
    let line = contents.lines.isEmpty ? nil : contents.lineNumber(at: document.range(node).lowerBound)
    return Place(record: contents.number, path: pointer(to: node), line: line)
  }

  /// Empty for a root, as RFC 6901 §5 has it; shown as the whole text.
  private mutating func pointer(to node: Int) -> PlainText {
    var text = ""
    var container = root(of: node)
    while container < node, let (position, child) = child(of: container, holding: node) {
      text += "/" + token(child, position)
      container = child
    }
    return PlainText(ours: text.isEmpty ? "the whole resource" : text)
  }

  private func root(of node: Int) -> Int {
    let lines = contents.lines
    let next = FHIRContents.firstIndex(lines.count) { lines[$0].root > node }
    return next > 0 ? lines[next - 1].root : 0
  }

  private mutating func child(of container: Int, holding node: Int) -> (position: Int, node: Int)? {
    if let known = children[container] {
      let position = FHIRContents.firstIndex(known.count) { known[$0] > node } - 1
      return known.indices.contains(position) ? (position, known[position]) : nil
    }
    var position = 0
    for child in document.children(container) {
      if node < document.subtreeEnd(child) {
        if position > Self.many { children[container] = Array(document.children(container)) }
        return (position, child)
      }
      position += 1
    }
    return nil
  }

  private func token(_ child: Int, _ position: Int) -> String {
    guard let key = document.keyText(child) else { return "\(position)" }
    let name = String(decoding: key, as: UTF8.self)
    return R4Elements.shared.memberNames.contains(name) ? name : "{\(position + 1)}"
  }
}
