/// The beginning of a record, narrowed to single bytes: UTF-16 loses its zero bytes, so that one look serves all
/// encodings.
struct SniffedHead {
  /// How far is looked: enough for a prolog with comments.
  private static let most = 1 << 16
  let text: [UInt8]
  /// Where the text begins after a byte order mark and white space.
  let start: Int
  /// By magic numbers, where the bytes could pass as something else.
  let isKnownBinary: Bool

  var first: UInt8? { start < text.count ? text[start] : nil }

  init(_ bytes: Span<UInt8>) {
    var text: [UInt8] = []
    let end = min(bytes.count, Self.most)
    var at = 0
    switch Self.width(bytes) {
    case .one(let skip):
      at = skip
      while at < end {
        text.append(bytes[at])
        at += 1
      }
    case .two(let skip, let high):
      at = skip
      while at + 1 < end {
        text.append(bytes[at + high] == 0 ? bytes[at + 1 - high] : 0xFF)
        at += 2
      }
    case .four:
      (self.text, start, isKnownBinary) = ([], 0, true)
      return
    }
    let start = text.firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D } ?? text.count
    (self.text, self.start) = (text, start)
    let magic = ["%pdf-", "{\\rtf", "%!ps", "pk\u{3}\u{4}"]
    isKnownBinary = magic.contains { Self.matches($0, at: start, in: text.span) }
  }

  /// A PDF may begin within the first kilobyte (ISO 32000-1, annex H.3.4.1).
  var holdsPDF: Bool {
    (0..<min(1024, text.count)).contains { Self.matches("%pdf-", at: $0, in: text.span) }
  }

  private enum Width {
    case one(skip: Int)
    case two(skip: Int, high: Int)
    case four
  }

  private static func width(_ bytes: Span<UInt8>) -> Width {
    guard bytes.count >= 4 else { return .one(skip: 0) }
    switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
    case (0xFF, 0xFE, 0, 0), (0, 0, 0xFE, 0xFF), (0x3C, 0, 0, 0), (0, 0, 0, 0x3C): return .four
    case (0xEF, 0xBB, 0xBF, _): return .one(skip: 3)
    case (0xFF, 0xFE, _, _): return .two(skip: 2, high: 1)
    case (0xFE, 0xFF, _, _): return .two(skip: 2, high: 0)
    case (0x3C, 0, _, 0): return .two(skip: 0, high: 1)
    case (0, 0x3C, 0, _): return .two(skip: 0, high: 0)
    default: return .one(skip: 0)
    }
  }

  /// Whether these small letters stand there, in either case.
  static func matches(_ word: String, at start: Int, in text: Span<UInt8>) -> Bool {
    let wanted = word.utf8
    guard start >= 0, start + wanted.count <= text.count else { return false }
    var at = start
    for letter in wanted {
      guard text[at] == letter || (0x41...0x5A).contains(text[at]) && text[at] | 0x20 == letter else {
        return false
      }
      at += 1
    }
    return true
  }
}
