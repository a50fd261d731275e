internal import Values

/// HL7 v3 timestamps (`TS`: `YYYY[MM[DD[hhmm…]]]`) as days.
enum CDATime {
  /// All days that a value of that precision may mean; nil for what is no date.
  static func days(_ value: ArraySlice<UInt8>) -> ClosedRange<Day>? {
    if let day = day(value) { return day...day }
    let digits = value.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard digits.count == value.count else { return nil }
    switch digits.count {
    case 4:
      guard let first = Day(hl7: digits + Array("0101".utf8)),
        let last = Day(hl7: digits + Array("1231".utf8))
      else { return nil }
      return first...last
    case 6:
      guard let first = Day(hl7: digits + Array("01".utf8)) else { return nil }
      for end in ["31", "30", "29", "28"] {
        if let last = Day(hl7: digits + Array(end.utf8)) { return first...last }
      }
      return nil
    default: return nil
    }
  }

  /// The `YYYYMMDD` that opens a time; as ``Day`` reads it, without a copy of the bytes.
  private static func day(_ value: ArraySlice<UInt8>) -> Day? {
    guard value.count >= 8 else { return nil }
    var number = 0
    for index in value.startIndex..<value.startIndex + 8 {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(value[index]) else { return nil }
      number = number * 10 + Int(value[index] - UInt8(ascii: "0"))
    }
    return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// From the first to the last day of an interval (`IVL_TS`) or of a single time.
  static func days(of element: Int, in tree: CDATree) -> ClosedRange<Day>? {
    var found: ClosedRange<Day>?
    let pieces = [element] + [.low, .high, .center].compactMap { tree.first(element, $0) }
    for piece in pieces {
      guard let value = tree.bytes(piece, .value), let days = days(value), !days.isFiller else { continue }
      found = found.map { Day.span($0, days) } ?? days
    }
    return found
  }
}
