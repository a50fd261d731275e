internal import Records

/// Bytes that an encoding gave, as the text that they are: UTF-8, UTF-16, UTF-32 or Windows-1252, with the control
/// characters that pages, terminals and messages put into a text (form feed, MLLP's vertical tab and file separator,
/// the group separators of barcodes).
enum DecodedBytes {
  /// In UTF-8; nil for bytes that are no text.
  static func text(_ bytes: [UInt8]) -> [UInt8]? {
    if isText(bytes) { return bytes }
    return wide(bytes) ?? windows1252(bytes)
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x08, 0x0E...0x1B, 0x7F: false
    default: true
    }
  }

  private static func isText(_ bytes: [UInt8]) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy(isAllowed) && String(validating: bytes, as: UTF8.self) != nil
  }

  static let shortestNarrow = 16

  /// A text of a language that is written in Latin letters: most of it is ASCII.
  private static func windows1252(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= shortestNarrow else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 4)
    var high = 0
    for byte in bytes {
      guard isAllowed(byte), byte < 0x20 || !Windows1252.isControl(byte) else { return nil }
      if byte < 0x80 {
        out.append(byte)
      } else {
        high += 1
        Windows1252.append(byte, to: &out)
      }
    }
    return high * 4 <= bytes.count ? out : nil
  }

  /// UTF-16 and UTF-32 with their marks, or such that most of it has zeros where those of Latin letters have them.
  private static func wide(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= 8 else { return nil }
    var zeros = [0, 0, 0, 0]
    for (place, byte) in bytes.enumerated() where byte == 0 { zeros[place & 3] += 1 }
    let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3])
    let isBig = bytes.starts(with: [0xFE, 0xFF]) || even * 4 > bytes.count && odd * 8 < even
    let isLittle = bytes.starts(with: [0xFF, 0xFE]) || odd * 4 > bytes.count && even * 8 < odd
    let text: String
    if (even + odd) * 8 > bytes.count * 5 {
      let isBig = zeros[0] > zeros[3]
      text = String(decoding: units(bytes, of: 4, isBig: isBig), as: UTF32.self)
    } else if isBig || isLittle {
      let units = units(bytes, of: 2, isBig: isBig).map { UInt16(truncatingIfNeeded: $0) }
      text = String(decoding: units, as: UTF16.self)
    } else {
      return nil
    }
    let utf8 = Array(text.utf8)
    let plain = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(utf8.dropFirst(3)) : utf8
    return isText(plain) ? plain : nil
  }

  private static func units(_ bytes: [UInt8], of size: Int, isBig: Bool) -> [UInt32] {
    var units: [UInt32] = []
    units.reserveCapacity(bytes.count / size)
    var (unit, taken): (UInt32, Int) = (0, 0)
    for byte in bytes {
      unit = isBig ? unit << 8 | UInt32(byte) : unit | UInt32(byte) << UInt32(taken * 8)
      taken += 1
      guard taken == size else { continue }
      units.append(unit)
      (unit, taken) = (0, 0)
    }
    return units
  }

  /// What the first bytes let expect, byte by byte: whether it is worth to decode the rest.
  struct Opening {
    private var count = 0
    private var high = 0
    private var tails = 0
    private var isUTF8 = true
    private var isNarrow: Bool
    private var isWide = false

    /// - Parameter isShort: too short for one that is told from chance only by most of its bytes.
    init(isShort: Bool) { isNarrow = !isShort }

    /// Wide text shows its mark in the first two bytes, or a zero in the first four.
    var mayBeText: Bool { isUTF8 || isWide || isNarrow || count < 4 }

    mutating func take(_ byte: UInt8) {
      count += 1
      if byte == 0, count <= 12 { isWide = true }
      if count == 1, byte >= 0xFE { isWide = true }
      if !DecodedBytes.isAllowed(byte) { (isUTF8, isNarrow) = (false, false) }
      if byte >= 0x80 { high += 1 }
      if high > 2 + count / 4 { isNarrow = false }
      if tails > 0 {
        if byte & 0xC0 != 0x80 { isUTF8 = false }
        tails -= 1
        return
      }
      switch byte {
      case 0x00...0x7F: break
      case 0xC2...0xDF: tails = 1
      case 0xE0...0xEF: tails = 2
      case 0xF0...0xF4: tails = 3
      default: isUTF8 = false
      }
    }
  }
}
