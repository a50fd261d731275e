/// Numbers of a text that are codes only because the word before them says so: `CPT 99408, 80307`,
/// `RxCUI: 1999667`, `HCPCS code H0020`, `ICD-9 304.00`, `DRG 896`. Any number could be one otherwise.
struct AnnouncedNumbers {
  /// The last one that was taken: a list goes on behind it.
  private var last: (end: Int, system: String)?

  /// The system of a word of a text, as ``Terminology/named(_:)`` knows it, and where its code begins.
  mutating func take(_ word: Range<Int>, in text: ArraySlice<UInt8>) -> (start: Int, system: String)? {
    let bytes = text.span
    let own = word.lowerBound - text.startIndex..<word.upperBound - text.startIndex
    guard let start = Self.codeStart(bytes, own) else { return nil }
    let system: String?
    if let announced = Self.announced(bytes, before: start, from: 0) {
      system = announced
    } else {
      system = last.flatMap { Self.isListed(text[$0.end..<word.lowerBound]) ? $0.system : nil }
    }
    // A letter begins codes of ICD-10 too, which are known without their name.
    guard let system, system != "icd9" || CodeText.isDigit(bytes[start]) else { return nil }
    last = (word.upperBound, system)
    return (text.startIndex + start, system)
  }

  /// Whether a word of a run may be the first of such numbers; its text begins at `first`.
  @inline(__always)
  static func mayBe(_ bytes: Span<UInt8>, _ word: Range<Int>, from first: Int) -> Bool {
    let word = WrittenCodes.trimmed(word, bytes)
    guard let start = codeStart(bytes, word) else { return false }
    return announced(bytes, before: start, from: first) != nil
  }

  // MARK: The form

  /// Where a code begins in a word, which the name of its system may stand right before.
  private static func codeStart(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Int? {
    var start = word.lowerBound
    // One letter is the code's own.
    if word.count >= 6, !CodeText.isDigit(bytes[start + 1]) {
      while start < word.upperBound, !CodeText.isDigit(bytes[start]) { start += 1 }
    }
    return isCode(bytes, start..<word.upperBound) ? start : nil
  }

  /// Three digits to eight, with a dot behind the third one or the letter of a CPT code behind them, or a letter and
  /// four; a modifier may follow.
  private static func isCode(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    var end = word.upperBound
    if word.count == 8, bytes[end - 3] == UInt8(ascii: "-") { end -= 3 }
    guard end - word.lowerBound >= 3, end - word.lowerBound <= 8 else { return false }
    var digits = 0
    for at in word.lowerBound..<end {
      if CodeText.isDigit(bytes[at]) {
        digits += 1
        continue
      }
      let place = at - word.lowerBound
      let isLetter = (0x61...0x7A).contains(bytes[at] | 0x20)
      let isOwn =
        bytes[at] == UInt8(ascii: ".") && place == 3 && at + 1 < end
        || isLetter && (place == 0 || place == 4) && end - word.lowerBound == 5
      if !isOwn { return false }
    }
    return digits >= 3 && digits >= end - word.lowerBound - 1
  }

  // MARK: The word before

  /// The system that the word before a place names; `code` and the like may stand between.
  private static func announced(_ bytes: Span<UInt8>, before place: Int, from first: Int) -> String? {
    var at = place
    for _ in 0..<3 {
      var gap = 0
      while at > first, gap < 4, isSeparator(bytes[at - 1]) { (at, gap) = (at - 1, gap + 1) }
      let end = at
      while at > first, end - at < 10, isOfName(bytes[at - 1]) { at -= 1 }
      // Nearly all words end here: they are longer, or of other letters.
      guard end > at, at == first || !isOfName(bytes[at - 1]), mayEnd(bytes[end - 1]) else { return nil }
      var name: [UInt8] = []
      for index in at..<end where bytes[index] != UInt8(ascii: "-") { name.append(bytes[index] | 0x20) }
      if let system = systems[name] { return system }
      guard fillers.contains(name) else { return nil }
    }
    return nil
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "="), UInt8(ascii: "("), UInt8(ascii: "."),
      UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "["):
      true
    default: false
    }
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || CodeText.isDigit(byte) || byte == UInt8(ascii: "-")
  }

  /// What the names below end with.
  private static func mayEnd(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "t"), UInt8(ascii: "s"), UInt8(ascii: "i"), UInt8(ascii: "m"), UInt8(ascii: "n"),
      UInt8(ascii: "g"), UInt8(ascii: "e"), UInt8(ascii: "r"), UInt8(ascii: "o"), UInt8(ascii: "d"),
      UInt8(ascii: "4"), UInt8(ascii: "9"):
      true
    default: false
    }
  }

  private static let systems: [[UInt8]: String] = {
    let names = [
      "cpt": "cpt", "cpt4": "cpt", "cpts": "cpt", "hcpcs": "hcpcs", "procedure": "cpt", "rxcui": "rxcui",
      "rxcuis": "rxcui", "rxnorm": "rxcui", "rxn": "rxcui", "drg": "drg", "msdrg": "drg", "icd": "icd9",
      "icd9": "icd9", "icd9cm": "icd9",
    ]
    return Dictionary(names.map { (Array($0.utf8), $1) }, uniquingKeysWith: { first, _ in first })
  }()
  private static let fillers = Set(
    ["code", "codes", "no", "nos", "number", "numbers", "id", "ids", "is", "concept", "9"].map {
      Array($0.utf8)
    })

  /// A comma, a slash, an `and` between two numbers of a list.
  private static func isListed(_ between: ArraySlice<UInt8>) -> Bool {
    guard between.count <= 6 else { return false }
    let words = between.filter { $0 > 0x20 }
    switch words.count {
    case 0: return !between.isEmpty
    case 1: return words.first.map { ",;/&+|".utf8.contains($0) } ?? false
    default:
      let letters = words.drop { $0 == UInt8(ascii: ",") }.map { $0 | 0x20 }
      return letters.elementsEqual("and".utf8) || letters.elementsEqual("or".utf8)
    }
  }
}
