internal import Values
internal import XML

/// Which narrative of a section shows which words: by first word, so that a long table against many entries
/// stays linear.
struct CDANarrativeIndex {
  private struct Text {
    var unit: Int
    var folded: [UInt8]
  }
  private var texts: [Text] = []
  private var textsByWord: [ArraySlice<UInt8>: [Int]] = [:]
  private var textsByUnit: [Int: [Int]] = [:]
  /// Words of entries that nothing but their words ties to the narrative.
  private var loose: [ArraySlice<UInt8>: [(term: CDATerm, entry: Int)]] = [:]

  /// Whether there is any text besides the title.
  private(set) var hasNarrative = false

  mutating func add(_ folded: [UInt8], unit: Int, isTitle: Bool) {
    let index = texts.count
    texts.append(Text(unit: unit, folded: folded))
    textsByUnit[unit, default: []].append(index)
    for word in folded.split(separator: 0x20) where textsByWord[word]?.last != index {
      textsByWord[word, default: []].append(index)
    }
    if !isTitle { hasNarrative = true }
  }

  mutating func add(loose term: CDATerm, entry: Int) {
    guard let word = term.folded.split(separator: 0x20, maxSplits: 1).first else { return }
    loose[word, default: []].append((term, entry))
  }

  /// Units whose text holds one of these terms.
  func units(showing terms: Set<CDATerm>) -> Set<Int> {
    var found: Set<Int> = []
    for term in terms {
      guard let word = term.folded.split(separator: 0x20, maxSplits: 1).first else { continue }
      for index in textsByWord[word] ?? [] where term.isIn(texts[index].folded) {
        found.insert(texts[index].unit)
      }
    }
    return found
  }

  /// Loose entries whose words are in this unit's text.
  func looseEntries(shownBy unit: Int) -> Set<Int> {
    var found: Set<Int> = []
    guard !loose.isEmpty else { return found }
    for index in textsByUnit[unit] ?? [] {
      for word in Set(texts[index].folded.split(separator: 0x20)) {
        for (term, entry) in loose[word] ?? [] where term.isIn(texts[index].folded) {
          found.insert(entry)
        }
      }
    }
    return found
  }

  /// One index a section.
  static func all(_ tree: CDATree, _ outline: CDAOutline) -> [Int: CDANarrativeIndex] {
    var indices: [Int: CDANarrativeIndex] = [:]
    for run in outline.runs where run.kind == .words && outline.spans[run.unit].section > 0 {
      guard let source = outline.source(at: run.range.lowerBound) else { continue }
      let isText = source.attribute != nil || tree.kind(source.node) == .text
      let isTitle = outline.units[run.unit].kind == .section
      switch outline.units[run.unit].kind {
      case .narrative, .paragraph: guard isText else { continue }
      case .section:
        guard source.attribute == nil, isText, isInTitle(source.node, tree) else { continue }
      case .record, .header, .entry, .resource, .contained, .message, .group, .segment, .attachment,
        .remark:
        continue
      }
      indices[outline.spans[run.unit].section, default: CDANarrativeIndex()]
        .add(CDATerm.fold(outline.arena[run.range]), unit: run.unit, isTitle: isTitle)
    }
    let pointed = Set(outline.references.map(\.unit))
    for (index, unit) in outline.units.enumerated() where unit.kind == .entry {
      let section = outline.spans[index].section
      guard section > 0, unit.parent == section else { continue }
      let within = index..<outline.spans[index].end
      guard !within.contains(where: { pointed.contains($0) }) else { continue }
      for term in Set(within.flatMap { outline.terms[$0] ?? [] }) {
        indices[section]?.add(loose: term, entry: index)
      }
    }
    return indices
  }

  private static func isInTitle(_ node: Int, _ tree: CDATree) -> Bool {
    var at = tree.parent(node)
    while at >= 0, tree.name(at) != .section {
      if tree.name(at) == .title { return true }
      at = tree.parent(at)
    }
    return false
  }
}
