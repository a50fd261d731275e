internal import Values
internal import XML

/// A document gone through once more for a cut, with what only a cut asks for.
///
/// Where the bytes allow it, a scanner that knows every node's place goes through them, and what is cut is cut out
/// of the bytes. It is believed only as far as it saw the very tree and texts that libxml2 read in the same bytes;
/// otherwise libxml2 reads them again, and its own tree is edited and written.
struct CDASource {
  let tree: CDATree
  let outline: CDAOutline
  private let placed: XMLPlacedTree?

  init(of record: CDARecord) throws(PacketError) {
    if let (placed, tree, outline) = Self.rescanned(record) {
      (self.placed, self.tree, self.outline) = (placed, tree, outline)
    } else {
      placed = nil
      (tree, outline) = try record.outlined()
    }
  }

  private static func rescanned(_ record: CDARecord) -> (XMLPlacedTree, CDATree, CDAOutline)? {
    guard
      let placed = XMLPlacedTree(
        rescanning: record.bytes, names: CDAName.vocabulary, spaces: CDAName.spaces),
      placed.tree.fingerprint == record.fingerprint
    else { return nil }
    let tree = CDATree(placed.tree)
    var reader = CDAOutlineReader(tree, record: record.number, limits: record.limits, forCut: true)
    reader.read()
    guard reader.outline.arena == record.facts.arena,
      reader.outline.units.count == record.facts.units.count
    else { return nil }
    return (placed, tree, reader.outline)
  }

  /// The document's bytes with these changes.
  func changed(by changes: XMLChanges, in record: CDARecord) throws(PacketError) -> [UInt8] {
    if let placed, let edited = try changes.applied(to: placed, record: record.number) { return edited }
    do throws(XMLError) {
      let document = try XMLDocument(parsing: record.bytes, limits: record.limits)
      let nodes = document.nodesInOrder
      guard nodes.count == tree.count else { throw XMLError(.syntax(0)) }
      try changes.apply(to: nodes, of: tree.xml)
      return try document.serialized()
    } catch {
      throw CDARecord.held(error, record.number)
    }
  }
}
