internal import Records

/// What a person reads in a record that does not stand in its arena byte for byte: words that a hyphen or a break
/// parts, terms that go on in the next cell, line or page, and what is encoded within a text. Each is searched as
/// the arena is, and what is found counts where it stands.
///
/// It is the one way by which the plan, the search for what follows and the leak check see such text.
struct OtherReadings {
  struct Reading {
    var text: [UInt8]
    /// The runs that it was made from: a find counts in the unit of each.
    var runs: [Int]
    /// Only what reaches over this place is new; nil where all is.
    var joint: Int?
    /// A word may be cut at the joint; otherwise a blank is there.
    var cutsWord = false
    /// Codes may stand in it that are not in the text: an encoding is undone, not a spelling.
    var mayHoldCodes = false

    /// Whether a find says something: two or three letters that meet at a border say nothing.
    func isNew(_ range: Range<Int>) -> Bool {
      guard let joint else { return true }
      return range.lowerBound < joint && range.upperBound > joint && (!cutsWord || range.count >= 5)
    }
  }

  /// No term is longer.
  static let reach = 160

  /// The end of a text, and what it may go on with: nearly always no reader makes anything of both, and then
  /// they need not be joined.
  struct Border {
    var run: Int
    /// In the arena, as the text that follows.
    var head: Range<Int>
    var tail: Range<Int>
    /// No blank is between them.
    var cutsWord: Bool
  }

  /// Every reading of single runs, and of runs that go on in one another.
  ///
  /// - Parameter mayGoOn: whether something that is sought may stand over a border.
  static func forEach(
    _ facts: RecordFacts, _ looks: RunLooks, mayGoOn: (Border) -> Bool, _ body: (Reading) -> Bool
  ) {
    ofRuns(facts, looks, body)
    acrossRuns(facts, mayGoOn) { _ = body($0) }
  }

  /// Readings of each run by itself.
  ///
  /// - Parameter body: tells whether there was anything in a reading: if there was nothing in those of a run, then
  ///   nothing is in those of another run of the same text, and they are not read.
  static func ofRuns(
    _ facts: RecordFacts, _ looks: RunLooks, where isSought: (TextRun) -> Bool = { _ in true },
    _ body: (Reading) -> Bool
  ) {
    var isBarren: Set<Int32> = []
    for number in facts.runs.indices {
      let look = looks[number]
      guard !look.isDisjoint(with: [.encoded, .spelled]) else { continue }
      let run = facts.runs[number]
      let range = run.range.clamped(to: facts.arena.indices)
      guard !range.isEmpty, facts.units.indices.contains(run.unit), isSought(run) else { continue }
      if isBarren.contains(looks.alike(number)) { continue }
      let text = facts.arena[range]
      var isFound = false
      func read(_ text: [UInt8], mayHoldCodes: Bool) {
        let reading = Reading(text: text, runs: [number], joint: nil, mayHoldCodes: mayHoldCodes)
        if body(reading) { isFound = true }
      }
      let isWords =
        switch run.kind {
        case .words: true
        case .value, .socialSecurityNumber: false
        }
      if look.contains(.encoded) {
        for layer in DecodedText.layers(of: text) {
          read(layer, mayHoldCodes: true)
          // Its lines and hyphens are those of any text.
          for reading in WordReadings.all(of: layer[...], areWords: isWords) {
            read(reading, mayHoldCodes: false)
          }
        }
      }
      if look.contains(.spelled) {
        let plain = isWords ? PlainSigns.text(text) : nil
        if let plain { read(plain, mayHoldCodes: true) }
        if isWords {
          for joined in SpacedRows.texts(in: text) {
            for layer in [joined] + DecodedText.layers(of: joined[...]) { read(layer, mayHoldCodes: true) }
          }
        }
        for reading in WordReadings.all(of: plain.map { $0[...] } ?? text, areWords: isWords) {
          read(reading, mayHoldCodes: false)
        }
      }
      if !isFound { isBarren.insert(looks.alike(number)) }
    }
  }

  // MARK: From run to run

  /// The texts of a unit that another one may go on from: the longest, the last, and that which has the same place
  /// among them: the cells of one column, a field of one segment and the next.
  private struct Texts {
    var unit: Int
    var first: Int
    var longest: Int
    var last: Int
    var all: [Int] { longest == last ? [last] : [longest, last] }
  }

  static func acrossRuns(
    _ facts: RecordFacts, _ mayGoOn: (Border) -> Bool, _ body: (Reading) -> Void
  ) {
    let furniture = PageFurniture(facts)
    var before: Texts?
    /// The last one before a page's header or footer.
    var beforePage: Texts?
    var current: Texts?
    var line = 0
    /// The text of the unit before at the place of the one in hand.
    var beside: Int?
    for number in facts.runs.indices {
      let run = facts.runs[number]
      guard run.kind == .words, facts.units.indices.contains(run.unit),
        run.range.clamped(to: facts.arena.indices) == run.range, !run.range.isEmpty,
        isLine(facts.units[run.unit].kind)
      else { continue }
      let own = self.line(of: run.unit, facts)
      if own != line { (before, beforePage, current, beside, line) = (nil, nil, nil, nil, own) }
      if let open = current, open.unit == run.unit {
        // The cells of a row, the components of a field: a word may be cut at their border.
        readOn(facts, from: open.last, to: number, isOneUnit: true, mayGoOn, body)
        current?.last = number
        if run.range.count > facts.runs[open.longest].range.count { current?.longest = number }
      } else {
        if let closed = current {
          if !furniture.contains(closed.unit) { beforePage = closed }
          before = closed
        }
        beside = current?.first
        current = Texts(unit: run.unit, first: number, longest: number, last: number)
      }
      guard let before else { continue }
      if let text = beside {
        if text != before.longest, text != before.last {
          readOn(facts, from: text, to: number, isOneUnit: false, mayGoOn, body)
        }
        beside = next(text, in: before, facts)
      }
      for text in before.all { readOn(facts, from: text, to: number, isOneUnit: false, mayGoOn, body) }
      guard let beforePage, beforePage.unit != before.unit, !furniture.contains(run.unit) else { continue }
      for text in beforePage.all { readOn(facts, from: text, to: number, isOneUnit: false, mayGoOn, body) }
    }
  }

  /// The text of a unit behind another one.
  private static func next(_ text: Int, in unit: Texts, _ facts: RecordFacts) -> Int? {
    guard text < unit.last else { return nil }
    return (text + 1...unit.last).first { number in
      facts.runs[number].kind == .words && facts.runs[number].unit == unit.unit
        && !facts.runs[number].range.isEmpty
    }
  }

  /// Lines of one text stand in units of their own; entries and resources do not go on in the next.
  @inline(__always)
  static func isLine(_ kind: RecordUnit.Kind) -> Bool {
    switch kind {
    case .paragraph, .narrative, .segment, .group: true
    case .record, .header, .section, .entry, .resource, .contained, .message, .attachment, .remark: false
    }
  }

  /// The line of NDJSON that a unit stands on, as the unit of its resource: each is a record of its own, whose text
  /// does not go on in the next one, whichever are read together. 0 in other formats.
  static func line(of unit: Int, _ facts: RecordFacts) -> Int {
    guard facts.format == .fhirNDJSON else { return 0 }
    var at = unit
    while facts.units.indices.contains(at), let parent = facts.units[at].parent, parent > 0, parent < at {
      at = parent
    }
    return at
  }

  /// Runs of one unit are searched with a blank between them already.
  private static func readOn(
    _ facts: RecordFacts, from: Int, to: Int, isOneUnit: Bool, _ mayGoOn: (Border) -> Bool,
    _ body: (Reading) -> Void
  ) {
    var head = facts.runs[from].range.clamped(to: facts.arena.indices).suffix(reach)
    let tail = facts.runs[to].range.clamped(to: facts.arena.indices).prefix(reach)
    if !isOneUnit, mayGoOn(Border(run: from, head: head, tail: tail, cutsWord: false)) {
      body(
        Reading(
          text: Array(facts.arena[head]) + [0x20] + facts.arena[tail], runs: [from, to], joint: head.count))
    }
    head.removeLast(min(PlainSigns.hyphenBytes(endOf: facts.arena[head]), head.count))
    guard let last = head.last, let first = tail.first, WordReadings.isWord(facts.arena[last]),
      WordReadings.isWord(facts.arena[first]),
      mayGoOn(Border(run: from, head: head, tail: tail, cutsWord: true))
    else { return }
    body(
      Reading(
        text: Array(facts.arena[head]) + facts.arena[tail], runs: [from, to], joint: head.count,
        cutsWord: true))
  }
}

/// Headers and footers of pages: short lines that a text repeats, and those that count its pages. What stands
/// before one goes on behind it.
private struct PageFurniture {
  private var units: Set<Int> = []

  init(_ facts: RecordFacts) {
    guard facts.format == .text else { return }
    var seen: [UInt64: Int] = [:]
    for run in facts.runs where run.range.count <= 120 && run.range.upperBound <= facts.arena.count {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      var page = 0
      var countsPages = false
      var letters = 0
      for byte in facts.arena[run.range] {
        let small = byte | 0x20
        guard (0x61...0x7A).contains(small) else {
          if page == 4, CodeText.isDigit(byte) { countsPages = true }
          if byte != 0x20 { page = 0 }
          continue
        }
        letters += 1
        hash = (hash ^ UInt64(small)) &* 0x0000_0100_0000_01B3
        page = Array("page".utf8)[min(page, 3)] == small && page < 4 ? page + 1 : (small == 0x70 ? 1 : 0)
      }
      if countsPages { units.insert(run.unit) }
      guard letters >= 4 else { continue }
      if let first = seen[hash] { units.formUnion([first, run.unit]) } else { seen[hash] = run.unit }
    }
  }

  func contains(_ unit: Int) -> Bool { units.contains(unit) }
}
