/// The words that a reader sees in a text that writes them otherwise (FAULTS.md H03, H04, D01): parted by a hyphen,
/// a break or an escape, run together, spaced out, with digits for letters.
///
///     Bik- tarvy   Bik\ntarvy   Bik\Z01\tarvy        Biktarvy
///     the same with any hyphen of Unicode, or signs that are wide or unseen
///     Bik*tarvy*   Bik__tarvy__   `Bik`tarvy         Biktarvy
///     HIVPositive   HIVpositive   medBiktarvy1       HIV Positive   HIV positive   med Biktarvy 1
///     H I V   H.I.V.                                 HIV
///     H1V   c0caine                                  HIV   cocaine
///     lines of several columns                       each column down
enum WordReadings {
  /// - Parameter areWords: text for people; of identifiers and codes only capitals within a word are seen.
  static func all(of text: ArraySlice<UInt8>, areWords: Bool) -> [[UInt8]] {
    guard areWords, let plain = PlainSigns.text(text) else { return plainly(text, areWords: areWords) }
    return [plain] + plainly(plain[...], areWords: true)
  }

  private static func plainly(_ text: ArraySlice<UInt8>, areWords: Bool) -> [[UInt8]] {
    let look = Look(text)
    var readings: [[UInt8]] = []
    if look.hasCapitalsWithin || (areWords && look.hasDigitsWithin) {
      for splitsLate in [false, true] {
        if let parted = parted(text, splitsLate: splitsLate), !readings.contains(parted) {
          readings.append(parted)
        }
      }
    }
    guard areWords else { return readings }
    if look.hasHyphen, let joined = joined(text, breaksToo: false) { readings.append(joined) }
    if look.hasBreak, let joined = joined(text, breaksToo: true) { readings.append(joined) }
    if look.hasBreak, look.hasWideGap { readings += columns(text) }
    if look.hasSingles { readings += spaced(text) }
    if look.hasDigitsWithin {
      for one in [UInt8(ascii: "i"), UInt8(ascii: "l")] {
        if let read = lettered(text, one: one), !readings.contains(read) { readings.append(read) }
      }
    }
    return readings
  }

  static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || CodeText.isDigit(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) }
  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  /// What there is to undo, told in one pass: nearly always nothing.
  private struct Look {
    var hasHyphen = false
    var hasBreak = false
    var hasWideGap = false
    var hasCapitalsWithin = false
    var hasDigitsWithin = false
    var hasSingles = false

    init(_ text: ArraySlice<UInt8>) {
      var (previous, length, singles): (UInt8, Int, Int) = (0x20, 0, 0)
      var hasDigit = false
      var hasLetter = false
      var blanks = 0
      func close(_ look: inout Look) {
        if hasDigit, hasLetter, length >= 3 { look.hasDigitsWithin = true }
      }
      for byte in text {
        if isWord(byte) {
          length += 1
          blanks = 0
          if CodeText.isDigit(byte) { hasDigit = true } else { hasLetter = true }
          if isCapital(byte) != isCapital(previous), length > 1, isLetter(byte), isLetter(previous) {
            // A capital that only begins a word tells nothing.
            if isCapital(byte) || length > 2 { hasCapitalsWithin = true }
          }
        } else {
          switch byte {
          case UInt8(ascii: "-"): hasHyphen = true
          case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"):
            if isLetter(previous) { hasHyphen = true }
          case 0x0A, 0x0D, 0x0B, 0x0C, UInt8(ascii: "\\"), UInt8(ascii: "&"): hasBreak = true
          case 0x20: blanks += 1
          default: break
          }
          if byte != 0x20 { blanks = 0 }
          if blanks >= 3 || byte == 0x09 { hasWideGap = true }
          close(&self)
          if length > 0 { singles = length == 1 ? singles + 1 : 0 }
          if singles >= 3 { hasSingles = true }
          (length, hasDigit, hasLetter) = (0, false, false)
        }
        previous = byte
      }
      close(&self)
      if length == 1, singles >= 2 { hasSingles = true }
    }
  }

  /// The bytes of a text with what lies between some words left out; nil where nothing was.
  private static func joined(_ text: ArraySlice<UInt8>, breaksToo: Bool) -> [UInt8]? {
    var out: [UInt8] = []
    var isChanged = false
    var at = text.startIndex
    while at < text.endIndex {
      if let before = out.last, isLetter(before), let next = gap(text, at, breaksToo: breaksToo),
        next < text.endIndex, isLetter(text[next])
      {
        isChanged = true
        at = next
      } else {
        out.append(text[at])
        at += 1
      }
    }
    return isChanged ? out : nil
  }

  /// Where a hyphen with the blanks behind it ends, or a stretch of breaks and escapes; nil where none begins.
  private static func gap(_ text: ArraySlice<UInt8>, _ start: Int, breaksToo: Bool) -> Int? {
    var at = start
    var isGap = false
    // Signs by which Markdown sets off a part of a word.
    while at < text.endIndex, at - start < 4, isMark(text[at]) { at += 1 }
    if at > start { return at }
    while at < text.endIndex, at - start < 160 {
      switch text[at] {
      case UInt8(ascii: "-") where !isGap || breaksToo: isGap = true
      case 0x0A, 0x0D, 0x0B, 0x0C:
        if breaksToo { isGap = true }
      // The border of subcomponents (HL7 v2.5.1 §2.5.3), which stays in a text.
      case UInt8(ascii: "&") where breaksToo && at == start: isGap = true
      case 0x20, 0x09: break
      case UInt8(ascii: "\\") where breaksToo:
        // An escape that stays as it was written (HL7 v2.5.1 §2.7.7, local ones).
        guard let close = text[(at + 1)..<min(text.endIndex, at + 64)].firstIndex(of: UInt8(ascii: "\\")),
          !text[at...close].contains(0x20)
        else { return nil }
        isGap = true
        at = close
      default: return isGap ? at : nil
      }
      at += 1
    }
    return nil
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"): true
    default: false
    }
  }

  /// With a blank where a capital or a number begins another word.
  ///
  /// - Parameter splitsLate: of several capitals in a row the last one ends the word before.
  private static func parted(_ text: ArraySlice<UInt8>, splitsLate: Bool) -> [UInt8]? {
    var out: [UInt8] = []
    var letters = 0
    for index in text.indices {
      let byte = text[index]
      let before: UInt8 = index > text.startIndex ? text[index - 1] : 0x20
      let next: UInt8 = index + 1 < text.endIndex ? text[index + 1] : 0x20
      let isBorder: Bool
      if isCapital(byte) {
        isBorder = isSmall(before) || (!splitsLate && isCapital(before) && isSmall(next))
      } else if isSmall(byte) {
        let hadCapitals = index - 2 >= text.startIndex && isCapital(before) && isCapital(text[index - 2])
        isBorder = splitsLate && hadCapitals || CodeText.isDigit(before) && letters >= 3
      } else {
        isBorder = CodeText.isDigit(byte) && isLetter(before) && letters >= 3
      }
      if isBorder { out.append(0x20) }
      out.append(byte)
      letters = isLetter(byte) ? letters + 1 : CodeText.isDigit(byte) ? letters : 0
    }
    return out.count > text.count ? out : nil
  }

  /// Each column of lines that have several, read down; columns begin at the same place of their lines, or behind
  /// as many tabs.
  private static func columns(_ text: ArraySlice<UInt8>) -> [[UInt8]] {
    var columns: [(start: Int, text: [UInt8], cells: Int)] = []
    func take(_ cell: ArraySlice<UInt8>, _ place: Int) {
      if let known = columns.firstIndex(where: { abs($0.start - place) <= 2 }) {
        columns[known].text += [0x20] + cell
        columns[known].cells += 1
      } else if columns.count < 16 {
        columns.append((place, Array(cell), 1))
      }
    }
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      if line.contains(0x09) {
        // Beyond all places within a line.
        for (number, cell) in line.split(separator: 0x09, omittingEmptySubsequences: false).prefix(16)
          .enumerated()
        where !cell.isEmpty { take(cell, text.count + number * 8) }
        continue
      }
      var at = line.startIndex
      while at < line.endIndex {
        guard line[at] > 0x20 else {
          at += 1
          continue
        }
        var end = at
        var blanks = 0
        while end < line.endIndex, blanks < 3 {
          // Two blanks part cells only where a column is known to begin.
          if blanks == 2, line[end] > 0x20, columns.contains(where: { $0.start == end - line.startIndex }) {
            break
          }
          blanks = line[end] <= 0x20 ? blanks + 1 : 0
          end += 1
        }
        take(line[at..<(end - blanks)], at - line.startIndex)
        at = end
      }
    }
    guard columns.count > 1 else { return [] }
    return columns.filter { $0.cells > 1 }.flatMap { column in
      [column.text] + [joined(column.text[...], breaksToo: false)].compactMap { $0 }
    }
  }

  /// Every word of three to eight letters that single letters in a row can be.
  private static func spaced(_ text: ArraySlice<UInt8>) -> [[UInt8]] {
    var readings: [[UInt8]] = []
    var row: [UInt8] = []
    var (length, gap) = (0, 0)
    func close() {
      guard row.count >= 3 else { return }
      var words: [UInt8] = []
      for start in 0...(row.count - 3) {
        for end in (start + 3)...min(row.count, start + 8) { words += row[start..<end] + [0x20] }
      }
      readings.append(words)
    }
    for byte in text + [0x20, 0x20, 0x20] {
      if isWord(byte) {
        length += 1
        if length == 1 {
          if gap > 2 {
            close()
            row = []
          }
          row.append(byte)
        } else if length == 2 {
          row.removeLast()
          close()
          row = []
        }
        gap = 0
      } else {
        (length, gap) = (0, gap + 1)
      }
    }
    close()
    return readings
  }

  /// With letters for the digits that look like them, in words that have both.
  private static func lettered(_ text: ArraySlice<UInt8>, one: UInt8) -> [UInt8]? {
    var out = Array(text)
    var isChanged = false
    var start = 0
    while start < out.count {
      var end = start
      var (letters, digits) = (0, 0)
      while end < out.count, isWord(out[end]) {
        if CodeText.isDigit(out[end]) { digits += 1 } else { letters += 1 }
        end += 1
      }
      if letters > digits, digits > 0, letters + digits >= 3 {
        for at in start..<end {
          let letter: UInt8? =
            switch out[at] {
            case UInt8(ascii: "0"): UInt8(ascii: "o")
            case UInt8(ascii: "1"): one
            case UInt8(ascii: "3"): UInt8(ascii: "e")
            case UInt8(ascii: "5"): UInt8(ascii: "s")
            default: nil
            }
          if let letter { (out[at], isChanged) = (letter, true) }
        }
      }
      start = max(end, start + 1)
    }
    return isChanged ? out : nil
  }
}
