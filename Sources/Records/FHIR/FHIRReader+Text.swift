internal import JSON
internal import Values

/// What strings say: text for the arena, labels.
extension FHIRReader {
  mutating func readString(
    _ node: Int, _ element: FHIRElement, within holder: FHIRFrame, _ bytes: Span<UInt8>
  ) throws(PacketError) {
    try refuseNUL(node, bytes)
    switch element.name {
    case .div where holder.isNarrative:
      readMarkup(document.text(node) ?? [], of: node, .markup, unit: holder.unit)
      return
    case .data where holder.isAttachment, .valueBase64Binary where holder.isAttachment:
      readData(node, unit: holder.unit)
      return
    case .data where holder.role == .resource && type(of: holder) == .binary:
      readData(
        node, unit: addUnit(.attachment, node, below: holder.unit, path: "\(path(of: holder.unit))/data"))
      return
    case .implicitRules where holder.role == .resource:
      find(
        "fhir.json.implicitRules", node, holder.unit,
        "the resource follows rules of its own, which we do not know", remedy: "look at it, and decide")
    case .confidentiality where holder.role == .resource:
      if let code = document.string(node) {
        let system = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality"
        contents.facts.units[holder.unit].labels.append(Code(system: system, code: code))
      }
    case .valueCode:
      // A code whose system is told elsewhere, or nowhere (R4, Datatypes: code).
      if let code = document.string(node) {
        contents.facts.units[holder.unit].codes.append(Code(system: nil, code: code))
      }
    default: break
    }
    readDay(node, element, holder, bytes)
    let isValue = !element.traits.isDisjoint(with: [.value, .freeString])
    let isSecret = holder.isSocialSecurity && element.name == .value
    appendRun(node, isSecret ? .socialSecurityNumber : isValue ? .value : .words, unit: holder.unit)
  }

  /// The arena sets runs apart by NUL, and FHIR allows none (R4, Datatypes: string).
  private func refuseNUL(_ node: Int, _ bytes: Span<UInt8>) throws(PacketError) {
    guard document.isEscaped(node) else { return }
    // Only an escape can be one: the parser takes no control character that is not escaped.
    let content = document.content(node)
    var at = content.lowerBound
    while at < content.upperBound {
      guard bytes[at] == UInt8(ascii: "\\") else {
        at &+= 1
        continue
      }
      var cursor = JSONCursor(at..<content.upperBound)
      guard cursor.next(in: bytes) != 0 else {
        throw FHIRProblem.syntax(place(node), "a string holds a NUL")
      }
      at = cursor.offset
    }
  }

  /// A string or a number as a run of its own.
  mutating func appendRun(_ node: Int, _ kind: TextRun.Kind, unit: Int) {
    let start = contents.facts.arena.count
    if document.isEscaped(node) {
      document.appendText(node, to: &contents.facts.arena)
    } else {
      contents.facts.arena.append(contentsOf: document.bytes[document.content(node)])
    }
    closeRun(from: start, kind, unit, FHIRContents.Source(node: UInt32(node), part: 0, wrapping: .none))
  }

  private mutating func closeRun(
    from start: Int, _ kind: TextRun.Kind, _ unit: Int, _ source: FHIRContents.Source
  ) {
    let end = contents.facts.arena.count
    guard end > start else { return }
    contents.facts.arena.append(0)
    contents.facts.runs.append(TextRun(unit: unit, kind: kind, range: start..<end))
    contents.sources.append(source)
  }

  /// The name of a member that is none of FHIR R4's is text like any other: `"hivPositive": true` says all that it has
  /// to say in it (R4, JSON: names are those of elements, an underscore before them).
  mutating func readName(_ node: Int, _ element: FHIRElement, unit: Int) {
    guard let key = document.key(node) else { return }
    let isEscaped = document.keyIsEscaped(node)
    if !isEscaped, element.isListed || R4Names.shared.has(document.bytes[key]) { return }
    let name = isEscaped ? document.keyText(node) ?? [] : Array(document.bytes[key])
    let start = contents.facts.arena.count
    Self.appendWords(of: name, to: &contents.facts.arena)
    closeRun(from: start, .words, unit, FHIRContents.Source(node: UInt32(node), part: 0, wrapping: .name))
  }

  /// The name, and behind it the same with a blank where a capital begins a word: `HIVPositive`, `hivPositive`.
  private static func appendWords(of name: [UInt8], to arena: inout [UInt8]) {
    // The arena sets runs apart by NUL.
    let letters = name.map { $0 == 0 ? 0x20 : $0 }
    func isCapital(_ at: Int) -> Bool { letters.indices.contains(at) && (0x41...0x5A).contains(letters[at]) }
    func isSmall(_ at: Int) -> Bool { letters.indices.contains(at) && (0x61...0x7A).contains(letters[at]) }
    var words: [UInt8] = []
    for (at, letter) in letters.enumerated() {
      if isCapital(at), isSmall(at - 1) || isCapital(at - 1) && isSmall(at + 1) { words.append(0x20) }
      words.append(letter)
    }
    arena.append(contentsOf: letters)
    guard words.count > letters.count else { return }
    arena.append(0x20)
    arena.append(contentsOf: words)
  }

  private mutating func readMarkup(
    _ markup: [UInt8], of node: Int, _ wrapping: FHIRContents.Source.Wrapping, unit: Int
  ) {
    var part: UInt32 = 0
    // Taken out while it grows, so that it is not copied.
    var arena: [UInt8] = []
    swap(&arena, &contents.facts.arena)
    var closed: [(Range<Int>, UInt32)] = []
    MarkupText.read(markup, into: &arena) { out, start in
      if out.count > start {
        closed.append((start..<out.count, part))
        out.append(0)
      }
      part += 1
    }
    swap(&arena, &contents.facts.arena)
    for (range, part) in closed {
      contents.facts.runs.append(TextRun(unit: unit, kind: .words, range: range))
      contents.sources.append(
        FHIRContents.Source(node: UInt32(node), part: part, wrapping: wrapping))
    }
  }

  /// Embedded data: its text when there is text, else the unit is one that we cannot look into.
  private mutating func readData(_ node: Int, unit: Int) {
    let content = Base64Text.look(into: document.text(node) ?? [], depth: limits.decodeDepth)
    switch content {
    case .opaque: contents.facts.units[unit].isKnown = false
    case .markup(let text):
      contents.facts.units[unit].codes += EmbeddedCodes.inMarkup(text)
      readMarkup(text, of: node, .base64, unit: unit)
    case .text(let text):
      guard let codes = EmbeddedCodes.inText(text, limits: limits) else {
        contents.facts.units[unit].isKnown = false
        return
      }
      contents.facts.units[unit].codes += codes
      let start = contents.facts.arena.count
      contents.facts.arena.append(contentsOf: text)
      closeRun(
        from: start, .words, unit, FHIRContents.Source(node: UInt32(node), part: 0, wrapping: .base64))
    }
  }
}
