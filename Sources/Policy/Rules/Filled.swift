internal import Values

extension Sensitive where Value == String {
  /// Something is written there: a letter or a digit, and not one of the words for a blank.
  var isFilled: Bool {
    reveal(.match) { text in
      let folded = NameFolding.folded(text)
      return !folded.isEmpty && !blanks.contains(folded)
    }
  }
}

extension Sensitive<String>? {
  var isFilled: Bool { self.map(\.isFilled) ?? false }
}

/// What desks and forms write into a field that they leave blank, folded.
private let blanks: Set<String> = [
  "na", "none", "nil", "null", "unknown", "tbd", "blank", "notgiven", "x", "xx", "xxx",
]
