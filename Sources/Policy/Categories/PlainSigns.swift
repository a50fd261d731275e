/// A text with plain signs for those that readers take for them: a hyphen for every kind of hyphen, letters and
/// digits of ASCII for wide ones, and nothing for what nobody sees. So PDF extraction and keyboards of other
/// scripts write them, and within codes and at the ends of lines they are looked for as ASCII.
enum PlainSigns {
  /// nil where nothing is changed.
  static func text(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    let span = bytes.span
    var mayChange = false
    for at in span.indices where span[at] >= 0xC2 && Self.mayChange(span, at, before: span.count) {
      mayChange = true
      break
    }
    guard mayChange else { return nil }
    var out: [UInt8]?
    var copied = bytes.startIndex
    var at = bytes.startIndex
    while at < bytes.endIndex {
      guard bytes[at] >= 0xC2, let (scalar, length) = scalar(bytes, at) else {
        at += 1
        continue
      }
      let change = change(scalar)
      if case .stays = change {
        at += length
        continue
      }
      var changed = out ?? []
      changed += bytes[copied..<at]
      if case .reads(let byte) = change { changed.append(byte) }
      out = changed
      at += length
      copied = at
    }
    out? += bytes[copied...]
    return out
  }

  /// As a code is compared: also letters that only look Latin, and blanks of every kind.
  static func code(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 >= 0x80 || $0 < 0x20 }) else { return bytes }
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      guard byte >= 0x80 else {
        if TextFolding.ascii[Int(byte)] != TextFolding.dropped { out.append(byte) }
        at += 1
        continue
      }
      guard let (scalar, length) = scalar(bytes[...], at) else {
        out.append(byte)
        at += 1
        continue
      }
      switch change(scalar) {
      case .goes: break
      case .reads(let plain): out.append(plain)
      case .stays:
        let (first, second) = LookAlikes.symbols(of: scalar)
        if second == TextFolding.dropped, let plain = ascii(first) {
          out.append(plain)
        } else if first == TextFolding.space {
          out.append(isBlank(scalar) ? 0x20 : UInt8(ascii: "?"))
        } else {
          out += bytes[at..<(at + length)]
        }
      }
      at += length
    }
    return out
  }

  /// How many bytes a hyphen takes that ends a text; 0 where none does.
  static func hyphenBytes(endOf bytes: ArraySlice<UInt8>) -> Int {
    if bytes.last == UInt8(ascii: "-") { return 1 }
    for length in 2...3 where bytes.count >= length {
      if let (scalar, own) = scalar(bytes, bytes.endIndex - length), own == length, isHyphen(scalar) {
        return length
      }
    }
    return 0
  }

  /// Whether ``text(_:)`` changes the character of more than one byte that begins here, told quickly; sometimes
  /// said of one that it leaves.
  @inline(__always)
  static func mayChange(_ bytes: Span<UInt8>, _ at: Int, before end: Int) -> Bool {
    guard at &+ 1 < end else { return false }
    let second = bytes[at &+ 1]
    switch bytes[at] {
    case 0xC2: return second == 0xAC || second == 0xAD
    case 0xE2:
      guard at &+ 2 < end else { return false }
      let third = bytes[at &+ 2]
      switch second {
      case 0x80: return (0x8B...0x93).contains(third) || (0xAA...0xAE).contains(third)
      case 0x88: return third == 0x92
      default: return second != 0x82 && second != 0x86
      }
    case 0xCC, 0xCD, 0xD2, 0xD8, 0xD9, 0xDB, 0xE0, 0xE1, 0xE3, 0xEF, 0xF0, 0xF3: return true
    default: return false
    }
  }

  private enum Change {
    case stays, goes
    case reads(UInt8)
  }

  private static func change(_ scalar: UInt32) -> Change {
    if LookAlikes.isUnseen(scalar) { return .goes }
    if isHyphen(scalar) { return .reads(UInt8(ascii: "-")) }
    // Full width (Unicode, Halfwidth and Fullwidth Forms).
    if (0xFF01...0xFF5E).contains(scalar) { return .reads(UInt8(truncatingIfNeeded: scalar - 0xFEE0)) }
    guard scalar >= 0x660 else { return .stays }
    let (first, second) = LookAlikes.symbols(of: scalar)
    let isDigit = first >= 28 && first < TextFolding.symbolCount
    guard second == TextFolding.dropped, isDigit || scalar >= 0x2100, let plain = ascii(first) else {
      return .stays
    }
    return .reads(plain)
  }

  /// Hyphen, no-break hyphen, figure dash, en dash, minus; Windows-1252's not sign, which old printers' files have
  /// for a soft hyphen; small hyphens.
  private static func isHyphen(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2010...0x2013, 0xAC, 0x2212, 0xFE58, 0xFE63: true
    default: false
    }
  }

  private static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// The capital or digit of a symbol of ``TextFolding``.
  private static func ascii(_ symbol: UInt8) -> UInt8? {
    switch symbol {
    case 2...27: symbol - 2 + UInt8(ascii: "A")
    case 28...37: symbol - 28 + UInt8(ascii: "0")
    default: nil
    }
  }

  /// A character of two to four bytes.
  private static func scalar(_ bytes: ArraySlice<UInt8>, _ at: Int) -> (scalar: UInt32, length: Int)? {
    let lead = bytes[at]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, at + length <= bytes.endIndex else { return nil }
    var scalar = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for byte in bytes[(at + 1)..<(at + length)] {
      guard byte & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    return (scalar, length)
  }
}
