internal import Values

/// What a value's text must be.
enum FieldText {
  /// The text unchanged, if it says something and XML can hold it.
  static func checked(_ text: String) throws(Unfit) -> String {
    let isBlank = text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard !isBlank else { throw Unfit("the value is empty", remedy: "leave out what is not known") }
    return try holdable(text)
  }

  /// The text unchanged, if XML 1.0 (§2.2) can hold it, so that both forms hold the same.
  static func holdable(_ text: String) throws(Unfit) -> String {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: break
      case 0..<0x20, 0xFFFE, 0xFFFF:
        throw Unfit("a text holds a control character", remedy: "take it out: XML cannot hold it")
      default: break
      }
    }
    return text
  }

  /// The word of ours that this text is, byte for byte.
  static func word(_ text: String, of words: [String]) throws(Unfit) -> String {
    for word in words where word.utf8.elementsEqual(text.utf8) { return word }
    throw unknownWord(text, of: words)
  }

  /// Names the nearest word of ours, never the text itself.
  static func unknownWord(_ text: String, of words: [String]) -> Unfit {
    let known = PlainText(ours: words.joined(separator: ", "))
    guard let near = Nearest.word(to: text, of: words) else {
      return Unfit("not one of the words for this", remedy: "write one of: \(known)")
    }
    return Unfit(
      "not one of the words for this (nearest: \(PlainText(ours: near)))", remedy: "write one of: \(known)")
  }

  /// A whole number in ASCII digits; nil for anything else, a needless leading zero too.
  static func number(_ text: String, digits: ClosedRange<Int>, mayPad: Bool = false) -> Int? {
    let bytes = Array(text.utf8)
    guard digits.contains(bytes.count), mayPad || bytes.count == 1 || bytes.first != UInt8(ascii: "0") else {
      return nil
    }
    var value = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
