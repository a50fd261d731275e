internal import Values
internal import XML

/// Carries a plan out on libxml2's tree of the same bytes; nodes have the same numbers in both.
struct CDAEditor {
  let tree: CDATree
  let outline: CDAOutline
  let nodes: XMLNodes

  /// Takes out what goes, closes the places that must not stay open, and cuts pointers that dangle.
  func withhold(_ plan: CDACutPlan) {
    for unit in plan.topmostGone {
      if outline.units[unit].kind == .section {
        withhold(section: outline.spans[unit].nodes.lowerBound)
      } else {
        remove(outline.spans[unit].nodes)
      }
    }
    let gone = plan.goneNodes
    dropEmptyBodies(gone)
    let names = Set(outline.anchors.filter { plan.gone[$0.unit] }.map(\.name))
    cutPointers(to: names, except: gone)
    maskMentions(of: Set(outline.instances.filter { plan.gone[$0.unit] }.map(\.target)), except: gone)
  }

  /// Comments and instructions of the sender never leave an edited document.
  func dropRemarks() {
    for node in 0..<tree.count where tree.kind(node) == .comment || tree.kind(node) == .instruction {
      nodes[node].remove()
    }
  }

  /// An element, or neighbours; with the white space before it, so that no gap shows the place.
  private func remove(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let first = range.lowerBound
    if tree.isElement(first), first > 0, tree.kind(first - 1) == .text,
      tree.parent(first - 1) == tree.parent(first), tree.isBlank(tree.range(ofText: first - 1))
    {
      nodes[first - 1].remove()
    }
    var node = first
    while node < range.upperBound {
      nodes[node].remove()
      node = tree.end(node)
    }
  }

  /// A section goes with its `component`, unless an empty place tells nothing: then that stays, in words of
  /// ours only.
  private func withhold(section: Int) {
    guard let code = tree.first(section, .code), tree.has(code, .codeSystem, CDASections.loinc),
      let loinc = tree.value(code, .code), let title = CDASections.neutralTitle(loinc)
    else {
      let parent = tree.parent(section)
      let goes = tree.name(parent) == .component && tree.children(parent).count == 1 ? parent : section
      return remove(goes..<tree.end(goes))
    }
    empty(section, code: code, title: title)
  }

  /// `nullFlavor="MSK"` and the neutral sentence (rules/notices.yaml).
  private func empty(_ section: Int, code: Int, title: StaticText) {
    keepOnly([.classCode, .moodCode], of: section)
    nodes[section].setAttribute("nullFlavor", "MSK")
    var hasTitle = false
    var text: Int?
    var child = section + 1
    while child < tree.end(section) {
      defer { child = tree.end(child) }
      switch tree.name(child) {
      case .templateId where isTemplate(child): nodes[child].replaceContent(with: "")
      case .code where child == code:
        keepOnly([.code, .codeSystem], of: child)
        nodes[child].replaceContent(with: "")
      case .title where !hasTitle:
        hasTitle = true
        keepOnly([], of: child)
        nodes[child].replaceContent(with: String(decoding: title.bytes, as: UTF8.self))
      case .text where text == nil:
        text = child
        keepOnly([], of: child)
        nodes[child].replaceContent(with: Self.sentence)
      case .other where tree.kind(child) == .text && tree.isBlank(tree.range(ofText: child)):
        // Layout before what stays.
        let next = tree.end(child)
        if next >= tree.end(section) || !isKept(next, code: code) { nodes[child].remove() }
      default: nodes[child].remove()
      }
    }
  }

  private func isKept(_ child: Int, code: Int) -> Bool {
    switch tree.name(child) {
    case .templateId: isTemplate(child)
    case .code: child == code
    case .title, .text: true
    default: false
    }
  }

  /// Template ids of HL7, versioned by a date: nothing of the sender's own.
  private func isTemplate(_ node: Int) -> Bool {
    guard let root = tree.bytes(node, .root), root.starts(with: Array("2.16.840.1.113883.10.20.".utf8)),
      CDAStructure.isOID(Array(root).span)
    else { return false }
    let version = tree.bytes(node, .extension) ?? []
    let isDate = version.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
    }
    return isDate && version.count <= 10 && tree.attributes(node).count == (version.isEmpty ? 1 : 2)
  }

  private func keepOnly(_ kept: Set<CDAName>, of node: Int) {
    for attribute in tree.attributes(node) where !kept.contains(tree.attributeName(attribute)) {
      removeAttribute(attribute, of: node)
    }
  }

  func removeAttribute(_ attribute: Int, of node: Int) {
    let (name, space) = (tree.xml.attributes[attribute].name, tree.xml.attributes[attribute].space)
    nodes[node].removeAttribute(
      tree.xml.names[Int(name)], namespace: space >= 0 ? tree.xml.spaces[Int(space)] : nil)
  }

  static let sentence =
    "Some information was left out because the law or the request does not allow us to send it."

  /// A table's body must have a row (CDA NarrativeBlock.xsd).
  private func dropEmptyBodies(_ gone: [Bool]) {
    var last = -1
    for node in 0..<tree.count where gone[node] && tree.name(node) == .tr {
      let body = tree.parent(node)
      guard body != last, body >= 0, !gone[body] else { continue }
      last = body
      if nodes[body].first("tr") == nil { nodes[body].remove() }
    }
  }

  /// `renderMultiMedia`, `footnoteRef` and links to what is gone; schema and reader would miss their target.
  func cutPointers(to names: Set<[UInt8]>, except gone: [Bool]) {
    guard !names.isEmpty else { return }
    for node in 0..<tree.count where !gone[node] {
      switch tree.name(node) {
      case .renderMultiMedia:
        let targets = (tree.bytes(node, .referencedObject) ?? []).split(whereSeparator: { $0.isXMLSpace })
        if targets.contains(where: { names.contains(Array($0)) }) { nodes[node].remove() }
      case .footnoteRef:
        if let target = tree.bytes(node, .IDREF), names.contains(Array(target)) { nodes[node].remove() }
      case .linkHtml:
        if let href = tree.attribute(node, .href), points(href, to: names) { removeAttribute(href, of: node) }
      default: break
      }
    }
  }

  func points(_ attribute: Int, to names: Set<[UInt8]>) -> Bool {
    let value = tree.xml.text[tree.range(ofAttribute: attribute)]
    return value.first == UInt8(ascii: "#") && names.contains(Array(value.dropFirst()))
  }

  /// What else mentions an act that went, by its identifier: a reference goes, the header keeps its place.
  private func maskMentions(of instances: Set<[UInt8]>, except gone: [Bool]) {
    for pointer in outline.mentions where instances.contains(pointer.target) && !gone[pointer.node] {
      let reference = tree.parent(tree.parent(pointer.node))
      if tree.name(reference) == .reference {
        nodes[reference].remove()
      } else {
        keepOnly([], of: pointer.node)
        nodes[pointer.node].setAttribute("nullFlavor", "MSK")
      }
    }
  }
}
