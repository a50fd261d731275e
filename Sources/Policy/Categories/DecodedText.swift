internal import Records

/// A text as it reads once an encoding that formats leave alone is undone (FAULTS.md D01): base64 (RFC 4648
/// §4, §5; over several lines, with a word right before it; of UTF-8 or UTF-16), hex, percent (RFC 3986 §2.1),
/// quoted-printable (RFC 2045 §6.7), character references and tags of markup, escapes of JSON (RFC 8259 §7) and HL7
/// v2 (v2.5.1 §2.7). nil where there is nothing to undo, which is nearly always.
enum DecodedText {
  /// Layers that are undone one after another.
  static let depth = 3
  /// Shorter runs of letters are words.
  private static let shortest = 12

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
    var block = Block(end: at)
    // Nearly all is no code: what stays is copied only behind something that was undone.
    var copied = at
    while at < text.endIndex {
      if let (bytes, next) = piece(text, at, &block) {
        out.append(contentsOf: text[copied..<at])
        out.append(contentsOf: bytes)
        isChanged = true
        at = next
        copied = next
      } else {
        // A word that is no code is taken whole, so that no part of it is tried again.
        at = max(at + 1, wordEnd(text, at))
      }
    }
    guard isChanged else { return nil }
    out.append(contentsOf: text[copied...])
    return out
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
      if row >= shortest { return true }
    }
    return false
  }

  /// The rows of letters that follow one another line by line, of which the one in hand is one: each of them has
  /// the same end. Base64 may begin in any of them; a few that begin like a text and are none are tried, no more.
  private struct Block {
    var end: Int
    var triesLeft = 4

    /// - Parameter end: where the row in hand ends.
    mutating func reach(_ end: Int, in text: ArraySlice<UInt8>) {
      if end > self.end { self = Block(end: linesEnd(text, end)) }
    }
  }

  private static func piece(
    _ text: ArraySlice<UInt8>, _ at: Int, _ block: inout Block
  ) -> (bytes: [UInt8], next: Int)? {
    switch text[at] {
    case UInt8(ascii: "%"), UInt8(ascii: "="):
      if text[at] == UInt8(ascii: "="), let next = softBreak(text, at) { return ([], next) }
      guard at + 2 < text.endIndex, let high = nibble(text[at + 1]), let low = nibble(text[at + 2]) else {
        return nil
      }
      return ([high << 4 | low], at + 3)
    case UInt8(ascii: "&"): return reference(text, at)
    case UInt8(ascii: "<"): return tag(text, at).map { ([], $0) }
    case UInt8(ascii: "\\"): return EscapedText.piece(text, at)
    default:
      let end = wordEnd(text, at)
      guard end - at >= shortest else { return nil }
      if end - at >= 24 { block.reach(end, in: text) }
      if end - at >= 24, block.end > end, block.triesLeft > 0,
        starts(in: text[at..<end]).contains(where: { mayOpenText(text[at..<end].dropFirst($0)) })
      {
        block.triesLeft -= 1
        if let bytes = data(text[at..<block.end]) { return (bytes, padded(text, block.end)) }
      }
      return data(text[at..<end]).map { ($0, padded(text, end)) }
    }
  }

  /// An ASCII character that a link has as percent and two digits, and the bytes that it takes.
  static func percent(_ bytes: Span<UInt8>, _ at: Int) -> (byte: UInt8, length: Int)? {
    guard at + 2 < bytes.count, let high = nibble(bytes[at + 1]), let low = nibble(bytes[at + 2]), high < 8
    else { return nil }
    return (high << 4 | low, 3)
  }

  // MARK: What hides in it

  /// Whether a text carries data that no search sees into: a document or picture in base64 (RFC 2397, or as it
  /// stands).
  static func hidesData(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= 24 else { return false }
    var at = text.startIndex
    var block = Block(end: at)
    while at < text.endIndex {
      let end = wordEnd(text, at)
      if end - at >= 24 {
        block.reach(end, in: text)
        let word = text[at..<block.end]
        if (0..<4).contains(where: { isDocument(word.dropFirst($0)) }) { return true }
        let isAnnounced = text[..<at].suffix(8).elementsEqual(";base64,".utf8)
        if isAnnounced, data(word) == nil { return true }
      }
      at = max(at + 1, end)
    }
    return false
  }

  private static func isDocument(_ word: ArraySlice<UInt8>) -> Bool {
    documents.contains { word.starts(with: $0) } || isDeflated(word)
  }

  /// How PDF, ZIP, gzip, PNG, GIF, JPEG, TIFF, RTF, bzip2, xz, Zstandard, 7z, OLE and RIFF begin.
  private static let documents: [[UInt8]] = [
    "JVBERi0", "UEsDB", "H4sI", "iVBORw0KGgo", "R0lGODdh", "R0lGODlh", "/9j/4", "SUkqAA", "TU0AKg", "e1xydGY",
    "QlpoO", "/Td6WFo", "KLUv/", "N3q8ryc", "0M8R4KGx", "UklGR",
  ].map { Array($0.utf8) }

  /// zlib's own header (RFC 1950 §2.2: 78 01, 78 5E, 78 9C, 78 DA), in a word that is none of a language.
  private static func isDeflated(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.first == UInt8(ascii: "e") else { return false }
    let head = word.prefix(256)
    guard head.contains(where: CodeText.isDigit), head.contains(where: { (0x41...0x5A).contains($0) }),
      head.contains(where: { (0x61...0x7A).contains($0) })
    else { return false }
    let bytes = base64(word.prefix(4))
    return bytes.count == 3 && bytes[0] == 0x78 && [0x01, 0x5E, 0x9C, 0xDA].contains(bytes[1])
  }

  /// Where base64 ends that goes on over line ends.
  private static func linesEnd(_ text: ArraySlice<UInt8>, _ start: Int) -> Int {
    var end = start
    while true {
      var next = end
      while next < text.endIndex, text[next] == 0x0A || text[next] == 0x0D { next += 1 }
      let more = wordEnd(text, next)
      guard next > end, more > next else { return end }
      end = more
    }
  }

  /// Letters, digits, plus and slash, or hyphen and underscore: the alphabets of base64.
  private static func wordEnd(_ text: ArraySlice<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < text.endIndex, six(text[at]) != nil { at += 1 }
    return at
  }

  private static func padded(_ text: ArraySlice<UInt8>, _ end: Int) -> Int {
    var at = end
    while at < text.endIndex, at < end + 2, text[at] == UInt8(ascii: "=") { at += 1 }
    return at
  }

  private static func softBreak(_ text: ArraySlice<UInt8>, _ at: Int) -> Int? {
    var next = at + 1
    if next < text.endIndex, text[next] == 0x0D { next += 1 }
    if next < text.endIndex, text[next] == 0x0A { next += 1 }
    return next > at + 1 ? next : nil
  }

  /// A tag or comment; a `<` before a number or blank is a sign of comparison.
  private static func tag(_ text: ArraySlice<UInt8>, _ at: Int) -> Int? {
    guard at + 1 < text.endIndex else { return nil }
    let first = text[at + 1]
    guard first == UInt8(ascii: "/") || first == UInt8(ascii: "!") || isLetter(first),
      let close = text[at..<min(text.endIndex, at + 512)].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    return close + 1
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

  /// What the word says if it is hex or base64 of a text.
  private static func data(_ word: ArraySlice<UInt8>) -> [UInt8]? {
    if word.count.isMultiple(of: 2), word.allSatisfy({ nibble($0) != nil }) {
      var bytes: [UInt8] = []
      var high: UInt8?
      for byte in word {
        guard let value = nibble(byte) else { return nil }
        if let first = high {
          bytes.append(first << 4 | value)
          high = nil
        } else {
          high = value
        }
      }
      return readable(bytes)
    }
    // A word may stand right before it.
    for start in starts(in: word)
    where word.count - start >= shortest && mayOpenText(word.dropFirst(start)) {
      let bytes = base64(word.dropFirst(start))
      if start == 0 || bytes.count >= 16, let text = readable(bytes) {
        return Array(word.prefix(start)) + (start > 0 ? [0x20] : []) + text
      }
    }
    return nil
  }

  /// Where base64 may begin in a word: at one of its first letters, or behind a sign that parts words too.
  private static func starts(in word: ArraySlice<UInt8>) -> [Int] {
    var starts = [0, 1, 2, 3]
    for (place, byte) in word.prefix(64).enumerated()
    where place > 3 && starts.count < 8 && (byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")) {
      starts.append(place + 1)
    }
    return starts
  }

  /// Whether base64 may be of a text, told by its first bytes without keeping them: most rows of letters are
  /// identifiers and long words.
  private static func mayOpenText(_ word: ArraySlice<UInt8>) -> Bool {
    opensAsText(word) || opensAsUTF16(word)
  }

  /// With its mark, or with a zero among its first bytes.
  private static func opensAsUTF16(_ word: ArraySlice<UInt8>) -> Bool {
    let head = base64(word.prefix(16))
    return head.contains(0) || head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0xFF, 0xFE])
  }

  private static func opensAsText(_ word: ArraySlice<UInt8>) -> Bool {
    var (bits, filled, tails): (UInt32, Int, Int) = (0, 0, 0)
    for letter in word.prefix(32) {
      guard let value = six(letter) else { continue }
      bits = bits << 6 | UInt32(value)
      filled += 6
      guard filled >= 8 else { continue }
      filled -= 8
      let byte = UInt8(truncatingIfNeeded: bits >> UInt32(filled))
      if tails > 0 {
        guard byte & 0xC0 == 0x80 else { return false }
        tails -= 1
        continue
      }
      switch byte {
      case 0x09, 0x0A, 0x0D, 0x20...0x7E: break
      case 0xC2...0xDF: tails = 1
      case 0xE0...0xEF: tails = 2
      case 0xF0...0xF4: tails = 3
      default: return false
      }
    }
    return true
  }

  private static func base64(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(word.count)
    var (bits, filled): (UInt32, Int) = (0, 0)
    for byte in word {
      guard let value = six(byte) else { continue }
      bits = bits << 6 | UInt32(value)
      filled += 6
      if filled >= 8 {
        filled -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(filled)))
        // What is no text shows it soon.
        if bytes.count == 24, !isText(bytes.dropLast(3)[...], isOpen: true), utf16(bytes) == nil { return [] }
      }
    }
    return bytes
  }

  /// Bytes that are a text, as UTF-8.
  private static func readable(_ bytes: [UInt8]) -> [UInt8]? { isText(bytes) ? bytes : utf16(bytes) }

  /// UTF-16 with its mark, or such that every other byte of most of it is 0, as that of Latin letters is.
  private static func utf16(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= 8 else { return nil }
    let zeros = bytes.indices.reduce(into: [0, 0]) { if bytes[$1] == 0 { $0[$1 & 1] += 1 } }
    let isBig = bytes.starts(with: [0xFE, 0xFF]) || zeros[0] * 4 > bytes.count && zeros[1] * 8 < zeros[0]
    let isLittle = bytes.starts(with: [0xFF, 0xFE]) || zeros[1] * 4 > bytes.count && zeros[0] * 8 < zeros[1]
    guard isBig || isLittle else { return nil }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var at = 0
    while at + 1 < bytes.count {
      let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
      units.append(isBig ? first << 8 | second : second << 8 | first)
      at += 2
    }
    if units.first == 0xFEFF { units.removeFirst() }
    let text = Array(String(decoding: units, as: UTF16.self).utf8)
    return isText(text) ? text : nil
  }

  /// UTF-8 without control characters but those of lines.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    for byte in bytes where byte < 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 || byte == 0x7F {
      return false
    }
    return !bytes.isEmpty && String(validating: bytes, as: UTF8.self) != nil
  }

  /// Of the beginning of a text, which may end within a character.
  private static func isText(_ bytes: ArraySlice<UInt8>, isOpen: Bool) -> Bool {
    var whole = bytes
    while let last = whole.last, last >= 0x80, bytes.count - whole.count < 4 { whole.removeLast() }
    return isText(Array(whole))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func nibble(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func six(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x47
    case 0x30...0x39: byte + 4
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
