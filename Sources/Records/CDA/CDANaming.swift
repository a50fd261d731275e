internal import XML

/// The elements by which a reader would know what a unit is about: names of its act, its coded or written value,
/// its drug, its allergen. Route, site, state, place and people are in the narrative of everything.
extension CDAOutlineReader {
  mutating func noteNaming(_ node: Int, _ name: CDAName) {
    switch name {
    case .code:
      let parent = tree.parent(node)
      switch tree.name(parent) {
      case .act, .observation, .procedure, .encounter, .supply, .substanceAdministration, .organizer,
        .observationMedia, .manufacturedMaterial, .playingDevice:
        break
      case .playingEntity: if tree.isPlace(parent) { return }
      default: return
      }
      if tree.isAspect(node) { return }
      named = node..<tree.end(node)
    case .value:
      let parent = tree.parent(node)
      guard tree.name(parent) == .observation, tree.first(parent, .code).map({ !tree.isAspect($0) }) ?? true
      else { return }
      named = node..<tree.end(node)
    case .name:
      let parent = tree.parent(node)
      guard
        tree.name(parent) == .manufacturedMaterial
          || (tree.name(parent) == .playingEntity && !tree.isPlace(parent))
      else { return }
    case .translation: guard named.contains(node) else { return }
    default: return
    }
    outline.namings.append(CDAOutline.Naming(node: node, unit: unit))
  }
}

extension CDATree {
  /// The words by which narrative may show what an element names.
  func terms(naming node: Int) -> [CDATerm] {
    var texts: [[UInt8]] = []
    if name(node) == .value || name(node) == .name { texts.append(Array(ownText(node).utf8)) }
    if let display = bytes(node, .displayName) { texts.append(Array(display)) }
    if let original = first(node, .originalText) { texts.append(Array(ownText(original).utf8)) }
    return texts.flatMap { CDATerm.all($0) }
  }

  /// The code of what an element names; nil for one that says nothing of it.
  func subject(naming node: Int) -> [UInt8]? {
    guard let code = bytes(node, .code).map({ Array($0) }), !CDATerm.emptyCodes.contains(code) else {
      return nil
    }
    return code
  }

  fileprivate func isAspect(_ code: Int) -> Bool {
    guard let attribute = attribute(code, .code) else { return false }
    let range = range(ofAttribute: attribute)
    return CDATerm.aspectCodes.contains { equals(range, $0) }
  }

  /// Places and people play parts in many entries: a clinic's name is no subject.
  fileprivate func isPlace(_ entity: Int) -> Bool {
    has(entity, .classCode, "PLC") || has(entity, .classCode, "PSN") || has(entity, .classCode, "ORG")
  }
}
