internal import Values

/// What was found in a document: the facts about its parts and texts, and where in the tree they stand.
struct CDAOutline {
  /// A unit's nodes in the tree: one element, or neighbours that only together can go.
  struct Span {
    var nodes: Range<Int>
    /// Units within it are those up to here.
    var end: Int
    /// The nearest section around it, itself included; 0 for none.
    var section: Int
    /// Narrative text of its own, without units within it.
    var hasText = false
  }

  /// Where a piece of the arena came from.
  struct Source {
    var arena: Range<Int>
    /// The text node, or the element whose attribute it is.
    var node: Int
    var attribute: Int?
    /// Where in the node's or attribute's own text the piece begins.
    var offset: Int
    var unit: Int
  }

  /// An element that others can point to by its `ID`.
  struct Anchor {
    var name: [UInt8]
    var unit: Int
    var isNarrative: Bool
  }

  struct Pointer {
    var target: [UInt8]
    var unit: Int
    var node: Int
  }

  var units: [RecordUnit] = []
  var spans: [Span] = []
  var runs: [TextRun] = []
  var arena: [UInt8] = []
  var findings: [Finding] = []

  // What only a cut asks for.
  var sources: [Source] = []
  var anchors: [Anchor] = []
  /// `reference value="#…"`.
  var references: [Pointer] = []
  /// `id root extension` of clinical statements.
  var instances: [Pointer] = []
  /// The same in the header and in references to what is outside of the document.
  var mentions: [Pointer] = []
  /// Codes by which a unit says what it is about; those that say nothing are left out.
  var subjects: [Int: Set<[UInt8]>] = [:]
  /// The words by which narrative may show a unit's subject.
  var terms: [Int: [CDATerm]] = [:]
  /// Rows that a `rowspan` ties together go together: by row, which group it is of.
  var rowGroup: [Int: Int] = [:]
  var rowGroups: [[Int]] = []
  /// `renderMultiMedia referencedObject`, a pointer from the narrative to an entry.
  var renderings: [Pointer] = []

  /// The piece of which a byte of the arena is; nil for a byte that comes from no text.
  func source(at position: Int) -> Source? {
    var (lower, upper) = (0, sources.count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if sources[middle].arena.upperBound <= position { lower = middle + 1 } else { upper = middle }
    }
    guard lower < sources.count, sources[lower].arena.contains(position) else { return nil }
    return sources[lower]
  }
}
