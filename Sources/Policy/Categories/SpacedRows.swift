/// base64 or hex with blanks between its letters (`SElW IHBv c2l0 aXZl`), as some programs print it and some mails
/// wrap it: the groups of letters joined again.
enum SpacedRows {
  /// The texts that groups of letters are of.
  static func texts(in text: ArraySlice<UInt8>) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    forEachChain(in: text) { chain in
      for groups in stretches(of: chain) {
        if let read = read(groups, text) { texts.append(read) }
      }
      // Groups of no one length begin at one that is no word.
      var triesLeft = 4
      for start in chain.indices where chain[start].isStrange && triesLeft > 0 {
        let groups = chain[start...]
        guard letters(of: groups) >= LetterRows.long else { break }
        guard LetterRows.mayHoldText(joined(groups.prefix(16), text)[...]) else { continue }
        triesLeft -= 1
        guard let read = read(groups, text) else { continue }
        texts.append(read)
        break
      }
    }
    return texts
  }

  /// Rows of letters that groups of one length are parts of.
  static func rows(in text: ArraySlice<UInt8>) -> [[UInt8]] {
    var rows: [[UInt8]] = []
    forEachChain(in: text) { chain in
      for groups in stretches(of: chain) { rows.append(joined(groups, text)) }
    }
    return rows
  }

  private static func read(_ groups: ArraySlice<Group>, _ text: ArraySlice<UInt8>) -> [UInt8]? {
    let row = joined(groups, text)
    return LetterRows.text(of: row[...])
  }

  private struct Group: Equatable {
    var range: Range<Int>
    /// No word is written so.
    var isStrange: Bool
  }

  /// Groups with nothing but white space between them, of which one at least is no word.
  private static func forEachChain(in text: ArraySlice<UInt8>, _ body: ([Group]) -> Void) {
    var chain: [Group] = []
    var isStrange = false
    var at = text.startIndex
    func close() {
      // Nearly all are words of a sentence.
      if isStrange, chain.count > 1, letters(of: chain[...]) >= LetterRows.long { body(chain) }
      chain.removeAll(keepingCapacity: true)
      isStrange = false
    }
    while at < text.endIndex {
      let end = LetterRows.end(text, at)
      if end > at {
        let group = Group(range: at..<end, isStrange: Self.isStrange(text[at..<end]))
        if group.isStrange { isStrange = true }
        chain.append(group)
        at = end
        continue
      }
      if text[at] > 0x20 || at - (chain.last?.range.upperBound ?? at) >= longestGap { close() }
      at += 1
    }
    close()
  }
  /// A line's end and an indent.
  private static let longestGap = 16

  /// Three groups and more of one length; the last one may be shorter.
  private static func stretches(of chain: [Group]) -> [ArraySlice<Group>] {
    var stretches: [ArraySlice<Group>] = []
    var start = 0
    while start < chain.count {
      let length = chain[start].range.count
      var end = start + 1
      while end < chain.count, chain[end].range.count == length { end += 1 }
      if end - start >= 3 {
        let last = end < chain.count && chain[end].range.count < length ? end + 1 : end
        for groups in [chain[start..<last], chain[start..<end]] where letters(of: groups) >= LetterRows.long {
          if stretches.last != groups { stretches.append(groups) }
        }
      }
      start = end
    }
    return stretches
  }

  private static func letters(of groups: ArraySlice<Group>) -> Int {
    groups.reduce(0) { $0 + $1.range.count }
  }

  private static func joined(_ groups: ArraySlice<Group>, _ text: ArraySlice<UInt8>) -> [UInt8] {
    groups.flatMap { text[$0.range] }
  }

  /// A digit among letters, or a capital behind a small letter.
  private static func isStrange(_ word: ArraySlice<UInt8>) -> Bool {
    var (hasDigit, hasLetter, isSmall) = (false, false, false)
    for byte in word {
      switch byte {
      case 0x30...0x39: (hasDigit, isSmall) = (true, false)
      case 0x41...0x5A:
        if isSmall { return true }
        hasLetter = true
      case 0x61...0x7A: (hasLetter, isSmall) = (true, true)
      default: isSmall = false
      }
    }
    return hasDigit && hasLetter
  }
}
