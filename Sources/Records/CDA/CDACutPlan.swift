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
  private let anchors: [[UInt8]: [CDAOutline.Anchor]]
  private let targets: [Int: [[UInt8]]]
  private let anchorNames: [Int: [[UInt8]]]
  private let instancesOf: [Int: [[UInt8]]]
  private let rendered: [Int: [[UInt8]]]
  // Each of these is followed once.
  private var pointing: [[UInt8]: [Int]]
  private var instances: [[UInt8]: [Int]]
  private var rowGroups: [[Int]]
  private var followed: Set<[UInt8]> = []
  private let narrative: [Int: CDANarrativeIndex]

  init(_ tree: CDATree, _ outline: CDAOutline) {
    (self.tree, self.outline) = (tree, outline)
    gone = [Bool](repeating: false, count: outline.units.count)
    anchors = Dictionary(grouping: outline.anchors, by: \.name)
    anchorNames = Dictionary(grouping: outline.anchors, by: \.unit).mapValues { $0.map(\.name) }
    targets = Dictionary(grouping: outline.references, by: \.unit).mapValues { $0.map(\.target) }
    instancesOf = Dictionary(grouping: outline.instances, by: \.unit).mapValues { $0.map(\.target) }
    rendered = Dictionary(grouping: outline.renderings, by: \.unit).mapValues { $0.map(\.target) }
    pointing = Dictionary(grouping: outline.references, by: \.target).mapValues { $0.map(\.unit) }
    instances = Dictionary(grouping: outline.instances, by: \.target).mapValues { $0.map(\.unit) }
    rowGroups = outline.rowGroups
    narrative = CDANarrativeIndex.all(tree, outline)
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

  private mutating func withhold(_ wanted: Int) {
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
      for name in anchorNames[one] ?? [] {
        for pointer in pointing.removeValue(forKey: name) ?? [] { withhold(pointer) }
      }
      for instance in instancesOf[one] ?? [] where !onlyPoints(one) { withholdCopies(of: instance, one) }
      for target in targets[one] ?? [] { follow(target, from: one) }
      for target in rendered[one] ?? [] {
        for anchor in anchors[target] ?? [] where !anchor.isNarrative { withhold(anchor.unit) }
      }
      if outline.units[one].kind == .paragraph { loseNarrative(one) }
    }
    if isEntry(unit) { showNarrative(of: unit) }
    if let parent = outline.units[unit].parent, outline.units[unit].kind != .remark { touched.insert(parent) }
  }

  /// The same act elsewhere: an entry that only points to it, or says the same again. Exporters also give
  /// one id to many acts (seen in four of ten vendors' samples): what is about something else stays.
  private mutating func withholdCopies(of instance: [UInt8], _ unit: Int) {
    guard let others = instances[instance], !others.isEmpty else { return }
    let subjects = subjects(of: unit)
    var left: [Int] = []
    for other in others where !gone[other] {
      let theirs = self.subjects(of: other)
      let isSame = theirs.isEmpty ? onlyPoints(other) : !theirs.isDisjoint(with: subjects)
      if isSame { withhold(other) } else { left.append(other) }
    }
    instances[instance] = left
  }

  /// An Entry Reference (2.16.840.1.113883.10.20.22.4.122) and its like: an identifier and nothing said.
  private func onlyPoints(_ unit: Int) -> Bool {
    let node = outline.spans[unit].nodes.lowerBound
    return tree.children(node).allSatisfy { statement in
      let code = tree.first(statement, .code)
      return tree.first(statement, .value) == nil
        && code.map { tree.attribute($0, .nullFlavor) != nil || tree.attribute($0, .code) == nil } ?? true
    }
  }

  private func subjects(of unit: Int) -> Set<[UInt8]> {
    (unit..<outline.spans[unit].end).reduce(into: []) { all, one in
      if let own = outline.subjects[one] { all.formUnion(own) }
    }
  }

  /// The narrative that an entry points to. What is not there, or stands twice or elsewhere, leaves the
  /// section in doubt.
  private mutating func follow(_ target: [UInt8], from unit: Int) {
    let section = outline.spans[unit].section
    let found = anchors[target] ?? []
    if followed.insert(target).inserted { for anchor in found { withhold(anchor.unit) } }
    let isSure = found.count == 1 && found[0].isNarrative && outline.spans[found[0].unit].section == section
    if !isSure, section > 0 { withhold(section) }
  }

  /// What a piece of narrative takes along besides the entries that point to it.
  private mutating func loseNarrative(_ piece: Int) {
    if let group = outline.rowGroup[piece] {
      for row in rowGroups[group] { withhold(row) }
      rowGroups[group] = []
    }
    let section = outline.spans[piece].section
    guard section > 0, !gone[section], let index = narrative[section] else { return }
    for entry in index.looseEntries(shownBy: piece) { withhold(entry) }
  }

  /// Withholds the pieces whose words name the entry's subject. If nothing ties an entry to any narrative
  /// although the section has some, what is around it goes.
  private mutating func showNarrative(of entry: Int) {
    let section = outline.spans[entry].section
    guard section > 0, !gone[section], let index = narrative[section] else { return }
    let within = entry..<outline.spans[entry].end
    let shown = index.units(showing: Set(within.flatMap { outline.terms[$0] ?? [] }))
    for unit in shown { withhold(unit) }
    let isTied =
      !shown.isEmpty || !index.hasNarrative || onlyPoints(entry) || outline.units[entry].kind == .attachment
      || within.contains { unit in
        (targets[unit] ?? []).contains { (anchors[$0] ?? []).contains { hasText($0.unit) } }
      }
    if !isTied, let parent = outline.units[entry].parent { withhold(parent) }
  }

  private func hasText(_ unit: Int) -> Bool {
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
  private func parts(of unit: Int) -> [Int] {
    var found: [Int] = []
    var part = unit + 1
    while part < outline.spans[unit].end {
      if outline.units[part].kind != .remark { found.append(part) }
      part = max(part + 1, outline.spans[part].end)
    }
    return found
  }
}
