internal import Values
internal import XML

/// Replaces text where it stands: by `[withheld]` in words, by `nullFlavor="MSK"` where a value has a form of
/// its own that a mark would break (CDA R2 data types: MSK, masked).
extension CDAEditor {
  func redact(_ ranges: [Range<Int>], except gone: [Bool]) {
    guard !ranges.isEmpty else { return }
    var texts: [Int: [(range: Range<Int>, isFirst: Bool)]] = [:]
    var names: Set<[UInt8]> = []
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
            names.formUnion(mask(attribute, of: source, part))
          } else if tree.kind(source.node) == .text {
            texts[source.node, default: []].append((part, isFirst))
          }
        }
        isFirst = false
        position = end
      }
    }
    for (node, parts) in texts { nodes[node].setText(marked(node, parts)) }
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

  /// The text of a node with its parts replaced: where a redaction runs over several nodes, the first has the
  /// mark and the others only lose their part.
  private func marked(_ node: Int, _ parts: [(range: Range<Int>, isFirst: Bool)]) -> String {
    let text = Array(tree.xml.text[tree.range(ofText: node)])
    var result: [UInt8] = []
    var copied = 0
    for part in parts.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let whole = Self.wholeScalars(part.range, in: text)
      guard whole.upperBound > copied else { continue }
      result.append(contentsOf: text[copied..<max(copied, whole.lowerBound)])
      if part.isFirst { result.append(contentsOf: Self.mark) }
      copied = whole.upperBound
    }
    result.append(contentsOf: text[copied...])
    return String(decoding: result, as: UTF8.self)
  }

  private static let mark = Array("[withheld]".utf8)

  /// No letter is cut in two.
  private static func wholeScalars(_ range: Range<Int>, in text: [UInt8]) -> Range<Int> {
    var lower = min(max(0, range.lowerBound), text.count)
    var upper = min(max(lower, range.upperBound), text.count)
    while lower > 0, lower < text.count, text[lower] & 0xC0 == 0x80 { lower -= 1 }
    while upper < text.count, text[upper] & 0xC0 == 0x80 { upper += 1 }
    return lower..<upper
  }

  /// - Returns: the `ID` that is no longer there, if it was one.
  private func mask(_ attribute: Int, of source: CDAOutline.Source, _ part: Range<Int>) -> [[UInt8]] {
    let range = tree.range(ofAttribute: attribute)
    let node = source.node
    switch tree.attributeName(attribute) {
    case .displayName, .codeSystemName, .assigningAuthorityName, .summary, .abbr, .axis:
      let text = Array(tree.xml.text[range])
      let whole = Self.wholeScalars(part, in: text)
      // Another redaction may have changed it already: what is not plainly the whole is taken whole.
      let isAlone =
        nodes[node].attribute(named: tree.xml.names[Int(tree.xml.attributes[attribute].name)])
        .map { Array($0.utf8) == text } ?? false
      let value = isAlone ? text[..<whole.lowerBound] + Self.mark + text[whole.upperBound...] : Self.mark[...]
      nodes[node].replaceAttribute(
        tree.xml.names[Int(tree.xml.attributes[attribute].name)], namespace: nil,
        with: String(decoding: value, as: UTF8.self))
      return []
    case .ID:
      removeAttribute(attribute, of: node)
      return [Array(tree.xml.text[range])]
    default:
      removeAttribute(attribute, of: node)
      let isNarrative =
        outline.units[source.unit].kind == .narrative
        || outline.units[source.unit].kind == .paragraph
      if !isNarrative {
        nodes[node].setAttribute("nullFlavor", "MSK")
      } else if tree.attributeName(attribute) == .IDREF || tree.attributeName(attribute) == .referencedObject
      {
        nodes[node].remove()
      }
      return []
    }
  }

  /// What pointed to an `ID` that was redacted names it too.
  private func forget(_ names: Set<[UInt8]>, except gone: [Bool]) {
    guard !names.isEmpty else { return }
    cutPointers(to: names, except: gone)
    for pointer in outline.references where names.contains(pointer.target) && !gone[pointer.node] {
      nodes[pointer.node].setAttribute("nullFlavor", "MSK")
      if let value = tree.attribute(pointer.node, .value) { removeAttribute(value, of: pointer.node) }
    }
  }
}
