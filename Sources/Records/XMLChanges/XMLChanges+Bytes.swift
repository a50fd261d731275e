internal import Values
internal import XML

extension XMLChanges {
  /// Carries the changes out on the bytes themselves: all that is not named leaves as it came.
  ///
  /// - Returns: nil where the bytes do not allow it; then the tree does.
  /// - Throws: `edit.overlap` (hold), which would be a bug.
  func applied(to document: XMLPlacedTree, record: Int) throws(PacketError) -> [UInt8]? {
    var plan = EditPlan()
    for node in removed {
      let place = document.place(of: node)
      guard document.isWhole(node), Self.canEnd(place, .nothing, in: document.bytes) else { return nil }
      plan.remove(place)
    }
    for (node, parts) in texts {
      guard let edits = edits(ofText: node, parts, document) else { return nil }
      for edit in edits { plan.replace(edit.range, with: edit.replacement) }
    }
    // Attributes before contents: of two that are written at one place, the first is written first.
    for (element, attributes) in changedTags() {
      guard let tag = document.tag(of: element), changeTag(tag, element, attributes, document, &plan) else {
        return nil
      }
    }
    for (element, content) in contents {
      guard let tag = document.tag(of: element) else { return nil }
      if let old = tag.content { plan.remove(old) }
      switch content {
      case .text(let text): Self.write(text.bytes.isEmpty ? [] : [.fixed(text)], in: tag, at: nil, &plan)
      case .element(let new): Self.write(new.written(tag.prefix), in: tag, at: nil, &plan)
      }
    }
    for addition in additions {
      guard let tag = document.tag(of: addition.holder) else { return nil }
      let place = addition.next.map { document.place(of: $0).lowerBound } ?? tag.content?.upperBound
      Self.write(addition.element.written(tag.prefix), in: tag, at: place, &plan)
    }
    return try plan.applied(to: document.bytes, record: record)
  }

  /// Writes something within an element, at its beginning if no place is given; one of a single tag gets another.
  private static func write(_ parts: [Replacement], in tag: XMLTag, at place: Int?, _ plan: inout EditPlan) {
    guard !parts.isEmpty else { return }
    guard let content = tag.content else {
      plan.remove(tag.end - 2..<tag.end)
      let closing: [Replacement] = [.fixed(StaticText("</")), .name(tag.name), .fixed(StaticText(">"))]
      for part in [.fixed(StaticText(">"))] + parts + closing {
        plan.replace(tag.end - 2..<tag.end - 2, with: part)
      }
      return
    }
    let place = place ?? content.lowerBound
    for part in parts { plan.replace(place..<place, with: part) }
  }

  /// Whether what stays cannot become `]]>` around an edit, which no text may hold (XML 1.0 §2.4): what is taken
  /// out lets others move together, and the mark ends in `]`.
  private static func canEnd(_ range: Range<Int>, _ replacement: Replacement, in bytes: [UInt8]) -> Bool {
    let next = range.upperBound
    guard next < bytes.count else { return true }
    if replacement == .mark {
      return bytes[next] != UInt8(ascii: "]")
        || next + 1 < bytes.count && bytes[next + 1] != UInt8(ascii: ">")
    }
    return bytes[next] != UInt8(ascii: "]") && bytes[next] != UInt8(ascii: ">")
  }

  private typealias Edit = (range: Range<Int>, replacement: Replacement)

  private func edits(ofText node: Int, _ parts: [Part], _ document: XMLPlacedTree) -> [Edit]? {
    let raw = document.text(of: node)
    let edits = edits(
      parts, of: document.tree.range(ofText: node), in: raw.place, raw.form, document)
    guard let edits, edits.allSatisfy({ Self.canEnd($0.range, $0.replacement, in: document.bytes) }) else {
      return nil
    }
    return edits
  }

  private func edits(
    _ parts: [Part], of said: Range<Int>, in raw: Range<Int>, _ form: XMLRawText, _ document: XMLPlacedTree
  ) -> [Edit]? {
    let settled = Self.settled(parts, in: document.tree.text.span.extracting(said))
    guard let places = form.places(of: settled.map(\.range), in: raw, of: document.bytes.span) else {
      return nil
    }
    return zip(places, settled).map { ($0, $1.isMarked ? .mark : .nothing) }
  }

  /// The elements of which attributes change, with these; of those that are only masked, none.
  private func changedTags() -> [Int: Set<Int>] {
    var changed: [Int: Set<Int>] = [:]
    for element in masked { changed[element, default: []] = [] }
    for (attribute, value) in values { changed[value.element, default: []].insert(attribute) }
    for (attribute, value) in counts { changed[value.element, default: []].insert(attribute) }
    for (attribute, element) in removedAttributes { changed[element, default: []].insert(attribute) }
    return changed
  }

  private func changeTag(
    _ tag: XMLTag, _ element: Int, _ attributes: Set<Int>, _ document: XMLPlacedTree, _ plan: inout EditPlan
  ) -> Bool {
    let tree = document.tree
    let own = tree.attributes(of: element)
    guard own.count == tag.attributes.count else { return false }
    var isMasked = !masked.contains(element)
    for (attribute, place) in zip(own, tag.attributes) {
      if masked.contains(element), tree.name(ofAttribute: attribute) == ("nullFlavor", nil) {
        isMasked = true
        plan.replace(place.value, with: .fixed(Self.flavor))
      } else if removedAttributes[attribute] != nil {
        plan.remove(place.whole)
      } else if let count = counts[attribute]?.count {
        plan.replace(place.value, with: .count(count))
      } else if let value = values[attribute] {
        guard
          let edits = edits(
            value.parts, of: tree.range(ofAttribute: attribute), in: place.value, .value, document)
        else { return false }
        for edit in edits { plan.replace(edit.range, with: edit.replacement) }
      } else if attributes.contains(attribute) {
        return false
      }
    }
    if !isMasked { plan.replace(tag.attributesEnd..<tag.attributesEnd, with: .fixed(Self.maskedAttribute)) }
    return true
  }

  private static let flavor = StaticText("MSK")
  private static let maskedAttribute = StaticText(" nullFlavor=\"MSK\"")
}
