internal import Values

/// Which characters a message's bytes are: MSH-18 (HL7 v2.5.1 §2.15.9.18, table 0211) against the bytes.
enum HL7Charset {
  /// - Throws: `hl7.charset` (hold) for sets that are not read, unless every byte is ASCII anyway.
  static func characters(
    of message: Range<Int>, header: Range<Int>, _ delimiters: HL7Delimiters, in bytes: Span<UInt8>,
    at place: Place,
    message index: Int, _ doubts: inout HL7Doubts
  ) throws(PacketError) -> HL7Context.Characters {
    var at = message.lowerBound
    while at < message.upperBound, bytes[at] < 0x80 { at &+= 1 }
    // Every set of table 0211 but UTF-16 and UTF-32, which would show as NULs, has ASCII below 0x80.
    guard at < message.upperBound else { return .utf8 }
    let isUTF8 = UTF8Text.isWellFormed(message, in: bytes)
    switch stated(header, delimiters, bytes) {
    case "": if isUTF8 { return .utf8 }
    case "UNICODE UTF-8", "UTF-8", "UTF8": if isUTF8 { return .utf8 }
    case "8859/1", "ISO-8859-1": return .latin1
    case "ASCII": break
    default:
      throw PacketError(
        "hl7.charset", .hold, at: place, "the message's character set is not one that is read",
        remedy: "export it as UTF-8 with MSH-18 UNICODE UTF-8")
    }
    doubts.add(.charset, message: index, line: place.line)
    return isUTF8 ? .utf8 : .latin1
  }

  private static func stated(_ header: Range<Int>, _ delimiters: HL7Delimiters, _ bytes: Span<UInt8>)
    -> String
  {
    var at = header.lowerBound
    // MSH-1 is the separator itself: MSH-18 follows the 17th.
    for _ in 0..<17 {
      while at < header.upperBound, bytes[at] != delimiters.field { at += 1 }
      at += 1
    }
    guard at < header.upperBound else { return "" }
    let end = (at..<header.upperBound).first { bytes[$0] == delimiters.field } ?? header.upperBound
    let field = (at..<end).map { bytes[$0] }
    return String(decoding: field.filter { $0 != 0x20 }.isEmpty ? [] : field, as: UTF8.self)
  }
}
