internal import Values
internal import XML

/// Codes, labels, and the words that name what an entry is about.
extension CDAOutlineReader {
  /// An element with `@code`.
  mutating func readCode(_ node: Int, _ name: CDAName, _ attribute: Int) {
    // The state of an act (`completed`) is CDA's own grammar and no clinical code.
    guard name != .statusCode else { return }
    let range = tree.range(ofAttribute: attribute)
    guard !range.isEmpty else { return }
    let system = tree.attribute(node, .codeSystem).map { systemName(tree.range(ofAttribute: $0)) }
    var display = tree.value(node, .displayName)
    if display == nil, let original = tree.first(node, .originalText) {
      let text = tree.ownText(original)
      if !text.isEmpty { display = text }
    }
    let code = Code(system: system, code: tree.string(range), display: display)
    if isLabel(node, name) {
      outline.units[labelled(node, name)].labels.append(code)
      return
    }
    outline.units[unit].codes.append(code)
  }

  /// Code system names are few and long: made once.
  private mutating func systemName(_ range: Range<Int>) -> String {
    for known in systems where tree.areEqual(known.range, range) { return known.name }
    let name = tree.string(range)
    if systems.count < 32 { systems.append((range, name)) }
    return name
  }

  /// Confidentiality, wherever it stands, and security observations (HL7 DS4P for CDA: `SECCLASSOBS`,
  /// `SECCATOBS`, `SECCONOBS`, `SECINTOBS`).
  private func isLabel(_ node: Int, _ name: CDAName) -> Bool {
    if name == .confidentialityCode || tree.has(node, .codeSystem, "2.16.840.1.113883.5.25") { return true }
    guard name == .value, tree.name(tree.parent(node)) == .observation,
      let code = tree.first(tree.parent(node), .code), let value = tree.bytes(code, .code)
    else { return false }
    return value.starts(with: "SEC".utf8) && value.suffix(3).elementsEqual("OBS".utf8)
  }

  /// The unit that a label is about: the document, the section, or what holds the security observation.
  private func labelled(_ node: Int, _ name: CDAName) -> Int {
    if unit == 1 { return 0 }
    guard name == .value else { return unit }
    var at = outline.units[unit].parent ?? 0
    // The observations of one marking may stand together in an organizer of the privacy templates.
    while at > 0, outline.units[at].kind == .entry,
      let organizer = tree.first(outline.spans[at].nodes.lowerBound, .organizer), isPrivacyMark(organizer)
    {
      at = outline.units[at].parent ?? 0
    }
    return at
  }

  /// A label that has a name and no code; it is believed by its name.
  mutating func readNamedLabel(_ node: Int, _ name: CDAName) {
    guard isLabel(node, name),
      let words = tree.value(node, .displayName)
        ?? tree.first(node, .originalText)
        .map({ tree.ownText($0) }), !words.isEmpty
    else { return }
    let system = tree.attribute(node, .codeSystem).map { systemName(tree.range(ofAttribute: $0)) }
    outline.units[labelled(node, name)].labels.append(
      Code(system: system, code: ConfidentialityName.code(words) ?? words, display: words))
  }

  private func isPrivacyMark(_ organizer: Int) -> Bool {
    tree.all(organizer, .templateId).contains { template in
      guard let root = tree.bytes(template, .root) else { return false }
      return root.starts(with: Array("2.16.840.1.113883.3.445.".utf8))
        || root.starts(with: Array("2.16.840.1.113883.3.3251.1.".utf8))
    }
  }
}
