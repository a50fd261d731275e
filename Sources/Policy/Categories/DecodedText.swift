internal import Records

/// A text as it reads once an encoding that formats leave alone is undone (FAULTS.md D01): base64 (RFC 4648
/// §4, §5; over several lines, with a word right before it; ``DecodedBytes``), hex, percent (RFC 3986 §2.1),
/// quoted-printable (RFC 2045 §6.7), character references and tags of markup (``MarkupTags``), escapes of JSON
/// (RFC 8259 §7) and HL7 v2 (v2.5.1 §2.7), Rich Text Format (``RTFText``). nil where there is nothing to undo, which is nearly always.
enum DecodedText {
  /// Layers that are undone one after another.
  static let depth = 3
  /// All layers, the outermost first.
  static func layers(of text: ArraySlice<UInt8>) -> [[UInt8]] {
    var layers: [[UInt8]] = []
    var text = text
    while layers.count < depth, let decoded = decoded(text) {
      layers.append(decoded)
      text = decoded[...]
    }
    return layers
  }

  static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard mayHoldAny(text) else { return nil }
    var out: [UInt8] = []
    var isChanged = false
    var at = text.startIndex
    var block = LetterRows.Block(end: at)
    var tags = MarkupTags(text)
    // Nearly all is no code: what stays is copied only behind something that was undone.
    var copied = at
    while at < text.endIndex {
      if let (bytes, next) = piece(text, at, &block, &tags) {
        out.append(contentsOf: text[copied..<at])
        out.append(contentsOf: bytes)
        isChanged = true
        at = next
        copied = next
      } else {
        // A word that is no code is taken whole, so that no part of it is tried again.
        at = max(at + 1, LetterRows.end(text, at))
      }
    }
    guard isChanged else { return nil }
    out.append(contentsOf: text[copied...])
    return out + tags.aside
  }

  /// One pass that most texts do not go beyond. It goes by the classes by which ``RunLooks`` looks at a record, so
  /// that what this would undo is never passed over there.
  private static func mayHoldAny(_ text: ArraySlice<UInt8>) -> Bool {
    let classes = ByteClass.table
    var row = 0
    for byte in text {
      let kind = classes[Int(byte)]
      if kind.contains(.opening) { return true }
      row = kind.contains(.base64) ? row + 1 : 0
      if row >= LetterRows.shortest { return true }
    }
    return false
  }

  private static func piece(
    _ text: ArraySlice<UInt8>, _ at: Int, _ block: inout LetterRows.Block, _ tags: inout MarkupTags
  ) -> (bytes: [UInt8], next: Int)? {
    switch text[at] {
    case UInt8(ascii: "%"), UInt8(ascii: "="):
      if text[at] == UInt8(ascii: "="), let next = softBreak(text, at) { return ([], next) }
      guard at + 2 < text.endIndex, let high = LetterRows.nibble(text[at + 1]),
        let low = LetterRows.nibble(text[at + 2])
      else {
        return nil
      }
      return ([high << 4 | low], at + 3)
    case UInt8(ascii: "&"): return reference(text, at)
    case UInt8(ascii: "<"): return tags.piece(text, at).map { (Array($0.bytes), $0.next) }
    case UInt8(ascii: "\\"):
      if RTFText.begins(text, at) { return (RTFText.text(of: text[at...]), text.endIndex) }
      return EscapedText.piece(text, at)
    default:
      let end = LetterRows.end(text, at)
      guard end - at >= LetterRows.shortest else { return nil }
      if end - at >= LetterRows.long {
        block.reach(end, in: text)
        if block.end > end, block.triesLeft > 0, LetterRows.mayHoldText(text[at..<end]) {
          block.triesLeft -= 1
          if let bytes = LetterRows.text(of: text[at..<block.end]) {
            return (bytes, LetterRows.padded(text, block.end))
          }
        }
      }
      return LetterRows.text(of: text[at..<end]).map { ($0, LetterRows.padded(text, end)) }
    }
  }

  /// An ASCII character that a link has as percent and two digits, and the bytes that it takes.
  static func percent(_ bytes: Span<UInt8>, _ at: Int) -> (byte: UInt8, length: Int)? {
    guard at + 2 < bytes.count, let high = LetterRows.nibble(bytes[at + 1]),
      let low = LetterRows.nibble(bytes[at + 2]), high < 8
    else { return nil }
    return (high << 4 | low, 3)
  }

  private static func softBreak(_ text: ArraySlice<UInt8>, _ at: Int) -> Int? {
    var next = at + 1
    if next < text.endIndex, text[next] == 0x0D { next += 1 }
    if next < text.endIndex, text[next] == 0x0A { next += 1 }
    return next > at + 1 ? next : nil
  }

  private static func reference(_ text: ArraySlice<UInt8>, _ at: Int) -> (bytes: [UInt8], next: Int)? {
    let window = text[(at + 1)..<min(text.endIndex, at + 12)]
    guard let close = window.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = text[(at + 1)..<close]
    if name.first == UInt8(ascii: "#") {
      let isHex = name.dropFirst().first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
      let digits = String(decoding: name.dropFirst(isHex ? 2 : 1), as: UTF8.self)
      guard let number = UInt32(digits, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(number) else {
        return nil
      }
      return (Array(String(scalar).utf8), close + 1)
    }
    switch String(decoding: name, as: UTF8.self) {
    case "amp": return ([UInt8(ascii: "&")], close + 1)
    case "lt": return ([UInt8(ascii: "<")], close + 1)
    case "gt": return ([UInt8(ascii: ">")], close + 1)
    case "quot", "apos", "nbsp": return ([0x20], close + 1)
    case "shy", "zwj", "zwnj": return ([], close + 1)
    default:
      let bytes = Array(name)
      return HTMLEntities.scalar(bytes.indices, in: bytes.span).flatMap(Unicode.Scalar.init).map {
        (Array(String($0).utf8), close + 1)
      }
    }
  }
}
