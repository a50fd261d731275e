internal import JSON
internal import Values

/// Carries out a cut as edits of byte ranges: what goes, what is marked, and the counts and labels that
/// must agree with it. Every other byte stays.
struct FHIRCutter {
  private let contents: FHIRContents
  private let document: JSONDocument
  private var closure: FHIRClosure
  private var redaction: FHIRRedaction
  private var plan = EditPlan()

  /// - Throws: `fhir.json.cut` when the cut names what the record does not have, or cannot be done surely.
  static func cutting(_ cut: Cut, _ contents: FHIRContents) throws(PacketError) -> EditedRecord {
    guard !cut.isEmpty else { return EditedRecord(bytes: contents.document.bytes) }
    guard !cut.units.contains(0) else { return EditedRecord(bytes: [], isEmpty: true) }
    var cutter = FHIRCutter(contents)
    return try cutter.carryOut(cut)
  }

  private init(_ contents: FHIRContents) {
    (self.contents, document) = (contents, contents.document)
    closure = FHIRClosure(contents)
    redaction = FHIRRedaction(contents)
  }

  private mutating func carryOut(_ cut: Cut) throws(PacketError) -> EditedRecord {
    for unit in cut.units.sorted() {
      guard contents.unitNodes.indices.contains(unit) else {
        throw FHIRProblem.cut(Place(record: contents.number), "the cut names a unit that is not there")
      }
      closure.withhold(contents.unitNodes[unit])
    }
    try redaction.add(cut.redactions, &closure)
    try redaction.add(values: cut.values, &closure)
    guard closure.isChanged else { return EditedRecord(bytes: document.bytes) }
    if contents.lines.isEmpty, let signature = document.member(0, "signature") {
      // It is of the bytes as they were.
      closure.withhold(signature)
    }
    let alsoWithheld = alsoWithheld(cut)
    if isEmpty { return EditedRecord(bytes: [], alsoWithheld: alsoWithheld, isEmpty: true) }
    removeGone()
    redaction.write(to: &plan, closure)
    correctTotals()
    if contents.lines.isEmpty { FHIRSecurityLabel.add(to: &plan, closure) }
    return EditedRecord(
      bytes: try plan.applied(to: document.bytes, record: contents.number), alsoWithheld: alsoWithheld)
  }

  /// Whether no resource is left: the root went, or every entry that had one, or every line.
  private var isEmpty: Bool {
    if !contents.lines.isEmpty { return contents.lines.allSatisfy { closure.isGone($0.root) } }
    if closure.isGone(0) { return true }
    guard contents.resources.first?.type == .bundle else { return false }
    return contents.resources.dropFirst().allSatisfy { closure.isGone($0.node) }
  }

  /// The outermost units that went although nobody asked for them.
  private func alsoWithheld(_ cut: Cut) -> [Int] {
    let units = contents.facts.units
    var isCovered = Array(repeating: false, count: units.count)
    var found: [Int] = []
    for unit in units.indices.dropFirst() {
      if cut.units.contains(unit) || units[unit].parent.map({ isCovered[$0] }) ?? false {
        isCovered[unit] = true
      } else if closure.isGone(contents.unitNodes[unit]) {
        isCovered[unit] = true
        found.append(unit)
      }
    }
    return found
  }

  // MARK: Removals

  private mutating func removeGone() {
    var containers: Set<Int> = []
    for node in closure.goneNodes {
      guard let parent = closure.tree.parent(node) else { continue }
      if !closure.isGone(parent) { containers.insert(parent) }
    }
    for container in containers { removeGone(in: container) }
    for line in contents.lines where closure.isGone(line.root) { plan.remove(line.bytes) }
  }

  /// Takes children out with one comma each: with the one before them, or, where none stays before, with
  /// the one after. The space around what stays does not change.
  private mutating func removeGone(in container: Int) {
    var (firstGone, lastKept): (Int?, Int?) = (nil, nil)
    let companions = companions(of: container)
    for (position, child) in document.children(container).enumerated() {
      let keepsPlace = position < companions.count && !closure.isGone(companions[position])
      if closure.isGone(child), keepsPlace {
        plan.replace(document.range(child), with: .fixed(Self.null))
      }
      if keepsPlace || !closure.isGone(child) {
        if let gone = firstGone { plan.remove(start(gone)..<start(child)) }
        (firstGone, lastKept) = (nil, child)
      } else if let kept = lastKept {
        plan.remove(document.range(kept).upperBound..<document.range(child).upperBound)
      } else if firstGone == nil {
        firstGone = child
      }
    }
  }

  /// The values beside which the elements of a `_name` array stand, each at the same place: an element of
  /// it gives way to null, so that the others do not move to a stranger's value (FHIR R4, JSON: primitive elements).
  private func companions(of container: Int) -> [Int] {
    guard document.kind(container) == .array, let owner = closure.tree.parent(container) else { return [] }
    let name = closure.tree.name(container)
    return name.hasPrefix("_") ? closure.tree.elements(owner, String(name.dropFirst())) : []
  }

  private static let null = StaticText("null")

  /// Where a member begins with the quote of its name, or an element by itself.
  private func start(_ node: Int) -> Int {
    document.key(node).map { $0.lowerBound - 1 } ?? document.range(node).lowerBound
  }

  // MARK: Counts

  /// A Bundle's total counts its matches (FHIR R4, Bundle: total), which may be more than are on this page.
  private mutating func correctTotals() {
    for resource in contents.resources where resource.type == .bundle && !closure.isGone(resource.node) {
      guard let total = document.member(resource.node, "total"), document.kind(total) == .number,
        let count = Int(String(decoding: document.bytes[document.range(total)], as: UTF8.self))
      else { continue }
      let removed = closure.tree.elements(resource.node, "entry").count { entry in
        closure.isGone(entry) && isMatch(entry)
      }
      if removed > 0 { plan.replace(document.range(total), with: .count(max(0, count - removed))) }
    }
  }

  private func isMatch(_ entry: Int) -> Bool {
    guard let search = document.member(entry, "search"), let mode = document.member(search, "mode") else {
      return true
    }
    return document.isString(mode, "match")
  }
}
