internal import Values
internal import XML

/// Walks a document once, in document order, and notes every part that can be withheld and every text.
///
/// Nothing can be missed: an element that opens no unit of its own belongs to the unit around it, and each
/// text, attribute, comment and instruction of the tree comes past here.
struct CDAOutlineReader {
  let tree: CDATree
  let record: Int
  let limits: Limits
  /// Whether to note what only a cut asks for, and not what only the facts have: codes, labels, days, places and
  /// people.
  let forCut: Bool
  var outline = CDAOutline()
  /// The units that are open, innermost last, with the node at which each ends.
  var open: [(end: Int, unit: Int)] = []
  /// Texts that were joined to an earlier one of the same element.
  var joined: Set<Int> = []
  /// The element whose base64 text is not read.
  private var attachment = -1
  /// Of the narrative being read: for each node from `blockBase` whether a block is within it.
  var holdsBlock: [Bool] = []
  var blockBase = 0
  var sections = 0
  private var entries = 0
  private var sawForeignText = false
  var systems: [(range: Range<Int>, name: String)] = []
  var path: PlainText?
  /// Where the run begins that is being put together.
  var pending = 0
  var pendingSource = 0
  /// Of a clinical statement, while it is put together.
  var identifier: [UInt8] = []
  /// The text of a person's that it begins with.
  var pendingPerson: Int?
  var people: CDAPeople
  /// The last element that names a subject: translations within it name it too.
  var named = 0..<0

  init(_ tree: CDATree, record: Int, limits: Limits, forCut: Bool) {
    (self.tree, self.record, self.limits, self.forCut) = (tree, record, limits, forCut)
    people = forCut ? CDAPeople() : CDAPeople(tree)
    outline.arena.reserveCapacity(tree.xml.text.count)
    outline.runs.reserveCapacity(tree.count / 2)
  }

  var unit: Int { open.last?.unit ?? 0 }

  mutating func read() {
    guard let root = tree.root else { return }
    addUnit(.record, parent: nil, nodes: 0..<tree.count)
    addUnit(.header, parent: 0, nodes: root..<root + 1, isRemovable: false)
    outline.spans[1].end = 2
    readDeclarations()
    var node = 0
    while node < tree.count {
      while let last = open.last, node >= last.end { close() }
      node = visit(node, root: root)
    }
    while !open.isEmpty { close() }
    outline.spans[0].end = outline.units.count
  }

  /// - Returns: the next node to visit.
  private mutating func visit(_ node: Int, root: Int) -> Int {
    switch tree.kind(node) {
    case .comment, .instruction:
      readRemark(node)
      return node + 1
    case .text:
      readText(node)
      return node + 1
    case .element:
      let name = tree.name(node)
      let parent = tree.parent(node)
      if parent == root, name != .component { open.append((tree.end(node), 1)) }
      openUnit(node, name, parent)
      readAttributes(node, name)
      if forCut { noteNaming(node, name) }
      if name == .text, tree.name(parent) == .section {
        readNarrative(node)
        return tree.end(node)
      }
      return node + 1
    }
  }

  /// The name of an element or attribute that is not CDA's own: `<x:HIVPositive/>` says all that it has to say
  /// in it.
  mutating func readStrangeName(_ name: Int32) {
    readStrangeName(words: Self.words(of: tree.xml.names[Int(name)]))
  }

  private mutating func readStrangeName(words: [UInt8]) {
    begin()
    outline.arena.append(contentsOf: words)
    finish(.words, unit: unit)
  }

  /// Prefixes and namespaces that are no standard's own are text like any other; they stand in no part that
  /// could go alone.
  private mutating func readDeclarations() {
    open.append((tree.count, 1))
    for name in tree.xml.declared where !CDAName.standardSpaces.contains(name) {
      readStrangeName(words: Self.words(of: name))
    }
    open.removeLast()
  }

  /// A blank where a capital begins a word: `HIVPositive`, `hivPositive`.
  private static func words(of name: String) -> [UInt8] {
    let letters = Array(name.utf8)
    func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
    var words: [UInt8] = []
    for (index, letter) in letters.enumerated() {
      let beginsWord =
        index > 0 && isCapital(letter)
        && (!isCapital(letters[index - 1]) || index + 1 < letters.count && !isCapital(letters[index + 1]))
      if beginsWord { words.append(0x20) }
      words.append(letter)
    }
    return words
  }

  /// A unit of its own, so that what it says makes nothing around it go.
  mutating func readRemark(_ node: Int) {
    let isInstruction = tree.kind(node) == .instruction
    guard isInstruction || !tree.trimmed(tree.range(ofText: node)).isEmpty else { return }
    addUnit(.remark, parent: unit, nodes: node..<node + 1)
    if isInstruction {
      // The target is a name, and may say as much as the rest.
      open.append((node + 1, outline.units.count - 1))
      readStrangeName(tree.xml.nodes[node].name)
      open.removeLast()
    }
    emit(
      .words, node: node, attribute: nil, tree.range(ofText: node), unit: outline.units.count - 1)
  }

  private mutating func openUnit(_ node: Int, _ name: CDAName, _ parent: Int) {
    let around = unit
    switch name {
    case .section: openSection(node, around)
    case .entry, .entryRelationship: openEntry(node, name, around)
    case .component where tree.name(parent) == .organizer: openEntry(node, name, around)
    case .nonXMLBody:
      path = "nonXMLBody"
      push(.attachment, node, isKnown: tree.first(node, .text) != nil, isRemovable: true)
    default:
      guard tree.has(node, .representation, "B64") else { return }
      attachment = node
      // An image's own bytes go with the image, a document's with its body.
      let isWhole = tree.name(parent) == .observationMedia || tree.name(parent) == .nonXMLBody
      // A signature of the whole document is void once anything is cut from it.
      let canGo =
        !isWhole && (name == .text || name == .value || name == .originalText || tree.isSignature(node))
      let text =
        tree.name(parent) == .observationMedia ? nil : CDAEncodedText(node, in: tree, limits)
      if !isWhole {
        push(
          .attachment, node, isKnown: text != nil, isRemovable: canGo && tree.name(parent) != .section)
      }
      // One that is not read makes its body one that cannot be looked into, whatever stands beside it.
      if let text {
        emit(text)
      } else if tree.name(parent) == .nonXMLBody {
        outline.units[unit].isKnown = false
      }
    }
  }

  private mutating func openSection(_ node: Int, _ around: Int) {
    sections += 1
    entries = 0
    if !forCut { path = "section \(sections)" }
    let code = tree.first(node, .code)
    let known = code.flatMap { code in
      tree.value(code, .code).flatMap { CDASections.known($0, of: tree.value(code, .codeSystem) ?? "") }
    }
    push(.section, node, type: known, isKnown: known != nil)
    outline.spans[unit].section = unit
  }

  private mutating func openEntry(_ node: Int, _ name: CDAName, _ around: Int) {
    if name == .entry {
      entries += 1
      if !forCut { path = "section \(sections), entry \(entries)" }
    }
    let isImage = tree.first(node, .observationMedia) != nil
    push(isImage ? .attachment : .entry, node, isKnown: !isImage)
  }

  /// Opens a unit of one element.
  mutating func push(
    _ kind: RecordUnit.Kind, _ node: Int, type: String? = nil, isKnown: Bool = true, isRemovable: Bool = true
  ) {
    addUnit(
      kind, parent: unit, nodes: node..<tree.end(node), type: type, isKnown: isKnown, isRemovable: isRemovable
    )
    open.append((tree.end(node), outline.units.count - 1))
  }

  mutating func addUnit(
    _ kind: RecordUnit.Kind, parent: Int?, nodes: Range<Int>, type: String? = nil, isKnown: Bool = true,
    isRemovable: Bool = true
  ) {
    let place =
      forCut
      ? Place() : Place(record: record, path: path, line: tree.line(min(nodes.lowerBound, tree.count - 1)))
    outline.units.append(
      RecordUnit(
        kind, parent: parent, place: place, type: type, isKnown: isKnown, isRemovable: isRemovable))
    outline.spans.append(
      CDAOutline.Span(
        nodes: nodes, end: outline.units.count, section: parent.map { outline.spans[$0].section } ?? 0))
  }

  mutating func close() {
    guard let closed = open.popLast(), closed.unit > 1 else { return }
    outline.spans[closed.unit].end = outline.units.count
  }

  /// A text outside of the narrative: with the other texts of the same element it is one run, whatever
  /// comment or CDATA stands between them (FAULTS.md X07).
  private mutating func readText(_ node: Int) {
    let parent = tree.parent(node)
    guard parent != attachment else { return }
    if !joined.isEmpty, joined.contains(node) { return }
    let range = tree.range(ofText: node)
    var next = tree.end(node)
    let end = parent >= 0 ? tree.end(parent) : next
    if next >= end {
      guard !tree.isBlank(range) else { return }
      noteForeignText(parent)
      emit(.words, node: node, attribute: nil, range)
      return
    }
    guard !tree.isBlank(range) else { return }
    noteForeignText(parent)
    begin()
    append(node: node, attribute: nil, range)
    while next < end {
      if tree.isText(next) {
        append(node: next, attribute: nil, tree.range(ofText: next))
        joined.insert(next)
      }
      next = tree.end(next)
    }
    finish(.words, unit: unit)
  }

  /// Said once: where text stands in a namespace that is neither CDA's nor the extensions'.
  mutating func noteForeignText(_ element: Int) {
    guard !sawForeignText, element >= 0, !tree.isOfKnownSpace(element) else { return }
    sawForeignText = true
    outline.findings.append(
      Finding(
        "cda.extension", source: "HL7 CDA R2 §1.4, extensibility", .note, lift: .notApplicable,
        subject: .record(record), at: Place(record: record, path: path, line: tree.line(element)),
        "an element of a namespace that CDA does not know carries text",
        remedy: "its text is searched like any other; nothing else is known of it"))
  }
}
