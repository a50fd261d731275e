/// A calendar day of the proleptic Gregorian calendar, without a time or a zone.
package struct Day: Hashable, Sendable, Comparable, Showable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let dayOfMonth: Int

  /// nil unless it is a real day of the years 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    (self.year, self.month, self.dayOfMonth) = (year, month, day)
  }

  /// Reads `YYYY-MM-DD` and nothing else (RFC 3339 full-date).
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Day.number(bytes[0..<4]), let month = Day.number(bytes[5..<7]),
      let day = Day.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads the `YYYYMMDD` that opens an HL7 v2 or v3 timestamp; what follows it is the caller's.
  package init?(hl7 bytes: some Collection<UInt8>) {
    let head = Array(bytes.prefix(8))
    guard head.count == 8, let year = Day.number(head[0..<4]), let month = Day.number(head[4..<6]),
      let day = Day.number(head[6..<8])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Every day of a year, or of one of its months; nil for none of the calendar.
  package static func days(ofYear year: Int, month: Int? = nil) -> ClosedRange<Day>? {
    let (from, to) = (month ?? 1, month ?? 12)
    guard (1...12).contains(to), let first = Day(year: year, month: from, day: 1),
      let last = Day(year: year, month: to, day: length(ofMonth: to, year: year))
    else { return nil }
    return first...last
  }

  /// From the first day of either to the last one of either.
  package static func span(_ a: ClosedRange<Day>, _ b: ClosedRange<Day>) -> ClosedRange<Day> {
    min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
  }

  /// Days since 1970-01-01, negative before it.
  package var daysSinceEpoch: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + dayOfMonth - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day that lies so many days after 1970-01-01; nil beyond the years 1 to 9999.
  package init?(daysSinceEpoch days: Int) {
    guard (-719_162...2_932_896).contains(days) else { return nil }
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: day)
  }

  /// How many days lie between another day and this one; negative when the other is later.
  package func days(since other: Day) -> Int { daysSinceEpoch - other.daysSinceEpoch }

  package var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))"
  }
  package var shown: String { description }

  package static func < (a: Day, b: Day) -> Bool {
    (a.year, a.month, a.dayOfMonth) < (b.year, b.month, b.dayOfMonth)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}
