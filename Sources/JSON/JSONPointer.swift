package import Values

extension JSONDocument {
  /// Where a value is, as an RFC 6901 pointer of words that the caller knows: a name from the packet could
  /// be a person's, so a member whose name is not in `knownKeys` is shown as `{3}`, the third one.
  ///
  /// - Parameter root: where the pointer begins.
  package func pointer(_ node: Int, from root: Int = 0, knownKeys: Set<String>) -> PlainText {
    var text = ""
    var container = root
    descent: while container < node {
      var position = 0
      for child in children(container) {
        guard node < subtreeEnd(child) else {
          position += 1
          continue
        }
        text += "/" + segment(child, position, knownKeys)
        container = child
        continue descent
      }
      break
    }
    return PlainText(ours: text.isEmpty ? "/" : text)
  }

  private func segment(_ child: Int, _ position: Int, _ knownKeys: Set<String>) -> String {
    guard let key = keyText(child) else { return String(position) }
    guard let known = knownKeys.firstIndex(of: String(decoding: key, as: UTF8.self)) else {
      return "{\(position + 1)}"
    }
    return knownKeys[known]
  }
}
