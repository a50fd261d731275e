/// Data within a text that no search sees into: a document or picture, what is compressed or encrypted, in base64
/// (RFC 2397, or as it stands) or hex.
enum HiddenData {
  /// - Parameter areWords: text for people, in which a long row of base64 that is no text is data too; among
  ///   identifiers, addresses and digests only what shows by its first bytes.
  static func isIn(_ text: ArraySlice<UInt8>, areWords: Bool, depth: Int = DecodedText.depth) -> Bool {
    guard text.count >= LetterRows.long else { return false }
    var at = text.startIndex
    var block = LetterRows.Block(end: at)
    while at < text.endIndex {
      let end = LetterRows.end(text, at)
      guard end - at >= LetterRows.long else {
        at = max(at + 1, end)
        continue
      }
      let opensBlock = block.reach(end, in: text)
      let (row, rows) = (text[at..<end], text[at..<block.end])
      if (0..<4).contains(where: { isDocument(rows.dropFirst($0)) }) || isDocumentInHex(row) { return true }
      let isAnnounced = text[..<at].suffix(8).elementsEqual(";base64,".utf8)
      if areWords || isAnnounced, block.triesLeft > 0, LetterRows.mayHoldText(row) {
        block.triesLeft -= 1
        if let inner = LetterRows.text(of: rows) {
          if areWords, isIn(layer: inner[...], depth) { return true }
          at = block.end
          continue
        }
      }
      if isAnnounced { return true }
      at = end
      guard areWords else { continue }
      if let inner = LetterRows.text(of: row) {
        if isIn(layer: inner[...], depth) { return true }
      } else if row.count >= shortestData, isRandom(row), isPadded(text, row) {
        return true
      }
      if opensBlock, block.end > end, isRandom(rows), isWrapped(rows, row.count) || isPadded(text, rows) {
        return true
      }
    }
    return false
  }

  /// More layers than are undone, or data within one.
  private static func isIn(layer: ArraySlice<UInt8>, _ depth: Int) -> Bool {
    if depth > 1 { return isIn(layer, areWords: true, depth: depth - 1) }
    let row = layer[..<LetterRows.end(layer, layer.startIndex)]
    return isRandom(layer) || row.count >= LetterRows.long && LetterRows.text(of: row) != nil
  }

  /// Shorter rows are identifiers.
  private static let shortestData = 40

  // MARK: By the first bytes

  private static func isDocument(_ word: ArraySlice<UInt8>) -> Bool {
    documents.contains { word.starts(with: $0) } || isDeflated(word)
  }

  /// How PDF, ZIP, gzip, PNG, GIF, JPEG, TIFF, RTF, bzip2, xz, Zstandard, 7z, OLE and RIFF begin.
  private static let documents: [[UInt8]] = [
    "JVBERi0", "UEsDB", "H4sI", "iVBORw0KGgo", "R0lGODdh", "R0lGODlh", "/9j/4", "SUkqAA", "TU0AKg", "e1xydGY",
    "QlpoO", "/Td6WFo", "KLUv/", "N3q8ryc", "0M8R4KGx", "UklGR",
  ].map { Array($0.utf8) }

  /// PDF, ZIP, gzip, PNG, GIF, JPEG, RTF, xz and OLE: those of four bytes and more, since digests are hex too.
  private static func isDocumentInHex(_ word: ArraySlice<UInt8>) -> Bool {
    let word = word.starts(with: "0x".utf8) ? word.dropFirst(2) : word
    guard let first = word.first,
      CodeText.isDigit(first) || first | 0x20 == UInt8(ascii: "d")
        || first | 0x20 == UInt8(ascii: "f"), let head = LetterRows.hex(word.prefix(8)), head.count == 4
    else { return false }
    // gzip has its flags in the last one, of which three bits are none (RFC 1952 §2.3.1).
    return hexOpenings.contains(head) || head.starts(with: [0x1F, 0x8B, 8]) && head[3] < 0x20
  }
  private static let hexOpenings: [[UInt8]] = [
    Array("%PDF".utf8), [0x50, 0x4B, 3, 4], [0x89, 0x50, 0x4E, 0x47],
    Array("GIF8".utf8), [0xFF, 0xD8, 0xFF, 0xE0], [0xFF, 0xD8, 0xFF, 0xE1], Array("{\\rt".utf8),
    [0xFD, 0x37, 0x7A, 0x58], [0xD0, 0xCF, 0x11, 0xE0],
  ]

  /// zlib's own header (RFC 1950 §2.2: 78 01, 78 5E, 78 9C, 78 DA), in a word that is none of a language.
  private static func isDeflated(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.first == UInt8(ascii: "e") else { return false }
    let head = word.prefix(256)
    guard head.contains(where: CodeText.isDigit), head.contains(where: { (0x41...0x5A).contains($0) }),
      head.contains(where: { (0x61...0x7A).contains($0) })
    else { return false }
    let bytes = LetterRows.base64(word.prefix(4))
    return bytes.count == 3 && bytes[0] == 0x78 && [0x01, 0x5E, 0x9C, 0xDA].contains(bytes[1])
  }

  // MARK: By its look

  /// Whether letters of the standard alphabet change their kind about as often as chance would have it; paths,
  /// names and words do so less often. Told by the first of them.
  private static func isRandom(_ rows: ArraySlice<UInt8>) -> Bool {
    var (letters, changes): (Int, Int) = (0, 0)
    var (before, seen): (UInt8, UInt8) = (0, 0)
    for byte in rows.prefix(512) {
      let kind: UInt8
      switch byte {
      case 0x41...0x5A: kind = 1
      case 0x61...0x7A: kind = 2
      case 0x30...0x39: kind = 4
      case UInt8(ascii: "+"), UInt8(ascii: "/"): kind = 8
      case 0x0A, 0x0D, UInt8(ascii: "="): continue
      default: return false
      }
      letters += 1
      if kind != before { changes += 1 }
      before = kind
      seen |= kind
    }
    return letters >= shortestData && seen & 7 == 7 && changes * 2 >= letters
  }

  /// As a program wraps it: full lines of one length.
  private static func isWrapped(_ rows: ArraySlice<UInt8>, _ length: Int) -> Bool {
    guard length >= 60 else { return false }
    let second = rows.dropFirst(length).drop { $0 == 0x0A || $0 == 0x0D }
    return second.prefix(while: { $0 != 0x0A && $0 != 0x0D }).count == length
      || second.count < length && second.count > 0
  }

  /// Whole groups of four letters, the last one with its padding, and no bit over (RFC 4648 §3.5).
  private static func isPadded(_ text: ArraySlice<UInt8>, _ rows: ArraySlice<UInt8>) -> Bool {
    let letters = rows.count { $0 != 0x0A && $0 != 0x0D }
    let padding = LetterRows.padded(text, rows.endIndex) - rows.endIndex
    guard let last = rows.last.flatMap(LetterRows.six) else { return false }
    switch letters & 3 {
    case 0: return padding == 0
    case 2: return padding == 2 && last & 0xF == 0
    case 3: return padding == 1 && last & 0x3 == 0
    default: return false
    }
  }
}
