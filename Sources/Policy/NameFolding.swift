internal import Requests
internal import Values

/// Names as they are compared: lower case, accents off, punctuation and spaces gone.
enum NameFolding {
  static func folded(_ text: String) -> String {
    var out = ""
    for scalar in text.lowercased().unicodeScalars {
      if let plain = accents[scalar] {
        out += plain
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        out.unicodeScalars.append(scalar)
      }
      // Marks that stand alone (NFD), punctuation and white space fall away.
    }
    return out
  }

  static func whole(_ name: PersonName) -> String {
    ([name.family] + name.given).map { $0.reveal(.match) }.joined(separator: " ")
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
}

extension NameFolding {
  /// The folded words of a name.
  static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "-" || $0 == "," || $0 == "^" || $0 == "\u{A0}" }
      .map { folded(String($0)) }.filter { !$0.isEmpty }
  }
}
