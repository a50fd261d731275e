internal import Values

/// One part of a record of lines: where it lies, and where what it holds stands among what the whole record holds.
package struct FHIRLinesPart: Sendable {
  /// Whole lines of the record.
  package let bytes: Range<Int>
  let firstLine: Int
  /// A number of its bytes: read again, they are the same, or a disk has failed.
  let check: UInt64
  /// There is nothing but space in it.
  var isBlank: Bool { lineCount == 0 }
  /// Resources, one a line.
  let lineCount: Int

  /// Units of the parts before it; unit 0 is the record's, and is the same in all.
  package let unitsBefore: Int
  package let unitCount: Int
  /// Bytes of text of the parts before it.
  package let arenaBefore: Int
  let arenaCount: Int
  let nodesBefore: Int
  let nodeCount: Int
  /// What its resources and references may be pointed to by and point to, in order: a part of each number.
  let pointers: [UInt32]

  /// The record's number of a unit of this part.
  package func whole(unit: Int) -> Int { unit > 0 ? unit + unitsBefore : unit }

  /// This part's number of a unit of the record; nil where it is another part's. Unit 0 is every part's.
  package func own(unit: Int) -> Int? {
    if unit == 0 { return 0 }
    let own = unit - unitsBefore
    return own > 0 && own < unitCount ? own : nil
  }

  /// The record's place of a text of this part.
  package func whole(_ range: Range<Int>) -> Range<Int> {
    range.lowerBound + arenaBefore..<range.upperBound + arenaBefore
  }

  /// This part's place of a text of the record; nil where it is another part's.
  package func own(_ range: Range<Int>) -> Range<Int>? {
    let own = range.lowerBound - arenaBefore..<range.upperBound - arenaBefore
    return own.lowerBound >= 0 && own.upperBound <= arenaCount ? own : nil
  }

  func own(value: Int) -> Int? {
    let own = value - nodesBefore
    return own >= 0 && own < nodeCount ? own : nil
  }

  func whole(value: Int) -> Int { value + nodesBefore }

  /// Whether anything in it may have to do with one of these.
  func concerns(_ others: Set<UInt32>) -> Bool {
    others.contains { other in
      let at = FHIRContents.firstIndex(pointers.count) { pointers[$0] >= other }
      return at < pointers.count && pointers[at] == other
    }
  }

  /// A number of bytes that tells whether they changed by chance.
  static func check(_ bytes: Span<UInt8>) -> UInt64 {
    var (check, word): (UInt64, UInt64) = (UInt64(truncatingIfNeeded: bytes.count), 0)
    for at in bytes.indices {
      word = word << 8 | UInt64(bytes[at])
      guard at & 7 == 7 else { continue }
      check = (check ^ word) &* 0x9E37_79B9_7F4A_7C15
      check ^= check >> 29
    }
    return (check ^ word) &* 0x9E37_79B9_7F4A_7C15
  }
}

extension FHIRPointer {
  /// What is kept of it in each part of a record.
  var short: UInt32 { UInt32(truncatingIfNeeded: number) }
}
