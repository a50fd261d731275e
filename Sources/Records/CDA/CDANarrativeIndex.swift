internal import Values
internal import XML

/// Which narrative of a section shows which words: by word, so that a long table against many entries stays
/// linear.
struct CDANarrativeIndex {
  private struct Text {
    var unit: Int
    /// In ``folded``.
    var range: Range<Int>
  }
  private var texts: [Text] = []
  private var folded: [UInt8] = []
  private var words = CDAWords()
  /// By word: the last text that has it, as an index into ``showings``; each of these names the one before it.
  private var lastShowing: [Int32] = []
  private var showings: [(text: Int32, before: Int32)] = []
  /// Words of entries that nothing but their words ties to the narrative.
  private var looseWords = CDAWords()
  private var loose: [[(term: CDATerm, entry: Int)]] = []
  /// Only where an entry is loose.
  private var textsByUnit: [Int: [Int]] = [:]

  /// Whether there is any text besides the title.
  private(set) var hasNarrative = false

  /// - Parameters:
  ///   - runs: the section's runs of words, those of sections within it apart.
  ///   - loose: entries that nothing points from, with their words.
  init(
    _ tree: CDATree, _ outline: CDAOutline, runs: ArraySlice<Int32>,
    loose: [(entry: Int, terms: Set<CDATerm>)]
  ) {
    for index in runs {
      let run = outline.runs[Int(index)]
      guard let isTitle = Self.isTitle(run, outline.source(ofRun: Int(index)), tree, outline) else {
        continue
      }
      add(outline.arena[run.range], unit: run.unit, isTitle: isTitle)
    }
    for (entry, terms) in loose { for term in terms { add(loose: term, entry: entry) } }
    if loose.isEmpty { return }
    for (index, text) in texts.enumerated() { textsByUnit[text.unit, default: []].append(index) }
  }

  /// Units whose text holds one of these terms.
  func units(showing terms: Set<CDATerm>) -> Set<Int> {
    var found: Set<Int> = []
    for term in terms {
      guard let word = words.number(of: term.folded.span.extracting(term.firstWord)) else { continue }
      var showing = lastShowing[word]
      while showing >= 0 {
        let (text, before) = showings[Int(showing)]
        if term.isIn(folded.span.extracting(texts[Int(text)].range)) { found.insert(texts[Int(text)].unit) }
        showing = before
      }
    }
    return found
  }

  /// Loose entries whose words are in this unit's text.
  func looseEntries(shownBy unit: Int) -> Set<Int> {
    var found: Set<Int> = []
    for index in textsByUnit[unit] ?? [] {
      let text = folded.span.extracting(texts[index].range)
      var seen: Set<Int> = []
      for word in Self.words(in: texts[index].range, of: folded) {
        guard let number = looseWords.number(of: folded.span.extracting(word)), seen.insert(number).inserted
        else { continue }
        for (term, entry) in loose[number] where term.isIn(text) { found.insert(entry) }
      }
    }
    return found
  }

  private mutating func add(_ text: ArraySlice<UInt8>, unit: Int, isTitle: Bool) {
    let start = folded.count
    CDATerm.fold(text, into: &folded)
    let number = Int32(truncatingIfNeeded: texts.count)
    texts.append(Text(unit: unit, range: start..<folded.count))
    var at = start
    let folded = folded
    while at < folded.count {
      guard folded[at] != 0x20 else {
        at += 1
        continue
      }
      let begin = at
      while at < folded.count, folded[at] != 0x20 { at += 1 }
      let word = words.learn(folded.span.extracting(begin..<at))
      if word == lastShowing.count { lastShowing.append(-1) }
      let last = lastShowing[word]
      if last >= 0, showings[Int(last)].text == number { continue }
      lastShowing[word] = Int32(truncatingIfNeeded: showings.count)
      showings.append((number, last))
    }
    if !isTitle { hasNarrative = true }
  }

  private mutating func add(loose term: CDATerm, entry: Int) {
    let word = looseWords.learn(term.folded.span.extracting(term.firstWord))
    if word == loose.count { loose.append([]) }
    loose[word].append((term, entry))
  }

  private static func words(in range: Range<Int>, of folded: [UInt8]) -> [Range<Int>] {
    folded[range].split(separator: 0x20).map { $0.startIndex..<$0.endIndex }
  }

  /// nil for what is neither narrative nor a section's title.
  private static func isTitle(
    _ run: TextRun, _ source: CDAOutline.Source?, _ tree: CDATree, _ outline: CDAOutline
  ) -> Bool? {
    guard let source else { return nil }
    let isText = source.attribute == nil && tree.isText(source.node)
    switch outline.units[run.unit].kind {
    case .narrative, .paragraph: return isText || source.attribute != nil ? false : nil
    case .section: return isText && isInTitle(source.node, tree) ? true : nil
    case .record, .header, .entry, .resource, .contained, .message, .group, .segment, .attachment, .remark:
      return nil
    }
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
