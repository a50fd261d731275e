/// What of a document points to what, and what names what: indices into the outline's lists, by word and by unit.
struct CDALinks {
  private let tree: CDATree
  private let outline: CDAOutline
  let anchorsByUnit: CDAGroups
  let referencesByTarget: CDAGroups
  let referencesByUnit: CDAGroups
  let instancesByTarget: CDAGroups
  let instancesByUnit: CDAGroups
  let renderingsByUnit: CDAGroups
  private let anchorsByName: CDAGroups
  private let namingsByUnit: CDAGroups

  init(_ tree: CDATree, _ outline: CDAOutline) {
    (self.tree, self.outline) = (tree, outline)
    let (units, words) = (outline.units.count, outline.words.count)
    func groups<Thing>(_ things: [Thing], _ count: Int, _ key: (Thing) -> Int) -> CDAGroups {
      CDAGroups(count: count, things.map { Int32(truncatingIfNeeded: key($0)) })
    }
    anchorsByName = groups(outline.anchors, words) { $0.name }
    anchorsByUnit = groups(outline.anchors, units) { $0.unit }
    referencesByTarget = groups(outline.references, words) { $0.target }
    referencesByUnit = groups(outline.references, units) { $0.unit }
    instancesByTarget = groups(outline.instances, words) { $0.target }
    instancesByUnit = groups(outline.instances, units) { $0.unit }
    renderingsByUnit = groups(outline.renderings, units) { $0.unit }
    namingsByUnit = groups(outline.namings, units) { $0.unit }
  }

  func anchors(named word: Int) -> [CDAOutline.Anchor] {
    anchorsByName[word].map { outline.anchors[Int($0)] }
  }

  /// Codes by which units say what they are about; those that say nothing are left out.
  func subjects(of units: Range<Int>) -> Set<[UInt8]> {
    var subjects: Set<[UInt8]> = []
    for unit in units {
      for naming in namingsByUnit[unit] {
        if let subject = tree.subject(naming: outline.namings[Int(naming)].node) { subjects.insert(subject) }
      }
    }
    return subjects
  }

  /// The words by which narrative may show what units are about.
  func terms(of units: Range<Int>) -> Set<CDATerm> {
    var terms: Set<CDATerm> = []
    for unit in units {
      for naming in namingsByUnit[unit] {
        terms.formUnion(tree.terms(naming: outline.namings[Int(naming)].node))
      }
    }
    return terms
  }
}
