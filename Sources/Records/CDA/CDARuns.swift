internal import Values
internal import XML

/// Texts and values: from the tree into the arena.
extension CDAOutlineReader {
  /// A run of one piece.
  mutating func emit(
    _ kind: TextRun.Kind, node: Int, attribute: Int?, _ range: Range<Int>, unit owner: Int? = nil
  ) {
    let inner = tree.trimmed(range)
    guard !inner.isEmpty else { return }
    if !outline.arena.isEmpty { outline.arena.append(0) }
    let start = outline.arena.count
    outline.arena.append(contentsOf: tree.xml.text[inner])
    let owner = owner ?? unit
    outline.runs.append(TextRun(unit: owner, kind: kind, range: start..<outline.arena.count))
    if let attribute {
      people.note(attribute: attribute, start..<outline.arena.count)
    } else {
      people.note(text: node, start..<outline.arena.count)
    }
    guard forCut else { return }
    outline.runSources.append(Int32(truncatingIfNeeded: outline.sources.count))
    outline.sources.append(
      CDAOutline.Source(
        arena: start..<outline.arena.count, node: node, attribute: attribute,
        offset: inner.lowerBound - range.lowerBound, unit: owner))
  }

  /// The run of a text that stood in base64, and the codes of what it embeds.
  mutating func emit(_ text: CDAEncodedText) {
    if !outline.arena.isEmpty { outline.arena.append(0) }
    let start = outline.arena.count
    outline.arena.append(contentsOf: text.bytes)
    let range = start..<outline.arena.count
    outline.runs.append(TextRun(unit: unit, kind: .words, range: range))
    guard forCut else { return outline.units[unit].codes += text.codes }
    outline.runSources.append(Int32(truncatingIfNeeded: outline.sources.count))
    outline.decoded.append(CDAOutline.Decoded(arena: range, unit: unit))
  }

  /// Begins a run of several pieces: ``append(node:attribute:_:)`` them, then ``finish(_:unit:)``.
  mutating func begin() {
    if !outline.arena.isEmpty { outline.arena.append(0) }
    pending = outline.arena.count
    pendingSource = outline.sources.count
  }

  mutating func append(node: Int, attribute: Int?, _ range: Range<Int>) {
    var lower = range.lowerBound
    // White space before the first word is not part of the run.
    if outline.arena.count == pending { lower = tree.trimmed(range).lowerBound }
    guard lower < range.upperBound else { return }
    let start = outline.arena.count
    outline.arena.append(contentsOf: tree.xml.text[lower..<range.upperBound])
    if attribute == nil, people.isSought(text: node) { pendingPerson = node }
    guard forCut else { return }
    outline.sources.append(
      CDAOutline.Source(
        arena: start..<outline.arena.count, node: node, attribute: attribute,
        offset: lower - range.lowerBound, unit: unit))
  }

  /// A line break within a run; it comes from no text.
  mutating func appendBreak() {
    if outline.arena.count > pending { outline.arena.append(UInt8(ascii: "\n")) }
  }

  /// - Returns: whether there was any text.
  @discardableResult mutating func finish(_ kind: TextRun.Kind, unit owner: Int) -> Bool {
    while outline.arena.count > pending, outline.arena[outline.arena.count - 1].isXMLSpace {
      outline.arena.removeLast()
    }
    guard outline.arena.count > pending else {
      if !outline.arena.isEmpty { outline.arena.removeLast() }
      return false
    }
    outline.runs.append(TextRun(unit: owner, kind: kind, range: pending..<outline.arena.count))
    if let node = pendingPerson { people.note(text: node, pending..<outline.arena.count) }
    pendingPerson = nil
    if forCut { outline.runSources.append(Int32(truncatingIfNeeded: pendingSource)) }
    return true
  }

  /// Every attribute of an element: to the arena, and to the facts of the unit.
  mutating func readAttributes(_ node: Int, _ name: CDAName) {
    if tree.isStrange(element: node) { readStrangeName(tree.xml.nodes[node].name) }
    let attributes = tree.attributes(node)
    guard !attributes.isEmpty else { return }
    var code: Int?
    var root: Int?
    var ending: Int?
    for attribute in attributes {
      let range = tree.range(ofAttribute: attribute)
      let own = tree.attributeName(attribute)
      if tree.isStrange(attribute) { readStrangeName(tree.xml.attributes[attribute].name) }
      switch own {
      case .code:
        code = attribute
        emit(.value, node: node, attribute: attribute, range)
      case .root: root = attribute
      case .extension: ending = attribute
      case .displayName, .summary, .abbr, .axis:
        emit(.words, node: node, attribute: attribute, range)
      case .ID:
        emit(.value, node: node, attribute: attribute, range)
        noteAnchor(range)
      case .referencedObject:
        emit(.value, node: node, attribute: attribute, range)
        guard forCut else { break }
        for name in tree.xml.text[range].split(whereSeparator: { $0.isXMLSpace }) {
          let target = outline.words.learn(name.span)
          outline.renderings.append(CDAOutline.Pointer(target: target, unit: unit, node: node))
        }
      case .value:
        emit(.value, node: node, attribute: attribute, range)
        readValue(node, name, range)
      default:
        if !tree.isGrammar(attribute) { emit(.value, node: node, attribute: attribute, range) }
      }
    }
    if !forCut {
      if let code { readCode(node, name, code) } else { readNamedLabel(node, name) }
    }
    if root != nil || ending != nil { readIdentifier(node, name, root: root, ending: ending) }
  }

  /// `id`: an extension under the root of the Social Security Administration is such a number however it is
  /// written; a root alone is the identifier itself.
  private mutating func readIdentifier(_ node: Int, _ name: CDAName, root: Int?, ending: Int?) {
    if let ending, name != .typeId || !tree.equals(tree.range(ofAttribute: ending), "POCD_HD000040") {
      let isSSN = root.map { tree.equals(tree.range(ofAttribute: $0), "2.16.840.1.113883.4.1") } ?? false
      emit(
        isSSN ? .socialSecurityNumber : .value, node: node, attribute: ending, tree.range(ofAttribute: ending)
      )
    }
    if let root {
      let range = tree.range(ofAttribute: root)
      let isIdentifier = ending == nil && name != .templateId && name != .typeId
      if isIdentifier || !tree.isOID(range) { emit(.value, node: node, attribute: root, range) }
    }
    if forCut, name == .id { noteInstance(node, root: root, ending: ending) }
  }

  private mutating func noteAnchor(_ range: Range<Int>) {
    guard forCut else { return }
    let isNarrative = outline.units[unit].kind == .narrative || outline.units[unit].kind == .paragraph
    let text = tree.xml.text
    let name = outline.words.learn(text.span.extracting(range))
    outline.anchors.append(CDAOutline.Anchor(name: name, unit: unit, isNarrative: isNarrative))
  }

  private mutating func noteInstance(_ node: Int, root: Int?, ending: Int?) {
    let isStatement: Bool
    switch tree.name(tree.parent(node)) {
    case .act, .observation, .procedure, .encounter, .supply, .substanceAdministration, .organizer,
      .observationMedia:
      isStatement = true
    case .externalAct, .externalObservation, .externalProcedure, .externalDocument, .serviceEvent,
      .encompassingEncounter:
      isStatement = false
    default: return
    }
    guard tree.attribute(node, .nullFlavor) == nil, root != nil else { return }
    identifier.removeAll(keepingCapacity: true)
    for attribute in [root, ending] {
      if let attribute { identifier.append(contentsOf: tree.xml.text[tree.range(ofAttribute: attribute)]) }
      identifier.append(0)
    }
    let word = identifier
    let pointer = CDAOutline.Pointer(target: outline.words.learn(word.span), unit: unit, node: node)
    if isStatement { outline.instances.append(pointer) } else { outline.mentions.append(pointer) }
  }

  /// `@value`: a day of service, or a pointer into the narrative.
  private mutating func readValue(_ node: Int, _ name: CDAName, _ range: Range<Int>) {
    switch name {
    case .effectiveTime: if !forCut { addDays(range) }
    case .low, .high, .center:
      guard !forCut, tree.name(tree.parent(node)) == .effectiveTime else { break }
      addDays(range)
      if name == .high { joinInterval(endingAt: node, range) }
    case .reference:
      guard forCut, range.count > 1, tree.xml.text[range.lowerBound] == UInt8(ascii: "#") else { return }
      let text = tree.xml.text
      let target = outline.words.learn(text.span.extracting(range.lowerBound + 1..<range.upperBound))
      outline.references.append(CDAOutline.Pointer(target: target, unit: unit, node: node))
    default: break
    }
  }

  private mutating func addDays(_ range: Range<Int>) {
    guard let days = CDATime.days(tree.xml.text[range]), !days.isFiller else { return }
    outline.units[unit].days.append(days)
  }

  /// The beginning and the end of one interval are one span (IVL_TS): what was taken from 2019 to 2025 was taken in
  /// 2022 too.
  private mutating func joinInterval(endingAt node: Int, _ range: Range<Int>) {
    let found = outline.units[unit].days
    guard found.count >= 2, let end = CDATime.days(tree.xml.text[range]),
      let low = tree.first(tree.parent(node), .low).flatMap({ tree.bytes($0, .value) }),
      let start = CDATime.days(low), found.suffix(2).elementsEqual([start, end])
    else { return }
    outline.units[unit].days.removeLast(2)
    outline.units[unit].days.append(Day.span(start, end))
  }
}
