internal import Values

/// A day as American texts write it: `2001-02-03`, `02/03/2001` (month first), `3 Feb 2001`, `February 3, 2001`,
/// `20010203`. Two-digit years tell nothing sure.
enum TextDate {
  static func read(_ value: ArraySlice<UInt8>) -> Day? {
    var parts = parts(value)
    // A weekday before it.
    if case .word(let word)? = parts.first, month(word) == nil { parts.removeFirst() }
    guard let first = parts.first else { return nil }
    if case .number(let number, 8) = first {
      return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
    guard parts.count >= 3 else { return nil }
    switch (first, parts[1], parts[2]) {
    case (.number(let year, 4), .number(let month, 1...2), .number(let day, 1...2)):
      return Day(year: year, month: month, day: day)
    case (.number(let first, 1...2), .number(let second, 1...2), .number(let year, 4)):
      return Day(year: year, month: first, day: second)
        ?? (first > 12 ? Day(year: year, month: second, day: first) : nil)
    case (.number(let day, 1...2), .word(let word), .number(let year, 4)),
      (.word(let word), .number(let day, 1...2), .number(let year, 4)):
      return month(word).flatMap { Day(year: year, month: $0, day: day) }
    default: return nil
    }
  }

  private enum Part {
    /// With its number of digits.
    case number(Int, Int)
    /// Its first three letters in lower case.
    case word([UInt8])
  }

  /// The first four words and numbers.
  private static func parts(_ value: ArraySlice<UInt8>) -> [Part] {
    var parts: [Part] = []
    var rest = value.prefix(64)
    while parts.count < 4 {
      rest = rest.drop { !isDigit($0) && !isLetter($0) }
      guard let head = rest.first else { break }
      if isDigit(head) {
        let digits = rest.prefix(while: isDigit)
        guard digits.count <= 8 else { break }
        parts.append(.number(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits.count))
        rest = rest.dropFirst(digits.count)
      } else {
        let letters = rest.prefix(while: isLetter)
        parts.append(.word(letters.prefix(3).map { $0 | 0x20 }))
        rest = rest.dropFirst(letters.count)
      }
    }
    return parts
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ].map { Array($0.utf8) }

  private static func month(_ word: [UInt8]) -> Int? { months.firstIndex(of: word).map { $0 + 1 } }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
