/// Mends the numbers that must agree with what is left: set ids, and the counts of batch and file trailers.
struct HL7Numbering {
  private let record: HL7Record
  private let gone: HL7Withdrawal
  private let masked: [Range<Int>]

  /// - Parameter masked: bytes that are replaced already, in order.
  init(_ record: HL7Record, _ gone: HL7Withdrawal, masked: [Range<Int>]) {
    (self.record, self.gone, self.masked) = (record, gone, masked)
  }

  func mend(_ plan: inout EditPlan) {
    for message in record.layout.messages where !gone.isGone[message.unit] { mendSetIDs(of: message, &plan) }
    mendBatches(&plan)
  }

  /// A row of set ids that count up by one, whichever segments stand between.
  private struct Row {
    var first: Int
    var last: Int
    var hasGap = false
    var left: [(field: Range<Int>, value: Int)] = []
  }

  /// Set ids that were consecutive stay so; a row ends where a number does not follow the last of its kind
  /// (HL7 v2.5.1 §2.A.67 lets senders begin again under each parent, or count on).
  private func mendSetIDs(of message: HL7Message, _ plan: inout EditPlan) {
    // Only a gap is mended.
    guard message.segments.contains(where: { gone.isGone[Int(record.layout.segments[$0].unit)] }) else {
      return
    }
    var rows: [HL7SegmentID: Row] = [:]
    for index in message.segments {
      let segment = record.layout.segments[index]
      guard HL7Shape.named(segment.id)?.hasSetID == true else { continue }
      let field = firstField(segment, message.context)
      guard let value = HL7Number.read(field, record.bytes) else {
        if let row = rows.removeValue(forKey: segment.id) { renumber(row, &plan) }
        continue
      }
      let isGone = gone.isGone[Int(segment.unit)]
      var row = rows[segment.id] ?? Row(first: value, last: value - 1)
      if value != row.last + 1 {
        renumber(row, &plan)
        row = Row(first: value, last: value - 1)
      }
      row.last = value
      if isGone { row.hasGap = true } else { row.left.append((field, value)) }
      rows[segment.id] = row
    }
    for row in rows.values { renumber(row, &plan) }
  }

  private func renumber(_ row: Row, _ plan: inout EditPlan) {
    guard row.hasGap else { return }
    for (position, entry) in row.left.enumerated() {
      let value = row.first + position
      if value != entry.value { replace(entry.field, with: value, &plan) }
    }
  }

  private func firstField(_ segment: HL7Segment, _ context: HL7Context) -> Range<Int> {
    let start = min(segment.bytes.lowerBound + 4, segment.bytes.upperBound)
    let rest = start..<segment.bytes.upperBound
    let end = rest.first { record.bytes[$0] == context.delimiters.field } ?? rest.upperBound
    return start..<end
  }

  private func replace(_ field: Range<Int>, with number: Int, _ plan: inout EditPlan) {
    // What is masked stays masked.
    var (low, high) = (0, masked.count)
    while low < high {
      let middle = (low + high) / 2
      if masked[middle].upperBound <= field.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low == masked.count || masked[low].lowerBound >= field.upperBound else { return }
    plan.replace(field, with: .count(number))
  }

  /// A batch without messages goes with its header and trailer; trailers count what is left.
  private func mendBatches(_ plan: inout EditPlan) {
    let layout = record.layout
    var emptied = 0
    for batch in layout.batches where !batch.messages.isEmpty {
      let left = batch.messages.count { !gone.isGone[layout.messages[$0].unit] }
      if left == 0 {
        emptied += 1
        for index in [batch.header, batch.trailer].compactMap({ $0 }) {
          plan.remove(layout.segments[index].whole)
        }
      } else if left < batch.messages.count, let trailer = batch.trailer {
        mendCount(trailer, by: left - batch.messages.count, &plan)
      }
    }
    if emptied > 0, let trailer = layout.fileTrailer { mendCount(trailer, by: -emptied, &plan) }
  }

  private func mendCount(_ index: Int, by change: Int, _ plan: inout EditPlan) {
    guard let context = record.layout.outerContext(of: index) else { return }
    let field = firstField(record.layout.segments[index], context)
    guard let stated = HL7Number.read(field, record.bytes) else { return }
    replace(field, with: max(0, stated + change), &plan)
  }
}
