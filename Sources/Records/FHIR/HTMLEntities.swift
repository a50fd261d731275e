/// Character references of XHTML (XHTML 1.0, appendix A.2): by number, and by the names that FHIR's
/// narrative allows. A name that is not here stays as it is written.
package enum HTMLEntities {
  /// The scalar that `&…;` stands for, given the bytes between the two; nil when it stands for none.
  package static func scalar(_ range: Range<Int>, in bytes: Span<UInt8>) -> UInt32? {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
    guard bytes[range.lowerBound] == UInt8(ascii: "#") else {
      return table.index(of: range, in: bytes).map { scalars[$0] }
    }
    var at = range.lowerBound + 1
    guard at < range.upperBound else { return nil }
    let isHex = bytes[at] | 0x20 == UInt8(ascii: "x")
    if isHex { at += 1 }
    guard at < range.upperBound else { return nil }
    var value: UInt32 = 0
    while at < range.upperBound {
      guard let digit = digit(bytes[at], isHex: isHex), value <= 0x10FFFF else { return nil }
      value = value * (isHex ? 16 : 10) + digit
      at += 1
    }
    // U+FFFD for what is no character: a NUL must not stand in the arena.
    guard value != 0, value <= 0x10FFFF, !(0xD800..<0xE000).contains(value) else { return 0xFFFD }
    return value
  }

  private static func digit(_ byte: UInt8, isHex: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46 where isHex: UInt32(byte - 0x37)
    case 0x61...0x66 where isHex: UInt32(byte - 0x57)
    default: nil
    }
  }

  private static let table = WordTable(latin1 + others.map(\.0))
  private static let scalars: [UInt32] = (160...255).map { $0 } + others.map(\.1)

  /// U+00A0 to U+00FF in their order.
  private static let latin1: [String] = [
    "nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect", "uml", "copy", "ordf", "laquo",
    "not", "shy", "reg", "macr", "deg", "plusmn", "sup2", "sup3", "acute", "micro", "para", "middot",
    "cedil", "sup1", "ordm", "raquo", "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",
    "Atilde", "Auml", "Aring", "AElig", "Ccedil", "Egrave", "Eacute", "Ecirc", "Euml", "Igrave", "Iacute",
    "Icirc", "Iuml", "ETH", "Ntilde", "Ograve", "Oacute", "Ocirc", "Otilde", "Ouml", "times", "Oslash",
    "Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute", "THORN", "szlig", "agrave", "aacute", "acirc", "atilde",
    "auml", "aring", "aelig", "ccedil", "egrave", "eacute", "ecirc", "euml", "igrave", "iacute", "icirc",
    "iuml", "eth", "ntilde", "ograve", "oacute", "ocirc", "otilde", "ouml", "divide", "oslash", "ugrave",
    "uacute", "ucirc", "uuml", "yacute", "thorn", "yuml",
  ]

  private static let others: [(String, UInt32)] = [
    ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E), ("quot", 0x22), ("apos", 0x27), ("OElig", 0x152),
    ("oelig", 0x153), ("Scaron", 0x160), ("scaron", 0x161), ("Yuml", 0x178), ("fnof", 0x192),
    ("circ", 0x2C6), ("tilde", 0x2DC), ("alpha", 0x3B1), ("beta", 0x3B2), ("gamma", 0x3B3),
    ("delta", 0x3B4), ("mu", 0x3BC), ("ensp", 0x2002), ("emsp", 0x2003), ("thinsp", 0x2009),
    ("zwnj", 0x200C), ("zwj", 0x200D), ("lrm", 0x200E), ("rlm", 0x200F), ("ndash", 0x2013),
    ("mdash", 0x2014), ("lsquo", 0x2018), ("rsquo", 0x2019), ("sbquo", 0x201A), ("ldquo", 0x201C),
    ("rdquo", 0x201D), ("bdquo", 0x201E), ("dagger", 0x2020), ("bull", 0x2022), ("hellip", 0x2026),
    ("permil", 0x2030), ("prime", 0x2032), ("lsaquo", 0x2039), ("rsaquo", 0x203A), ("euro", 0x20AC),
    ("trade", 0x2122), ("larr", 0x2190), ("uarr", 0x2191), ("rarr", 0x2192), ("darr", 0x2193),
    ("minus", 0x2212), ("infin", 0x221E), ("asymp", 0x2248), ("ne", 0x2260), ("le", 0x2264),
    ("ge", 0x2265),
  ]
}
