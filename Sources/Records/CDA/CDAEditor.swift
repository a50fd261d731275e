internal import Values
internal import XML

/// From a plan to what it changes in the document.
struct CDAEditor {
  let tree: CDATree
  let outline: CDAOutline
  var changes = XMLChanges()

  init(_ tree: CDATree, _ outline: CDAOutline) { (self.tree, self.outline) = (tree, outline) }

  mutating func carryOut(_ plan: CDACutPlan, redacting ranges: [Range<Int>]) {
    let gone = plan.goneNodes
    redact(ranges, except: gone)
    withhold(plan, gone)
    dropRemarks()
  }

  /// Takes out what goes, closes the places that must not stay open, and cuts pointers that dangle.
  private mutating func withhold(_ plan: CDACutPlan, _ gone: [Bool]) {
    for unit in plan.topmostGone {
      if outline.units[unit].kind == .section {
        withhold(section: outline.spans[unit].nodes.lowerBound)
      } else {
        remove(outline.spans[unit].nodes)
      }
    }
    dropEmptyBodies(gone)
    let names = Set(outline.anchors.filter { plan.gone[$0.unit] }.map(\.name))
    cutPointers(to: names, except: gone)
    maskMentions(of: Set(outline.instances.filter { plan.gone[$0.unit] }.map(\.target)), except: gone)
  }

  /// Comments and instructions of the sender never leave an edited document.
  private mutating func dropRemarks() {
    for node in 0..<tree.count {
      switch tree.kind(node) {
      case .comment, .instruction: changes.remove(node)
      case .element, .text: break
      }
    }
  }

  /// An element, or neighbours; with the white space before it, so that no gap shows the place.
  private mutating func remove(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let first = range.lowerBound
    if tree.isElement(first), first > 0, tree.isText(first - 1),
      tree.parent(first - 1) == tree.parent(first), tree.isBlank(tree.range(ofText: first - 1))
    {
      changes.remove(first - 1)
    }
    var node = first
    while node < range.upperBound {
      changes.remove(node)
      node = tree.end(node)
    }
  }

  /// A section goes with its `component`, unless an empty place tells nothing: then that stays, in words of
  /// ours only.
  private mutating func withhold(section: Int) {
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
  private mutating func empty(_ section: Int, code: Int, title: StaticText) {
    keepOnly([.classCode, .moodCode], of: section)
    changes.mask(section)
    var hasTitle = false
    var text: Int?
    var child = section + 1
    while child < tree.end(section) {
      defer { child = tree.end(child) }
      switch tree.name(child) {
      case .templateId where isTemplate(child): changes.replaceContent(of: child, with: .text(Self.nothing))
      case .code where child == code:
        keepOnly([.code, .codeSystem], of: child)
        changes.replaceContent(of: child, with: .text(Self.nothing))
      case .title where !hasTitle:
        hasTitle = true
        keepOnly([], of: child)
        changes.replaceContent(of: child, with: .text(title))
      case .text where text == nil:
        text = child
        keepOnly([], of: child)
        changes.replaceContent(of: child, with: .text(Self.sentence))
      case .other where tree.isText(child) && tree.isBlank(tree.range(ofText: child)):
        // Layout before what stays.
        let next = tree.end(child)
        if next >= tree.end(section) || !isKept(next, code: code) { changes.remove(child) }
      default: changes.remove(child)
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

  private mutating func keepOnly(_ kept: Set<CDAName>, of node: Int) {
    for attribute in tree.attributes(node) where !kept.contains(tree.attributeName(attribute)) {
      changes.remove(attribute: attribute, of: node)
    }
  }

  private static let sentence = StaticText(
    "Some information was left out because the law or the request does not allow us to send it.")
  private static let nothing = StaticText("")

  /// A table's body must have a row (CDA NarrativeBlock.xsd).
  private mutating func dropEmptyBodies(_ gone: [Bool]) {
    var last = -1
    for node in 0..<tree.count where gone[node] && tree.name(node) == .tr {
      let body = tree.parent(node)
      guard body != last, body >= 0, !gone[body] else { continue }
      last = body
      let hasRow = tree.children(body).contains { row in
        tree.xml.names[Int(tree.xml.nodes[row].name)] == "tr" && !changes.removed.contains(row)
      }
      if !hasRow { changes.remove(body) }
    }
  }

  /// `renderMultiMedia`, `footnoteRef` and links to what is gone; schema and reader would miss their target.
  mutating func cutPointers(to names: Set<Int>, except gone: [Bool]) {
    guard !names.isEmpty else { return }
    for node in 0..<tree.count where !gone[node] {
      switch tree.name(node) {
      case .renderMultiMedia:
        let targets = (tree.bytes(node, .referencedObject) ?? []).split(whereSeparator: { $0.isXMLSpace })
        if targets.contains(where: { isAmong(names, $0) }) { changes.remove(node) }
      case .footnoteRef:
        if let target = tree.bytes(node, .IDREF), isAmong(names, target) { changes.remove(node) }
      case .linkHtml:
        if let href = tree.attribute(node, .href), points(href, to: names) {
          changes.remove(attribute: href, of: node)
        }
      default: break
      }
    }
  }

  private func isAmong(_ names: Set<Int>, _ word: ArraySlice<UInt8>) -> Bool {
    outline.words.number(of: word.span).map { names.contains($0) } ?? false
  }

  private func points(_ attribute: Int, to names: Set<Int>) -> Bool {
    let value = tree.xml.text[tree.range(ofAttribute: attribute)]
    return value.first == UInt8(ascii: "#") && isAmong(names, value.dropFirst())
  }

  /// What else mentions an act that went, by its identifier: a reference goes, the header keeps its place.
  private mutating func maskMentions(of instances: Set<Int>, except gone: [Bool]) {
    for pointer in outline.mentions where instances.contains(pointer.target) && !gone[pointer.node] {
      let reference = tree.parent(tree.parent(pointer.node))
      if tree.name(reference) == .reference {
        changes.remove(reference)
      } else {
        keepOnly([], of: pointer.node)
        changes.mask(pointer.node)
      }
    }
  }
}
