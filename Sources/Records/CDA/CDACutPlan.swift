internal import Values

/// Which units go when some are withheld: the narrative that shows an entry, the entries that a narrative
/// piece shows, what points to them, and what is empty without them.
///
/// The plan only grows. Each unit that goes is worked off once, so it ends after as many steps as there are
/// units, and the result does not depend on their order. Where it cannot be told which narrative shows an
/// entry, what is around it goes: first the entry that holds it, in the end the section (DESIGN.md §4.3).
struct CDACutPlan {
  let tree: CDATree
  let outline: CDAOutline
  private(set) var gone: [Bool]
  private var waiting: [(unit: Int, fresh: [Int])] = []
  /// What holds something that went: looked at when nothing waits.
  private var touched: Set<Int> = []
  let links: CDALinks
  // Each of these is followed once; the first two by word.
  private var isPointedFrom: [Bool]
  private var isFollowed: [Bool]
  var rowGroups: [[Int]]
  /// Those of an identifier that were not found to be the same, once it was looked at.
  private var othersLeft: [Int: [Int]] = [:]
  private var subjectsKnown: [Int: Set<[UInt8]>] = [:]
  // Made when a section is touched.
  var narrative: [Int: CDANarrativeIndex] = [:]
  var runsBySection: CDAGroups?

  init(_ tree: CDATree, _ outline: CDAOutline) {
    (self.tree, self.outline) = (tree, outline)
    let (units, words) = (outline.units.count, outline.words.count)
    links = CDALinks(tree, outline)
    gone = [Bool](repeating: false, count: units)
    isPointedFrom = [Bool](repeating: false, count: words)
    isFollowed = [Bool](repeating: false, count: words)
    rowGroups = outline.rowGroups
  }

  mutating func withhold(_ units: Set<Int>) {
    for unit in units.sorted() { withhold(unit) }
    while true {
      if let next = waiting.popLast() {
        workOff(next.unit, next.fresh)
      } else if !touched.isEmpty {
        // Inner ones first.
        let parents = touched.sorted(by: >)
        touched = []
        for parent in parents where !gone[parent] { check(parent) }
      } else {
        return
      }
    }
  }

  /// Nothing is left that is worth sending: the whole record, its body, or every section is gone.
  var leavesNothing: Bool {
    if gone[0] { return true }
    var sections = 0
    for (index, unit) in outline.units.enumerated() {
      if unit.kind == .attachment, gone[index],
        tree.name(outline.spans[index].nodes.lowerBound) == .nonXMLBody
      {
        return true
      }
      guard unit.kind == .section else { continue }
      sections += 1
      if !gone[index] { return false }
    }
    return sections > 0
  }

  /// The topmost units that went although neither they nor what holds them was asked for.
  func alsoWithheld(beyond units: Set<Int>) -> [Int] {
    topmostGone.filter { !units.contains($0) }
  }

  /// Units that went while what holds them stays.
  var topmostGone: [Int] {
    var found: [Int] = []
    var unit = 0
    while unit < gone.count {
      if gone[unit] { found.append(unit) }
      unit = gone[unit] ? max(unit + 1, outline.spans[unit].end) : unit + 1
    }
    return found
  }

  /// For every node of the tree, whether it goes with a unit.
  var goneNodes: [Bool] {
    var nodes = [Bool](repeating: false, count: tree.count)
    for unit in topmostGone {
      for node in outline.spans[unit].nodes where nodes.indices.contains(node) { nodes[node] = true }
    }
    return nodes
  }

  mutating func withhold(_ wanted: Int) {
    var unit = wanted
    while unit > 0, !outline.units[unit].isRemovable { unit = outline.units[unit].parent ?? 0 }
    guard !gone[unit] else { return }
    var fresh: [Int] = []
    let end = unit == 0 ? gone.count : outline.spans[unit].end
    for within in unit..<end where !gone[within] {
      gone[within] = true
      fresh.append(within)
    }
    waiting.append((unit, fresh))
  }

  private mutating func workOff(_ unit: Int, _ fresh: [Int]) {
    guard !gone[0] else { return }
    for one in fresh {
      for anchor in links.anchorsByUnit[one] { withholdPointers(to: outline.anchors[Int(anchor)].name) }
      if !links.instancesByUnit[one].isEmpty, !onlyPoints(one) {
        for instance in links.instancesByUnit[one] {
          withholdCopies(of: outline.instances[Int(instance)].target, one)
        }
      }
      for reference in links.referencesByUnit[one] {
        follow(outline.references[Int(reference)].target, from: one)
      }
      for rendering in links.renderingsByUnit[one] {
        for anchor in links.anchors(named: outline.renderings[Int(rendering)].target)
        where !anchor.isNarrative {
          withhold(anchor.unit)
        }
      }
      if outline.units[one].kind == .paragraph { loseNarrative(one) }
    }
    if isEntry(unit) { showNarrative(of: unit) }
    if let parent = outline.units[unit].parent, outline.units[unit].kind != .remark { touched.insert(parent) }
  }

  private mutating func withholdPointers(to word: Int) {
    guard !isPointedFrom[word] else { return }
    isPointedFrom[word] = true
    for reference in links.referencesByTarget[word] { withhold(outline.references[Int(reference)].unit) }
  }

  /// The same act elsewhere: an entry that only points to it, or says the same again. Exporters also give
  /// one id to many acts (seen in four of ten vendors' samples): what is about something else stays.
  private mutating func withholdCopies(of instance: Int, _ unit: Int) {
    let others =
      othersLeft[instance] ?? links.instancesByTarget[instance].map { outline.instances[Int($0)].unit }
    guard !others.isEmpty else { return }
    let subjects = subjects(of: unit)
    var left: [Int] = []
    for other in others where !gone[other] {
      let theirs = self.subjects(of: other)
      let isSame = theirs.isEmpty ? onlyPoints(other) : !theirs.isDisjoint(with: subjects)
      if isSame { withhold(other) } else { left.append(other) }
    }
    othersLeft[instance] = left
  }

  /// An Entry Reference (2.16.840.1.113883.10.20.22.4.122) and its like: an identifier and nothing said.
  func onlyPoints(_ unit: Int) -> Bool {
    let node = outline.spans[unit].nodes.lowerBound
    return tree.children(node).allSatisfy { statement in
      let code = tree.first(statement, .code)
      return tree.first(statement, .value) == nil
        && code.map { tree.attribute($0, .nullFlavor) != nil || tree.attribute($0, .code) == nil } ?? true
    }
  }

  private mutating func subjects(of unit: Int) -> Set<[UInt8]> {
    if let known = subjectsKnown[unit] { return known }
    let subjects = links.subjects(of: unit..<outline.spans[unit].end)
    subjectsKnown[unit] = subjects
    return subjects
  }

  /// The narrative that an entry points to. What is not there, or stands twice or elsewhere, leaves the
  /// section in doubt.
  private mutating func follow(_ target: Int, from unit: Int) {
    let section = outline.spans[unit].section
    let found = links.anchors(named: target)
    if !isFollowed[target] {
      isFollowed[target] = true
      for anchor in found { withhold(anchor.unit) }
    }
    let isSure = found.count == 1 && found[0].isNarrative && outline.spans[found[0].unit].section == section
    if !isSure, section > 0 { withhold(section) }
  }

  func hasText(_ unit: Int) -> Bool {
    (unit..<outline.spans[unit].end).contains { outline.spans[$0].hasText }
  }

  /// What is empty goes too.
  private mutating func check(_ unit: Int) {
    let parts = parts(of: unit)
    switch outline.units[unit].kind {
    case .entry, .attachment: if isEmptied(entry: unit, parts) { withhold(unit) }
    case .narrative:
      // A table or list without its rows or items; a text without its pieces leaves a section without words.
      if parts.allSatisfy({ gone[$0] }) { withhold(unit) }
    case .paragraph:
      if !outline.spans[unit].hasText, parts.allSatisfy({ gone[$0] }) { withhold(unit) }
    case .section:
      let says = parts.contains { !gone[$0] && (outline.units[$0].kind != .narrative || hasText($0)) }
      if !says { withhold(unit) }
    case .record, .header, .resource, .contained, .message, .group, .segment, .remark: break
    }
  }

  /// An organizer without components, or a concern without its subject, is a shell that only tells that
  /// something was there.
  private func isEmptied(entry: Int, _ parts: [Int]) -> Bool {
    let node = outline.spans[entry].nodes.lowerBound
    let inner = parts.filter { isEntry($0) }
    if tree.first(node, .organizer) != nil { return !inner.isEmpty && inner.allSatisfy { gone[$0] } }
    guard tree.first(node, .act) != nil else { return false }
    let subjects = inner.filter { tree.has(outline.spans[$0].nodes.lowerBound, .typeCode, "SUBJ") }
    return !subjects.isEmpty && subjects.allSatisfy { gone[$0] }
  }

  private func isEntry(_ unit: Int) -> Bool {
    switch tree.name(outline.spans[unit].nodes.lowerBound) {
    case .entry, .entryRelationship, .component: outline.units[unit].kind != .record
    default: false
    }
  }

  /// The units right within one, remarks apart: no reader sees them.
  func parts(of unit: Int) -> [Int] {
    var found: [Int] = []
    var part = unit + 1
    while part < outline.spans[unit].end {
      if outline.units[part].kind != .remark { found.append(part) }
      part = max(part + 1, outline.spans[part].end)
    }
    return found
  }
}
