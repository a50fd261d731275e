/// Text that is wrapped in base64 (RFC 4648 §4), as attachments are: seen through when it is plain text or
/// markup, opaque otherwise.
enum Base64Text {
  /// What an attachment's data turned out to be.
  enum Content {
    case text([UInt8])
    case markup([UInt8])
    /// A PDF, an image, text in another encoding, data within data beyond the limit.
    case opaque
  }

  /// Looks through at most `depth` layers of base64.
  static func look(into data: [UInt8], depth: Int) -> Content {
    var data = data
    for _ in 0..<max(0, depth) {
      guard let decoded = decoded(data) else { return .opaque }
      guard isText(decoded) else { return .opaque }
      if isAllBase64(decoded) {
        data = decoded
        continue
      }
      // Data within text would pass unseen; JSON and RTF hide text behind their escapes.
      if holdsBase64(decoded) || isEscapedText(decoded) { return .opaque }
      return decoded.first { $0 > 0x20 } == UInt8(ascii: "<") ? .markup(decoded) : .text(decoded)
    }
    return .opaque
  }

  /// The decoded bytes; nil unless it is canonical base64 but for space between.
  static func decoded(_ text: [UInt8]) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(text.count / 4 * 3 + 3)
    var (bits, filled, padding): (UInt32, Int, Int) = (0, 0, 0)
    for byte in text {
      if byte == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      guard byte > 0x20 else {
        guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return nil }
        continue
      }
      guard padding == 0, let six = six(byte) else { return nil }
      bits = bits << 6 | UInt32(six)
      filled += 1
      if filled == 4 {
        out.append(UInt8(truncatingIfNeeded: bits >> 16))
        out.append(UInt8(truncatingIfNeeded: bits >> 8))
        out.append(UInt8(truncatingIfNeeded: bits))
        (bits, filled) = (0, 0)
      }
    }
    switch (filled, padding) {
    case (0, 0): break
    case (2, 2):
      guard bits & 0xF == 0 else { return nil }
      out.append(UInt8(truncatingIfNeeded: bits >> 4))
    case (3, 1):
      guard bits & 0x3 == 0 else { return nil }
      out.append(UInt8(truncatingIfNeeded: bits >> 10))
      out.append(UInt8(truncatingIfNeeded: bits >> 2))
    default: return nil
    }
    return out
  }

  private static func six(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x47
    case 0x30...0x39: byte + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  /// UTF-8 without control characters but those of lines.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    for byte in bytes where byte < 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 && byte != 0x0C {
      return false
    }
    return !bytes.isEmpty && String(validating: bytes, as: UTF8.self) != nil
  }

  /// Whether there is nothing but base64, and at least 24 letters of it.
  private static func isAllBase64(_ bytes: [UInt8]) -> Bool {
    var letters = 0
    for byte in bytes where byte != 0x0A && byte != 0x0D {
      guard six(byte) != nil || byte == UInt8(ascii: "=") else { return false }
      letters += 1
    }
    return letters >= 24
  }

  /// Whether 200 letters of base64 or more stand in a row, over line ends too.
  private static func holdsBase64(_ bytes: [UInt8]) -> Bool {
    var row = 0
    for byte in bytes where byte != 0x0A && byte != 0x0D {
      row = six(byte) != nil || byte == UInt8(ascii: "=") ? row + 1 : 0
      if row >= 200 { return true }
    }
    return false
  }

  private static func isEscapedText(_ bytes: [UInt8]) -> Bool {
    switch bytes.first(where: { $0 > 0x20 }) {
    case UInt8(ascii: "{"), UInt8(ascii: "["): bytes.contains(UInt8(ascii: "\\"))
    case UInt8(ascii: "%"): bytes.starts(with: "%PDF".utf8)
    default: false
    }
  }
}
