internal import Values

/// Data that a field embeds or points to: OBX-5 of the types ED and RP (HL7 v2.5.1 §2.A.24, §2.A.63), and any
/// component that is one long blob.
struct HL7Attachment: Sendable {
  let source: Range<Int>
  /// A link (RP): the data itself lies elsewhere.
  let isPointer: Bool

  init(_ source: Range<Int>, isPointer: Bool) { (self.source, self.isPointer) = (source, isPointer) }

  /// So much without a single blank is no text for people, whatever the field's type says.
  static let blobBytes = 512
  static func isBlob(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    !bytes[range].contains { $0 == 0x20 || $0 >= 0x80 }
  }

  /// What the data says, as far as it is text.
  struct Content {
    /// UTF-8; empty where nothing could be read.
    var text: [UInt8]
    /// Whether all of it is plain text, so that a search of `text` sees everything. Markup is not: a tag can
    /// split a word, and codes stand in attributes.
    var isWhollyText: Bool
  }

  /// Undoes escapes, then base64 where the data itself shows that it is; other encodings stay unread.
  func content(_ context: HL7Context, in bytes: [UInt8]) -> Content {
    guard !isPointer else { return Content(text: [], isWhollyText: false) }
    var raw: [UInt8] = []
    raw.reserveCapacity(source.count)
    var cursor = HL7TextCursor(source)
    while cursor.next(bytes.span, context, into: &raw) != nil {}
    let data = Self.base64(raw) ?? raw
    guard RecordSniffer.isText(data.span), UTF8Text.isWellFormed(0..<data.count, in: data.span) else {
      return Content(text: [], isWhollyText: false)
    }
    let start = data.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF } ?? 0
    let isMarkup = [UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "%")].contains(start)
    let isEncodedStill = data.count >= Self.blobBytes && Self.isBlob(0..<data.count, data)
    return Content(text: data, isWhollyText: !isMarkup && !isEncodedStill)
  }

  /// nil when it is not base64 (RFC 4648 §4), line ends and blanks aside.
  static func base64(_ text: [UInt8]) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(text.count / 4 * 3 + 3)
    var word: UInt32 = 0
    var (count, padding) = (0, 0)
    for byte in text {
      let value: UInt32
      switch byte {
      case 0x41...0x5A: value = UInt32(byte - 0x41)
      case 0x61...0x7A: value = UInt32(byte - 0x61) + 26
      case 0x30...0x39: value = UInt32(byte - 0x30) + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      case UInt8(ascii: "="):
        padding += 1
        continue
      case 0x20, 0x0A, 0x0D, 0x09: continue
      default: return nil
      }
      guard padding == 0 else { return nil }
      word = word << 6 | value
      count += 1
      if count % 4 == 0 {
        out.append(UInt8(truncatingIfNeeded: word >> 16))
        out.append(UInt8(truncatingIfNeeded: word >> 8))
        out.append(UInt8(truncatingIfNeeded: word))
        word = 0
      }
    }
    switch count % 4 {
    case 1: return nil
    case 2: out.append(UInt8(truncatingIfNeeded: word >> 4))
    case 3:
      out.append(UInt8(truncatingIfNeeded: word >> 10))
      out.append(UInt8(truncatingIfNeeded: word >> 2))
    default: break
    }
    guard count >= 4, padding <= 2, padding == 0 || (count + padding) % 4 == 0 else { return nil }
    return out
  }
}
