package import Values

/// From a path to what can be cut of a message.
extension HL7Record {
  package func selected(by uses: [SelectorUse]) throws(PacketError) -> [Selection] {
    uses.map { use in
      guard case .hl7v2(let path) = use.selector else { return Selection() }
      return selected(by: path, use.action)
    }
  }

  private func selected(by path: HL7Path, _ action: SelectorAction) -> Selection {
    var selection = Selection()
    // Runs in the order of the bytes that they came from: those out of embedded data stand after their segment.
    let plain = decodedRuns.isEmpty ? nil : facts.runs.indices.filter { !decodedRuns.contains($0) }
    var attachments: [Int] = []
    if action == .redact, path.field != nil {
      attachments = facts.units.indices.filter { facts.units[$0].kind == .attachment }
    }
    for segment in layout.segments where segment.id == path.segment {
      guard path.field != nil else {
        selection.units.insert(Int(segment.unit))
        continue
      }
      for range in HL7Parts(self, segment).ranges(of: path) {
        switch action {
        case .withhold: selection.units.insert(Int(segment.unit))
        case .redact: redact(range, plain, attachments, &selection)
        }
      }
    }
    return selection
  }

  private func redact(
    _ range: Range<Int>, _ plain: [Int]?, _ attachments: [Int], _ selection: inout Selection
  ) {
    let count = plain?.count ?? facts.runs.count
    func number(_ index: Int) -> Int { plain?[index] ?? index }
    // The run that the range begins in, or the first within.
    var index = FHIRContents.firstIndex(count) { Int(sources[number($0)]) > range.lowerBound } - 1
    index = max(index, 0)
    while index < count, Int(sources[number(index)]) < range.upperBound {
      if let part = arena(of: range, in: number(index)) { selection.redactions.append(part) }
      index += 1
    }
    // Embedded data cannot be marked in its place: what holds it goes.
    let first = FHIRContents.firstIndex(attachments.count) {
      (facts.units[attachments[$0]].place.bytes?.lowerBound ?? 0) >= range.lowerBound
    }
    for unit in attachments[first...] {
      guard let place = facts.units[unit].place.bytes, place.lowerBound < range.upperBound else { break }
      selection.units.insert(unit)
    }
  }

  /// The part of a run whose text came from these bytes; nil when none did.
  private func arena(of range: Range<Int>, in run: Int) -> Range<Int>? {
    let whole = facts.runs[run].range
    guard let context = context(ofByte: Int(sources[run])) else { return nil }
    var end = Int(sources[run])
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D,
      !(HL7Context.Class.field...HL7Context.Class.repetition).contains(context.classes[Int(bytes[end])])
    { end += 1 }
    var cursor = HL7TextCursor(Int(sources[run])..<end)
    var text: [UInt8] = []
    var at = whole.lowerBound
    var found: Range<Int>?
    while at < whole.upperBound {
      text.removeAll(keepingCapacity: true)
      guard let piece = cursor.next(bytes.span, context, into: &text) else { break }
      let next = min(at + text.count, whole.upperBound)
      if piece.overlaps(range), next > at { found = (found?.lowerBound ?? at)..<next }
      at = next
    }
    return found
  }
}
