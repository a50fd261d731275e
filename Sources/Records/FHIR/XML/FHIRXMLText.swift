/// How text of the XML stands in the JSON form, byte by byte, so that a range there is found again here.
enum FHIRXMLText {
  /// The value of an attribute, which is a JSON string.
  case value
  /// Text, or an attribute, of a narrative, which is markup in a JSON string.
  case narrativeText, narrativeAttribute

  /// What stands for a byte; nil for the byte itself.
  private func escape(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "\""):
      switch self {
      case .value, .narrativeText: "\\\""
      case .narrativeAttribute: "&quot;"
      }
    case UInt8(ascii: "\\"): "\\\\"
    case 0x0A: "\\n"
    case 0x0D: "\\r"
    case 0x09: "\\t"
    case UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: ">"):
      switch self {
      case .value: nil
      case .narrativeText, .narrativeAttribute:
        byte == UInt8(ascii: "<") ? "&lt;" : byte == UInt8(ascii: "&") ? "&amp;" : "&gt;"
      }
    default: nil
    }
  }

  func append(_ range: Range<Int>, of text: [UInt8], to out: inout [UInt8]) {
    let bytes = text.span
    var copied = range.lowerBound
    for at in range where bytes[at] < 0x60 {
      guard let escape = escape(bytes[at]) else { continue }
      out.append(contentsOf: text[copied..<at])
      out.append(contentsOf: escape.description.utf8)
      copied = at + 1
    }
    if copied < range.upperBound { out.append(contentsOf: text[copied..<range.upperBound]) }
  }

  /// An edit of the JSON form: a mark, or nothing, in place of these bytes.
  struct Edit {
    let range: Range<Int>
    let isMarked: Bool
  }

  /// The parts of a text that edits of its JSON form take out.
  ///
  /// - Parameters:
  ///   - start: where it begins in the JSON form.
  ///   - edits: in order, none overlaps another.
  func parts(_ range: Range<Int>, of text: [UInt8], from start: Int, _ edits: [Edit]) -> [XMLChanges.Part] {
    let bytes = text.span
    var parts: [XMLChanges.Part] = []
    var (place, next) = (start, 0)
    var isBegun = false
    for at in range {
      let width = escape(bytes[at])?.utf8CodeUnitCount ?? 1
      while next < edits.count, edits[next].range.upperBound <= place {
        next += 1
        isBegun = false
      }
      let offset = at - range.lowerBound
      if next < edits.count, edits[next].range.lowerBound < place + width {
        if isBegun, let last = parts.last {
          parts[parts.count - 1].range = last.range.lowerBound..<offset + 1
        } else {
          // Of an edit that began in a text before this one, the mark stands there.
          let begins = edits[next].range.lowerBound >= start
          parts.append(
            XMLChanges.Part(range: offset..<offset + 1, isMarked: edits[next].isMarked && begins))
        }
        isBegun = true
      }
      place += width
    }
    return parts
  }
}
