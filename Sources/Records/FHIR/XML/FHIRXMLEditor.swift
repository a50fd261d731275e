internal import JSON
internal import Values
internal import XML

/// Carries a decision out on libxml2's tree of the same bytes; nodes have the same numbers as in
/// ``FHIRXMLTree``.
struct FHIRXMLEditor {
  let tree: FHIRXMLTree
  let nodes: XMLNodes
  let origins: [FHIRXMLForm.Origin]
  let decision: FHIRCutDecision
  private var document: JSONDocument { decision.contents.document }
  private var closure: FHIRClosure { decision.closure }

  func carryOut() throws(PacketError) {
    try redact()
    removeGone()
    mask()
    for total in decision.totals { setValue(total.node, String(total.count)) }
    try label()
  }

  /// Comments, instructions and schema locations of the sender never leave a record that was cut.
  func dropRemarks() {
    for node in 0..<tree.count {
      switch tree.kind(node) {
      case .comment, .instruction: nodes[node].remove()
      case .element:
        for attribute in tree.attributes(node) where tree.isOfInstances(attribute) {
          nodes[node].removeAttribute(
            tree.attributeName(attribute), namespace: tree.attributeSpace(attribute))
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

  private func removeGone() {
    var primitives: [Int: Primitive] = [:]
    for node in closure.goneNodes { collect(node, &primitives) }
    for (node, gone) in primitives {
      let keepsValue = tree.value(node) != nil && !gone.losesValue
      let keepsCompanion = hasCompanion(node) && !gone.losesCompanion
      if !keepsValue, !keepsCompanion {
        remove(node)
      } else if gone.losesValue {
        nodes[node].removeAttribute("value", namespace: nil)
      } else {
        removeCompanion(node)
      }
    }
  }

  private func collect(_ node: Int, _ primitives: inout [Int: Primitive]) {
    let place = Int(origins[node].node)
    switch origins[node].part {
    case .element, .narrative: remove(place)
    case .array: for child in document.children(node) { collect(child, &primitives) }
    case .value: primitives[place, default: Primitive()].losesValue = true
    case .companion: primitives[place, default: Primitive()].losesCompanion = true
    case .id: nodes[place].removeAttribute("id", namespace: nil)
    case .url: nodes[place].removeAttribute("url", namespace: nil)
    case .type, .absent: break
    }
  }

  private func hasCompanion(_ node: Int) -> Bool {
    tree.id(node) != nil || nodes[node].firstChild(where: { $0.kind == .element }) != nil
  }

  private func removeCompanion(_ node: Int) {
    nodes[node].removeAttribute("id", namespace: nil)
    for child in nodes[node].children { child.remove() }
  }

  /// An element with the white space before it, so that no gap shows the place.
  private func remove(_ node: Int) {
    if let blank = nodes[node].previousSibling, blank.kind == .text, blank.text.utf8.allSatisfy(\.isXMLSpace)
    {
      blank.remove()
    }
    nodes[node].remove()
  }

  // MARK: What is masked and marked

  /// FHIR R4, data-absent-reason: an element without a value and with the reason.
  private func mask() {
    for value in decision.redaction.masked where !closure.isGone(value) {
      let node = Int(origins[value].node)
      nodes[node].removeAttribute("value", namespace: nil)
      removeCompanion(node)
      guard let reason = nodes[node].addElement("extension") else { continue }
      reason.setAttribute("url", "http://hl7.org/fhir/StructureDefinition/data-absent-reason")
      reason.addElement("valueCode")?.setAttribute("value", "masked")
    }
  }

  private func redact() throws(PacketError) {
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
        setValue(node, edited(tree.range(ofAttribute: value), .value, from: start, ordered))
      case .narrative:
        for piece in try FHIRXMLNarrative.pieces(of: place, tree) {
          redact(piece, from: start, ordered)
        }
      case .element, .array, .companion, .id, .url, .type, .absent:
        throw FHIRXMLProblem.stray(tree.record)
      }
    }
  }

  private func redact(_ piece: FHIRXMLNarrative.Piece, from start: Int, _ edits: [FHIRXMLText.Edit]) {
    let range = start + piece.start..<start + piece.end
    // In order, none overlapping.
    let first = FHIRContents.firstIndex(edits.count) { edits[$0].range.upperBound > range.lowerBound }
    let own = Array(edits[first...].prefix { $0.range.lowerBound < range.upperBound })
    guard !own.isEmpty else { return }
    if let attribute = piece.attribute {
      nodes[piece.node].replaceAttribute(
        tree.attributeName(attribute), namespace: tree.attributeSpace(attribute),
        with: edited(tree.range(ofAttribute: attribute), piece.text, from: range.lowerBound, own))
    } else {
      nodes[piece.node].setText(
        edited(tree.range(ofText: piece.node), piece.text, from: range.lowerBound, own))
    }
  }

  private func edited(
    _ range: Range<Int>, _ text: FHIRXMLText, from start: Int, _ edits: [FHIRXMLText.Edit]
  ) -> String {
    String(decoding: text.edited(range, of: tree.xml.text, from: start, edits), as: UTF8.self)
  }

  private func setValue(_ node: Int, _ text: String) {
    nodes[Int(origins[node].node)].replaceAttribute("value", namespace: nil, with: text)
  }

  // MARK: The label

  /// ObservationValue `REDACTED` in `meta.security` of the whole, as ``FHIRSecurityLabel`` has it, where R4
  /// has it in order: `meta` after `id`, `security` before `tag`.
  private func label() throws(PacketError) {
    guard let root = tree.root else { throw FHIRXMLProblem.stray(tree.record) }
    let meta = document.member(0, "meta").flatMap { closure.isGone($0) ? nil : $0 }
    if let codings = meta.flatMap({ document.member($0, "security") }), !closure.isGone(codings),
      FHIRSecurityLabel.isLabelled(codings, document)
    {
      return
    }
    let holder: XMLNode?
    if let meta, origins[meta].part == .element {
      holder = nodes[Int(origins[meta].node)]
    } else {
      let next = nodes[root].firstChild { $0.kind == .element && !$0.isElement("id") }
      holder = nodes[root].addElement("meta", before: next)
    }
    let next = holder?.firstChild { $0.isElement("security") || $0.isElement("tag") }
    guard let label = holder?.addElement("security", before: next), let system = label.addElement("system"),
      let code = label.addElement("code")
    else { throw FHIRXMLProblem.of(XMLError(.memory), record: tree.record) }
    system.setAttribute("value", "http://terminology.hl7.org/CodeSystem/v3-ObservationValue")
    code.setAttribute("value", "REDACTED")
  }
}
