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
    private let start: UInt32
    private let count: UInt32
    private let ownNode: Int32
    private let ownAttribute: Int32
    private let ownOffset: UInt32
    private let ownUnit: Int32

    init(arena: Range<Int>, node: Int, attribute: Int?, offset: Int, unit: Int) {
      (start, count) = (
        UInt32(truncatingIfNeeded: arena.lowerBound), UInt32(truncatingIfNeeded: arena.count)
      )
      (ownNode, ownAttribute) = (
        Int32(truncatingIfNeeded: node), Int32(truncatingIfNeeded: attribute ?? -1)
      )
      (ownOffset, ownUnit) = (UInt32(truncatingIfNeeded: offset), Int32(truncatingIfNeeded: unit))
    }

    var arena: Range<Int> { Int(start)..<Int(start) + Int(count) }
    /// The text node, or the element whose attribute it is.
    var node: Int { Int(ownNode) }
    var attribute: Int? { ownAttribute < 0 ? nil : Int(ownAttribute) }
    /// Where in the node's or attribute's own text the piece begins.
    var offset: Int { Int(ownOffset) }
    var unit: Int { Int(ownUnit) }
  }

  /// An element that others can point to by its `ID`.
  struct Anchor {
    /// In ``words``.
    var name: Int
    var unit: Int
    var isNarrative: Bool
  }

  struct Pointer {
    /// In ``words``.
    var target: Int
    var unit: Int
    var node: Int
  }

  /// An element whose names are those of its unit's subject.
  struct Naming {
    var node: Int
    var unit: Int
  }

  var units: [RecordUnit] = []
  var spans: [Span] = []
  var runs: [TextRun] = []
  var arena: [UInt8] = []
  var findings: [Finding] = []

  /// Text that stands in base64: it cannot be marked where it stands, and goes with its unit.
  struct Decoded {
    var arena: Range<Int>
    var unit: Int
  }

  // What only a cut asks for.
  var decoded: [Decoded] = []
  var sources: [Source] = []
  /// For each run, the first of its sources.
  var runSources: [Int32] = []
  /// `ID`s, what points to them, and identifiers of clinical statements.
  var words = CDAWords()
  var anchors: [Anchor] = []
  /// `reference value="#…"`.
  var references: [Pointer] = []
  /// `id root extension` of clinical statements.
  var instances: [Pointer] = []
  /// The same in the header and in references to what is outside of the document.
  var mentions: [Pointer] = []
  /// By which a unit says what it is about, and narrative may show it.
  var namings: [Naming] = []
  /// Rows that a `rowspan` ties together go together: by row, which group it is of.
  var rowGroup: [Int: Int] = [:]
  var rowGroups: [[Int]] = []
  /// `renderMultiMedia referencedObject`, a pointer from the narrative to an entry.
  var renderings: [Pointer] = []

  /// The units of decoded text that these ranges touch.
  func unitsDecoded(in ranges: [Range<Int>]) -> Set<Int> {
    guard !decoded.isEmpty else { return [] }
    return Set(decoded.filter { text in ranges.contains { $0.overlaps(text.arena) } }.map(\.unit))
  }

  /// The first piece of a run; nil for one that comes from no text.
  func source(ofRun run: Int) -> Source? {
    let first = Int(runSources[run])
    guard first < sources.count, sources[first].arena.contains(runs[run].range.lowerBound) else { return nil }
    return sources[first]
  }

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
