/// The outermost element's local name and namespace, by a bounded look that trusts nothing: the XML target
/// parses the whole afterwards.
struct XMLRoot: Equatable {
  var name = ""
  var namespace: String?

  init(name: String, namespace: String?) { (self.name, self.namespace) = (name, namespace) }

  /// An empty name where there is no start tag within the look, or a DOCTYPE before it.
  init(lookingAt text: Span<UInt8>, from start: Int) {
    var at = start
    while at < text.count {
      if Self.isSpace(text[at]) {
        at += 1
      } else if SniffedHead.matches("<?", at: at, in: text) {
        at = Self.end(of: "?>", from: at + 2, in: text)
      } else if SniffedHead.matches("<!--", at: at, in: text) {
        at = Self.end(of: "-->", from: at + 4, in: text)
      } else {
        break
      }
    }
    guard at + 1 < text.count, text[at] == UInt8(ascii: "<"), text[at + 1] != UInt8(ascii: "!") else {
      return
    }
    at += 1
    let qualified = Self.word(&at, in: text)
    let colon = qualified.firstIndex(of: UInt8(ascii: ":"))
    name = String(decoding: colon.map { qualified[($0 + 1)...] } ?? qualified[...], as: UTF8.self)
    let wanted = colon.map { Array("xmlns:".utf8) + qualified[..<$0] } ?? Array("xmlns".utf8)
    while at < text.count {
      while at < text.count, Self.isSpace(text[at]) { at += 1 }
      let attribute = Self.word(&at, in: text)
      while at < text.count, Self.isSpace(text[at]) || text[at] == UInt8(ascii: "=") { at += 1 }
      guard !attribute.isEmpty, at < text.count,
        text[at] == UInt8(ascii: "\"") || text[at] == UInt8(ascii: "'")
      else { return }
      let quote = text[at]
      var value: [UInt8] = []
      at += 1
      while at < text.count, text[at] != quote {
        value.append(text[at])
        at += 1
      }
      at += 1
      if attribute == wanted { namespace = String(decoding: value, as: UTF8.self) }
    }
  }

  private static func word(_ at: inout Int, in text: Span<UInt8>) -> [UInt8] {
    var word: [UInt8] = []
    while at < text.count, !isSpace(text[at]), ![0x3E, 0x2F, 0x3D, 0x3C, 0x22, 0x27].contains(text[at]) {
      word.append(text[at])
      at += 1
    }
    return word
  }

  private static func end(of word: String, from start: Int, in text: Span<UInt8>) -> Int {
    var at = start
    while at < text.count {
      if SniffedHead.matches(word, at: at, in: text) { return at + word.utf8.count }
      at += 1
    }
    return text.count
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
