internal import Values

/// Plain numbers and days as they stand in fields.
enum HL7Number {
  /// nil unless it is one to nine digits, blanks around them aside.
  static func read(_ range: Range<Int>, _ bytes: [UInt8]) -> Int? {
    var value = 0
    var count = 0
    var isOver = false
    for index in range {
      switch bytes[index] {
      case 0x30...0x39:
        guard !isOver, count < 9 else { return nil }
        value = value * 10 + Int(bytes[index] - 0x30)
        count += 1
      case 0x20: isOver = count > 0
      default: return nil
      }
    }
    return count > 0 ? value : nil
  }

  /// All days that a date or time may mean: `YYYY[MM[DD…]]` (HL7 v2.5.1 §2.A.22), whatever follows it.
  static func days(_ range: Range<Int>, _ bytes: [UInt8]) -> ClosedRange<Day>? {
    let digits = bytes[range].prefix { (0x30...0x39).contains($0) }.count
    let start = range.lowerBound
    guard digits >= 4, let year = read(start..<start + 4, bytes) else { return nil }
    guard digits >= 6, let month = read(start + 4..<start + 6, bytes) else { return Day.days(ofYear: year) }
    guard digits >= 8, let day = read(start + 6..<start + 8, bytes) else {
      return Day.days(ofYear: year, month: month)
    }
    return Day(year: year, month: month, day: day).map { $0...$0 }
  }
}
