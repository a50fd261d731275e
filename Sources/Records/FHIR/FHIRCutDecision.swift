internal import JSON
internal import Values

/// What a cut does to a record of FHIR, before anything is written: what goes, what is masked or marked,
/// which counts change. JSON and XML carry out the same decision.
struct FHIRCutDecision {
  let contents: FHIRContents
  let closure: FHIRClosure
  let redaction: FHIRRedaction
  /// The outermost units that went although nobody asked for them.
  let alsoWithheld: [Int]
  private var document: JSONDocument { contents.document }

  /// - Parameter outside: what is known of the rest of the record, where the contents are a part of one.
  /// - Throws: `fhir.json.cut` when the cut names what the record does not have, or cannot be done surely.
  init(
    _ cut: Cut, _ contents: FHIRContents, outside: FHIROutside = .nothing
  ) throws(PacketError) {
    var closure = FHIRClosure(contents, outside: outside)
    var redaction = FHIRRedaction(contents)
    for unit in cut.units.sorted() {
      guard contents.unitNodes.indices.contains(unit) else {
        throw FHIRProblem.cut(Place(record: contents.number), "the cut names a unit that is not there")
      }
      closure.withhold(contents.unitNodes[unit])
    }
    try redaction.add(cut.redactions, &closure)
    try redaction.add(values: cut.values, &closure)
    if closure.isChanged, contents.lines.isEmpty,
      let signature = contents.document.member(0, "signature")
    {
      // It is of the bytes as they were.
      closure.withhold(signature)
    }
    (self.contents, self.closure, self.redaction) = (contents, closure, redaction)
    alsoWithheld = Self.alsoWithheld(cut, contents, closure)
  }

  /// Whether no resource is left: the root went, or every entry that had one, or every line.
  var isEmpty: Bool {
    if !contents.lines.isEmpty { return contents.lines.allSatisfy { closure.isGone($0.root) } }
    if closure.isGone(0) { return true }
    guard contents.resources.first?.type == .bundle else { return false }
    return contents.resources.dropFirst().allSatisfy { closure.isGone($0.node) }
  }

  private static func alsoWithheld(_ cut: Cut, _ contents: FHIRContents, _ closure: FHIRClosure) -> [Int] {
    let units = contents.facts.units
    var isCovered = Array(repeating: false, count: units.count)
    var found: [Int] = []
    for unit in units.indices.dropFirst() where units[unit].kind != .remark {
      if cut.units.contains(unit) || units[unit].parent.map({ isCovered[$0] }) ?? false {
        isCovered[unit] = true
      } else if closure.isGone(contents.unitNodes[unit]) {
        isCovered[unit] = true
        found.append(unit)
      }
    }
    return found
  }

  /// A Bundle's total counts its matches (FHIR R4, Bundle: total), which may be more than are on this page.
  var totals: [(node: Int, count: Int)] {
    var changed: [(node: Int, count: Int)] = []
    for resource in contents.resources where resource.type == .bundle && !closure.isGone(resource.node) {
      guard let total = document.member(resource.node, "total"), document.kind(total) == .number,
        let count = Int(String(decoding: document.bytes[document.range(total)], as: UTF8.self))
      else { continue }
      let removed = closure.tree.elements(resource.node, "entry").count { entry in
        closure.isGone(entry) && isMatch(entry)
      }
      if removed > 0 { changed.append((total, max(0, count - removed))) }
    }
    return changed
  }

  private func isMatch(_ entry: Int) -> Bool {
    guard let search = document.member(entry, "search"), let mode = document.member(search, "mode") else {
      return true
    }
    return document.isString(mode, "match")
  }
}
