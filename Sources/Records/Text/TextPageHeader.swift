internal import Values

/// A page's header that names somebody in columns and without labels: `Quibbler, Otto    1950-01-01    777123`. Whoever
/// is named so is the page's patient; a table of orders that begins with a doctor's name has other dates.
struct TextPageHeader {
  let line: Int
  let unit: Int
  let name: PatientIdentity.Name
  let birthDate: Day
  let number: String

  /// nil unless a line's cells are one name with its comma, one day, one number of five digits and more, and a sex
  /// perhaps.
  init?(_ text: [UInt8], line: Int, unit: Int) {
    guard text.count <= 160, text.contains(UInt8(ascii: ",")) else { return nil }
    let cells = Self.cells(text)
    guard (3...4).contains(cells.count) else { return nil }
    var name: PatientIdentity.Name?
    var day: Day?
    var number: String?
    for cell in cells {
      if cell.count <= 2 || cell.count <= 6 && ["male", "female"].contains(where: { Self.isWord($0, cell) }) {
        continue
      }
      if Self.isDay(cell) {
        guard day == nil, let read = TextDate.read(cell) else { return nil }
        day = read
      } else if cell.contains(UInt8(ascii: ",")) {
        guard name == nil, cell.count <= 60, Self.areNames(cell), let read = TextName.read(cell) else {
          return nil
        }
        name = read
      } else {
        guard number == nil, cell.count(where: Self.isDigit) >= 5, !cell.contains(0x20),
          let read = TextHeader.number(cell)
        else { return nil }
        number = read
      }
    }
    guard let name, let day, let number else { return nil }
    (self.line, self.unit, self.name, birthDate, self.number) = (line, unit, name, day, number)
  }

  /// Parted by tabs, bars or three blanks.
  static func cells(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    var cells: [ArraySlice<UInt8>] = []
    var start = 0
    var blanks = 0
    func close(_ end: Int) {
      let cell = text[start..<end].drop { $0 == 0x20 }
      if let last = cell.lastIndex(where: { $0 != 0x20 }) { cells.append(cell[...last]) }
    }
    for (at, byte) in text.enumerated() {
      blanks = byte == 0x20 ? blanks + 1 : 0
      guard byte == 0x09 || byte == UInt8(ascii: "|") || blanks == 3 else { continue }
      close(at)
      start = at + 1
    }
    close(text.count)
    return cells
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isDay(_ cell: ArraySlice<UInt8>) -> Bool {
    (8...10).contains(cell.count) && cell.allSatisfy { isDigit($0) || (0x2D...0x2F).contains($0) }
      && cell.count(where: { !isDigit($0) }) == 2
  }

  /// Words with a capital, and no signs but those of names.
  private static func areNames(_ cell: ArraySlice<UInt8>) -> Bool {
    var before: UInt8 = 0x20
    for byte in cell {
      let isSmall = (0x61...0x7A).contains(byte)
      let isLetter = isSmall || (0x41...0x5A).contains(byte) || byte >= 0x80
      let isSign = byte == 0x20 || byte == 0x2C || byte == 0x2D || byte == 0x27 || byte == 0x2E
      if !isLetter && !isSign || isSmall && (before == 0x20 || before == 0x2C) { return false }
      before = byte
    }
    return true
  }

  private static func isWord(_ word: String, _ cell: ArraySlice<UInt8>) -> Bool {
    cell.elementsEqual(word.utf8) { $0 | 0x20 == $1 }
  }
}
