internal import Records

/// Base64 (RFC 4648 §4, §5) that stands in a text for people and hides another text or a document: no search for
/// terms sees into it, so the part that holds it is one that we cannot look into.
enum EncodedText {
  /// So many letters decode to 24 bytes: by chance they are all printable once in ten thousand million times.
  private static let shortest = 32

  /// The units of the runs that hold such a stretch.
  static func units(of facts: RecordFacts) -> Set<Int> {
    var units: Set<Int> = []
    let span = facts.arena.span
    for run in facts.runs where run.range.count >= shortest && !units.contains(run.unit) {
      if isHidden(in: span, run.range.clamped(to: span.indices)) { units.insert(run.unit) }
    }
    return units
  }

  private static func isHidden(in bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let table = values
    let values = table.span
    var row: [UInt8] = []
    var at = range.lowerBound
    var start = at
    while at <= range.upperBound {
      let value = at < range.upperBound ? values[Int(bytes[at])] : other
      if value == other {
        if at - start >= shortest {
          row.removeAll(keepingCapacity: true)
          for index in start..<at where values[Int(bytes[index])] < 64 {
            row.append(values[Int(bytes[index])])
          }
          if row.count >= shortest, hidesText(row) { return true }
        }
        start = at + 1
      }
      at += 1
    }
    return false
  }

  /// A word may stand right before it, so it is read from each of its first four letters.
  private static func hidesText(_ row: [UInt8]) -> Bool {
    if documents.contains(where: { row.starts(with: $0) }) { return true }
    return (0..<4).contains { isText(row.dropFirst($0)) }
  }

  private static func isText(_ row: ArraySlice<UInt8>) -> Bool {
    var (word, count, printable, decoded) = (0, 0, 0, 0)
    for value in row {
      (word, count) = (word << 6 | Int(value), count + 1)
      guard count % 4 == 0 else { continue }
      for shift in [16, 8, 0] {
        let byte = word >> shift & 0xFF
        decoded += 1
        if (0x20..<0x7F).contains(byte) || byte == 0x0A || byte == 0x0D || byte == 0x09 { printable += 1 }
      }
      word = 0
      // Words of other languages have bytes beyond ASCII; of what is no text two of three are none of these.
      if decoded >= 24, printable * 10 < decoded * 9 { return false }
    }
    return decoded >= 21 && printable * 10 >= decoded * 9
  }

  /// How PDF, ZIP and gzip begin.
  private static let documents: [[UInt8]] = ["JVBERi0", "UEsDB", "H4sI"].map {
    $0.utf8.map { values[Int($0)] }
  }

  private static let other: UInt8 = 0xFF
  /// Line ends stand between letters and are none.
  private static let between: UInt8 = 64
  private static let values: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0x41...0x5A: UInt8(byte) - 0x41
    case 0x61...0x7A: UInt8(byte) - 0x47
    case 0x30...0x39: UInt8(byte) + 4
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    case 0x0A, 0x0D: between
    default: other
    }
  }
}
