internal import JSON
internal import Values

/// From the places that a path names to what can be cut of a FHIR record.
extension FHIRContents {
  /// - Throws: `site.limit` (hold).
  func selected(by uses: [SelectorUse]) throws(PacketError) -> [Selection] {
    try uses.map { use throws(PacketError) in
      guard case .fhir(let path) = use.selector else { return Selection() }
      return try use.named { () throws(PacketError) -> Selection in try selected(by: path, use.action) }
    }
  }

  /// - Throws: `site.limit` (hold).
  func selected(by path: FHIRPath, _ action: SelectorAction) throws(PacketError) -> Selection {
    var evaluator = FHIRPathEvaluator(path, self)
    var selection = Selection()
    var ranges: Set<Range<Int>> = []
    for place in Set(try evaluator.places()) {
      guard let node = place.node ?? place.companion else { continue }
      switch action {
      case .withhold: selection.units.insert(unit(holding: node))
      case .redact: redact(node, &selection, &ranges)
      }
      // Of a value that is null with extensions, those say what there is to say.
      if action == .redact, place.node.map({ document.kind($0) == .null }) ?? false,
        let beside = place.companion
      {
        redact(beside, &selection, &ranges)
      }
    }
    selection.redactions = ranges.sorted { $0.lowerBound < $1.lowerBound }
    return selection
  }

  /// The innermost unit around a value.
  func unit(holding node: Int) -> Int {
    var unit = Self.firstIndex(unitNodes.count) { unitNodes[$0] > node } - 1
    while unit > 0, !(unitNodes[unit]..<document.subtreeEnd(unitNodes[unit])).contains(node) {
      unit = facts.units[unit].parent ?? 0
    }
    return max(unit, 0)
  }

  /// Marks all that a value says. What cannot be marked takes the part around it.
  private func redact(_ node: Int, _ selection: inout Selection, _ ranges: inout Set<Range<Int>>) {
    let nodes = node..<document.subtreeEnd(node)
    if !resources(in: nodes).isEmpty || isNaming(node) {
      // A resource without a word left in it is none.
      selection.units.insert(unit(holding: node))
      return
    }
    let masks = masks(in: nodes)
    let first = Self.firstIndex(sources.count) { Int(sources[$0].node) >= nodes.lowerBound }
    var run = first
    while run < sources.count, Int(sources[run].node) < nodes.upperBound {
      if let mask = masks.first(where: { $0.contains(Int(sources[run].node)) }) {
        run = Self.firstIndex(sources.count) { Int(sources[$0].node) >= mask.upperBound }
        continue
      }
      switch sources[run].wrapping {
      case .name: selection.units.insert(unit(holding: Int(sources[run].node)))
      case .none, .markup, .base64: ranges.insert(facts.runs[run].range)
      }
      run += 1
    }
    for value in nodes {
      switch document.kind(value) {
      case .true, .false: selection.values.insert(value)
      case .object, .array, .string, .number, .null: continue
      }
    }
    // Data that is not looked into has no text to mark.
    var unit = Self.firstIndex(unitNodes.count) { unitNodes[$0] >= nodes.lowerBound }
    while unit < unitNodes.count, unitNodes[unit] < nodes.upperBound {
      if facts.units[unit].kind == .attachment, !facts.units[unit].isKnown { selection.units.insert(unit) }
      unit += 1
    }
  }

  /// Extensions that say of a value that it is masked, as ``FHIRRedaction`` writes them: there is nothing left to
  /// mark, and what was redacted once stays as it is.
  private func masks(in nodes: Range<Int>) -> [Range<Int>] {
    nodes.filter { node in
      guard document.kind(node) == .object, let url = document.member(node, "url"),
        document.isString(url, "http://hl7.org/fhir/StructureDefinition/data-absent-reason"),
        let code = document.member(node, "valueCode")
      else { return false }
      return document.isString(code, "masked") && document.subtreeEnd(node) == node + 3
    }.map { $0..<document.subtreeEnd($0) }
  }

  /// What names a resource cannot be marked alone.
  private func isNaming(_ node: Int) -> Bool {
    if document.isNamed(node, "resourceType") || document.isNamed(node, "fullUrl") { return true }
    guard document.isNamed(node, "id") else { return false }
    var resource: Int? = Self.firstIndex(resources.count) { resources[$0].node > node } - 1
    while let at = resource, resources.indices.contains(at) {
      if resources[at].id == node { return true }
      resource = resources[at].holder
    }
    return false
  }
}
