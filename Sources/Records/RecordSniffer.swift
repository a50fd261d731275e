/// Tells a record's format from its bytes alone. What begins like XML, JSON or HL7 v2 is that, broken or not:
/// it never falls through to text or opaque.
enum RecordSniffer {
  static func format(_ bytes: Span<UInt8>) -> RecordFormat {
    let head = SniffedHead(bytes)
    if head.isKnownBinary { return .opaque }
    switch head.first {
    case UInt8(ascii: "<"): return xml(head.text.span, from: head.start)
    case UInt8(ascii: "{"): return JSONLook(bytes).isLines ? .fhirNDJSON : .fhirJSON
    case UInt8(ascii: "["): if opensArray(head.text, head.start) { return .fhirJSON }
    default: break
    }
    if isHL7(head.text, head.start) { return .hl7v2 }
    guard !head.holdsPDF, let text = TextEncoding.detect(bytes) else { return .opaque }
    if text.encoding == .utf8 || text.encoding == .windows1252 {
      if hasHeaderLine(bytes) { return .hl7v2 }
      if isBlob(bytes) { return .opaque }
    }
    return .text
  }

  /// Whether these bytes are a text for people.
  static func isText(_ bytes: Span<UInt8>) -> Bool { TextEncoding.detect(bytes) != nil }

  /// XML by its root, HTML as what browsers take for it.
  private static func xml(_ text: Span<UInt8>, from start: Int) -> RecordFormat {
    for word in ["<!doctype html", "<html", "<body", "<head"]
    where SniffedHead.matches(word, at: start, in: text) {
      return .opaque
    }
    switch XMLRoot(lookingAt: text, from: start) {
    case XMLRoot(name: "ClinicalDocument", namespace: "urn:hl7-org:v3"): return .cda
    case let root where root.namespace == "http://hl7.org/fhir": return .fhirXML
    default: return .unknownXML
    }
  }

  /// `[` and the beginning of a JSON value; `[PII]` is how texts mark what was taken out.
  private static func opensArray(_ text: [UInt8], _ start: Int) -> Bool {
    let rest = text[start...].drop { $0 <= 0x20 || $0 == UInt8(ascii: "[") }
    guard let next = rest.first else { return true }
    let literals = ["true", "false", "null"].map { Array($0.utf8) }
    return [0x7B, 0x22, 0x5D, 0x2D].contains(next) || (0x30...0x39).contains(next)
      || literals.contains { rest.starts(with: $0) }
  }

  /// A message or batch header, or any known segment; the bytes that frame a message on the wire (MLLP) aside.
  private static func isHL7(_ text: [UInt8], _ start: Int) -> Bool {
    let at = start < text.count && text[start] == 0x0B ? start + 1 : start
    guard at + 3 < text.count else { return false }
    let id = HL7SegmentID(text[at], text[at + 1], text[at + 2])
    guard HL7Shape.named(id) != nil else { return false }
    if text[at + 3] == UInt8(ascii: "|") { return true }
    guard id == .msh || id == .bhs || id == .fhs, at + 6 < text.count else { return false }
    return (3...6).allSatisfy { HL7Delimiters.canDelimit(text[at + $0]) }
  }

  /// A message header at the start of any line: what stands before it must not make it a text.
  private static func hasHeaderLine(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index + 7 < bytes.count {
      if index == 0 || bytes[index &- 1] < 0x20 {
        let at = bytes[index] == 0x0B ? index + 1 : index
        if SniffedHead.matches("msh|", at: at, in: bytes) { return true }
      }
      index &+= 1
      while index + 7 < bytes.count, bytes[index &- 1] >= 0x20 { index &+= 1 }
    }
    return false
  }

  /// Base64 and the like: long, and not one blank but line ends.
  private static func isBlob(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count >= HL7Attachment.blobBytes else { return false }
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == 0x20 || byte == 0x09 || byte >= 0x80 { return false }
    }
    return true
  }
}
