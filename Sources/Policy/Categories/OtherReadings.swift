internal import Records

/// What a person reads in a record that does not stand in its arena byte for byte: words that a hyphen parts,
/// terms that go on in the next line's unit, and what is encoded within a text. Each is searched as the arena
/// is, and what is found counts where it stands.
struct OtherReadings {
  struct Reading {
    var text: [UInt8]
    /// The runs that it was made from: a find counts in the unit of each.
    var runs: [Int]
    /// Only what reaches over this place is new; nil where all is.
    var joint: Int?
  }

  /// No term is longer.
  private static let reach = 160

  static func forEach(_ facts: RecordFacts, _ body: (Reading) -> Void) {
    // The longest text of the unit before, and of this one: of an OBX its value rather than its code's name.
    var before: Int?
    var longest: Int?
    var unit = -1
    for (number, run) in facts.runs.enumerated() {
      let range = run.range.clamped(to: facts.arena.indices)
      guard !range.isEmpty, facts.units.indices.contains(run.unit) else { continue }
      let text = facts.arena[range]
      for layer in DecodedText.layers(of: text) { body(Reading(text: layer, runs: [number], joint: nil)) }
      guard run.kind == .words else { continue }
      if let joined = withoutHyphens(text) { body(Reading(text: joined, runs: [number], joint: nil)) }
      guard isLine(facts.units[run.unit].kind) else { continue }
      if run.unit != unit { (before, longest, unit) = (longest, nil, run.unit) }
      if let before { readOn(facts, from: before, to: number, body) }
      if range.count > longest.map({ facts.runs[$0].range.count }) ?? 0 { longest = number }
    }
  }

  /// Lines of one text stand in units of their own; entries and resources do not go on in the next.
  private static func isLine(_ kind: RecordUnit.Kind) -> Bool {
    switch kind {
    case .paragraph, .narrative, .segment: true
    case .record, .header, .section, .entry, .resource, .contained, .message, .group, .attachment, .remark:
      false
    }
  }

  private static func readOn(_ facts: RecordFacts, from: Int, to: Int, _ body: (Reading) -> Void) {
    var head = facts.arena[facts.runs[from].range.clamped(to: facts.arena.indices)].suffix(reach)
    let tail = facts.arena[facts.runs[to].range.clamped(to: facts.arena.indices)].prefix(reach)
    body(Reading(text: Array(head) + [0x20] + tail, runs: [from, to], joint: head.count))
    guard head.last == UInt8(ascii: "-") else { return }
    head.removeLast()
    body(Reading(text: Array(head) + tail, runs: [from, to], joint: head.count))
  }

  /// Without the hyphens between letters, and the blanks behind them; nil when there are none.
  private static func withoutHyphens(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard text.contains(UInt8(ascii: "-")) else { return nil }
    var out: [UInt8] = []
    var isChanged = false
    var at = text.startIndex
    while at < text.endIndex {
      if text[at] == UInt8(ascii: "-"), let before = out.last, isLetter(before),
        let next = text[(at + 1)...].firstIndex(where: { $0 > 0x20 }), next - at <= reach,
        isLetter(text[next])
      {
        isChanged = true
        at = next
      } else {
        out.append(text[at])
        at += 1
      }
    }
    return isChanged ? out : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
  }
}
