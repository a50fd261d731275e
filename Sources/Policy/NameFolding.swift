internal import Requests
internal import Values

/// Names as they are compared: lower case, accents off, punctuation and spaces gone.
enum NameFolding {
  static func folded(_ text: String) -> String { spelled(text, with: accents) }

  /// As `folded`, with the two letters that some countries write for a marked one: Müller is Mueller.
  static func expanded(_ text: String) -> String {
    spelled(text, with: accents.merging(digraphs) { _, two in two })
  }

  /// The ways in which a form writes a whole name: with all given names or the first, family name last or
  /// first.
  static func spellings(_ name: PersonName) -> [String] {
    let family = name.family.reveal(.match)
    let given = name.given.map { $0.reveal(.match) }
    guard let first = given.first else { return [family] }
    return [given.joined(separator: " "), first].flatMap { ["\($0) \(family)", "\(family) \($0)"] }
  }

  static func pieces(_ text: String) -> [String] {
    text.unicodeScalars
      .split { $0.properties.isWhitespace || separators.contains($0) }
      .map { String(String.UnicodeScalarView($0)) }
  }

  private static let separators: Set<Unicode.Scalar> = [
    "-", ",", "^", "&", "/", "~", "\u{2010}", "\u{2011}", "\u{2013}",
  ]

  private static func spelled(_ text: String, with letters: [Unicode.Scalar: String]) -> String {
    var out = ""
    for scalar in text.lowercased().unicodeScalars {
      if let plain = letters[scalar] {
        out += plain
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        out.unicodeScalars.append(scalar)
      }
      // Marks that stand alone (NFD), punctuation and white space fall away.
    }
    return out
  }

  /// Latin letters with marks, to what they are without (Latin-1 and Latin Extended-A).
  private static let accents: [Unicode.Scalar: String] = {
    let groups: [(String, String)] = [
      ("a", "àáâãäåāăą"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"),
      ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŋ"),
      ("o", "òóôõöøōŏő"), ("oe", "œ"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"), ("t", "ţťŧț"),
      ("th", "þ"), ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
    ]
    var map: [Unicode.Scalar: String] = [:]
    for (plain, marked) in groups {
      for scalar in marked.unicodeScalars { map[scalar] = plain }
    }
    return map
  }()

  private static let digraphs: [Unicode.Scalar: String] = [
    "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa",
  ]
}
