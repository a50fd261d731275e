/// The known word that a misspelt one most probably means.
package enum Nearest {
  /// nil when nothing is near: more than a third of the letters differ.
  package static func word(to text: String, of known: some Sequence<String>) -> String? {
    let wanted = Array(text.lowercased().utf8.prefix(64))
    var best: (word: String, distance: Int)?
    for word in known {
      let distance = distance(wanted, Array(word.lowercased().utf8.prefix(64)))
      if distance <= max(2, wanted.count / 3), distance < best?.distance ?? .max { best = (word, distance) }
    }
    return best?.word
  }

  /// Levenshtein's distance: single letters added, dropped or changed.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let next = min(row[j + 1] + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }
}
