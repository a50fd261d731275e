/// A look at a text that begins like a JSON object, linear and without parsing: whether it has FHIR's
/// `resourceType`, and whether further objects follow on lines of their own (NDJSON).
struct JSONLook {
  private(set) var hasResourceType = false
  private(set) var isLines = false

  init(_ bytes: Span<UInt8>) {
    var depth = 0
    var at = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        let start = at + 1
        at = Self.closingQuote(from: start, in: bytes)
        if depth == 1, Self.isResourceType(start..<at, in: bytes), Self.isKey(after: at, in: bytes) {
          hasResourceType = true
        }
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth <= 0 {
          isLines = Self.anotherFollows(at + 1, in: bytes)
          return
        }
      default: break
      }
      at &+= 1
    }
  }

  private static func closingQuote(from start: Int, in bytes: Span<UInt8>) -> Int {
    var at = start
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at &+= bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
    return min(at, bytes.count)
  }

  private static func isResourceType(_ range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    range.count == 12 && SniffedHead.matches("resourcetype", at: range.lowerBound, in: bytes)
      && bytes[range.lowerBound] == UInt8(ascii: "r") && bytes[range.lowerBound + 8] == UInt8(ascii: "T")
  }

  private static func isKey(after quote: Int, in bytes: Span<UInt8>) -> Bool {
    var at = quote + 1
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
    return at < bytes.count && bytes[at] == UInt8(ascii: ":")
  }

  private static func anotherFollows(_ start: Int, in bytes: Span<UInt8>) -> Bool {
    var at = start
    var sawLineEnd = false
    while at < bytes.count, isSpace(bytes[at]) {
      sawLineEnd = sawLineEnd || bytes[at] == 0x0A
      at += 1
    }
    return sawLineEnd && at < bytes.count && bytes[at] == UInt8(ascii: "{")
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
