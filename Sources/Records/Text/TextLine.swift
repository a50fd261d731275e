internal import Values

/// The lines of a text: where each lies, and what its look says of it.
struct TextLine: Sendable {
  /// Without its line end.
  let bytes: Range<Int>
  /// After its line end.
  let next: Int
  /// From 1.
  let number: Int
  let isBlank: Bool
  /// Ends in a colon, or is all capitals: opens a section.
  let isHeading: Bool
  /// Begins an entry of its own: a bullet, a number, or `Label: value`.
  let beginsEntry: Bool
  let hasColon: Bool
  /// A word or a number goes on in the next line.
  let endsInHyphen: Bool

  /// - Throws: `text.limit` (hold) for more than `limits.textLines` lines.
  static func split(
    _ bytes: Span<UInt8>, from start: Int, _ encoding: TextEncoding, record: Int, limits: Limits
  ) throws(PacketError) -> [TextLine] {
    var lines: [TextLine] = []
    let step = encoding.unitBytes
    let classes = Look.classes
    var at = start
    while at < bytes.count {
      guard lines.count < limits.textLines else {
        throw PacketError(
          "text.limit", .hold, at: Place(record: record), "there are more than \(limits.textLines) lines",
          remedy: "split the record")
      }
      var look = Look()
      let begin = at
      var unit: UInt32 = 0
      while at < bytes.count {
        unit = encoding.unit(at, before: bytes.count, in: bytes)
        // A form feed ends a page, and with it a line.
        if unit == 0x0A || unit == 0x0D || unit == 0x0C { break }
        look.see(unit, classes.span)
        at += step
      }
      let end = min(at, bytes.count)
      if at < bytes.count {
        at += step
        if unit == 0x0D, at < bytes.count, encoding.unit(at, before: bytes.count, in: bytes) == 0x0A {
          at += step
        }
      }
      at = min(at, bytes.count)
      lines.append(
        TextLine(
          bytes: begin..<end, next: at, number: lines.count + 1, isBlank: look.isBlank,
          isHeading: look.isHeading,
          beginsEntry: look.beginsEntry, hasColon: look.sawColon, endsInHyphen: look.endsInHyphen))
    }
    return lines
  }

  /// What is seen of a line as it goes by.
  private struct Look {
    private enum Class {
      static let blank: UInt8 = 0
      static let small: UInt8 = 1
      static let capital: UInt8 = 2
      static let colon: UInt8 = 3
      static let other: UInt8 = 4
    }
    static let classes: [UInt8] = {
      var classes = [UInt8](repeating: Class.other, count: 256)
      for blank in [0x20, 0x09, 0xA0] { classes[blank] = Class.blank }
      for letter in 0x61...0x7A { classes[letter] = Class.small }
      for letter in 0x41...0x5A { classes[letter] = Class.capital }
      classes[0x3A] = Class.colon
      return classes
    }()

    private var counts = [5 of Int](repeating: 0)
    private var first: UInt32 = 0
    private var last: UInt32 = 0
    private var sawEarlyColon = false

    mutating func see(_ unit: UInt32, _ classes: Span<UInt8>) {
      let kind = unit < 0x100 ? classes[Int(unit)] : Class.other
      counts[Int(kind)] &+= 1
      guard kind != Class.blank else { return }
      last = unit
      if first == 0 { first = unit }
      if kind == Class.colon, count <= 40 { sawEarlyColon = true }
    }

    private var count: Int {
      counts[Int(Class.small)] + counts[Int(Class.capital)] + counts[Int(Class.colon)]
        + counts[Int(Class.other)]
    }
    var sawColon: Bool { counts[Int(Class.colon)] > 0 }
    var isBlank: Bool { count == 0 }
    var endsInHyphen: Bool { count > 1 && (last == 0x2D || last == 0x2010 || last == 0x2011) }
    var isHeading: Bool {
      guard count > 0, count <= 80 else { return false }
      let capitals = counts[Int(Class.capital)]
      return last == 0x3A
        || (capitals >= 3 && counts[Int(Class.small)] == 0 && !sawEarlyColon && capitals * 2 > count)
    }
    var beginsEntry: Bool {
      let bullets: [UInt32] = [0x2D, 0x2A, 0x2B, 0x2022, 0x95, 0x23]
      return sawEarlyColon || (0x30...0x39).contains(first) || bullets.contains(first)
    }
  }
}
