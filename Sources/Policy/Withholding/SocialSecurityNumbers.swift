internal import Records
internal import Values

/// Finds social security numbers: runs that are one by their place, numbers that a record or the request
/// gives as one, and what is written as one (three, two and four digits, or behind a label such as `SSN:`) and could
/// have been issued.
struct SocialSecurityNumbers: Sendable {
  /// A number, and what of it stands in one run.
  struct Found {
    var run: Int
    var range: Range<Int>
    var digits: [UInt8]
  }

  /// Nine digits each.
  private var known: Set<[UInt8]> = []

  mutating func add(_ text: String, system: String?) {
    guard let system, Self.systems.contains(system.lowercased()) else { return }
    let digits = text.utf8.filter(CodeText.isDigit)
    if digits.count == 9 { known.insert(Array(digits)) }
  }

  private static let systems: Set<String> = [
    "2.16.840.1.113883.4.1", "urn:oid:2.16.840.1.113883.4.1", "http://hl7.org/fhir/sid/us-ssn", "ss", "ssn",
  ]

  /// Numbers that stand in the record at the places for them, however they are written.
  mutating func addKnown(from facts: RecordFacts) {
    for identity in facts.identities {
      for number in identity.identifiers { add(number.value.reveal(.redact), system: number.system) }
    }
    for run in facts.runs where Self.isPlaced(run) {
      let range = run.range.clamped(to: facts.arena.indices)
      let digits = facts.arena[range].filter(CodeText.isDigit)
      if digits.count == 9 { known.insert(digits) }
    }
  }

  private static func isPlaced(_ run: TextRun) -> Bool {
    switch run.kind {
    case .socialSecurityNumber: true
    case .words, .value: false
    }
  }

  /// Arena ranges to redact, in order, none overlapping, each within one run.
  func ranges(in facts: RecordFacts, _ looks: RunLooks) -> [Found] {
    var found: [Found] = []
    let span = facts.arena.span
    for (number, run) in facts.runs.enumerated() {
      let range = run.range.clamped(to: span.indices)
      guard !range.isEmpty else { continue }
      if Self.isPlaced(run) {
        found.append(Found(run: number, range: range, digits: facts.arena[range].filter(CodeText.isDigit)))
        continue
      }
      guard looks[number].contains(.number) else { continue }
      for one in numbers(in: span, range) {
        found.append(Found(run: number, range: one.range, digits: one.digits))
      }
    }
    found += overLines(facts, besides: found)
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The units whose text holds a number only as it reads once an encoding or markup in it is undone: what has no
  /// bytes of its own there cannot be cut in its place.
  func hiddenUnits(of facts: RecordFacts, _ looks: RunLooks) -> Set<Int> {
    var units: Set<Int> = []
    // Texts that no encoding hides a number in.
    var barren: Set<Int32> = []
    for (number, run) in facts.runs.enumerated() where looks[number].contains(.encoded) {
      guard facts.units.indices.contains(run.unit), !units.contains(run.unit),
        !barren.contains(looks.alike(number))
      else { continue }
      let range = run.range.clamped(to: facts.arena.indices)
      var plain: [[UInt8]: Int]?
      for layer in DecodedText.layers(of: facts.arena[range]) {
        let seen = plain ?? counts(in: facts.arena.span, range)
        plain = seen
        // A layer repeats what stands there plainly: what it has more often is hidden.
        if counts(in: layer.span, layer.indices).contains(where: { $0.value > seen[$0.key, default: 0] }) {
          units.insert(run.unit)
        }
      }
      if !units.contains(run.unit) { barren.insert(looks.alike(number)) }
    }
    return units
  }

  private func counts(in span: Span<UInt8>, _ range: Range<Int>) -> [[UInt8]: Int] {
    var counts: [[UInt8]: Int] = [:]
    for number in numbers(in: span, range) { counts[number.digits, default: 0] += 1 }
    return counts
  }

  private func numbers(in span: Span<UInt8>, _ range: Range<Int>) -> [(range: Range<Int>, digits: [UInt8])] {
    var found: [(range: Range<Int>, digits: [UInt8])] = []
    var at = range.lowerBound
    while at < range.upperBound {
      guard Self.mayBegin(span, at, range) else {
        at += 1
        continue
      }
      if let reading = Self.read(span, at, range),
        isNumber(reading) || Self.isLabelled(span, at, range, reading)
      {
        found.append((at..<reading.end, reading.digits))
        at = reading.end
      } else {
        at = Self.afterDigits(span, at, range)
      }
    }
    return found
  }

  /// A digit, or a letter that stands for one before a digit.
  private static func mayBegin(_ span: Span<UInt8>, _ at: Int, _ bounds: Range<Int>) -> Bool {
    if CodeText.isDigit(span[at]) || span[at] >= 0x80 { return true }
    return letterDigit(span[at]) != nil && at + 2 < bounds.upperBound
      && (CodeText.isDigit(span[at + 1]) || CodeText.isDigit(span[at + 2]))
  }

  private func isNumber(_ reading: Reading) -> Bool {
    known.contains(reading.digits) || reading.isWritten && Self.couldBeIssued(reading.digits)
  }

  // MARK: Over the end of a line

  /// Numbers that begin at the end of one text and end at the beginning of the next: both pieces.
  private func overLines(_ facts: RecordFacts, besides found: [Found]) -> [Found] {
    var pieces: [Found] = []
    var before: Int?
    for (number, run) in facts.runs.enumerated() {
      guard run.kind == .words, facts.units.indices.contains(run.unit), !run.range.isEmpty,
        run.range.clamped(to: facts.arena.indices) == run.range
      else { continue }
      defer { before = number }
      guard let before,
        OtherReadings.isLine(facts.units[run.unit].kind) || facts.runs[before].unit == run.unit,
        OtherReadings.line(of: run.unit, facts) == OtherReadings.line(of: facts.runs[before].unit, facts)
      else { continue }
      let head = facts.runs[before].range.suffix(64)
      let tail = run.range.prefix(24)
      guard let last = facts.arena[head].last, Self.mayGoOn(last), Self.mayGoOn(facts.arena[tail.lowerBound])
      else { continue }
      let text = Array(facts.arena[head]) + [0x0A] + Array(facts.arena[tail])
      for one in numbers(in: text.span, text.indices)
      where one.range.lowerBound < head.count && one.range.upperBound > head.count + 1 {
        let first = head.lowerBound + one.range.lowerBound..<head.upperBound
        let second = tail.lowerBound..<tail.lowerBound + one.range.upperBound - head.count - 1
        guard !found.contains(where: { $0.range.overlaps(first) || $0.range.overlaps(second) }) else {
          continue
        }
        pieces.append(Found(run: before, range: first, digits: one.digits))
        pieces.append(Found(run: number, range: second, digits: one.digits))
      }
    }
    return pieces
  }

  private static func mayGoOn(_ byte: UInt8) -> Bool { CodeText.isDigit(byte) || byte == UInt8(ascii: "-") }

  // MARK: How one is written

  /// Nine digits in any grouping, right behind words that call them so.
  private static func isLabelled(
    _ span: Span<UInt8>, _ at: Int, _ bounds: Range<Int>, _ reading: Reading
  ) -> Bool {
    guard couldBeIssued(reading.digits) else { return false }
    var letters: [UInt8] = []
    var before = at
    var isSigned = false
    while before > bounds.lowerBound, at - before < 40, letters.count < 24 {
      before -= 1
      if CodeText.isDigit(span[before]) { break }
      let small = span[before] | 0x20
      if (0x61...0x7A).contains(small) {
        letters.append(small)
      } else if letters.isEmpty, span[before] == UInt8(ascii: "#") {
        isSigned = true
      } else if isSigned, letters == Array("ss".utf8) {
        // `SS#`: two letters mean it only so.
        return true
      }
    }
    if isSigned, letters == Array("ss".utf8) { return true }
    return labels.contains { letters.starts(with: $0.reversed()) }
  }

  private static let labels = [
    "ssn", "ssno", "ssnno", "ssnumber", "ssnis", "socialsecurity", "socialsecurityno", "socialsecuritynumber",
    "socialsecuritynumberis", "socsec", "socsecno",
  ].map { Array($0.utf8) }

  /// SSA: the area is not 000, 666 or 900 and above, the group not 00, the serial not 0000.
  private static func couldBeIssued(_ digits: [UInt8]) -> Bool {
    guard digits.count == 9 else { return false }
    let text = digits.map { Int($0) - 0x30 }
    let area = text[0] * 100 + text[1] * 10 + text[2]
    let group = text[3] * 10 + text[4]
    let serial = text[5...].reduce(0) { $0 * 10 + $1 }
    return area != 0 && area != 666 && area < 900 && group != 0 && serial != 0
  }

  private struct Reading {
    var digits: [UInt8]
    var end: Int
    /// Three, two and four digits, parted by the same signs: hyphens, blanks or full stops.
    var isWritten: Bool
  }

  /// Nine digits that begin here at a word's edge and end at one; what is not there (soft hyphen, zero
  /// width) is passed over, full-width digits are digits, and so are letters that look like one among them.
  private static func read(_ span: Span<UInt8>, _ start: Int, _ bounds: Range<Int>) -> Reading? {
    guard isEdge(span, before: start, bounds) else { return nil }
    var digits: [UInt8] = []
    var gaps: [Int] = []
    var points = 0
    var at = start
    var gap = 0
    var letters = 0
    var isStrange = false
    var isBroken = false
    while at < bounds.upperBound, digits.count < 9 {
      let (symbol, length) = symbol(span, at)
      if symbol >= 28, symbol < TextFolding.symbolCount {
        digits.append(symbol - 28 + 0x30)
        gap = 0
      } else if let digit = letterDigit(span[at]) {
        digits.append(digit)
        letters += 1
        gap = 0
      } else if symbol == TextFolding.space, digits.count == 3 || digits.count == 5, gap < 4 {
        if gap == 0 { gaps.append(digits.count) }
        gap += 1
        if span[at] == UInt8(ascii: ".") { points += 1 }
        if span[at] == UInt8(ascii: "/") || span[at] == UInt8(ascii: ",") { isStrange = true }
      } else if (span[at] == 0x0A || span[at] == 0x0D), !digits.isEmpty, gap < 4 {
        // A line's end within a group of digits: only a number that is known is written so.
        gap += 1
        isBroken = true
      } else if symbol != TextFolding.dropped {
        return nil
      }
      at += length
    }
    guard digits.count == 9, letters <= 3, isEdge(span, after: at, bounds) else { return nil }
    let isParted = gaps == [3, 5] && !isStrange && (points == 0 || points == 2)
    guard letters == 0 || isParted else { return nil }
    return Reading(digits: digits, end: at, isWritten: isParted && !isBroken)
  }

  /// Letters that are typed or recognized in the place of a digit.
  private static func letterDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "O"), UInt8(ascii: "o"): UInt8(ascii: "0")
    case UInt8(ascii: "l"), UInt8(ascii: "I"): UInt8(ascii: "1")
    default: nil
    }
  }

  private static func symbol(_ span: Span<UInt8>, _ at: Int) -> (UInt8, Int) {
    // In a link the hyphen may be %2D.
    if span[at] == UInt8(ascii: "%"), let (byte, length) = DecodedText.percent(span, at) {
      return (TextFolding.ascii[Int(byte)], length)
    }
    let symbol = TextFolding.ascii[Int(span[at])]
    guard symbol == TextFolding.wide else { return (symbol, 1) }
    let step = TextFolding.step(span, at: at)
    return (step.first, step.length)
  }

  /// Not in the middle of a word or of a longer number.
  private static func isEdge(_ span: Span<UInt8>, before at: Int, _ bounds: Range<Int>) -> Bool {
    guard at > bounds.lowerBound else { return true }
    if isPart(span[at - 1]) { return false }
    let joins = span[at - 1] == UInt8(ascii: "-") || span[at - 1] == UInt8(ascii: ".")
    return !(joins && at - 2 >= bounds.lowerBound && CodeText.isDigit(span[at - 2]))
  }
  private static func isEdge(_ span: Span<UInt8>, after at: Int, _ bounds: Range<Int>) -> Bool {
    guard at < bounds.upperBound else { return true }
    if isPart(span[at]) { return false }
    let joins = span[at] == UInt8(ascii: "-") || span[at] == UInt8(ascii: ".")
    return !(joins && at + 1 < bounds.upperBound && CodeText.isDigit(span[at + 1]))
  }
  private static func isPart(_ byte: UInt8) -> Bool { TextFolding.isWord(TextFolding.ascii[Int(byte)]) }

  private static func afterDigits(_ span: Span<UInt8>, _ start: Int, _ bounds: Range<Int>) -> Int {
    var at = start + 1
    while at < bounds.upperBound, CodeText.isDigit(span[at]) { at += 1 }
    return at
  }
}
