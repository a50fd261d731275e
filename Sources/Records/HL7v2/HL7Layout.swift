internal import Values

/// One segment: where it lies.
struct HL7Segment: Sendable {
  let id: HL7SegmentID
  /// Without its line end.
  let start: UInt32
  let end: UInt32
  /// After its line end.
  let next: UInt32
  let line: UInt32
  /// The unit that it makes or is part of; set when units are made.
  var unit: Int32 = 0

  var bytes: Range<Int> { Int(start)..<max(Int(start), Int(end)) }
  var whole: Range<Int> { Int(start)..<max(Int(start), Int(next)) }
}

/// A message: its segments, how they are read.
struct HL7Message: Sendable {
  /// Indices of its segments, MSH first.
  var segments: Range<Int>
  var context: HL7Context
  /// Index of the batch that holds it; nil outside of any.
  let batch: Int?
  var unit = 0
}

/// What stands between BHS and BTS (HL7 v2.5.1 §2.10.3), or the whole file when there is no BHS.
struct HL7Batch: Sendable {
  var header: Int?
  var trailer: Int?
  var messages: Range<Int>
}

/// Where messages and segments lie in a record: its lines, each with a segment, told apart by MSH and the
/// batch segments.
struct HL7Layout: Sendable {
  private(set) var segments: [HL7Segment] = []
  var messages: [HL7Message] = []
  private(set) var batches: [HL7Batch] = []
  private(set) var fileHeader: Int?
  private(set) var fileTrailer: Int?
  /// Segments of headers and trailers with how they are read.
  private(set) var outer: [(segment: Int, context: HL7Context)] = []
  private let record: Int

  /// - Throws: `hl7.syntax`, `hl7.delimiters`, `hl7.charset`, `hl7.frame` or `hl7.limit` (hold) with the line.
  init(_ bytes: Span<UInt8>, record: Int, limits: Limits, doubts: inout HL7Doubts) throws(PacketError) {
    self.record = record
    guard bytes.count <= min(limits.recordBytes, Int(Int32.max)) else {
      throw fault(
        "hl7.limit", nil, "the record is larger than \(limits.recordBytes) bytes", "split the record")
    }
    try split(bytes, limits)
    try arrange(bytes, limits, &doubts)
  }

  /// Finds the lines. They end with CR, LF or CRLF, whatever the mixture; empty ones are passed over.
  private mutating func split(_ bytes: Span<UInt8>, _ limits: Limits) throws(PacketError) {
    var at = 0
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { at = 3 }
    var line = 0
    segments.reserveCapacity(min(bytes.count / 48, limits.hl7Segments) + 4)
    while at < bytes.count {
      line += 1
      let start = at
      while at < bytes.count {
        let byte = bytes[at]
        if byte < 0x20, try ends(byte, line) { break }
        at &+= 1
      }
      let end = at
      if at < bytes.count { at += bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1 }
      guard (start..<end).contains(where: { bytes[$0] != 0x20 && bytes[$0] != 0x09 }) else { continue }
      guard segments.count < limits.hl7Segments else {
        throw fault(
          "hl7.limit", line, "there are more than \(limits.hl7Segments) segments", "split the record")
      }
      segments.append(
        HL7Segment(
          id: try id(start..<end, bytes, line), start: UInt32(start), end: UInt32(end), next: UInt32(at),
          line: UInt32(line)))
    }
  }

  /// Whether a control character ends a line; those that no message holds are refused.
  private func ends(_ byte: UInt8, _ line: Int) throws(PacketError) -> Bool {
    switch byte {
    case 0x0A, 0x0D: return true
    case 0x0B, 0x1C:
      throw fault(
        "hl7.frame", line, "the bytes that frame a message on the wire (MLLP) are still in the file",
        "store the message without them")
    case 0x1B, 0x0E, 0x0F:
      throw fault(
        "hl7.charset", line, "the record shifts between character sets (ISO 2022)",
        "export it as UTF-8 with MSH-18 UNICODE UTF-8")
    case 0x00:
      throw fault("hl7.syntax", line, "a NUL byte is in the record", "export this record again")
    default: return false
    }
  }

  private func id(_ range: Range<Int>, _ bytes: Span<UInt8>, _ line: Int) throws(PacketError) -> HL7SegmentID
  {
    let start = range.lowerBound
    func isName(_ byte: UInt8) -> Bool {
      (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
    }
    guard range.count >= 3, (0x41...0x5A).contains(bytes[start]), isName(bytes[start + 1]),
      isName(bytes[start + 2])
    else {
      throw fault(
        "hl7.syntax", line, "a line does not begin with a segment's name",
        "export this record again; a line end inside of a field must be escaped")
    }
    return HL7SegmentID(bytes[start], bytes[start + 1], bytes[start + 2])
  }

  /// Groups the segments into messages and batches, and reads each one's delimiters and character set.
  private mutating func arrange(
    _ bytes: Span<UInt8>, _ limits: Limits, _ doubts: inout HL7Doubts
  ) throws(PacketError) {
    var open: HL7Context?
    var batch: Int?
    var isInMessage = false
    for index in segments.indices {
      let segment = segments[index]
      let line = Int(segment.line)
      switch segment.id {
      case .msh:
        guard messages.count < limits.messages else {
          throw fault(
            "hl7.limit", line, "there are more than \(limits.messages) messages", "split the record")
        }
        guard fileTrailer == nil else { throw afterTheEnd(line) }
        let delimiters = try delimiters(segment, bytes)
        messages.append(
          HL7Message(segments: index..<index + 1, context: HL7Context(delimiters, .utf8), batch: batch))
        if let batch { batches[batch].messages = batches[batch].messages.lowerBound..<messages.count }
        isInMessage = true
      case .fhs, .bhs:
        let isFile = segment.id == .fhs
        guard isFile ? index == 0 : batch == nil && fileTrailer == nil else {
          throw fault(
            "hl7.syntax", line, "a batch or file begins inside of another one", "export this record again")
        }
        let context = HL7Context(try delimiters(segment, bytes), .utf8)
        open = context
        outer.append((index, context))
        if isFile {
          fileHeader = index
        } else {
          batch = batches.count
          batches.append(HL7Batch(header: index, trailer: nil, messages: messages.count..<messages.count))
        }
        isInMessage = false
      case .bts, .fts:
        guard let context = open ?? messages.last?.context, fileTrailer == nil else { throw noHeader(line) }
        outer.append((index, context))
        if segment.id == .fts {
          fileTrailer = index
        } else if let known = batch {
          batches[known].trailer = index
          batch = nil
        } else {
          throw fault("hl7.syntax", line, "a batch ends that did not begin", "export this record again")
        }
        isInMessage = false
      default:
        guard isInMessage, let last = messages.indices.last else { throw noHeader(line) }
        messages[last].segments = messages[last].segments.lowerBound..<index + 1
      }
    }
    guard !messages.isEmpty else { throw noHeader(1) }
    if batch != nil || (fileHeader != nil && fileTrailer == nil) { doubts.add(.cut, line: nil) }
    try readCharacters(bytes, &doubts)
    try checkSeparators(bytes)
  }

  private mutating func readCharacters(
    _ bytes: Span<UInt8>, _ doubts: inout HL7Doubts
  ) throws(PacketError) {
    for index in messages.indices {
      let header = segments[messages[index].segments.lowerBound]
      let whole = Int(header.start)..<Int(segments[messages[index].segments.upperBound - 1].end)
      let characters = try HL7Charset.characters(
        of: whole, header: header.bytes, messages[index].context.delimiters, in: bytes,
        at: Place(record: record, path: "message \(index + 1), MSH-18", line: Int(header.line)),
        message: index, &doubts)
      if characters != .utf8 {
        messages[index].context = HL7Context(messages[index].context.delimiters, characters)
      }
    }
    for index in outer.indices {
      let segment = segments[outer[index].segment]
      guard !UTF8Text.isWellFormed(segment.bytes, in: bytes) else { continue }
      doubts.add(.charset, line: Int(segment.line))
      outer[index].context = HL7Context(outer[index].context.delimiters, .latin1)
    }
  }

  /// After its name a segment goes on with the message's field separator, or ends.
  private func checkSeparators(_ bytes: Span<UInt8>) throws(PacketError) {
    func check(_ segment: HL7Segment, _ separator: UInt8) throws(PacketError) {
      guard segment.bytes.count > 3, bytes[Int(segment.start) + 3] != separator else { return }
      throw fault(
        "hl7.syntax", Int(segment.line), "a segment's name is not followed by the field separator",
        "export this record again")
    }
    for message in messages {
      for index in message.segments { try check(segments[index], message.context.delimiters.field) }
    }
    for (index, context) in outer { try check(segments[index], context.delimiters.field) }
  }

  private func delimiters(_ segment: HL7Segment, _ bytes: Span<UInt8>) throws(PacketError) -> HL7Delimiters {
    if let delimiters = HL7Delimiters(header: segment.bytes, in: bytes) { return delimiters }
    throw fault(
      "hl7.delimiters", Int(segment.line),
      "the delimiters are missing, equal, or letters, digits or blanks", "export this record again")
  }

  private func noHeader(_ line: Int) -> PacketError {
    fault("hl7.syntax", line, "there is no message header (MSH) before this", "export this record again")
  }

  private func afterTheEnd(_ line: Int) -> PacketError {
    fault("hl7.syntax", line, "a message follows the end of the file (FTS)", "export this record again")
  }

  private func fault(
    _ rule: RuleID, _ line: Int?, _ problem: PlainText, _ remedy: PlainText
  ) -> PacketError {
    PacketError(rule, .hold, at: Place(record: record, line: line), problem, remedy: remedy)
  }

  /// How a header or trailer is read; nil for a segment of a message.
  func outerContext(of segment: Int) -> HL7Context? {
    var (low, high) = (0, outer.count)
    while low < high {
      let middle = (low + high) / 2
      if outer[middle].segment < segment { low = middle + 1 } else { high = middle }
    }
    return low < outer.count && outer[low].segment == segment ? outer[low].context : nil
  }

  /// The segment that holds a byte; nil between segments.
  func segment(holding offset: Int) -> Int? {
    var (low, high) = (0, segments.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(segments[middle].start) <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 && segments[low - 1].whole.contains(offset) ? low - 1 : nil
  }

  /// The message that holds a segment; nil for headers and trailers.
  func message(holding segment: Int) -> Int? {
    var (low, high) = (0, messages.count)
    while low < high {
      let middle = (low + high) / 2
      if messages[middle].segments.lowerBound <= segment { low = middle + 1 } else { high = middle }
    }
    return low > 0 && messages[low - 1].segments.contains(segment) ? low - 1 : nil
  }

  mutating func setUnit(_ unit: Int, of segment: Int) { segments[segment].unit = Int32(unit) }
}
