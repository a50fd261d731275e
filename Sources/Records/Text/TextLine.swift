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

  /// - Throws: `text.limit` (hold) for more than `limits.textLines` lines.
  static func split(
    _ bytes: Span<UInt8>, from start: Int, _ encoding: TextEncoding, record: Int, limits: Limits
  ) throws(PacketError) -> [TextLine] {
    var lines: [TextLine] = []
    let step = encoding.unitBytes
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
        look.see(unit)
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
          beginsEntry: look.beginsEntry, hasColon: look.sawColon))
    }
    return lines
  }

  /// What is seen of a line as it goes by.
  private struct Look {
    private var letters = 0
    private var smallLetters = 0
    private var count = 0
    private var first: UInt32 = 0
    private var last: UInt32 = 0
    private var sawEarlyColon = false
    private(set) var sawColon = false

    mutating func see(_ unit: UInt32) {
      guard unit != 0x20, unit != 0x09, unit != 0xA0 else { return }
      if count == 0 { first = unit }
      count &+= 1
      last = unit
      switch unit {
      case 0x61...0x7A:
        smallLetters &+= 1
        letters &+= 1
      case 0x41...0x5A: letters &+= 1
      case 0x3A:
        sawColon = true
        if count <= 40 { sawEarlyColon = true }
      default: break
      }
    }

    var isBlank: Bool { count == 0 }
    var isHeading: Bool {
      guard count > 0, count <= 80 else { return false }
      return last == 0x3A || (letters >= 3 && smallLetters == 0 && !sawEarlyColon && letters * 2 > count)
    }
    var beginsEntry: Bool {
      let bullets: [UInt32] = [0x2D, 0x2A, 0x2B, 0x2022, 0x95, 0x23]
      return sawEarlyColon || bullets.contains(first) || (0x30...0x39).contains(first)
    }
  }
}
