internal import Values
internal import XML

/// The narrative block (CDA R2 §4.3.5) in pieces that can go alone.
///
///     text              .narrative, cannot go alone: without it the section says nothing
///       table, list     .narrative: captions and head rows are theirs
///         tr, item      .paragraph: with all within, so that no cell of a row stays without the others
///       paragraph       .paragraph
///       inline pieces   .paragraph: all that stands between two blocks
///
/// An item may hold lists and tables of its own, and so may a row of one cell: their pieces are units
/// within it. Inline markup does not break text; blocks do.
extension CDAOutlineReader {
  mutating func readNarrative(_ node: Int) {
    let outer = path
    if !forCut { path = "section \(sections), text" }
    push(.narrative, node, isRemovable: false)
    // The attributes of `text` itself were read as the section's.
    markBlocks(node)
    readFlow(node, pieces: .units)
    close()
    path = outer
  }

  /// What the blocks within a piece become.
  private enum Pieces { case units, runs }

  /// Notes which elements hold blocks, so that a `content` around a table is not taken for inline.
  private mutating func markBlocks(_ text: Int) {
    blockBase = text
    holdsBlock = [Bool](repeating: false, count: tree.end(text) - text)
    var node = tree.end(text) - 1
    while node > text {
      if tree.isElement(node), holdsBlock[node - text] || !isInline(node) {
        holdsBlock[tree.parent(node) - text] = true
      }
      node -= 1
    }
  }

  private func isInline(_ node: Int) -> Bool {
    switch tree.name(node) {
    case .content, .br, .sub, .sup, .footnote, .footnoteRef, .renderMultiMedia, .linkHtml: true
    default: false
    }
  }

  private func isBlock(_ node: Int) -> Bool {
    tree.isElement(node) && (!isInline(node) || holdsBlock[node - blockBase])
  }

  /// The children of an element: stretches of inline pieces, and blocks.
  private mutating func readFlow(_ node: Int, pieces: Pieces) {
    var start = node + 1
    var child = start
    let end = tree.end(node)
    while child < end {
      let next = tree.end(child)
      if isBlock(child) {
        readStretch(start..<child, pieces: pieces)
        readBlock(child, pieces: pieces)
        start = next
      }
      child = next
    }
    readStretch(start..<end, pieces: pieces)
  }

  private mutating func readBlock(_ node: Int, pieces: Pieces) {
    switch (tree.name(node), pieces) {
    case (.table, .units), (.list, .units):
      push(.narrative, node)
      readAttributes(node, tree.name(node))
      tree.name(node) == .table ? readTable(node) : readList(node)
      close()
    case (.paragraph, .units):
      push(.paragraph, node)
      readAttributes(node, .paragraph)
      readFlow(node, pieces: .runs)
      close()
    default:
      if !tree.isOfKnownSpace(node) { noteForeignText(node) }
      readAttributes(node, tree.name(node))
      readFlow(node, pieces: pieces)
    }
  }

  private mutating func readList(_ list: Int) {
    readParts(list) { reader, child in
      guard reader.tree.name(child) == .item else { return false }
      reader.push(.paragraph, child)
      reader.readAttributes(child, .item)
      reader.readFlow(child, pieces: reader.holdsUnits(child) ? .units : .runs)
      reader.close()
      return true
    }
  }

  /// Whether a piece has tables or lists of its own, at its top.
  private func holdsUnits(_ node: Int) -> Bool {
    holdsBlock[node - blockBase]
      && tree.children(node).contains { tree.name($0) == .list || tree.name($0) == .table }
  }

  private mutating func readTable(_ table: Int) {
    readParts(table) { reader, child in
      switch reader.tree.name(child) {
      case .tbody, .tfoot:
        reader.readAttributes(child, reader.tree.name(child))
        reader.readRows(child)
        return true
      case .tr:
        reader.readRow(child)
        return true
      default: return false
      }
    }
  }

  private mutating func readRows(_ body: Int) {
    var lead: Int?
    var group: Int?
    var rowsTied = 0
    readParts(body) { reader, child in
      guard reader.tree.name(child) == .tr else { return false }
      let row = reader.readRow(child)
      guard reader.forCut else { return true }
      let isTied = rowsTied > 0
      rowsTied = max(rowsTied, reader.longestRowSpan(child)) - 1
      guard let row else { return true }
      guard let first = lead, isTied else {
        (lead, group) = (row, nil)
        return true
      }
      let own = group ?? reader.beginRowGroup(with: first)
      reader.outline.rowGroups[own].append(row)
      reader.outline.rowGroup[row] = own
      group = own
      return true
    }
  }

  private mutating func beginRowGroup(with row: Int) -> Int {
    let group = outline.rowGroups.count
    outline.rowGroups.append([row])
    outline.rowGroup[row] = group
    return group
  }

  private func longestRowSpan(_ row: Int) -> Int {
    var longest = 1
    for cell in tree.children(row) {
      guard let value = tree.value(cell, .rowspan) else { continue }
      // 0 is "to the end"; what is no number is taken so too.
      let rows = Int(value) ?? 0
      longest = max(longest, rows > 0 ? min(rows, 100_000) : 100_000)
    }
    return longest
  }

  /// - Returns: its unit; nil for a row of headings, which is the table's.
  @discardableResult private mutating func readRow(_ row: Int) -> Int? {
    let cells = tree.children(row)
    let isData = cells.contains { tree.name($0) != .th }
    if isData { push(.paragraph, row) }
    let own = unit
    readAttributes(row, .tr)
    let hasOneCell = cells.count == 1
    readParts(row) { reader, cell in
      reader.readAttributes(cell, reader.tree.name(cell))
      reader.readFlow(cell, pieces: hasOneCell && reader.holdsUnits(cell) ? .units : .runs)
      return true
    }
    if isData { close() }
    return isData ? own : nil
  }

  /// The parts of a table, a list or a row: what is none of the expected is read as blocks are.
  private mutating func readParts(_ node: Int, _ read: (inout CDAOutlineReader, Int) -> Bool) {
    var child = node + 1
    while child < tree.end(node) {
      if tree.isElement(child) {
        if !read(&self, child) {
          readAttributes(child, tree.name(child))
          if tree.name(child) == .thead {
            readParts(child) { reader, row in
              reader.readAttributes(row, .tr)
              reader.readFlow(row, pieces: .runs)
              return true
            }
          } else {
            readFlow(child, pieces: .runs)
          }
        }
      } else {
        readInline(child..<tree.end(child))
      }
      child = tree.end(child)
    }
  }

  /// Inline pieces between two blocks. At the top of `text` they are a unit; where each line of them is one
  /// `content` with an `ID`, each line is.
  private mutating func readStretch(_ nodes: Range<Int>, pieces: Pieces) {
    guard !nodes.isEmpty else { return }
    guard pieces == .units, outline.units[unit].kind != .paragraph, hasContent(nodes) else {
      readInline(nodes)
      return
    }
    for line in lines(of: nodes) {
      addUnit(.paragraph, parent: unit, nodes: line)
      open.append((line.upperBound, outline.units.count - 1))
      readInline(line)
      close()
    }
  }

  private func hasContent(_ nodes: Range<Int>) -> Bool {
    nodes.contains {
      tree.isElement($0) || (tree.isText($0) && !tree.isBlank(tree.range(ofText: $0)))
    }
  }

  private func lines(of nodes: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = nodes.lowerBound
    var named = 0
    var node = nodes.lowerBound
    while node < nodes.upperBound {
      switch tree.name(node) {
      case .content where tree.attribute(node, .ID) != nil: named += 1
      case .br:
        guard named == 1 else { return [nodes] }
        lines.append(start..<tree.end(node))
        (start, named) = (tree.end(node), 0)
      default:
        guard !tree.isElement(node), !tree.isText(node) || tree.isBlank(tree.range(ofText: node)) else {
          return [nodes]
        }
      }
      node = tree.end(node)
    }
    guard named == 1 || (named == 0 && !lines.isEmpty) else { return [nodes] }
    if let last = lines.last, named == 0 {
      lines[lines.count - 1] = last.lowerBound..<nodes.upperBound
    } else {
      lines.append(start..<nodes.upperBound)
    }
    return lines
  }

  /// One run of all text in these nodes; then, as runs of their own, what would break it: attributes,
  /// comments, footnotes.
  private mutating func readInline(_ nodes: Range<Int>) {
    var footnotes: [Int] = []
    var others = false
    begin()
    var node = nodes.lowerBound
    while node < nodes.upperBound {
      switch tree.kind(node) {
      case .text: append(node: node, attribute: nil, tree.range(ofText: node))
      case .comment, .instruction: others = true
      case .element:
        others = true
        if tree.name(node) == .br { appendBreak() }
        if tree.name(node) == .footnote {
          footnotes.append(node)
          node = tree.end(node)
          continue
        }
        if !tree.isOfKnownSpace(node) { noteForeignText(node) }
      }
      node += 1
    }
    if finish(.words, unit: unit) { outline.spans[unit].hasText = true }
    guard others else { return }
    node = nodes.lowerBound
    while node < nodes.upperBound {
      switch tree.kind(node) {
      case .text: break
      case .comment, .instruction: readRemark(node)
      case .element:
        readAttributes(node, tree.name(node))
        if tree.name(node) == .footnote {
          node = tree.end(node)
          continue
        }
      }
      node += 1
    }
    for footnote in footnotes { readInline(footnote + 1..<tree.end(footnote)) }
  }
}
