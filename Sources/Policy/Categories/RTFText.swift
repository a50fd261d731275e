internal import Records

/// What a reader sees of Rich Text Format (RTF 1.9.1) that stands within a text: many systems send notes so in HL7 v2.
/// Its words may be cut by control words (`Bik\b tarvy`) and its letters be written as numbers (`\'42`, `\u66?`).
enum RTFText {
  /// Whether the backslash at a place opens a document.
  static func begins(_ text: ArraySlice<UInt8>, _ at: Int) -> Bool {
    at > text.startIndex && text[at - 1] == UInt8(ascii: "{")
      && text[(at + 1)...].prefix(3).elementsEqual("rtf".utf8)
  }

  /// The text from there on. What only programs read (`{\*…}`) stands behind it.
  static func text(of rtf: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var aside: [UInt8] = []
    var depth = 0
    var asideDepth: Int?
    func put(_ bytes: some Sequence<UInt8>) {
      if asideDepth == nil { out += bytes } else { aside += bytes }
    }
    var at = rtf.startIndex
    while at < rtf.endIndex {
      let byte = rtf[at]
      switch byte {
      case UInt8(ascii: "{"):
        depth += 1
        at += 1
        guard asideDepth == nil, rtf[at...].prefix(2).elementsEqual("\\*".utf8) else { continue }
        asideDepth = depth
        aside.append(0x0A)
      case UInt8(ascii: "}"):
        if asideDepth == depth { asideDepth = nil }
        depth -= 1
        at += 1
      case UInt8(ascii: "\\"):
        let (bytes, next) = control(rtf, at)
        put(bytes)
        at = next
      case 0x0A, 0x0D: at += 1
      default:
        put(CollectionOfOne(byte))
        at += 1
      }
    }
    return out + aside
  }

  /// What stands for a control word or symbol, and where the text goes on.
  private static func control(_ rtf: ArraySlice<UInt8>, _ start: Int) -> (bytes: [UInt8], next: Int) {
    var at = start + 1
    guard at < rtf.endIndex else { return ([], at) }
    guard isLetter(rtf[at]) else { return symbol(rtf, at) }
    while at < rtf.endIndex, isLetter(rtf[at]), at - start < 33 { at += 1 }
    let word = rtf[(start + 1)..<at]
    let isNegative = at < rtf.endIndex && rtf[at] == UInt8(ascii: "-")
    if isNegative { at += 1 }
    var number: UInt32 = 0
    var digits = 0
    while at < rtf.endIndex, CodeText.isDigit(rtf[at]), digits < 8 {
      number = number * 10 + UInt32(rtf[at] - 0x30)
      (at, digits) = (at + 1, digits + 1)
    }
    if at < rtf.endIndex, rtf[at] == 0x20 { at += 1 }
    switch String(decoding: word, as: UTF8.self) {
    case "par", "line", "page", "sect", "row": return ([0x0A], at)
    case "tab", "cell", "emspace", "enspace": return ([0x20], at)
    case "u" where digits > 0:
      let value = isNegative ? 0x10000 &- number : number
      let bytes = Unicode.Scalar(value).map { Array(String($0).utf8) } ?? [0x20]
      return (bytes, substitute(rtf, at))
    default: return ([], at)
    }
  }

  /// Behind what stands there for readers that know no Unicode.
  private static func substitute(_ rtf: ArraySlice<UInt8>, _ at: Int) -> Int {
    guard at < rtf.endIndex else { return at }
    switch rtf[at] {
    case UInt8(ascii: "\\"):
      return rtf[(at + 1)...].first == UInt8(ascii: "'") ? min(at + 4, rtf.endIndex) : at
    case UInt8(ascii: "{"), UInt8(ascii: "}"): return at
    default: return at + 1
    }
  }

  private static func symbol(_ rtf: ArraySlice<UInt8>, _ at: Int) -> (bytes: [UInt8], next: Int) {
    switch rtf[at] {
    case UInt8(ascii: "'"):
      guard at + 2 < rtf.endIndex, let high = LetterRows.nibble(rtf[at + 1]),
        let low = LetterRows.nibble(rtf[at + 2])
      else { return ([], at + 1) }
      var bytes: [UInt8] = []
      Windows1252.append(high << 4 | low, to: &bytes)
      return (bytes, at + 3)
    case UInt8(ascii: "~"): return ([0x20], at + 1)
    case UInt8(ascii: "_"): return ([0x2D], at + 1)
    case 0x0A, 0x0D: return ([0x0A], at + 1)
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"): return ([rtf[at]], at + 1)
    default: return ([], at + 1)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
