/// The labels by which a text says whose it is, and when.
enum TextLabel {
  case name, birthDate, number, serviceDay

  /// Every known label of a line with its value, which reaches to the next label, tab, bar or wide gap.
  static func found(in line: [UInt8]) -> [(label: TextLabel, value: ArraySlice<UInt8>)] {
    var hits: [(label: TextLabel, start: Int, value: Int)] = []
    for colon in line.indices where line[colon] == UInt8(ascii: ":") {
      guard hits.count < 16 else { break }
      if let (label, start) = label(before: colon, in: line) { hits.append((label, start, colon + 1)) }
    }
    for (words, label) in bare {
      var from = line.startIndex
      while hits.count < 16, let hit = place(of: words, from: from, in: line) {
        from = hit.upperBound
        if isNumber(hit.upperBound, in: line) { hits.append((label, hit.lowerBound, hit.upperBound)) }
      }
    }
    hits.sort { $0.start < $1.start }
    return hits.enumerated().map { position, hit in
      let end = position + 1 < hits.count ? max(hit.value, hits[position + 1].start) : line.count
      return (hit.label, line[hit.value..<gap(after: hit.value, before: end, in: line)])
    }
  }

  /// Words that mean the patient wherever they stand in a line, and those that do so only at a boundary:
  /// `Provider name:` is somebody else's.
  private static let anywhere: [(String, TextLabel)] = [
    ("patient name", .name), ("patient's name", .name), ("name of patient", .name), ("pt name", .name),
    ("date of birth", .birthDate), ("birth date", .birthDate), ("birthdate", .birthDate), ("dob", .birthDate),
    ("d.o.b.", .birthDate), ("medical record number", .number), ("medical record no", .number),
    ("medical record no.", .number), ("medical record #", .number), ("patient id", .number),
    ("patient number", .number), ("mrn", .number), ("mrn #", .number), ("mr#", .number),
    ("date of service", .serviceDay), ("date of visit", .serviceDay), ("visit date", .serviceDay),
    ("encounter date", .serviceDay), ("service date", .serviceDay), ("admission date", .serviceDay),
    ("date of admission", .serviceDay), ("discharge date", .serviceDay), ("date of discharge", .serviceDay),
  ]
  private static let atBoundary: [(String, TextLabel)] = [
    ("patient", .name), ("pt", .name), ("name", .name), ("date", .serviceDay), ("dos", .serviceDay),
  ]

  /// Labels that page headers write without a colon; a number must follow.
  private static let bare: [(String, TextLabel)] = [
    ("dob", .birthDate), ("d.o.b.", .birthDate), ("mrn", .number), ("mr#", .number),
  ]

  /// Whether a line may hold a label at all: cheap, for every line of a text comes past.
  static func mayStand(in line: [UInt8]) -> Bool {
    let bytes = line.span
    for at in bytes.indices {
      // Each of them begins with a d or an m, as a word of its own.
      let small = bytes[at] | 0x20
      guard small == UInt8(ascii: "d") || small == UInt8(ascii: "m"), at == 0 || !isWord(bytes[at - 1]) else {
        continue
      }
      if bare.contains(where: { start(of: $0.0, endingAt: at + $0.0.utf8.count, in: line) == at }) {
        return true
      }
    }
    return false
  }

  /// Where a label of a person begins that ends here, in a text that goes on around it. Those that count only at
  /// a boundary are left out: a note says `Name:` and `Patient:` of much else. Without a colon it must be one of
  /// those that headers write so, with a number behind it.
  static func ofPerson(endingAt end: Int, in text: [UInt8], from first: Int) -> Int? {
    let isClosed = end < text.count && text[end] == 0x3A
    var words = end
    if isClosed { while words > first, text[words - 1] == 0x20 || text[words - 1] == 0x09 { words -= 1 } }
    for (label, meaning) in isClosed ? anywhere : bare {
      guard meaning != .serviceDay, let start = start(of: label, endingAt: words, in: text), start >= first,
        start == first || !isWord(text[start - 1]), isClosed || isNumber(end, in: text)
      else { continue }
      return start
    }
    return nil
  }

  /// The label of a person that this text is and nothing more, a colon behind it or not.
  static func ofPerson(whole text: [UInt8]) -> TextLabel? {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    let start = text.firstIndex { !isBlank($0) } ?? text.endIndex
    let end = (text.lastIndex { !isBlank($0) && $0 != 0x3A } ?? -1) + 1
    guard start < end else { return nil }
    return anywhere.first { words, meaning in
      meaning != .serviceDay && words.utf8.count == end - start
        && self.start(of: words, endingAt: end, in: text) == start
    }?.1
  }

  private static func place(of words: String, from: Int, in line: [UInt8]) -> Range<Int>? {
    var end = from + words.utf8.count
    while end <= line.count {
      if let start = start(of: words, endingAt: end, in: line), start == 0 || !isWord(line[start - 1]) {
        return start..<end
      }
      end += 1
    }
    return nil
  }

  /// Blanks, then a word with a digit in it.
  private static func isNumber(_ from: Int, in line: [UInt8]) -> Bool {
    var at = from
    while at < line.count, line[at] == 0x20 || line[at] == 0x09 || line[at] == 0x23 { at += 1 }
    guard at > from else { return false }
    while at < line.count, isWord(line[at]) || line[at] == 0x2D {
      if (0x30...0x39).contains(line[at]) { return true }
      at += 1
    }
    return false
  }

  private static func label(before colon: Int, in line: [UInt8]) -> (TextLabel, Int)? {
    var end = colon
    while end > 0, line[end - 1] == 0x20 || line[end - 1] == 0x09 { end -= 1 }
    var best: (TextLabel, Int)?
    for (words, label) in anywhere {
      guard let start = start(of: words, endingAt: end, in: line), start < best?.1 ?? .max,
        start == 0 || !isWord(line[start - 1])
      else { continue }
      best = (label, start)
    }
    if let best { return best }
    for (words, label) in atBoundary {
      if let start = start(of: words, endingAt: end, in: line), isBoundary(start, in: line) {
        return (label, start)
      }
    }
    return nil
  }

  /// Where these words begin if they end there; case aside.
  private static func start(of words: String, endingAt end: Int, in line: [UInt8]) -> Int? {
    let wanted = words.utf8
    guard end >= wanted.count, end <= line.count else { return nil }
    var at = end - wanted.count
    for letter in wanted {
      guard line[at] == letter || (0x41...0x5A).contains(line[at]) && line[at] | 0x20 == letter else {
        return nil
      }
      at += 1
    }
    return end - wanted.count
  }

  /// At the line's start, or after a tab, bar, semicolon, comma or two blanks; bullets aside.
  private static func isBoundary(_ start: Int, in line: [UInt8]) -> Bool {
    var at = start
    while at > 0, [0x2A, 0x2D, 0x23].contains(line[at - 1]) { at -= 1 }
    guard at > 0 else { return true }
    if line[..<at].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x2A || $0 == 0x2D || $0 == 0x23 }) {
      return true
    }
    if [0x09, 0x7C, 0x3B, 0x2C].contains(line[at - 1]) { return true }
    guard line[at - 1] == 0x20, at > 1 else { return false }
    return [0x20, 0x09, 0x7C, 0x3B, 0x2C].contains(line[at - 2])
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      || byte >= 0x80
  }

  /// Where a value ends: a tab, bar or semicolon, or three blanks, once it has begun.
  private static func gap(after start: Int, before end: Int, in line: [UInt8]) -> Int {
    var at = start
    while at < end, line[at] == 0x20 || line[at] == 0x09 { at += 1 }
    var blanks = 0
    while at < end {
      switch line[at] {
      case 0x09, 0x7C, 0x3B: return at
      case 0x20: blanks += 1
      default: blanks = 0
      }
      at += 1
      if blanks == 3 { return at - 3 }
    }
    return end
  }
}
