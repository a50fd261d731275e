/// A moment of the wall clock: milliseconds since 1970-01-01T00:00:00Z. Used for what people read and the
/// law counts; waiting and settling use a monotonic clock instead.
package struct Instant: Hashable, Sendable, Comparable, Showable, CustomStringConvertible {
  package let milliseconds: Int64
  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Reads an RFC 3339 date-time with zone (`2026-03-02T09:15:00Z`, `…+01:00`); nil for anything else.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), let day = Day(String(text.prefix(10))),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = Self.two(bytes, 11), let minute = Self.two(bytes, 14), let second = Self.two(bytes, 17),
      hour < 24, minute < 60, second < 60
    else { return nil }
    var index = 19
    var fraction = 0
    if bytes[index] == UInt8(ascii: ".") {
      index += 1
      var scale = 100
      let start = index
      while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
        fraction += Int(bytes[index] - 0x30) * scale
        scale /= 10
        index += 1
      }
      guard index > start, index - start <= 9 else { return nil }
    }
    guard index < bytes.count else { return nil }
    var offset = 0
    switch bytes[index] {
    case UInt8(ascii: "Z"):
      guard index + 1 == bytes.count else { return nil }
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      guard index + 6 == bytes.count, bytes[index + 3] == UInt8(ascii: ":"),
        let hours = Self.two(bytes, index + 1), let minutes = Self.two(bytes, index + 4),
        hours < 24, minutes < 60
      else { return nil }
      offset = (hours * 60 + minutes) * (bytes[index] == UInt8(ascii: "-") ? -1 : 1)
    default: return nil
    }
    let seconds = day.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second - offset * 60
    self.init(milliseconds: Int64(seconds) * 1000 + Int64(fraction))
  }

  /// The day in UTC.
  package var utcDay: Day? {
    let days = Int((milliseconds >= 0 ? milliseconds : milliseconds - 86_399_999) / 86_400_000)
    return Day(daysSinceEpoch: days)
  }

  /// RFC 3339 in UTC with milliseconds: `2026-03-02T09:15:00.250Z`.
  package var description: String {
    guard let day = utcDay else { return "out of range" }
    let ofDay = Int(milliseconds - Int64(day.daysSinceEpoch) * 86_400_000)
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : String(n) }
    let fraction = ofDay % 1000
    let padded = fraction < 10 ? "00\(fraction)" : fraction < 100 ? "0\(fraction)" : String(fraction)
    return
      "\(day)T\(two(ofDay / 3_600_000)):\(two(ofDay / 60_000 % 60)):\(two(ofDay / 1000 % 60)).\(padded)Z"
  }
  package var shown: String { description }

  package static func < (a: Self, b: Self) -> Bool { a.milliseconds < b.milliseconds }

  private static func two(_ bytes: [UInt8], _ at: Int) -> Int? {
    guard at + 1 < bytes.count, (0x30...0x39).contains(bytes[at]), (0x30...0x39).contains(bytes[at + 1])
    else { return nil }
    return Int(bytes[at] - 0x30) * 10 + Int(bytes[at + 1] - 0x30)
  }
}
