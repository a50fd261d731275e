internal import Values
internal import XML

/// Replaces text where it stands: by `[withheld]` in words, by `nullFlavor="MSK"` where a value has a form of
/// its own that a mark would break (CDA R2 data types: MSK, masked).
extension CDAEditor {
  mutating func redact(_ ranges: [Range<Int>], except gone: [Bool]) {
    guard !ranges.isEmpty else { return }
    var names: Set<Int> = []
    for range in Self.merged(ranges) {
      var position = range.lowerBound
      var isFirst = true
      while position < range.upperBound {
        guard let source = outline.source(at: position) else {
          // A break between two pieces.
          position += 1
          continue
        }
        let end = min(range.upperBound, source.arena.upperBound)
        if !gone[source.node] {
          let start = position - source.arena.lowerBound + source.offset
          let part = start..<start + (end - position)
          if let attribute = source.attribute {
            if let name = mask(attribute, of: source, part) { names.insert(name) }
          } else if tree.isText(source.node) {
            changes.redact(text: source.node, XMLChanges.Part(range: part, isMarked: isFirst))
          }
        }
        isFirst = false
        position = end
      }
    }
    forget(names, except: gone)
  }

  /// Overlapping ranges are one, so that one text gets one mark.
  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  /// - Returns: the `ID` that is no longer there, if it was one.
  private mutating func mask(_ attribute: Int, of source: CDAOutline.Source, _ part: Range<Int>) -> Int? {
    let range = tree.range(ofAttribute: attribute)
    let node = source.node
    switch tree.attributeName(attribute) {
    case .displayName, .codeSystemName, .assigningAuthorityName, .summary, .abbr, .axis:
      changes.redact(attribute: attribute, of: node, part, count: range.count)
      return nil
    case .ID:
      changes.remove(attribute: attribute, of: node)
      return outline.words.number(of: tree.xml.text.span.extracting(range))
    default:
      changes.remove(attribute: attribute, of: node)
      let isNarrative =
        outline.units[source.unit].kind == .narrative
        || outline.units[source.unit].kind == .paragraph
      if !isNarrative {
        changes.mask(node)
      } else if tree.attributeName(attribute) == .IDREF || tree.attributeName(attribute) == .referencedObject
      {
        changes.remove(node)
      }
      return nil
    }
  }

  /// What pointed to an `ID` that was redacted names it too.
  private mutating func forget(_ names: Set<Int>, except gone: [Bool]) {
    guard !names.isEmpty else { return }
    cutPointers(to: names, except: gone)
    for pointer in outline.references where names.contains(pointer.target) && !gone[pointer.node] {
      changes.mask(pointer.node)
      if let value = tree.attribute(pointer.node, .value) {
        changes.remove(attribute: value, of: pointer.node)
      }
    }
  }
}
