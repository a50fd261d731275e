package import Policy
internal import Records
package import Values

/// What a reader sees of a record before and after the gate, line by line: for whoever judges a policy over a
/// packet that they may read themself. All of it is patient data; it goes to a console and nowhere else.
package struct RecordComparison: Sendable {
  /// One text of the record, or a pair of texts that stand for each other.
  package struct Row: Sendable {
    /// Where it stands in the record as it came; nil for what stands only in what leaves.
    package let place: Place?
    /// nil when only what leaves has it.
    package let before: Sensitive<String>?
    /// nil when it is gone.
    package let after: Sensitive<String>?

    package init(place: Place?, before: Sensitive<String>?, after: Sensitive<String>?) {
      (self.place, self.before, self.after) = (place, before, after)
    }

    /// The same on both sides: shown for its neighbours' sake.
    package var isKept: Bool { before != nil && before == after }
  }

  package let record: Int
  /// Nothing of the record leaves: there is no other side.
  package let isWithheldWhole: Bool
  /// What changed in the order of the record, each change with the text before and after it. Empty when the
  /// record leaves whole, or goes whole.
  package let rows: [Row]

  package init(record: Int, isWithheldWhole: Bool, rows: [Row]) {
    (self.record, self.isWithheldWhole, self.rows) = (record, isWithheldWhole, rows)
  }
}

extension RecordComparison {
  /// - Parameter after: read again from the bytes that leave.
  init(record: Int, before: RecordFacts, after: RecordFacts) {
    let (old, new) = (Self.texts(before), Self.texts(after))
    let alignment = Alignment(old, new)
    let (gone, came) = (alignment.gone, alignment.came)
    var rows: [Row] = []
    func row(_ i: Int?, _ j: Int?) -> Row {
      Row(
        place: i.map { Self.place(of: before.runs[$0], before) },
        before: i.map { Sensitive(Self.text(old[$0])) }, after: j.map { Sensitive(Self.text(new[$0])) })
    }
    var (i, j, lastShown) = (0, 0, -1)
    while i < old.count || j < new.count {
      guard gone.contains(i) || came.contains(j) else {
        (i, j) = (i + 1, j + 1)
        continue
      }
      if i > 0, j > 0, i - 1 > lastShown { rows.append(row(i - 1, j - 1)) }
      // Of a hunk, texts stand beside each other in order: what was masked, beside its mark.
      while gone.contains(i) || came.contains(j) {
        let (isGone, isNew) = (gone.contains(i), came.contains(j))
        rows.append(row(isGone ? i : nil, isNew ? j : nil))
        (i, j) = (i + (isGone ? 1 : 0), j + (isNew ? 1 : 0))
      }
      if i < old.count, j < new.count { rows.append(row(i, j)) }
      lastShown = i
    }
    self.init(record: record, isWithheldWhole: false, rows: rows)
  }

  /// Every text of the record, in its order.
  private static func texts(_ facts: RecordFacts) -> [ArraySlice<UInt8>] {
    facts.runs.map { facts.arena[$0.range.clamped(to: facts.arena.indices)] }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func place(of run: TextRun, _ facts: RecordFacts) -> Place {
    facts.units.indices.contains(run.unit) ? facts.units[run.unit].place : Place()
  }
}

extension Deciding {
  /// Every record of the packet as it came, beside what would leave of it; a record that cannot be read, or
  /// that no plan was made for, has none.
  ///
  /// - Throws: with outcome `retry` where the disk failed.
  package static func compare(
    _ claimed: ClaimedPacket, _ house: HouseFacts, _ policy: PolicySet, limits: Limits = .standard
  ) throws(PacketError) -> [RecordComparison] {
    let packet = try through(claimed, house, policy, limits: limits)
    var comparisons: [RecordComparison] = []
    for record in packet.records {
      guard let read = record.read, packet.plan != nil else { continue }
      switch packet.released.first(where: { $0.number == record.number })?.content {
      case nil:
        comparisons.append(RecordComparison(record: record.number, isWithheldWhole: true, rows: []))
      case .held(_, let facts):
        comparisons.append(RecordComparison(record: record.number, before: read.facts, after: facts))
      case .lines(let lines):
        var rows: [RecordComparison.Row] = []
        var part = 0
        try lines.forEachPart { after throws(PacketError) in
          let before = try lines.record.facts(of: lines.record.parts[part])
          rows += RecordComparison(record: record.number, before: before, after: after).rows
          part += 1
        }
        comparisons.append(RecordComparison(record: record.number, isWithheldWhole: false, rows: rows))
      }
    }
    return comparisons
  }
}
