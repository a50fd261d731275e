internal import JSON

/// When values are true, and when two are equal.
extension FHIRPathEvaluator {
  func isTrue(_ item: Item) -> Bool { truth(item) == true }

  private func truth(_ item: Item) -> Bool? {
    switch item {
    case .truth(let truth): return truth
    case .place(let place):
      switch place.node.map({ document.kind($0) }) {
      case .true: return true
      case .false: return false
      case .object, .array, .string, .number, .null, nil: return nil
      }
    case .text, .number: return nil
    }
  }

  func areEqual(_ a: Item, _ b: Item) -> Bool {
    if let one = truth(a) { return truth(b) == one }
    if let one = number(a) { return number(b) == one }
    if case .text(let text) = b { return isText(a, text) }
    if case .text(let text) = a { return isText(b, text) }
    guard case .place(let one) = a, case .place(let other) = b, let left = one.node, let right = other.node,
      let text = document.text(left)
    else { return false }
    return document.text(right) == text
  }

  private func isText(_ item: Item, _ text: String) -> Bool {
    switch item {
    case .text(let own): Array(own.utf8) == Array(text.utf8)
    case .place(let place): place.node.map { document.isString($0, text) } ?? false
    case .number, .truth: false
    }
  }

  private func number(_ item: Item) -> Double? {
    switch item {
    case .number(let text): return Double(text)
    case .place(let place):
      guard let node = place.node, document.kind(node) == .number else { return nil }
      return Double(String(decoding: document.bytes[document.range(node)], as: UTF8.self))
    case .text, .truth: return nil
    }
  }
}
