/// Which values of the XML may stand in JSON as numbers.
enum FHIRXMLNumber {
  /// Whether these bytes are a number of JSON (RFC 8259 §6), as FHIR's decimals and integers are.
  static func isNumber(_ bytes: Span<UInt8>) -> Bool {
    var at = 0
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") { at += 1 }
    let start = at
    at = digits(from: at, bytes)
    guard at > start, at == start + 1 || bytes[start] != UInt8(ascii: "0") else { return false }
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      let fraction = at + 1
      at = digits(from: fraction, bytes)
      guard at > fraction else { return false }
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
      let exponent = at
      at = digits(from: exponent, bytes)
      guard at > exponent else { return false }
    }
    return at == bytes.count
  }

  private static func digits(from start: Int, _ bytes: Span<UInt8>) -> Int {
    var at = start
    while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39 { at += 1 }
    return at
  }
}
