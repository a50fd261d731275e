package import Values

/// What takes the place of removed bytes: a closed set, so that no edit can let anything in.
package enum Replacement: Sendable, Equatable {
  case nothing
  /// `[withheld]`, of one length whatever it covers.
  case mark
  case count(Int)
  /// Bytes that a format's own code fixes at compile time, such as a security label.
  case fixed(StaticText)
  /// An element's own name as it stands in the record, for a tag that has to be written.
  case name(Range<Int>)

  package var bytes: [UInt8] {
    switch self {
    case .nothing: []
    case .mark: Array("[withheld]".utf8)
    case .count(let number): Array(String(number).utf8)
    case .fixed(let text): text.bytes
    // They are the record's, and copied from there.
    case .name: []
    }
  }
}

/// Text that stands in the program itself and cannot come from a record.
package struct StaticText: Sendable, Equatable {
  package let bytes: [UInt8]
  package init(_ text: StaticString) { bytes = Array(text.description.utf8) }
}

/// What to change in a record, as ranges of its original bytes; every other byte leaves as it came.
/// One plan serves JSON, HL7 v2 and text.
package struct EditPlan: Sendable {
  private struct Edit {
    var range: Range<Int>
    var replacement: Replacement
  }
  private var edits: [Edit] = []

  package init() {}

  /// Takes bytes out.
  package mutating func remove(_ range: Range<Int>) { replace(range, with: .nothing) }

  package mutating func replace(_ range: Range<Int>, with replacement: Replacement) {
    edits.append(Edit(range: range, replacement: replacement))
  }

  /// The edited bytes of a record that lies in memory.
  package func applied(to bytes: [UInt8], record: Int) throws(PacketError) -> [UInt8] {
    var edited: [UInt8] = []
    edited.reserveCapacity(bytes.count)
    try pieces(of: bytes.count, record: record) { range throws(PacketError) in
      edited.append(contentsOf: bytes[range])
    } replace: { replacement throws(PacketError) in
      edited.append(contentsOf: replacement.bytes)
    }
    return edited
  }

  /// Goes through a record in order: what stays, and what takes the place of the rest.
  private func pieces(
    of byteCount: Int, record: Int, copy: (Range<Int>) throws(PacketError) -> Void,
    replace: (Replacement) throws(PacketError) -> Void
  ) throws(PacketError) {
    var copied = 0
    for edit in try resolved(record: record) {
      guard copied <= edit.range.lowerBound, edit.range.upperBound <= byteCount else {
        throw Self.overlap(edit.range, record)
      }
      try copy(copied..<edit.range.lowerBound)
      if case .name(let range) = edit.replacement {
        guard range.lowerBound >= 0, range.upperBound <= byteCount else { throw Self.overlap(range, record) }
        try copy(range)
      } else {
        try replace(edit.replacement)
      }
      copied = edit.range.upperBound
    }
    try copy(copied..<byteCount)
  }

  /// The edits in order, without those that a removal takes along.
  private func resolved(record: Int) throws(PacketError) -> [Edit] {
    // Of two that begin together, an insertion stands before a removal, and the larger one before those in it.
    let ordered = edits.enumerated().sorted { a, b in
      let (x, y) = (a.element.range, b.element.range)
      if x.lowerBound != y.lowerBound { return x.lowerBound < y.lowerBound }
      if x.isEmpty != y.isEmpty { return x.isEmpty }
      return x.upperBound != y.upperBound ? x.upperBound > y.upperBound : a.offset < b.offset
    }.map(\.element)
    var kept: [Edit] = []
    for edit in ordered {
      guard edit.range.lowerBound >= 0 else { throw Self.overlap(edit.range, record) }
      guard let last = kept.last, edit.range.lowerBound < last.range.upperBound else {
        kept.append(edit)
        continue
      }
      if last.replacement == .nothing, edit.range.upperBound <= last.range.upperBound { continue }
      if last.replacement == .nothing, edit.replacement == .nothing {
        kept[kept.count - 1].range = last.range.lowerBound..<edit.range.upperBound
        continue
      }
      if last.range == edit.range, last.replacement == edit.replacement { continue }
      throw Self.overlap(edit.range, record)
    }
    return kept
  }

  private static func overlap(_ range: Range<Int>, _ record: Int) -> PacketError {
    PacketError(
      "edit.overlap", .hold, at: Place(record: record, bytes: range),
      "two redactions overlap, or one lies outside of the record", remedy: "report this as a bug")
  }
}
