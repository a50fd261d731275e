internal import JSON
internal import Values

/// Text that is taken out of what stays: a part of a string is replaced by the mark, a whole value by
/// FHIR's data-absent-reason `masked`, in narrative the words go and the tags stay.
struct FHIRRedaction {
  private let contents: FHIRContents
  private let document: JSONDocument
  /// Values that give way to data-absent-reason.
  private(set) var masked: [Int] = []
  /// Bytes of the source with what takes their place.
  private(set) var edits: [(node: Int, range: Range<Int>, replacement: Replacement)] = []

  /// What a run after run of one markup or array needs, read once.
  private var markup: (node: Int, map: JSONStringMap, parts: [[MarkupText.Stretch]])?
  private var beside: (array: Int, companions: [Int: Int])?

  init(_ contents: FHIRContents) { (self.contents, document) = (contents, contents.document) }

  /// Takes in arena ranges, each within one run.
  ///
  /// - Throws: `fhir.json.cut` for a range that is not of one run, and for what names a resource: its type,
  ///   id or fullUrl.
  mutating func add(_ ranges: [Range<Int>], _ closure: inout FHIRClosure) throws(PacketError) {
    let runs = contents.facts.runs
    var ofRun: [Int: [Range<Int>]] = [:]
    for range in ranges where !range.isEmpty {
      let run = FHIRContents.firstIndex(runs.count) { runs[$0].range.upperBound > range.lowerBound }
      guard run < runs.count, runs[run].range.lowerBound <= range.lowerBound,
        range.upperBound <= runs[run].range.upperBound
      else {
        throw FHIRProblem.cut(Place(record: contents.number), "a redaction does not lie within one text")
      }
      let start = runs[run].range.lowerBound
      ofRun[run, default: []].append(range.lowerBound - start..<range.upperBound - start)
    }
    for (run, ranges) in ofRun.sorted(by: { $0.key < $1.key }) {
      try add(Self.merged(ranges), run: run, &closure)
    }
  }

  /// Takes in values without text: true and false.
  ///
  /// - Throws: `fhir.json.cut` for what is no such value.
  mutating func add(values: Set<Int>, _ closure: inout FHIRClosure) throws(PacketError) {
    for node in values.sorted() {
      guard node >= 0, node < document.count, [.true, .false].contains(document.kind(node)) else {
        throw FHIRProblem.cut(Place(record: contents.number), "a cut names a value that is not there")
      }
      try mask(node, &closure)
    }
  }

  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  private mutating func add(
    _ ranges: [Range<Int>], run: Int, _ closure: inout FHIRClosure
  ) throws(PacketError) {
    let source = contents.sources[run]
    let node = Int(source.node)
    let isWhole = ranges == [0..<contents.facts.runs[run].range.count]
    switch source.wrapping {
    case .name:
      throw FHIRProblem.cut(
        Place(record: contents.number, bytes: contents.bytes(of: node)), "a member's name cannot be redacted")
    case .base64:
      try mask(node, &closure)
      if let owner = closure.tree.owner(node), let hash = document.member(owner, "hash") {
        closure.withhold(hash)
      }
    case .markup:
      if isWhole, source.part == 0, let narrative = closure.tree.parent(node) {
        closure.withhold(narrative)
      } else {
        markMarkup(ranges, node, part: Int(source.part))
        closure.change(at: node)
      }
    case .none:
      if isWhole || !allowsMark(node, closure.tree) {
        try mask(node, &closure)
      } else {
        mark(ranges, node)
        closure.change(at: node)
      }
    }
  }

  /// Whether any string may stand there, so that a part of it can be marked.
  private func allowsMark(_ node: Int, _ tree: FHIRTree) -> Bool {
    guard document.kind(node) == .string else { return false }
    let name = Array(tree.name(node).utf8)
    let element = FHIRElement.named(0..<name.count, in: name.span, .shared)
    return !element.traits.contains(.value)
  }

  // MARK: Whole values

  private mutating func mask(_ node: Int, _ closure: inout FHIRClosure) throws(PacketError) {
    let tree = closure.tree
    guard let owner = tree.owner(node) else { return }
    let name = tree.name(node)
    let isResource = !contents.resources(in: owner..<owner + 1).isEmpty
    if name == "resourceType" || name == "fullUrl" || name == "id" && isResource {
      throw FHIRProblem.cut(
        Place(record: contents.number, bytes: contents.bytes(of: node)),
        "what names a resource cannot be redacted alone")
    }
    if name == "id" {
      closure.withhold(node)
    } else if name == "url", tree.name(owner) == "extension" || tree.name(owner) == "modifierExtension" {
      closure.withhold(owner)
    } else if let array = tree.parent(node), document.kind(array) == .array {
      maskElement(node, of: array, owner, name, &closure)
    } else {
      masked.append(node)
      // What an extension of the value says is withheld with it: a time of birth, an original text.
      if let extensions = document.member(owner, "_" + name) { closure.withhold(extensions) }
    }
    closure.change(at: node)
  }

  /// An element of an array of primitives: words keep their place with a mark, other elements go. Its companion
  /// in `_name` goes either way, for its extensions say the same again (iso21090-ADXP-streetName of a line); that of a
  /// marked one gives way to null, so that the others stay beside theirs.
  private mutating func maskElement(
    _ node: Int, of array: Int, _ owner: Int, _ name: String, _ closure: inout FHIRClosure
  ) {
    if allowsMark(node, closure.tree) {
      edits.append((node, document.content(node), .mark))
    } else {
      closure.withhold(node)
    }
    if beside?.array != array {
      let companions = closure.tree.elements(owner, "_" + name)
      let pairs = zip(document.children(array), companions).filter { document.kind($1) != .null }
      beside = (array, Dictionary(pairs) { first, _ in first })
    }
    guard let companion = beside?.companions.removeValue(forKey: node) else { return }
    let isLast = beside?.companions.isEmpty ?? true
    // FHIR R4, JSON: an array of nulls alone says nothing.
    closure.withhold(isLast ? closure.tree.parent(companion) ?? companion : companion)
  }

  // MARK: Parts

  private mutating func mark(_ ranges: [Range<Int>], _ node: Int) {
    let map = JSONStringMap(document.content(node), isEscaped: document.isEscaped(node), document.bytes)
    for range in ranges { edits.append((node, map.source(range), .mark)) }
  }

  /// The words of one part of a markup: the first stretch of each range gets the mark, the others go.
  private mutating func markMarkup(_ ranges: [Range<Int>], _ node: Int, part: Int) {
    if markup?.node != node {
      markup = (
        node, JSONStringMap(document.content(node), isEscaped: document.isEscaped(node), document.bytes),
        MarkupText.stretches(document.text(node) ?? [])
      )
    }
    guard let (_, map, parts) = markup, parts.indices.contains(part) else { return }
    let stretches = parts[part]
    for range in ranges {
      var isFirst = true
      // Those before a range are passed over at once: a long text has many.
      let from = FHIRContents.firstIndex(stretches.count) { stretches[$0].text.upperBound > range.lowerBound }
      for stretch in stretches[from...].prefix(while: { $0.text.lowerBound < range.upperBound })
      where !stretch.isSeparator && stretch.text.overlaps(range) {
        let text = stretch.text.clamped(to: range)
        let source =
          stretch.isVerbatim
          ? stretch.source.lowerBound + text.lowerBound - stretch.text.lowerBound..<stretch.source.lowerBound
            + text.upperBound - stretch.text.lowerBound
          : stretch.source
        edits.append((node, map.source(source), isFirst ? .mark : .nothing))
        isFirst = false
      }
    }
  }

  // MARK: Edits

  /// Writes the edits of what stays into the plan.
  func write(to plan: inout EditPlan, _ closure: FHIRClosure) {
    for edit in edits where !closure.isGone(edit.node) { plan.replace(edit.range, with: edit.replacement) }
    for node in masked where !closure.isGone(node) {
      guard let key = document.key(node) else { continue }
      plan.replace(key.lowerBound..<key.lowerBound, with: .fixed(Self.underscore))
      plan.replace(document.range(node), with: .fixed(Self.absent))
    }
  }

  private static let underscore = StaticText("_")
  /// FHIR R4, JSON: a primitive without a value and with an extension.
  private static let absent = StaticText(
    """
    {"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]}
    """)
}
