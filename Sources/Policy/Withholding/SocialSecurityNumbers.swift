internal import Records
internal import Values

/// Finds social security numbers: runs that are one by their place, numbers that a record or the request
/// gives as one, and what is written as one (ddd-dd-dddd, or behind a label such as `SSN:`) and could have been
/// issued.
struct SocialSecurityNumbers: Sendable {
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
  func ranges(in facts: RecordFacts) -> [(run: Int, range: Range<Int>, digits: [UInt8])] {
    var found: [(run: Int, range: Range<Int>, digits: [UInt8])] = []
    let span = facts.arena.span
    for (number, run) in facts.runs.enumerated() {
      let range = run.range.clamped(to: span.indices)
      guard !range.isEmpty else { continue }
      if Self.isPlaced(run) {
        found.append((number, range, facts.arena[range].filter(CodeText.isDigit)))
        continue
      }
      var at = range.lowerBound
      while at < range.upperBound {
        guard CodeText.isDigit(span[at]) || span[at] >= 0x80 else {
          at += 1
          continue
        }
        if let reading = Self.read(span, at, range),
          isNumber(reading) || Self.isLabelled(span, at, range, reading)
        {
          found.append((number, at..<reading.end, reading.digits))
          at = reading.end
        } else {
          at = Self.afterDigits(span, at, range)
        }
      }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func isNumber(_ reading: Reading) -> Bool {
    known.contains(reading.digits) || reading.isWritten && Self.couldBeIssued(reading.digits)
  }

  /// Nine digits in any grouping, right behind words that call them so.
  private static func isLabelled(
    _ span: Span<UInt8>, _ at: Int, _ bounds: Range<Int>, _ reading: Reading
  ) -> Bool {
    guard couldBeIssued(reading.digits) else { return false }
    var letters: [UInt8] = []
    var before = at
    while before > bounds.lowerBound, at - before < 40, letters.count < 20 {
      before -= 1
      if CodeText.isDigit(span[before]) { break }
      let small = span[before] | 0x20
      if (0x61...0x7A).contains(small) { letters.append(small) }
    }
    return labels.contains { letters.starts(with: $0.reversed()) }
  }

  private static let labels = [
    "ssn", "ssno", "ssnno", "ssnumber", "ssnis", "socialsecurity", "socialsecurityno", "socialsecuritynumber",
    "socsec", "socsecno",
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
    /// Three, two and four digits, parted by hyphens or spaces.
    var isWritten: Bool
  }

  /// Nine digits that begin here at a word's edge and end at one; what is not there (soft hyphen, zero
  /// width) is passed over, and full-width digits are digits.
  private static func read(_ span: Span<UInt8>, _ start: Int, _ bounds: Range<Int>) -> Reading? {
    guard isEdge(span, before: start, bounds) else { return nil }
    var digits: [UInt8] = []
    var gaps: [Int] = []
    var at = start
    var gap = 0
    var isPoint = false
    while at < bounds.upperBound, digits.count < 9 {
      let (symbol, length) = symbol(span, at)
      if symbol >= 28, symbol < TextFolding.symbolCount {
        digits.append(symbol - 28 + 0x30)
        gap = 0
      } else if symbol == TextFolding.space, digits.count == 3 || digits.count == 5, gap < 3 {
        if gap == 0 { gaps.append(digits.count) }
        gap += 1
        if span[at] == UInt8(ascii: ".") || span[at] == UInt8(ascii: "/") || span[at] == UInt8(ascii: ",") {
          isPoint = true
        }
      } else if symbol != TextFolding.dropped {
        return nil
      }
      at += length
    }
    guard digits.count == 9, isEdge(span, after: at, bounds) else { return nil }
    return Reading(digits: digits, end: at, isWritten: gaps == [3, 5] && !isPoint)
  }

  private static func symbol(_ span: Span<UInt8>, _ at: Int) -> (UInt8, Int) {
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
    let joins = span[at] == UInt8(ascii: "-")
    return !(joins && at + 1 < bounds.upperBound && CodeText.isDigit(span[at + 1]))
  }
  private static func isPart(_ byte: UInt8) -> Bool { TextFolding.isWord(TextFolding.ascii[Int(byte)]) }

  private static func afterDigits(_ span: Span<UInt8>, _ start: Int, _ bounds: Range<Int>) -> Int {
    var at = start + 1
    while at < bounds.upperBound, CodeText.isDigit(span[at]) { at += 1 }
    return at
  }
}
