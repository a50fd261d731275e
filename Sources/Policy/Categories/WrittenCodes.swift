internal import Records

/// Codes that stand in a text rather than in a field for them: `Dx: B20`, `F11.20`, `SNOMED 86406008`.
///
/// Only what can hardly be anything else is one by itself: ICD-10-CM with its dot, SNOMED CT of eight digits
/// and more, LOINC with its check digit, ATC of a drug. A short one wants a word before it that announces a code, or nothing
/// beside it: a value, a cell, a comment that is one code (FAULTS.md H04), or a list of codes (``ListedCodes``).
/// Of plain numbers only those that the name of their system stands before (``AnnouncedNumbers``).
enum WrittenCodes {
  struct Found {
    var range: Range<Int>
    var code: String
    /// As ``Terminology/named(_:)`` knows it.
    var system: String
    /// It is all that the text says.
    var isBare = false
  }

  /// - Parameters:
  ///   - mayBeBare: where a code of three characters may stand alone; a room or a bed does elsewhere.
  ///   - context: of the text's place, for codes in lists (``ListedCodes``).
  static func forEach(
    in text: ArraySlice<UInt8>, mayBeBare: Bool = false, _ context: () -> ListedCodes.Context,
    _ body: (Found) -> Void
  ) {
    if mayBeBare, let found = bare(text) { return body(found) }
    var lists = ListedCodes()
    var numbers = AnnouncedNumbers()
    var at = text.startIndex
    while at < text.endIndex {
      guard isPart(text[at]) else {
        lists.pass(at, in: text)
        at += 1
        continue
      }
      var end = at
      var digits = 0
      while end < text.endIndex, isPart(text[end]) {
        if CodeText.isDigit(text[end]) { digits += 1 }
        end += 1
      }
      let word = text[trimmed(at - text.startIndex..<end - text.startIndex, text.span, at: text.startIndex)]
      lists.passWord()
      if digits >= 3, let (start, system) = numbers.take(word.indices, in: text) {
        let code = start..<word.endIndex
        body(Found(range: code, code: String(decoding: text[code], as: UTF8.self), system: system))
      } else if mayBeCode(
        text.span, word.startIndex - text.startIndex..<word.endIndex - text.startIndex, digits)
      {
        let code = CodeText.plain(String(decoding: word, as: UTF8.self))
        let shapes = Terminology.shaped(like: code)
        if let system = system(of: word, code, shapes, in: text) {
          if code.count > 4, code[3] == UInt8(ascii: ".") { lists.takeDotted(word.indices) }
          let written = String(decoding: word, as: UTF8.self)
          body(Found(range: word.indices, code: written, system: system))
          // A letter and four digits have the look of both.
          if system == "icd10", shapes.contains(.hcpcs) {
            body(Found(range: word.indices, code: written, system: "hcpcs"))
          }
        } else if shapes.contains(.icd10cm), !code.contains(UInt8(ascii: ".")) {
          lists.take(word.indices, in: text)
        }
      }
      at = end
    }
    lists.forEach(in: text, context) { range in
      body(Found(range: range, code: String(decoding: text[range], as: UTF8.self), system: "icd10"))
    }
  }

  /// The one code that a text is.
  private static func bare(_ whole: ArraySlice<UInt8>) -> Found? {
    guard whole.count <= longestBare else { return nil }
    let isPlain = whole.allSatisfy { $0 < 0x80 }
    let text = isPlain ? whole : PlainSigns.code(Array(whole))[...]
    var word = text.drop { !isPart($0) }.prefix(while: isPart)
    // A bullet or the number of an item stands before it.
    let next: UInt8? = word.endIndex < text.endIndex ? text[word.endIndex] : nil
    if !word.contains(where: { (0x61...0x7A).contains($0 | 0x20) }),
      word.last == UInt8(ascii: ".") || word.last == UInt8(ascii: "-") || next == UInt8(ascii: ")")
    {
      word = text[word.endIndex...].drop { !isPart($0) }.prefix(while: isPart)
    }
    let rest = text[word.endIndex...]
    guard (3...8).contains(word.count), !rest.contains(where: { isPart($0) || $0 >= 0x80 }) else {
      return nil
    }
    let code = CodeText.plain(String(decoding: word, as: UTF8.self))
    let shapes = Terminology.shaped(like: code)
    let system =
      shapes.contains(.atc)
      ? "atc" : shapes.contains(.icd10cm) ? "icd10" : shapes.contains(.hcpcs) ? "hcpcs" : nil
    return system.map {
      Found(
        range: isPlain ? word.indices : whole.indices, code: String(decoding: word, as: UTF8.self),
        system: $0,
        isBare: true)
    }
  }
  /// A text that is one code is no longer.
  static let longestBare = 24

  /// Told by the bytes alone: nearly all numbers of a record are dates, doses and identifiers.
  ///
  /// - Parameter word: signs that end it are no part of it.
  static func mayBeCode(_ bytes: Span<UInt8>, _ word: Range<Int>, _ digits: Int) -> Bool {
    let (start, end) = (trimmed(word, bytes).lowerBound, trimmed(word, bytes).upperBound)
    let count = end - start
    guard digits >= 2, count >= 3, count <= 18 else { return false }
    if digits == count {
      // The partition of a SNOMED CT concept, before its check digit: 00 or 10 (SNOMED CT, SCTID).
      return digits >= 6 && bytes[end - 2] == UInt8(ascii: "0")
        && (bytes[end - 3] == UInt8(ascii: "0") || bytes[end - 3] == UInt8(ascii: "1"))
    }
    if bytes[end - 2] == UInt8(ascii: "-") { return digits == count - 1 && count <= 9 }
    return !CodeText.isDigit(bytes[start]) && CodeText.isDigit(bytes[start + 1]) && count <= 8
  }

  /// Without full stops and hyphens behind it, and without a bullet before it.
  static func trimmed(_ word: Range<Int>, _ bytes: Span<UInt8>, at offset: Int = 0) -> Range<Int> {
    var (start, end) = (word.lowerBound, word.upperBound)
    while end > start, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
    if start + 1 < end, bytes[start] == UInt8(ascii: "-"), (0x61...0x7A).contains(bytes[start + 1] | 0x20) {
      start += 1
    }
    return offset + start..<offset + end
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    CodeText.isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-")
  }

  private static func system(
    of word: ArraySlice<UInt8>, _ code: [UInt8], _ shapes: [Terminology], in text: ArraySlice<UInt8>
  ) -> String? {
    if shapes.contains(.snomed) {
      return code.count >= 8 || isAnnounced(word, in: text, by: ["snomed", "sct"]) ? "sct" : nil
    }
    if shapes.contains(.loinc) {
      // 2020-1 may be a month.
      let isYear = code.count == 6 && (code.starts(with: "19".utf8) || code.starts(with: "20".utf8))
      return !isYear || isAnnounced(word, in: text, by: ["loinc"]) ? "loinc" : nil
    }
    if shapes.contains(.atc) { return "atc" }
    if shapes.contains(.icd10cm) {
      // 40.1 degrees are written T40.1, too, and versions V22.1; the code goes on.
      let isDotted = code.count > 4 && code[3] == UInt8(ascii: ".")
      let isOther = code[0] == UInt8(ascii: "T") || code[0] == UInt8(ascii: "V")
      if isDotted, !isOther || code.count >= 6 { return "icd10" }
      if isAnnounced(word, in: text, by: ["icd", "dx", "diagnos", "code"]) || isBracketed(word, in: text) {
        return "icd10"
      }
    }
    return shapes.contains(.hcpcs) && isAnnounced(word, in: text, by: ["hcpcs", "cpt", "code"])
      ? "hcpcs" : nil
  }

  private static func isBracketed(_ word: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) -> Bool {
    guard word.startIndex > text.startIndex, word.endIndex < text.endIndex else { return false }
    switch (text[word.startIndex - 1], text[word.endIndex]) {
    case (UInt8(ascii: "("), UInt8(ascii: ")")), (UInt8(ascii: "["), UInt8(ascii: "]")): return true
    default: return false
    }
  }

  /// Whether one of these words stands in the forty bytes before, in the same paragraph, and none behind it that
  /// says bed or room.
  private static func isAnnounced(
    _ word: ArraySlice<UInt8>, in text: ArraySlice<UInt8>, by names: [StaticString]
  ) -> Bool {
    let before = text[max(text.startIndex, word.startIndex - 40)..<word.startIndex]
    let small = before.map { $0 | 0x20 }
    var last: Int?
    for name in names {
      let wanted = Array(name.description.utf8)
      if let place = small.indices.last(where: { small[$0...].starts(with: wanted) }) {
        last = max(last ?? 0, place)
      }
    }
    guard let last else { return false }
    let between = before.dropFirst(last)
    let isParted = zip(between, between.dropFirst()).contains { $0 == (0x0A, 0x0A) || $0 == (0x0D, 0x0D) }
    return !isParted && !ListWords.namePlace(between)
  }
}
