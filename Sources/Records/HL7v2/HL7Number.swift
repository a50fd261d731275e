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

  /// The day of a date or time, `YYYYMMDD…` (HL7 v2.5.1 §2.A.22); nil when it is less exact.
  static func day(_ range: Range<Int>, _ bytes: [UInt8]) -> Day? {
    guard range.count >= 8 else { return nil }
    let start = range.lowerBound
    guard let year = read(start..<start + 4, bytes), let month = read(start + 4..<start + 6, bytes),
      let day = read(start + 6..<start + 8, bytes)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }
}
