internal import JSON
internal import Values

/// Carries out a cut as edits of byte ranges: what goes, what is marked, and the counts and labels that
/// must agree with it. Every other byte stays.
struct FHIRCutter {
  private let contents: FHIRContents
  private let document: JSONDocument
  private let closure: FHIRClosure
  private var plan = EditPlan()

  /// - Throws: `fhir.json.cut` when the cut names what the record does not have, or cannot be done surely.
  static func cutting(_ cut: Cut, _ contents: FHIRContents) throws(PacketError) -> EditedRecord {
    guard !cut.isEmpty else { return EditedRecord(bytes: contents.document.bytes) }
    guard !cut.units.contains(0) else { return EditedRecord(bytes: [], isEmpty: true) }
    let decision = try FHIRCutDecision(cut, contents)
    guard decision.closure.isChanged else { return EditedRecord(bytes: contents.document.bytes) }
    if decision.isEmpty {
      return EditedRecord(bytes: [], alsoWithheld: decision.alsoWithheld, isEmpty: true)
    }
    var cutter = FHIRCutter(decision)
    return EditedRecord(bytes: try cutter.carryOut(decision), alsoWithheld: decision.alsoWithheld)
  }

  /// The bytes of lines that are a part of a record, as it was decided over all parts.
  static func bytes(of decision: FHIRCutDecision) throws(PacketError) -> [UInt8] {
    guard decision.closure.isChanged else { return decision.contents.document.bytes }
    var cutter = FHIRCutter(decision)
    return try cutter.carryOut(decision)
  }

  private init(_ decision: FHIRCutDecision) {
    (contents, document) = (decision.contents, decision.contents.document)
    closure = decision.closure
  }

  private mutating func carryOut(_ decision: FHIRCutDecision) throws(PacketError) -> [UInt8] {
    removeGone()
    decision.redaction.write(to: &plan, closure)
    for total in decision.totals { plan.replace(document.range(total.node), with: .count(total.count)) }
    if contents.lines.isEmpty { FHIRSecurityLabel.add(to: &plan, closure) }
    return try plan.applied(to: document.bytes, record: contents.number)
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
}
