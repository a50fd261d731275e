internal import JSON
internal import Values
internal import XML

/// From a decision to what it changes in the document.
struct FHIRXMLEditor {
  let tree: FHIRXMLTree
  let origins: [FHIRXMLForm.Origin]
  let decision: FHIRCutDecision
  private(set) var changes = XMLChanges()
  private var document: JSONDocument { decision.contents.document }
  private var closure: FHIRClosure { decision.closure }

  init(_ tree: FHIRXMLTree, _ origins: [FHIRXMLForm.Origin], _ decision: FHIRCutDecision) {
    (self.tree, self.origins, self.decision) = (tree, origins, decision)
  }

  mutating func carryOut() throws(PacketError) {
    try redact()
    removeGone()
    mask()
    for total in decision.totals {
      let node = Int(origins[total.node].node)
      if let value = tree.value(node) { changes.set(attribute: value, of: node, to: total.count) }
    }
    try label()
    dropRemarks()
  }

  /// Comments, instructions and schema locations of the sender never leave a record that was cut.
  private mutating func dropRemarks() {
    for node in 0..<tree.count {
      switch tree.kind(node) {
      case .comment, .instruction: changes.remove(node)
      case .element:
        for attribute in tree.attributes(node) where tree.isOfInstances(attribute) {
          changes.remove(attribute: attribute, of: node)
        }
      case .text: break
      }
    }
  }

  // MARK: What goes

  /// A primitive's value and what it has beside it may go apart.
  private struct Primitive {
    var losesValue = false
    var losesCompanion = false
  }

  private mutating func removeGone() {
    var primitives: [Int: Primitive] = [:]
    for node in closure.goneNodes { collect(node, &primitives) }
    for (node, gone) in primitives {
      let keepsValue = tree.value(node) != nil && !gone.losesValue
      let keepsCompanion = hasCompanion(node) && !gone.losesCompanion
      if !keepsValue, !keepsCompanion {
        remove(node)
      } else if gone.losesValue {
        drop(tree.value(node), of: node)
      } else {
        removeCompanion(node)
      }
    }
  }

  private mutating func collect(_ node: Int, _ primitives: inout [Int: Primitive]) {
    let place = Int(origins[node].node)
    switch origins[node].part {
    case .element, .narrative: remove(place)
    case .array: for child in document.children(node) { collect(child, &primitives) }
    case .value: primitives[place, default: Primitive()].losesValue = true
    case .companion: primitives[place, default: Primitive()].losesCompanion = true
    case .id: drop(tree.id(place), of: place)
    case .url: drop(tree.url(place), of: place)
    case .type, .absent: break
    }
  }

  private mutating func drop(_ attribute: Int?, of node: Int) {
    if let attribute { changes.remove(attribute: attribute, of: node) }
  }

  private func hasCompanion(_ node: Int) -> Bool {
    if tree.id(node) != nil { return true }
    var child = node + 1
    while child < tree.end(node) {
      if tree.isElement(child), !changes.removed.contains(child) { return true }
      child = tree.end(child)
    }
    return false
  }

  private mutating func removeCompanion(_ node: Int) {
    drop(tree.id(node), of: node)
    changes.replaceContent(of: node, with: .text(Self.nothing))
  }
  private static let nothing = StaticText("")

  /// An element with the white space before it, so that no gap shows the place.
  private mutating func remove(_ node: Int) {
    let blank = node - 1
    if blank >= 0, tree.kind(blank) == .text, tree.parent(blank) == tree.parent(node),
      tree.isBlank(tree.range(ofText: blank))
    {
      changes.remove(blank)
    }
    changes.remove(node)
  }

  // MARK: What is masked and marked

  /// FHIR R4, data-absent-reason: an element without a value and with the reason.
  private mutating func mask() {
    for value in decision.redaction.masked where !closure.isGone(value) {
      let node = Int(origins[value].node)
      drop(tree.value(node), of: node)
      drop(tree.id(node), of: node)
      changes.replaceContent(of: node, with: .element(Self.reason))
    }
  }

  private static let reason = XMLNewElement(
    "extension", [("url", "http://hl7.org/fhir/StructureDefinition/data-absent-reason")],
    [XMLNewElement("valueCode", [("value", "masked")])])

  private mutating func redact() throws(PacketError) {
    var edits: [Int: [FHIRXMLText.Edit]] = [:]
    for edit in decision.redaction.edits where !closure.isGone(edit.node) {
      edits[edit.node, default: []].append(
        FHIRXMLText.Edit(range: edit.range, isMarked: edit.replacement == .mark))
    }
    for (node, edits) in edits {
      let ordered = edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
      let (place, start) = (Int(origins[node].node), document.content(node).lowerBound)
      switch origins[node].part {
      case .value:
        guard let value = tree.value(place) else { throw FHIRXMLProblem.stray(tree.record) }
        redact(attribute: value, of: place, .value, from: start, ordered)
      case .narrative:
        for piece in try FHIRXMLNarrative.pieces(of: place, tree) {
          redact(piece, from: start, ordered)
        }
      case .element, .array, .companion, .id, .url, .type, .absent:
        throw FHIRXMLProblem.stray(tree.record)
      }
    }
  }

  private mutating func redact(
    _ piece: FHIRXMLNarrative.Piece, from start: Int, _ edits: [FHIRXMLText.Edit]
  ) {
    let range = start + piece.start..<start + piece.end
    // In order, none overlapping.
    let first = FHIRContents.firstIndex(edits.count) { edits[$0].range.upperBound > range.lowerBound }
    let own = Array(edits[first...].prefix { $0.range.lowerBound < range.upperBound })
    guard !own.isEmpty else { return }
    if let attribute = piece.attribute {
      redact(attribute: attribute, of: piece.node, piece.text, from: range.lowerBound, own)
    } else {
      let parts = piece.text.parts(
        tree.range(ofText: piece.node), of: tree.xml.text, from: range.lowerBound, own)
      for part in parts { changes.redact(text: piece.node, part) }
    }
  }

  private mutating func redact(
    attribute: Int, of node: Int, _ text: FHIRXMLText, from start: Int, _ edits: [FHIRXMLText.Edit]
  ) {
    let parts = text.parts(tree.range(ofAttribute: attribute), of: tree.xml.text, from: start, edits)
    changes.redact(attribute: attribute, of: node, parts)
  }

  // MARK: The label

  /// ObservationValue `REDACTED` in `meta.security` of the whole, as ``FHIRSecurityLabel`` has it, where R4
  /// has it in order: `meta` after `id`, `security` before `tag`.
  private mutating func label() throws(PacketError) {
    guard let root = tree.root else { throw FHIRXMLProblem.stray(tree.record) }
    let meta = document.member(0, "meta").flatMap { closure.isGone($0) ? nil : $0 }
    if let codings = meta.flatMap({ document.member($0, "security") }), !closure.isGone(codings),
      FHIRSecurityLabel.isLabelled(codings, document)
    {
      return
    }
    if let meta, origins[meta].part == .element {
      let holder = Int(origins[meta].node)
      let next = child(of: holder) { tree.name($0) == "security" || tree.name($0) == "tag" }
      changes.add(Self.security, to: holder, before: next)
    } else {
      let next = child(of: root) { tree.name($0) != "id" }
      changes.add(XMLNewElement("meta", [], [Self.security]), to: root, before: next)
    }
  }

  /// The first child element of a kind.
  private func child(of holder: Int, where holds: (Int) -> Bool) -> Int? {
    var child = holder + 1
    while child < tree.end(holder) {
      if tree.isElement(child), holds(child) { return child }
      child = tree.end(child)
    }
    return nil
  }

  private static let security = XMLNewElement(
    "security", [],
    [
      XMLNewElement(
        "system", [("value", "http://terminology.hl7.org/CodeSystem/v3-ObservationValue")]),
      XMLNewElement("code", [("value", "REDACTED")]),
    ])
}
