internal import Values

/// From ranges of the arena to the bytes that they came from, and what takes their place.
enum HL7Masking {
  struct Masked {
    var bytes: Range<Int>
    var replacement: Replacement
  }

  /// What is to be redacted, and the run that holds it.
  struct Redaction {
    var range: Range<Int>
    var run: Int
  }

  /// Finds the runs that hold ranges of the arena, which then are in order. It goes on from run to run in growing
  /// steps, since most lie near the one before.
  ///
  /// - Throws: `house.range` (hold) when no single run holds one.
  static func redactions(
    of ranges: [Range<Int>], in record: HL7Record
  ) throws(PacketError) -> [Redaction] {
    let runs = record.facts.runs
    var found: [Redaction] = []
    found.reserveCapacity(ranges.count)
    var low = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      var step = 1
      while low + step < runs.count, runs[low + step].range.lowerBound <= range.lowerBound {
        low += step
        step *= 2
      }
      var high = min(low + step, runs.count)
      while low + 1 < high {
        let middle = (low + high) / 2
        if runs[middle].range.lowerBound <= range.lowerBound { low = middle } else { high = middle }
      }
      guard low < runs.count, runs[low].range.lowerBound <= range.lowerBound, !range.isEmpty,
        range.upperBound <= runs[low].range.upperBound
      else {
        throw PacketError(
          "house.range", .hold, at: Place(record: record.number), "a redaction does not lie in one text",
          remedy: "report this as a bug")
      }
      found.append(Redaction(range: range, run: low))
    }
    return found
  }

  /// In order and without overlap; those in segments that go anyway are left out.
  static func ranges(
    of redactions: [Redaction], in record: HL7Record, without gone: HL7Withdrawal
  ) throws(PacketError) -> [Masked] {
    var masked: [Masked] = []
    for redaction in redactions {
      let run = record.facts.runs[redaction.run]
      guard !gone.isGone[run.unit] else { continue }
      let start = Int(record.sources[redaction.run])
      guard let context = record.context(ofByte: start),
        let bytes = source(of: redaction.range, in: run.range, from: start, context, record.bytes)
      else {
        throw PacketError(
          "house.range", .hold, at: Place(record: record.number), "a redaction's bytes are not found",
          remedy: "report this as a bug")
      }
      if let last = masked.last, bytes.lowerBound < last.bytes.upperBound {
        masked[masked.count - 1].bytes = last.bytes.lowerBound..<max(last.bytes.upperBound, bytes.upperBound)
      } else {
        masked.append(Masked(bytes: bytes, replacement: mark(context.delimiters)))
      }
    }
    return masked
  }

  /// Walks a run's text again, and gives the bytes of every piece that the redaction touches.
  private static func source(
    of redaction: Range<Int>, in run: Range<Int>, from start: Int, _ context: HL7Context, _ bytes: [UInt8]
  ) -> Range<Int>? {
    // A run is a component: it ends at the next delimiter or line end.
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D,
      !(HL7Context.Class.field...HL7Context.Class.repetition).contains(context.classes[Int(bytes[end])])
    { end += 1 }
    var cursor = HL7TextCursor(start..<end)
    var text: [UInt8] = []
    var at = run.lowerBound
    var found: Range<Int>?
    while at < redaction.upperBound {
      text.removeAll(keepingCapacity: true)
      guard let piece = cursor.next(bytes.span, context, into: &text) else { return nil }
      let next = at + text.count
      if next > redaction.lowerBound, at < redaction.upperBound, !text.isEmpty {
        found = (found?.lowerBound ?? piece.lowerBound)..<piece.upperBound
      }
      at = next
    }
    return found
  }

  /// The mark, without its brackets where a message uses those as delimiters.
  private static func mark(_ delimiters: HL7Delimiters) -> Replacement {
    delimiters.collidesWithMark ? .fixed(StaticText("withheld")) : .mark
  }
}
