/// Attributes that are part of CDA's own grammar. Their values tell of no person as long as they are the
/// words of its vocabulary, and only then are they left out of the arena: a name that someone hid in a
/// `styleCode` is still found (FAULTS.md X08).
enum CDAStructure {
  static func isGrammar(_ name: CDAName, _ value: Span<UInt8>) -> Bool {
    switch name {
    case .classCode, .moodCode, .typeCode, .nullFlavor, .use, .determinerCode, .contextControlCode,
      .contextConductionInd, .inversionInd, .negationInd, .inclusive, .operator, .institutionSpecified,
      .independentInd, .unsorted, .representation, .qualifier:
      isCode(value)
    case .root, .codeSystem, .codeSystemVersion: isOID(value)
    case .border, .width, .align, .valign, .rowspan, .colspan, .cellpadding, .cellspacing, .listType, .rules,
      .frame:
      isMeasure(value)
    default: false
    }
  }

  /// Digits and dots with a dot among them: an OID or a version, never nine digits alone.
  static func isOID(_ value: Span<UInt8>) -> Bool {
    var dots = 0
    for index in value.indices {
      if value[index] == UInt8(ascii: ".") {
        dots += 1
      } else if !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(value[index]) {
        return false
      }
    }
    return dots > 0
  }

  /// `OBS`, `EVN`, `xsi:type="PIVL_TS"`, `true`: a word that CDA itself has. Others are read like any text.
  static func isCode(_ value: Span<UInt8>) -> Bool {
    guard value.count <= 24 else { return false }
    if isBoolean(value) { return true }
    return CDAGrammarCodes.contains(value)
  }

  private static func isBoolean(_ value: Span<UInt8>) -> Bool {
    switch value.count {
    case 4: isWord("true", value)
    case 5: isWord("false", value)
    default: false
    }
  }

  private static func isWord(_ word: String, _ value: Span<UInt8>) -> Bool {
    zip(word.utf8, value.indices).allSatisfy { $0 == value[$1] }
  }

  /// `100%`, `1`, `2.5`; a measure in words (`top`) is read like any other value.
  private static func isMeasure(_ value: Span<UInt8>) -> Bool {
    guard value.count <= 9 else { return false }
    for index in value.indices {
      let byte = value[index]
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      guard isDigit || byte == UInt8(ascii: "%") || byte == UInt8(ascii: ".") else { return false }
    }
    return true
  }
}

extension UInt8 {
  var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
